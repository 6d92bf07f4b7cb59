"""The small words that times are told in: numbers, ordinals, years, and the show itself."""

from collections.abc import Sequence

from bot.ask import lexicon
from bot.ask.times import FIRST_YEAR, LAST_YEAR, Reading
from bot.names.ceremonies import ORDINAL_WORDS

SHOW = lexicon.words("oscars academy ceremony ceremonies awards edition telecast annual show gala")
THE_SHOW = SHOW | {"oscar", "award"}
_FILMS = lexicon.words("film films movie movies picture pictures release releases released")
_SMALL = {
    name: number
    for number, name in enumerate("one two three four five six seven eight nine ten".split(), 1)
} | {"fifteen": 15, "twenty": 20, "thirty": 30, "fifty": 50, "couple": 2, "few": 3}


def get(texts: Sequence[str], at: int) -> str:
    """Return the word at a place; "" outside the question."""
    return texts[at] if 0 <= at < len(texts) else ""


def skip(texts: Sequence[str], at: int, *skipped: str) -> int:
    """Return the next place that holds none of the words to skip."""
    while get(texts, at) in skipped:
        at += 1
    return at


def year_of(text: str) -> int | None:
    """Return the year that a word tells, if it does."""
    return (
        int(text)
        if len(text) == 4 and text.isdigit() and FIRST_YEAR <= int(text) <= LAST_YEAR
        else None
    )


def number_of(text: str) -> int | None:
    """Return a small number, in figures or in words."""
    return _SMALL.get(text) or (int(text) if text.isdigit() and len(text) < 3 else None)


def after_show(texts: Sequence[str], at: int) -> int:
    """Return where the words for the ceremony itself end: "... 2019 academy awards ceremony"."""
    while get(texts, at) in SHOW or (get(texts, at) == "award" and get(texts, at - 1) == "academy"):
        at += 1
    return at


def reading_of(texts: Sequence[str], start: int, end: int) -> Reading:
    """Tell from the words around a year or a span in which sense it is meant."""
    before, before2 = get(texts, start - 1), get(texts, start - 2)
    if before in ("the", "in", "of", "from", "for", "a", "an") and before2:
        near = {before, before2, get(texts, start - 3)}
    else:
        near = {before, before2}
    after = {get(texts, end)}
    if after & THE_SHOW or near & {"held", "ceremony", "ceremonies", "oscars", "telecast"}:
        return Reading.HELD
    if after & _FILMS or near & {"released", "films", "movies", "made", "out"}:
        return Reading.FILM
    if before in ("of", "from") and before2 in ("film", "picture", "movie"):
        return Reading.EITHER_FILM_FIRST
    if before == "for" and before2 not in ("oscar", "award"):
        return Reading.EITHER_FILM_FIRST
    return Reading.EITHER


def ordinal_at(texts: Sequence[str], at: int) -> tuple[int | None, int]:
    """Return the ordinal that begins at a place, if any, and where it ends."""
    text, following = get(texts, at), get(texts, at + 1)
    if f"{text} {following}" in ORDINAL_WORDS:
        return ORDINAL_WORDS[f"{text} {following}"], at + 2
    if text in ORDINAL_WORDS:
        return ORDINAL_WORDS[text] or None, at + 1
    if text[:-2].isdigit() and text[-2:] in ("st", "nd", "rd", "th") and len(text) < 6:
        return int(text[:-2]), at + 1
    return None, at
