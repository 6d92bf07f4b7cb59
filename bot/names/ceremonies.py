"""Reads what people type for a ceremony: a number, a year, "latest", "the first"."""

import re

from bot.errors import NoCeremonyError, UnknownNameError
from bot.models import Ceremony
from bot.names.fold import fold
from bot.store.almanac import Almanac
from bot.wording import day, listed, ordinal

_UNITS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_TENS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth"
_TENS_BEFORE = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

ORDINAL_WORDS: dict[str, int] = {word: number for number, word in enumerate(_UNITS)}
ORDINAL_WORDS |= {word: 20 + 10 * place for place, word in enumerate(_TENS.split())}
ORDINAL_WORDS |= {
    f"{tens} {_UNITS[unit]}": 20 + 10 * place + unit
    for place, tens in enumerate(_TENS_BEFORE)
    for unit in range(1, 10)
}
"""Ordinals as folded words: "first" to "hundredth"."""

HINTS = ("97th", "2025", "latest")
_LATEST = {"latest", "last", "most recent", "newest", "current", "this year", "now", "recent"}
_NUMBER = re.compile(r"(\d{1,3})(?:st|nd|rd|th)?")
_YEAR = re.compile(r"(?:held (?:in )?)?((?:19|20)\d\d)")
_FILM_YEAR = re.compile(r"(?:films? (?:of|from) |film year )?((?:19|20)\d\d)(?: (\d\d))?")
_NOISE = re.compile(r"\b(?:the|oscars?|academy awards?|ceremony|awards?|annual)\b")


def ceremonies_meant(typed: str, almanac: Almanac) -> list[Ceremony]:
    """Return the ceremonies that `typed` may mean: one as a rule, two for "1930".

    Takes a number (97, 97th, ninety-seventh), the year a ceremony was held (2025), its film year
    written in full (1927/28, films of 2024), "latest" and "first".
    Raises UnknownNameError, naming the nearest ones, where there is no such ceremony.
    """
    text = " ".join(_NOISE.sub(" ", fold(typed)).split())
    if not text and typed.strip():
        text = "latest"
    if text in _LATEST:
        return [almanac.latest]
    if text == "next":
        return _numbered(almanac.latest.number + 1, typed, almanac)
    if text in ORDINAL_WORDS:
        return _numbered(ORDINAL_WORDS[text], typed, almanac)
    if number := _NUMBER.fullmatch(text):
        return _numbered(int(number[1]), typed, almanac)
    if year := _YEAR.fullmatch(text):
        return _held_in(int(year[1]), typed, almanac)
    if film_year := _FILM_YEAR.fullmatch(text):
        written = film_year[1] + (f"/{film_year[2]}" if film_year[2] else "")
        found = [c for c in almanac.ceremonies.values() if c.film_year == written]
        if found:
            return found
    raise UnknownNameError(typed, "ceremony", HINTS)


def ceremony_label(ceremony: Ceremony) -> str:
    """Return "97th · held 2 March 2025 · films of 2024"."""
    held = f"held {day(ceremony.held_on)} · films of {ceremony.film_year}"
    return f"{ordinal(ceremony.number)} · {held}"


def _numbered(number: int, typed: str, almanac: Almanac) -> list[Ceremony]:
    if number in almanac.ceremonies:
        return [almanac.ceremonies[number]]
    last = max(almanac.ceremonies)
    raise NoCeremonyError(typed, f"The ceremonies are numbered from 1 to {last}.")


def _held_in(year: int, typed: str, almanac: Almanac) -> list[Ceremony]:
    found = [c for c in almanac.ceremonies.values() if c.held_on.year == year]
    if found:
        return found
    nearest = sorted(almanac.ceremonies.values(), key=lambda c: abs(c.held_on.year - year))[:2]
    nights = [
        f"the {ordinal(c.number)} ({day(c.held_on)})"
        for c in sorted(nearest, key=lambda c: c.number)
    ]
    raise NoCeremonyError(
        typed, f"No ceremony was held in {year}. The nearest are {listed(nights)}."
    )
