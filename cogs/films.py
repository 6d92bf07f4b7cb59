"""Commands about one film: /film, /cast."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Statuette
from bot.guide import Guide
from bot.ui.completions import Choices, choices
from bot.ui.replies import respond

Interaction = discord.Interaction[Statuette]

TITLE = "The film's title, with or without The, accents or the right spelling"


class Films(commands.Cog):
    """What a film won, who made it, who played in it."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide

    @app_commands.command()
    @app_commands.describe(title=TITLE)
    async def film(self, interaction: Interaction, title: str) -> None:
        """A film: nominations and wins, makers, facts, other prizes"""
        reply = await self._guide.film(title)
        await respond(interaction, reply.card, private=reply.private)

    @app_commands.command()
    @app_commands.describe(film=TITLE)
    async def cast(self, interaction: Interaction, film: str) -> None:
        """Who played whom in a film, with its key crew"""
        reply = await self._guide.cast(film)
        await respond(interaction, reply.card, private=reply.private)

    @film.autocomplete("title")
    @cast.autocomplete("film")
    async def complete_film(self, _interaction: Interaction, typed: str) -> Choices:
        """Offer films."""
        return choices(self._guide.complete_films(typed))


async def setup(bot: Statuette) -> None:
    """Add the cog; discord.py calls this when it loads the extension."""
    await bot.add_cog(Films(bot.guide))
