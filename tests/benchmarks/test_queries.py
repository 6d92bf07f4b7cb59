"""Every query of the store, asked about things all over the record."""

import asyncio
import statistics
import time
from collections.abc import Awaitable, Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from pytest_benchmark.fixture import BenchmarkFixture

from bot.library import Shelf
from bot.store.database import Database
from bot.store.films import FilmStore
from bot.store.nights import NightStore
from bot.store.nominations import NominationStore
from tests.benchmarks.conftest import Measured
from tests.benchmarks.figures import Figure

MEDIAN_MS = 1.0
ASKED = 300

Query = Callable[[], Awaitable[object]]
T = TypeVar("T", str, int, tuple[str, int])


def test_a_query(
    benchmark: BenchmarkFixture, build: Path, shelf: Shelf, measured: Measured
) -> None:
    medians = benchmark.pedantic(asyncio.run, args=(_medians(build, shelf),), rounds=1)
    for name, milliseconds in medians.items():
        measured(Figure(f"query {name}: median", milliseconds, "ms", MEDIAN_MS))


async def _medians(build: Path, shelf: Shelf) -> Mapping[str, float]:
    database = await Database.open(build)
    try:
        return {
            name: statistics.median([await _milliseconds(query) for query in queries])
            for name, queries in _queries(database, shelf).items()
        }
    finally:
        await database.close()


async def _milliseconds(query: Query) -> float:
    began = time.perf_counter()
    await query()
    return 1000 * (time.perf_counter() - began)


def _queries(database: Database, shelf: Shelf) -> dict[str, list[Query]]:
    almanac = shelf.almanac
    nominations, films = NominationStore(database), FilmStore(database)
    nights = NightStore(database)
    nominated = _spread(almanac.by_film)
    numbers = _spread(almanac.by_ceremony)
    awards = _spread({(row.category_id, row.ceremony) for row in almanac.nominations})
    return {
        "of an award and the three before": [
            lambda c=category, n=number: nominations.awards([c], range(n - 3, n + 1))
            for category, number in awards
        ],
        "of a film's nominations": [lambda f=f: nominations.of_film(f) for f in nominated],
        "of a person's nominations": [
            lambda p=p: nominations.of_person(p) for p in _spread(almanac.by_person)
        ],
        "of a film's credits": [
            lambda f=f: films.credits(f) for f in _spread(almanac.credits_by_film)
        ],
        "of a person's credits": [
            lambda p=p: films.credits_of_person(p) for p in _spread(almanac.credits_by_person)
        ],
        "of a film's facts": [lambda f=f: films.facts(f) for f in nominated],
        "of a film's other prizes": [lambda f=f: films.season_awards(f) for f in nominated],
        "of a night's appearances": [lambda n=n: nights.appearances(n) for n in numbers],
        "of a night's moments": [lambda n=n: nights.moments(n) for n in numbers],
        "of a whole night": [lambda n=n: nominations.at_ceremony(n) for n in numbers],
        "of a category through the years": [
            lambda c=c: nominations.of_categories([c]) for c in _spread(almanac.by_category)
        ],
    }


def _spread(keys: Iterable[T]) -> list[T]:
    """Return some of the keys, from the first to the last, the same at each run."""
    every = sorted(keys)
    return every[:: max(1, len(every) // ASKED)]
