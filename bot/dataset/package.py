"""Reads and writes the Data Package: `datapackage.json` and one CSV a table."""

import csv
import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from itertools import islice
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from bot.dataset.problems import Problem, told
from bot.dataset.tables import TABLES, Row
from bot.errors import SourceError
from bot.store.database import schema

DESCRIPTOR = "datapackage.json"
# Some ten times what is shipped, so that a broken or hostile zip cannot fill the memory.
LARGEST_FILE_BYTES = 16 * 1024 * 1024
MOST_ROWS = 200_000
MOST_PROBLEMS = 1_000


_UNREADABLE = (
    OSError,
    EOFError,
    KeyError,
    RuntimeError,  # zipfile, of a file that needs a password
    NotImplementedError,  # zipfile, of a compression that it does not know
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
)
"""What opening or unpacking a file that somebody else wrote may raise."""


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
    except _UNREADABLE as error:
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
    return _version({model.table: read_file(source, f"{model.table}.csv") for model in TABLES})


def read_package(source: Traversable) -> tuple[Package, list[Problem]]:
    """Return the rows that could be read, and a problem for each cell that could not.

    A table with problems has no rows, and tells of its first thousand. Each file is read once,
    so that the version is of the very rows that are returned, whoever writes meanwhile.
    Raises SourceError where a table is missing.
    """
    contents = {model.table: read_file(source, f"{model.table}.csv") for model in TABLES}
    tables: dict[str, Sequence[Row]] = {}
    problems: list[Problem] = []
    for model in TABLES:
        rows, wrong = _rows(contents[model.table], model)
        tables[model.table] = rows
        problems += wrong
    return Package(tables, _version(contents)), problems


def read_file(source: Traversable, name: str) -> bytes:
    """Return what a file of a package holds. Raises SourceError where it cannot be read."""
    try:
        with (source / name).open("rb") as stream:
            content: bytes = stream.read(LARGEST_FILE_BYTES + 1)
    except _UNREADABLE as error:
        raise SourceError(f"The data package has no readable {name}.") from error
    if len(content) > LARGEST_FILE_BYTES:
        raise SourceError(f"{name} is larger than {LARGEST_FILE_BYTES // 2**20} MB.")
    return content


def read_table(source: Traversable, model: type[Row]) -> Sequence[Any]:
    """Return the rows of one table. Raises SourceError where it is missing or has a bad cell."""
    rows, problems = _rows(read_file(source, f"{model.table}.csv"), model)
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


def _version(contents: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256(schema().encode())
    for table, content in contents.items():
        digest.update(table.encode() + b"\0" + content + b"\0")
    return digest.hexdigest()[:12]


def _rows(content: bytes, model: type[Row]) -> tuple[Sequence[Row], list[Problem]]:
    def problem(row: int, column: str, value: str, wrong: str, remedy: str) -> list[Problem]:
        return [Problem(model.table, row, column, value, wrong, remedy)]

    try:
        reader = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
        lines = list(islice(reader, MOST_ROWS + 2))
    except UnicodeDecodeError as error:
        return [], problem(1, "file", "", f"is not UTF-8 ({error.reason})", "Save it as UTF-8.")
    except csv.Error as error:
        return [], problem(1, "file", "", f"is not CSV ({error})", "Mend the quotation marks.")
    columns = list(model.model_fields)
    if not lines or lines[0] != columns:
        found = ",".join(lines[0]) if lines else ""
        remedy = f"It must be {','.join(columns)}."
        return [], problem(1, "header", found, "is not the header", remedy)
    if len(lines) > MOST_ROWS + 1:
        remedy = f"Keep at most {MOST_ROWS:,}."
        return [], problem(len(lines), "file", "", "has too many rows", remedy)
    uneven = [
        problem(n, "row", ",".join(line), f"has {len(line)} cells", f"Give it {len(columns)}.")[0]
        for n, line in enumerate(lines[1:], start=2)
        if len(line) != len(columns)
    ]
    if uneven:
        return [], uneven[:MOST_PROBLEMS]
    records = [dict(zip(columns, line, strict=True)) for line in lines[1:]]
    try:
        return TypeAdapter(list[model]).validate_python(records), []  # type: ignore[valid-type]
    except ValidationError:
        return [], list(islice(_cell_problems(model, records), MOST_PROBLEMS))


def _cell_problems(model: type[Row], records: Sequence[Mapping[str, str]]) -> Iterator[Problem]:
    for number, record in enumerate(records, start=2):
        try:
            model.model_validate(record)
        except ValidationError as error:
            details = error.errors(include_url=False)
            by_column = {str(detail["loc"][0]): detail for detail in reversed(details)}
            for column in record:
                if column in by_column:
                    yield Problem(
                        model.table, number, column, record[column], *told(by_column[column])
                    )
