"""Who won, or was nominated for, a category on a night or over years: the queries."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.ask.frame import Frame
from bot.ask.query import Answer, Scope
from bot.ask.say import at_night, briefly, in_list, told
from bot.ask.times import LAST_YEAR, Period, Reading, When, is_unbroken, period
from bot.ask.times import told as time_told
from bot.cards import addresses
from bot.cards.card import Link
from bot.library import Shelf
from bot.models import Nomination
from bot.store.almanac import Almanac
from bot.wording import day, listed, ordinal

MAIN = (
    "best-picture",
    "directing",
    "actor-leading",
    "actress-leading",
    "actor-supporting",
    "actress-supporting",
)


@dataclass(frozen=True)
class AwardsQuery:
    """The winners or the nominees of categories at some ceremonies; the latest if none is named."""

    categories: tuple[str, ...]
    period: Period | None
    won: bool

    def told(self, almanac: Almanac) -> str:
        """Return how the question was understood."""
        names = listed([almanac.categories[i].name for i in self.categories])
        when = time_told(self.period.when) if self.period else "the latest ceremony"
        return f"{'winner' if self.won else 'nominees'} of {names}, {when}"

    def answer(self, shelf: Shelf) -> Answer:
        """Name the winners or the nominees; over several years, as a list."""
        if self.period is not None and self.period.is_span:
            return self._over_years(shelf)
        answers = [self._on_a_night(shelf, category) for category in self.categories]
        if len(answers) == 1:
            return answers[0]
        given = [answer for answer in answers if answer.answered] or answers[:1]
        return Answer(
            "\n".join(answer.line for answer in given),
            answered=given[0].answered,
            notes=tuple(dict.fromkeys(note for answer in given for note in answer.notes)),
            links=tuple(link for answer in given for link in answer.links[:1]),
        )

    def _on_a_night(self, shelf: Shelf, category_id: str) -> Answer:
        almanac = shelf.almanac
        scope = set(shelf.catalogue.category_scope(category_id))
        given = almanac.given(scope)
        if self.period is None:
            numbers, others = [_latest_won(almanac, scope)], tuple[int, ...]()
        else:
            numbers = [n for n in self.period.ceremonies if n in given]
            others = tuple(n for n in self.period.others if n in given)
            if not numbers and others:
                numbers, others = list(others), ()
        if not numbers:
            return self._not_given(shelf, category_id, given)
        lines = [self._line(shelf, scope, category_id, number) for number in numbers]
        notes = [
            f"If you mean the films of {self._year()}: {self._line(shelf, scope, category_id, n)}"
            if self.period
            and self.period.ceremonies
            and numbers[0] == self.period.ceremonies[0]
            and not _by_films(self.period, almanac)
            else f"If you mean the ceremony held in {self._year()}: "
            f"{self._line(shelf, scope, category_id, n)}"
            for n in others
        ]
        if self.period is None:
            notes.append("No year was named, so this is the latest.")
        return Answer(
            "\n".join(lines),
            notes=tuple(notes),
            details=self._details(almanac, scope, numbers[0]) if len(lines) == 1 else (),
            links=(
                Link("The award", addresses.winner(category_id, numbers[0])),
                Link("The night", addresses.ceremony(numbers[0])),
            ),
        )

    def _year(self) -> int | None:
        return self.period.when.first if self.period else None

    def _line(self, shelf: Shelf, scope: set[str], category_id: str, number: int) -> str:
        almanac = shelf.almanac
        ceremony = almanac.ceremonies[number]
        rows = [row for row in almanac.by_ceremony[number] if row.category_id in scope]
        name = almanac.categories[category_id].name
        if self.won:
            won = [row for row in rows if row.won]
            single = len({row.category_id for row in won}) < 2
            parts = [
                told(row, almanac.categories[row.category_id])
                + ("" if single else f" ({almanac.categories[row.category_id].name})")
                for row in won
            ]
            verb = "were given" if len(won) > 1 else "went to"
            if len(won) > 1:
                return f"{name} went to {'; '.join(parts)}, {at_night(ceremony)}."
            return f"{name} {verb} {parts[0]}, {at_night(ceremony)}."
        marked = [
            told(row, almanac.categories[row.category_id])
            + (" (won)" if row.won else "")
            + ("" if row.counts else f" ({row.status})")
            for row in sorted(rows, key=lambda row: not row.won)
        ]
        return f"The nominees for {name} {at_night(ceremony)}: {'; '.join(marked)}."

    def _details(self, almanac: Almanac, scope: set[str], number: int) -> tuple[str, ...]:
        if not self.won:
            return ()
        others = [
            told(row, almanac.categories[row.category_id])
            for row in almanac.by_ceremony[number]
            if row.category_id in scope and row.counts and not row.won
        ]
        return (f"Also nominated: {'; '.join(others)}.",) if others else ()

    def _over_years(self, shelf: Shelf) -> Answer:
        almanac = shelf.almanac
        assert self.period is not None
        scope = {i for c in self.categories for i in shelf.catalogue.category_scope(c)}
        rows = [
            row
            for number in self.period.ceremonies
            for row in almanac.by_ceremony.get(number, ())
            if row.category_id in scope and (row.won or (not self.won and row.counts))
        ]
        names = listed([almanac.categories[i].name for i in self.categories])
        if not rows:
            return self._not_given(shelf, self.categories[0], almanac.given(scope))
        what = "winners" if self.won else "nominees"
        several = len(self.categories) > 1
        return Answer(
            f"The {what} of {names} {_extent(self.period, rows, almanac)}:",
            notes=self._of_the_films(almanac, scope, several=several),
            items=tuple(in_list(row, almanac, category=several) for row in rows),
            links=(Link("The category", addresses.category(self.categories[0])),),
        )

    def _of_the_films(self, almanac: Almanac, scope: set[str], *, several: bool) -> tuple[str, ...]:
        """Return what comes in besides, where the years may be those of the films."""
        assert self.period is not None
        when = self.period.when
        if when.reading is not Reading.EITHER or when.last == LAST_YEAR:
            return ()
        films = period(replace(when, reading=Reading.FILM), almanac).ceremonies
        rows = [
            row
            for number in films
            if number not in self.period.ceremonies
            for row in almanac.by_ceremony.get(number, ())
            if row.category_id in scope and row.won
        ]
        lines = "; ".join(in_list(row, almanac, category=several) for row in rows)
        return (f"If you mean the films of these years, also: {lines}.",) if rows else ()

    def _not_given(self, shelf: Shelf, category_id: str, given: Sequence[int]) -> Answer:
        almanac = shelf.almanac
        assert self.period is not None
        future = not_held(self.period, almanac)
        if future:
            return Answer(future, answered=False)
        name = almanac.categories[category_id].name
        first, last = almanac.ceremonies[given[0]], almanac.ceremonies[given[-1]]
        return Answer(
            f"{name} was not given at {time_told(self.period.when)}: it was given "
            f"from the {briefly(first)}, to the {briefly(last)}.",
            answered=False,
            links=(Link("The category", addresses.category(category_id)),),
        )


def _extent(when: Period, rows: Sequence[Nomination], almanac: Almanac) -> str:
    """Return which ceremonies a list covers: "from the 91st to the 96th ceremony, held ..."."""
    numbers = list(dict.fromkeys(row.ceremony for row in rows))
    years = [str(almanac.ceremonies[number].held_on.year) for number in numbers]
    if not is_unbroken(when.ceremonies):
        nights = listed([ordinal(number) for number in numbers])
        return f"at the {nights} Academy Awards, held {listed(years)}"
    span = f"from the {ordinal(numbers[0])} to the {ordinal(numbers[-1])} ceremony"
    return f"{span}, held {years[0]} to {years[-1]}"


@dataclass(frozen=True)
class NightQuery:
    """What happened on a night: the main winners, and which films won most."""

    period: Period | None

    def told(self, almanac: Almanac) -> str:  # noqa: ARG002  (every query can be told)
        """Return how the question was understood."""
        return (
            "the winners at "
            f"{time_told(self.period.when) if self.period else 'the latest ceremony'}"
        )

    def answer(self, shelf: Shelf) -> Answer:
        """Name the main winners."""
        almanac = shelf.almanac
        number = self.period.ceremonies[0] if self.period and self.period.ceremonies else None
        if self.period is not None and (number is None or number not in almanac.by_ceremony):
            return Answer(
                not_held(self.period, almanac) or "No ceremony was held then.", answered=False
            )
        ceremony = almanac.ceremonies[number or almanac.latest.number]
        rows = [row for row in almanac.by_ceremony[ceremony.number] if row.won]
        items = []
        for category_id, category in almanac.categories.items():
            won = [row for row in rows if row.category_id == category_id]
            if won and category.competitive:
                items.append(f"{category.name}: {'; '.join(told(row, category) for row in won)}")
        best = next((row for row in rows if row.category_id == "best-picture"), None)
        title = best.works[0].title if best else ""
        return Answer(
            f"{title} won Best Picture {at_night(ceremony)}. The winners:",
            items=tuple(items),
            whole=False,
            links=(Link("The night", addresses.ceremony(ceremony.number)),),
        )


def not_held(when: Period, almanac: Almanac) -> str:
    """Return that a ceremony has not been held yet, or never will have been; "" for others."""
    last = almanac.latest
    upcoming = [c for c in almanac.ceremonies.values() if c.number > last.number]
    numbers = when.when.numbers
    first = when.when.first
    announced = (
        f" The {ordinal(upcoming[0].number)} is on {day(upcoming[0].held_on)}." if upcoming else ""
    )
    if numbers and numbers[0] > last.number:
        return (
            f"The {ordinal(numbers[0])} ceremony has not been held yet, so nobody has "
            f"won.{announced}"
        )
    if first and first > last.held_on.year:
        return f"The ceremony of {first} has not been held yet, so nobody has won.{announced}"
    return ""


def _by_films(when: Period, almanac: Almanac) -> bool:
    """Whether the likelier reading of a year is that of the films."""
    year = when.when.first
    return bool(when.ceremonies) and almanac.ceremonies[when.ceremonies[0]].held_on.year != year


def _latest_won(almanac: Almanac, scope: set[str]) -> int:
    return max(row.ceremony for i in scope for row in almanac.by_category.get(i, ()) if row.won)


def at_ceremony(number: int, almanac: Almanac) -> Period:
    """Return the period of one ceremony."""
    return period(When((number,)), almanac)


def winners_at(frame: Frame) -> Sequence[Nomination]:
    """Return the winning nominations of the categories named, on the night named or the latest."""
    almanac = frame.almanac
    scope = Scope(categories=frame.scope_ids, won=True)
    if frame.period is not None:
        rows = scope.with_(ceremonies=frozenset(frame.period.ceremonies)).select(almanac)
        return rows or scope.with_(ceremonies=frozenset(frame.period.others)).select(almanac)
    rows = scope.select(almanac)
    latest = max((row.ceremony for row in rows), default=0)
    return [row for row in rows if row.ceremony == latest]
