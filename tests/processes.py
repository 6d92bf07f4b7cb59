"""The bot as operators start it: a process of its own, with settings in its environment."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.settings import Settings
from tests.fake_discord import TOKEN

STOP_SECONDS = 2.0
PATIENCE_SECONDS = 30


class BotProcess:
    """`python -m bot ...`, under way."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    async def first_line(self) -> str:
        assert self._process.stdout is not None
        return (await self._process.stdout.readline()).decode().strip()

    async def logged(self, text: str) -> str:
        """Wait until a line of the log holds a text; return the line."""
        assert self._process.stderr is not None
        while line := (await self._process.stderr.readline()).decode():
            if text in line:
                return line
        raise AssertionError(f"the process ended without logging {text!r}")

    async def stopped(self, number: int = signal.SIGTERM) -> tuple[int, str, str]:
        """Tell it to stop, and return its exit code and output; it has two seconds."""
        self._process.send_signal(number)
        async with asyncio.timeout(STOP_SECONDS):
            return await self.ended()

    async def ended(self) -> tuple[int, str, str]:
        out, err = await self._process.communicate()
        return self._process.returncode or 0, out.decode(), err.decode()


@asynccontextmanager
async def started(*arguments: str, cwd: Path, **settings: object) -> AsyncIterator[BotProcess]:
    """Start the bot in a folder without .env; settings: what else its environment says."""
    given = {name.upper(): str(value) for name, value in settings.items()}
    ours = {name.upper() for name in Settings.model_fields}
    environment = {name: value for name, value in os.environ.items() if name not in ours}
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        *arguments,
        cwd=cwd,
        env=environment | {"DISCORD_TOKEN": TOKEN} | given,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            yield BotProcess(process)
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()
