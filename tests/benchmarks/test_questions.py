"""Questions in plain English: those of the README, and more of every category and many names."""

import statistics
import time
import tracemalloc
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bot.ask.engine import ask
from bot.ask.mentions import Spotter
from bot.library import Shelf
from bot.names.catalogue import Catalogue
from bot.names.resolver import Resolver
from bot.store.almanac import read_almanac
from tests.benchmarks.conftest import Measured, Once
from tests.benchmarks.figures import MEGABYTE, Figure, percentile
from tests.test_readme import QUESTIONS

MEDIAN_MS, SLOW_MS, INDEX_MB, INDEX_SECONDS = 3.0, 20.0, 40.0, 1.0
TODAY = date(2026, 11, 22)
NAMES = 150


def test_a_question(once: Once, shelf: Shelf, measured: Measured) -> None:
    questions = [*QUESTIONS, *_of_all_kinds(shelf)]
    times = once(_times, shelf, questions)
    what = f"a question, of {len(questions):,}"
    measured(Figure(f"{what}: median", statistics.median(times), "ms", MEDIAN_MS))
    measured(Figure(f"{what}: 99th percentile", percentile(times, 99), "ms", SLOW_MS))
    measured(Figure(f"{what}: slowest", max(times), "ms"))


def test_the_names(once: Once, build: Path, measured: Measured) -> None:
    seconds, megabytes = once(_names, build)
    measured(Figure("indexing all names", seconds, "s", INDEX_SECONDS))
    measured(Figure("memory of the index of names", megabytes, "MB", INDEX_MB))


def _of_all_kinds(shelf: Shelf) -> Iterator[str]:
    almanac = shelf.almanac
    for category in almanac.categories.values():
        yield f"who won {category.name} in 1998?"
        yield f"who has won most often for {category.name.lower()}"
        yield f"when was {category.name} first given?"
    people = sorted(almanac.by_person, key=lambda id_: -len(almanac.by_person[id_]))
    for person_id in people[:: max(1, len(people) // NAMES)]:
        name = almanac.people[person_id].name
        yield f"how many Oscars has {name} won?"
        yield f"what was {name.lower()[:-2]} nominated for"  # cut short, so the name is misspelt
        yield f"who beat {name} for best picture"
    films = sorted(almanac.by_film)
    for film_id in films[:: max(1, len(films) // NAMES)]:
        title = almanac.films[film_id].title
        yield f"what did {title} win?"
        yield f"who directed {title.lower()}"
        yield f"{title} won best cinematography and {title} lost best sound"
    for number in almanac.by_ceremony:
        yield f"which film won most Oscars at ceremony {number}"
    yield from ("", "?", "🏆" * 200, "who won " * 500, "a" * 10_000, "; DROP TABLE film; --" * 40)


def _times(shelf: Shelf, questions: list[str]) -> list[float]:
    """Return milliseconds of processor time: what else the machine does is not counted."""
    ask(questions[0], shelf, TODAY)
    times = []
    for question in questions:
        began = time.thread_time()
        ask(question, shelf, TODAY)
        times.append(1000 * (time.thread_time() - began))
    return times


def _names(build: Path) -> tuple[float, float]:
    """Return the processor seconds to index all names, and the memory that the indexes take."""
    almanac = read_almanac(build)
    began = time.thread_time()
    Resolver(Spotter(Catalogue(almanac)).catalogue)
    seconds = time.thread_time() - began
    tracemalloc.start()
    catalogue = Catalogue(almanac)
    kept = (catalogue, Resolver(catalogue), Spotter(catalogue))
    held, _peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert all(kept)
    return seconds, held / MEGABYTE
