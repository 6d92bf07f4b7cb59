"""Words that stand for something said before: "it", "she", "that night"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.ask.frame import Frame

WOMAN, MAN = {"she", "her", "hers"}, {"he", "him", "his"}
SEVERAL = {"they", "them", "their", "theirs"}
_PEOPLE = WOMAN | MAN | SEVERAL
_OWNING = {"his", "their", "hers", "theirs", "its"}
_ENDS = set("win won beat for at in on to then too and or before after get best ever been".split())
"""What may follow "her" where it is not hers: "who beat her for", "did they give her best ..."."""
_AUXILIARIES = set("did does has had have was were is are do".split())
_NOUNS = set(
    "film films movie movies picture actor actors actress actresses director directors man woman "
    "person people anyone anybody someone somebody winner winners nominee nominees host everyone "
    "performer writer composer song songs".split()
)
_INSIDE = {"when", "while", "because", "after", "if", "although", "whose"}
_THING = re.compile(r"\b(?:(?:that|this) (?:film|movie|one)|its|it)\b")
_IDIOM = re.compile(r"it (?:true|right|correct|that|possible|called|say|mean|a|the)\b")
_NIGHT = re.compile(
    r"\b(?:that|the same|this same|that same) (?:year|night|ceremony|evening|show|edition)\b"
    r"|\bthen$|\b(?<!did )(?:that|this)$"
)


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun and where it stands: from `start` up to `end`.

    stands_for: "film", "person" or "ceremony". owning: whether it is followed by what is theirs.
    """

    start: int
    end: int
    text: str
    stands_for: str
    owning: bool = False


def pronouns_in(frame: Frame) -> list[Pronoun]:
    """Return the pronouns that lean on what was said before, in order.

    One that takes up a name or a noun of the question itself is none of them.
    """
    found = [*_people(frame), *_things(frame), *_nights(frame)]
    return sorted(found, key=lambda pronoun: pronoun.start)


def _people(frame: Frame) -> Iterator[Pronoun]:
    if frame.first_named("person"):
        return
    for at, text in enumerate(frame.texts):
        if text not in _PEOPLE or at in frame.named or _taken_up(frame, at):
            continue
        following = frame.texts[at + 1] if at + 1 < len(frame.texts) else "then"
        owning = text in _OWNING or (
            text == "her" and following not in _ENDS and at + 1 not in frame.named
        )
        asks_who = not {"who", "which"}.isdisjoint(frame.texts[:at])
        if asks_who and owning and frame.texts[at - 1] not in _AUXILIARIES:
            continue  # "who thanked her mother"
        yield Pronoun(at, at + 1, text, "person", owning)


def _things(frame: Frame) -> Iterator[Pronoun]:
    if frame.first_named("film", "song"):
        return
    for pronoun in _spans(frame, _THING, "film"):
        idiom = _IDIOM.match(" ".join(frame.texts[pronoun.start :]))
        cleft = frame.texts[pronoun.end - 1] == "it" and pronoun.end in frame.named
        if not idiom and not cleft and not _taken_up(frame, pronoun.start):
            yield pronoun


def _nights(frame: Frame) -> Iterator[Pronoun]:
    if not frame.times:
        yield from _spans(frame, _NIGHT, "ceremony")


def _spans(frame: Frame, pattern: re.Pattern[str], stands_for: str) -> Iterator[Pronoun]:
    for found in pattern.finditer(frame.text):
        start = frame.text[: found.start()].count(" ")
        end = start + found[0].count(" ") + 1
        if frame.named.isdisjoint(range(start, end)):
            yield Pronoun(start, end, found[0], stands_for, found[0] == "its")


def _taken_up(frame: Frame, at: int) -> bool:
    """Whether the question itself has what a pronoun stands for, before it."""
    before = frame.texts[:at]
    named = any(category.sure and category.end <= at for category in frame.categories)
    return named or not _NOUNS.isdisjoint(before) or not _INSIDE.isdisjoint(before[1:])
