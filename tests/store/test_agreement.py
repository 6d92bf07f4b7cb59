"""What is read from SQLite page by page is what is held in memory whole."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.errors import StoreError
from bot.library import Shelf
from bot.models import Nomination
from bot.store.almanac import Almanac, read_almanac
from bot.store.database import Database
from bot.store.films import FilmStore
from bot.store.nights import NightStore
from bot.store.nominations import NominationStore


@pytest.fixture
def almanac(shelf: Shelf) -> Almanac:
    return shelf.almanac


@pytest.fixture
async def database(build: Path) -> AsyncIterator[Database]:
    database = await Database.open(build)
    yield database
    await database.close()


@pytest.fixture
def films(database: Database) -> FilmStore:
    return FilmStore(database)


@pytest.fixture
def store(database: Database) -> NominationStore:
    return NominationStore(database)


def test_the_whole_record_is_in_memory(
    almanac: Almanac, every_nomination: list[Nomination]
) -> None:
    assert list(almanac.nominations) == every_nomination


async def test_every_category_has_the_same_nominations(
    almanac: Almanac, store: NominationStore
) -> None:
    for category in almanac.categories:
        assert await store.of_categories([category]) == almanac.by_category.get(category, [])


async def test_every_award_has_the_same_nominations(
    almanac: Almanac, store: NominationStore
) -> None:
    for number in (1, 5, 33, 97, 98):
        for category in almanac.categories:
            assert await store.awards([category], [number]) == [
                row for row in almanac.by_category.get(category, []) if row.ceremony == number
            ]


async def test_every_film_has_the_same_nominations(
    almanac: Almanac, store: NominationStore
) -> None:
    for film in almanac.films:
        assert await store.of_film(film) == almanac.by_film.get(film, [])


async def test_every_third_person_has_the_same_nominations(
    almanac: Almanac, store: NominationStore
) -> None:
    for person in list(almanac.people)[::3]:
        assert await store.of_person(person) == almanac.by_person.get(person, [])


async def test_every_credited_film_has_the_same_credits_and_facts(
    almanac: Almanac, films: FilmStore
) -> None:
    for film, credits in almanac.credits_by_film.items():
        assert await films.credits(film) == credits
        assert await films.facts(film) == almanac.facts.get(film)


async def test_every_credited_person_has_the_same_credits(
    almanac: Almanac, films: FilmStore
) -> None:
    for person, credits in list(almanac.credits_by_person.items())[::3]:
        assert await films.credits_of_person(person) == credits


async def test_every_night_has_the_same_appearances_and_moments(
    almanac: Almanac, database: Database
) -> None:
    nights = NightStore(database)
    for number in almanac.ceremonies:
        assert await nights.appearances(number) == [
            row for row in almanac.appearances if row.ceremony == number
        ]
        assert await nights.moments(number) == [
            row for row in almanac.moments if row.ceremony == number
        ]


async def test_every_film_has_the_same_prizes_of_the_season(
    almanac: Almanac, films: FilmStore
) -> None:
    for film in {row.film_id for row in almanac.season_awards if row.film_id}:
        assert await films.season_awards(film) == [
            row for row in almanac.season_awards if row.film_id == film
        ]


async def test_titles_are_found_by_id_and_unknown_ids_left_out(
    almanac: Almanac, films: FilmStore
) -> None:
    assert await films.titles(["tt28607951", "tt0"]) == {"tt28607951": "Anora"}
    assert await films.titles(almanac.films) == {i: f.title for i, f in almanac.films.items()}


async def test_a_film_without_facts_has_none(films: FilmStore) -> None:
    assert await films.facts("tt0") is None
    assert await films.credits("tt0") == []
    assert await films.season_awards("tt0") == []


def test_a_file_that_is_no_build_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is not a whole build"):
        read_almanac(tmp_path / "nowhere.db")
    (tmp_path / "awards.db").write_bytes(b"not a database")
    with pytest.raises(StoreError, match="is not a whole build"):
        read_almanac(tmp_path / "awards.db")


def test_a_build_without_its_meta_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "awards.db").touch()
    with pytest.raises(StoreError, match="is not a whole build"):
        read_almanac(tmp_path / "awards.db")
