"""Logs: readable on a terminal, or JSON, one line an event; never the token."""

import logging
import sys
from collections.abc import Iterable, MutableMapping
from typing import Any

import structlog

_HIDDEN = "[secret]"


def configure_logs(format: str, level: str, secrets: Iterable[str] = ()) -> None:
    """Send all logs, discord.py's too, to standard error.

    format: "text" or "json". level: "debug", "info", "warning" or "error".
    secrets: texts that are replaced wherever they would appear.
    """
    hide = _hiding(tuple(secret for secret in secrets if secret))
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.stdlib.ExtraAdder(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    if format == "json":
        last = [structlog.processors.format_exc_info, hide, structlog.processors.JSONRenderer()]
    else:
        plain = structlog.dev.plain_traceback
        renderer = structlog.dev.ConsoleRenderer(
            colors=sys.stderr.isatty(), exception_formatter=plain, pad_event_to=28
        )
        last = [structlog.processors.format_exc_info, hide, renderer]
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *last],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    logging.getLogger("discord").setLevel(max(logging.INFO, root.level))
    logging.getLogger("aiosqlite").setLevel(logging.WARNING)
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )


def _hiding(secrets: tuple[str, ...]) -> Any:
    def hide(
        _logger: Any, _method: str, event: MutableMapping[str, Any]
    ) -> MutableMapping[str, Any]:
        for name, value in event.items():
            text = value if isinstance(value, str) else repr(value)
            if any(secret in text for secret in secrets):
                for secret in secrets:
                    text = text.replace(secret, _HIDDEN)
                event[name] = text
        return event

    return hide
