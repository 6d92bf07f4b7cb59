"""Every query of the store, asked about things all over the record."""

import asyncio
import statistics
import time
from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

from bot.library import Shelf
from bot.store.database import Database
from bot.store.films import FilmStore
from bot.store.nights import NightStore
from bot.store.nominations import NominationStore
from tests.benchmarks.conftest import Measured, Once
from tests.benchmarks.figures import Figure

MEDIAN_MS = 1.0
ASKED = 300

Query = Callable[[Any], Awaitable[object]]
T = TypeVar("T", str, int, tuple[str, int])


def test_a_query(once: Once, build: Path, shelf: Shelf, measured: Measured) -> None:
    times = once(asyncio.run, _times(build, shelf))
    every = [time for own in times.values() for time in own]
    measured(Figure("a query, all kinds: median", statistics.median(every), "ms", MEDIAN_MS))
    for name, own in times.items():
        measured(Figure(f"query {name}: median", statistics.median(own), "ms"))


async def _times(build: Path, shelf: Shelf) -> dict[str, list[float]]:
    database = await Database.open(build)
    try:
        return {
            name: [await _milliseconds(query(asked)) for asked in keys]
            for name, query, keys in _queries(database, shelf)
        }
    finally:
        await database.close()


async def _milliseconds(query: Awaitable[object]) -> float:
    began = time.perf_counter()
    await query
    return 1000 * (time.perf_counter() - began)


def _queries(database: Database, shelf: Shelf) -> list[tuple[str, Query, list[Any]]]:
    """Return the queries, each with what it is asked about."""
    almanac = shelf.almanac
    nominations, films = NominationStore(database), FilmStore(database)
    nights = NightStore(database)
    nominated, numbers = _spread(almanac.by_film), _spread(almanac.by_ceremony)
    awards = _spread({(row.category_id, row.ceremony) for row in almanac.nominations})

    def with_three_before(award: tuple[str, int]) -> Awaitable[object]:
        category_id, number = award
        nights = range(number - 3, number + 1)
        return nominations.awards([category_id], nights, losers_from=number)

    return [
        ("of an award and the three before", with_three_before, awards),
        ("of a film's nominations", nominations.of_film, nominated),
        ("of a person's nominations", nominations.of_person, _spread(almanac.by_person)),
        ("of a film's credits", films.credits, _spread(almanac.credits_by_film)),
        ("of a person's credits", films.credits_of_person, _spread(almanac.credits_by_person)),
        ("of a film's facts", films.facts, nominated),
        ("of a film's other prizes", films.season_awards, nominated),
        ("of a night's appearances", nights.appearances, numbers),
        ("of a night's moments", nights.moments, numbers),
        ("of a whole night", nominations.at_ceremony, numbers),
        (
            "of a category through the years",
            nominations.of_categories,
            [[category_id] for category_id in _spread(almanac.by_category)],
        ),
    ]


def _spread(keys: Iterable[T]) -> list[T]:
    """Return some of the keys, from the first to the last, the same at each run."""
    every = sorted(keys)
    return every[:: max(1, len(every) // ASKED)]
