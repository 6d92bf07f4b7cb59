"""One build, open read-only: limits, swaps under load, failures told apart from absences."""

import asyncio
import shutil
import sqlite3
import threading
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.errors import StoreError
from bot.store.database import Database

COUNT = "SELECT count(*) FROM nomination"
ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"


@pytest.fixture
async def database(build: Path) -> AsyncIterator[Database]:
    database = await Database.open(build)
    yield database
    await database.close()


@pytest.fixture(autouse=True)
def no_thread_is_left() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    for thread in set(threading.enumerate()) - before:
        thread.join(1)
        assert not thread.is_alive(), thread


def version_of(path: Path) -> str:
    with sqlite3.connect(path) as connection:
        row = connection.execute("SELECT value FROM meta WHERE name = 'version'").fetchone()
    connection.close()
    return str(row[0])


async def test_a_query_gives_tuples_in_its_order(database: Database) -> None:
    rows = await database.rows("SELECT number FROM ceremony WHERE number < ? ORDER BY 1", [4])
    assert rows == [(1,), (2,), (3,)]


async def test_a_query_that_runs_too_long_is_stopped_and_the_next_one_answers(build: Path) -> None:
    database = await Database.open(build)
    try:
        started = asyncio.get_running_loop().time()
        with pytest.raises(StoreError, match="ran past its limit of 250 ms"):
            await database.rows(ENDLESS)
        assert asyncio.get_running_loop().time() - started < 5
        assert await database.rows(COUNT) == [(12137,)]
    finally:
        await database.close()


async def test_a_query_that_cannot_be_run_is_a_failure_and_not_an_absence(
    database: Database,
) -> None:
    for query in ("SELECT * FROM nothing", "SELEC", "SELECT ?"):
        with pytest.raises(StoreError, match="a query failed"):
            await database.rows(query)


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO film VALUES ('tt0', 'Never made')",
        "DELETE FROM nomination",
        "UPDATE meta SET value = ''",
        "DROP TABLE film",
        "CREATE TABLE mine (id)",
        "VACUUM",
    ],
)
async def test_nothing_can_be_written(statement: str, database: Database, build: Path) -> None:
    before = build.read_bytes()
    with pytest.raises(StoreError, match="readonly database"):
        await database.rows(statement)
    assert build.read_bytes() == before
    assert sorted(path.suffix for path in build.parent.glob("awards.db*")) == [".db"]


async def test_a_build_is_opened_wherever_it_lies(build: Path, tmp_path: Path) -> None:
    folder = tmp_path / "50% off? #1 &c. – ü"
    folder.mkdir()
    database = await Database.open(Path(shutil.copy(build, folder / "awards.db")))
    assert await database.rows(COUNT) == [(12137,)]
    await database.close()


@pytest.mark.parametrize(
    "content", [None, b"", b"not a database", b"SQLite format 3\0" + b"x" * 999]
)
async def test_what_is_not_a_build_is_not_opened(content: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "awards.db"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(StoreError, match=r"awards\.db"):
        await Database.open(path)


async def test_a_database_of_somebody_else_is_not_opened(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "other.db")
    connection.execute("CREATE TABLE film (id)")
    connection.close()
    with pytest.raises(StoreError, match="is not a build of the award data"):
        await Database.open(tmp_path / "other.db")


async def test_a_swap_while_queries_run_loses_none(
    build: Path, tmp_path: Path, database: Database
) -> None:
    other = Path(shutil.copy(build, tmp_path / "other.db"))
    with sqlite3.connect(other) as connection:
        connection.execute("UPDATE meta SET value = 'other' WHERE name = 'version'")
    connection.close()
    seen: list[str] = []
    done = asyncio.Event()

    async def read() -> None:
        while not done.is_set():
            ((version,),) = await database.rows("SELECT value FROM meta WHERE name = 'version'")
            seen.append(version)

    readers = [asyncio.create_task(read()) for _ in range(20)]
    for _ in range(20):
        await database.swap(other)
        await asyncio.sleep(0.005)
        await database.swap(build)
        await asyncio.sleep(0.005)
    done.set()
    await asyncio.gather(*readers)
    assert set(seen) == {"other", version_of(build)}


async def test_a_query_under_way_ends_on_the_build_that_it_began_on(
    build: Path, tmp_path: Path, database: Database
) -> None:
    empty = Path(shutil.copy(build, tmp_path / "empty.db"))
    with sqlite3.connect(empty) as connection:
        connection.execute("DELETE FROM nomination")
    connection.close()
    slow = "SELECT count(*) FROM nomination AS a, (SELECT 1 FROM nomination LIMIT 200)"
    under_way = asyncio.create_task(database.rows(slow))
    await asyncio.sleep(0)
    switched: list[object] = []
    await database.swap(empty, lambda: switched.append(under_way.done()))
    assert len(switched) == 1
    assert await under_way == [(12137 * 200,)]
    assert await database.rows(COUNT) == [(0,)]


async def test_a_swap_to_something_broken_changes_nothing(
    tmp_path: Path, database: Database
) -> None:
    (tmp_path / "broken.db").write_bytes(b"not a database")
    with pytest.raises(StoreError):
        await database.swap(tmp_path / "broken.db", lambda: pytest.fail("switched all the same"))
    assert await database.rows(COUNT) == [(12137,)]


async def test_a_query_after_the_end_is_a_failure(build: Path) -> None:
    database = await Database.open(build)
    await database.close()
    with pytest.raises(StoreError):
        await database.rows(COUNT)
    await database.close()
