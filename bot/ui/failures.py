"""The one place that answers an error, from whichever command, button or mention it comes.

The asker gets a plain sentence; where the fault is ours, also a reference, under which the log
has the rest.
"""

import secrets

import discord
import structlog
from discord import app_commands

from bot.cards.card import Card, Tone
from bot.errors import (
    AskerError,
    BadInputError,
    BotError,
    NotAllowedError,
    NotYetHeldError,
    ServiceError,
    TooFastError,
    UnknownNameError,
)

UNKNOWN_INTERACTION = 10062

_TITLES = (
    (UnknownNameError, "I can't find that"),
    (BadInputError, "I can't use that"),
    (NotYetHeldError, "Not held yet"),
    (NotAllowedError, "That is for moderators"),
    (TooFastError, "One moment"),
)

_log = structlog.get_logger(__name__)


def failure_card(error: BaseException, **where: object) -> Card:
    """Return what to tell the asker of an error, and log it with where it happened."""
    cause = _cause(error)
    if isinstance(cause, AskerError):
        _log.info("asker error", error=type(cause).__name__, detail=str(cause), **where)
        title = next((title for kind, title in _TITLES if isinstance(cause, kind)), "Not now")
        return Card(title=title, lines=((cause.for_asker(),),), tone=Tone.NOTICE)
    if isinstance(cause, app_commands.CheckFailure | app_commands.TransformerError):
        _log.info("refused", error=type(cause).__name__, detail=str(cause), **where)
        return Card(title="I can't do that", lines=(("I can't do that here.",),), tone=Tone.NOTICE)
    reference = secrets.token_hex(3)
    _log.error("failure", reference=reference, exc_info=cause, **where)
    text = cause.for_asker() if isinstance(cause, BotError) else ServiceError().for_asker()
    return Card(
        title="Something went wrong",
        lines=((text,),),
        footer=f"Reference {reference}",
        tone=Tone.NOTICE,
    )


def nobody_waits(error: BaseException) -> bool:
    """Whether the interaction is gone, so that there is nobody left to tell."""
    cause = _cause(error)
    return isinstance(cause, discord.NotFound) and cause.code == UNKNOWN_INTERACTION


def _cause(error: BaseException) -> BaseException:
    return error.original if isinstance(error, app_commands.CommandInvokeError) else error
