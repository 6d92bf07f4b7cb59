"""One thing wrong with the data, and how to tell it to whoever edits the tables."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.dataset.tables import FILM_YEAR, IDENTIFIER, PRINTABLE

_SHOWN_LENGTH = 60

_PATTERNS = {
    PRINTABLE: (
        "holds a line break, an invisible character, or a space at one end",
        "Delete that character.",
    ),
    IDENTIFIER: ("is not an id", "Use small letters, digits and single hyphens."),
    FILM_YEAR: ("is not a film year", "Write it as 1994, or as 1927/28."),
}
_WORDINGS = {
    "string_too_short": ("is too short", "Put at least {min_length} characters."),
    "string_too_long": ("is longer than {max_length} characters", "Shorten it."),
    "literal_error": ("is not one of the values allowed here", "Put {expected}."),
    "greater_than_equal": ("is less than {ge}", "Correct the number."),
    "less_than_equal": ("is more than {le}", "Correct the number."),
}


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong with one cell, told in one line. `row` counts the header as 1."""

    table: str
    row: int
    column: str
    value: str
    wrong: str
    remedy: str

    def __str__(self) -> str:
        length = _SHOWN_LENGTH
        shown = self.value if len(self.value) <= length else f"{self.value[: length - 1]}…"
        file = self.table if "." in self.table else f"{self.table}.csv"
        line = f"{file}, row {self.row}, {self.column}: {shown!r} {self.wrong}. {self.remedy}"
        return "".join(c if c.isprintable() else "�" for c in line)


def told(detail: Mapping[str, Any]) -> tuple[str, str]:
    """Return what is wrong and what to do, in a moderator's words, for one error of pydantic's."""
    context = detail.get("ctx", {})
    if detail["type"] == "string_pattern_mismatch" and context["pattern"] in _PATTERNS:
        return _PATTERNS[context["pattern"]]
    if detail["type"] == "string_too_short" and not detail["input"]:
        return "is empty", "Put a value."
    if detail["type"] in _WORDINGS:
        wrong, remedy = _WORDINGS[detail["type"]]
        return wrong.format(**context), remedy.format(**context)
    if "remedy" in context:
        return detail["msg"], context["remedy"]
    return (
        f"is not allowed: {detail['msg'][:1].lower()}{detail['msg'][1:]}",
        "Put a value that the description of the column allows.",
    )
