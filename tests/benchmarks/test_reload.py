"""A reload of everything while questions are answered."""

import asyncio
import time
from pathlib import Path

from bot.app import App, open_app
from bot.curation import Result
from bot.settings import Settings
from tests.benchmarks.conftest import Measured, Once
from tests.benchmarks.figures import Figure
from tests.packages import whole_copy

SECONDS, STALL_MS = 2.0, 50.0
TICK_SECONDS = 0.001
QUESTION_EVERY_SECONDS = 0.01


def test_a_reload(once: Once, tmp_path: Path, measured: Measured) -> None:
    package = whole_copy(tmp_path / "package")
    settings = Settings(
        _env_file=None, data_source=str(package), database_path=tmp_path / "awards.db"
    )
    seconds, stall, answered = once(asyncio.run, _reloaded(settings, package))
    measured(Figure("reload: check, build and swap", seconds, "s", SECONDS))
    measured(Figure("reload: longest hold of the event loop", 1000 * stall, "ms", STALL_MS))
    measured(Figure("reload: cards made meanwhile", answered, ""))


async def _reloaded(settings: Settings, package: Path) -> tuple[float, float, int]:
    async with open_app(settings) as app:
        films = package / "films.csv"
        films.write_text(films.read_text("utf-8").replace("Anora", "Anora!", 1), "utf-8")
        watching = asyncio.create_task(_longest_hold())
        asking = asyncio.create_task(_ask(app))
        await asyncio.sleep(0.1)
        began = time.perf_counter()
        outcome = await app.curator.reload("a benchmark")
        seconds = time.perf_counter() - began
        await asyncio.sleep(0.1)
        watching.cancel()
        asking.cancel()
        stall, answered = await watching, await asking
        assert outcome.result is Result.LOADED
        assert app.library.shelf.almanac.films["tt28607951"].title == "Anora!"
    return seconds, stall, answered


async def _longest_hold() -> float:
    """Return, once cancelled, the longest time for which nothing else could run."""
    longest = 0.0
    try:
        while True:
            began = time.perf_counter()
            await asyncio.sleep(TICK_SECONDS)
            longest = max(longest, time.perf_counter() - began - TICK_SECONDS)
    except asyncio.CancelledError:
        return longest


async def _ask(app: App) -> int:
    """Make cards, never one that was made before, until cancelled; return how many."""
    answered = 0
    try:
        for film_id in list(app.library.shelf.almanac.films):
            await app.desk.card(f"film/{film_id}")
            answered += 1
            await asyncio.sleep(QUESTION_EVERY_SECONDS)
    except asyncio.CancelledError:
        return answered
    return answered
