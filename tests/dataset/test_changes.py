"""What a load added, changed and removed, table by table."""

import dataclasses
import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.dataset.build import build
from bot.dataset.changes import TableChange, changes
from bot.dataset.package import Package, read_package

NOON = datetime.datetime(2026, 11, 1, 12, tzinfo=datetime.UTC)

Compare = Callable[[str, Callable[[list[Any]], object]], list[TableChange]]


@pytest.fixture(scope="module")
def small(small_package: Path) -> Package:
    return read_package(small_package)[0]


@pytest.fixture
def compare(small: Package, tmp_path: Path) -> Compare:
    """Build the package twice, the second time with one table changed, and compare the two."""

    def compared(table: str, change: Callable[[list[Any]], object]) -> list[TableChange]:
        build(small, tmp_path / "before.db", source="before", built_at=NOON)
        rows = list(small.tables[table])
        change(rows)
        changed = dataclasses.replace(small, tables={**small.tables, table: rows}, version="other")
        build(changed, tmp_path / "after.db", source="after", built_at=NOON)
        return changes(tmp_path / "before.db", tmp_path / "after.db")

    return compared


def test_the_same_rows_differ_in_nothing(compare: Compare) -> None:
    assert compare("films", lambda rows: None) == []


def test_another_order_of_rows_is_no_change(compare: Compare) -> None:
    assert compare("categories", lambda rows: rows.reverse()) == []


def test_added_rows_are_counted_and_three_of_them_named(compare: Compare) -> None:
    def add(rows: list[Any]) -> None:
        rows += [rows[0].model_copy(update={"id": f"film-new-{n}"}) for n in range(5)]

    (change,) = compare("films", add)
    assert (change.table, change.added, change.changed, change.removed) == ("film", 5, 0, 0)
    assert change.examples == ("+ film-new-0", "+ film-new-1", "+ film-new-2")


def test_a_changed_cell_is_one_change(compare: Compare) -> None:
    def mend(rows: list[Any]) -> None:
        rows[0] = rows[0].model_copy(update={"venue": "Elsewhere"})

    (change,) = compare("ceremonies", mend)
    assert (change.table, change.added, change.changed, change.removed) == ("ceremony", 0, 1, 0)
    assert change.examples == ("~ 1",)


def test_removed_rows_are_a_share_of_what_was_there(compare: Compare) -> None:
    def remove(rows: list[Any]) -> None:
        del rows[: len(rows) // 2]

    (change,) = compare("credits", remove)
    assert (change.table, change.added, change.changed) == ("credit", 0, 0)
    assert change.removed_share == pytest.approx(0.5, abs=0.01)
    assert len(change.examples) == 3


def test_a_table_that_was_empty_lost_no_share_of_it() -> None:
    assert TableChange("film", 0, 3, 0, 0, ()).removed_share == 0


def test_a_nominee_is_part_of_the_nomination(compare: Compare) -> None:
    def rename(rows: list[Any]) -> None:
        rows[0] = rows[0].model_copy(update={"name": "Somebody Else"})

    (change,) = compare("nominees", rename)
    assert (change.table, change.changed) == ("nomination", 1)


def test_added_changed_and_removed_are_told_apart(compare: Compare) -> None:
    def alter(rows: list[Any]) -> None:
        rows.append(rows[0].model_copy(update={"topic": "Something new"}))
        rows[1] = rows[1].model_copy(update={"text": "Told otherwise."})
        del rows[2]

    (change,) = compare("moments", alter)
    assert (change.added, change.changed, change.removed) == (1, 1, 1)
    assert [example[0] for example in change.examples] == ["+", "~", "-"]
