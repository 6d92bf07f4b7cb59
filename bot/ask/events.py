"""Nights that are told by what happened on them: "the year Parasite won", "when Titanic swept"."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.ask import lexicon
from bot.ask.frame import Frame
from bot.ask.query import Scope
from bot.ask.senses import Mention
from bot.ask.words import Word
from bot.models import Nomination
from bot.names.fold import fold
from bot.wording import ordinal

_YEAR = lexicon.words("year night ceremony edition evening when")
_LINKS = lexicon.words("that when in which where after before the same as")
_NEIGHBOURS = {"before", "after"}
_WINNER = {"winner", "winners", "one"}
_NEXT_TO = {"last", "next", "first"}
_DONE = lexicon.WIN | lexicon.words("was were lost beat")
_AWARD = lexicon.AWARD | lexicon.words("the an it big")


@dataclass(frozen=True)
class _Event:
    """The words from `start` up to `end`, which tell a ceremony.

    category: the name of the one award that somebody won there, as far as it is meant too.
    """

    start: int
    end: int
    ceremony: int
    category: str = ""


def with_nights(frame: Frame) -> Sequence[Word]:
    """Return the words of a question, a night told by its winner put as its number."""
    event = _event(frame)
    if event is None:
        return frame.words
    number = ordinal(event.ceremony)
    # "who else was nominated when Jodie Foster won for The Accused": for what she won.
    told = [Word(text, text, text) for text in fold(event.category).split()]
    night = replace(frame.words[event.start], text=number, base=number, typed=number)
    show = Word("ceremony", "ceremony", "ceremony")
    before = frame.words[: event.start]
    if frame.texts[event.start] in _NEIGHBOURS:  # "the last winner before Parasite"
        before = tuple(word for word in before if word.text not in _NEXT_TO)
    return (*before, *told, night, show, *frame.words[event.end :])


def _event(frame: Frame) -> _Event | None:
    if frame.times:
        return None
    for mention in frame.mentions:
        film = mention.sense("film")
        its_night = frame.almanac.film_ceremony(film.ids[0]) if film else None
        if its_night and frame.texts[mention.end : mention.end + 1] == ("year",):
            return _Event(mention.start, mention.end + 1, its_night.number)  # "the Titanic year"
        start, end = _before(frame, mention.start), _after(frame, mention.end)
        if start is not None and end is None and _shift(frame.texts[start : mention.start]):
            end = mention.end  # "the year before Parasite"
        if start is None or end is None:
            continue
        if frame.texts[start] == "when" and not frame.has(
            lexicon.NOMINATE, lexicon.ELSE, lexicon.HOST
        ):
            continue
        rows = _won_there(frame, mention, frame.texts[mention.end : end])
        if not rows:
            continue
        ceremony = rows[0].ceremony + _shift(frame.texts[start : mention.start])
        if ceremony not in frame.almanac.by_ceremony:
            continue
        told = [c for c in frame.categories if c.sure and start <= c.start < end]
        if told and not any(c.sure for c in frame.categories if c not in told):
            # "the other nominees when Art Carney won Best Actor": the award is meant too.
            return _Event(start, told[0].start, ceremony) if end == told[-1].end else None
        asked = frame.has(lexicon.NOMINATE, lexicon.ELSE) and not any(
            c.sure for c in frame.categories
        )
        name = frame.almanac.categories[rows[0].category_id].name
        return _Event(start, end, ceremony, name if asked and len(rows) == 1 else "")
    return None


def _shift(texts: Sequence[str]) -> int:
    """Return how many ceremonies later is meant: 1 for "the year after Rocky won"."""
    return ("after" in texts) - ("before" in texts)


def _before(frame: Frame, at: int) -> int | None:
    """Return where "the year that", or "before" after a winner, begins before a name."""
    if at > 1 and frame.texts[at - 1] in _NEIGHBOURS and frame.texts[at - 2] in _WINNER:
        return at - 1
    place = at - 1
    while place >= 0 and frame.texts[place] in _LINKS:
        if frame.texts[place] == "when" and frame.texts[place - 1] not in _YEAR:
            break
        place -= 1
    if place < 0 or frame.texts[place] not in _YEAR:
        return None
    return place - 1 if place and frame.texts[place - 1] in ("the", "same") else place


def _after(frame: Frame, at: int) -> int | None:
    """Return where the verb after a name ends, with the award that it won."""
    if at >= len(frame.texts) or frame.texts[at] not in _DONE:
        return None
    end = at + 1
    films = {m.start: m.end for m in frame.mentions if m.sense("film")}
    categories = {place for c in frame.categories for place in range(c.start, c.end)}
    while end < len(frame.texts) and not frame.words[end].pause:
        if frame.texts[end] == "for" and end + 1 in films:
            return films[end + 1]
        if frame.texts[end] not in _AWARD and end not in categories:
            break
        end += 1
    return end


def _won_there(frame: Frame, mention: Mention, said: Sequence[str]) -> Sequence[Nomination]:
    """Return what something named won on the one night on which it did; nothing of several."""
    sense = mention.sense("film", "person")
    if sense is None:
        return ()
    ids = frozenset(sense.ids)
    scope = Scope(films=ids) if sense.kind == "film" else Scope(people=ids)
    won = True if not lexicon.WIN.isdisjoint(said) else None
    rows = scope.with_(won=won, competitive=True).select(frame.almanac)
    films = {i for m in frame.mentions for s in m.senses if s.kind == "film" for i in s.ids}
    if sense.kind == "person" and "for" in frame.texts[mention.end :]:
        rows = [row for row in rows if not films.isdisjoint(row.film_ids)] or rows
    neighbour = frame.texts[mention.start - 1] in _NEIGHBOURS
    sure = [category for category in frame.categories if category.sure]
    inside = {category.ids for category in sure if neighbour or category.start >= mention.end}
    wanted = {i for group in inside for i in group}
    rows = [row for row in rows if row.category_id in wanted] or rows
    return rows if len({row.ceremony for row in rows}) == 1 else ()
