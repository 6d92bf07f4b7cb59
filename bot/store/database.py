"""Opens a build of the award data, runs queries against it, and swaps it for another."""

import asyncio
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from importlib import resources
from pathlib import Path
from typing import Any
from urllib.parse import quote

import aiosqlite

from bot.errors import StoreError

QUERY_LIMIT_MS = 250


class Database:
    """One build, open read-only. Readers never wait for a swap and never see half of one."""

    def __init__(self, connection: aiosqlite.Connection, *, limit_ms: int = QUERY_LIMIT_MS) -> None:
        """connection: as `Database.open` makes it. limit_ms: how long one query may take."""
        self._connection = connection
        self._limit_seconds = limit_ms / 1000

    @classmethod
    async def open(cls, path: Path, *, limit_ms: int = QUERY_LIMIT_MS) -> "Database":
        """Open the build at `path`. Raises StoreError where it is missing or not a build."""
        return cls(await _connect(path), limit_ms=limit_ms)

    async def rows(
        self, query: str, parameters: Mapping[str, Any] | Sequence[Any] = ()
    ) -> list[Any]:
        """Return every row of a query as a tuple of its columns, in its order.

        Raises StoreError if it failed or ran past the limit, so an empty list is always a fact.
        """
        connection = self._connection
        try:
            async with asyncio.timeout(self._limit_seconds):
                return list(await connection.execute_fetchall(query, parameters))
        except TimeoutError as error:
            await connection.interrupt()
            limit_ms = round(self._limit_seconds * 1000)
            raise StoreError(f"a query ran past its limit of {limit_ms} ms") from error
        except (sqlite3.Error, ValueError) as error:
            raise StoreError(f"a query failed: {error}") from error

    async def swap(self, path: Path, switch: Callable[[], None] = lambda: None) -> None:
        """Read from the build at `path` from now on; queries under way end on the old one.

        switch: called in the same step, so that what it changes and this change as one.
        Raises StoreError, and goes on as before, where the new build cannot be opened.
        """
        fresh = await _connect(path)
        old, self._connection = self._connection, fresh
        switch()
        await old.close()

    async def close(self) -> None:
        """Wait for queries under way, then close the file and end its thread."""
        await self._connection.close()


def schema() -> str:
    """Return the statements that make an empty build: the form of the database."""
    return resources.files("bot.store").joinpath("schema.sql").read_text("utf-8")


def read_only_address(path: Path) -> str:
    """Return the address under which SQLite opens a build.

    A build never changes once it is written, so SQLite need neither lock it nor look again.
    """
    return f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1"


async def _connect(path: Path) -> aiosqlite.Connection:
    # Opened and tried first: aiosqlite would start its thread, and only then find out.
    connection = await asyncio.to_thread(_open, path)
    return await aiosqlite.Connection(lambda: connection, iter_chunk_size=64)


def _open(path: Path) -> sqlite3.Connection:
    try:
        connection = sqlite3.connect(
            read_only_address(path), uri=True, isolation_level=None, check_same_thread=False
        )
    except sqlite3.Error as error:
        raise StoreError(f"{path} cannot be opened: {error}") from error
    try:
        connection.execute("SELECT value FROM meta WHERE name = 'version'").fetchone()
    except sqlite3.Error as error:
        connection.close()
        raise StoreError(f"{path} is not a build of the award data: {error}") from error
    return connection
