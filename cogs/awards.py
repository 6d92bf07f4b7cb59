"""Commands about one night: /winner, /nominees, /ceremony."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Statuette
from bot.guide import Guide
from bot.ui.completions import Choices, choices
from bot.ui.replies import respond

Interaction = discord.Interaction[Statuette]

CATEGORY = "Best Picture, foreign film, lead actress ... under any name it has or had"
CEREMONY = "A number (97), the year it was held (2025), or latest. Left out: the latest"


class Awards(commands.Cog):
    """Who won, who was nominated, what a night was like."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide

    @app_commands.command()
    @app_commands.describe(category=CATEGORY, ceremony=CEREMONY)
    async def winner(
        self, interaction: Interaction, category: str, ceremony: str | None = None
    ) -> None:
        """Who won a category"""
        reply = await self._guide.winner(category, ceremony)
        await respond(interaction, reply.card, private=reply.private)

    @app_commands.command()
    @app_commands.describe(category=CATEGORY, ceremony=CEREMONY)
    async def nominees(
        self, interaction: Interaction, category: str, ceremony: str | None = None
    ) -> None:
        """Who was nominated for a category"""
        reply = await self._guide.nominees(category, ceremony)
        await respond(interaction, reply.card, private=reply.private)

    @app_commands.command()
    @app_commands.describe(which=CEREMONY)
    async def ceremony(self, interaction: Interaction, which: str | None = None) -> None:
        """A night: date, place, hosts, the big winners, moments"""
        reply = await self._guide.ceremony(which)
        await respond(interaction, reply.card, private=reply.private)

    @winner.autocomplete("category")
    @nominees.autocomplete("category")
    async def complete_category(self, _interaction: Interaction, typed: str) -> Choices:
        """Offer categories."""
        return choices(self._guide.complete_categories(typed))

    @winner.autocomplete("ceremony")
    @nominees.autocomplete("ceremony")
    @ceremony.autocomplete("which")
    async def complete_ceremony(self, _interaction: Interaction, typed: str) -> Choices:
        """Offer ceremonies."""
        return choices(self._guide.complete_ceremonies(typed))


async def setup(bot: Statuette) -> None:
    """Add the cog; discord.py calls this when it loads the extension."""
    await bot.add_cog(Awards(bot.guide))
