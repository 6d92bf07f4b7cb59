"""What is not answered, and how that is said: other topics, opinions, private lives, orders."""

import re

from bot.ask import lexicon
from bot.ask.frame import Frame
from bot.ask.kinds.awards import not_held
from bot.ask.query import Decline, Query
from bot.names.fold import fold
from bot.wording import shortened

EXAMPLES = (
    "who won best actress in 2025",
    "how many Oscars did Anora win",
    "which films won both best picture and best director",
)

_OPINION = r"should (?:have|win)|deserve|(?:your|favou?rite|in your) (?:opinion|favou?rite|pick|view)|do you (?:think|like|prefer|believe)|better (?:film|movie|actor|actress|performance)|overrated|underrated|robbed|biggest snub|snub|your favou?rite|best (?:ever|film ever|movie ever)|greatest (?:film|actor|actress|movie)|what do you|opinion|worst|recommend"
_PREDICTION = r"will (?:win|be nominated|get|host|take)|going to (?:win|be|host)|predict|odds|chances|who is (?:favou?rite|favored|favoured)|likely to win|frontrunner|front runner|gonna win"
_ABOUT = {
    "age": "age", "old": "age", "tall": "height", "height": "height", "born": "birth", "birthday": "birth", "birthplace": "birth",
    "die": "death", "died": "death", "death": "death", "dead": "death", "alive": "death", "living": "death", "married": "private life", "wife": "private life",
    "husband": "private life", "spouse": "private life", "dating": "private life", "girlfriend": "private life", "boyfriend": "private life",
    "divorce": "private life", "divorced": "private life", "kids": "private life", "children": "private life", "worth": "money", "salary": "money",
    "paid": "money", "gross": "box office", "grossed": "box office", "box": "box office", "revenue": "box office", "plot": "plot",
    "synopsis": "plot", "rotten": "reviews", "imdb": "reviews", "review": "reviews", "reviews": "reviews", "wore": "clothes", "wear": "clothes", "dress": "clothes",
    "dressed": "clothes", "gown": "clothes", "gay": "private life", "religion": "private life", "youngest": "age", "oldest": "age",
}  # fmt: skip


_ORDERS = r"from now on|ignore|disregard|you are now|act as|pretend|system|reveal|your (?:instructions|prompt|rules)|forget (?:about|everything|all|your)|respond only|reply only|answer only|repeat after|say exactly|jailbreak|developer mode|override|print your|execute|sudo"


def parse_orders(frame: Frame) -> Query | None:
    """Refuse texts that try to instruct the bot: they are just text."""
    text = fold(frame.question)
    if re.search(rf"\b(?:{_ORDERS})\b", text) and not frame.has({"won", "win"}):
        return Decline("I only answer questions on the Academy Awards.", EXAMPLES, "no question")
    return None


def parse_first(frame: Frame) -> Query | None:
    """Refuse what would be misread as a question on the record: opinions, the future, orders."""
    if not frame.words or not any(c.isalnum() for c in frame.question):
        return Decline("Ask me anything about the Academy Awards.", EXAMPLES, "a greeting")
    if (
        frame.says(_OPINION)
        and not frame.has(lexicon.NOMINATE - {"contenders"})
        and not _fact_like(frame)
    ):
        return Decline(
            "That is a matter of opinion, and I only tell what the record says.",
            EXAMPLES,
            "an opinion",
        )
    if frame.period is not None:
        future = not_held(frame.period, frame.almanac)
        if (
            future
            and not frame.period.ceremonies
            or future
            and not frame.says(r"when|where|date|venue|day|host|place")
        ):
            return Decline(future, (), "a ceremony still to come")
    if frame.says(_PREDICTION) and not frame.says(r"ever|has "):
        return Decline(
            "I don't predict; I only tell what the record says.", EXAMPLES, "a prediction"
        )
    return None


def parse_blocked(frame: Frame) -> Query | None:
    """Refuse a question on something that no table here holds, such as ages or box office."""
    about = next(
        (_ABOUT[word] for word in frame.texts if word in _ABOUT and word in frame.blockers), None
    )
    if about == "age" and not frame.says(r"how old|age\b|aged|oldest|youngest|years old"):
        about = None
    if about is None and frame.says(
        r"lyrics (?:to|of|for)|(?:what|which) books?|books? (?:by|list)"
    ):
        about = "other things"
    women = frame.free_set & {"woman", "women", "female", "females"} and frame.category_ids
    named = frame.first_named("film", "person", "character") is not None
    if about is None and women and not all("actress" in i for i in frame.category_ids):
        about = "gender"
    if about is None and not named and frame.blockers & _PEOPLES and not _gendered(frame):
        about = "origin or gender"
    if about is None:
        return None
    return Decline(
        f"That is about {about}, which is not on record here.", EXAMPLES, f"a question on {about}"
    )


_PEOPLES = lexicon.words(
    "black african asian latino latina hispanic jewish native indigenous muslim gay lesbian queer trans transgender deaf openly posthumous posthumously"
)


def _gendered(frame: Frame) -> bool:
    """Whether a word of origin is part of a name of a category, as in black-and-white."""
    return "white" in frame.free_set


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
    strange = [w for w in frame.unknown if not w.mended]
    guessed = [m for m in frame.mentions if not m.senses[0].exact]
    about = frame.category_ids or frame.has(lexicon.WIN, lexicon.NOMINATE, lexicon.AWARD, _MADE)
    if not strange:
        return (
            None
            if about or not guessed
            else Decline("I only know the Academy Awards.", EXAMPLES, "another topic")
        )
    sure = frame.category_ids and frame.times or any(m.senses[0].exact for m in frame.mentions)
    if sure and about and not guessed and len(strange) <= _TOLERATED and not _name_like(frame):
        return None
    words = shortened(" ".join(w.typed for w in strange), 60)
    if (
        frame.has(lexicon.WIN, lexicon.NOMINATE, lexicon.AWARD, lexicon.DIRECT, lexicon.PLAY)
        or frame.category_ids
    ):
        return Decline(
            f"No film, person or award called “{words}” is on record here.",
            EXAMPLES,
            f"unknown: {words}",
        )
    return Decline("I only know the Academy Awards.", EXAMPLES, "another topic")


_TOLERATED = 1
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
        "I don't understand that as a question on the Academy Awards.", EXAMPLES, "nothing"
    )


def _fact_like(frame: Frame) -> bool:
    return bool(frame.says(r"snubbed by|how many|most") and frame.category_ids)


def _name_like(frame: Frame) -> bool:
    """Whether an unknown word stands where the subject does: "has zendaya been nominated"."""
    if frame.first_named("film", "person", "character", "song"):
        return any(word.capital for word in frame.unknown)
    first = fold(frame.unknown[0].text)
    place = frame.texts.index(first) if first in frame.texts else -1
    before = frame.texts[place - 1] if place > 0 else ""
    subject = before in {
        "did",
        "has",
        "was",
        "have",
        "does",
        "is",
        "for",
        "of",
        "by",
        "had",
        "were",
        "beat",
        "about",
        "with",
    }
    return (
        subject
        or any(word.capital for word in frame.unknown)
        or (place == 0 and not frame.category_ids)
    )
