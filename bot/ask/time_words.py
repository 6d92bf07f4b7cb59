"""Finds the words of a question that tell when it is about."""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.ask import lexicon
from bot.ask.times import FIRST_YEAR, LAST_YEAR, Reading, TimeMention, When
from bot.ask.words import Word
from bot.names.ceremonies import ORDINAL_WORDS
from bot.store.almanac import Almanac

_SHOW = lexicon.words("oscars academy ceremony ceremonies awards edition telecast annual show gala")
_THE_SHOW = _SHOW | {"oscar", "award"}
_FILMS = lexicon.words("film films movie movies picture pictures release releases released")
_LATEST = lexicon.words("latest last recent newest current previous past")
_DECADES = dict(
    zip(
        "twenties thirties forties fifties sixties seventies eighties nineties noughties".split(),
        range(1920, 2010, 10),
        strict=True,
    )
)
_SMALL = {
    name: number
    for number, name in enumerate("one two three four five six seven eight nine ten".split(), 1)
} | {"fifteen": 15, "twenty": 20, "thirty": 30, "fifty": 50, "couple": 2, "few": 3}


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


def _number(text: str) -> int | None:
    """Return a small number, in figures or in words."""
    return _SMALL.get(text) or (int(text) if text.isdigit() and len(text) < 3 else None)


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
    yield from _one_sided(texts, at)
    yield from _last_years(texts, at, today)
    word, following = texts[at], _get(texts, at + 1)
    if word == "this" and following in ("century", "decade", "millennium"):
        first = 2001 if following != "decade" else today.year // 10 * 10
        yield TimeMention(at, at + 2, When((), first, LAST_YEAR, Reading.EITHER))
    if word in ("21st", "20th") and following == "century":
        span = (2001, LAST_YEAR) if word == "21st" else (FIRST_YEAR, 2000)
        yield TimeMention(at, at + 2, When((), *span, Reading.EITHER))


def _one_sided(texts: Sequence[str], at: int) -> Iterator[TimeMention]:
    """Read "since 1990", "before the eighties"."""
    word = texts[at]
    if word not in ("since", "after", "before", "until", "till", "prior"):
        return
    year_at = _skip(texts, at + 1, "the", "year", "to", "in")
    year = _year(_get(texts, year_at))
    decade, decade_end = _decade_at(texts, year_at)
    if year is None and decade is not None:
        year = decade + 9 if word == "after" else decade
        year_at = decade_end - 1
    if year is None:
        return
    reading = _reading(texts, at, year_at + 1)
    if word == "since":
        when = When((), year, LAST_YEAR, reading)
    elif word == "after":
        when = When((), year + 1, LAST_YEAR, reading)
    else:
        when = When((), FIRST_YEAR, year - 1, reading)
    yield TimeMention(at, _after_show(texts, year_at + 1), when)


def _last_years(texts: Sequence[str], at: int, today: date) -> Iterator[TimeMention]:
    """Read "the last ten years"."""
    if texts[at] not in ("last", "past", "previous"):
        return

    def up_to_now(years: int) -> When:
        return When((), today.year - years + 1, today.year, Reading.HELD)

    following, unit = _get(texts, at + 1), _get(texts, at + 2)
    number = _number(following)
    if number and unit in ("years", "ceremonies", "oscars", "editions"):
        yield TimeMention(at, at + 3, up_to_now(number))
    if number and unit == "decades":
        yield TimeMention(at, at + 3, up_to_now(10 * number))
    if following == "decade":
        yield TimeMention(at, at + 2, up_to_now(10))


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
    yield from _relative_years(texts, at, today)
    yield from _relative_ceremonies(texts, at, almanac.latest.number)
    yield from _latest(texts, at, almanac.latest.number)


def _relative_years(texts: Sequence[str], at: int, today: date) -> Iterator[TimeMention]:
    """Read "last year", "ten years ago"."""
    word, following, third = texts[at], _get(texts, at + 1), _get(texts, at + 2)

    def held(years_ago: int) -> When:
        year = today.year - years_ago
        return When((), year, year, Reading.HELD, relative=True)

    if word == "year" and [following, third] == ["before", "last"]:
        yield TimeMention(at, at + 3, held(2))
    if word in ("last", "this", "next", "previous") and following in ("year", "years"):
        ago = {"last": 1, "previous": 1, "this": 0, "next": -1}[word]
        yield TimeMention(at, _after_show(texts, at + 2), held(ago))
    if word in ("today", "tonight", "current") and following in ("year", "years"):
        yield TimeMention(at, at + 2, held(0))
    number = _number(word)
    if number and following in ("years", "year") and third == "ago":
        yield TimeMention(at, at + 3, held(number))


def _relative_ceremonies(texts: Sequence[str], at: int, latest: int) -> Iterator[TimeMention]:
    """Read "two ceremonies ago", "the next Oscars", "before the last ceremony"."""
    word, following = texts[at], _get(texts, at + 1)
    number = _number(word)
    if number and following in ("ceremonies", "oscars") and _get(texts, at + 2) == "ago":
        yield TimeMention(at, at + 3, When((latest - number,), relative=True))
    if word in ("next", "upcoming", "coming") and following in _THE_SHOW:
        yield TimeMention(at, _after_show(texts, at + 2), When((latest + 1,), relative=True))
    if word == "before":
        last_at = _skip(texts, at + 1, "the", "most")
        if _get(texts, last_at) in _LATEST and _get(texts, last_at + 1) in {*_SHOW, "one"}:
            before = When((latest - 1,), relative=True)
            yield TimeMention(at, _after_show(texts, last_at + 2), before)


def _latest(texts: Sequence[str], at: int, latest: int) -> Iterator[TimeMention]:
    """Read "the most recent ceremony", "the reigning best actor"."""
    begin, word, following = at, texts[at], _get(texts, at + 1)
    when = When((latest,), relative=True)
    if word == "most" and following == "recent":
        at, word, following = at + 1, "recent", _get(texts, at + 2)
    if word in _LATEST and following in _SHOW:
        yield TimeMention(begin, _after_show(texts, at + 2), when)
    if word == "last" and following == "time" and at + 2 >= len(texts):
        yield TimeMention(begin, at + 2, when)
    if word in ("reigning", "current", "currently", "incumbent"):
        yield TimeMention(begin, at + 1, when)


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
