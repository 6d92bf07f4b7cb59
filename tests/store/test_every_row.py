"""All 12,137 rows of the public record, compared one by one with what the store gives.

The record is read here without any code of the project's, so that both cannot err alike.
"""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.library import Shelf
from bot.models import Nomination

Cells = dict[str, str]


@pytest.fixture(scope="session")
def record(oscars_csv: Path) -> list[Cells]:
    """The lines of the record; its quotation marks are written with a backslash."""
    with oscars_csv.open(encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    columns, rows = lines[0], lines[1:]
    return [
        dict(zip(columns, [*(cell.replace('\\"', '"') for cell in row), *[""] * 14], strict=False))
        for row in rows
    ]


def several(cell: str) -> list[str]:
    return cell.split("|") if cell else []


def once_each(values: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return list(dict.fromkeys(values))


def test_there_are_as_many_rows(record: list[Cells], every_nomination: list[Nomination]) -> None:
    assert len(record) == len(every_nomination) == 12_137


TOLD: dict[str, tuple[Callable[[Cells], object], Callable[[Nomination], object]]] = {
    "ceremony": (lambda row: row["Ceremony"], lambda given: str(given.ceremony)),
    "official category": (lambda row: row["Category"], lambda given: given.official_name),
    "winner": (lambda row: row["Winner"] == "True", lambda given: given.won),
    "titles": (
        lambda row: several(row["Film"]),
        lambda given: [
            title for _, title in once_each([(w.film_id, w.title) for w in given.works])
        ],
    ),
    "film ids": (
        lambda row: [i for i in several(row["FilmId"]) if i != "?"],
        lambda given: [i for i in given.film_ids if not i.startswith("film-")],
    ),
    "names": (
        lambda row: several(row["Nominees"]),
        lambda given: [
            name for _, name in once_each([(str(n.position), n.name) for n in given.nominees])
        ],
    ),
    "name ids": (
        lambda row: [
            i for ids in several(row["NomineeIds"]) for i in ids.split(",") if i and i != "?"
        ],
        lambda given: [
            n.person_id for n in given.nominees if not n.person_id.startswith("nominee-")
        ],
    ),
    "characters": (
        lambda row: several(row["Detail"]) if row["Class"] == "Acting" else [],
        lambda given: [work.character for work in given.works if work.character],
    ),
    "songs": (
        lambda row: (
            several(row["Detail"]) if row["CanonicalCategory"] == "MUSIC (Original Song)" else []
        ),
        lambda given: [work.song for work in given.works if work.song],
    ),
    "dances": (
        lambda row: several(row["Detail"]) if row["CanonicalCategory"] == "DANCE DIRECTION" else [],
        lambda given: [work.dance for work in given.works if work.dance],
    ),
    "country": (
        lambda row: (
            row["Name"].split(";")[0]
            if row["CanonicalCategory"] == "INTERNATIONAL FEATURE FILM"
            else ""
        ),
        lambda given: given.country or "",
    ),
    "section of a scientific award": (
        lambda row: row["Detail"] if row["Class"] == "SciTech" else "",
        lambda given: given.section or "",
    ),
    "an official nomination": (
        lambda row: "NOT AN OFFICIAL NOMINATION" not in row["Note"],
        lambda given: given.status == "official",
    ),
    "a tie": (lambda row: "A tie." in row["Note"], lambda given: given.remark == "tie"),
    "refused": (
        lambda row: "refused the award" in row["Note"],
        lambda given: given.remark == "refused",
    ),
    "write-in": (lambda row: "Write-in" in row["Note"], lambda given: given.status == "write-in"),
}


@pytest.mark.parametrize("what", TOLD)
def test_every_row_tells_the_same(
    what: str, record: list[Cells], every_nomination: list[Nomination]
) -> None:
    of_row, of_store = TOLD[what]
    different = [
        (number, of_row(row), of_store(given))
        for number, (row, given) in enumerate(zip(record, every_nomination, strict=True), start=2)
        if of_row(row) != of_store(given)
    ]
    assert different == []


def test_every_row_has_the_canonical_category_and_the_film_year(
    record: list[Cells], every_nomination: list[Nomination], shelf: Shelf
) -> None:
    categories, ceremonies = shelf.almanac.categories, shelf.almanac.ceremonies
    different = [
        number
        for number, (row, given) in enumerate(zip(record, every_nomination, strict=True), start=2)
        if row["CanonicalCategory"] != categories[given.category_id].canonical_name
        or row["Year"] != ceremonies[given.ceremony].film_year
    ]
    assert different == []


def test_the_record_is_in_order_and_no_id_is_used_twice(every_nomination: list[Nomination]) -> None:
    numbers = [nomination.ceremony for nomination in every_nomination]
    assert numbers == sorted(numbers)
    assert len({nomination.id for nomination in every_nomination}) == len(numbers)
