"""Sends cards in answer to interactions, and tries once more where the network failed."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import aiohttp
import discord

from bot.cards.card import Card
from bot.ui.buttons import view_of
from bot.ui.embeds import said, to_embed

T = TypeVar("T")

SERVER_FAILED = 500
ALREADY_ANSWERED = 40060
RETRY_AFTER_SECONDS, RETRY_WITHIN_SECONDS = 0.25, 2.0
"""Discord waits 3 seconds for the first answer; discord.py itself waits one before a retry."""


async def respond(
    interaction: discord.Interaction[Any], card: Card, *, private: bool = False
) -> None:
    """Answer an interaction with a card; private: seen by the asker only."""
    message: dict[str, Any] = {"content": said(card), "embed": to_embed(card), "ephemeral": private}
    view = view_of(card, interaction.user.id)
    if view is not None:
        message["view"] = view
    if interaction.response.is_done():
        await once_more(lambda: interaction.followup.send(**message))
    else:
        await once_more(lambda: interaction.response.send_message(**message))


async def turn_page(interaction: discord.Interaction[Any], card: Card) -> None:
    """Put a card in the place of the one whose button was pressed."""
    embed, view = to_embed(card), view_of(card, interaction.user.id)
    content = said(card)
    await once_more(
        lambda: interaction.response.edit_message(content=content, embed=embed, view=view)
    )


async def once_more(call: Callable[[], Awaitable[T]]) -> T | None:
    """Await a call to Discord; where the connection or a server of theirs failed, call again once.

    Not where so much time has gone by that nobody waits: discord.py tries for half a minute.
    Returns None where the second call finds that the first had arrived after all.
    """
    started = time.monotonic()
    try:
        return await call()
    except (aiohttp.ClientConnectionError, ConnectionError, discord.HTTPException) as error:
        theirs = not isinstance(error, discord.HTTPException) or error.status >= SERVER_FAILED
        if not theirs or time.monotonic() - started > RETRY_WITHIN_SECONDS:
            raise
    await asyncio.sleep(RETRY_AFTER_SECONDS)
    try:
        return await call()
    except discord.InteractionResponded:
        return None
    except discord.HTTPException as error:
        if error.code == ALREADY_ANSWERED:
            return None
        raise
