"""Checks what a text says of the awards, sentence by sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import islice

from bot.ask import lexicon
from bot.ask.follow_up import ask_on
from bot.ask.frame import Frame
from bot.ask.query import Answer
from bot.ask.reading import frame_of
from bot.ask.topics import Topic, topic_of
from bot.library import Shelf

MOST_SENTENCES, MOST_CHECKED = 30, 8

_END = re.compile(r"(?<=[.!?…])[”\"')]*\s+|\n+")
_ABBREVIATED = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|st|jr|sr|vs|vol|no|[a-z])|^\d{1,2})\.$", re.IGNORECASE
)
_JOINTS = re.compile(r"[,;]?\s+(?:and|but|while|whereas)\s+|;\s+")
_OPENINGS = re.compile(r"^[\s>*•–—-]*(?:\d+[.)]\s+)?")
_SAYS = (
    lexicon.WIN
    | lexicon.NOMINATE
    | lexicon.LOSE
    | lexicon.BEAT
    | lexicon.HOST
    | lexicon.PRESENT
    | lexicon.PERFORM
    | lexicon.DIRECT
    | lexicon.WRITE
    | lexicon.COMPOSE
)
"""What is claimed of the awards is claimed with one of these words."""


class Verdict(Enum):
    """What the record says of a claim; TOLD: it says something, but not yes or no."""

    RIGHT = "right"
    WRONG = "wrong"
    TOLD = "told"


@dataclass(frozen=True, slots=True)
class Checked:
    """A sentence and what the record says of it."""

    sentence: str
    verdict: Verdict
    answer: Answer


def check(text: str, shelf: Shelf, today: date) -> list[Checked]:
    """Return the claims and questions of a text that the record can say something of.

    What is no claim on the awards is left out. A sentence may lean on the one before: "It won
    five". At most eight are returned, of the first thirty.
    """
    found: list[Checked] = []
    topic: Topic | None = None
    every = (clause for s in sentences(text) for clause in _clauses(s, shelf, today))
    for sentence in islice(every, MOST_SENTENCES):
        checked = _checked(sentence, topic, shelf, today)
        if checked is None:
            continue
        whole, said = checked
        topic = topic_of(whole, said.answer, shelf, today)
        found.append(said)
        if len(found) == MOST_CHECKED:
            break
    return found


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, without the marks of lists and quotations before them."""
    return list(_sentences(text))


def _sentences(text: str) -> Iterator[str]:
    before = ""
    for part in _END.split(text):
        sentence = _OPENINGS.sub("", f"{before} {part}").strip()
        if _ABBREVIATED.search(sentence):
            before = sentence
            continue
        before = ""
        if sentence:
            yield sentence
    if before:
        yield before


def _clauses(sentence: str, shelf: Shelf, today: date) -> Iterator[str]:
    """Part a sentence that makes two claims, so that neither passes for the other."""
    for joint in _JOINTS.finditer(sentence):
        parts = sentence[: joint.start()], sentence[joint.end() :]
        if all(_claims(frame_of(part, shelf.spotter, today)) for part in parts):
            yield parts[0]
            yield from _clauses(parts[1], shelf, today)
            return
    yield sentence


def _claims(frame: Frame) -> int:
    """Return how many words claim something of what a text names."""
    return sum(text in _SAYS for text in frame.free) if frame.mentions else 0


def _checked(
    sentence: str, topic: Topic | None, shelf: Shelf, today: date
) -> tuple[str, Checked] | None:
    """Return a sentence made whole, and what the record says; None where it says nothing."""
    frame = frame_of(sentence, shelf.spotter, today)
    if not sentence.endswith("?"):
        if frame.free_set.isdisjoint(_SAYS) or not (frame.named or topic):
            return None
        asked = ask_on(f"Is it true that {sentence.rstrip('.!…')}?", topic, shelf, today)
        verdict = _verdict(asked.answer)
        if verdict is Verdict.RIGHT and not _confirms_all(asked.answer, frame):
            verdict = Verdict.TOLD
        if verdict is not None:
            return asked.question, Checked(sentence, verdict, asked.answer)
    asked = ask_on(sentence, topic, shelf, today)
    if not asked.answer.answered:
        return None
    return asked.question, Checked(sentence, Verdict.TOLD, asked.answer)


def _confirms_all(answer: Answer, frame: Frame) -> bool:
    """Whether a "yes" is to all that a sentence says: one claim, and every number in it."""
    numbers = {
        int(text) if text.isdigit() else lexicon.NUMBERS[text]
        for text in frame.free
        if (text.isdigit() and len(text) < 4) or text in lexicon.NUMBERS
    }
    said = {int(number) for number in re.findall(r"\d+", answer.line)}
    return _claims(frame) < 2 and numbers - {1} <= said


def _verdict(answer: Answer) -> Verdict | None:
    if not answer.answered:
        return None
    if answer.line.startswith("Yes"):
        return Verdict.RIGHT
    return Verdict.WRONG if answer.line.startswith(("No:", "None", "Not ", "Nobody")) else None
