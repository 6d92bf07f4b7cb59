"""Logs: readable on a terminal, or JSON, one line an event; never the token."""

import json
import logging
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from itertools import chain
from typing import Any

import structlog

_HIDDEN = "[secret]"


def configure_logs(format: str, level: str, secrets: Iterable[str] = ()) -> None:
    """Send all logs, discord.py's too, to standard error.

    format: "text" or "json". level: "debug", "info", "warning" or "error".
    secrets: texts that are replaced wherever they would appear.
    """
    least: int = logging.getLevelNamesMapping()[level.upper()]
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    line = [structlog.processors.format_exc_info, _renderer(format), _hiding(secrets)]
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[*shared, structlog.stdlib.ExtraAdder()],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *line],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(least)
    logging.getLogger("discord").setLevel(max(logging.INFO, least))
    logging.getLogger("aiosqlite").setLevel(logging.WARNING)
    structlog.configure(
        processors=[*shared, *line],
        logger_factory=lambda name: _Lines(name, handler),
        wrapper_class=structlog.make_filtering_bound_logger(least),
        cache_logger_on_first_use=False,
    )


class _Lines:
    """Writes the lines of one module where `logging` writes those of the libraries.

    Making a record of `logging` for each of our own would cost as much as the rest of the line.
    """

    def __init__(self, name: str, handler: logging.StreamHandler[Any]) -> None:
        self.name = name
        self._handler = handler

    def msg(self, line: str) -> None:
        """Write a line. Where that fails, as on a full disk, what it tells of goes on."""
        self._handler.acquire()
        try:
            with suppress(OSError, ValueError):
                self._handler.stream.write(f"{line}\n")
                self._handler.flush()
        finally:
            self._handler.release()

    debug = info = warning = error = critical = msg


def _renderer(format: str) -> Any:
    if format == "json":
        return structlog.processors.JSONRenderer()
    return structlog.dev.ConsoleRenderer(
        colors=sys.stderr.isatty(),
        exception_formatter=structlog.dev.plain_traceback,
        pad_event_to=28,
    )


def _hiding(secrets: Iterable[str]) -> Callable[[Any, str, str], str]:
    # A line may hold a secret as it is, quoted, or in JSON; Discord's token is the same in each.
    spellings = [(s, repr(s)[1:-1], json.dumps(s)[1:-1]) for s in secrets if s]
    hidden = list(dict.fromkeys(chain.from_iterable(spellings)))

    def hide(_logger: Any, _method: str, line: str) -> str:
        for secret in hidden:
            line = line.replace(secret, _HIDDEN)
        return line

    return hide
