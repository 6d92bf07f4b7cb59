"""What no row alone can tell. Each test plants one fault in a copy of the shipped rows."""

import dataclasses
import datetime
from collections.abc import Callable
from typing import Any

import pytest

from bot.dataset.checks import check
from bot.dataset.package import Package

TODAY = datetime.date(2026, 11, 1)


def planted(package: Package, table: str, change: Callable[[list[Any]], object]) -> list[str]:
    """Return what is found once `change` has had its way with one table."""
    rows = list(package.tables[table])
    change(rows)
    spoilt = dataclasses.replace(package, tables={**package.tables, table: rows})
    return [str(problem) for problem in check(spoilt, TODAY)]


def at(rows: list[Any], **wanted: object) -> int:
    """Return the index of the first row with these values."""
    return next(
        index
        for index, row in enumerate(rows)
        if all(getattr(row, column) == value for column, value in wanted.items())
    )


def put(rows: list[Any], index: int, **values: object) -> None:
    rows[index] = rows[index].model_copy(update=values)


def test_the_shipped_package_has_no_problem(shipped: Package) -> None:
    assert check(shipped, TODAY) == []


@pytest.mark.parametrize(
    ("table", "line"),
    [
        ("ceremonies", "number: '1' stands in row 2 already (number)"),
        ("categories", "id: 'best-picture' stands in row 2 already (id)"),
        ("category_names", "name: 'picture' stands in row 2 already (name + category_id)"),
        (
            "nominees",
            (
                "nomination_id: '1-actor-leading-richard-barthelmess' stands in row 2 already"
                " (nomination_id + position + person_id)"
            ),
        ),
        (
            "season_awards",
            "body: 'BAFTA' stands in row 2 already (body + edition + category + film + people)",
        ),
    ],
)
def test_a_row_that_stands_there_twice(shipped: Package, table: str, line: str) -> None:
    last = len(shipped.tables[table]) + 2
    found = planted(shipped, table, lambda rows: rows.append(rows[0]))
    assert f"{table}.csv, row {last}, {line}. Keep one of the two rows." in found


REFERENCES = [
    ("categories", "family", "no-such", "categories"),
    ("category_names", "category_id", "no-such", "categories"),
    ("nominations", "ceremony", 150, "ceremonies"),
    ("nominations", "category_id", "no-such", "categories"),
    ("works", "nomination_id", "no-such", "nominations"),
    ("works", "film_id", "tt9", "films"),
    ("nominees", "nomination_id", "no-such", "nominations"),
    ("nominees", "person_id", "nm9", "people"),
    ("credits", "film_id", "tt9", "films"),
    ("credits", "person_id", "nm9", "people"),
    ("film_facts", "film_id", "tt9", "films"),
    ("appearances", "ceremony", 150, "ceremonies"),
    ("appearances", "category_id", "no-such", "categories"),
    ("moments", "ceremony", 150, "ceremonies"),
    ("moments", "category_id", "no-such", "categories"),
    ("moments", "film_id", "tt9", "films"),
    ("season_awards", "ceremony", 150, "ceremonies"),
    ("season_awards", "film_id", "tt9", "films"),
]


@pytest.mark.parametrize(("table", "column", "value", "other"), REFERENCES)
def test_a_reference_that_leads_nowhere(
    shipped: Package, table: str, column: str, value: object, other: str
) -> None:
    found = planted(shipped, table, lambda rows: put(rows, 0, **{column: value}))
    assert (
        f"{table}.csv, row 2, {column}: '{value}' is not in {other}.csv. "
        f"Correct it, or add it to {other}.csv." in found
    )


def test_one_of_several_references_that_leads_nowhere(shipped: Package) -> None:
    grew = ("best-picture", "no-such")
    assert planted(shipped, "categories", lambda rows: put(rows, 0, grew_out_of=grew)) == [
        (
            "categories.csv, row 2, grew_out_of: 'best-picture;no-such' is not in categories.csv "
            "(no-such). Correct it, or add it to categories.csv."
        )
    ]


def test_an_alias_of_nobody(shipped: Package) -> None:
    assert planted(shipped, "aliases", lambda rows: put(rows, 0, id="tt9")) == [
        "aliases.csv, row 2, id: 'tt9' is no film's id. Correct the id."
    ]


def test_a_ceremony_left_out(shipped: Package) -> None:
    found = planted(shipped, "ceremonies", lambda rows: rows.pop(at(rows, number=50)))
    assert (
        "ceremonies.csv, row 51, number: '51' comes where 50 should. Number them in order." in found
    )


def test_a_ceremony_held_before_the_one_before_it(shipped: Package) -> None:
    day = datetime.date(1994, 1, 1)
    found = planted(shipped, "ceremonies", lambda rows: put(rows, at(rows, number=67), held_on=day))
    assert found == [
        (
            "ceremonies.csv, row 68, held_on: '1994-01-01' is not after the ceremony before. "
            "Correct the date."
        )
    ]


def test_a_ceremony_of_films_of_another_time(shipped: Package) -> None:
    found = planted(
        shipped, "ceremonies", lambda rows: put(rows, at(rows, number=97), film_year="2014")
    )
    assert found == [
        "ceremonies.csv, row 98, film_year: '2014' does not fit 2025-03-02. Correct one of the two."
    ]


def test_a_nomination_for_nothing_and_nobody(shipped: Package) -> None:
    def spoil(rows: list[Any]) -> None:
        rows.append(rows[-1].model_copy(update={"id": "98-nobody", "section": None, "won": False}))

    (line,) = planted(shipped, "nominations", spoil)
    assert line.endswith(
        "id: '98-nobody' has neither a film nor a nominee. Add one to works or nominees."
    )


def test_nominations_that_are_out_of_order(shipped: Package) -> None:
    def spoil(rows: list[Any]) -> None:
        rows.insert(0, rows.pop(at(rows, ceremony=97)))

    line = planted(shipped, "nominations", spoil)[0]
    assert line == (
        "nominations.csv, row 3, ceremony: '1' comes after ceremony 97. "
        "Keep the rows in the order of the ceremonies."
    )


@pytest.mark.parametrize("status", ["withdrawn", "revoked"])
def test_a_winner_whose_nomination_was_taken_back(shipped: Package, status: str) -> None:
    found = planted(
        shipped, "nominations", lambda rows: put(rows, at(rows, won=True), status=status)
    )
    assert found == [
        (
            f"nominations.csv, row 3, won: 'True' cannot go with the status {status}. "
            "Correct one of the two."
        )
    ]


def test_a_category_without_a_winner_or_a_reason(shipped: Package) -> None:
    def spoil(rows: list[Any]) -> None:
        put(rows, at(rows, ceremony=97, category_id="best-picture", won=True), won=False)

    (line,) = planted(shipped, "nominations", spoil)
    assert line.endswith(
        "won: 'False' is true in no row of best-picture at ceremony 97. "
        "Mark the winner, or tell why in moments.csv, topic 'No award'."
    )


def test_a_reason_in_the_moments_stands_for_a_winner(shipped: Package) -> None:
    rows = list(shipped.tables["nominations"])
    put(rows, at(rows, ceremony=97, category_id="costume-design", won=True), won=False)
    spoilt = dataclasses.replace(shipped, tables={**shipped.tables, "nominations": rows})
    assert len(check(spoilt, TODAY)) == 1
    reason = shipped.tables["moments"][0].model_copy(
        update={"ceremony": 97, "category_id": "costume-design", "topic": "No award"}
    )
    moments = [*shipped.tables["moments"], reason]
    spoilt = dataclasses.replace(spoilt, tables={**spoilt.tables, "moments": moments})
    assert check(spoilt, TODAY) == []


def test_a_ceremony_still_to_come_needs_no_winners(shipped: Package) -> None:
    rows = list(shipped.tables["nominations"])
    for index in (i for i, row in enumerate(rows) if row.ceremony == 98):
        put(rows, index, won=False, remark=None)
    spoilt = dataclasses.replace(shipped, tables={**shipped.tables, "nominations": rows})
    night = next(row.held_on for row in shipped.tables["ceremonies"] if row.number == 98)
    assert check(spoilt, today=night) == []
    assert len(check(spoilt, today=night + datetime.timedelta(days=1))) > 10


def test_a_tie_of_one(shipped: Package) -> None:
    def spoil(rows: list[Any]) -> None:
        put(rows, at(rows, ceremony=97, category_id="best-picture", won=True), remark="tie")

    (line,) = planted(shipped, "nominations", spoil)
    assert line.endswith("remark: 'tie' has no other winner. Correct it.")


def test_a_second_winner_without_a_tie(shipped: Package) -> None:
    def spoil(rows: list[Any]) -> None:
        put(rows, at(rows, ceremony=97, category_id="best-picture", won=False), won=True)

    (line,) = planted(shipped, "nominations", spoil)
    assert line.endswith(
        "won: 'True' is true in two rows of best-picture at ceremony 97. "
        "Correct one of them, or put tie under remark in both."
    )


@pytest.mark.parametrize("table", ["appearances", "moments"])
def test_a_category_that_was_not_given_that_night(shipped: Package, table: str) -> None:
    found = planted(
        shipped, table, lambda rows: put(rows, 0, ceremony=97, category_id="dance-direction")
    )
    assert found == [
        (
            f"{table}.csv, row 2, category_id: 'dance-direction' was not given at ceremony 97. "
            "Correct the ceremony or the category."
        )
    ]
