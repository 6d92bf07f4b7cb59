"""Years that are spelt out: "nineteen ninety nine", "two thousand and eight", "twenty twelve"."""

from collections.abc import Sequence

_UNITS = {
    name: number
    for number, name in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {
    name: 10 * number
    for number, name in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
_CENTURIES = {"nineteen": 1900, "twenty": 2000}


def spelt_year(words: Sequence[str]) -> tuple[int, int]:
    """Return the year that words begin with, and how many of them tell it; (0, 0) for none."""
    if list(words[:2]) == ["two", "thousand"]:
        skip = 3 if words[2:3] == ["and"] else 2
        rest, length = _below_hundred(words[skip:])
        return (2000 + rest, skip + length) if length else (2000, 2)
    century = _CENTURIES.get(words[0]) if words else None
    rest, length = _below_hundred(words[1:]) if century else (0, 0)
    return (century + rest, 1 + length) if century and rest > 9 else (0, 0)


def _below_hundred(words: Sequence[str]) -> tuple[int, int]:
    if not words:
        return 0, 0
    if words[0] in _TENS:
        unit = _UNITS.get(words[1], 0) if len(words) > 1 else 0
        return (_TENS[words[0]] + unit, 2) if 0 < unit < 10 else (_TENS[words[0]], 1)
    return (_UNITS[words[0]], 1) if _UNITS.get(words[0]) else (0, 0)
