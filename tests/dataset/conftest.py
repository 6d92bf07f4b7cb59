"""The shipped package, read once, and an empty one to write tables into."""

import itertools
from collections.abc import Callable

import pytest
from hypothesis import settings

from bot.dataset.package import Package, read_package
from bot.dataset.problems import Problem
from bot.dataset.tables import Row
from tests.packages import DATA, Cells, empty_package, write_cells

# A busy machine may be slow for once; that is no fault of what is tested.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

ReadRows = Callable[[type[Row], list[Cells]], list[Problem]]
ReadBytes = Callable[[type[Row], bytes], list[Problem]]


@pytest.fixture(scope="session")
def shipped() -> Package:
    """The shipped package; its rows are frozen, its tables are to be copied before a change."""
    package, problems = read_package(DATA)
    assert not problems
    return package


@pytest.fixture(scope="session")
def read_bytes(tmp_path_factory: pytest.TempPathFactory) -> ReadBytes:
    """Reads a package that is empty but for one file, and returns its problems."""
    folder = empty_package(tmp_path_factory.mktemp("empty") / "package")

    def read(model: type[Row], content: bytes) -> list[Problem]:
        path = folder / f"{model.table}.csv"
        header = path.read_bytes()
        try:
            path.write_bytes(content)
            return read_package(folder)[1]
        finally:
            path.write_bytes(header)

    return read


@pytest.fixture(scope="session")
def read_rows(read_bytes: ReadBytes, tmp_path_factory: pytest.TempPathFactory) -> ReadRows:
    """Reads a package that is empty but for the rows of one table, and returns its problems."""
    folder = tmp_path_factory.mktemp("rows")
    numbers = itertools.count()

    def read(model: type[Row], rows: list[Cells]) -> list[Problem]:
        place = folder / str(next(numbers))
        place.mkdir()
        write_cells(place, model, rows)
        return read_bytes(model, (place / f"{model.table}.csv").read_bytes())

    return read
