"""What is not answered, and how that is said: other topics, opinions, private lives, orders."""

import re
from collections.abc import Sequence

from bot.ask import lexicon
from bot.ask.frame import Frame
from bot.ask.kinds.award_query import not_held
from bot.ask.query import Decline, Query
from bot.ask.words import Word
from bot.names.fold import fold
from bot.wording import shortened

EXAMPLES = (
    "who won best actress in 2025",
    "how many Oscars did Anora win",
    "which films won both best picture and best director",
)

_OPINION = (
    r"(?:who|what|which)(?: \w+){0,4} (?:should|deserve)|should (?:have )?(?:win|won|been|beat)|"
    r"(?:your|in your) (?:opinion|favou?rite|pick|view)|overrated|underrated|"
    r"(?:do|did|would) you (?:think|like|prefer|believe|rate|reckon|feel|agree)|"
    r"better (?:film|movie|actor|actress|performance)|(?:which|who|what) (?:is|was|are) (?:the )?"
    r"better|biggest snub|most (?:deserving|undeserved)|"
    r"greatest (?:film|actor|actress|movie)|best (?:ever|film ever|movie ever)|"
    r"what do you|opinion|worst (?:film|movie|actor|actress|winner|best|oscar)|recommend|deserves?|"
    r"deserved"
)
_SIGH = r"should have|deserved?|robbed|snub(?:bed)?s?|worst|favou?rite"
"""An opinion too, unless something of the record is asked beside it."""

_PREDICTION = (
    r"will (?:win|be nominated|get|host|take)|going to (?:win|be|host)|predict|odds|"
    r"(?:the|their|his|her|its|any|what) chances?\b|chances? (?:of|to|that)|likely to win|"
    r"who is (?:favou?rite|favored|favoured)|frontrunner|front runner|gonna win"
)
_ORDERS = (
    r"from now on|ignore|disregard|you are now|act as|pretend|system|reveal|your "
    r"(?:instructions|prompt|rules)|forget (?:about|everything|all|your)|respond "
    r"only|reply only|answer only|repeat after|say exactly|jailbreak|developer mode|"
    r"override|print your|execute|sudo"
)


def parse_orders(frame: Frame) -> Query | None:
    """Refuse texts that try to instruct the bot: they are just text."""
    text = fold(frame.question)
    if re.search(rf"\b(?:{_ORDERS})\b", text) and not frame.has({"won", "win"}):
        return Decline("I only answer questions on the Academy Awards.", EXAMPLES, "no question")
    return None


def parse_first(frame: Frame) -> Query | None:
    """Refuse what would be misread as a question on the record: opinions, the future, orders."""
    if not any(c.isalnum() for c in frame.question) or _GREETING.fullmatch(fold(frame.question)):
        return Decline("Ask me anything about the Academy Awards.", EXAMPLES, "a greeting")
    if _is_opinion(frame):
        return Decline(
            "That is a matter of opinion, and I only tell what the record says.",
            EXAMPLES,
            "an opinion",
        )
    if frame.period is not None:
        future = not_held(frame.period, frame.almanac)
        if (future and not frame.period.ceremonies) or (
            future
            and not frame.says(
                r"when|where|date|venue|day|host|place|network|channel|broadcast|air|number"
            )
        ):
            return Decline(future, (), "a ceremony still to come")
    if frame.says(_PREDICTION) and not frame.says(r"ever|has "):
        return Decline(
            "I don't predict; I only tell what the record says.", EXAMPLES, "a prediction"
        )
    return None


def parse_unknown(frame: Frame) -> Query | None:
    """Refuse where words are left over that the answer would have to pass by."""
    if frame.unknown_category is not None and not frame.category_ids:
        named = next(
            (w.typed for w in frame.words if w.text == frame.unknown_category),
            frame.unknown_category,
        )
        return Decline(
            f"I know no category called “best {named}”.", EXAMPLES, f"an unknown category, {named}"
        )
    strange = [word for word in frame.unknown if not word.mended]
    guessed = any(not mention.senses[0].exact for mention in frame.mentions)
    awarded = bool(frame.category_ids) or frame.has(
        lexicon.WIN, lexicon.NOMINATE, lexicon.AWARD, _MADE
    )
    picks = frame.sure_subject and frame.says(
        r"(?:first|second|third|last|only|latest) (?:one|win)"
    )
    if not strange and (awarded or picks or not guessed):
        return None
    if frame.asks_of_missing and all(word in frame.unknown_title for word in strange):
        return None
    if awarded and _passable(frame, strange):
        return None
    if not awarded:
        return Decline("I only know the Academy Awards.", EXAMPLES, "another topic")
    words = shortened(" ".join(word.typed for word in strange), 60)
    return Decline(
        f"No film, person or award called “{words}” is on record here.",
        EXAMPLES,
        f"unknown: {words}",
        puzzled=True,
    )


def _passable(frame: Frame, strange: Sequence[Word]) -> bool:
    """Whether unknown words only describe: none of them can be the name of what is asked about."""
    if any(_goes_on(frame, frame.words.index(word)) for word in strange):
        return False
    if frame.texts[0] == "who" and frame.words[1] in strange and not frame.category_ids:
        return False  # "who caught Adrien Brody's gum"
    if frame.told_openly or (frame.settled and all(_is_subject(frame, word) for word in strange)):
        return True
    if not (frame.sure_subject or (frame.category_ids and frame.times)):
        return False
    return not any(_name_like(frame, word) and not _describes(frame, word) for word in strange)


def _is_subject(frame: Frame, word: Word) -> bool:
    """Whether an unknown word only describes who or what won: "which Ghibli film won ..."."""
    at = frame.words.index(word)
    asked = [place for place, text in enumerate(frame.texts[:at]) if text in _ASKING]
    won = [place for place in range(at, len(frame.texts)) if frame.texts[place] in lexicon.WON]
    by = {"by", "with", "starring"} & set(frame.texts[asked[-1] : at]) if asked else set()
    return bool(asked and won) and not by


def _describes(frame: Frame, word: Word) -> bool:
    """Whether an unknown word only tells the kind: "which Shakespeare adaptation won ..."."""
    at = frame.words.index(word)
    return frame.settled and at > 0 and frame.texts[at - 1] in ("which", "what", "this", "that")


_ASKING = {"which", "what", "this", "name"}
_MADE = (
    lexicon.DIRECT
    | lexicon.WRITE
    | lexicon.COMPOSE
    | lexicon.SHOOT
    | lexicon.EDITED
    | lexicon.PRODUCE
    | lexicon.PLAY
    | lexicon.STAR
)


def parse_last(frame: Frame) -> Query:
    """Refuse what no kind of question recognised."""
    del frame
    return Decline(
        "I don't understand that as a question on the Academy Awards.",
        EXAMPLES,
        "nothing",
        puzzled=True,
    )


def _is_opinion(frame: Frame) -> bool:
    """Whether a view is asked for, and nothing that the record tells."""
    asked_of_record = frame.asks and frame.has(lexicon.WIN, lexicon.NOMINATE, lexicon.BEAT)
    named = bool(frame.category_ids or frame.mentions)
    if frame.has(lexicon.NOMINATE - {"contenders"}) or (frame.says("how many|most") and named):
        return False
    return frame.says(_OPINION) or (frame.says(_SIGH) and not (asked_of_record and named))


def _goes_on(frame: Frame, at: int) -> bool:
    """Whether an unknown word goes on with a title before it: "the dark knight rises"."""
    word = frame.words[at]
    before = [m for m in frame.mentions if m.end == at and m.sense("film")]
    last = at + 1 == len(frame.words) or frame.words[at + 1].pause or at + 1 not in frame.named
    return bool(before) and not word.pause and last and not word.text.endswith(("ing", "ly"))


_GREETING = re.compile(
    r"(?:(?:hi|hello|hey|yo|thanks|thank you|thx|bye|good (?:morning|evening|night|afternoon)|"
    r"gm|gn|lol|ok|okay|nice|cool|wow|there|everyone|all|guys|folks|bot|statuette|friends)\s*)+"
)

_SLOTS = lexicon.words("did has was have does is for of by had were beat about with in")
"""What a name follows: "has zendaya won"."""


def _name_like(frame: Frame, word: Word) -> bool:
    """Whether an unknown word stands where a name does: "has zendaya won"."""
    at = frame.words.index(word)
    before = frame.texts[at - 1] if at else ""
    slot = before in _SLOTS
    return word.capital or slot or (at == 0 and not frame.category_ids)
