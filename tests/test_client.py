"""The connection itself: small, without privileges, unable to ping."""

import discord

from bot.app import App
from bot.client import EXTENSIONS, Statuette
from bot.settings import ROOT


async def test_it_asks_for_no_privileged_intent(simcord_bot: Statuette) -> None:
    intents = simcord_bot.intents
    asked = {name for name, value in intents if value}
    assert asked == {"guilds", "guild_messages", "dm_messages"}


async def test_it_keeps_neither_members_nor_messages(simcord_bot: Statuette) -> None:
    state = simcord_bot._connection
    assert state.member_cache_flags == discord.MemberCacheFlags.none()
    assert state.max_messages is None
    assert state._chunk_guilds is False


async def test_nothing_it_sends_can_ping(simcord_bot: Statuette) -> None:
    mentions = simcord_bot.allowed_mentions
    assert mentions is not None
    assert dict(mentions.to_dict()) == {"parse": []}


async def test_each_file_of_cogs_is_loaded(app: App) -> None:
    files = {f"cogs.{path.stem}" for path in (ROOT / "cogs").glob("*.py")} - {"cogs.__init__"}
    assert set(EXTENSIONS) == files


async def test_a_client_is_made_anew_for_each_connection(app: App) -> None:
    first, second = app.client(), app.client(syncs=False)
    assert first is not second
    assert first.desk is second.desk
