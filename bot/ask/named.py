"""What a question names: times, awards, films, people; and the words that are left over."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from bot.ask.categories import ACTING, OCCUPATIONS, CategoryMention
from bot.ask.mentions import Spotter
from bot.ask.senses import Mention, Sense
from bot.ask.times import Period, TimeMention, joined, period
from bot.ask.words import Word
from bot.store.almanac import Almanac


@dataclass(frozen=True)
class Named:
    """The names in a question, and its words."""

    question: str
    words: tuple[Word, ...]
    times: tuple[TimeMention, ...]
    categories: tuple[CategoryMention, ...]
    unknown_category: str | None
    mentions: tuple[Mention, ...]
    weak: tuple[Mention, ...]
    spotter: Spotter
    today: date

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


def _plausible(sense: Sense, mention: Mention) -> bool:
    """Whether a sense of a span can be meant beside its best: a mere surname cannot."""
    best = mention.senses[0]
    return sense is best or (sense.exact and sense.score >= best.score - 4)
