"""Writes the rows of a checked package into a fresh database file."""

import datetime
import os
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import orjson

from bot.dataset.package import Package
from bot.store.database import schema

# fmt: off
_CURATED = {
    "ceremonies": (
        "ceremony",
        ("number", "film_year", "held_on", "venue", "city", "hosts", "broadcasters", "note"),
    ),
    "category_names": ("category_name", ("name", "category_id")),
    "country_names": ("country_name", ("name", "country")),
    "films": ("film", ("id", "title")),
    "people": ("person", ("id", "name", "kind")),
    "aliases": ("alias", ("kind", "id", "name")),
    "credits": ("credit", ("film_id", "part", "billing", "person_id", "name", "role")),
    "film_facts": (
        "film_facts",
        (
            "film_id", "release_year", "runtime_minutes", "countries", "languages", "budget_usd",
            "crew_size", "filmed_in",
        ),
    ),
    "appearances": ("appearance", ("ceremony", "role", "category_id", "subject", "people", "note")),
    "moments": (
        "moment", ("ceremony", "kind", "category_id", "film_id", "people", "topic", "text"),
    ),
    "season_awards": (
        "season_award",
        ("ceremony", "body", "edition", "held_on", "category", "film_id", "film", "people", "won"),
    ),
}
# fmt: on
"""Tables that go over as they are: package table -> database table and columns."""


def build(package: Package, path: Path, *, source: str, built_at: datetime.datetime) -> None:
    """Write `package` to a new database at `path`, whole and on disk when this returns.

    source: where the package was read from, for people to read. Overwrites `path`.
    """
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.executescript(schema())
        connection.execute("BEGIN")
        _fill(connection, package, source, built_at)
        connection.execute("COMMIT")
        connection.execute("ANALYZE")
    finally:
        connection.close()
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _fill(
    connection: sqlite3.Connection, package: Package, source: str, built_at: datetime.datetime
) -> None:
    meta = {"version": package.version, "source": source, "built_at": built_at.isoformat()}
    _insert(connection, "meta", ("name", "value"), meta.items())
    for name, (table, columns) in _CURATED.items():
        rows = package.tables[name]
        _insert(connection, table, columns, ([_value(row, c) for c in columns] for row in rows))
    category = ("id", "canonical_name", "name", "group", "family", "grew_out_of", "honours")
    _insert(
        connection,
        "category",
        ("position", *category),
        (
            [i, *(_value(row, c) for c in category)]
            for i, row in enumerate(package.tables["categories"])
        ),
    )
    _nominations(connection, package)


def _nominations(connection: sqlite3.Connection, package: Package) -> None:
    works: dict[str, list[Any]] = defaultdict(list)
    for row in _in_place(package.tables["works"]):
        works[row.nomination_id].append(
            [row.film_id, row.title, row.character, row.song, row.dance]
        )
    nominees: dict[str, list[Any]] = defaultdict(list)
    for row in _in_place(package.tables["nominees"]):
        nominees[row.nomination_id].append(
            [row.person_id, row.name, row.nominated_as, row.position]
        )
    plain = (
        "id", "ceremony", "category_id", "official_name", "won", "status", "remark", "place",
        "country", "section",
    )  # fmt: skip
    films: set[tuple[str, int]] = set()
    people: set[tuple[str, int]] = set()

    def records() -> Iterator[list[Any]]:
        for position, row in enumerate(package.tables["nominations"]):
            films.update((work[0], position) for work in works[row.id])
            people.update((nominee[0], position) for nominee in nominees[row.id])
            yield [
                position,
                *(getattr(row, column) for column in plain),
                _json(works[row.id]),
                _json(nominees[row.id]),
            ]

    _insert(connection, "nomination", ("position", *plain, "works", "nominees"), records())
    _insert(connection, "nomination_film", ("film_id", "nomination"), sorted(films))
    _insert(connection, "nomination_person", ("person_id", "nomination"), sorted(people))


def _in_place(rows: Iterable[Any]) -> list[Any]:
    """Sort by position, should somebody have sorted the table otherwise in a spreadsheet."""
    return sorted(rows, key=lambda row: row.position)


def _insert(
    connection: sqlite3.Connection, table: str, columns: Iterable[str], rows: Iterable[Any]
) -> None:
    names = [f'"{column}"' for column in columns]
    marks = ", ".join("?" * len(names))
    connection.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", rows)


def _json(value: Any) -> str:
    return orjson.dumps(value).decode()


def _value(row: Any, column: str) -> Any:
    value = getattr(row, column)
    if isinstance(value, tuple):
        return _json(value)
    return value.isoformat() if isinstance(value, datetime.date) else value
