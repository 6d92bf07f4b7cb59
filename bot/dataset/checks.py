"""Checks a package as a whole: what one row alone cannot tell."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from bot.dataset.package import Package
from bot.dataset.problems import Problem
from bot.dataset.tables import TABLES, Row

NOT_AWARDED = "No award"
"""Topic of the moment that tells why a category had nominees and no winner."""
_GIVEN_OUTRIGHT = ("honorary", "scientific")


def check(package: Package, today: datetime.date) -> list[Problem]:
    """Return every problem of a package whose cells are right, by table and row.

    today: a ceremony after this day may still lack winners.
    """
    problems: list[Problem] = []
    for model in TABLES:
        rows = package.tables[model.table]
        problems += _repeated_keys(model, rows)
        problems += _missing_references(model, rows, package.tables)
    problems += _ceremonies(package)
    problems += _aliases(package)
    problems += _countries(package)
    problems += _nominations(package, today)
    problems += _nights(package)
    return sorted(problems)


def _problem(row: Row, index: int, column: str, wrong: str, remedy: str) -> Problem:
    value = getattr(row, column)
    shown = ";".join(value) if isinstance(value, tuple) else "" if value is None else str(value)
    return Problem(row.table, index + 2, column, shown, wrong, remedy)


def _repeated_keys(model: type[Row], rows: Iterable[Row]) -> Iterator[Problem]:
    seen: dict[tuple[Any, ...], int] = {}
    for index, row in enumerate(rows):
        key = tuple(getattr(row, column) for column in model.key)
        first = seen.setdefault(key, index)
        if first != index:
            yield _problem(
                row,
                index,
                model.key[0],
                f"stands in row {first + 2} already ({' + '.join(model.key)})",
                "Keep one of the two rows.",
            )


def _missing_references(
    model: type[Row], rows: Iterable[Row], tables: Mapping[str, Any]
) -> Iterator[Problem]:
    for column, table in model.references.items():
        known = {getattr(row, row.key[0]) for row in tables[table]}
        for index, row in enumerate(rows):
            value = getattr(row, column)
            wanted = value if isinstance(value, tuple) else () if value is None else (value,)
            if not known.issuperset(wanted):
                missing = next(item for item in wanted if item not in known)
                yield _problem(
                    row,
                    index,
                    column,
                    f"is not in {table}.csv" + (f" ({missing})" if len(wanted) > 1 else ""),
                    f"Correct it, or add it to {table}.csv.",
                )


def _ceremonies(package: Package) -> Iterator[Problem]:
    before: Any = None
    for index, row in enumerate(package.tables["ceremonies"]):
        expected = 1 if before is None else before.number + 1
        if row.number != expected:
            yield _problem(
                row, index, "number", f"comes where {expected} should", "Number them in order."
            )
        if before is not None and row.held_on <= before.held_on:
            yield _problem(
                row, index, "held_on", "is not after the ceremony before", "Correct the date."
            )
        last_year = int(row.film_year[:4]) + ("/" in row.film_year)
        if not 0 <= row.held_on.year - last_year <= 2:
            yield _problem(
                row, index, "film_year", f"does not fit {row.held_on}", "Correct one of the two."
            )
        before = row


def _aliases(package: Package) -> Iterator[Problem]:
    known = {
        "film": {row.id for row in package.tables["films"]},
        "person": {row.id for row in package.tables["people"]},
    }
    for index, row in enumerate(package.tables["aliases"]):
        if row.id not in known[row.kind]:
            yield _problem(row, index, "id", f"is no {row.kind}'s id", "Correct the id.")


def _countries(package: Package) -> Iterator[Problem]:
    known = {row.country for row in package.tables["nominations"]}
    for index, row in enumerate(package.tables["country_names"]):
        if row.country is not None and row.country not in known:
            yield _problem(
                row, index, "country", "is in no nomination", "Write it as in nominations.csv."
            )


def _nominations(package: Package, today: datetime.date) -> Iterator[Problem]:
    described = {
        row.nomination_id for table in ("works", "nominees") for row in package.tables[table]
    }
    latest = 0
    awards: dict[tuple[int, str], list[tuple[int, Row]]] = defaultdict(list)
    for index, row in enumerate(package.tables["nominations"]):
        awards[row.ceremony, row.category_id].append((index, row))
        if row.ceremony < latest:
            wrong = f"comes after ceremony {latest}"
            remedy = "Keep the rows in the order of the ceremonies."
            yield _problem(row, index, "ceremony", wrong, remedy)
        latest = max(latest, row.ceremony)
        if row.id not in described and row.section is None:
            wrong, remedy = "has neither a film nor a nominee", "Add one to works or nominees."
            yield _problem(row, index, "id", wrong, remedy)
        if row.won and row.status in ("withdrawn", "revoked"):
            wrong = f"cannot go with the status {row.status}"
            yield _problem(row, index, "won", wrong, "Correct one of the two.")
    yield from _winners(package, awards, today)


def _winners(
    package: Package,
    awards: Mapping[tuple[int, str], Sequence[tuple[int, Any]]],
    today: datetime.date,
) -> Iterator[Problem]:
    held = {row.number: row.held_on < today for row in package.tables["ceremonies"]}
    groups = {row.id: row.group for row in package.tables["categories"]}
    explained = {
        (row.ceremony, row.category_id)
        for row in package.tables["moments"]
        if row.topic == NOT_AWARDED
    }
    for (ceremony, category), rows in awards.items():
        place = f"of {category} at ceremony {ceremony}"
        winners = [(index, row) for index, row in rows if row.won]
        if not winners and held.get(ceremony) and (ceremony, category) not in explained:
            remedy = f"Mark the winner, or tell why in moments.csv, topic {NOT_AWARDED!r}."
            yield _problem(rows[0][1], rows[0][0], "won", f"is true in no row {place}", remedy)
        ties = [(index, row) for index, row in winners if row.remark == "tie"]
        if len(winners) == 1 and ties:
            yield _problem(ties[0][1], ties[0][0], "remark", "has no other winner", "Correct it.")
        # More than two were honoured side by side on two early nights; two at once were a tie.
        if len(winners) == 2 and len(ties) < 2 and groups.get(category) not in _GIVEN_OUTRIGHT:
            index, row = winners[1]
            remedy = "Correct one of them, or put tie under remark in both."
            yield _problem(row, index, "won", f"is true in two rows {place}", remedy)


def _nights(package: Package) -> Iterator[Problem]:
    given = Counter((row.ceremony, row.category_id) for row in package.tables["nominations"])
    for table in ("appearances", "moments"):
        for index, row in enumerate(package.tables[table]):
            if row.category_id and not given[row.ceremony, row.category_id]:
                yield _problem(
                    row,
                    index,
                    "category_id",
                    f"was not given at ceremony {row.ceremony}",
                    "Correct the ceremony or the category.",
                )
