"""`bot sync`: the commands are told to Discord, everywhere or in one server, or only compared."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from tests.fake_discord import APPLICATION, GUILD, FakeDiscord, Json
from tests.processes import started

Sync = Callable[..., Awaitable[tuple[int, str, str]]]

NAMES = [
    "about", "cast", "category", "ceremony", "data", "film", "help", "nominees", "person", "winner",
]  # fmt: skip


@pytest.fixture
async def discord() -> AsyncIterator[FakeDiscord]:
    async with FakeDiscord().running() as discord:
        yield discord


@pytest.fixture
def sync(discord: FakeDiscord, folder: Path, database: Path, tmp_path: Path) -> Sync:
    async def sync(*arguments: str) -> tuple[int, str, str]:
        settings = {
            "discord_api_url": discord.url,
            "data_source": folder,
            "database_path": database,
        }
        async with started("sync", *arguments, cwd=tmp_path, **settings) as bot:
            return await bot.ended()

    return sync


async def test_all_commands_are_told_everywhere_or_in_one_server(
    discord: FakeDiscord, sync: Sync
) -> None:
    code, out, _ = await sync()
    assert (code, out) == (0, f"Discord has {len(NAMES)} commands of {len(NAMES)} now.\n")
    assert sorted(command["name"] for command in discord.commands["global"]) == NAMES
    code, _, _ = await sync("--guild", GUILD)
    assert code == 0
    assert sorted(command["name"] for command in discord.commands[GUILD]) == NAMES
    assert (await sync("--guild", GUILD, "--diff"))[1] == "Nothing would change.\n"
    assert discord.unknown == []


async def test_the_definitions_say_where_each_command_may_be_used(
    discord: FakeDiscord, sync: Sync
) -> None:
    await sync()
    for command in discord.commands["global"]:
        only_servers = command["name"] == "data"
        assert command["integration_types"] == ([0] if only_servers else [0, 1])
        assert command["contexts"] == ([0, 1] if only_servers else [0, 1, 2])


async def test_a_diff_shows_what_would_change_and_changes_nothing(
    discord: FakeDiscord, sync: Sync
) -> None:
    code, out, _ = await sync("--diff")
    assert (code, out.splitlines()) == (0, [f"+ /{name}" for name in NAMES])
    assert discord.commands == {}

    await sync()
    code, out, _ = await sync("--diff")
    assert (code, out) == (0, "Nothing would change.\n")

    theirs = {command["name"]: command for command in discord.commands["global"]}
    theirs["film"]["description"] = "Something else"
    theirs["cast"]["options"][0]["autocomplete"] = False
    stale: Json = {**theirs["help"], "name": "trivia"}
    discord.commands["global"] = [c for name, c in theirs.items() if name != "winner"] + [stale]
    code, out, _ = await sync("--diff")
    assert out.splitlines() == [
        "~ /cast (options)",
        "~ /film (description)",
        "- /trivia",
        "+ /winner",
    ]
    assert not [call for call in discord.calls[-1:] if call.startswith("PUT")]


async def test_a_server_without_the_bot_is_told_of(discord: FakeDiscord, sync: Sync) -> None:
    for arguments in (["--guild", "1"], ["--guild", "1", "--diff"]):
        code, out, err = await sync(*arguments)
        assert (code, out) == (2, "")
        assert "Missing Access" in err
        assert "Is the bot in that server?" in err
        assert "Traceback" not in err


async def test_a_refused_token_is_one_clear_message(discord: FakeDiscord, sync: Sync) -> None:
    discord.at_login = "401"
    code, _, err = await sync()
    assert code == 2
    assert "Discord refuses this DISCORD_TOKEN." in err
    assert f"PUT /applications/{APPLICATION}/commands" not in discord.calls
