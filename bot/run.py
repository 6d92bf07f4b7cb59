"""Runs the bot on Discord until it is told to stop, or tells Discord its commands."""

import asyncio
import signal
import sys

import aiohttp
import discord
import structlog

from bot.app import open_app
from bot.client import Statuette
from bot.errors import ConfigurationError
from bot.settings import Settings
from bot.sync import definitions, differences

STOP_LIMIT_SECONDS = 1.5

_log = structlog.get_logger(__name__)

_REFUSED = """\
Discord refuses this DISCORD_TOKEN. Perhaps it was reset or copied short: open
https://discord.com/developers/applications, press "Reset Token" under "Bot", and put the
new one into .env."""


async def run_bot(settings: Settings, token: str) -> int:
    """Answer on Discord until SIGTERM or Ctrl-C; return the exit code 0.

    Raises ConfigurationError for a token that Discord refuses.
    """
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        try:
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
        except NotImplementedError:  # Windows: Ctrl-C raises KeyboardInterrupt instead
            break
    async with open_app(settings) as app:
        client = app.client()
        connection = asyncio.create_task(_connect(client, token))
        stopping = asyncio.create_task(stop.wait())
        await asyncio.wait({connection, stopping}, return_when=asyncio.FIRST_COMPLETED)
        if not connection.done():
            _log.info("stopping")
        await _close(client, connection)
        stopping.cancel()
    return 0


async def sync_commands(settings: Settings, token: str, *, guild_id: int | None, diff: bool) -> int:
    """Tell Discord the commands, or print what would change; return the exit code 0."""
    guild = discord.Object(guild_id) if guild_id else None
    async with open_app(settings) as app:
        client = app.client(syncs=False)
        async with client:
            await _login(client, token)
            if diff:
                lines = await differences(client.tree, guild)
                _print("\n".join(lines) or "Nothing would change.")
                return 0
            count = await app.sync().sync(client.tree, guild)
            _print(f"Discord has {count} commands of {len(definitions(client.tree))} now.")
    return 0


async def _connect(client: Statuette, token: str) -> None:
    async with client:
        await _login(client, token)
        await client.connect()


async def _login(client: Statuette, token: str) -> None:
    try:
        await client.login(token)
    except discord.LoginFailure as error:
        raise ConfigurationError(_REFUSED) from error
    except aiohttp.ClientConnectionError as error:
        raise ConfigurationError(f"Discord cannot be reached: {error}. Try again later.") from error


async def _close(client: Statuette, connection: asyncio.Task[None]) -> None:
    if connection.done():
        connection.result()
        return
    try:
        async with asyncio.timeout(STOP_LIMIT_SECONDS):
            await client.close()
            await connection
    except TimeoutError:
        connection.cancel()
        _log.warning("the connection did not close in time")


def _print(text: str) -> None:
    sys.stdout.write(f"{text}\n")
