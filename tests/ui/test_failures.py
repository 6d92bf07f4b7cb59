"""The one place that puts an error into words."""

from types import SimpleNamespace
from typing import Any

import discord
import pytest
import structlog
from discord import app_commands

from bot.cards.card import Tone
from bot.errors import (
    AskerError,
    BadInputError,
    BotError,
    ConfigurationError,
    DataRejectedError,
    ImportRejectedError,
    NoCeremonyError,
    NotAllowedError,
    NotYetHeldError,
    ServiceError,
    SourceError,
    StoreError,
    TooFastError,
    UnknownNameError,
)
from bot.ui.failures import failure_card, nobody_waits
from tests.cards.reading import lines

ERRORS: list[BotError] = [
    AskerError("Please wait."),
    UnknownNameError("x", "film"),
    UnknownNameError("x", "film", ["Up", "Us", "Io"]),
    NoCeremonyError("1933", "No ceremony was held in 1933."),
    NotYetHeldError("It is still to come."),
    NotAllowedError("That is for others."),
    BadInputError("That is too long."),
    TooFastError("Please wait ten seconds."),
    ServiceError("secret detail"),
    StoreError("a query failed: no such table: nomination"),
    SourceError("secret detail"),
    DataRejectedError(["row 1 is wrong"]),
    ImportRejectedError("secret detail"),
    ConfigurationError("secret detail"),
]


@pytest.fixture(autouse=True)
def logged() -> Any:
    with structlog.testing.capture_logs() as records:
        yield records


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_an_error_is_a_heading_and_a_plain_sentence(error: BotError, logged: Any) -> None:
    card = failure_card(error, command="winner")
    heading, sentence, *rest = lines(card)
    assert heading
    assert sentence.endswith((".", "?"))
    assert card.tone is Tone.NOTICE
    (record,) = logged
    assert record["command"] == "winner"
    if isinstance(error, AskerError):
        assert sentence == error.for_asker()
        assert rest == []
        assert record["log_level"] == "info"
    else:
        # What failed is for the log; the asker gets what to look for there.
        assert str(error) not in sentence
        assert rest[-1] == f"Reference {record['reference']}"
        assert record["log_level"] == "error"


def test_every_kind_of_error_is_tried_here() -> None:
    def kinds(kind: type[BotError]) -> set[type[BotError]]:
        return {kind} | {below for sub in kind.__subclasses__() for below in kinds(sub)}

    assert kinds(BotError) - {BotError} == {type(error) for error in ERRORS}


def test_a_check_of_discord_py_is_refused_without_a_reference() -> None:
    assert lines(failure_card(app_commands.CheckFailure("no"))) == [
        "I can't do that",
        "I can't do that here.",
    ]


def test_only_an_interaction_that_is_gone_has_nobody_waiting() -> None:
    answer: Any = SimpleNamespace(status=404, reason="Not Found")
    gone = discord.NotFound(answer, {"code": 10062, "message": "Unknown interaction"})
    other = discord.NotFound(answer, {"code": 10008, "message": "Unknown Message"})
    assert nobody_waits(gone)
    assert not nobody_waits(other)
    assert not nobody_waits(StoreError("x"))


@pytest.mark.parametrize(
    ("nearest", "asked"),
    [
        ([], "Try the name as the credits spell it."),
        (["Up"], "Did you mean “Up”?"),
        (["Up", "Us"], "Did you mean “Up” or “Us”?"),
        (["Up", "Us", "Io"], "Did you mean “Up”, “Us” or “Io”?"),
    ],
)
def test_an_unknown_name_offers_up_to_three(nearest: list[str], asked: str) -> None:
    error = UnknownNameError("xx", "film", nearest)
    assert error.for_asker() == f"I know no film called “xx”. {asked}"


def test_a_long_unknown_name_is_cut() -> None:
    assert "“" + "x" * 59 + "…”" in UnknownNameError("x" * 200, "film").for_asker()
