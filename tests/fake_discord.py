"""A small Discord on loopback, for tests of whole processes: REST, and a gateway.

It knows just what the bot asks at a start, at a sync and for one answer; anything else is a 404
that a test sees in `unknown`. Source of the forms: Discord's documentation, API version 10.
"""

import asyncio
import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any, Self

import orjson
from aiohttp import WSMsgType, web

TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.a-secret.that-nobody-may-read-in-a-log"
APPLICATION = "123456789012345678"
GUILD = "42000000000000000"
USER = {"id": "77000000000000000", "username": "ani", "discriminator": "0", "avatar": None}
BOT = {
    "id": APPLICATION,
    "username": "Statuette",
    "discriminator": "0",
    "avatar": None,
    "bot": True,
}
_DISPATCH, _HEARTBEAT, _IDENTIFY, _HELLO, _HEARTBEAT_ACK = 0, 1, 2, 10, 11

Json = dict[str, Any]


class FakeDiscord:
    """Accepts one bot by its token. `answers` are the bodies of its replies to interactions."""

    def __init__(self) -> None:
        self.url = ""
        self.commands: dict[str, list[Json]] = {}
        self.calls: list[str] = []
        self.unknown: list[str] = []
        self.answers: asyncio.Queue[Json] = asyncio.Queue()
        self.identified: asyncio.Queue[Json] = asyncio.Queue()
        self.failures: list[str] = []
        """What goes wrong with the next answers, in turn: "reset", "503", "lost"."""
        self.at_login = ""
        """What goes wrong with a login: "silence", or a status."""
        self.refuses_commands = False
        self.close_code = 0
        """With which the gateway turns a bot away; 0 lets it in."""
        self.closes = True
        """Whether the gateway answers a closing handshake."""
        self._sockets: list[web.WebSocketResponse] = []
        self._ids = itertools.count(90_000_000_000_000_000)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[Self]:
        application = web.Application(middlewares=[self._watch])
        self._routes(application)
        runner = web.AppRunner(application, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{runner.addresses[0][1]}/api/v10"
        try:
            yield self
        finally:
            await runner.cleanup()

    def _routes(self, application: web.Application) -> None:
        route = application.router.add_route
        route("GET", "/api/v10/users/@me", self._me)
        route("GET", "/api/v10/oauth2/applications/@me", self._application)
        route("GET", "/api/v10/gateway/bot", self._gateway_bot)
        route("*", "/api/v10/applications/{application}/commands", self._commands)
        route("*", "/api/v10/applications/{application}/guilds/{guild}/commands", self._commands)
        route("POST", "/api/v10/interactions/{id}/{token}/callback", self._callback)
        route("GET", "/gateway", self._gateway)

    async def interact(self, name: str, **options: str) -> None:
        """Send the interaction of somebody who uses a slash command in a server."""
        command = next(c for c in self.commands["global"] if c["name"] == name)
        data = {
            "id": command["id"],
            "name": name,
            "type": 1,
            "options": [{"name": n, "type": 3, "value": v} for n, v in options.items()],
        }
        await self._dispatch(
            "INTERACTION_CREATE",
            {
                "id": str(next(self._ids)),
                "application_id": APPLICATION,
                "type": 2,
                "token": "a-token-of-this-interaction",
                "version": 1,
                "data": data,
                "guild_id": GUILD,
                "channel_id": "43000000000000000",
                "channel": {
                    "id": "43000000000000000", "type": 0, "permissions": "0", "position": 0,
                    "name": "oscars", "guild_id": GUILD,
                },
                "member": {
                    "user": USER, "roles": [], "permissions": "0", "flags": 0, "deaf": False,
                    "mute": False, "joined_at": "2020-01-01T00:00:00+00:00",
                },
                "app_permissions": "0",
                "locale": "en-GB",
                "entitlements": [],
                "authorizing_integration_owners": {"0": GUILD},
                "context": 0,
                "attachment_size_limit": 10485760,
            },
        )  # fmt: skip

    async def drop(self) -> None:
        """Close the bot's connection, as a server of theirs does that goes down."""
        await self._sockets[-1].close(code=4000)

    @web.middleware
    async def _watch(self, request: web.Request, handler: Any) -> web.StreamResponse:
        self.calls.append(f"{request.method} {request.path.removeprefix('/api/v10')}")
        if request.path.startswith("/api") and "interactions" not in request.path:
            if self.at_login == "silence":
                await asyncio.sleep(60)
            if self.at_login:
                return json_response({"message": "refused", "code": 0}, int(self.at_login))
            if request.headers.get("Authorization") != f"Bot {TOKEN}":
                return json_response({"message": "401: Unauthorized", "code": 0}, 401)
        try:
            response: web.StreamResponse = await handler(request)
        except web.HTTPNotFound:
            self.unknown.append(self.calls[-1])
            return json_response({"message": "404: Not Found", "code": 0}, 404)
        return response

    async def _me(self, _: web.Request) -> web.Response:
        return json_response(BOT)

    async def _application(self, _: web.Request) -> web.Response:
        return json_response(
            {
                "id": APPLICATION, "name": "Statuette", "icon": None, "description": "",
                "bot_public": True, "bot_require_code_grant": False, "verify_key": "",
                "flags": 0, "owner": USER, "team": None, "rpc_origins": [],
            }
        )  # fmt: skip

    async def _gateway_bot(self, _: web.Request) -> web.Response:
        limits = {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1}
        gateway = self.url.replace("http", "ws", 1).replace("/api/v10", "/gateway")
        return json_response({"url": gateway, "shards": 1, "session_start_limit": limits})

    async def _commands(self, request: web.Request) -> web.Response:
        place = request.match_info.get("guild", "global")
        if place not in ("global", GUILD) or self.refuses_commands:
            return json_response({"message": "Missing Access", "code": 50001}, 403)
        if request.method == "PUT":
            given = orjson.loads(await request.read())
            self.commands[place] = [self._filled_in(command, place) for command in given]
        return json_response(self.commands.get(place, []))

    def _filled_in(self, command: Json, place: str) -> Json:
        """Add what Discord adds to a definition, and leave out what it leaves out."""
        filled = {
            "id": str(next(self._ids)), "application_id": APPLICATION, "version": "1",
            "default_member_permissions": None, "nsfw": False, "dm_permission": True,
            "name_localizations": None, "description_localizations": None, "description": "",
        }  # fmt: skip
        given = {name: value for name, value in command.items() if value is not None}
        if isinstance(given.get("default_member_permissions"), int):
            given["default_member_permissions"] = str(given["default_member_permissions"])
        kept = filled | given
        if place != "global":
            for name in ("dm_permission", "contexts", "integration_types"):
                kept.pop(name, None)
        return kept

    async def _callback(self, request: web.Request) -> web.StreamResponse:
        failure = self.failures.pop(0) if self.failures else ""
        if failure != "503":
            body = orjson.loads(await request.read())
        if failure == "lost":  # it arrived, but the bot is not told
            await self.answers.put(body)
        if failure in ("reset", "lost"):
            assert request.transport is not None
            request.transport.abort()
            return web.Response()
        if failure:
            return json_response({"message": "unavailable", "code": 0}, int(failure))
        if not self.answers.empty():
            acknowledged = "Interaction has already been acknowledged."
            return json_response({"message": acknowledged, "code": 40060}, 400)
        await self.answers.put(body)
        interaction = {"id": request.match_info["id"], "type": 2}
        return json_response({"interaction": interaction | {"response_message_id": "1"}})

    async def _gateway(self, request: web.Request) -> web.StreamResponse:
        socket = web.WebSocketResponse(autoclose=self.closes)
        await socket.prepare(request)
        self._sockets.append(socket)
        await _send(socket, {"op": _HELLO, "d": {"heartbeat_interval": 41250}})
        async for message in socket:
            if message.type is not WSMsgType.TEXT:
                break
            payload = orjson.loads(message.data)
            if payload["op"] == _HEARTBEAT:
                await _send(socket, {"op": _HEARTBEAT_ACK})
            if payload["op"] == _IDENTIFY and self.close_code:
                await socket.close(code=self.close_code)
            elif payload["op"] == _IDENTIFY:
                await self._welcome(payload["d"])
        if not self.closes:
            await asyncio.sleep(60)
        return socket

    async def _welcome(self, identify: Json) -> None:
        ready = {
            "v": 10, "user": BOT, "guilds": [], "session_id": "a-session",
            "resume_gateway_url": "ws://127.0.0.1:9", "shard": identify["shard"],
            "application": {"id": APPLICATION, "flags": 0},
        }  # fmt: skip
        await self._dispatch("READY", ready)
        await self.identified.put(identify)

    async def _dispatch(self, event: str, data: Json) -> None:
        payload = {"op": _DISPATCH, "t": event, "s": next(self._ids) % 1000, "d": data}
        with suppress(ConnectionError):
            await _send(self._sockets[-1], payload)


async def _send(socket: web.WebSocketResponse, payload: Json) -> None:
    await socket.send_str(orjson.dumps(payload).decode())


def json_response(value: object, status: int = 200) -> web.Response:
    # discord.py reads nothing but this very content type, without a charset.
    body = orjson.dumps(value)
    return web.Response(body=body, status=status, headers={"Content-Type": "application/json"})
