"""Loads data while the bot answers: which build to start with, reload, rollback, history."""

import asyncio
import datetime
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import takewhile
from pathlib import Path

import structlog

from bot.dataset.builds import Builds, Load, Manifest
from bot.dataset.load import Loaded, loaded_from_json
from bot.dataset.package import content_version, open_source
from bot.dataset.source import is_remote, local_copy
from bot.errors import AskerError, DataRejectedError, SourceError, StoreError
from bot.library import Library

LOAD_LIMIT_SECONDS = 120
ASK_ABOVE_REMOVED_SHARE = 0.05
_ROLLBACK = "rollback"

_log = structlog.get_logger(__name__)


class Result(Enum):
    """How a load ended, as the history tells it."""

    LOADED = "loaded"
    UNCHANGED = "nothing changed"
    REFUSED = "refused"
    ASKED = "asked first"
    CHOSEN = "rolled back"


@dataclass(frozen=True)
class Outcome:
    """What came of a reload or a rollback."""

    result: Result
    version: str
    loaded: Loaded
    seconds: float = 0.0


class Curator:
    """Chooses builds for a library. One load at a time; readers never notice."""

    def __init__(self, source: str, database: Path) -> None:
        """source: as the setting DATA_SOURCE. database: where the current build is."""
        self.source = source
        self.builds = Builds(database)
        self.trouble = ""
        """What moderators should know: why the data served is not the newest; "" if all is well."""
        self._lock = asyncio.Lock()
        self._library: Library | None = None

    async def first_build(self) -> Path:
        """Return the build to start with, made if it is missing, damaged or out of date.

        Where the package is broken, the last good build is returned and `trouble` tells why.
        Raises DataRejectedError or SourceError where there is neither.
        """
        current = await asyncio.to_thread(self.builds.current)
        if current and (
            is_remote(self.source) or await asyncio.to_thread(self._is_newest, current)
        ):
            return self.builds.current_path
        _log.info("building the database", source=self.source)
        loaded = await self._load()
        if not loaded.refused:
            return await self._choose(loaded.version, "start", "start", Result.LOADED)
        good = current or await asyncio.to_thread(self.builds.last_good)
        rejected = (
            SourceError(loaded.unreadable)
            if loaded.unreadable
            else DataRejectedError(loaded.problems)
        )
        if good is None:
            raise rejected
        reason = str(rejected)
        self.trouble = (
            f"Build {good.version} is served, because the data package cannot be used: {reason}"
        )
        _log.error("data package refused, serving the last good build", reason=reason)
        return await self._choose(good.version, "start", "start", Result.REFUSED)

    def serve(self, library: Library) -> None:
        """Swap the builds of this library from now on."""
        self._library = library

    @property
    def busy(self) -> bool:
        """Whether a load is under way."""
        return self._lock.locked()

    async def reload(self, by: str) -> Outcome:
        """Fetch, check, build and swap. Where much would be removed, ask instead of swapping.

        Raises AskerError while another load is under way, StoreError.
        """
        async with self._one_at_a_time():
            started = asyncio.get_running_loop().time()
            loaded = await self._load()
            before = await asyncio.to_thread(self._current_version)
            if loaded.refused:
                await self._record(by, "reload", before, before, Result.REFUSED)
                return Outcome(Result.REFUSED, before, loaded, loaded.seconds)
            if loaded.version == before:
                self.trouble = ""
                await self._record(by, "reload", before, before, Result.UNCHANGED)
                return Outcome(Result.UNCHANGED, before, loaded, loaded.seconds)
            if any(c.removed_share > ASK_ABOVE_REMOVED_SHARE for c in loaded.changes):
                await self._record(by, "reload", loaded.version, before, Result.ASKED)
                return Outcome(Result.ASKED, loaded.version, loaded, loaded.seconds)
            await self._swap(loaded.version, by, "reload", Result.LOADED)
            seconds = asyncio.get_running_loop().time() - started
            return Outcome(Result.LOADED, loaded.version, loaded, seconds)

    async def apply(self, version: str, by: str) -> Outcome:
        """Swap to a build that a reload asked about.

        Raises AskerError if it is gone, or while another load is under way.
        """
        async with self._one_at_a_time():
            return await self._swap_to_kept(version, by, "reload, confirmed", Result.LOADED)

    async def rollback(self, by: str) -> Outcome:
        """Swap to the build that was current before this one; twice goes back by two.

        It stays after a restart, until the data changes or is reloaded.
        Raises AskerError where no earlier build is kept, or while another load is under way.
        """
        async with self._one_at_a_time():
            target = await asyncio.to_thread(self._earlier)
            if target is None:
                raise AskerError("There is no earlier build to go back to.")
            return await self._swap_to_kept(target, by, _ROLLBACK, Result.CHOSEN)

    def manifest(self) -> Manifest | None:
        """Return the build that is current; reads its file, which takes some milliseconds."""
        return self.builds.current()

    def history(self, most: int = 10) -> Sequence[Load]:
        """Return the last loads, latest first."""
        return self.builds.history()[:most]

    async def _swap_to_kept(self, version: str, by: str, action: str, result: Result) -> Outcome:
        manifest = next((m for m in self.builds.every() if m.version == version), None)
        if manifest is None or not await asyncio.to_thread(self.builds.is_whole, manifest):
            raise AskerError("That build is no longer kept. Please reload again.")
        started = asyncio.get_running_loop().time()
        await self._swap(version, by, action, result)
        seconds = asyncio.get_running_loop().time() - started
        return Outcome(result, version, Loaded(version), seconds)

    async def _swap(self, version: str, by: str, action: str, result: Result) -> None:
        if self._library is None:
            raise StoreError("no library is being served")
        await self._library.swap(self.builds.path(version))
        await self._choose(version, by, action, result)
        self.trouble = ""

    async def _choose(self, version: str, by: str, action: str, result: Result) -> Path:
        before = await asyncio.to_thread(self._current_version)
        await asyncio.to_thread(self.builds.choose, version)
        await self._record(by, action, version, before, result)
        await asyncio.to_thread(self.builds.prune, keep=(version, before))
        return self.builds.path(version)

    async def _record(
        self, by: str, action: str, version: str, before: str, result: Result
    ) -> None:
        now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
        load = Load(now, by, action, version, before, result.value)
        await asyncio.to_thread(self.builds.record, load)
        _log.info("data load", by=by, action=action, version=version, result=result.value)

    def _current_version(self) -> str:
        manifest = self.builds.current()
        return manifest.version if manifest else ""

    def _earlier(self) -> str | None:
        """Return the newest kept build that was current before this one; None without any."""
        current = self.builds.current()
        whole = [m for m in self.builds.every() if self.builds.is_whole(m)]
        if current is None:
            return whole[0].version if whole else None
        replaced = [
            load.before
            for load in self._taken_up()
            if load.version == current.version and load.action != _ROLLBACK
        ]
        older = [m.version for m in whole if m.built_at < current.built_at]
        kept = {m.version for m in whole} - {current.version}
        return next((version for version in [*replaced, *older] if version in kept), None)

    def _taken_up(self) -> list[Load]:
        """Return the loads that changed what is served, latest first."""
        lasting = (Result.LOADED.value, Result.CHOSEN.value)
        return [load for load in self.builds.history() if load.result in lasting]

    def _is_newest(self, current: Manifest) -> bool:
        try:
            newest = content_version(open_source(Path(self.source)))
        except SourceError:
            return False
        if newest == current.version:
            return True
        # A moderator went back from this very version: it is not taken up again by itself.
        rollbacks = takewhile(lambda load: load.action == _ROLLBACK, self._taken_up())
        return newest in {load.before for load in rollbacks}

    def _one_at_a_time(self) -> asyncio.Lock:
        if self._lock.locked():
            raise AskerError("A load is under way already. Please wait for it to end.")
        return self._lock

    async def _load(self) -> Loaded:
        """Load the source; where it cannot even be fetched or read, the result tells why."""
        try:
            return await self._load_apart()
        except SourceError as error:
            return Loaded(unreadable=str(error))

    async def _load_apart(self) -> Loaded:
        """Run `bot.dataset.load` in a process of its own. Raises SourceError."""
        package = await local_copy(self.source, self.builds.current_path)
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot.dataset.load",
            str(package),
            str(self.builds.current_path),
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        try:
            async with asyncio.timeout(LOAD_LIMIT_SECONDS):
                output, errors = await process.communicate()
        except TimeoutError as error:
            raise SourceError(f"Loading took more than {LOAD_LIMIT_SECONDS} seconds.") from error
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
        if process.returncode:
            last = errors.decode(errors="replace").strip().splitlines()[-1:]
            raise SourceError(f"Loading failed: {''.join(last)}")
        return loaded_from_json(output.decode())
