"""What the store gives for every night, asked once."""

import asyncio
from pathlib import Path

import pytest

from bot.library import Shelf
from bot.models import Nomination
from bot.store.database import Database
from bot.store.nominations import NominationStore


@pytest.fixture(scope="session")
def every_nomination(build: Path, shelf: Shelf) -> list[Nomination]:
    """All nominations in the order of the record, one query a night."""

    async def ask() -> list[Nomination]:
        database = await Database.open(build)
        try:
            store = NominationStore(database)
            nights = [await store.at_ceremony(number) for number in shelf.almanac.ceremonies]
        finally:
            await database.close()
        return [nomination for night in nights for nomination in night]

    return asyncio.run(ask())


@pytest.fixture
def nominations(every_nomination: list[Nomination]) -> dict[str, Nomination]:
    """The same, by id."""
    return {nomination.id: nomination for nomination in every_nomination}
