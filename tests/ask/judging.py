"""Judges answers as the README of the sample questions says."""

import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from bot.ask.query import Answer

FIRST, LONGEST = 600, 1500
"""What has to be said stands in so many characters, and the whole is no longer, but for lists."""

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae"})


def plain(text: str) -> str:
    """Return a text without case, accents and punctuation."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(c for c in folded if not unicodedata.combining(c)).translate(_LETTERS)
    return " ".join(re.sub(r"[^a-z0-9]+", " ", re.sub(r"['’‘`´]", "", letters)).split())


def says(text: str, phrase: str) -> bool:
    """Whether a plain text has a phrase as whole words; "re:" begins a pattern."""
    if phrase.startswith("re:"):
        return re.search(phrase[3:], text) is not None
    return f" {plain(phrase)} " in f" {text} "


def judged(sample: dict[str, Any], answer: Answer) -> str:
    """Return "right", "wrong" or "abstained" for an answer to a sample question."""
    text = answer.text()
    listed = bool(sample.get("list"))
    read = plain(text if listed else text[:FIRST])
    held = all(any(says(read, phrase) for phrase in group) for group in sample["gold"])
    held = held and not any(says(read, phrase) for phrase in sample.get("forbid") or ())
    if sample["expect"] == "decline":
        return "right" if not answer.answered or (sample["gold"] and held) else "wrong"
    if not answer.answered:
        return "abstained"
    return "right" if held and (listed or len(text) <= LONGEST) else "wrong"


def lines_of(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a file with one of them a line."""
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def table(outcomes: Iterable[tuple[str, str]]) -> str:
    """Return a table of outcomes, pairs of a type and how it was judged, a line for each type."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for kind, outcome in outcomes:
        counts[kind][outcome] += 1
    columns = ("right", "abstained", "wrong")
    lines = [f"{'type':22}" + "".join(f"{column:>11}" for column in columns)]
    lines += [
        f"{kind:22}" + "".join(f"{counts[kind][column]:11}" for column in columns)
        for kind in sorted(counts)
    ]
    return "\n".join(lines)
