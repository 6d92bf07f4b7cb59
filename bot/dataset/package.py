"""Reads and writes the Data Package: `datapackage.json` and one CSV a table."""

import csv
import hashlib
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from bot.dataset.tables import TABLES, Row
from bot.errors import SourceError

DESCRIPTOR = "datapackage.json"
LARGEST_TABLE_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong with one cell, told in one line."""

    table: str
    row: int
    column: str
    value: str
    wrong: str
    remedy: str

    def __str__(self) -> str:
        shown = self.value if len(self.value) <= 60 else f"{self.value[:59]}…"
        place = f"{self.table}.csv, row {self.row}, {self.column}"
        line = f"{place}: {shown!r} {self.wrong}. {self.remedy}"
        return "".join(c if c.isprintable() else "�" for c in line)


@dataclass(frozen=True)
class Package:
    """The rows of every table, in file order, and the version of their content."""

    tables: Mapping[str, Sequence[Any]]
    version: str


def open_source(path: Path) -> Traversable:
    """Return the folder in which a package lies, whether `path` is a folder or a zip of one.

    In a zip the package may stand at the top or in a single folder. Raises SourceError.
    """
    if path.is_dir():
        return path
    if not path.exists():
        raise SourceError(f"There is no data package at {path}.")
    try:
        top: Traversable = zipfile.Path(path)
    except (zipfile.BadZipFile, OSError) as error:
        raise SourceError(f"{path} is neither a folder nor a zip file.") from error
    if (top / DESCRIPTOR).is_file():
        return top
    inner = [entry for entry in top.iterdir() if entry.is_dir() and (entry / DESCRIPTOR).is_file()]
    if len(inner) != 1:
        raise SourceError(f"{path} holds no {DESCRIPTOR}, so it is not a data package.")
    return inner[0]


def content_version(source: Traversable) -> str:
    """Return 12 hexadecimal digits that change when any table of the package does.

    They also change with the form of the database, so that a build of an older form is not kept.
    Raises SourceError where a table is missing or cannot be read.
    """
    digest = hashlib.sha256(resources.files("bot.store").joinpath("schema.sql").read_bytes())
    for model in TABLES:
        digest.update(model.table.encode() + b"\0")
        digest.update(_read(source, model.table) + b"\0")
    return digest.hexdigest()[:12]


def read_package(source: Traversable) -> tuple[Package, list[Problem]]:
    """Return the rows that could be read, and a problem for each cell that could not.

    A table with problems has no rows. Raises SourceError where a table is missing.
    """
    tables: dict[str, Sequence[Row]] = {}
    problems: list[Problem] = []
    for model in TABLES:
        rows, wrong = _read_table(source, model)
        tables[model.table] = rows
        problems += wrong
    return Package(tables, content_version(source)), problems


def read_table(source: Traversable, model: type[Row]) -> Sequence[Any]:
    """Return the rows of one table. Raises SourceError where it is missing or has a bad cell."""
    rows, problems = _read_table(source, model)
    if problems:
        raise SourceError(str(problems[0]))
    return rows


def write_table(folder: Path, model: type[Row], rows: Iterable[Row]) -> bool:
    """Write one table, sorted as given; return whether the file changed.

    The file is replaced whole, so a reader never sees half of it.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(model.model_fields)
    writer.writerows([_cell(value) for value in row.__dict__.values()] for row in rows)
    path, content = folder / f"{model.table}.csv", text.getvalue().encode()
    if path.is_file() and path.read_bytes() == content:
        return False
    beside = path.with_suffix(".csv.new")
    beside.write_bytes(content)
    beside.replace(path)
    return True


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return ";".join(value)
    return str(value)


def _read(source: Traversable, table: str) -> bytes:
    file = source / f"{table}.csv"
    try:
        with file.open("rb") as stream:
            content: bytes = stream.read(LARGEST_TABLE_BYTES + 1)
    except (OSError, KeyError, zipfile.BadZipFile) as error:
        raise SourceError(f"The data package has no readable {table}.csv.") from error
    if len(content) > LARGEST_TABLE_BYTES:
        raise SourceError(f"{table}.csv is larger than {LARGEST_TABLE_BYTES // 2**20} MB.")
    return content


def _read_table(source: Traversable, model: type[Row]) -> tuple[Sequence[Row], list[Problem]]:
    def problem(row: int, column: str, value: str, wrong: str, remedy: str) -> Problem:
        return Problem(model.table, row, column, value, wrong, remedy)

    try:
        text = _read(source, model.table).decode("utf-8-sig")
        lines = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except UnicodeDecodeError as error:
        return [], [problem(1, "file", "", f"is not UTF-8 ({error.reason})", "Save it as UTF-8.")]
    except csv.Error as error:
        return [], [problem(1, "file", "", f"is not CSV ({error})", "Mend the quotation marks.")]
    columns = list(model.model_fields)
    if not lines or lines[0] != columns:
        found = ",".join(lines[0]) if lines else ""
        return [], [
            problem(1, "header", found, "is not the header", f"It must be {','.join(columns)}.")
        ]
    records = [dict(zip(columns, line, strict=False)) for line in lines[1:]]
    short = [
        problem(n, "row", ",".join(line), f"has {len(line)} cells", f"Give it {len(columns)}.")
        for n, line in enumerate(lines[1:], start=2)
        if len(line) != len(columns)
    ]
    if short:
        return [], short
    try:
        return TypeAdapter(list[model]).validate_python(records), []  # type: ignore[valid-type]
    except ValidationError as error:
        return [], list(_cell_problems(model.table, records, error))


def _cell_problems(
    table: str, records: Sequence[Mapping[str, str]], error: ValidationError
) -> Iterator[Problem]:
    seen = set()
    for detail in error.errors(include_url=False, include_context=False):
        index, column = int(detail["loc"][0]), str(detail["loc"][1])
        if (index, column) not in seen:
            seen.add((index, column))
            wrong = detail["msg"][0].lower() + detail["msg"][1:]
            yield Problem(
                table,
                index + 2,
                column,
                records[index][column],
                f"is not allowed: {wrong}",
                "Put a value that the description of the column allows.",
            )
