"""Whole processes to measure: the bot as operators start it, and an empty one beside it."""

import asyncio
import os
import shutil
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.settings import ROOT, Settings
from tests.benchmarks.busy_discord import BusyDiscord
from tests.fake_discord import TOKEN

PATIENCE_SECONDS = 30.0
WHOLE_BOT = ("-m", "bot")
EMPTY_BOT = ("-m", "tests.benchmarks.empty_bot")


@dataclass(frozen=True, slots=True)
class Running:
    """A bot that is connected. started_seconds: from its start until it had answered."""

    discord: BusyDiscord
    process: int
    started_seconds: float


@asynccontextmanager
async def running(program: tuple[str, ...], build: Path) -> AsyncIterator[Running]:
    """Run one of the two programs; build: the database, made already."""
    ours = {name.upper() for name in Settings.model_fields}
    with tempfile.TemporaryDirectory() as folder:
        served = Path(shutil.copytree(build.parent, Path(folder) / "served")) / build.name
        async with BusyDiscord().running() as discord:
            environment = {name: value for name, value in os.environ.items() if name not in ours}
            environment |= {
                "DISCORD_TOKEN": TOKEN,
                "DISCORD_API_URL": discord.url,
                "DATABASE_PATH": str(served),
            }
            began = time.monotonic()
            process = await asyncio.create_subprocess_exec(
                sys.executable,
                *program,
                cwd=ROOT,
                env=environment,
                stdout=asyncio.subprocess.DEVNULL,
                stderr=asyncio.subprocess.DEVNULL,
            )
            try:
                async with asyncio.timeout(PATIENCE_SECONDS):
                    await discord.ready.wait()
                await discord.command("winner", {"category": "best-picture", "ceremony": "97"})
                yield Running(discord, process.pid, time.monotonic() - began)
            finally:
                if process.returncode is None:
                    process.terminate()
                await process.wait()
