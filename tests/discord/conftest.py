"""The film club: a server of the operator's in the simulated Discord, and who is in it."""

import os
from collections.abc import AsyncIterator, Iterable, Iterator
from pathlib import Path

import discord
import pytest
import simcord
import structlog
from simcord.types import HttpLogEntry

from bot.answering import Answering
from bot.app import App
from bot.curation import Curator
from bot.desk import Desk
from bot.errors import AskerError
from bot.guide import Guide
from bot.library import Library, Shelf
from bot.settings import Settings
from bot.store.database import Database
from tests.conftest import GUILD_ID
from tests.discord.described import description


@pytest.fixture
def settings(settings: Settings, build: Path, tmp_path: Path) -> Settings:
    """Settings with a database of the test's own: another name of the one built before."""
    folder = tmp_path / "data"
    folder.mkdir()
    for file in build.parent.glob("awards*"):
        os.link(file, folder / file.name)
    return settings.model_copy(update={"database_path": folder / "awards.db"})


@pytest.fixture
async def app(settings: Settings, shelf: Shelf) -> AsyncIterator[App]:
    """The joined parts, around the shelf that was read once for all tests of a process."""
    library = Library(await Database.open(settings.database_path), shelf)
    curator = Curator(settings.data_source, settings.database_path)
    curator.serve(library)
    desk = Desk(library)
    yield App(settings, curator, library, desk, Guide(library, desk), Answering(library))
    await library.close()


@pytest.fixture
async def env(simcord_env: simcord.Env) -> AsyncIterator[simcord.Env]:
    """The simulated Discord.

    At the end of a test, everything the bot sent is held against Discord's own description, must
    not be able to ping anybody, and nothing may have failed but what askers did wrong (in tests
    of failures, marked `simcord(check_errors=False)`, anything may).
    """
    yield simcord_env
    _assert_as_described(simcord_env.http_requests)
    failed = [error for error in simcord_env.errors if not isinstance(_cause(error), AskerError)]
    assert not (failed and simcord_env.check_errors)


@pytest.fixture(autouse=True)
def logged() -> Iterator[list[structlog.typing.EventDict]]:
    """What was logged in a test, as records (and not as pictures of every local value)."""
    with structlog.testing.capture_logs() as records:
        yield records


@pytest.fixture
def club(env: simcord.Env) -> simcord.GuildHandle:
    """The operator's own server."""
    return env.create_guild("The Film Club", id=GUILD_ID)


@pytest.fixture
def channel(club: simcord.GuildHandle) -> simcord.ChannelHandle:
    return club.create_text_channel("oscars")


@pytest.fixture
def ani(env: simcord.Env, club: simcord.GuildHandle) -> simcord.MemberActor:
    """A member."""
    return club.add_member(env.create_user("ani"))


@pytest.fixture
def igor(env: simcord.Env, club: simcord.GuildHandle) -> simcord.MemberActor:
    """Another member."""
    return club.add_member(env.create_user("igor"))


@pytest.fixture
def conan(env: simcord.Env, club: simcord.GuildHandle) -> simcord.MemberActor:
    """A moderator: one who may manage the server."""
    moderators = club.create_role("Moderators", permissions=discord.Permissions(manage_guild=True))
    return club.add_member(env.create_user("conan"), roles=[moderators])


def _assert_as_described(requests: Iterable[HttpLogEntry]) -> None:
    known = description()
    for request in requests:
        if known is not None:
            assert known.faults(request) == [], request
        for message in _messages(request):
            assert message.get("allowed_mentions") == {"parse": []}, request


def _messages(request: HttpLogEntry) -> Iterator[dict[str, object]]:
    """Give the messages that a request makes or changes."""
    body = request.json
    if not isinstance(body, dict) or request.method not in ("POST", "PATCH"):
        return
    if request.path.endswith("/callback"):
        if body["type"] in (4, 7):
            yield body["data"]
    elif "embeds" in body or "content" in body:
        yield body


def _cause(error: BaseException) -> BaseException:
    return getattr(error, "original", error)
