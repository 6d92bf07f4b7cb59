"""Finds when a question is about: a ceremony, a year in one of its two senses, a span of years."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from bot.ask.words import Word
from bot.names.ceremonies import ORDINAL_WORDS
from bot.store.almanac import Almanac
from bot.wording import ordinal

FIRST_YEAR, LAST_YEAR = 1927, 2099

_SHOW = {
    "oscars",
    "academy",
    "ceremony",
    "ceremonies",
    "awards",
    "edition",
    "telecast",
    "annual",
    "show",
    "gala",
}
_THE_SHOW = _SHOW | {"oscar", "award"}
_FILMS = {
    "film",
    "films",
    "movie",
    "movies",
    "picture",
    "pictures",
    "release",
    "releases",
    "released",
}
_LATEST = {"latest", "last", "recent", "newest", "current", "previous", "past"}
_DECADES = {
    "twenties": 1920,
    "thirties": 1930,
    "forties": 1940,
    "fifties": 1950,
    "sixties": 1960,
    "seventies": 1970,
    "eighties": 1980,
    "nineties": 1990,
    "noughties": 2000,
}
_SMALL = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "fifty": 50,
    "couple": 2,
    "few": 3,
}


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


def times_in(words: Sequence[Word], almanac: Almanac, today: date) -> list[TimeMention]:
    """Return the times that a question names, in order, none overlapping."""
    texts = [word.text for word in words]
    found: list[TimeMention] = []
    at = 0
    while at < len(texts):
        mention = next(_at(texts, words, at, almanac, today), None)
        if mention is None:
            at += 1
        else:
            found.append(mention)
            at = mention.end
    return found


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


def _at(
    texts: Sequence[str], words: Sequence[Word], at: int, almanac: Almanac, today: date
) -> Iterator[TimeMention]:
    yield from _spans(texts, at, today)
    yield from _relative(texts, at, almanac, today)
    yield from _numbered(texts, at)
    yield from _years(texts, words, at)


def _get(texts: Sequence[str], at: int) -> str:
    return texts[at] if 0 <= at < len(texts) else ""


def _skip(texts: Sequence[str], at: int, *skipped: str) -> int:
    while _get(texts, at) in skipped:
        at += 1
    return at


def _year(text: str) -> int | None:
    return (
        int(text)
        if len(text) == 4 and text.isdigit() and FIRST_YEAR <= int(text) <= LAST_YEAR
        else None
    )


def _after_show(texts: Sequence[str], at: int) -> int:
    """Return where the words for the ceremony itself end: "... 2019 academy awards ceremony"."""
    while _get(texts, at) in _SHOW or (
        _get(texts, at) == "award" and _get(texts, at - 1) == "academy"
    ):
        at += 1
    return at


def _reading(texts: Sequence[str], start: int, end: int) -> Reading:
    """Tell from the words around a year or a span in which sense it is meant."""
    before, before2 = _get(texts, start - 1), _get(texts, start - 2)
    if before in ("the", "in", "of", "from", "for", "a", "an") and before2:
        near = {before, before2, _get(texts, start - 3)}
    else:
        near = {before, before2}
    after = {_get(texts, end)}
    if after & _THE_SHOW or near & {"held", "ceremony", "oscars", "telecast"}:
        return Reading.HELD
    if after & _FILMS or near & {"released", "films", "movies", "made", "out"}:
        return Reading.FILM
    if before in ("of", "from") and before2 in ("film", "picture", "movie"):
        return Reading.EITHER_FILM_FIRST
    if before == "for" and before2 not in ("oscar", "award"):
        return Reading.EITHER_FILM_FIRST
    return Reading.EITHER


def _spans(texts: Sequence[str], at: int, today: date) -> Iterator[TimeMention]:
    word = texts[at]
    start = at
    if word in ("from", "between"):
        at = _skip(texts, at + 1, "the", "years", "year")
    first = _year(_get(texts, at))
    if first is not None:
        joined = _get(texts, at + 1)
        second_at = (
            _skip(texts, at + 2, "the", "and")
            if joined in ("to", "and", "through", "until", "till", "thru")
            else at + 1
        )
        second = _year(_get(texts, second_at))
        wanted = (
            word in ("from", "between")
            or joined in ("to", "through", "until", "till", "thru")
            or second_at == at + 1
        )
        if second is not None and second > first and wanted:
            reading = _reading(texts, start, second_at + 1)
            yield TimeMention(
                start, _after_show(texts, second_at + 1), When((), first, second, reading)
            )
        short = _get(texts, at + 1)
        if len(short) == 2 and short.isdigit() and int(short) == (first + 1) % 100 and first < 1934:
            yield TimeMention(
                start, _after_show(texts, at + 2), When((), first, first, Reading.FILM)
            )
        if word == "from" and _get(texts, at + 1) in ("onwards", "onward", "on"):
            yield TimeMention(start, at + 2, When((), first, LAST_YEAR, Reading.EITHER))
        after = _skip(texts, at + 1, "oscars", "ceremony", "academy", "awards")
        if word in ("from", "between") and _get(texts, after) in ("to", "through", "until", "and"):
            second_at = _skip(texts, after + 1, "the")
            second = _year(_get(texts, second_at))
            if second is not None and second > first:
                yield TimeMention(
                    start, _after_show(texts, second_at + 1), When((), first, second, Reading.HELD)
                )
    low, low_end = _ordinal_at(texts, at)
    if low and word in ("from", "between") and _get(texts, low_end) in ("to", "and", "through"):
        high, high_end = _ordinal_at(texts, _skip(texts, low_end + 1, "the"))
        if high and high > low:
            yield TimeMention(
                start, _after_show(texts, high_end), When(tuple(range(low, high + 1)))
            )
    yield from _open_spans(texts, start, today)
    yield from _decades(texts, start)


def _open_spans(texts: Sequence[str], at: int, today: date) -> Iterator[TimeMention]:
    word = texts[at]
    if word in ("since", "after", "before", "until", "till", "prior"):
        year_at = _skip(texts, at + 1, "the", "year", "to", "in")
        year = _year(_get(texts, year_at))
        decade, decade_end = _decade_at(texts, year_at)
        if year is None and decade is not None:
            year = decade if word in ("since", "before", "until", "till", "prior") else decade + 9
            year_at = decade_end - 1
        if year is not None:
            reading = _reading(texts, at, year_at + 1)
            if word == "since":
                when = When((), year, LAST_YEAR, reading)
            elif word == "after":
                when = When((), year + 1, LAST_YEAR, reading)
            else:
                when = When((), FIRST_YEAR, year - 1, reading)
            yield TimeMention(at, _after_show(texts, year_at + 1), when)
    if word in ("last", "past", "previous"):
        number = _SMALL.get(_get(texts, at + 1)) or (
            int(texts[at + 1]) if _get(texts, at + 1).isdigit() and len(texts[at + 1]) < 3 else None
        )
        if number and _get(texts, at + 2) in ("years", "ceremonies", "oscars", "editions"):
            yield TimeMention(
                at, at + 3, When((), today.year - number + 1, today.year, Reading.HELD)
            )
        if number and _get(texts, at + 2) == "decades":
            yield TimeMention(
                at, at + 3, When((), today.year - 10 * number + 1, today.year, Reading.HELD)
            )
        if _get(texts, at + 1) == "decade":
            yield TimeMention(at, at + 2, When((), today.year - 9, today.year, Reading.HELD))
    if word == "this" and _get(texts, at + 1) in ("century", "decade", "millennium"):
        first = 2001 if texts[at + 1] != "decade" else today.year // 10 * 10
        yield TimeMention(at, at + 2, When((), first, LAST_YEAR, Reading.EITHER))
    if word in ("21st", "20th") and _get(texts, at + 1) == "century":
        span = (2001, LAST_YEAR) if word == "21st" else (FIRST_YEAR, 2000)
        yield TimeMention(at, at + 2, When((), *span, Reading.EITHER))


def _decade_at(texts: Sequence[str], at: int) -> tuple[int | None, int]:
    at = _skip(texts, at, "the", "early", "late", "mid")
    text = _get(texts, at)
    if text in _DECADES:
        return _DECADES[text], at + 1
    digits = text.removesuffix("s")
    if text.endswith("s") and digits.isdigit() and digits.endswith("0"):
        if len(digits) == 4 and 1920 <= int(digits) <= 2090:
            return int(digits), at + 1
        if len(digits) == 2:
            decade = int(digits)
            return (1900 if decade >= 30 else 2000) + decade, at + 1
    return None, at


def _decades(texts: Sequence[str], at: int) -> Iterator[TimeMention]:
    decade, end = _decade_at(texts, at)
    if decade is not None:
        reading = _reading(texts, at, end)
        yield TimeMention(at, _after_show(texts, end), When((), decade, decade + 9, reading))


def _relative(
    texts: Sequence[str], at: int, almanac: Almanac, today: date
) -> Iterator[TimeMention]:
    word, following = texts[at], _get(texts, at + 1)
    latest = When((almanac.latest.number,), relative=True)

    def held(years_ago: int) -> When:
        year = today.year - years_ago
        return When((), year, year, Reading.HELD, relative=True)

    if word == "year" and [following, _get(texts, at + 2)] == ["before", "last"]:
        yield TimeMention(at, at + 3, held(2))
    if word in ("last", "this", "next", "previous") and following in ("year", "years"):
        ago = {"last": 1, "previous": 1, "this": 0, "next": -1}[word]
        yield TimeMention(at, _after_show(texts, at + 2), held(ago))
    if word in ("today", "tonight", "current") and following in ("year", "years"):
        yield TimeMention(at, at + 2, held(0))
    number = _SMALL.get(word) or (int(word) if word.isdigit() and len(word) < 3 else None)
    if number and following in ("years", "year") and _get(texts, at + 2) == "ago":
        yield TimeMention(at, at + 3, held(number))
    if number and following in ("ceremonies", "oscars") and _get(texts, at + 2) == "ago":
        yield TimeMention(at, at + 3, When((almanac.latest.number - number,), relative=True))
    if word in ("next", "upcoming", "coming") and following in _THE_SHOW:
        yield TimeMention(
            at, _after_show(texts, at + 2), When((almanac.latest.number + 1,), relative=True)
        )
    if word == "before":
        last_at = _skip(texts, at + 1, "the", "most")
        if _get(texts, last_at) in _LATEST and _get(texts, last_at + 1) in {*_SHOW, "one"}:
            before = When((almanac.latest.number - 1,), relative=True)
            yield TimeMention(at, _after_show(texts, last_at + 2), before)
    begin = at
    if word == "most" and following == "recent":
        at, word, following = at + 1, "recent", _get(texts, at + 2)
    if word in _LATEST and following in _SHOW:
        yield TimeMention(begin, _after_show(texts, at + 2), latest)
    if word == "last" and following == "time" and at + 2 >= len(texts):
        yield TimeMention(begin, at + 2, latest)
    if word in ("reigning", "current", "currently", "incumbent"):
        yield TimeMention(begin, at + 1, latest)


def _ordinal_at(texts: Sequence[str], at: int) -> tuple[int | None, int]:
    text, following = _get(texts, at), _get(texts, at + 1)
    if f"{text} {following}" in ORDINAL_WORDS:
        return ORDINAL_WORDS[f"{text} {following}"], at + 2
    if text in ORDINAL_WORDS:
        return ORDINAL_WORDS[text] or None, at + 1
    if text[:-2].isdigit() and text[-2:] in ("st", "nd", "rd", "th") and len(text) < 6:
        return int(text[:-2]), at + 1
    return None, at


def _numbered(texts: Sequence[str], at: int) -> Iterator[TimeMention]:
    number, end = _ordinal_at(texts, at)
    if number:
        after = _skip(texts, end, "ever", "annual")
        shown = _get(texts, after)
        if shown in ("oscars", "academy", "ceremony", "awards", "edition", "telecast"):
            # "her first Academy Award" counts awards; "the first Academy Awards" is a night.
            singular = (
                shown == "academy"
                and _get(texts, after + 1) == "award"
                and _get(texts, after + 2) not in ("ceremony", "show", "night")
            )
            own = _get(texts, at - 1) in ("his", "her", "their", "my", "your", "whose")
            if not own and (not singular or number > 12):
                yield TimeMention(at, _after_show(texts, after), When((number,)))
        elif number > 12 and shown not in (
            "oscar",
            "award",
            "nomination",
            "win",
            "time",
            "film",
            "century",
        ):
            yield TimeMention(at, end, When((number,)))
    word = texts[at]
    if word in ("oscars", "ceremony", "awards") and _get(texts, at + 1) in ("number", "no"):
        at += 1
    following = _get(texts, at + 1)
    if word in ("oscars", "ceremony") and following.isdigit() and 1 <= int(following) <= 98:
        yield TimeMention(at, at + 2, When((int(following),)))


def _years(texts: Sequence[str], words: Sequence[Word], at: int) -> Iterator[TimeMention]:
    year = _year(texts[at])
    if year is None and len(texts[at]) == 2 and texts[at].isdigit():
        typed = words[at].typed
        if typed[:1] in "'’‘" or (
            _get(texts, at - 1) == "in" and int(texts[at]) > 14 and not _get(texts, at + 1)
        ):
            year = int(texts[at]) + (1900 if int(texts[at]) >= 27 else 2000)
    if year is not None:
        yield TimeMention(
            at, _after_show(texts, at + 1), When((), year, year, _reading(texts, at, at + 1))
        )


def told(when: When) -> str:
    """Return a time in words, for the reading that the asker is shown."""
    if len(when.numbers) == 1:
        return f"the {ordinal(when.numbers[0])} ceremony"
    if when.numbers:
        return f"the {ordinal(when.numbers[0])} to the {ordinal(when.numbers[-1])} ceremony"
    if when.first == when.last:
        return str(when.first)
    if when.last == LAST_YEAR:
        return f"since {when.first}"
    if when.first == FIRST_YEAR:
        return f"before {(when.last or 0) + 1}"
    return f"{when.first} to {when.last}"
