"""Keeps builds of the database beside the current one, and chooses which is current.

With the current database at `data/awards.db`:

    data/awards-<version>.db     one build; its name tells the content it was made from
    data/awards-<version>.json   its manifest: checksum, time, source
    data/awards.db               the current build: another name of the same file
    data/awards-history.jsonl    what was loaded, when, by whom
    data/awards.lock             held by the process that builds; freed by its end, however it ends

Every file comes into being by one atomic rename, so a process killed at any moment leaves whole
builds only, and `awards.db` is always one of them.
"""

import datetime
import hashlib
import json
import os
import shutil
import time
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass
from pathlib import Path

from filelock import FileLock

from bot.store.database import schema

KEPT_BUILDS = 3
KEPT_HISTORY = 200
ABANDONED_AFTER_SECONDS = 3600


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a build is. `sha256` is of its file; `built_at` is UTC in ISO 8601.

    `form` tells which schema it was built with: another release of the bot may have another.
    """

    version: str
    form: str
    sha256: str
    built_at: str
    source: str


@dataclass(frozen=True, slots=True)
class Load:
    """One line of the history. `before` is the version that was current until then."""

    at: str
    by: str
    action: str
    version: str
    before: str
    result: str


class Builds:
    """The builds beside one current database."""

    def __init__(self, current: Path) -> None:
        """current: where the current database is, or shall be."""
        self.current_path = current
        self._form = hashlib.sha256(schema().encode()).hexdigest()[:12]
        self._folder = current.parent
        self._history_path = current.with_name(f"{current.stem}-history.jsonl")

    def lock(self) -> AbstractContextManager[object]:
        """Return what one process at a time may enter; others wait."""
        self._folder.mkdir(parents=True, exist_ok=True)
        return FileLock(self.current_path.with_suffix(".lock"))

    def path(self, version: str) -> Path:
        """Return where the build of a version is kept."""
        return self._folder / f"{self.current_path.stem}-{version}{self.current_path.suffix}"

    def current(self) -> Manifest | None:
        """Return the current build; None where it is missing or damaged."""
        checksum = _checksum(self.current_path)
        return next((m for m in self.every() if m.sha256 == checksum), None)

    def every(self) -> list[Manifest]:
        """Return the manifests of all builds that this release of the bot can read, newest first.

        Their files are not looked at.
        """
        return [manifest for manifest in self._of_any_form() if manifest.form == self._form]

    def is_whole(self, manifest: Manifest) -> bool:
        """Whether the file of a build is there and is what was written."""
        return _checksum(self.path(manifest.version)) == manifest.sha256

    def last_good(self) -> Manifest | None:
        """Return the newest build whose file is whole; None where there is none."""
        return next((manifest for manifest in self.every() if self.is_whole(manifest)), None)

    def add(
        self, version: str, source: str, built_at: datetime.datetime, write: Callable[[Path], None]
    ) -> Manifest:
        """Keep a new build without choosing it. write: fills the empty path it is given."""
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self.path(version)
        unfinished = path.with_name(f"{path.name}.{os.getpid()}.unfinished")
        try:
            write(unfinished)
            checksum = _checksum(unfinished) or ""
            manifest = Manifest(version, self._form, checksum, built_at.isoformat(), source)
            # The manifest last: a build without one is not counted, and is written anew.
            path.with_suffix(".json").unlink(missing_ok=True)
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)
        _replace(path.with_suffix(".json"), json.dumps(asdict(manifest)) + "\n")
        return manifest

    def choose(self, version: str) -> None:
        """Make a kept build the current one, by one atomic rename."""
        name = self.current_path.with_name(f"{self.current_path.name}.{os.getpid()}.next")
        name.unlink(missing_ok=True)
        try:
            os.link(self.path(version), name)
        except OSError:  # a file system without hard links
            shutil.copyfile(self.path(version), name)
        name.replace(self.current_path)
        # Where both were the same file already, the rename has done nothing and left the name.
        name.unlink(missing_ok=True)

    def prune(self, keep: Iterable[str] = ()) -> None:
        """Delete all but the last builds, those named in `keep`, and what a kill left behind."""
        manifests = self._of_any_form()
        kept = {m.version for m in manifests[:KEPT_BUILDS]} | set(keep)
        for manifest in manifests:
            if manifest.version not in kept:
                self.path(manifest.version).with_suffix(".json").unlink(missing_ok=True)
                self.path(manifest.version).unlink(missing_ok=True)
        self._sweep({self.path(manifest.version) for manifest in manifests})

    def _sweep(self, counted: set[Path]) -> None:
        """Delete what a process left behind that was killed before it had ended."""
        stem = self.current_path.stem
        for left in [
            *self._folder.glob(f"{stem}-*.unfinished"),
            *self._folder.glob(f"{stem}.*.next"),
        ]:
            if not _is_running(left.name.split(".")[-2]):
                left.unlink(missing_ok=True)
        for path in set(self._folder.glob(f"{stem}-*{self.current_path.suffix}")) - counted:
            # A process that is still alive would have written the manifest long since.
            if path.is_file() and time.time() - path.stat().st_mtime > ABANDONED_AFTER_SECONDS:
                path.unlink(missing_ok=True)

    def record(self, load: Load) -> None:
        """Add a line to the history."""
        lines = self._history_lines()
        with self._history_path.open("a", encoding="utf-8") as file:
            # A line that a kill cut short must not take this one with it.
            file.write("\n" if lines and not lines[-1].endswith("\n") else "")
            file.write(json.dumps(asdict(load)) + "\n")
        if len(lines) >= 2 * KEPT_HISTORY:
            _replace(self._history_path, "".join(self._history_lines()[-KEPT_HISTORY:]))

    def history(self) -> list[Load]:
        """Return what was loaded, latest first. A line that a kill cut short is left out."""
        loads = []
        for line in reversed(self._history_lines()):
            try:
                loads.append(Load(**json.loads(line)))
            except (ValueError, TypeError):
                continue
        return loads

    def _history_lines(self) -> list[str]:
        try:
            text = self._history_path.read_text("utf-8", errors="replace")
        except FileNotFoundError:
            return []
        return text.splitlines(keepends=True)

    def _of_any_form(self) -> list[Manifest]:
        found = []
        for path in self._folder.glob(f"{self.current_path.stem}-*.json"):
            try:
                found.append(Manifest(**json.loads(path.read_bytes())))
            except (OSError, ValueError, TypeError):
                continue
        return sorted(found, key=lambda manifest: manifest.built_at, reverse=True)


def _checksum(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def _replace(path: Path, text: str) -> None:
    beside = path.with_name(f"{path.name}.{os.getpid()}.unfinished")
    with beside.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def _is_running(process: str) -> bool:
    if not process.isdigit() or int(process) == os.getpid():
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
