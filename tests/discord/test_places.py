"""Where the commands are: servers, direct messages, and what Discord is told of them."""

from typing import Any

import simcord
from simcord import ChannelHandle as Channel
from simcord import MemberActor as Actor
from simcord.interactions import base_payload
from simcord.results import InteractionResult

from bot.app import App
from bot.cards.about import COMMANDS
from bot.sync import definitions, differences
from tests.discord.reading import message, only_for_asker, text, title

SERVER, USER = 0, 1
SLASH, OF_MESSAGES = 1, 3
IN_SERVER, WITH_BOT, ELSEWHERE = 0, 1, 2


def _sent(env: simcord.Env) -> list[dict[str, Any]]:
    """Return the commands as Discord was told them."""
    (request,) = (r for r in env.http_requests if r.method == "PUT")
    assert isinstance(request.json, list)
    return request.json


async def test_commands_are_for_servers_and_for_users_wherever_they_are(env: simcord.Env) -> None:
    commands = {command["name"]: command for command in _sent(env)}
    moderators = commands.pop("data")
    for command in commands.values():
        assert sorted(command["integration_types"]) == [SERVER, USER]
        assert sorted(command["contexts"]) == [IN_SERVER, WITH_BOT, ELSEWHERE]
        assert command["default_member_permissions"] is None
    assert moderators["integration_types"] == [SERVER]
    assert sorted(moderators["contexts"]) == [IN_SERVER, WITH_BOT]
    manage_guild = 1 << 5
    assert moderators["default_member_permissions"] == manage_guild


async def test_no_two_commands_clash_and_help_tells_of_each(env: simcord.Env) -> None:
    names = [command["name"] for command in _sent(env) if command["type"] == SLASH]
    assert len(names) == len(set(names))
    public = {f"/{name}" for name in names} - {"/data"}
    assert public <= {name for name, _ in COMMANDS}


async def test_a_message_can_be_checked_from_its_own_menu(env: simcord.Env) -> None:
    (entry,) = (command for command in _sent(env) if command["type"] == OF_MESSAGES)
    assert entry["name"] == "Fact-check with Statuette"


async def test_every_text_option_completes_and_says_what_it_takes(env: simcord.Env) -> None:
    for command in _sent(env):
        if command["name"] == "data" or command["type"] != SLASH:
            continue
        for option in command["options"]:
            assert option.get("autocomplete") or command["name"] == "ask", command["name"]
            assert len(option["description"]) > 20


async def test_the_bot_answers_in_direct_messages(env: simcord.Env) -> None:
    ani = env.create_user("ani")
    assert "winner" in ani.available_commands()
    answer = await ani.slash("winner", category="best picture", ceremony="97")
    assert title(answer) == "🏆 Anora"
    turned = await ani.click(message(answer), label="← Before")
    assert title(turned) == "🏆 Oppenheimer"
    assert (await ani.autocomplete("film", "title", "anor"))[0]["value"] == "tt28607951"
    assert only_for_asker(await ani.slash("person", name="steve mcqueen"))


async def _from_elsewhere(
    env: simcord.Env, user: simcord.UserHandle, name: str, place: dict[str, Any]
) -> InteractionResult:
    """Ask through an app that the user installed, where the bot itself is not."""
    command = env.backend.find_command(name, None)
    assert command is not None
    option = {"name": "category", "type": 3, "value": "best-picture"}
    data = {
        "id": command["id"],
        "name": name,
        "type": 1,
        "options": [option] if name == "winner" else [{"name": "status", "type": 1}],
    }
    record, payload = base_payload(
        env.backend,
        type=2,
        channel_id=user.dm_channel.id,
        guild_id=None,
        user_id=user.id,
        data=data,
    )
    payload |= {"authorizing_integration_owners": {"1": str(user.id)}, **place}
    env.backend.emit("INTERACTION_CREATE", payload)
    await env.settle()
    return InteractionResult(env, record)


async def test_a_user_who_installed_the_bot_asks_in_a_group_without_it(env: simcord.Env) -> None:
    ani = env.create_user("ani")
    group = {"id": "1", "type": 3, "recipients": [], "name": "Friends", "flags": 0}
    answer = await _from_elsewhere(
        env, ani, "winner", {"context": ELSEWHERE, "channel": group, "channel_id": "1"}
    )
    assert title(answer) == "🏆 One Battle after Another"


async def test_a_user_who_installed_the_bot_asks_in_a_server_without_it(env: simcord.Env) -> None:
    ani = env.create_user("ani")
    everything = str((1 << 53) - 1)
    server = {
        "context": IN_SERVER,
        "guild_id": "4242",
        "guild": {"id": "4242", "locale": "en-US", "features": []},
        "guild_locale": "en-US",
        "member": {
            "user": {"id": str(ani.id), "username": "ani", "discriminator": "0", "avatar": None},
            "roles": [],
            "joined_at": "2026-01-01T00:00:00+00:00",
            "deaf": False,
            "mute": False,
            "flags": 0,
            "permissions": everything,
        },
    }
    answer = await _from_elsewhere(env, ani, "winner", server)
    assert title(answer) == "🏆 One Battle after Another"
    # Whoever manages a server of their own may not manage the data of all.
    refused = await _from_elsewhere(env, ani, "data", server)
    assert only_for_asker(refused)
    assert title(refused) == "That is for moderators"


async def test_commands_are_told_once_and_again_only_when_they_changed(
    env: simcord.Env, app: App
) -> None:
    assert len(_sent(env)) == len(definitions(env.bot.tree))  # type: ignore[attr-defined]
    await env.restart_bot(app.client())
    assert _sent(env), "still the one request of the first start"
    remembered = app.settings.database_path.with_name("awards-commands.json")
    remembered.write_text('{"of": "another time"}')
    await env.restart_bot(app.client())
    assert sum(request.method == "PUT" for request in env.http_requests) == 2


async def test_the_bot_starts_where_commands_cannot_be_told(
    env: simcord.Env, app: App, ani: Actor, channel: Channel
) -> None:
    app.settings.database_path.with_name("awards-commands.json").unlink()
    env.inject_error("PUT", "/applications/*/commands", status=500)
    await env.restart_bot(app.client())
    assert "help" in text(await ani.slash(channel, "help"))
    # It was not remembered as done, so the next start tells them.
    await env.restart_bot(app.client())
    assert sum(request.method == "PUT" for request in env.http_requests) == 3


async def test_what_a_sync_would_change_is_told_line_by_line(env: simcord.Env) -> None:
    tree = env.bot.tree  # type: ignore[attr-defined]
    assert await differences(tree) == []
    commands = env.backend.commands[None]
    cast = next(c for c in commands.values() if c["name"] == "cast")
    film = next(c for c in commands.values() if c["name"] == "film")
    film["description"] = "Something else"
    cast["name"] = "actors"
    assert await differences(tree) == ["- /actors", "+ /cast", "~ /film (description)"]


async def test_only_the_first_process_tells_discord_of_commands(app: App) -> None:
    settings = app.settings.model_copy(update={"shard_count": 2, "shard_ids": (1,)})
    second = App(settings, app.curator, app.library, app.desk, app.guide, app.answering)
    async with simcord.run(second.client()) as env:
        assert not [request for request in env.http_requests if request.method == "PUT"]
