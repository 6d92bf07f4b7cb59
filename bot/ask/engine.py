"""Questions in, answers out: takes a question apart, finds its kind, answers from the record."""

from dataclasses import replace
from datetime import date

from bot.ask import lexicon
from bot.ask.frame import Frame
from bot.ask.kinds import refusals
from bot.ask.order import KINDS
from bot.ask.query import Answer, Decline, Query
from bot.ask.reading import frame_of, shorter
from bot.library import Shelf
from bot.wording import listed


def ask(question: str, shelf: Shelf, today: date) -> Answer:
    """Answer a question from one build of the data, or decline it.

    today: to know what "last year" means.
    """
    return answer_to(frame_of(question, shelf.spotter, today), shelf)


def answer_to(frame: Frame, shelf: Shelf) -> Answer:
    """Answer a question that has been taken apart."""
    query = query_of(frame)
    return replace(query.answer(shelf), reading=query.told(shelf.almanac))


def query_of(frame: Frame) -> Query:
    """Return what a question asks, as the first kind reads it that accounts for every cue.

    Where none does, a clause may only describe: the question is read without it. Where kinds
    recognise it but pass over a cue, it is not understood, and so declined.
    """
    query = _read(frame)
    if isinstance(query, Decline) and query.puzzled:
        others = (_read(left) for left in shorter(frame))
        return next((other for other in others if not isinstance(other, Decline)), query)
    return query


def _read(frame: Frame) -> Query:
    unexplained: frozenset[str] = frozenset()
    for kind in KINDS:
        query = kind.parse(frame)
        if query is None:
            continue
        left = frame.cues - kind.explains
        if not left or isinstance(query, Decline):
            return query
        unexplained = unexplained or left
    if unexplained:
        typed = sorted(unexplained - {lexicon.FIGURE})
        if lexicon.FIGURE in unexplained:
            typed = [text for text in frame.free if text.isdigit()] + typed
        quoted = listed([f"“{word}”" for word in typed[:3]])
        return Decline(
            f"I don't understand what {quoted} asks for here.",
            refusals.EXAMPLES,
            f"something on the awards, but not {quoted}",
            puzzled=True,
        )
    return refusals.parse_last(frame)
