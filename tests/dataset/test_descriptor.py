"""`datapackage.json` tells other tools what the models say."""

import json
from pathlib import Path

import frictionless
import pytest

from bot.dataset.descriptor import check_descriptor, descriptor, write_descriptor
from bot.dataset.package import open_source
from bot.dataset.tables import TABLES
from tests.packages import DATA, set_cell, whole_copy, zip_of


def test_the_shipped_description_is_that_of_the_models() -> None:
    assert json.loads((DATA / "datapackage.json").read_text("utf-8")) == descriptor()


def test_the_standards_own_tool_accepts_the_shipped_package() -> None:
    report = frictionless.validate(str(DATA / "datapackage.json"))
    assert report.flatten(["title", "type", "message"]) == []
    assert report.valid
    assert report.stats["tasks"] == len(TABLES)


@pytest.mark.parametrize(
    ("table", "id", "column", "value", "error"),
    [
        ("ceremonies", "97", "held_on", "2 March 2025", "type-error"),
        ("films", "tt28607951", "id", "TT28607951", "constraint-error"),
        ("works", "97-best-picture-anora", "film_id", "tt9", "foreign-key"),
        ("nominations", "97-best-picture-anora", "status", "perhaps", "constraint-error"),
    ],
)
def test_the_standards_own_tool_sees_a_planted_fault(
    table: str, id: str, column: str, value: str, error: str, folder: Path
) -> None:
    set_cell(folder, table, id, column, value)
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert error in {found for (found,) in report.flatten(["type"])}


def test_sources_and_licences_are_named_for_each_table() -> None:
    for resource in descriptor()["resources"]:
        assert resource["sources"]
        assert resource["licenses"]
        assert resource["description"]
        assert (DATA / resource["path"]).is_file()


def test_every_column_of_every_table_is_described() -> None:
    fields = {
        resource["path"]: [field["name"] for field in resource["schema"]["fields"]]
        for resource in descriptor()["resources"]
    }
    assert fields == {f"{model.table}.csv": list(model.model_fields) for model in TABLES}


def test_writing_the_description_twice_changes_nothing(tmp_path: Path) -> None:
    folder = whole_copy(tmp_path / "package")
    assert not write_descriptor(folder)
    (folder / "datapackage.json").write_text("{}")
    assert write_descriptor(folder)
    assert not write_descriptor(folder)


@pytest.mark.parametrize("content", ["", "{}", "[]", "null", "\udcff", "[" * 100_000, '{"a": 1'])
def test_another_description_is_a_problem(content: str, folder: Path, tmp_path: Path) -> None:
    (folder / "datapackage.json").write_text(content, "utf-8", errors="surrogateescape")
    for source in (folder, open_source(zip_of(folder, tmp_path / "package.zip"))):
        (problem,) = check_descriptor(source)
        assert str(problem) == (
            "datapackage.json, row 1, file: '' does not describe the tables as they are. "
            "Run `bot import` once more, which writes it."
        )
