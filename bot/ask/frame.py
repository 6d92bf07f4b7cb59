"""What a question names and which words it uses: everything the kinds of questions look at."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from bot.ask import lexicon
from bot.ask.categories import ACTING, OCCUPATIONS, CategoryMention
from bot.ask.idioms import IDIOMS
from bot.ask.mentions import Spotter
from bot.ask.senses import Mention, Sense
from bot.ask.times import Period, TimeMention, joined, period
from bot.ask.words import Word
from bot.store.almanac import Almanac

DISTINCTIVE = 12.0
"""The score of a single word that is a name and in no vocabulary."""

_UNFINISHED = lexicon.words(
    "for was is in by the a an of called film movie role as playing and to with at on his her "
    "their named song year"
)

_TITLE_ENDS = lexicon.words("or and but at right lol wasnt didnt though in when")
QUESTION_WORDS = {"who", "what", "which", "when", "where", "how", "whose", "whom", "list"}
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

COUPLE = 2


@dataclass(frozen=True)
class Frame:
    """A question taken apart. Made by `frame_of`; the kinds of questions only read it."""

    question: str
    words: tuple[Word, ...]
    times: tuple[TimeMention, ...]
    categories: tuple[CategoryMention, ...]
    unknown_category: str | None
    mentions: tuple[Mention, ...]
    weak: tuple[Mention, ...]
    spotter: Spotter
    today: date
    reported: bool = False

    @property
    def almanac(self) -> Almanac:
        """The record that names are taken from."""
        return self.spotter.almanac

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The words, folded."""
        return tuple(word.text for word in self.words)

    @cached_property
    def text(self) -> str:
        """The words, folded, with one space between."""
        return " ".join(self.texts)

    @cached_property
    def free(self) -> tuple[str, ...]:
        """The words that name nothing: what is left of the question between the names."""
        busy = self.named
        return tuple(text for at, text in enumerate(self.texts) if at not in busy)

    @cached_property
    def named(self) -> frozenset[int]:
        """The places of the words that name a time, a category, or anything else."""
        spans = [(time.start, time.end) for time in self.times]
        spans += [(mention.start, mention.end) for mention in self.mentions]
        spans += [(c.start, c.end) for c in self.categories if c.sure]
        return frozenset(at for start, end in spans for at in range(start, end))

    @cached_property
    def free_set(self) -> frozenset[str]:
        """The words that name nothing, each once."""
        return frozenset(self.free)

    def has(self, *cues: Iterable[str]) -> bool:
        """Whether a word of any of these sets is used, outside names."""
        return any(not self.free_set.isdisjoint(cue) for cue in cues)

    def says(self, pattern: str) -> bool:
        """Whether the free words, together, match a pattern at the start of a word or a mark."""
        return re.search(rf"(?<!\w)(?:{pattern})", self.free_text) is not None

    @cached_property
    def free_text(self) -> str:
        """The free words; every name is one mark of its kind, such as <film> or <category>."""
        marks: dict[int, str] = {}
        for mention in self.mentions:
            marks[mention.start] = f"<{mention.senses[0].kind}>"
        for time in self.times:
            marks[time.start] = "<time>"
        for category in self.categories:
            if category.sure:
                marks[category.start] = "<category>"
        parts = []
        for at, text in enumerate(self.texts):
            if at in marks:
                parts.append(marks[at])
            elif at not in self.named:
                parts.append(text)
        return " ".join(parts)

    @cached_property
    def category_ids(self) -> tuple[str, ...]:
        """The categories named for sure, in order, each once."""
        return tuple(dict.fromkeys(i for c in self.categories if c.sure for i in c.ids))

    @cached_property
    def scope_ids(self) -> frozenset[str]:
        """The categories named, with their families; all four of "acting Oscars"."""
        scope = self.spotter.catalogue.category_scope
        if not self.category_ids and self.acting:
            women = self.free_set & {"female", "women", "woman", "actress", "actresses"}
            # "Actors" are of both kinds, but not beside "actresses".
            men = self.free_set & (
                {"male", "men", "man", "actor"} | ({"actors"} if women else set())
            )
            if bool(men) == bool(women):
                return ACTING
            return frozenset(i for i in ACTING if i.startswith("actor-" if men else "actress-"))
        return frozenset(i for id_ in self.category_ids for i in scope(id_))

    @cached_property
    def scope_names(self) -> tuple[str, ...]:
        """What the categories named are called, as the answer tells them."""
        if not self.category_ids and self.acting:
            return ("acting",)
        return tuple(self.almanac.categories[i].name for i in self.category_ids)

    @cached_property
    def acting(self) -> bool:
        """Whether acting as such is spoken of: "acting Oscars", "for acting"."""
        return (
            re.search(
                r"\bacting (?:oscars?|awards?|academy|nominations?|nods?|wins?|prizes?|"
                r"categor)|\bfor (?:\w+ )?acting\b|\bacting$",
                self.text,
            )
            is not None
            and re.search(r"\bacting (?:or|and|as well as) (?!oscar)\w+ing\b", self.text) is None
        )

    @cached_property
    def occupation(self) -> tuple[str, ...]:
        """The categories of an occupation that is asked about: "which actress ..."."""
        found = [
            id_
            for at, text in enumerate(self.texts)
            if at not in self.named and text in OCCUPATIONS
            for id_ in OCCUPATIONS[text]
        ]
        return tuple(dict.fromkeys(found))

    @cached_property
    def period(self) -> Period | None:
        """The ceremonies that the question names; None where it names no time."""
        if not self.times:
            return None
        together = period(self.times[0].when, self.almanac)
        for time in self.times[1:]:
            if time.when.numbers != together.when.numbers or time.when.first != together.when.first:
                together = joined(together, period(time.when, self.almanac))
        return together

    def named_things(self, *kinds: str) -> list[Sense]:
        """Return what is named of these kinds, in order, by the best sense of each mention."""
        senses = (
            next((s for s in mention.senses if s.kind in kinds and _plausible(s, mention)), None)
            for mention in self.mentions
        )
        return [sense for sense in senses if sense is not None]

    def first_named(self, *kinds: str) -> Sense | None:
        """Return the first thing named of these kinds."""
        return next(iter(self.named_things(*kinds)), None)

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

    @cached_property
    def settled(self) -> bool:
        """Whether a category and one night are named: they have a winner, however described."""
        return bool(self.category_ids) and self.period is not None and not self.period.is_span

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
        return not self.asks and not self.verb_first and not self.question.rstrip().endswith("?")

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
        return not self.asks and not self.verb_first and said and not unfinished

    @cached_property
    def negated(self) -> bool:
        """Whether "no" is what is said, or asked to be confirmed: "has never won"."""
        return re.search(rf"\b(?:{_NEGATED})", re.sub(_TAG, " ", self.free_text)) is not None

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
        for pattern, words in IDIOMS:
            if not cues.isdisjoint(words) and self.says(pattern):
                cues -= words
        if self.told_openly:
            cues -= lexicon.NARROWING
        if self.settled:
            cues -= lexicon.NARROWING - lexicon.SAME
        if any(id_.endswith(("-color", "-black-and-white")) for id_ in self.category_ids):
            cues -= {"color", "colour", "black", "white"}
        for word in cues & frozenset(OCCUPATIONS):
            if set(self.category_ids) & set(OCCUPATIONS[word]):
                cues -= {word}
        if self.says(r"the (?:two|both) <category>") and len(self.category_ids) == COUPLE:
            cues -= {"two", "both"}
        return cues

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


def _plausible(sense: Sense, mention: Mention) -> bool:
    """Whether a sense of a span can be meant beside its best: a mere surname cannot."""
    best = mention.senses[0]
    return sense is best or (sense.exact and sense.score >= best.score - 4)
