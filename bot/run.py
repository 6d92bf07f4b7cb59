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
INVALID_TOKEN = 4004
"""Close code of the gateway."""

_log = structlog.get_logger(__name__)

_REFUSED = """\
Discord refuses this DISCORD_TOKEN. Perhaps it was reset or copied short: open
https://discord.com/developers/applications, press "Reset Token" under "Bot", and put the
new one into .env."""


async def run_bot(settings: Settings, token: str) -> int:
    """Answer on Discord until SIGTERM or Ctrl-C; return the exit code 0.

    Raises ConfigurationError where Discord refuses the token or cannot be reached at the start.
    """
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        try:
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
        except NotImplementedError:  # Windows: Ctrl-C raises KeyboardInterrupt instead
            break
    answering = asyncio.create_task(_answer(settings, token))
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait({answering, stopping}, return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    if answering.done():
        answering.result()
    else:
        await _stop(answering)
    return 0


async def sync_commands(settings: Settings, token: str, *, guild_id: int | None, diff: bool) -> int:
    """Tell Discord the commands, or print what would change; return the exit code 0."""
    guild = discord.Object(guild_id) if guild_id else None
    async with open_app(settings) as app, app.client(syncs=False) as client:
        await _login(client, token)
        try:
            if diff:
                lines = await differences(client.tree, guild)
                _print("\n".join(lines) or "Nothing would change.")
                return 0
            count = await app.sync().sync(client.tree, guild)
        except discord.HTTPException as error:
            where = " Is the bot in that server?" if guild else ""
            raise ConfigurationError(f"Discord refuses the commands: {error}.{where}") from error
        _print(f"Discord has {count} commands of {len(definitions(client.tree))} now.")
    return 0


async def _answer(settings: Settings, token: str) -> None:
    async with open_app(settings) as app, app.client() as client:
        await _login(client, token)
        try:
            await client.connect()
        except discord.ConnectionClosed as error:
            raise ConfigurationError(_closed(error)) from error


async def _stop(answering: asyncio.Task[None]) -> None:
    """Cancel the work, at whatever point it is; each part closes itself on the way out."""
    _log.info("stopping")
    answering.cancel()
    _, late = await asyncio.wait({answering}, timeout=STOP_LIMIT_SECONDS)
    if late:
        # The other side does not answer the closing handshake: it is not waited for.
        _log.warning("the connection did not close in time")
        answering.cancel()
        await asyncio.wait({answering})
    if not answering.cancelled() and (error := answering.exception()):
        _log.warning("the connection ended with an error", error=repr(error))


async def _login(client: Statuette, token: str) -> None:
    try:
        await client.login(token)
    except discord.LoginFailure as error:
        raise ConfigurationError(_REFUSED) from error
    except (aiohttp.ClientConnectionError, OSError) as error:
        raise ConfigurationError(f"Discord cannot be reached: {error}. Try again later.") from error
    except discord.HTTPException as error:
        raise ConfigurationError(
            f"Discord answers {error.status} {error.response.reason}, so the bot cannot start. "
            "If DISCORD_API_URL is set, check it; else try again later."
        ) from error


def _closed(error: discord.ConnectionClosed) -> str:
    if error.code == INVALID_TOKEN:
        return _REFUSED
    return f"Discord closed the connection for good (code {error.code}); see its documentation."


def _print(text: str) -> None:
    sys.stdout.write(f"{text}\n")
