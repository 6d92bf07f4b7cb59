"""Finds spans of time: "from 1990 to 1995", "61st to 65th", "since 2001", "the eighties"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.ask.time_points import (
    SHOW,
    after_show,
    get,
    number_of,
    ordinal_at,
    reading_of,
    skip,
    year_of,
)
from bot.ask.times import FIRST_YEAR, LAST_YEAR, Reading, TimeMention, When
from bot.ask.words import Word

_DECADES = dict(
    zip(
        "twenties thirties forties fifties sixties seventies eighties nineties noughties".split(),
        range(1920, 2010, 10),
        strict=True,
    )
)
_JOINTS = ("to", "through", "until", "till", "thru", "up", "upto")
_NOW = ("now", "today", "present", "date", "onwards", "onward", "on", "forward")
_SINCE = ("since", "starting", "beginning")
_BEFORE = ("before", "until", "till", "prior")
_LEADS = ("the", "year", "to", "in", "from", "with", "until", "till", "and", "including")
_NAME_OF_AWARD = 6
"""So many words after "the last five" the winners may be named."""

_SURE_ORDINAL = 12
"""Smaller ordinals count other things too: "the first to the third winner"."""


@dataclass(frozen=True, slots=True)
class _Edge:
    """Where a span begins or ends: a year or a ceremony. end: where its words end."""

    value: int
    is_year: bool
    end: int
    shown: bool


def spans_at(
    texts: Sequence[str], words: Sequence[Word], at: int, latest: int, today: date
) -> Iterator[TimeMention]:
    """Yield the spans of time that begin at a place, the likeliest first.

    latest: the number of the last ceremony held. today: to know what "the last ten years" are.
    """
    yield from _closed(texts, words, at, latest)
    yield from _listed_years(texts, at)
    yield from _film_year(texts, at)
    yield from _one_sided(texts, at, latest)
    yield from _last_years(texts, at, today)
    yield from _centuries(texts, at, today)
    yield from _decades(texts, at)


def _closed(
    texts: Sequence[str], words: Sequence[Word], start: int, latest: int
) -> Iterator[TimeMention]:
    """Read "from 2016 to 2020", "61st to 65th awards", "the 2016 ceremony up to now"."""
    opened = texts[start] in ("from", "between")
    low = _edge(texts, skip(texts, start + opened, "the", "years", "year"))
    if low is None:
        return
    high = _last_edge(texts, words, low, latest, opened=opened)
    if high is None or high.is_year != low.is_year or high.value <= low.value:
        return
    if low.is_year:
        shown = low.shown or high.shown
        reading = Reading.HELD if shown else reading_of(texts, start, high.end)
        yield TimeMention(start, high.end, When((), low.value, high.value, reading))
    elif opened or low.shown or high.shown or low.value > _SURE_ORDINAL:
        numbers = tuple(range(low.value, high.value + 1))
        yield TimeMention(start, high.end, When(numbers))


def _edge(texts: Sequence[str], at: int) -> _Edge | None:
    year = year_of(get(texts, at))
    number, end = (year, at + 1) if year is not None else ordinal_at(texts, at)
    if number is None:
        return None
    shown_at = after_show(texts, end)
    return _Edge(number, year is not None, shown_at, shown_at > end)


def _last_edge(
    texts: Sequence[str], words: Sequence[Word], low: _Edge, latest: int, *, opened: bool
) -> _Edge | None:
    """Return where a span ends that begins with `low`."""
    at = low.end
    joint = get(texts, at)
    joined = joint in _JOINTS or (opened and joint == "and")
    if opened and joint in _NOW:
        return _Edge(LAST_YEAR if low.is_year else latest, low.is_year, at + 1, shown=False)
    if joined:
        at = skip(texts, at + 1, *_JOINTS, "the", "and", "including")
        if get(texts, at) in _NOW or (get(texts, at), get(texts, at + 1)) == ("this", "year"):
            end = at + 1 + (get(texts, at) == "this")
            return _Edge(LAST_YEAR if low.is_year else latest, low.is_year, end, shown=False)
    same_word = at and at < len(words) and words[at].typed == words[at - 1].typed
    if low.is_year and (joined or (same_word and "/" not in words[at].typed)):
        short = get(texts, at)
        year = low.value // 100 * 100 + int(short) if short.isdigit() and len(short) == 2 else 0
        if year > low.value + (not joined):
            end = after_show(texts, at + 1)
            return _Edge(year, True, end, shown=end > at + 1)
    return _edge(texts, at) if joined or (low.is_year and not low.shown) else None


def _listed_years(texts: Sequence[str], at: int) -> Iterator[TimeMention]:
    """Read "2014 15 16", years one after the other."""
    first = last = year_of(texts[at])
    end = at + 1
    while last is not None and get(texts, end) == f"{(last + 1) % 100:02}":
        last, end = last + 1, end + 1
    if first is not None and last is not None and last > first + 1:
        reading = reading_of(texts, at, end)
        yield TimeMention(at, after_show(texts, end), When((), first, last, reading))


def _film_year(texts: Sequence[str], at: int) -> Iterator[TimeMention]:
    """Read "1927/28", one of the film years that ran over two calendar years."""
    first, short = year_of(texts[at]), get(texts, at + 1)
    if first is None or first > 1933 or len(short) != 2 or not short.isdigit():
        return
    if int(short) == (first + 1) % 100:
        yield TimeMention(at, after_show(texts, at + 2), When((), first, first, Reading.FILM))


def _one_sided(texts: Sequence[str], at: int, latest: int) -> Iterator[TimeMention]:
    """Read "since 1990", "before the eighties", "up to 1950", "since the 90th"."""
    word = texts[at]
    yield from _onwards(texts, at)
    inclusive = word == "up" and get(texts, at + 1) in ("to", "until", "till")
    if not inclusive and word not in _SINCE and word not in _BEFORE and word != "after":
        return
    place = skip(texts, at + 1, *_LEADS)
    yield from _since_ceremony(texts, at, place, latest)
    year, end = year_of(get(texts, place)), place + 1
    decade, decade_end = _decade_at(texts, place)
    if year is None and decade is not None:
        year = decade + 9 if word == "after" or inclusive else decade
        end = decade_end
    if year is None:
        return
    if word in _SINCE or word == "after":
        first, last = year + (word == "after"), LAST_YEAR
    else:
        first, last = FIRST_YEAR, year - (not inclusive)
    yield TimeMention(at, after_show(texts, end), When((), first, last, reading_of(texts, at, end)))


def _onwards(texts: Sequence[str], at: int) -> Iterator[TimeMention]:
    """Read "from the 2000s on", "2010 onwards"."""
    place = skip(texts, at, "from", "the")
    decade, end = _decade_at(texts, place)
    year = year_of(get(texts, place))
    first, end = (decade, end) if decade is not None else (year, place + 1)
    if first is not None and get(texts, end) in ("on", "onwards", "onward", "forward"):
        yield TimeMention(at, end + 1, When((), first, LAST_YEAR, reading_of(texts, at, end)))


def _since_ceremony(
    texts: Sequence[str], at: int, place: int, latest: int
) -> Iterator[TimeMention]:
    number, end = ordinal_at(texts, place)
    if not number or (number <= _SURE_ORDINAL and get(texts, end) not in SHOW):
        return
    if get(texts, end) == "century":
        return
    word = texts[at]
    if word in _SINCE or word == "after":
        first, last = number + (word == "after"), latest
    else:
        first, last = 1, number - (word != "up")
    if first <= last:
        numbers = tuple(range(first, last + 1))
        yield TimeMention(at, after_show(texts, end), When(numbers))


def _centuries(texts: Sequence[str], at: int, today: date) -> Iterator[TimeMention]:
    word, following = texts[at], get(texts, at + 1)
    if word == "this" and following in ("century", "decade", "millennium"):
        first = 2001 if following != "decade" else today.year // 10 * 10
        yield TimeMention(at, at + 2, When((), first, LAST_YEAR, Reading.EITHER))
    if word in ("21st", "20th") and following == "century":
        span = (2001, LAST_YEAR) if word == "21st" else (FIRST_YEAR, 2000)
        yield TimeMention(at, at + 2, When((), *span, Reading.EITHER))


def _last_years(texts: Sequence[str], at: int, today: date) -> Iterator[TimeMention]:
    """Read "the last ten years"."""
    if texts[at] not in ("last", "past", "previous"):
        return

    def up_to_now(years: int) -> When:
        return When((), today.year - years + 1, today.year, Reading.HELD)

    following, unit = get(texts, at + 1), get(texts, at + 2)
    number = number_of(following)
    if number and unit in ("years", "ceremonies", "oscars", "editions"):
        yield TimeMention(at, at + 3, up_to_now(number))
    if number and number > 1 and "winners" in texts[at + 2 : at + 2 + _NAME_OF_AWARD]:
        yield TimeMention(at, at + 2, up_to_now(number))
    if number and unit == "decades":
        yield TimeMention(at, at + 3, up_to_now(10 * number))
    if following == "decade":
        yield TimeMention(at, at + 2, up_to_now(10))


def _decade_at(texts: Sequence[str], at: int) -> tuple[int | None, int]:
    at = skip(texts, at, "the", "early", "late", "mid")
    text = get(texts, at)
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
        reading = reading_of(texts, at, end)
        yield TimeMention(at, after_show(texts, end), When((), decade, decade + 9, reading))
