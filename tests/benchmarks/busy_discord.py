"""The small Discord of the tests with a server in it, sending one event after the other."""

import asyncio
from collections.abc import Mapping
from typing import Any

from aiohttp import web

from tests.fake_discord import APPLICATION, BOT, GUILD, USER, FakeDiscord, Json, json_response

CHANNEL = "43000000000000000"
EVERYTHING = str((1 << 50) - 1)
ANSWER_SECONDS = 30.0
MEMBER = {
    "roles": [], "permissions": "0", "flags": 0, "deaf": False, "mute": False,
    "joined_at": "2020-01-01T00:00:00+00:00",
}  # fmt: skip


class BusyDiscord(FakeDiscord):
    """Each method sends one event and returns the body of the bot's answer."""

    def __init__(self) -> None:
        super().__init__()
        self.ready = asyncio.Event()

    async def command(self, name: str, options: Mapping[str, str]) -> Json:
        """Use a slash command."""
        await self.interact(name, **options)
        return await self._answer()

    async def keystroke(self, name: str, option: str, typed: str) -> Json:
        """Type into an option of a slash command."""
        command = next(c for c in self.commands["global"] if c["name"] == name)
        await self._dispatch(
            "INTERACTION_CREATE",
            {
                **self._interaction(),
                "type": 4,
                "data": {
                    "id": command["id"],
                    "name": name,
                    "type": 1,
                    "options": [{"name": option, "type": 3, "value": typed, "focused": True}],
                },
            },
        )
        return await self._answer()

    async def mention(self, text: str) -> Json:
        """Mention the bot in a channel of the server."""
        await self._dispatch(
            "MESSAGE_CREATE",
            {
                **self._message(),
                "content": f"<@{APPLICATION}> {text}",
                "mentions": [{**BOT, "member": MEMBER}],
            },
        )
        return await self._answer()

    async def _answer(self) -> Json:
        async with asyncio.timeout(ANSWER_SECONDS):
            return await self.answers.get()

    def _interaction(self) -> Json:
        return {
            "id": str(next(self._ids)),
            "application_id": APPLICATION,
            "token": "a-token-of-this-interaction",
            "version": 1,
            "guild_id": GUILD,
            "channel_id": CHANNEL,
            "channel": self._channel(),
            "member": {**MEMBER, "user": USER},
            "app_permissions": EVERYTHING,
            "locale": "en-GB",
            "entitlements": [],
            "authorizing_integration_owners": {"0": GUILD},
            "context": 0,
            "attachment_size_limit": 10485760,
        }

    def _message(self) -> Json:
        return {
            "id": str(next(self._ids)), "channel_id": CHANNEL, "guild_id": GUILD, "type": 0,
            "author": {**USER, "id": str(next(self._ids))}, "member": MEMBER, "content": "",
            "timestamp": "2026-11-22T12:00:00+00:00", "edited_timestamp": None, "tts": False,
            "mention_everyone": False, "mentions": [], "mention_roles": [], "attachments": [],
            "embeds": [], "pinned": False, "components": [],
        }  # fmt: skip

    def _channel(self) -> Json:
        return {
            "id": CHANNEL, "type": 0, "position": 0, "name": "oscars", "guild_id": GUILD,
            "permissions": EVERYTHING, "permission_overwrites": [],
        }  # fmt: skip

    def _routes(self, application: web.Application) -> None:
        super()._routes(application)
        application.router.add_route("POST", "/api/v10/channels/{channel}/messages", self._posted)

    async def _posted(self, request: web.Request) -> web.Response:
        body: dict[str, Any] = await request.json()
        await self.answers.put(body)
        return json_response(
            {**self._message(), "author": BOT, "content": body.get("content") or ""}
        )

    async def _welcome(self, identify: Json) -> None:
        await super()._welcome(identify)
        everyone = {
            "id": GUILD, "name": "@everyone", "permissions": EVERYTHING, "position": 0, "color": 0,
            "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
            "hoist": False, "managed": False, "mentionable": False, "flags": 0,
        }  # fmt: skip
        await self._dispatch(
            "GUILD_CREATE",
            {
                "id": GUILD, "name": "The Film Club", "owner_id": USER["id"], "large": False,
                "member_count": 2, "roles": [everyone], "channels": [self._channel()],
                "members": [{**MEMBER, "user": BOT}], "emojis": [], "stickers": [], "threads": [],
                "features": [], "presences": [], "voice_states": [], "stage_instances": [],
                "guild_scheduled_events": [], "soundboard_sounds": [], "unavailable": False,
                "verification_level": 0, "default_message_notifications": 0,
                "explicit_content_filter": 0, "mfa_level": 0, "afk_timeout": 300,
                "system_channel_flags": 0, "premium_tier": 0, "nsfw_level": 0,
                "preferred_locale": "en-US", "icon": None, "banner": None, "splash": None,
                "joined_at": "2020-01-01T00:00:00+00:00", "description": None,
                "vanity_url_code": None, "premium_progress_bar_enabled": False,
            },
        )  # fmt: skip
        self.ready.set()
