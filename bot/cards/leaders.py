"""Who leads a count: most wins, most nominations."""

from collections import Counter
from itertools import groupby
from typing import TypeVar

SHOWN = 5

Key = TypeVar("Key")


def leaders(counts: Counter[Key]) -> list[tuple[Key, int]]:
    """Return the first few of a count, best first.

    Equals all stand there, or none of them; where more than twice as many as can be shown share
    the first place, nobody leads.
    """
    found: list[tuple[Key, int]] = []
    for _, group in groupby(counts.most_common(), key=lambda pair: pair[1]):
        equals = list(group)
        if found and len(found) + len(equals) > SHOWN:
            break
        found += equals
    return found if len(found) <= 2 * SHOWN else []
