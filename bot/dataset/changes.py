"""Compares two builds: what was added, changed and removed, table by table."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from bot.store.database import read_only_address

EXAMPLES = 3

_KEYS = {
    "ceremony": ("number",),
    "category": ("id",),
    "category_name": ("name", "category_id"),
    "country_name": ("name", "country"),
    "film": ("id",),
    "person": ("id",),
    "alias": ("kind", "id", "name"),
    "nomination": ("id",),
    "credit": ("film_id", "part", "person_id", "role"),
    "film_facts": ("film_id",),
    "appearance": ("ceremony", "role", "category_id", "subject", "people"),
    "moment": ("ceremony", "kind", "topic"),
    "season_award": ("body", "edition", "category", "film", "people"),
}
_POSITIONS = {"position"}


@dataclass(frozen=True, slots=True)
class TableChange:
    """How one table differs. The examples name a few rows, by what identifies them."""

    table: str
    rows_before: int
    added: int
    changed: int
    removed: int
    examples: tuple[str, ...]

    @property
    def removed_share(self) -> float:
        """The part of the rows that were there before and are gone: 0 to 1."""
        return self.removed / self.rows_before if self.rows_before else 0.0


def changes(before: Path, after: Path) -> list[TableChange]:
    """Return the tables that differ between two builds, in the order of the schema."""
    with closing(sqlite3.connect(read_only_address(after), uri=True)) as connection:
        connection.execute("ATTACH ? AS old", (read_only_address(before),))
        compared = (_compare(connection, table, key) for table, key in _KEYS.items())
        return [change for change in compared if change.added or change.changed or change.removed]


def _compare(connection: sqlite3.Connection, table: str, key: tuple[str, ...]) -> TableChange:
    columns = [
        f'"{row[1]}"'
        for row in connection.execute(f"PRAGMA main.table_info({table})")
        if row[1] not in _POSITIONS
    ]
    every = ", ".join(columns)
    keys = ", ".join(f'"{column}"' for column in key)

    def only(one: str, other: str, what: str) -> set[tuple[object, ...]]:
        rows = f"SELECT {what} FROM {one}.{table} EXCEPT SELECT {what} FROM {other}.{table}"
        return set(connection.execute(f"SELECT {keys} FROM ({rows})"))

    added, removed = only("main", "old", keys), only("old", "main", keys)
    changed = only("main", "old", every) - added
    before = connection.execute(f"SELECT count(*) FROM old.{table}").fetchone()[0]
    signs = (("+", added), ("~", changed), ("-", removed))
    examples = [
        f"{sign} {' · '.join(str(part) for part in row if part is not None)}"
        for sign, rows in signs
        for row in sorted(rows, key=str)[:EXAMPLES]
    ]
    return TableChange(table, before, len(added), len(changed), len(removed), tuple(examples))
