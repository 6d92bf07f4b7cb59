"""The bot itself: its connection, its commands, and the one handler of their errors."""

import sys
import time
from typing import Any

import discord
import structlog
from discord import app_commands
from discord.ext import commands

from bot.answering import Answering
from bot.cards.card import Card
from bot.curation import Curator
from bot.desk import Desk
from bot.discord_api import use_api, use_gateway_of
from bot.errors import BadInputError
from bot.guide import Guide
from bot.settings import Settings
from bot.sync import CommandSync
from bot.ui.buttons import GoButton, GoMenu
from bot.ui.failures import failure_card, nobody_waits
from bot.ui.messages import question_above, reply
from bot.ui.replies import respond, turn_page

EXTENSIONS = (
    "cogs.awards",
    "cogs.categories",
    "cogs.films",
    "cogs.people",
    "cogs.questions",
    "cogs.curation",
    "cogs.help",
)

GUILD_READY_SECONDS = 0.5
"""How long after the last server was named the bot calls itself ready; it answers before."""

_log = structlog.get_logger(__name__)


class Tree(app_commands.CommandTree["Statuette"]):
    """The slash commands, with the one handler of their errors."""

    async def interaction_check(self, interaction: discord.Interaction["Statuette"], /) -> bool:
        """Note when the interaction came in; everybody may ask."""
        interaction.extras["started"] = time.perf_counter()
        return True

    async def on_error(
        self, interaction: discord.Interaction["Statuette"], error: app_commands.AppCommandError, /
    ) -> None:
        """Answer the error."""
        await self.client.answer_failure(interaction, error)


class Statuette(commands.AutoShardedBot):
    """Connects, loads the cogs, shows cards. What it answers with is in the desk."""

    def __init__(
        self,
        settings: Settings,
        desk: Desk,
        guide: Guide,
        answering: Answering,
        curator: Curator,
        *,
        sync: CommandSync | None,
    ) -> None:
        """From desk to curator: what buttons and cogs work with. sync: None never syncs."""
        use_api(settings.discord_api_url)
        intents = discord.Intents.none()
        intents.guilds = True
        intents.guild_messages = True
        intents.dm_messages = True
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            tree_cls=Tree,
            intents=intents,
            allowed_mentions=discord.AllowedMentions.none(),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            allowed_contexts=app_commands.AppCommandContext(
                guild=True, dm_channel=True, private_channel=True
            ),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            guild_ready_timeout=GUILD_READY_SECONDS,
            shard_count=settings.shard_count,
            shard_ids=list(settings.shard_ids) or None,  # type: ignore[arg-type]
        )
        self.settings = settings
        self.desk = desk
        self.guide = guide
        self.answering = answering
        self.curator = curator
        self._sync = sync

    async def setup_hook(self) -> None:
        """Load the cogs, take up buttons sent before, tell Discord of changed commands."""
        await use_gateway_of(self, self.settings.discord_api_url)
        for extension in EXTENSIONS:
            await self.load_extension(extension)
        self.add_dynamic_items(GoButton, GoMenu)
        if self._sync is not None and self._is_first_process():
            await self._sync.sync_if_changed(self.tree)

    async def on_ready(self) -> None:
        """Log that the bot is connected."""
        _log.info("ready", guilds=len(self.guilds), shards=self.shard_count)

    async def on_app_command_completion(
        self,
        interaction: discord.Interaction[Any],
        command: app_commands.Command[Any, ..., Any] | app_commands.ContextMenu,
    ) -> None:
        """Log a command that was answered."""
        _log.info(
            "answered",
            command=command.qualified_name,
            guild=interaction.guild_id,
            milliseconds=_milliseconds(interaction),
        )

    async def on_message(self, message: discord.Message, /) -> None:
        """Leave messages to the cog of questions: there are no prefix commands."""

    async def on_error(self, event_method: str, /, *arguments: Any, **_more: Any) -> None:
        """Answer an error in the answer to a message; log one in any other event."""
        error = sys.exc_info()[1]
        assert error is not None, "discord.py calls this where an error was caught"
        message = arguments[0] if arguments else None
        if not isinstance(message, discord.Message):
            _log.error("failure", happening=event_method, exc_info=error)
            return
        guild = message.guild.id if message.guild else None
        card = failure_card(error, command="mention", guild=guild)
        try:
            await reply(message, card)
        except (TimeoutError, discord.DiscordException, OSError) as second:
            _log.warning("could not tell the asker", command="mention", error=repr(second))

    async def show(
        self, interaction: discord.Interaction[Any], address: str, *, asker: int, turns: bool
    ) -> None:
        """Answer the press of a button or a choice from a menu with the card of an address.

        A page takes the place of the card before it, for its asker; anybody else gets a copy.
        """
        interaction.extras["started"] = time.perf_counter()
        try:
            card = await self._card(interaction, address)
            if turns and interaction.user.id == asker:
                await turn_page(interaction, card)
            else:
                await respond(interaction, card, private=interaction.user.id != asker)
        except Exception as error:  # noqa: BLE001  (discord.py would log it and tell nobody)
            await self.answer_failure(interaction, error)
            return
        _log.info(
            "answered",
            command=f"button {address}",
            guild=interaction.guild_id,
            milliseconds=_milliseconds(interaction),
        )

    async def _card(self, interaction: discord.Interaction[Any], address: str) -> Card:
        """Return the card of an address; those of questions depend on where they are asked."""
        kind, _, rest = address.partition("/")
        message = interaction.message
        if kind == "answer" and message is not None:
            if not rest.isdecimal():
                raise BadInputError("That button is of an older version of me. Please ask again.")
            question = question_above(message)
            return self.answering.page(question, int(rest), at=message.created_at)
        if kind == "ask":
            return self.answering.ask(
                rest,
                asker=interaction.user.id,
                channel=interaction.channel_id or 0,
                at=interaction.created_at,
            ).card
        return await self.desk.card(address)

    async def answer_failure(
        self, interaction: discord.Interaction[Any], error: BaseException
    ) -> None:
        """Tell the asker of an error, privately, and log it. Never raises."""
        command = interaction.command.qualified_name if interaction.command else "button"
        card = failure_card(error, command=command, guild=interaction.guild_id)
        if interaction.type is discord.InteractionType.autocomplete or nobody_waits(error):
            return
        try:
            await respond(interaction, card, private=True)
        except (TimeoutError, discord.DiscordException, OSError) as second:
            _log.warning("could not tell the asker", command=command, error=repr(second))

    def _is_first_process(self) -> bool:
        return not self.settings.shard_ids or 0 in self.settings.shard_ids


def _milliseconds(interaction: discord.Interaction[Any]) -> float:
    started: float = interaction.extras["started"]
    return round(1000 * (time.perf_counter() - started), 2)
