"""What the measurements share. Run them apart from the tests:

uv run pytest tests/benchmarks --benchmark-only

Each ends with its numbers in one table, as docs/benchmarks.md has it.
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol, TypeVar

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from bot.library import Shelf, read_shelf
from tests.benchmarks.figures import Figure

if not sys.platform.startswith("linux"):
    pytest.skip("what a process used is read from /proc", allow_module_level=True)

T = TypeVar("T")
Measured = Callable[[Figure], None]


class Once(Protocol):
    """See the fixture `once`."""

    def __call__(self, function: Callable[..., T], *arguments: object) -> T: ...


FIGURES = pytest.StashKey[list[Figure]]()


@pytest.fixture
def measured(request: pytest.FixtureRequest) -> Iterator[Measured]:
    """Takes each number; at the end of the test, those beyond their limits fail it."""
    own: list[Figure] = []

    def take(figure: Figure) -> None:
        own.append(figure)
        request.config.stash.setdefault(FIGURES, []).append(figure)

    yield take
    assert [figure.row() for figure in own if figure.fails] == []


@pytest.fixture
def once(benchmark: BenchmarkFixture) -> Once:
    """Calls a function once, as the benchmark of the test, and returns what it returns."""

    def call(function: Callable[..., T], *arguments: object) -> T:
        result: T = benchmark.pedantic(function, args=arguments, rounds=1)  # type: ignore[no-untyped-call]
        return result

    return call


@pytest.fixture(scope="session")
def shelf(build: Path) -> Shelf:
    return read_shelf(build)


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    figures = config.stash.get(FIGURES, [])
    if figures:
        terminalreporter.section("measured")
        terminalreporter.write_line("| what | measured | at most |")
        terminalreporter.write_line("| --- | ---: | ---: |")
        for figure in figures:
            terminalreporter.write_line(figure.row())
