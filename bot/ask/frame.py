"""What a question names and which words it uses: everything the kinds of questions look at."""

import re
from dataclasses import dataclass
from functools import cached_property

from bot.ask import lexicon
from bot.ask.categories import OCCUPATIONS
from bot.ask.idioms import IDIOMS
from bot.ask.named import Named
from bot.ask.words import Word

DISTINCTIVE = 12.0
"""The score of a single word that is a name and in no vocabulary."""

_UNFINISHED = lexicon.words(
    "for was is in by the a an of called film movie role as playing and to with at on his her "
    "their named song year"
)

_TITLE_ENDS = lexicon.words("or and but at right lol wasnt didnt though in when")
QUESTION_WORDS = {"why", "who", "what", "which", "when", "where", "how", "whose", "whom", "list"}
_VERBS = lexicon.words(
    "did has have had was were is are does do isnt didnt hasnt wasnt doesnt can could"
)
_OPENINGS = lexicon.words(
    "and so but hey ok okay wait also yo um lol hi hello well oh please sorry then quick "
    "question random"
)

_NEGATED = (
    r"never|didnt|did not|hasnt|has not|havent|have not|wasnt|was not|werent|were not|"
    r"(?:won|has|had|with) no|no (?:oscars?|academy)|failed to|without winning"
)
_TAG = r"(?:didnt|wasnt|isnt|hasnt|doesnt|werent|arent) (?:it|he|she|they|there|that|we)\b"
"""What makes a question of a statement: "..., didn't it?"."""

_FRAGMENT = r"^<\w+> (?:oscar |first |second |third |last |latest |only )*wins?$"
"""What names a win, and claims none: "hans zimmer wins"."""

_EXPECTED = r"^(?:\w+ ){0,2}?(?:didnt|wasnt|isnt|hasnt|doesnt|werent|arent|havent) "
"""What a question begins with that expects a yes: "wasn't Green Book ..."."""

_MONTHS = lexicon.words(
    "january february march april may june july august september october november december"
)
COUPLE = 2


@dataclass(frozen=True)
class Frame(Named):
    """A question taken apart: what it names, and how it asks. `frame_of` makes it.

    reported: whether it is told as what somebody says.
    """

    reported: bool = False

    @cached_property
    def sure_subject(self) -> bool:
        """Whether a person, a film or a song is named in full, in a name that nothing else is."""
        return any(
            sense.exact
            and sense.kind in ("person", "film", "song", "character")
            and (
                mention.end - mention.start > 1
                or self.words[mention.start].capital
                or self.words[mention.start].quoted
                or sense.score >= DISTINCTIVE
            )
            for mention in self.mentions
            for sense in mention.senses[:1]
        )

    @cached_property
    def told_openly(self) -> bool:
        """Whether a list of all that a sure subject won answers, whatever else describes it."""
        return self.sure_subject and not self.verdict

    @property
    def settled_night(self) -> bool:
        """Whether one night, or one year, is named."""
        return self.period is not None and not self.period.is_span

    @cached_property
    def settled(self) -> bool:
        """Whether a category and one night are named: they have a winner, however described."""
        return bool(self.category_ids) and self.settled_night

    @cached_property
    def asks(self) -> bool:
        """Whether something is asked for, by a question word: "which", "name", "how many"."""
        return bool(self.free_set & QUESTION_WORDS) or any(
            word.text in ("name", "list", "give", "show", "tell") and (word.pause or at == 0)
            for at, word in enumerate(self.words)
        )

    @cached_property
    def verb_first(self) -> bool:
        """Whether it begins as a question for yes or no does: "did ...", "ok so has ..."."""
        opening = next((text for text in self.texts if text not in _OPENINGS), "")
        return opening in _VERBS

    @cached_property
    def is_statement(self) -> bool:
        """Whether nothing is asked: a claim, to be confirmed or put right."""
        asked = self.question.rstrip().endswith("?") or self.says(r"(?:did|has|was|does) it\b")
        return not self.asks and not self.verb_first and not asked

    @cached_property
    def verdict(self) -> bool:
        """Whether yes or no is asked for, or something is said that may be right or wrong."""
        doubted = self.says(
            r"is it true|is it right|true that|(?:am i|is (?:that|this|it|he|she)) "
            r"(?:right|correct|true)|"
            r"fact or fiction|right or wrong|true or false|(?:true|right|correct|real|verify)$|"
            r"(?:isnt|didnt|wasnt|hasnt|doesnt|dont) (?:it|he|she|they)\b(?! <)|"
            r"ever (?:won|win|been|get|got|receive|a winner|handed)"
        )
        if self.asks and not self.verb_first:
            return False
        return self.claims or self.verb_first or doubted or self.reported

    @cached_property
    def claims(self) -> bool:
        """Whether something is said of a film or a person, as opposed to "demi moore 2025"."""
        said = self.says(
            r"<(?:film|person|song)> wins|"
            r"<(?:film|person|song)>(?! oscars| awards)(?: \w+){0,3}? (?:won|win|winner|winning|"
            r"took|takes|has|had|was|were|never|did|didnt|is|isnt|got|gets|received|lost|earned|"
            r"swept|scooped|nominated)\b"
        )
        unfinished = (self.texts and self.texts[-1] in _UNFINISHED) or "__" in self.question
        clue = self.says(
            r"this (?:[\w<>]+ ){0,3}(?:films?|movie|picture|song|actor|actress|director)\b"
        )
        fragment = re.search(_FRAGMENT, self.free_text) is not None
        return not (self.asks or self.verb_first or unfinished or clue or fragment) and said

    @cached_property
    def negated(self) -> bool:
        """Whether "no" is what is said, or asked to be confirmed: "has never won"."""
        text = re.sub(_TAG, " ", self.free_text)
        if self.verb_first:
            text = re.sub(_EXPECTED, "", text)
        return re.search(rf"\b(?:{_NEGATED})", text) is not None

    @cached_property
    def claimed(self) -> int | None:
        """The number of wins or nominations that a statement, or "did it win 5", claims."""
        if self.says(r"how (?:many|often)|what|which|who|when|where|name|list"):
            return None
        found = re.search(
            r"(?:won|win|has|have|got|get|took|take|received|earned|home|with|all|swept|"
            r"nominated|for|is)"
            r"(?: \w+){0,2}? (\w+)(?: times?)? (?:of its |of his |of her |competitive |"
            r"best |acting )*"
            r"(?:oscars?|academy awards?|awards?|statuettes?|nominations?|nods|winner|nominee)",
            self.free_text,
        )
        found = found or re.search(
            r"(?:won|win|took|got|received) (\w+)(?:$| (?:of|out|in|at|that))", self.free_text
        )
        if not found or found[1] in ("one", "once"):
            return None
        number = int(found[1]) if found[1].isdigit() else lexicon.NUMBERS.get(found[1], 0)
        return number or None

    @cached_property
    def claimed_least(self) -> int:
        """The number that "has ... won more than one" asks after, at the least; 0 elsewhere."""
        above = re.search(r"(?:more than|over|above) (\w+)", self.free_text)
        least = re.search(r"at least (\w+)|(\w+) or more|(multiple|several)\b", self.free_text)
        found = above or least
        if not self.verdict or found is None:
            return 0
        word = next(group for group in found.groups() if group)
        number = int(word) if word.isdigit() else lexicon.NUMBERS.get(word, 0)
        return number + 1 if above and number else number

    @cached_property
    def unknown(self) -> tuple[Word, ...]:
        """The words that are in no name and in no vocabulary."""
        busy = self.named
        return tuple(
            word
            for at, word in enumerate(self.words)
            if at not in busy
            and word.text not in lexicon.KNOWN
            and word.base not in lexicon.KNOWN
            and not word.text.isdigit()
        )

    @cached_property
    def unknown_title(self) -> tuple[Word, ...]:
        """The words after "for" that name a film, it seems, though none on record."""
        for at, word in enumerate(self.words):
            if word.text != "for" or at in self.named:
                continue
            title: list[Word] = []
            for place in range(at + 1, len(self.words)):
                after = self.words[place]
                if place in self.named or (title and (after.pause or after.text in _TITLE_ENDS)):
                    break
                title.append(after)
            if any(part in self.unknown for part in title):
                return tuple(title)
        return ()

    @cached_property
    def asks_of_missing(self) -> bool:
        """Whether yes or no is asked of somebody's nomination for a film that is not on record."""
        person = self.named_things("person") and not self.named_things("film")
        return bool(person and self.verdict and self.unknown_title and not self.category_ids)

    @cached_property
    def cues(self) -> frozenset[str]:
        """The free words that change what is asked; some kind of question must account for them."""
        cues = self.free_set & lexicon.CUES
        dated = {time.end for time in self.times}  # "2025/26" is one year
        figures = [at for at, text in enumerate(self.texts) if text.isdigit() and at not in dated]
        beside = {at: set(self.texts[max(0, at - 1) : at + 2]) for at in figures}
        if any(at not in self.named and beside[at].isdisjoint(_MONTHS) for at in figures):
            cues |= {lexicon.FIGURE}
        for pattern, words in IDIOMS:
            if not cues.isdisjoint(words) and self.says(pattern):
                cues -= words
        cues -= self._told
        if any(id_.endswith(("-color", "-black-and-white")) for id_ in self.category_ids):
            cues -= {"color", "colour", "black", "white"}
        for word in cues & frozenset(OCCUPATIONS):
            if set(self.category_ids) & set(OCCUPATIONS[word]):
                cues -= {word}
        if self.says(r"the (?:two|both) <category>") and len(self.category_ids) == COUPLE:
            cues -= {"two", "both"}
        return cues

    @cached_property
    def _told(self) -> frozenset[str]:
        """The cues that change nothing beside what is named or claimed."""
        told: frozenset[str] = frozenset()
        if self.told_openly:
            told |= lexicon.NARROWING
        if self.settled:
            told |= lexicon.NARROWING - lexicon.SAME
        if self.claimed_least:
            told |= lexicon.MORE | lexicon.COUNTS | {"than", "least"}
        return told

    @cached_property
    def blockers(self) -> frozenset[str]:
        """The free words that ask for what no record tells."""
        blockers = set(self.free_set & lexicon.BLOCKERS)
        if self.says("dead heat"):
            blockers -= {"dead"}
        if any(id_.endswith("-black-and-white") for id_ in self.category_ids):
            blockers -= {"black"}
        if self.says(r"paid (?:\w+ )?tribute"):
            blockers -= {"paid"}
        return frozenset(blockers)
