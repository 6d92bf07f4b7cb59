"""The bot as operators start it, beside an empty one with the same libraries."""

import asyncio
import statistics
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from itertools import cycle, islice
from pathlib import Path

from bot.library import Shelf
from tests.benchmarks.busy_discord import BusyDiscord
from tests.benchmarks.conftest import Measured, Once
from tests.benchmarks.figures import Figure, cpu_seconds, memory_mb
from tests.benchmarks.running import EMPTY_BOT, WHOLE_BOT, Running, running
from tests.test_readme import QUESTIONS

READY_SECONDS, MEMORY_MB, GROWTH_MB, COST = 1.5, 60.0, 2.0, 1.2
WARM_UP, ROUNDS, EVENTS = 200, 5, 200
UNTIL_FULL = 2_500
MANY_EVENTS = 100_000

Event = Callable[[BusyDiscord], Awaitable[object]]


def test_ready(once: Once, build: Path, measured: Measured) -> None:
    seconds = once(asyncio.run, _started_seconds(build))
    measured(Figure("start until it has answered", seconds, "s", READY_SECONDS))


def test_what_an_event_costs(once: Once, build: Path, shelf: Shelf, measured: Measured) -> None:
    kinds = _kinds(shelf)
    empty, own = once(asyncio.run, _both(build, kinds))
    for kind in kinds:
        measured(Figure(f"{kind}: empty bot", 1e6 * empty[kind], "µs"))
        measured(Figure(f"{kind}: Statuette", 1e6 * own[kind], "µs"))
        measured(
            Figure(f"{kind}: Statuette ÷ empty bot", own[kind] / empty[kind], "", COST, aim=True)
        )


def test_memory(once: Once, build: Path, shelf: Shelf, measured: Measured) -> None:
    kinds = list(_kinds(shelf).values())
    bare, fresh, later = once(asyncio.run, _memory(build, kinds))
    measured(Figure("memory of an empty bot", bare, "MB"))
    measured(Figure("memory above an empty bot's", fresh - bare, "MB", MEMORY_MB, aim=True))
    measured(Figure(f"memory added by {MANY_EVENTS:,} events", later - fresh, "MB", GROWTH_MB))


def _kinds(shelf: Shelf) -> Mapping[str, Sequence[Event]]:
    """Return what people do, by kind: what most ask, what nobody asked before, what they type."""
    awards = sorted({(row.category_id, row.ceremony) for row in shelf.almanac.nominations})
    latest = [(category, str(number)) for category, number in awards if number == 98]
    others = [(category, str(number)) for category, number in awards if number < 98]
    return {
        "/winner, of the latest night": [_winner(*award) for award in latest],
        "/winner, never asked before": [_winner(*award) for award in others[::2]],
        "a keystroke": [
            _keystroke(text[:length])
            for text in ("best picture", "lead actress", "foreign film", "visual effects")
            for length in range(1, len(text) + 1)
        ],
        "a mention without a question": [lambda discord: discord.mention("")],
        "a mention with a question": [_mention(question) for question in QUESTIONS],
    }


def _winner(category: str, number: str) -> Event:
    return lambda discord: discord.command("winner", {"category": category, "ceremony": number})


def _keystroke(typed: str) -> Event:
    return lambda discord: discord.keystroke("winner", "category", typed)


def _mention(text: str) -> Event:
    return lambda discord: discord.mention(text)


async def _started_seconds(build: Path) -> float:
    """Return the median of five starts; the first of them also writes Python's caches."""
    seconds = []
    for _ in range(5):
        async with running(WHOLE_BOT, build) as bot:
            seconds.append(bot.started_seconds)
    return statistics.median(seconds)


async def _both(build: Path, kinds: Mapping[str, Sequence[Event]]) -> list[dict[str, float]]:
    """Return the processor seconds of an event of each kind, in the empty and the whole bot.

    Both run at once and take turns, so that they share the machine's good and bad moments.
    """
    async with running(EMPTY_BOT, build) as empty, running(WHOLE_BOT, build) as own:
        turns = [(bot, {k: cycle(events) for k, events in kinds.items()}) for bot in (empty, own)]
        for bot, streams in turns:
            for stream in streams.values():
                await _send(bot, islice(stream, WARM_UP))
        costs: list[dict[str, float]] = [dict.fromkeys(kinds, 0.0) for _ in turns]
        for _ in range(ROUNDS):
            for kind in kinds:
                for (bot, streams), cost in zip(turns, costs, strict=True):
                    before = cpu_seconds(bot.process)
                    await _send(bot, islice(streams[kind], EVENTS))
                    cost[kind] += (cpu_seconds(bot.process) - before) / (ROUNDS * EVENTS)
    return costs


async def _memory(build: Path, kinds: Sequence[Sequence[Event]]) -> tuple[float, float, float]:
    every = [event for kind in kinds for event in kind]
    async with running(EMPTY_BOT, build) as empty:
        await _send(empty, islice(cycle(every), WARM_UP))
        bare = memory_mb(empty.process)
    async with running(WHOLE_BOT, build) as own:
        # First until the memories that are bounded are full; the growth is what comes then.
        for kind in kinds:
            await _send(own, islice(cycle(kind), UNTIL_FULL))
        fresh = memory_mb(own.process)
        await _send(own, islice(cycle(every), MANY_EVENTS))
        return bare, fresh, memory_mb(own.process)


async def _send(bot: Running, events: Iterable[Event]) -> None:
    for event in events:
        await event(bot.discord)
