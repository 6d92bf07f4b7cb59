"""An answer is tried once more where the connection failed, and only where somebody waits."""

from collections.abc import Awaitable, Callable
from types import SimpleNamespace
from typing import Any

import aiohttp
import discord
import pytest

from bot.ui.replies import once_more


def _refusal(status: int, code: int = 0) -> discord.HTTPException:
    answer: Any = SimpleNamespace(status=status, reason="No")
    kind = discord.DiscordServerError if status >= 500 else discord.HTTPException
    return kind(answer, {"code": code, "message": "no"})


def _failing(*errors: Exception) -> tuple[Callable[[], Awaitable[str]], list[str]]:
    """Return a call that fails in these ways first, and the list of its calls."""
    left, calls = list(errors), list[str]()

    async def call() -> str:
        calls.append("call")
        if left:
            raise left.pop(0)
        return "sent"

    return call, calls


@pytest.mark.parametrize(
    "error",
    [
        ConnectionResetError(104, "Connection reset by peer"),
        aiohttp.ServerDisconnectedError(),
        aiohttp.ClientOSError(104, "Connection reset by peer"),
        _refusal(500),
        _refusal(503),
    ],
)
async def test_a_failure_of_the_connection_is_tried_once_more(error: Exception) -> None:
    call, calls = _failing(error)
    assert await once_more(call) == "sent"
    assert len(calls) == 2


async def test_a_second_failure_is_raised() -> None:
    call, calls = _failing(ConnectionResetError(), ConnectionResetError())
    with pytest.raises(ConnectionResetError):
        await once_more(call)
    assert len(calls) == 2


@pytest.mark.parametrize("error", [_refusal(400), _refusal(403), _refusal(429), ValueError()])
async def test_what_would_fail_again_is_not_tried_again(error: Exception) -> None:
    call, calls = _failing(error)
    with pytest.raises(type(error)):
        await once_more(call)
    assert len(calls) == 1


async def test_an_answer_that_had_arrived_after_all_is_enough() -> None:
    call, _ = _failing(ConnectionResetError(), _refusal(400, code=40060))
    assert await once_more(call) is None


async def test_nothing_is_tried_when_nobody_waits_any_more(monkeypatch: pytest.MonkeyPatch) -> None:
    # As after the five tries of discord.py, which take 25 seconds.
    monkeypatch.setattr("bot.ui.replies.RETRY_WITHIN_SECONDS", -1)
    call, calls = _failing(_refusal(500))
    with pytest.raises(discord.DiscordServerError):
        await once_more(call)
    assert len(calls) == 1
