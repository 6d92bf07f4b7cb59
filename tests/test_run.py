"""`bot` as a whole: a process that connects, answers, and stops when it is told to."""

import asyncio
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest

from tests.fake_discord import APPLICATION, TOKEN, FakeDiscord
from tests.processes import BotProcess, started

Start = Callable[..., AbstractAsyncContextManager[BotProcess]]


@pytest.fixture
async def discord() -> AsyncIterator[FakeDiscord]:
    async with FakeDiscord().running() as discord:
        yield discord


@pytest.fixture
def start(discord: FakeDiscord, folder: Path, database: Path, tmp_path: Path) -> Start:
    """Starts the bot on the small package, its Discord being the fake one."""

    def start(*arguments: str, **settings: object) -> AbstractAsyncContextManager[BotProcess]:
        given = {
            "discord_api_url": discord.url,
            "data_source": folder,
            "database_path": database,
            "log_level": "debug",
        }
        return started(*arguments, cwd=tmp_path, **given | settings)

    return start


async def test_it_connects_answers_and_stops_within_two_seconds(
    discord: FakeDiscord, start: Start
) -> None:
    async with start() as bot:
        identify = await discord.identified.get()
        assert identify["intents"] == 1 << 0 | 1 << 9 | 1 << 12, "none of them is privileged"
        await discord.interact("winner", category="best-picture", ceremony="97")
        answer = await discord.answers.get()
        code, out, err = await bot.stopped()
    assert "Anora" in str(answer["data"]["embeds"])
    assert answer["data"]["allowed_mentions"] == {"parse": []}
    assert (code, out) == (0, "")
    assert "Traceback" not in err
    assert TOKEN not in err
    assert "a-token-of-this-interaction" not in err
    assert discord.unknown == []
    assert discord.calls[:5] == [
        "GET /users/@me",
        "GET /oauth2/applications/@me",
        "GET /gateway/bot",
        f"PUT /applications/{APPLICATION}/commands",
        "GET /gateway",
    ]


async def test_commands_are_told_once_and_again_only_when_they_change(
    discord: FakeDiscord, start: Start, database: Path
) -> None:
    put = f"PUT /applications/{APPLICATION}/commands"
    for expected in (1, 1):
        async with start() as bot:
            await discord.identified.get()
            await bot.stopped()
        assert discord.calls.count(put) == expected
    database.with_name("awards-commands.json").write_text("{damaged")
    async with start() as bot:
        await discord.identified.get()
        await bot.stopped()
    assert discord.calls.count(put) == 2


async def test_another_process_of_several_tells_no_commands(
    discord: FakeDiscord, start: Start
) -> None:
    async with start(shard_count=2, shard_ids="1") as bot:
        identify = await discord.identified.get()
        assert identify["shard"] == [1, 2]
        await bot.stopped()
    assert not [call for call in discord.calls if call.startswith("PUT")]


@pytest.mark.parametrize("failure", ["reset", "503"])
async def test_an_answer_that_was_cut_off_is_sent_once_more(
    failure: str, discord: FakeDiscord, start: Start
) -> None:
    async with start() as bot:
        await discord.identified.get()
        discord.failures = [failure]
        await discord.interact("winner", category="best-picture", ceremony="97")
        async with asyncio.timeout(3):
            answer = await discord.answers.get()
        await bot.stopped()
    assert "Anora" in str(answer["data"]["embeds"])


async def test_an_answer_that_arrived_though_the_connection_broke_is_no_failure(
    discord: FakeDiscord, start: Start
) -> None:
    async with start() as bot:
        await discord.identified.get()
        discord.failures = ["lost"]
        await discord.interact("winner", category="best-picture", ceremony="97")
        await bot.logged("answered")
        _, _, err = await bot.stopped()
    assert discord.answers.qsize() == 1
    assert "failure" not in err


async def test_a_token_that_discord_refuses_is_one_clear_message(
    discord: FakeDiscord, start: Start
) -> None:
    async with start(discord_token="not-the-token") as bot:
        code, out, err = await bot.ended()
    assert (code, out) == (2, "")
    assert "Discord refuses this DISCORD_TOKEN." in err
    assert "Reset Token" in err
    assert "Traceback" not in err
    assert "not-the-token" not in err


async def test_a_token_that_the_gateway_refuses_is_one_clear_message(
    discord: FakeDiscord, start: Start
) -> None:
    discord.close_code = 4004
    async with start() as bot:
        code, _, err = await bot.ended()
    assert code == 2
    assert "Discord refuses this DISCORD_TOKEN." in err
    assert "Traceback" not in err


async def test_a_connection_that_discord_closes_for_good_ends_the_bot_with_the_code(
    discord: FakeDiscord, start: Start
) -> None:
    discord.close_code = 4012
    async with start() as bot:
        code, _, err = await bot.ended()
    assert code == 2
    assert "Discord closed the connection for good (code 4012)" in err
    assert "Traceback" not in err


async def test_a_discord_that_cannot_be_reached_is_one_clear_message(start: Start) -> None:
    async with start(discord_api_url="http://127.0.0.1:9/api/v10") as bot:
        code, _, err = await bot.ended()
    assert code == 2
    assert "Discord cannot be reached: " in err
    assert "Traceback" not in err


@pytest.mark.parametrize("status", ["403", "404"])
async def test_a_discord_that_answers_otherwise_is_one_clear_message(
    status: str, discord: FakeDiscord, start: Start
) -> None:
    discord.at_login = status
    async with start() as bot:
        code, _, err = await bot.ended()
    assert code == 2
    assert f"Discord answers {status}" in err
    assert "Traceback" not in err


async def test_it_stops_while_it_logs_in(discord: FakeDiscord, start: Start) -> None:
    discord.at_login = "silence"
    async with start() as bot:
        await bot.logged("logging in")
        code, _, err = await bot.stopped()
    assert code == 0
    assert "Traceback" not in err


async def test_it_stops_while_it_builds(start: Start, database: Path) -> None:
    database.unlink()
    async with start(data_source=Path(__file__).parent.parent / "data") as bot:
        await bot.logged("building the database")
        code, _, err = await bot.stopped()
    assert code == 0
    assert "Traceback" not in err


async def test_it_stops_while_it_tries_to_connect_again(discord: FakeDiscord, start: Start) -> None:
    async with start() as bot:
        await discord.identified.get()
        await discord.drop()
        await bot.logged("Attempting a reconnect")
        code, _, _ = await bot.stopped()
    assert code == 0


async def test_it_stops_though_the_gateway_does_not_say_goodbye(
    discord: FakeDiscord, start: Start
) -> None:
    discord.closes = False
    async with start() as bot:
        await discord.identified.get()
        code, _, err = await bot.stopped()
    assert code == 0
    assert "Traceback" not in err


async def test_ctrl_c_stops_it_as_sigterm_does(discord: FakeDiscord, start: Start) -> None:
    async with start() as bot:
        await discord.identified.get()
        code, _, err = await bot.stopped(signal.SIGINT)
    assert code == 0
    assert "Traceback" not in err


async def test_broken_data_without_a_build_end_the_start_with_the_first_problem(
    discord: FakeDiscord, start: Start, folder: Path, tmp_path: Path
) -> None:
    (folder / "films.csv").write_text("id,title\n?,\n")
    async with start(database_path=tmp_path / "new" / "awards.db") as bot:
        code, _, err = await bot.ended()
    assert code == 2
    assert "The data has " in err
    assert "films.csv, row 2" in err
    assert "Traceback" not in err
    assert discord.calls == []
