"""Small pieces of English that every card and answer uses."""

import datetime
from collections.abc import Sequence


def ordinal(number: int) -> str:
    """Return 1st, 2nd, 3rd, 4th ... 11th ... 21st."""
    suffix = (
        "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    )
    return f"{number}{suffix}"


def listed(names: Sequence[str], last: str = "and") -> str:
    """Return "A", "A and B" or "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"


def counted(number: int, one: str, many: str | None = None) -> str:
    """Return "1 win", "3 wins", "no wins": a number with its noun."""
    noun = one if number == 1 else many or f"{one}s"
    return f"{number:,} {noun}" if number else f"no {noun}"


def article(noun: str) -> str:
    """Return "a" or "an", as goes before a noun."""
    return "an" if noun[:1].lower() in "aeiou" else "a"


def day(date: datetime.date) -> str:
    """Return "2 March 2025"."""
    return f"{date.day} {date:%B %Y}"


def shortened(text: str, limit: int) -> str:
    """Return `text`, cut at `limit` characters with an ellipsis where it is longer."""
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"
