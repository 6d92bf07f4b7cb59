"""What one person, or one film, won or was nominated for: what is asked of it."""

from dataclasses import dataclass
from enum import Enum

from bot.ask.query import Scope
from bot.ask.times import Period
from bot.cards import addresses
from bot.cards.card import Link
from bot.library import Shelf
from bot.models import Nomination
from bot.store.almanac import Almanac
from bot.wording import listed


class Aspect(Enum):
    """What is asked of the subject's nominations."""

    DID_WIN = "whether {} won"
    WAS_NOMINATED = "whether {} was nominated"
    COUNT_WINS = "how often {} won"
    COUNT_NOMINATIONS = "how often {} was nominated"
    WINS = "what {} won"
    NOMINATIONS = "what {} was nominated for"
    COUNT_LOSSES = "how often {} lost"
    TRIES = "how often {} was nominated before the first win"
    HISTORY = "all nominations and wins of {}"


@dataclass(frozen=True)
class SubjectAsked:
    """One person's or film's part of the record.

    kind: "person" or "film". scope: the subject with the conditions named. names: of the
    categories in scope. pick: 1 for the first of its wins or nominations, -1 for the last, 0 for
    all. only: whether a single one is spoken of. guessed: whether the name had to be mended.
    claimed: a number to be confirmed or put right. negated: whether "no" is what is claimed.
    beside: the categories besides which the rest is asked for. missing: a title asked about that
    is not on record. one_night: whether what is claimed is claimed of a single night.
    claimed_least: a number that is asked to be reached.
    any_kind: whether an honorary award counts as well: "any kind of Oscar".
    """

    kind: str
    id: str
    scope: Scope
    aspect: Aspect
    names: tuple[str, ...] = ()
    period: Period | None = None
    pick: int = 0
    only: bool = False
    guessed: bool = False
    film_id: str | None = None
    claimed: int | None = None
    negated: bool = False
    beside: tuple[str, ...] = ()
    missing: str = ""
    one_night: bool = False
    any_kind: bool = False
    claimed_least: int = 0

    def told(self, almanac: Almanac) -> str:
        """Return how the question was understood."""
        names = listed(self.names)
        parts = [self.aspect.value.format(self.name(almanac))]
        parts += [f"in {names}"] if names else []
        parts += [f"for {almanac.films[self.film_id].title}"] if self.film_id else []
        return ", ".join(parts)

    def name(self, almanac: Almanac) -> str:
        """Return what the subject is called."""
        if self.kind == "film":
            return almanac.films[self.id].title
        return almanac.people[self.id].name

    def links(self, shelf: Shelf) -> tuple[Link, ...]:
        """Return the card of the subject."""
        if self.kind == "film":
            return (Link(shelf.catalogue.film_label(self.id), addresses.film(self.id)),)
        return (Link(self.name(shelf.almanac), addresses.person(self.id)),)

    def rows(self, almanac: Almanac) -> list[Nomination]:
        """Return the nominations in scope, in the reading of a year that has any."""
        if self.period is None:
            return self.scope.select(almanac)
        rows = self.scope.with_(ceremonies=frozenset(self.period.ceremonies)).select(almanac)
        others = self.scope.with_(ceremonies=frozenset(self.period.others)).select(almanac)
        wins = self.aspect in (Aspect.DID_WIN, Aspect.WINS, Aspect.COUNT_WINS)
        won_there_only = any(row.won for row in others) and not any(row.won for row in rows)
        return others if others and (not rows or (wins and won_there_only)) else rows
