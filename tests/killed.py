"""What the kill tests start and kill: reloads one after the other, each of other data.

    python -m tests.killed publisher PACKAGE DATABASE    load, choose, record, prune
    python -m tests.killed bot PACKAGE DATABASE          the same as the bot does it, and readers

Prints a line once it is under way, and never ends by itself.
"""

import asyncio
import itertools
import os
import sys
from pathlib import Path

from bot.curation import Curator
from bot.dataset.builds import Builds, Load
from bot.dataset.load import load
from bot.library import Library
from bot.store.nominations import NominationStore


def change(package: Path, number: int) -> None:
    """Mend one fact, as an editor does that writes a file whole."""
    path = package / "ceremonies.csv"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    cells = lines[1].split(",")
    cells[3] = f"Place {number}"
    lines[1] = ",".join(cells)
    beside = path.with_suffix(".new")
    beside.write_text("".join(lines), "utf-8")
    beside.replace(path)


def publish(package: Path, database: Path) -> None:
    builds = Builds(database)
    before = ""
    for number in itertools.count(os.getpid() * 1000):
        change(package, number)
        version = load(package, builds).version
        builds.choose(version)
        builds.record(Load("now", "test", "reload", version, before, "loaded"))
        builds.prune(keep=(version, before))
        before = version
        under_way()


async def serve(package: Path, database: Path) -> None:
    curator = Curator(str(package), database)
    library = await Library.open(await curator.first_build())
    curator.serve(library)
    readers = asyncio.create_task(read(library))
    for number in itertools.count(os.getpid() * 1000):
        under_way()
        change(package, number)
        await curator.reload("test")
        if readers.done():
            readers.result()


async def read(library: Library) -> None:
    store = NominationStore(library.database)
    for _ in itertools.count():
        assert await store.awards(["best-picture"], [97])
        await asyncio.sleep(0.005)


def under_way() -> None:
    sys.stdout.write("under way\n")
    sys.stdout.flush()


if __name__ == "__main__":
    _, kind, package, database = sys.argv
    if kind == "bot":
        asyncio.run(serve(Path(package), Path(database)))
    else:
        publish(Path(package), Path(database))
