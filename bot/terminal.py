"""Questions from the terminal: one, or one a line. Only the build of the data is opened."""

import asyncio
import json
import time
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import TextIO

import structlog

from bot.ask.engine import ask
from bot.ask.query import Answer
from bot.curation import Curator
from bot.errors import ServiceError
from bot.library import Shelf, read_shelf
from bot.settings import Settings

_log = structlog.get_logger(__name__)


async def read_build(settings: Settings) -> Shelf:
    """Return the build to answer from, made first if need be.

    Raises DataRejectedError, SourceError or StoreError where there is none.
    """
    curator = Curator(settings.data_source, settings.database_path)
    return await asyncio.to_thread(read_shelf, await curator.first_build())


def ask_once(shelf: Shelf, question: str, out: TextIO) -> None:
    """Print the answer to a question and how it was understood."""
    answer = ask(question, shelf, _today())
    _write(out, f"{answer.text()}\n\nRead as: {answer.reading}\n")


def ask_lines(shelf: Shelf, lines: Iterable[bytes], out: TextIO) -> None:
    """Print a JSON object for each line, as soon as it is read; whatever a line holds.

    Returns early where nobody reads on.
    """
    for line in lines:
        question = line.decode("utf-8", errors="replace").rstrip("\r\n")
        started = time.perf_counter()
        answer = _answer(question, shelf)
        seconds = round(time.perf_counter() - started, 6)
        told = {
            "question": question,
            "answered": answer.answered,
            "text": answer.text(),
            "reading": answer.reading,
            "seconds": seconds,
        }
        try:
            _write(out, f"{json.dumps(told)}\n")
        except BrokenPipeError:
            return


def _answer(question: str, shelf: Shelf) -> Answer:
    try:
        return ask(question, shelf, _today())
    except Exception:  # noqa: BLE001  (one question must not keep the next from its answer)
        _log.exception("failure", question=question)
        return Answer(ServiceError().for_asker(), answered=False, reading="nothing")


def _today() -> date:
    return datetime.now(UTC).date()


def _write(out: TextIO, text: str) -> None:
    """Write and flush; half of a pair of surrogates, as a terminal may give, has no UTF-8."""
    out.write(text.encode("utf-8", errors="replace").decode("utf-8"))
    out.flush()
