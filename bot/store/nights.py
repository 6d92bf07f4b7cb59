"""Reads what happened on a night: who presented and performed, what was said and achieved."""

from bot.models import Appearance, Moment
from bot.store import records
from bot.store.database import Database

APPEARANCES = f"""
    SELECT {records.APPEARANCE} FROM appearance WHERE ceremony = :ceremony ORDER BY rowid
"""
MOMENTS = f"SELECT {records.MOMENT} FROM moment WHERE ceremony = :ceremony ORDER BY rowid"


class NightStore:
    """Reads nights. Each method raises StoreError; most nights have little on record."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def appearances(self, ceremony: int) -> list[Appearance]:
        """Return who presented, performed or spoke on a night, in the order of the data."""
        rows = await self._database.rows(APPEARANCES, {"ceremony": ceremony})
        return [records.appearance(row) for row in rows]

    async def moments(self, ceremony: int) -> list[Moment]:
        """Return the moments of a night, in the order of the data."""
        rows = await self._database.rows(MOMENTS, {"ceremony": ceremony})
        return [records.moment(row) for row in rows]
