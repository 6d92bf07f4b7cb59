"""The one place where the parts are made and joined: settings -> data -> answers -> client."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.answering import Answering
from bot.client import Statuette
from bot.curation import Curator
from bot.desk import Desk
from bot.guide import Guide
from bot.library import Library
from bot.settings import Settings
from bot.sync import CommandSync


@dataclass(frozen=True)
class App:
    """The joined parts. A client is made of them anew for each connection."""

    settings: Settings
    curator: Curator
    library: Library
    desk: Desk
    guide: Guide
    answering: Answering

    def client(self, *, syncs: bool = True) -> Statuette:
        """Return a client that is not connected yet. syncs: whether it tells Discord commands."""
        return Statuette(
            self.settings,
            self.desk,
            self.guide,
            self.answering,
            self.curator,
            sync=self.sync() if syncs else None,
        )

    def sync(self) -> CommandSync:
        """Return what remembers the commands that Discord has."""
        return CommandSync(self.settings.database_path.with_name("awards-commands.json"))


@asynccontextmanager
async def open_app(settings: Settings) -> AsyncIterator[App]:
    """Open the data, made first if need be, and join the parts; close everything at the end.

    Raises DataRejectedError, SourceError or StoreError where there is no data to serve.
    """
    curator = Curator(settings.data_source, settings.database_path)
    library = await Library.open(await curator.first_build())
    try:
        curator.serve(library)
        desk = Desk(library)
        yield App(settings, curator, library, desk, Guide(library, desk), Answering(library))
    finally:
        await library.close()
