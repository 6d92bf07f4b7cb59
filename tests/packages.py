"""Copies of the shipped data for tests to spoil: whole, or small enough to load many times."""

import csv
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

from bot.dataset.descriptor import write_descriptor
from bot.dataset.tables import TABLES, Row
from bot.settings import ROOT

DATA = ROOT / "data"
FIRST_OF_SMALL = 97

Cells = dict[str, str]


def whole_copy(folder: Path) -> Path:
    """Copy the shipped package to a new folder."""
    folder.mkdir(parents=True)
    for name in ("datapackage.json", *(f"{model.table}.csv" for model in TABLES)):
        shutil.copy(DATA / name, folder / name)
    return folder


def small_copy(folder: Path) -> Path:
    """Copy the shipped package, but only what belongs to the last two ceremonies."""
    whole_copy(folder)
    nominations = keep(folder, "nominations", lambda row: int(row["ceremony"]) >= FIRST_OF_SMALL)
    given = {row["category_id"] for row in nominations}
    ids = {row["id"] for row in nominations}
    works = keep(folder, "works", lambda row: row["nomination_id"] in ids)
    nominees = keep(folder, "nominees", lambda row: row["nomination_id"] in ids)
    films = {row["film_id"] for row in works}
    credits = keep(folder, "credits", lambda row: row["film_id"] in films)
    people = {row["person_id"] for row in (*nominees, *credits)}
    keep(folder, "film_facts", lambda row: row["film_id"] in films)
    keep(folder, "season_awards", lambda row: row["film_id"] in {*films, ""})
    for table in ("moments", "appearances"):
        keep(
            folder,
            table,
            lambda row: (
                int(row["ceremony"]) >= FIRST_OF_SMALL
                and row["category_id"] in {*given, ""}
                and row.get("film_id", "") in {*films, ""}
            ),
        )
    keep(folder, "films", lambda row: row["id"] in films)
    keep(folder, "people", lambda row: row["id"] in people)
    keep(folder, "aliases", lambda row: row["id"] in films | people)
    countries = {row["country"] for row in nominations}
    keep(folder, "country_names", lambda row: row["country"] in {*countries, ""})
    return folder


def empty_package(folder: Path) -> Path:
    """Make a package whose tables have their headers only."""
    folder.mkdir(parents=True)
    for model in TABLES:
        write_cells(folder, model, [])
    write_descriptor(folder)
    return folder


def cells(folder: Path, table: str) -> list[Cells]:
    """Return the rows of a table as they are written."""
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write_cells(folder: Path, model: type[Row], rows: list[Cells]) -> None:
    """Write a table from cells, right or wrong."""
    with (folder / f"{model.table}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(model.model_fields), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def keep(folder: Path, table: str, wanted: Callable[[Cells], bool]) -> list[Cells]:
    """Delete the rows of a table that are not wanted; return the others."""
    rows = [row for row in cells(folder, table) if wanted(row)]
    write_cells(folder, model_of(table), rows)
    return rows


def set_cell(folder: Path, table: str, id: str, column: str, value: str) -> int:
    """Write one cell of the row that has this value in its first column; return the row."""
    rows = cells(folder, table)
    index = next(i for i, row in enumerate(rows) if next(iter(row.values())) == id)
    rows[index][column] = value
    write_cells(folder, model_of(table), rows)
    return index + 2


def model_of(table: str) -> type[Row]:
    """Return the model of a table."""
    return next(model for model in TABLES if model.table == table)


def zip_of(folder: Path, target: Path, *, inside: str = "") -> Path:
    """Pack a package into a zip, at its top or in a folder of its own."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.iterdir()):
            archive.write(path, f"{inside}{path.name}")
    return target
