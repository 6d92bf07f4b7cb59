"""Messages of askers: what they ask, and the replies to them."""

import re
from dataclasses import replace
from enum import Enum
from typing import Any

import discord
import structlog

from bot.cards.card import Card
from bot.errors import BadInputError
from bot.ui.buttons import view_of
from bot.ui.embeds import as_text, one_line, said, to_embed
from bot.ui.replies import once_more

_MARKS = re.compile(
    r"<(?:@[!&]?|#)\d+>|<a?:\w+:\d+>|<t:-?\d+(?::\w)?>|</[^>]+:\d+>|@everyone|@here"
)
_CODE = re.compile(r"```(?:\w+\n)?|`")

_log = structlog.get_logger(__name__)


class Room(Enum):
    """What the bot may do in a channel."""

    SILENT = "silent"
    TEXT = "text"
    EMBEDS = "embeds"


def question_in(text: str) -> str:
    """Return the question of a message: without mentions, emoji of servers and marks of code."""
    return " ".join(one_line(_CODE.sub(" ", _MARKS.sub(" ", text))).split())


def text_to_check(message: discord.Message) -> str:
    """Return what a message says, line by line; that of its embeds where it has no other text."""
    texts = [message.content]
    if not message.content.strip():
        texts = [text for e in message.embeds for text in (e.title, e.description) if text]
    lines = "\n".join(texts).splitlines()
    return "\n".join(question for line in lines if (question := question_in(line)))


def question_above(message: discord.Message | None) -> str:
    """Return the question that stands above an answer sent before.

    Raises BadInputError where it is not there any more.
    """
    heading = message.embeds[0].author.name if message and message.embeds else None
    if not heading:
        raise BadInputError("I can't see that question any more. Please ask it again.")
    return heading


async def reply(message: discord.Message, card: Card) -> bool:
    """Reply to a message with a card, pinging nobody; return whether it could be sent.

    Where embeds are not allowed it is plain text; where nothing is, the bot stays silent.
    """
    room, may_refer = _room(message)
    if room is Room.SILENT:
        _log.info("may not write", channel=message.channel.id)
        return False
    sent: dict[str, Any] = {"nonce": message.id}  # so that trying once more never sends two
    if room is Room.EMBEDS:
        sent |= {"content": said(card), "embed": to_embed(card)}
    else:
        # Pages are made again from the heading, which text has no place for.
        links = tuple(link for link in card.links if not link.turns)
        card = replace(card, heading="", links=links)
        sent["content"] = as_text(card)
    view = view_of(card, message.author.id)
    if view is not None:
        sent["view"] = view
    if may_refer:
        sent["reference"] = message.to_reference(fail_if_not_exists=False)
    try:
        await once_more(lambda: message.channel.send(**sent))
    except discord.Forbidden as error:
        _log.info("may not write", channel=message.channel.id, error=str(error))
        return False
    return True


def _room(message: discord.Message) -> tuple[Room, bool]:
    """Return what the bot may send beside a message, and whether it may refer to it.

    A channel that is not known yet is tried: Discord refuses if need be.
    """
    channel = message.channel
    me = message.guild.me if message.guild else None
    unknown = isinstance(channel, discord.PartialMessageable) or (
        isinstance(channel, discord.Thread) and channel.parent is None
    )
    if me is None or unknown or isinstance(channel, discord.DMChannel | discord.GroupChannel):
        return Room.EMBEDS, True
    allowed = channel.permissions_for(me)
    in_thread = isinstance(channel, discord.Thread)
    may_write = allowed.send_messages_in_threads if in_thread else allowed.send_messages
    if not may_write:
        return Room.SILENT, False
    room = Room.EMBEDS if allowed.embed_links else Room.TEXT
    return room, allowed.read_message_history
