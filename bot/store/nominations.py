"""Reads nominations. Source of every query: table `nomination`, one row a line of the record."""

from collections.abc import Iterable, Sequence

import orjson

from bot.models import Nomination
from bot.store import records
from bot.store.database import Database

# Lists go in as JSON, so that one text serves any number of ids. SQLite cannot know how short
# they are, and would rather read the whole table in its order: so it is told which index to use.
AWARDS = f"""
    SELECT {records.NOMINATION} FROM nomination INDEXED BY nomination_by_category
    WHERE category_id IN (SELECT value FROM json_each(:categories))
      AND ceremony IN (SELECT value FROM json_each(:ceremonies))
      AND (won OR ceremony >= :losers_from)
    ORDER BY position
"""
OF_CATEGORIES = f"""
    SELECT {records.NOMINATION} FROM nomination INDEXED BY nomination_by_category
    WHERE category_id IN (SELECT value FROM json_each(:categories))
    ORDER BY position
"""
AT_CEREMONY = f"""
    SELECT {records.NOMINATION} FROM nomination WHERE ceremony = :ceremony ORDER BY position
"""
OF_FILM = f"""
    SELECT {records.NOMINATION} FROM nomination_film
    JOIN nomination ON nomination.position = nomination_film.nomination
    WHERE film_id = :film ORDER BY nomination_film.nomination
"""
OF_PERSON = f"""
    SELECT {records.NOMINATION} FROM nomination_person
    JOIN nomination ON nomination.position = nomination_person.nomination
    WHERE person_id = :person ORDER BY nomination_person.nomination
"""


class NominationStore:
    """Reads nominations, in the order of the record. Each method raises StoreError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def awards(
        self, category_ids: Iterable[str], ceremonies: Iterable[int], *, losers_from: int = 1
    ) -> list[Nomination]:
        """Return the nominations of these categories on these nights; none where not given.

        losers_from: the first of the nights of which not only the winners are returned.
        """
        parameters = {
            "categories": _json(category_ids),
            "ceremonies": _json(ceremonies),
            "losers_from": losers_from,
        }
        return _records(await self._database.rows(AWARDS, parameters))

    async def of_categories(self, category_ids: Iterable[str]) -> list[Nomination]:
        """Return every nomination of these categories."""
        return _records(
            await self._database.rows(OF_CATEGORIES, {"categories": _json(category_ids)})
        )

    async def at_ceremony(self, ceremony: int) -> list[Nomination]:
        """Return every nomination of a night, by number."""
        return _records(await self._database.rows(AT_CEREMONY, {"ceremony": ceremony}))

    async def of_film(self, film_id: str) -> list[Nomination]:
        """Return every nomination for a film, the work of all its people."""
        return _records(await self._database.rows(OF_FILM, {"film": film_id}))

    async def of_person(self, person_id: str) -> list[Nomination]:
        """Return every nomination and honour of a person."""
        return _records(await self._database.rows(OF_PERSON, {"person": person_id}))


def _json(values: Iterable[str] | Iterable[int]) -> str:
    return orjson.dumps(list(values)).decode()


def _records(rows: Sequence[records.Row]) -> list[Nomination]:
    return [records.nomination(row) for row in rows]
