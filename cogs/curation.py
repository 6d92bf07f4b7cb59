"""Commands for moderators: /data status, reload, rollback, history."""

import io
import re
from typing import Any, Self

import discord
from discord import app_commands
from discord.ext import commands

from bot.cards.loads import (
    history_card,
    loaded_card,
    refused_card,
    removal_card,
    rolled_back_card,
    status_card,
    unchanged_card,
)
from bot.client import Statuette
from bot.curation import Curator, Outcome, Result
from bot.errors import NotAllowedError
from bot.ui.embeds import to_embed
from bot.ui.replies import once_more, respond

Interaction = discord.Interaction[Statuette]


@app_commands.default_permissions(manage_guild=True)
@app_commands.allowed_installs(guilds=True, users=False)
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
class Curation(commands.GroupCog, group_name="data", group_description="The data: for moderators"):
    """Reload the data without a restart. What Discord shows is no lock, so each command checks."""

    def __init__(self, curator: Curator) -> None:
        self._curator = curator

    async def interaction_check(self, interaction: Interaction, /) -> bool:  # type: ignore[override]
        """Let moderators and the owner pass; anybody else gets NotAllowedError."""
        try:
            await require_moderator(interaction)
        except Exception as error:
            # discord.py hands only errors of its own from a check to the error handler.
            assert isinstance(interaction.command, app_commands.Command)
            raise app_commands.CommandInvokeError(interaction.command, error) from error
        return True

    @app_commands.command()
    async def status(self, interaction: Interaction) -> None:
        """Which data is served: version, when built, from what, health"""
        card = status_card(
            self._curator.manifest(),
            self._curator.source,
            self._curator.trouble,
            interaction.client.desk.counts(),
            await interaction.client.desk.query_ms(),
        )
        await respond(interaction, card, private=True)

    @app_commands.command()
    async def reload(self, interaction: Interaction) -> None:
        """Read the data again: checked first, then swapped in while I keep answering"""
        await once_more(lambda: interaction.response.defer(ephemeral=True))
        outcome = await self._curator.reload(_who(interaction))
        await _report(interaction, outcome)

    @app_commands.command()
    async def rollback(self, interaction: Interaction) -> None:
        """Serve the data of before again"""
        await once_more(lambda: interaction.response.defer(ephemeral=True))
        manifest = self._curator.manifest()
        outcome = await self._curator.rollback(_who(interaction))
        card = rolled_back_card(outcome.version, manifest.version if manifest else "none")
        await respond(interaction, card, private=True)

    @app_commands.command()
    async def history(self, interaction: Interaction) -> None:
        """The last loads: when, by whom, with what result"""
        await respond(interaction, history_card(self._curator.history()), private=True)


class ApplyButton(
    discord.ui.DynamicItem[discord.ui.Button[Any]], template=r"data:apply:(?P<version>[0-9a-f]{12})"
):
    """Takes up a build that a reload asked about."""

    def __init__(self, version: str) -> None:
        """version: of a build that is kept."""
        super().__init__(
            discord.ui.Button(
                label="Go on",
                style=discord.ButtonStyle.danger,
                custom_id=f"data:apply:{version}",
            )
        )
        self.version = version

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Make the button again from what its press sends back."""
        return cls(match["version"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Check again who presses, then swap."""
        try:
            await require_moderator(interaction)
            await once_more(lambda: interaction.response.defer(ephemeral=True, thinking=True))
            curator: Curator = interaction.client.curator
            await _report(interaction, await curator.apply(self.version, _who(interaction)))
        except Exception as error:  # noqa: BLE001  (discord.py would log it and tell nobody)
            await interaction.client.answer_failure(interaction, error)


async def require_moderator(interaction: discord.Interaction[Any]) -> None:
    """Raise NotAllowedError unless a moderator of the operator's servers, or the owner, asks."""
    client: Statuette = interaction.client
    own = interaction.guild_id in client.settings.moderator_guild_ids
    if own and interaction.permissions.manage_guild:
        return
    if await client.is_owner(interaction.user):
        return
    raise NotAllowedError(
        "Data commands are for moderators (Manage Server) of the servers that run this bot. "
        "If a fact is wrong, please tell them."
    )


def _who(interaction: discord.Interaction[Any]) -> str:
    return f"{interaction.user.name} ({interaction.user.id})"


async def _report(interaction: discord.Interaction[Any], outcome: Outcome) -> None:
    if outcome.result is Result.REFUSED:
        await _send_problems(interaction, outcome)
    elif outcome.result is Result.ASKED:
        view = discord.ui.View(timeout=None).add_item(ApplyButton(outcome.version))
        view.stop()
        embed = to_embed(removal_card(outcome.loaded))
        await once_more(lambda: interaction.followup.send(embed=embed, view=view, ephemeral=True))
    elif outcome.result is Result.UNCHANGED:
        await respond(interaction, unchanged_card(outcome.version, outcome.seconds), private=True)
    else:
        card = loaded_card(outcome.loaded, outcome.version, outcome.seconds)
        await respond(interaction, card, private=True)


async def _send_problems(interaction: discord.Interaction[Any], outcome: Outcome) -> None:
    embed = to_embed(refused_card(outcome.loaded, outcome.version))
    problems = outcome.loaded.problems or (outcome.loaded.unreadable,)
    text = "\n".join(problems).encode()

    async def send() -> None:
        file = discord.File(io.BytesIO(text), filename="problems.txt")
        await interaction.followup.send(embed=embed, file=file, ephemeral=True)

    await once_more(send)


async def setup(bot: Statuette) -> None:
    """Add the cog and its button; discord.py calls this when it loads the extension."""
    bot.add_dynamic_items(ApplyButton)
    await bot.add_cog(Curation(bot.curator))
