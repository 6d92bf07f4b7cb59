"""When a question is about: a ceremony, a year in one of its two senses, a span of years."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from bot.store.almanac import Almanac
from bot.wording import listed, ordinal

FIRST_YEAR, LAST_YEAR = 1927, 2099


class Reading(Enum):
    """In which of its two senses a year is meant."""

    HELD = "held"
    FILM = "film"
    EITHER = "either"
    EITHER_FILM_FIRST = "either, film first"


@dataclass(frozen=True, slots=True)
class When:
    """A time as the question names it: ceremonies by number, or years from `first` to `last`."""

    numbers: tuple[int, ...] = ()
    first: int | None = None
    last: int | None = None
    reading: Reading = Reading.HELD
    relative: bool = False

    @property
    def is_span(self) -> bool:
        """Whether it names more than one year or ceremony."""
        return len(self.numbers) > 1 or self.first != self.last


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time, and the words that tell it: from `start` up to `end`."""

    start: int
    end: int
    when: When


@dataclass(frozen=True, slots=True)
class Period:
    """The ceremonies meant, likelier ones in `ceremonies`, the other reading in `others`."""

    ceremonies: tuple[int, ...]
    others: tuple[int, ...]
    when: When

    @property
    def is_span(self) -> bool:
        """Whether it is more than one year or ceremony."""
        return self.when.is_span


def period(when: When, almanac: Almanac) -> Period:
    """Return the ceremonies that a time means.

    A year that can be read both ways gives the ceremonies held then and, as the other reading,
    those for the films of that year; the other way round where the films are likelier.
    """
    if when.numbers:
        return Period(when.numbers, (), when)
    first, last = when.first or FIRST_YEAR, when.last or LAST_YEAR
    every = almanac.ceremonies.values()
    held = tuple(c.number for c in every if first <= c.held_on.year <= last)
    film = tuple(c.number for c in every if any(first <= y <= last for y in c.film_years))
    if when.reading is Reading.HELD:
        return Period(held or film, (), when)
    if when.reading is Reading.FILM:
        return Period(film, (), when)
    if when.is_span:
        return Period(held, (), when)
    if when.reading is Reading.EITHER_FILM_FIRST:
        return Period(film or held, held if film else (), when)
    return Period(held or film, film if held else (), when)


def joined(one: Period, two: Period) -> Period:
    """Return two times taken together: "the 80s and 90s"."""
    numbers = tuple(sorted({*one.ceremonies, *two.ceremonies}))
    return Period(numbers, (), When(numbers, relative=one.when.relative))


def is_unbroken(numbers: Sequence[int]) -> bool:
    """Whether ceremonies, in order, follow one another without a gap."""
    return numbers[-1] - numbers[0] + 1 == len(numbers)


def told(when: When) -> str:
    """Return a time in words, for the reading that the asker is shown."""
    if len(when.numbers) == 1:
        return f"the {ordinal(when.numbers[0])} ceremony"
    if when.numbers and not is_unbroken(when.numbers):
        return f"the {listed([ordinal(number) for number in when.numbers])} ceremony"
    if when.numbers:
        return f"the {ordinal(when.numbers[0])} to the {ordinal(when.numbers[-1])} ceremony"
    if when.first == when.last:
        return str(when.first)
    if when.last == LAST_YEAR:
        return f"since {when.first}"
    if when.first == FIRST_YEAR:
        return f"before {(when.last or 0) + 1}"
    return f"{when.first} to {when.last}"
