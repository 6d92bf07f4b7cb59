"""What the measurements share. Run them apart from the tests:

uv run pytest tests/benchmarks --benchmark-only

Each ends with its numbers in one table, as docs/benchmarks.md has it.
"""

import os
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest

from bot.library import Shelf, read_shelf
from tests.benchmarks.busy_discord import BusyDiscord
from tests.benchmarks.figures import Figure
from tests.processes import started

if not sys.platform.startswith("linux"):
    pytest.skip("what a process used is read from /proc", allow_module_level=True)

Measured = Callable[[Figure], None]
Running = Callable[..., AbstractAsyncContextManager[tuple[BusyDiscord, int]]]

FIGURES = pytest.StashKey[list[Figure]]()


@pytest.fixture
def measured(request: pytest.FixtureRequest) -> Iterator[Measured]:
    """Takes each number; at the end of the test, those beyond their limits fail it."""
    own: list[Figure] = []

    def take(figure: Figure) -> None:
        own.append(figure)
        request.config.stash.setdefault(FIGURES, []).append(figure)

    yield take
    assert [figure.row() for figure in own if not figure.is_kept] == []


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
