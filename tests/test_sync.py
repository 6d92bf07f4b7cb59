"""`bot sync`: the commands are told to Discord, everywhere or in one server, or only compared."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.errors import ConfigurationError
from bot.run import sync_commands
from bot.settings import Settings
from tests.fake_discord import APPLICATION, GUILD, TOKEN, FakeDiscord, Json
from tests.processes import started

Sync = Callable[..., Awaitable[str]]

SLASH = "/about /ask /cast /category /ceremony /data /film /help /nominees /person /winner".split()
NAMES = [*SLASH, "Fact-check with Statuette"]


def _told(discord: FakeDiscord, where: str) -> list[str]:
    """Return the names of the commands that Discord has, a slash before the slash commands."""
    slash = {1: "/"}
    return sorted(
        slash.get(command.get("type", 1), "") + command["name"]
        for command in discord.commands[where]
    )


@pytest.fixture
async def discord(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[FakeDiscord]:
    # What the bot changes in discord.py is put back afterwards.
    monkeypatch.setattr(Route, "BASE", Route.BASE)
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", DiscordWebSocket.DEFAULT_GATEWAY)
    async with FakeDiscord().running() as discord:
        yield discord


@pytest.fixture
def sync(
    discord: FakeDiscord, folder: Path, database: Path, capsys: pytest.CaptureFixture[str]
) -> Sync:
    """Does what `bot sync` does, and returns what it prints."""
    settings = Settings(
        _env_file=None,
        discord_api_url=discord.url,
        data_source=str(folder),
        database_path=database,
    )

    async def sync(*, guild_id: int | None = None, diff: bool = False) -> str:
        assert await sync_commands(settings, TOKEN, guild_id=guild_id, diff=diff) == 0
        return capsys.readouterr().out

    return sync


async def test_all_commands_are_told_everywhere_or_in_one_server(
    discord: FakeDiscord, sync: Sync
) -> None:
    assert f"Discord has {len(NAMES)} commands of {len(NAMES)} now.\n" in await sync()
    assert _told(discord, "global") == sorted(NAMES)
    await sync(guild_id=int(GUILD))
    assert _told(discord, GUILD) == sorted(NAMES)
    assert await sync(guild_id=int(GUILD), diff=True) == "Nothing would change.\n"
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
    assert (await sync(diff=True)).splitlines() == [f"+ {name}" for name in NAMES]
    assert discord.commands == {}
    await sync()
    assert await sync(diff=True) == "Nothing would change.\n"

    theirs = {command["name"]: command for command in discord.commands["global"]}
    theirs["film"]["description"] = "Something else"
    theirs["cast"]["options"][0]["autocomplete"] = False
    stale: Json = {**theirs["help"], "name": "trivia"}
    discord.commands["global"] = [c for name, c in theirs.items() if name != "winner"] + [stale]
    assert (await sync(diff=True)).splitlines() == [
        "~ /cast (options)",
        "~ /film (description)",
        "- /trivia",
        "+ /winner",
    ]
    assert [call for call in discord.calls if call.startswith("PUT")] == [
        f"PUT /applications/{APPLICATION}/commands"
    ]


@pytest.mark.parametrize("diff", [False, True])
async def test_a_server_without_the_bot_is_told_of(diff: bool, sync: Sync) -> None:
    with pytest.raises(ConfigurationError) as refused:
        await sync(guild_id=1, diff=diff)
    assert "Missing Access" in str(refused.value)
    assert str(refused.value).endswith("Is the bot in that server?")


async def test_a_refused_token_is_one_clear_message(discord: FakeDiscord, sync: Sync) -> None:
    discord.at_login = "401"
    with pytest.raises(ConfigurationError, match="Discord refuses this DISCORD_TOKEN"):
        await sync()
    assert f"PUT /applications/{APPLICATION}/commands" not in discord.calls


async def test_a_sync_at_the_start_that_fails_does_not_stop_the_bot(
    discord: FakeDiscord, folder: Path, database: Path, tmp_path: Path
) -> None:
    discord.refuses_commands = True
    settings = {"discord_api_url": discord.url, "data_source": folder, "database_path": database}
    async with started(cwd=tmp_path, **settings) as bot:
        assert "Missing Access" in await bot.logged("commands could not be synced")
        await discord.identified.get()
        assert (await bot.stopped())[0] == 0
    assert not database.with_name("awards-commands.json").exists(), "so it is tried again"


async def test_the_command_line_says_the_same(
    discord: FakeDiscord, folder: Path, database: Path, tmp_path: Path
) -> None:
    settings = {"discord_api_url": discord.url, "data_source": folder, "database_path": database}
    async with started("sync", "--guild", GUILD, "--diff", cwd=tmp_path, **settings) as bot:
        code, out, err = await bot.ended()
    assert (code, out.splitlines()) == (0, [f"+ {name}" for name in NAMES])
    assert TOKEN not in err
