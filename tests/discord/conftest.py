"""The film club: a server of the operator's in the simulated Discord, and who is in it."""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import simcord

from bot.app import App
from bot.curation import Curator
from bot.desk import Desk
from bot.errors import AskerError
from bot.guide import Guide
from bot.library import Library, Shelf
from bot.settings import Settings
from bot.store.database import Database
from tests.conftest import GUILD_ID


@pytest.fixture
def settings(settings: Settings, build: Path, tmp_path: Path) -> Settings:
    """Settings with a database of the test's own: another name of the one built before."""
    for file in build.parent.glob("awards*"):
        os.link(file, tmp_path / file.name)
    return settings.model_copy(update={"database_path": tmp_path / "awards.db"})


@pytest.fixture
async def app(settings: Settings, shelf: Shelf) -> AsyncIterator[App]:
    """The joined parts, around a shelf that was read once for all tests."""
    library = Library(await Database.open(settings.database_path), shelf)
    curator = Curator(settings.data_source, settings.database_path)
    curator.serve(library)
    desk = Desk(library)
    yield App(settings, curator, library, desk, Guide(library, desk))
    await library.close()


@pytest.fixture
async def env(simcord_env: simcord.Env) -> AsyncIterator[simcord.Env]:
    """The simulated Discord. What askers did wrong is no fault of the bot; anything else is."""
    yield simcord_env
    unexpected = [
        e for e in simcord_env.errors if not isinstance(getattr(e, "original", e), AskerError)
    ]
    assert not unexpected


@pytest.fixture
def club(env: simcord.Env) -> simcord.GuildHandle:
    return env.create_guild("The Film Club", id=GUILD_ID)


@pytest.fixture
def channel(club: simcord.GuildHandle) -> simcord.ChannelHandle:
    return club.create_text_channel("oscars")


@pytest.fixture
def member(env: simcord.Env, club: simcord.GuildHandle) -> simcord.MemberActor:
    return club.add_member(env.create_user("ani"))
