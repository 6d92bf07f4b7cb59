"""Commands about one category: /category."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Statuette
from bot.guide import Guide
from bot.ui.completions import Choices, choices
from bot.ui.replies import respond

Interaction = discord.Interaction[Statuette]


class Categories(commands.Cog):
    """A category through the years."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide

    @app_commands.command()
    @app_commands.describe(
        category="Any name the category has or had: best sound, foreign film ..."
    )
    async def category(self, interaction: Interaction, category: str) -> None:
        """A category through the years: its names, all winners, who won most"""
        reply = await self._guide.category(category)
        await respond(interaction, reply.card, private=reply.private)

    @category.autocomplete("category")
    async def complete_category(self, _interaction: Interaction, typed: str) -> Choices:
        """Offer categories."""
        return choices(self._guide.complete_categories(typed))


async def setup(bot: Statuette) -> None:
    """Add the cog; discord.py calls this when it loads the extension."""
    await bot.add_cog(Categories(bot.guide))
