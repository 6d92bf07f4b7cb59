"""`bot play`: the real bot and a page in the browser, without token or network."""

import asyncio
import logging
import os
import signal
import socket
from collections.abc import Iterator
from pathlib import Path

import aiohttp
import pytest
import structlog

from bot.errors import ConfigurationError
from bot.play import play
from bot.settings import Settings


@pytest.fixture(autouse=True)
def logs_as_before() -> Iterator[None]:
    """Undo what the bot changed of the logs of this process."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()


@pytest.fixture
def settings(settings: Settings, build: Path) -> Settings:
    return settings.model_copy(update={"moderator_guild_ids": (), "shard_count": None})


async def _first_line(capsys: pytest.CaptureFixture[str]) -> str:
    text = ""
    async with asyncio.timeout(20):
        while "\n" not in text:
            await asyncio.sleep(0.05)
            text += capsys.readouterr().out
    return text.splitlines()[0]


async def test_its_first_line_is_the_page_and_ctrl_c_ends_it(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    playing = asyncio.create_task(play(settings, port=0, browser=False))
    address = await _first_line(capsys)
    assert address.startswith("http://127.0.0.1:")
    async with aiohttp.ClientSession() as session, session.get(address) as page:
        assert page.status == 200
        assert "<html" in await page.text()
    os.kill(os.getpid(), signal.SIGINT)
    async with asyncio.timeout(10):
        assert await playing == 0


async def test_a_port_in_use_is_one_clear_message(settings: Settings) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(ConfigurationError, match="Try another one with --port"):
            await play(settings, port=taken.getsockname()[1], browser=False)
