"""Reads, checks and builds a package: the work behind a start, a reload and `bot check`.

`load` is run in a process of its own (`python -m bot.dataset.load`), so that a reload neither
stalls the bot nor leaves its memory behind, and may be killed at any moment.
"""

import argparse
import datetime
import gc
import json
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from bot.dataset.build import build
from bot.dataset.builds import Builds
from bot.dataset.changes import TableChange, changes
from bot.dataset.checks import check
from bot.dataset.descriptor import check_descriptor
from bot.dataset.package import Package, content_version, open_source, read_package
from bot.dataset.problems import Problem
from bot.errors import SourceError

MOST_LINES = 5_000
"""Of problems; more would not fit a file that Discord takes."""


@dataclass(frozen=True)
class Loaded:
    """What came of one load: a build kept, or the reasons why there is none."""

    version: str = ""
    problems: tuple[str, ...] = ()
    unreadable: str = ""
    is_new: bool = False
    changes: tuple[TableChange, ...] = ()
    seconds: float = 0.0
    rows: dict[str, int] = field(default_factory=dict)

    @property
    def refused(self) -> bool:
        """Whether the package cannot be used."""
        return bool(self.problems or self.unreadable)


def check_source(path: Path, today: datetime.date) -> tuple[Package, list[Problem]]:
    """Return a package and its problems. Raises SourceError if it is none."""
    source = open_source(path)
    package, problems = read_package(source)
    if not problems:
        problems = check(package, today) + check_descriptor(source)
    return package, problems


def load(path: Path, builds: Builds) -> Loaded:
    """Check the package at `path` and keep a build of it beside the current one, not chosen.

    A version that is kept already, and whole, is not built again. One process at a time: the
    loader of a bot that was killed lives on, and must not put its build in place of ours.
    """
    with builds.lock():
        return _load(path, builds)


def _load(path: Path, builds: Builds) -> Loaded:
    started = time.perf_counter()
    try:
        version = content_version(open_source(path))
        kept = next((m for m in builds.every() if m.version == version), None)
        if kept and builds.is_whole(kept):
            return Loaded(version, changes=_changes(builds, version), seconds=_since(started))
        now = datetime.datetime.now(datetime.UTC)
        package, problems = check_source(path, now.date())
    except SourceError as error:
        return Loaded(unreadable=str(error), seconds=_since(started))
    if problems:
        return Loaded(problems=_lines(problems), seconds=_since(started))
    # Named after what was read now, should somebody have written since.
    version = package.version
    builds.add(
        version, str(path), now, lambda to: build(package, to, source=str(path), built_at=now)
    )
    rows = {name: len(table) for name, table in package.tables.items()}
    return Loaded(version, (), "", True, _changes(builds, version), _since(started), rows)


def loaded_from_json(text: str) -> Loaded:
    """Read what the process of its own printed."""
    values = json.loads(text)
    values["problems"] = tuple(values["problems"])
    values["changes"] = tuple(
        TableChange(**{**change, "examples": tuple(change["examples"])})
        for change in values["changes"]
    )
    return Loaded(**values)


def _changes(builds: Builds, version: str) -> tuple[TableChange, ...]:
    current = builds.current()
    if current is None or current.version == version:
        return ()
    return tuple(changes(builds.current_path, builds.path(version)))


def _lines(problems: Sequence[Problem]) -> tuple[str, ...]:
    lines = [str(problem) for problem in problems[:MOST_LINES]]
    left = len(problems) - len(lines)
    return (*lines, f"... and {left:,} more problems.") if left else tuple(lines)


def _since(started: float) -> float:
    return round(time.perf_counter() - started, 3)


def main() -> None:
    """Load SOURCE beside the database CURRENT and print what came of it, as one line of JSON."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("source", type=Path)
    parser.add_argument("current", type=Path)
    arguments = parser.parse_args()
    # A hundred thousand rows, none of which is garbage before the process ends.
    gc.disable()
    json.dump(asdict(load(arguments.source, Builds(arguments.current))), sys.stdout)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
