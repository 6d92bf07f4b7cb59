"""Writes a question anew with some of its words replaced."""

import re
from collections.abc import Mapping, Sequence

from bot.ask.words import Word

Span = tuple[int, int]

_PREPOSITIONS = {"in", "at", "for", "from", "during", "of", "on"}
_NUMBERED = re.compile(r"\d+(?:st|nd|rd|th)\b")


def rewritten(words: Sequence[Word], put: Mapping[Span, str]) -> str:
    """Return the words as they were typed, with the text in `put` in place of some spans."""
    parts: list[str] = []
    at, quoted = 0, False
    while at < len(words):
        span = next((span for span in put if span[0] == at), None)
        if quoted and (span or not words[at].quoted):
            parts[-1] += "”"
            quoted = False
        if span:
            parts.append(put[span])
            at = max(span[1], at + 1)
            continue
        if not _same_chunk(words, at):
            mark = "“" if words[at].quoted and not quoted else ""
            quoted = words[at].quoted
            parts.append(mark + words[at].typed)
        at += 1
    return " ".join(part for part in parts if part) + ("”" if quoted else "")


def with_preposition(words: Sequence[Word], span: Span) -> Span:
    """Return the span of a time with the "in", or "at the" before it."""
    start, end = span
    if start and words[start - 1].text == "the":
        start -= 1
    if start and words[start - 1].text in _PREPOSITIONS:
        start -= 1
    return start, end


def at_time(typed: str) -> str:
    """Return "in 1995", "in the 90s", "at the 67th ceremony" or, as it is, "last year"."""
    if _NUMBERED.match(typed):
        return f"at the {typed}"
    return f"in {typed}" if any(c.isdigit() for c in typed) else typed


def _same_chunk(words: Sequence[Word], at: int) -> bool:
    """Whether a word is a further part of what was typed as one: "bestpicture", "oscars2019"."""
    if not at or words[at].typed != words[at - 1].typed:
        return False
    return words[at].text != words[at - 1].text and not words[at].pause
