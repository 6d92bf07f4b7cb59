"""The real bot in a simulated Discord, with a chat in the browser: no token, no network."""

import asyncio
import contextlib
import datetime
import os
import re
import signal
import sys
import webbrowser
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import discord
import simcord
from simcord.backend.errors import SetupError

from bot.app import open_app
from bot.cards.about import EXAMPLES
from bot.cards.card import Card, Field, Strong, Tone
from bot.client import Statuette
from bot.errors import ConfigurationError
from bot.logs import configure_logs
from bot.settings import Settings
from bot.ui.embeds import to_embed

GUILD_ID = 97_000_000_000_000_000
CLOCK_TICK_SECONDS = 1.0


class Typist(simcord.MemberActor):
    """Somebody at the page, which has no list to choose a mention from: its name is enough."""

    async def send(
        self, channel: simcord.ChannelHandle, content: str = "", **more: Any
    ) -> discord.Message:
        """Send a message; "@Statuette" mentions the bot."""
        backend = self._env.backend
        name = re.compile(rf"@{re.escape(backend.bot_user.name)}\b", re.IGNORECASE)
        return await super().send(channel, name.sub(f"<@{backend.bot_user.id}>", content), **more)


async def play(settings: Settings, *, port: int, browser: bool) -> int:
    """Serve the chat until Ctrl-C or the page's own end; return the exit code 0.

    port: of the page; 0 takes any free one. browser: whether to open the page.
    The first line on standard output is the page's address.
    """
    configure_logs(settings.log_format, "warning")
    settings = settings.model_copy(update={"moderator_guild_ids": (GUILD_ID,), "shard_count": 1})
    async with open_app(settings) as app:
        client = app.client(syncs=False)
        env = simcord.Env(client, check_errors=False)
        env.backend.bot_user.name = "Statuette"
        env.backend.clock.advance((_now() - env.now()).total_seconds())
        await env.start()
        ticking = asyncio.create_task(_tick(env))
        try:
            with env.time_context():
                # The simulated Discord starts empty each time, so it is always told the commands.
                await client.tree.sync()
                channel, viewers = _server(env)
                await _welcome(client, channel.id)
                await _serve(env, channel, viewers, port, browser=browser)
        finally:
            ticking.cancel()
            await env.shutdown()
    return 0


def _server(env: simcord.Env) -> tuple[simcord.ChannelHandle, list[simcord.MemberActor]]:
    """Make a film server with a channel, a member and a moderator."""
    guild = env.create_guild("The Film Club", id=GUILD_ID)
    channel = guild.create_text_channel("oscars")
    moderators = guild.create_role("Moderators", permissions=discord.Permissions(manage_guild=True))
    ani = env.create_user("ani", global_name="Ani (member)")
    conan = env.create_user("conan", global_name="Conan (moderator)")
    guild.add_member(ani)
    guild.add_member(conan, roles=[moderators])
    return channel, [Typist(env, guild, user) for user in (ani, conan)]


async def _welcome(client: Statuette, channel_id: int) -> None:
    channel = client.get_channel(channel_id)
    assert isinstance(channel, discord.TextChannel)
    name = client.user.mention if client.user else "@Statuette"
    card = Card(
        title="Welcome to the Oscars",
        lines=(("I know every Academy Award since 1929. Three things to try:",),),
        fields=(
            Field("A question", ((f"Mention me: @Statuette {EXAMPLES[0]}",),)),
            Field("A command", ((Strong("/winner"), " and choose Best Picture"),)),
            Field("Another", ((Strong("/cast"), " with Anora"),)),
        ),
        footer="Switch between member and moderator above; a moderator may also use /data",
        tone=Tone.WIN,
    )
    await channel.send(f"Try this: {name} {EXAMPLES[0]}", embed=to_embed(card))


async def _serve(
    env: simcord.Env,
    channel: simcord.ChannelHandle,
    viewers: list[simcord.MemberActor],
    port: int,
    *,
    browser: bool,
) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
    page = env.preview(
        channel, viewers=viewers, layout="channel", port=port or None, timezone=_time_zone()
    )
    try:
        await page.__aenter__()
    except SetupError as error:
        raise ConfigurationError(
            f"The page cannot be served: {error}. Try another one with --port."
        ) from error
    try:
        sys.stdout.write(f"{page.url}\n")
        sys.stdout.write("Open this address in a browser; Ctrl-C here ends it.\n")
        sys.stdout.flush()
        if browser:
            await asyncio.to_thread(webbrowser.open, page.url)
        ended = asyncio.create_task(page.wait_closed())
        stopped = asyncio.create_task(stop.wait())
        await asyncio.wait({ended, stopped}, return_when=asyncio.FIRST_COMPLETED)
        for waiting in (ended, stopped):
            waiting.cancel()
    finally:
        await page.close()


async def _tick(env: simcord.Env) -> None:
    """Keep the simulated clock at the present time."""
    while True:
        await asyncio.sleep(CLOCK_TICK_SECONDS)
        env.backend.clock.advance(max(0.0, (_now() - env.now()).total_seconds()))


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


def _time_zone() -> str:
    """Return the name of this machine's time zone; UTC where it cannot be told."""
    linked = str(Path("/etc/localtime").resolve()).rpartition("zoneinfo/")[2]
    for name in (os.environ.get("TZ", ""), linked):
        try:
            return ZoneInfo(name).key
        except (ZoneInfoNotFoundError, ValueError, OSError):
            continue
    return "UTC"
