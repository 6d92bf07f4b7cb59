"""The small language of questions: a scope of the record, and what is asked of it.

A kind of question is a `Query`: it holds names resolved to ids and nothing of the wording, can tell
in words how it was understood, and answers from an almanac alone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from bot.cards.card import Link
from bot.library import Shelf
from bot.models import Nomination
from bot.store.almanac import Almanac

SHOWN = 10


@dataclass(frozen=True, slots=True)
class Scope:
    """Which nominations are meant. None leaves a condition out.

    categories: ids, families included. won: only winners, only losers, or both.
    competitive: leaves out what is given without nominees; None takes everything.
    """

    categories: frozenset[str] | None = None
    ceremonies: frozenset[int] | None = None
    films: frozenset[str] | None = None
    people: frozenset[str] | None = None
    countries: frozenset[str] | None = None
    won: bool | None = None
    competitive: bool | None = None

    def select(self, almanac: Almanac) -> list[Nomination]:
        """Return the nominations in scope, in the order of the record; unofficial ones left out."""
        rows: Iterable[Nomination] = self._candidates(almanac)
        barred = self._barred(almanac)
        if barred:
            rows = [row for row in rows if row.category_id not in barred]
        if self.won is not None:
            rows = [row for row in rows if row.won == self.won]
        if not self.won:
            rows = [row for row in rows if row.counts]
        return [row for row in rows if self._holds(row)]

    def with_(self, **changes: object) -> "Scope":
        """Return the scope with some conditions changed."""
        return replace(self, **changes)  # type: ignore[arg-type]

    def _candidates(self, almanac: Almanac) -> Iterable[Nomination]:
        if self.people is not None:
            return _gathered(almanac.by_person.get(i, ()) for i in sorted(self.people))
        if self.films is not None:
            return _gathered(almanac.by_film.get(i, ()) for i in sorted(self.films))
        if self.ceremonies is not None and len(self.ceremonies) < 3:
            return _gathered(almanac.by_ceremony.get(n, ()) for n in sorted(self.ceremonies))
        if self.categories is not None:
            return _gathered(almanac.by_category.get(i, ()) for i in sorted(self.categories))
        return almanac.nominations

    def _barred(self, almanac: Almanac) -> set[str]:
        """Return the categories that are out of scope."""
        return {
            id_
            for id_, category in almanac.categories.items()
            if (self.categories is not None and id_ not in self.categories)
            or (self.competitive is not None and category.competitive != self.competitive)
        }

    def _holds(self, row: Nomination) -> bool:
        return (
            (self.ceremonies is None or row.ceremony in self.ceremonies)
            and (self.films is None or not self.films.isdisjoint(row.film_ids))
            and (self.people is None or not self.people.isdisjoint(row.person_ids))
            and (self.countries is None or row.country in self.countries)
        )


def _gathered(lists: Iterable[Sequence[Nomination]]) -> list[Nomination]:
    rows = {id(row): row for rows in lists for row in rows}
    return sorted(rows.values(), key=lambda row: row.ceremony)


@dataclass(frozen=True)
class Answer:
    """What is said to a question. `line` is the answer and nothing but the answer.

    answered: False where the bot declines. reading: how the question was understood, in words.
    notes: short lines after it, such as the other sense of a year. items: a list; its first ten
    are shown where there is little room, and in a terminal too unless it is `whole`. details: the
    facts behind the answer.
    links: the cards that tell more, or the things to choose from. suggestions: questions that
    can be answered instead.
    """

    line: str
    answered: bool = True
    reading: str = ""
    notes: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    whole: bool = True
    details: tuple[str, ...] = ()
    footer: str = ""
    links: tuple[Link, ...] = ()
    suggestions: tuple[str, ...] = ()

    def text(self) -> str:
        """Return everything that the reader of a terminal sees."""
        parts = [self.line, *self.notes]
        if self.items:
            shown = self.items if self.whole else self.items[:SHOWN]
            parts += ["", *(f"- {item}" for item in shown)]
            parts += [f"and {len(self.items) - SHOWN} more"] if len(shown) < len(self.items) else []
        if self.details:
            parts += ["", *self.details]
        if self.footer:
            parts += ["", self.footer]
        if self.suggestions:
            parts += ["", "You could ask:", *(f"- {question}" for question in self.suggestions)]
        return "\n".join(parts)


class Query(Protocol):
    """A question with its names resolved."""

    def told(self, almanac: Almanac) -> str:
        """Return how the question was understood, in words."""

    def answer(self, shelf: Shelf) -> Answer:
        """Answer it from the record."""


@dataclass(frozen=True)
class Decline:
    """A question that is not answered, with the reason and what could be asked instead.

    puzzled: whether some of its words were not understood, so that it may be read without them.
    """

    reason: str
    suggestions: tuple[str, ...] = ()
    understood: str = ""
    choices: tuple[Link, ...] = field(default=())
    puzzled: bool = False

    def told(self, almanac: Almanac) -> str:  # noqa: ARG002  (every query can be told)
        """Return how the question was understood."""
        return self.understood or "nothing that the record tells"

    def answer(self, shelf: Shelf) -> Answer:  # noqa: ARG002  (every query can be answered)
        """Say the reason."""
        return Answer(self.reason, answered=False, suggestions=self.suggestions, links=self.choices)
