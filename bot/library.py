"""The build being served: its open database and, in memory, its names and its whole record.

A swap replaces all of them at once. Whoever answers takes `library.shelf` once and keeps it to
the end of the answer.
"""

import asyncio
import gc
from dataclasses import dataclass
from pathlib import Path

from bot.ask.mentions import Spotter
from bot.names.catalogue import Catalogue
from bot.names.resolver import Resolver
from bot.store.almanac import Almanac, read_almanac
from bot.store.database import Database


@dataclass(frozen=True)
class Shelf:
    """One build in memory."""

    almanac: Almanac
    catalogue: Catalogue
    resolver: Resolver
    spotter: Spotter


class Library:
    """Serves one build at a time."""

    def __init__(self, database: Database, shelf: Shelf) -> None:
        """Use `Library.open`."""
        self.database = database
        self.shelf = shelf

    @classmethod
    async def open(cls, build: Path) -> "Library":
        """Open the build at a path. Raises StoreError."""
        database = await Database.open(build)
        try:
            return cls(database, await _shelf_of(build))
        except BaseException:
            await database.close()
            raise

    async def swap(self, build: Path) -> None:
        """Serve the build at a path from now on. Raises StoreError and changes nothing."""
        shelf = await _shelf_of(build)
        await self.database.swap(build, lambda: self._put(shelf))

    def _put(self, shelf: Shelf) -> None:
        self.shelf = shelf

    async def close(self) -> None:
        """Close the database and end its thread."""
        await self.database.close()


async def _shelf_of(build: Path) -> Shelf:
    """Read a build in a thread, and keep the garbage collector from what was read.

    Looking through a whole build would hold the event loop for some 100 ms, and 15 ms again and
    again later. A build that is replaced goes by itself, having no cycles.
    """
    gc.collect()
    gc.disable()
    try:
        return await asyncio.to_thread(read_shelf, build)
    finally:
        gc.freeze()
        gc.enable()


def read_shelf(build: Path) -> Shelf:
    """Read a build into memory: about a second of work, so run it in a thread."""
    almanac = read_almanac(build)
    catalogue = Catalogue(almanac)
    return Shelf(almanac, catalogue, Resolver(catalogue), Spotter(catalogue))
