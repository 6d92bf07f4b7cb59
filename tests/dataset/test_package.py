"""Reading a package that somebody else wrote: a folder or a zip, whatever is in it."""

import contextlib
import csv
import filecmp
import io
import random
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dataset import package as package_module
from bot.dataset.checks import check
from bot.dataset.package import (
    MOST_PROBLEMS,
    content_version,
    open_source,
    read_package,
    read_table,
    write_table,
)
from bot.dataset.tables import TABLES, Film, Nomination, Row
from bot.errors import SourceError
from tests.dataset.conftest import ReadBytes, ReadRows
from tests.packages import DATA, cells, whole_copy, zip_of

models = st.sampled_from(TABLES)
# Cells as people, spreadsheets and scripts write them, and what nobody would.
texts = st.one_of(
    st.sampled_from(["", "true", "FALSE", "97", "2025-03-02", "tt1", "a;b", ";", "-", "1e9", "٣"]),
    st.text(max_size=12),
)


@given(model=models, content=st.binary(max_size=400))
def test_no_bytes_whatever_crash_the_reader(
    read_bytes: ReadBytes, model: type[Row], content: bytes
) -> None:
    for problem in read_bytes(model, content):
        assert str(problem).isprintable()


@given(data=st.data(), model=models)
def test_no_cells_whatever_crash_the_reader(
    read_bytes: ReadBytes, data: st.DataObject, model: type[Row]
) -> None:
    row = st.lists(texts, max_size=len(model.model_fields) + 2)
    even = st.lists(texts, min_size=len(model.model_fields), max_size=len(model.model_fields))
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(model.model_fields)
    writer.writerows(data.draw(st.lists(st.one_of(row, even), max_size=4)))
    content = text.getvalue().encode("utf-8", "surrogatepass")
    for problem in read_bytes(model, content):
        assert problem.table == model.table
        assert str(problem).isprintable()


@given(data=st.data(), model=models)
def test_no_allowed_cells_whatever_crash_the_checks(
    shipped: package_module.Package, data: st.DataObject, model: type[Row]
) -> None:
    rows = list(shipped.tables[model.table][:3])
    values = data.draw(st.dictionaries(st.sampled_from(list(model.model_fields)), texts))
    broken = [row.model_copy() for row in rows]
    for column, value in values.items():
        try:
            changed = model.model_validate({**_written(rows[0]), column: value})
        except ValueError:
            continue
        broken.append(changed)
    tables = {name: list(table[:3]) for name, table in shipped.tables.items()}
    tables[model.table] = broken
    spoilt = package_module.Package(tables, "")
    for problem in check(spoilt, today=shipped.tables["ceremonies"][-1].held_on):
        assert str(problem).isprintable()


def _written(row: Row) -> dict[str, object]:
    return {name: value for name, value in row.__dict__.items() if value is not None}


def test_a_missing_table_is_named(folder: Path) -> None:
    (folder / "people.csv").unlink()
    with pytest.raises(SourceError, match=r"has no readable people\.csv"):
        read_package(folder)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"There is no data package at .*nowhere"):
        open_source(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"", "films.csv, row 1, header: '' is not the header. It must be id,title."),
        (
            b"title,id\nAnora,tt1\n",
            "films.csv, row 1, header: 'title,id' is not the header. It must be id,title.",
        ),
        (
            b"id,title\ntt1,Anora,2024\n",
            "films.csv, row 2, row: 'tt1,Anora,2024' has 3 cells. Give it 2.",
        ),
        (b"id,title\n\ntt1,Anora\n", "films.csv, row 2, row: '' has 0 cells. Give it 2."),
        (
            "id,title\ntt1,Amélie\n".encode("latin-1"),
            (
                "films.csv, row 1, file: '' is not UTF-8 (invalid continuation byte). "
                "Save it as UTF-8."
            ),
        ),
        (
            b'id,title\ntt1,"Anora\n',
            (
                "films.csv, row 1, file: '' is not CSV (unexpected end of data). "
                "Mend the quotation marks."
            ),
        ),
    ],
)
def test_a_table_of_another_form_is_told_of(
    content: bytes, line: str, read_bytes: ReadBytes
) -> None:
    assert [str(problem) for problem in read_bytes(Film, content)] == [line]


def test_a_byte_order_mark_and_windows_line_ends_are_read(read_bytes: ReadBytes) -> None:
    assert read_bytes(Film, b"\xef\xbb\xbfid,title\r\ntt1,Anora\r\n") == []


def test_a_table_of_a_thousand_faults_tells_no_more_than_that(read_rows: ReadRows) -> None:
    problems = read_rows(Film, [{"id": "?", "title": ""}] * (MOST_PROBLEMS + 7))
    assert len(problems) == MOST_PROBLEMS


def test_a_table_of_too_many_rows_is_refused(
    read_bytes: ReadBytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package_module, "MOST_ROWS", 2)
    assert read_bytes(Film, b"id,title\ntt1,a\ntt2,b\n") == []
    assert [p.wrong for p in read_bytes(Film, b"id,title\ntt1,a\ntt2,b\ntt3,c\n")] == [
        "has too many rows"
    ]


def test_a_zip_holds_the_same_as_its_folder(folder: Path, tmp_path: Path) -> None:
    for inside in ("", "statuette-data/"):
        packed = open_source(zip_of(folder, tmp_path / "package.zip", inside=inside))
        assert read_package(packed) == read_package(folder)


def test_a_zip_of_two_packages_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "two.zip", "w") as archive:
        archive.writestr("one/datapackage.json", "{}")
        archive.writestr("two/datapackage.json", "{}")
    with pytest.raises(SourceError, match=r"holds no datapackage\.json"):
        open_source(tmp_path / "two.zip")


def test_a_file_that_is_no_zip_is_refused(tmp_path: Path) -> None:
    (tmp_path / "package.zip").write_text("not a zip")
    with pytest.raises(SourceError, match="is neither a folder nor a zip file"):
        open_source(tmp_path / "package.zip")


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("datapackage.json", "{}")
        with archive.open("ceremonies.csv", "w") as file:
            for _ in range(20):
                file.write(b"\n" * 2**20)
    assert (tmp_path / "bomb.zip").stat().st_size < 50_000
    with pytest.raises(SourceError, match=r"ceremonies\.csv is larger than 16 MB"):
        read_package(open_source(tmp_path / "bomb.zip"))


def test_a_zip_with_a_password_is_refused(folder: Path, tmp_path: Path) -> None:
    path = zip_of(folder, tmp_path / "package.zip")
    # The flag of an encrypted file, in each entry's two headers.
    content = bytearray(path.read_bytes())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(signature)
        while at >= 0:
            content[at + offset] |= 1
            at = content.find(signature, at + 4)
    path.write_bytes(content)
    with pytest.raises(SourceError, match="no readable"):
        read_package(open_source(path))


def test_a_damaged_zip_is_refused_wherever_it_is_damaged(folder: Path, tmp_path: Path) -> None:
    whole = zip_of(folder, tmp_path / "whole.zip").read_bytes()
    chance = random.Random(1929)
    damaged = tmp_path / "damaged.zip"
    for _ in range(150):
        content = bytearray(whole)
        for _ in range(chance.randint(1, 4)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        if chance.random() < 0.2:
            del content[chance.randrange(len(content)) :]
        damaged.write_bytes(content)
        with contextlib.suppress(SourceError):
            read_package(open_source(damaged))


def test_the_version_is_of_every_table_and_of_nothing_else(tmp_path: Path) -> None:
    folder = whole_copy(tmp_path / "package")
    version = content_version(folder)
    assert version == content_version(DATA)
    (folder / "notes.txt").write_text("not a table")
    assert content_version(folder) == version
    for model in TABLES:
        path = folder / f"{model.table}.csv"
        content = path.read_bytes()
        path.write_bytes(content + b"\n")
        assert content_version(folder) != version
        path.write_bytes(content)


@pytest.mark.parametrize("model", TABLES, ids=lambda model: str(model.table))
def test_writing_what_was_read_changes_no_byte(model: type[Row], tmp_path: Path) -> None:
    folder = whole_copy(tmp_path / "package")
    rows = read_table(folder, model)
    assert not write_table(folder, model, rows)
    (folder / f"{model.table}.csv").unlink()
    assert write_table(folder, model, rows)
    assert filecmp.cmp(folder / f"{model.table}.csv", DATA / f"{model.table}.csv", shallow=False)


def test_reading_one_table_with_a_bad_cell_raises_its_first_problem(folder: Path) -> None:
    (folder / "films.csv").write_text("id,title\nTT1,Anora\n")
    with pytest.raises(SourceError, match=r"films\.csv, row 2, id: 'TT1' is not an id"):
        read_table(folder, Film)


def test_the_cells_of_a_spreadsheet_read_as_those_of_the_shipped_file(
    tmp_path: Path, read_bytes: ReadBytes
) -> None:
    # Excel writes every field that holds a comma in quotes, TRUE for true, CR LF, and a mark.
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    rows = cells(DATA, "nominations")
    writer.writerow(rows[0])
    writer.writerows([{"true": "TRUE"}.get(cell, cell) for cell in row.values()] for row in rows)
    assert read_bytes(Nomination, text.getvalue().encode("utf-8-sig")) == []
