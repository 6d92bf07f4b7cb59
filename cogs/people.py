"""Commands about one person: /person."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Statuette
from bot.guide import Guide
from bot.ui.completions import Choices, choices
from bot.ui.replies import respond

Interaction = discord.Interaction[Statuette]


class People(commands.Cog):
    """Everything one person won and was up for."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide

    @app_commands.command()
    @app_commands.describe(name="Somebody who was nominated, honoured or credited")
    async def person(self, interaction: Interaction, name: str) -> None:
        """A person's nominations and awards, all of them"""
        reply = await self._guide.person(name)
        await respond(interaction, reply.card, private=reply.private)

    @person.autocomplete("name")
    async def complete_person(self, _interaction: Interaction, typed: str) -> Choices:
        """Offer people."""
        return choices(self._guide.complete_people(typed))


async def setup(bot: Statuette) -> None:
    """Add the cog; discord.py calls this when it loads the extension."""
    await bot.add_cog(People(bot.guide))
