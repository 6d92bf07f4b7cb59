"""Finds the words of a question that tell when it is about."""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.ask import lexicon
from bot.ask.time_points import (
    SHOW,
    THE_SHOW,
    after_show,
    get,
    number_of,
    ordinal_at,
    reading_of,
    skip,
    year_of,
)
from bot.ask.time_spans import spans_at
from bot.ask.times import FIRST_YEAR, Reading, TimeMention, When
from bot.ask.words import Word
from bot.models import Ceremony
from bot.store.almanac import Almanac

_ASIDES = lexicon.words("please thanks lol anyone")
_BEFORE_YEARS = lexicon.words(
    "actor actress picture director song score screenplay feature short film editing effects "
    "winner winners oscars"
)
_INCLUDED = lexicon.words("incl including included counting plus")
_SMALL_NUMBER = 14
_LATEST = lexicon.words("latest last recent newest current previous past")


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
    yield from spans_at(texts, words, at, almanac.latest.number, today)
    yield from _relative(texts, at, almanac, today)
    yield from _numbered(texts, at)
    yield from _bare_numbers(texts, words, at, almanac.latest)
    yield from _years(texts, words, at)


def _relative(
    texts: Sequence[str], at: int, almanac: Almanac, today: date
) -> Iterator[TimeMention]:
    yield from _relative_years(texts, at, today)
    yield from _relative_ceremonies(texts, at, almanac.latest.number)
    yield from _latest(texts, at, almanac.latest.number)


def _relative_years(texts: Sequence[str], at: int, today: date) -> Iterator[TimeMention]:
    """Read "last year", "ten years ago"."""
    word, following, third = texts[at], get(texts, at + 1), get(texts, at + 2)
    if word in ("this", "last") and following == "year" and get(texts, at - 1) in _INCLUDED:
        # "all her nominations including this year" leaves no other year out.
        yield TimeMention(at, at + 2, When((), FIRST_YEAR, today.year, Reading.HELD))

    def held(years_ago: int) -> When:
        year = today.year - years_ago
        return When((), year, year, Reading.HELD, relative=True)

    if word == "year" and [following, third] == ["before", "last"]:
        yield TimeMention(at, at + 3, held(2))
    if word in ("last", "this", "next", "previous") and following in ("year", "years"):
        ago = {"last": 1, "previous": 1, "this": 0, "next": -1}[word]
        yield TimeMention(at, after_show(texts, at + 2), held(ago))
    if word in ("today", "tonight", "current") and following in ("year", "years"):
        yield TimeMention(at, at + 2, held(0))
    number = number_of(word)
    if number and following in ("years", "year") and third == "ago":
        yield TimeMention(at, at + 3, held(number))


def _relative_ceremonies(texts: Sequence[str], at: int, latest: int) -> Iterator[TimeMention]:
    """Read "two ceremonies ago", "the next Oscars", "before the last ceremony"."""
    word, following = texts[at], get(texts, at + 1)
    number = number_of(word)
    if number and following in ("ceremonies", "oscars") and get(texts, at + 2) == "ago":
        yield TimeMention(at, at + 3, When((latest - number,), relative=True))
    if word in ("next", "upcoming", "coming") and following in THE_SHOW:
        yield TimeMention(at, after_show(texts, at + 2), When((latest + 1,), relative=True))
    if word == "before":
        last_at = skip(texts, at + 1, "the", "most")
        if get(texts, last_at) in _LATEST and get(texts, last_at + 1) in {*SHOW, "one"}:
            before = When((latest - 1,), relative=True)
            yield TimeMention(at, after_show(texts, last_at + 2), before)


def _latest(texts: Sequence[str], at: int, latest: int) -> Iterator[TimeMention]:
    """Read "the most recent ceremony", "the reigning best actor"."""
    begin, word, following = at, texts[at], get(texts, at + 1)
    when = When((latest,), relative=True)
    if word == "most" and following == "recent":
        at, word, following = at + 1, "recent", get(texts, at + 2)
    if word in _LATEST and following in SHOW:
        yield TimeMention(begin, after_show(texts, at + 2), when)
    if word == "last" and following == "time" and at + 2 >= len(texts):
        yield TimeMention(begin, at + 2, when)
    if word in ("reigning", "current", "currently", "incumbent"):
        yield TimeMention(begin, at + 1, when)


def _numbered(texts: Sequence[str], at: int) -> Iterator[TimeMention]:
    number, end = ordinal_at(texts, at)
    if number:
        after = skip(texts, end, "ever", "annual")
        shown = get(texts, after)
        if shown in ("oscars", "academy", "ceremony", "awards", "edition", "telecast"):
            # "her first Academy Award" counts awards; "the first Academy Awards" is a night.
            singular = (
                shown == "academy"
                and get(texts, after + 1) == "award"
                and get(texts, after + 2) not in ("ceremony", "show", "night")
            )
            own = get(texts, at - 1) in ("his", "her", "their", "my", "your", "whose")
            if not own and (not singular or number > 12):
                yield TimeMention(at, after_show(texts, after), When((number,)))
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


def _bare_numbers(
    texts: Sequence[str], words: Sequence[Word], at: int, latest: Ceremony
) -> Iterator[TimeMention]:
    """Read "oscars 97", "ceremony number 21", "the 75 oscar ceremony"."""
    word, begin = texts[at], at
    if word in ("oscars", "ceremony", "awards") and get(texts, at + 1) in ("number", "no"):
        at += 1
    following = get(texts, at + 1)
    if word in ("oscars", "ceremony") and following.isdigit():
        # "oscars 21" is short for a year; what cannot be one is a ceremony's number.
        year = begin == at and word == "oscars" and int(following) <= latest.held_on.year % 100
        if 1 <= int(following) <= latest.number and not (year and len(following) == 2):
            yield TimeMention(begin, at + 2, When((int(following),)))
    bare = word.isdigit() and len(word) == 2 and words[begin].typed == word
    if bare and get(texts, at - 1) in ("the", "at"):
        end = after_show(texts, at + 1 + (following == "oscar"))
        if end > at + 1 + (following == "oscar"):
            yield TimeMention(begin, end, When((int(word),)))


def _years(texts: Sequence[str], words: Sequence[Word], at: int) -> Iterator[TimeMention]:
    year = year_of(texts[at])
    if year is None and len(texts[at]) == 2 and texts[at].isdigit() and _is_year(texts, words, at):
        year = int(texts[at]) + (1900 if int(texts[at]) >= 27 else 2000)
    if year is not None:
        # "... in 1989. Films?" does not speak of the films of 1989.
        stops = at + 1 < len(words) and words[at + 1].pause
        reading = reading_of(texts[: at + 1] if stops else texts, at, at + 1)
        yield TimeMention(at, after_show(texts, at + 1), When((), year, year, reading))


def _is_year(texts: Sequence[str], words: Sequence[Word], at: int) -> bool:
    """Whether two figures are short for a year: "'94", "in 06", "best actor 94"."""
    if words[at].typed[:1] in "'’‘":
        return True
    before, following = get(texts, at - 1), get(texts, at + 1)
    ends = not following or (following in _ASIDES and not get(texts, at + 2))
    if before == "in":
        return texts[at][0] == "0" or (ends and int(texts[at]) > _SMALL_NUMBER)
    return ends and before in _BEFORE_YEARS and not {"how", "many"} & set(texts)
