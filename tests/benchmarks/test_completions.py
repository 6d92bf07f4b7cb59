"""Every keystroke of everybody who types any name in full: each must be answered from memory."""

import statistics
import time
from collections.abc import Callable, Iterable

import pytest

from bot.library import Shelf
from bot.names.ceremonies import ceremony_label
from tests.benchmarks.conftest import Measured, Once
from tests.benchmarks.figures import Figure

MEDIAN_MS, WORST_MS = 0.2, 2.0


@pytest.mark.parametrize("option", ["film", "person", "category", "ceremony"])
def test_a_keystroke(once: Once, shelf: Shelf, measured: Measured, option: str) -> None:
    names, complete = _option(shelf, option)
    keystrokes = _keystrokes(names)
    times = once(_times, complete, keystrokes)
    what = f"autocomplete of a {option}, {len(keystrokes):,} keystrokes"
    measured(Figure(f"{what}: median", statistics.median(times), "ms", MEDIAN_MS))
    measured(Figure(f"{what}: worst", max(times), "ms", WORST_MS))


@pytest.mark.parametrize("option", ["film", "person"])
def test_a_keystroke_after_a_slip(
    once: Once, shelf: Shelf, measured: Measured, option: str
) -> None:
    names, complete = _option(shelf, option)
    # Every seventh name, its second and third letters the wrong way round.
    slips = [name[0] + name[2] + name[1] + name[3:] for name in list(names)[::7] if len(name) > 5]
    keystrokes = _keystrokes(slips)
    times = once(_times, complete, keystrokes)
    what = f"autocomplete of a misspelt {option}, {len(keystrokes):,} keystrokes"
    measured(Figure(f"{what}: median", statistics.median(times), "ms", MEDIAN_MS))
    measured(Figure(f"{what}: worst", max(times), "ms", WORST_MS))


def _option(shelf: Shelf, option: str) -> tuple[Iterable[str], Callable[[str], object]]:
    almanac, catalogue = shelf.almanac, shelf.catalogue
    options: dict[str, tuple[Iterable[str], Callable[[str], object]]] = {
        "film": ([film.title for film in almanac.films.values()], catalogue.films.complete),
        "person": ([person.name for person in almanac.people.values()], catalogue.people.complete),
        "category": (
            [name for name, _ in almanac.category_names],
            catalogue.categories.complete,
        ),
        "ceremony": (
            [ceremony_label(ceremony) for ceremony in almanac.ceremonies.values()],
            shelf.resolver.complete_ceremony,
        ),
    }
    return options[option]


def _keystrokes(names: Iterable[str]) -> list[str]:
    return list({name[:length]: None for name in names for length in range(1, len(name) + 1)})


def _times(complete: Callable[[str], object], keystrokes: Iterable[str]) -> list[float]:
    """Return milliseconds of processor time: what else the machine does is not counted."""
    times = []
    for typed in keystrokes:
        began = time.thread_time()
        complete(typed)
        times.append(1000 * (time.thread_time() - began))
    return times
