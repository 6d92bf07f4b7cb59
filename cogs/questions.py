"""Questions: a mention, a reply or a direct message, /ask, and the check of a message."""

import asyncio
import time
from weakref import WeakValueDictionary

import discord
import structlog
from discord import app_commands
from discord.ext import commands

from bot.answering import Answering
from bot.client import Statuette
from bot.errors import TooFastError
from bot.ui.messages import question_in, reply, text_to_check
from bot.ui.replies import respond

Interaction = discord.Interaction[Statuette]

CHECK = "Fact-check with Statuette"

_log = structlog.get_logger(__name__)


class Questions(commands.Cog):
    """Answers whoever mentions the bot, replies to it, or writes to it."""

    def __init__(self, bot: Statuette, answering: Answering) -> None:
        self._bot = bot
        self._answering = answering
        self._turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._menu = app_commands.ContextMenu(name=CHECK, callback=self.check)

    async def cog_load(self) -> None:
        """Add the entry of the message menu, which a cog cannot declare."""
        self._bot.tree.add_command(self._menu)

    async def cog_unload(self) -> None:
        """Take the entry away again."""
        self._bot.tree.remove_command(self._menu.name, type=self._menu.type)

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer a message that is meant for the bot; leave every other alone."""
        if not self._is_meant(message):
            return
        started = time.perf_counter()
        asker = message.author.id
        if not self._answering.admits(asker, message.created_at):
            return
        # One at a time for each: answers come in the order of the questions.
        turn = self._turns.setdefault(asker, asyncio.Lock())
        async with turn:
            answer = self._answering.ask(
                question_in(message.content),
                asker=asker,
                channel=message.channel.id,
                at=message.created_at,
            )
            sent = await reply(message, answer.card)
        guild = message.guild.id if message.guild else None
        milliseconds = round(1000 * (time.perf_counter() - started), 2)
        _log.info("answered", command="mention", guild=guild, milliseconds=milliseconds, sent=sent)

    @app_commands.command()
    @app_commands.describe(question="In plain English, such as: who won best actress in 2025?")
    async def ask(self, interaction: Interaction, question: str) -> None:
        """Ask anything about the Academy Awards"""
        self._admit(interaction)
        answer = self._answering.ask(
            question_in(question),
            asker=interaction.user.id,
            channel=interaction.channel_id or 0,
            at=interaction.created_at,
        )
        await respond(interaction, answer.card, private=answer.private)

    async def check(self, interaction: Interaction, message: discord.Message) -> None:
        """Check what a message says of the awards, or answer it, for whoever asked alone."""
        self._admit(interaction)
        card = await self._answering.check(text_to_check(message), at=interaction.created_at)
        await respond(interaction, card, private=True)

    def _admit(self, interaction: Interaction) -> None:
        """Raise TooFastError for whoever asks too fast: a command is never met with silence."""
        if not self._answering.admits(interaction.user.id, interaction.created_at):
            raise TooFastError("Please wait ten seconds, then ask again.")

    def _is_meant(self, message: discord.Message) -> bool:
        """Whether a person speaks to the bot; @everyone and roles are not it."""
        if message.author.bot or message.webhook_id or message.is_system():
            return False
        return message.guild is None or self._bot.user in message.mentions


async def setup(bot: Statuette) -> None:
    """Add the cog; discord.py calls this when it loads the extension."""
    await bot.add_cog(Questions(bot, bot.answering))
