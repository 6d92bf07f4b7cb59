"""People told by what they made: "the director of Titanic", "Parasite's director"."""

from collections.abc import Sequence

from bot.ask import lexicon
from bot.ask.choose import film_meant
from bot.ask.frame import Frame
from bot.ask.query import Scope
from bot.ask.senses import Mention
from bot.ask.words import Word
from bot.cards.credits import names_of
from bot.names.fold import fold

_JOBS = {
    "director": ("Director", "directing"),
    "composer": ("Composer", "original-score"),
    "cinematographer": ("Cinematographer", "cinematography"),
}
"""Jobs that mostly one person has: as credits call them, and the award for them."""

_WHO = lexicon.words("who whos whom name")
_IS = lexicon.words("is was are were the did")


def with_names(frame: Frame) -> Sequence[Word]:
    """Return the words of a question, somebody told by a job put as the name.

    It is left as it is where that name is what is asked for: "who was the director of ...".
    """
    if not frame.has(lexicon.WIN, lexicon.NOMINATE, lexicon.AWARD) or frame.first_named("person"):
        return frame.words
    for mention in frame.mentions:
        span = _span(frame, mention)
        film = mention.sense("film")
        if span is None or film is None or _asked(frame, span):
            continue
        meant = film_meant(frame, film, Scope())
        if meant.id is None:
            continue
        job = next(text for text in frame.texts[span.start : span.stop] if text in _JOBS)
        people = _made_by(frame, meant.id, job)
        if len(people) == 1:
            name = [Word(text, text, text, capital=True) for text in fold(people[0]).split()]
            return (*frame.words[: span.start], *name, *frame.words[span.stop :])
    return frame.words


def _span(frame: Frame, mention: Mention) -> range | None:
    """Return the places of a job with its film, in either order."""
    texts, start, end = frame.texts, mention.start, mention.end
    if start > 1 and texts[start - 1] in ("of", "behind") and texts[start - 2] in _JOBS:
        return range(start - 2 - (texts[start - 3 : start - 2] == ("the",)), end)
    if texts[end : end + 1] and texts[end] in _JOBS:
        return range(start, end + 1)
    return None


def _asked(frame: Frame, span: range) -> bool:
    """Whether the name itself is asked for, or the word is part of an award's name."""
    place = span.start - 1
    while place >= 0 and frame.texts[place] in _IS:
        place -= 1
    awards = {at for c in frame.categories if c.sure for at in range(c.start, c.end)}
    return (place >= 0 and frame.texts[place] in _WHO) or not awards.isdisjoint(span)


def _made_by(frame: Frame, film_id: str, job: str) -> list[str]:
    credit, category = _JOBS[job]
    credits = frame.almanac.credits_by_film.get(film_id, ())
    people = [c.name for c in credits if c.role == credit]
    rows = [r for r in frame.almanac.by_film.get(film_id, ()) if r.category_id == category]
    return list(dict.fromkeys(people or [name for r in rows for name in names_of(r.nominees)]))
