"""Killed at any moment, the next start finds a whole build, old or new, and answers.

Fifty moments in all, each in a process of its own that is ended with SIGKILL: of the loader
alone, of loads that are also chosen and recorded, and of the bot while it reloads.
"""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot.curation import Curator
from bot.dataset.builds import Builds
from bot.dataset.package import content_version
from bot.library import Library
from bot.settings import ROOT
from bot.store.nominations import NominationStore
from tests.killed import change


def kill(arguments: list[str], after_seconds: float, *, told: bool) -> None:
    """Start Python, wait until it says that it is under way if it does, and kill it later."""
    process = subprocess.Popen([sys.executable, *arguments], stdout=subprocess.PIPE, cwd=ROOT)
    assert process.stdout is not None
    if told:
        assert process.stdout.readline() == b"under way\n"
    time.sleep(after_seconds)
    process.kill()
    process.communicate()


async def assert_starts_and_answers(package: Path, database: Path) -> None:
    curator = Curator(str(package), database)
    library = await Library.open(await curator.first_build())
    try:
        assert curator.trouble == ""
        assert library.shelf.almanac.build.version == content_version(package)
        rows = await NominationStore(library.database).awards(["best-picture"], [97])
        assert [row.works[0].title for row in rows if row.won] == ["Anora"]
    finally:
        await library.close()
    current = curator.builds.current()
    assert current is not None
    assert curator.builds.is_whole(current)


def left_behind(database: Path) -> list[str]:
    return [p.name for p in database.parent.iterdir() if p.suffix in (".unfinished", ".next")]


@pytest.mark.parametrize("moment", range(10))
async def test_the_loader_is_killed(moment: int, folder: Path, database: Path) -> None:
    change(folder, moment)
    after = random.Random(f"loader {moment}").uniform(0.15, 0.6)
    kill(["-m", "bot.dataset.load", str(folder), str(database)], after, told=False)
    await assert_starts_and_answers(folder, database)
    assert left_behind(database) == []


@pytest.mark.parametrize("moment", range(30))
async def test_a_load_that_is_also_chosen_is_killed(
    moment: int, folder: Path, database: Path
) -> None:
    after = random.Random(f"publisher {moment}").uniform(0, 0.15)
    kill(["-m", "tests.killed", "publisher", str(folder), str(database)], after, told=True)
    await assert_starts_and_answers(folder, database)
    Builds(database).prune()
    assert left_behind(database) == []
    for entry in Builds(database).history():
        assert entry.result == "loaded"


@pytest.mark.parametrize("moment", range(10))
async def test_the_bot_is_killed_while_it_reloads(
    moment: int, folder: Path, database: Path
) -> None:
    after = random.Random(f"bot {moment}").uniform(0, 0.8)
    kill(["-m", "tests.killed", "bot", str(folder), str(database)], after, told=True)
    await assert_starts_and_answers(folder, database)
