"""Reads what is known of films beyond their nominations: credits, facts, prizes of the season."""

from collections.abc import Iterable

import orjson

from bot.models import Credit, FilmFacts, SeasonAward
from bot.store import records
from bot.store.database import Database

CREDITS = f"SELECT {records.CREDIT} FROM credit WHERE film_id = :film ORDER BY part, billing"
CREDITS_OF_PERSON = f"""
    SELECT {records.CREDIT} FROM credit WHERE person_id = :person ORDER BY film_id, part, billing
"""
FACTS = f"SELECT {records.FACTS} FROM film_facts WHERE film_id = :film"
SEASON = f"SELECT {records.SEASON_AWARD} FROM season_award WHERE film_id = :film ORDER BY rowid"
TITLES = "SELECT id, title FROM film WHERE id IN (SELECT value FROM json_each(:films))"


class FilmStore:
    """Reads films. Each method raises StoreError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def credits(self, film_id: str) -> list[Credit]:
        """Return the cast in billing order, then the crew; none where it is not on record."""
        rows = await self._database.rows(CREDITS, {"film": film_id})
        return [records.credit(row) for row in rows]

    async def credits_of_person(self, person_id: str) -> list[Credit]:
        """Return a person's parts in films, by film."""
        rows = await self._database.rows(CREDITS_OF_PERSON, {"person": person_id})
        return [records.credit(row) for row in rows]

    async def facts(self, film_id: str) -> FilmFacts | None:
        """Return what is known of a film; None where nothing is."""
        rows = await self._database.rows(FACTS, {"film": film_id})
        return records.facts(rows[0]) if rows else None

    async def season_awards(self, film_id: str) -> list[SeasonAward]:
        """Return a film's prizes and nominations of other bodies that season."""
        rows = await self._database.rows(SEASON, {"film": film_id})
        return [records.season_award(row) for row in rows]

    async def titles(self, film_ids: Iterable[str]) -> dict[str, str]:
        """Return the titles of films by id; an unknown id is left out."""
        ids = orjson.dumps(list(film_ids)).decode()
        rows = await self._database.rows(TITLES, {"films": ids})
        return {id_: title for id_, title in rows}  # noqa: C416  (a pair of Any)
