"""Logs: readable or JSON, one line an event, and never a secret."""

import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from bot.logs import configure_logs

SECRET = "MTIz.a-secret.token"


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """Put the logging of the tests back."""
    names = ("", "discord", "aiosqlite")
    loggers = [logging.getLogger(name) for name in names]
    before = [(logger.level, logger.handlers[:]) for logger in loggers]
    yield
    for logger, (level, handlers) in zip(loggers, before, strict=True):
        logger.setLevel(level)
        logger.handlers[:] = handlers
    structlog.reset_defaults()
    structlog.contextvars.clear_contextvars()


def fail() -> None:
    raise ValueError(f"the address is https://example.org/{SECRET}")


def test_a_line_of_text_has_time_level_event_and_what_belongs_to_it(
    capfd: pytest.CaptureFixture[str],
) -> None:
    configure_logs("text", "info")
    structlog.get_logger("bot.client").info(
        "answered", command="winner", guild=42, milliseconds=3.1
    )
    out, err = capfd.readouterr()
    assert out == ""
    (line,) = err.splitlines()
    assert line[:10].count("-") == 2
    assert "[info     ] answered" in line
    for part in ("command=winner", "guild=42", "milliseconds=3.1", "[bot.client]"):
        assert part in line
    assert "\x1b" not in line, "no colours where it is not a terminal"


def test_a_line_of_json_is_one_object(capfd: pytest.CaptureFixture[str]) -> None:
    configure_logs("json", "info")
    structlog.get_logger("bot.client").info("answered", command="winner", guild=None)
    told = json.loads(capfd.readouterr().err)
    assert told.pop("timestamp").endswith("Z")
    assert told == {
        "event": "answered",
        "command": "winner",
        "guild": None,
        "level": "info",
        "logger": "bot.client",
    }


@pytest.mark.parametrize("format", ["text", "json"])
def test_a_library_logs_in_the_same_form(format: str, capfd: pytest.CaptureFixture[str]) -> None:
    configure_logs(format, "info")
    logging.getLogger("discord.gateway").warning("Shard ID %s is blocked", 3)
    (line,) = capfd.readouterr().err.splitlines()
    assert "Shard ID 3 is blocked" in line
    assert "discord.gateway" in line


@pytest.mark.parametrize("format", ["text", "json"])
def test_no_secret_is_ever_written(format: str, capfd: pytest.CaptureFixture[str]) -> None:
    configure_logs(format, "debug", [SECRET, ""])
    log = structlog.get_logger("bot")
    log.debug("token %s", SECRET, token=SECRET, nested={"headers": [f"Bot {SECRET}"]}, number=1)
    logging.getLogger("aiohttp").debug("header %s", SECRET)
    logging.getLogger("anybody").error("with a mapping", extra={"sent": {"key": SECRET}})
    with structlog.contextvars.bound_contextvars(bound=SECRET):
        log.info("bound")
    for write in (log.exception, logging.getLogger("discord.client").exception):
        try:
            fail()
        except ValueError:
            write("it failed")
    err = capfd.readouterr().err
    assert SECRET not in err
    assert err.count("[secret]") >= 7
    assert "ValueError: the address is https://example.org/[secret]" in err


@pytest.mark.parametrize("format", ["text", "json"])
def test_a_secret_with_odd_marks_is_not_written_in_any_spelling(
    format: str, capfd: pytest.CaptureFixture[str]
) -> None:
    odd = 'a "quoted" \\ sécret'
    configure_logs(format, "info", [odd])
    structlog.get_logger("bot").info("odd", token=odd, nested=[odd])
    err = capfd.readouterr().err
    assert "quoted" not in err
    assert err.count("[secret]") == 2


def test_a_log_that_cannot_be_written_harms_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr("sys.stderr", stream)
    configure_logs("text", "info")
    stream.close()
    structlog.get_logger("bot").info("answered")


@pytest.mark.parametrize("format", ["text", "json"])
def test_what_somebody_typed_cannot_begin_a_line_of_its_own(
    format: str, capfd: pytest.CaptureFixture[str]
) -> None:
    configure_logs(format, "info")
    typed = "film\n2026-01-01 [info] answered\x1b[2J\r"
    structlog.get_logger("bot").info("asker error", detail=typed)
    err = capfd.readouterr().err
    assert len(err.splitlines()) == 1
    assert "\x1b" not in err


@pytest.mark.parametrize(("level", "written"), [("debug", 4), ("warning", 2), ("error", 1)])
def test_the_least_level_counts(
    level: str, written: int, capfd: pytest.CaptureFixture[str]
) -> None:
    configure_logs("text", level)
    log = structlog.get_logger("bot")
    for name in ("debug", "info", "warning", "error"):
        getattr(log, name)("said")
    assert capfd.readouterr().err.count("said") == written


def test_discords_own_details_are_left_out_even_at_debug_level(
    capfd: pytest.CaptureFixture[str],
) -> None:
    configure_logs("text", "debug")
    logging.getLogger("discord.http").debug("POST with all its headers")
    logging.getLogger("aiosqlite").debug("executing")
    assert capfd.readouterr().err == ""


def test_configuring_twice_writes_each_line_once(capfd: pytest.CaptureFixture[str]) -> None:
    configure_logs("text", "info")
    configure_logs("text", "info")
    structlog.get_logger("bot").info("once")
    logging.getLogger("other").info("also once")
    assert len(capfd.readouterr().err.splitlines()) == 2
