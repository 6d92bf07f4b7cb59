"""The measuring stick: a bot with the same libraries and settings that answers with one word."""

import asyncio
import os
from typing import Any

import discord
import uvloop
import yarl
from discord import app_commands
from discord.ext import commands
from discord.gateway import DiscordWebSocket
from discord.http import Route

Interaction = discord.Interaction[Any]
Choices = list[app_commands.Choice[str]]


class EmptyBot(commands.AutoShardedBot):
    """Connects, and knows one command."""

    def __init__(self, url: str) -> None:
        """url: of the API."""
        Route.BASE = url
        intents = discord.Intents.none()
        intents.guilds = intents.guild_messages = intents.dm_messages = True
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            intents=intents,
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            guild_ready_timeout=0.5,
            shard_count=1,
        )

    async def setup_hook(self) -> None:
        _shards, gateway, _limits = await self.http.get_bot_gateway()
        DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway)
        self.tree.add_command(winner)
        await self.tree.sync()

    async def on_message(self, message: discord.Message, /) -> None:
        if self.user in message.mentions:
            await message.reply("ok", mention_author=False)


@app_commands.command()
async def winner(interaction: Interaction, category: str, ceremony: str | None = None) -> None:
    """Answer with one word"""
    await interaction.response.send_message("ok")


@winner.autocomplete("category")
async def complete(_interaction: Interaction, _typed: str) -> Choices:
    return []


async def main(url: str, token: str) -> None:
    async with EmptyBot(url) as bot:
        await bot.start(token)


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(main(os.environ["DISCORD_API_URL"], os.environ["DISCORD_TOKEN"]))
