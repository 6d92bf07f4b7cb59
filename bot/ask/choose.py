"""Chooses which of several namesakes a question means: the one that fits what it asks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.ask.frame import Frame
from bot.ask.query import Decline, Scope
from bot.ask.senses import Sense
from bot.cards import addresses
from bot.cards.card import Link
from bot.names.index import NameIndex

CLEARLY_BETTER_KNOWN = 2.5
MOST_CHOICES = 6


@dataclass(frozen=True, slots=True)
class Chosen:
    """The thing meant, or several that are all as likely. `guessed`: the name was mended."""

    ids: tuple[str, ...]
    guessed: bool

    @property
    def id(self) -> str | None:
        """The one thing meant; None where there are several."""
        return self.ids[0] if len(self.ids) == 1 else None


def chosen(frame: Frame, sense: Sense, fits: Callable[[str], bool]) -> Chosen:
    """Return which of the things of one name is meant.

    fits: whether one of them has what the question asks. Of several that fit, the best known is
    meant if it is known far better than the next.
    """
    index = _index(frame, sense.kind)
    guessed = not sense.exact
    if len(sense.ids) == 1:
        return Chosen(sense.ids, guessed)
    fitting = [id_ for id_ in sense.ids if fits(id_)]
    pool = fitting or list(sense.ids)
    if len(pool) == 1:
        return Chosen((pool[0],), guessed)
    pool.sort(key=index.weight, reverse=True)
    if index.weight(pool[0]) >= CLEARLY_BETTER_KNOWN * index.weight(pool[1]):
        return Chosen((pool[0],), guessed)
    return Chosen(tuple(pool), guessed)


def film_meant(frame: Frame, sense: Sense, scope: Scope) -> Chosen:
    """Return the film meant: a year in the question, "original" or "remake" may tell."""
    almanac = frame.almanac
    picked = chosen(frame, sense, lambda id_: _near(frame, id_) or _in_field(frame, id_, scope))
    if picked.id is None and frame.free_set & {"original", "first", "old", "older", "originally"}:
        return Chosen((min(picked.ids, key=lambda i: _ceremony(frame, i)),), picked.guessed)
    if picked.id is None and frame.free_set & {
        "remake",
        "newest",
        "latest",
        "recent",
        "last",
        "new",
        "newer",
    }:
        return Chosen((max(picked.ids, key=lambda i: _ceremony(frame, i)),), picked.guessed)
    if picked.id is None:
        kept = tuple(i for i in picked.ids if scope.with_(films=frozenset((i,))).select(almanac))
        if kept and len(kept) < len(picked.ids):
            return chosen(frame, Sense("film", kept, sense.score, sense.exact), lambda _: True)
    return picked


def which_one(frame: Frame, sense: Sense, ids: Sequence[str]) -> Decline:
    """Ask which of several is meant."""
    catalogue = frame.spotter.catalogue
    if sense.kind == "film":
        links = [Link(catalogue.film_label(i), addresses.film(i)) for i in ids]
    else:
        links = [Link(catalogue.person_label(i), addresses.person(i)) for i in ids]
    names = "; ".join(link.label for link in links[:MOST_CHOICES])
    return Decline(
        f"Several are called that. Which one do you mean: {names}?",
        understood=f"one of several of that name: {names}",
        choices=tuple(links[:MOST_CHOICES]),
    )


def _index(frame: Frame, kind: str) -> NameIndex:
    catalogue = frame.spotter.catalogue
    return catalogue.films if kind == "film" else catalogue.people


def _ceremony(frame: Frame, film_id: str) -> int:
    ceremony = frame.almanac.film_ceremony(film_id)
    return ceremony.number if ceremony else 0


def _in_field(frame: Frame, film_id: str, scope: Scope) -> bool:
    """Whether a film was nominated in the categories asked about, where no time tells it."""
    if scope.categories is None or frame.times:
        return False
    held = Scope(categories=scope.categories, films=frozenset((film_id,)))
    return bool(held.select(frame.almanac))


def _near(frame: Frame, film_id: str) -> bool:
    """Whether a film is of a year that the question names, in either sense."""
    if not frame.times or frame.times[0].when.is_span:
        return False
    when = frame.times[0].when
    ceremony = frame.almanac.film_ceremony(film_id)
    if ceremony is None:
        return False
    if when.numbers:
        return ceremony.number in when.numbers
    return when.first in (*ceremony.film_years, ceremony.held_on.year)
