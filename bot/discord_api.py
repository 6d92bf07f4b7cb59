"""Which Discord the bot speaks to. The one place that changes discord.py itself."""

import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.settings import DISCORD_API


def use_api(url: str) -> None:
    """Send REST calls to `url`, which ends without a slash; webhooks and replies go there too.

    Call it before a client is made, which would else warn at each start that it cannot speak.
    """
    Route.BASE = url
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False


async def use_gateway_of(client: discord.AutoShardedClient, url: str) -> None:
    """Connect to the gateway that the API at `url` names; Discord's own needs nothing.

    discord.py knows only one address to connect, and reconnect, to.
    """
    if url == DISCORD_API:
        return
    shards, gateway, _limits = await client.http.get_bot_gateway()
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway)
    if client.shard_count is None:
        client.shard_count = shards
