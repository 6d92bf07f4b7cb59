"""Commands about the bot itself: /help, /about."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Statuette
from bot.guide import Guide
from bot.ui.replies import respond

Interaction = discord.Interaction[Statuette]


class Help(commands.Cog):
    """What can be asked, and where the answers come from."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide

    @app_commands.command()
    async def help(self, interaction: Interaction) -> None:
        """What you can ask, with examples"""
        reply = await self._guide.page("help")
        await respond(interaction, reply.card, private=True)

    @app_commands.command()
    async def about(self, interaction: Interaction) -> None:
        """Where the facts come from, how many there are, the licence"""
        reply = await self._guide.page("about")
        await respond(interaction, reply.card)


async def setup(bot: Statuette) -> None:
    """Add the cog; discord.py calls this when it loads the extension."""
    await bot.add_cog(Help(bot.guide))
