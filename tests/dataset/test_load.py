"""One load: check, build beside, compare. Nothing is chosen, whatever comes of it."""

import json
import random
import sqlite3
import subprocess
import sys
from contextlib import closing, suppress
from dataclasses import asdict
from datetime import date
from pathlib import Path

import pytest

from bot.dataset import load as load_module
from bot.dataset.builds import Builds
from bot.dataset.load import check_source, load, loaded_from_json
from bot.dataset.package import Package, content_version
from bot.dataset.problems import Problem
from tests.dataset.test_checks import TODAY
from tests.packages import cells, keep, model_of, set_cell, write_cells, zip_of


@pytest.fixture
def builds(tmp_path: Path) -> Builds:
    return Builds(tmp_path / "kept" / "awards.db")


def rows_of(path: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def test_a_good_package_is_built_and_not_chosen(folder: Path, builds: Builds) -> None:
    loaded = load(folder, builds)
    assert not loaded.refused
    assert loaded.is_new
    assert loaded.version == content_version(folder)
    assert loaded.rows["ceremonies"] == 99
    assert [manifest.version for manifest in builds.every()] == [loaded.version]
    assert builds.current() is None


def test_a_build_holds_every_row_of_the_package(folder: Path, builds: Builds) -> None:
    loaded = load(folder, builds)
    path = builds.path(loaded.version)
    tables = {
        "ceremonies": "ceremony", "categories": "category", "category_names": "category_name",
        "films": "film", "people": "person", "aliases": "alias", "nominations": "nomination",
        "credits": "credit", "film_facts": "film_facts", "appearances": "appearance",
        "moments": "moment", "season_awards": "season_award",
    }  # fmt: skip
    for table, built in tables.items():
        assert rows_of(path, f"SELECT count(*) FROM {built}") == [(len(cells(folder, table)),)]
    assert rows_of(path, "SELECT value FROM meta WHERE name = 'version'") == [(loaded.version,)]
    assert rows_of(path, "PRAGMA integrity_check") == [("ok",)]
    assert rows_of(path, "PRAGMA journal_mode") == [("delete",)]


def test_a_loader_left_over_does_not_put_its_build_in_place_of_the_chosen_one(
    folder: Path, builds: Builds, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = [sys.executable, "-m", "bot.dataset.load", str(folder), str(builds.current_path)]
    others: list[subprocess.Popen[str]] = []

    def check_while_another_loads(path: Path, today: date) -> tuple[Package, list[Problem]]:
        others.append(subprocess.Popen(command, stdout=subprocess.PIPE, text=True))
        with suppress(subprocess.TimeoutExpired):
            others[0].wait(2)
        return check_source(path, today)

    monkeypatch.setattr(load_module, "check_source", check_while_another_loads)
    loaded = load(folder, builds)
    builds.choose(loaded.version)
    other = loaded_from_json(others[0].communicate()[0])
    assert (loaded.is_new, other.is_new) == (True, False)
    assert other.version == loaded.version
    assert builds.current() is not None


def test_the_same_package_is_not_built_again(folder: Path, builds: Builds) -> None:
    first = load(folder, builds)
    second = load(folder, builds)
    assert (second.version, second.is_new) == (first.version, False)


def test_a_zip_and_its_folder_are_one_version(folder: Path, builds: Builds, tmp_path: Path) -> None:
    first = load(folder, builds)
    assert load(zip_of(folder, tmp_path / "package.zip"), builds).version == first.version


def test_a_damaged_build_is_built_again(folder: Path, builds: Builds) -> None:
    version = load(folder, builds).version
    builds.path(version).write_bytes(b"damaged")
    assert load(folder, builds).is_new
    assert builds.is_whole(builds.every()[0])


def test_tables_sorted_in_a_spreadsheet_are_built_in_place(folder: Path, builds: Builds) -> None:
    query = "SELECT id, works, nominees FROM nomination ORDER BY id"
    before = rows_of(builds.path(load(folder, builds).version), query)
    for table in ("works", "nominees"):
        rows = cells(folder, table)
        random.Random(1).shuffle(rows)
        write_cells(folder, model_of(table), rows)
    after = rows_of(builds.path(load(folder, builds).version), query)
    for (id_, works, nominees), (id_before, works_before, nominees_before) in zip(
        after, before, strict=True
    ):
        assert (id_, works) == (id_before, works_before)
        # Those who share one position may change places.
        in_place, in_place_before = json.loads(str(nominees)), json.loads(str(nominees_before))
        assert [nominee[3] for nominee in in_place] == [nominee[3] for nominee in in_place_before]
        assert sorted(in_place, key=str) == sorted(in_place_before, key=str)


def test_a_bad_cell_refuses_the_package(folder: Path, builds: Builds) -> None:
    row = set_cell(folder, "ceremonies", "97", "held_on", "soon")
    loaded = load(folder, builds)
    assert loaded.refused
    assert loaded.problems == (
        f"ceremonies.csv, row {row}, held_on: 'soon' is not a date. Write it as 2025-03-02.",
    )
    assert builds.every() == []


def test_thousands_of_problems_are_listed_up_to_a_limit(
    folder: Path, builds: Builds, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(load_module, "MOST_LINES", 10)
    keep(folder, "people", lambda row: False)
    problems = load(folder, builds).problems
    assert len(problems) == 11
    assert problems[-1].endswith(" more problems.")
    assert problems[-1].startswith("... and 1,")


def test_a_package_that_is_not_there_is_told_of(builds: Builds, tmp_path: Path) -> None:
    loaded = load(tmp_path / "nowhere", builds)
    assert loaded.refused
    assert loaded.unreadable.startswith("There is no data package at ")


def test_what_changes_is_told_against_the_current_build(folder: Path, builds: Builds) -> None:
    builds.choose(load(folder, builds).version)
    set_cell(folder, "ceremonies", "97", "venue", "Elsewhere")
    (change,) = load(folder, builds).changes
    assert (change.table, change.changed, change.examples) == ("ceremony", 1, ("~ 97",))


def test_problems_are_sorted_by_table_and_row(folder: Path) -> None:
    set_cell(folder, "works", "97-best-picture-anora", "film_id", "tt9")
    set_cell(folder, "moments", "97", "film_id", "tt9")
    problems = check_source(folder, TODAY)[1]
    assert [problem.table for problem in problems] == ["moments", "works"]


def test_a_process_of_its_own_tells_the_same(folder: Path, builds: Builds) -> None:
    command = [sys.executable, "-m", "bot.dataset.load", str(folder), str(builds.current_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    loaded = loaded_from_json(done.stdout)
    assert (loaded.version, loaded.is_new) == (content_version(folder), True)
    builds.choose(loaded.version)
    set_cell(folder, "ceremonies", "97", "venue", "Elsewhere")
    again = load(folder, builds)
    assert loaded_from_json(json.dumps(asdict(again))) == again
