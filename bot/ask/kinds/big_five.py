"""The big five: films that won picture, director, actor, actress and screenplay."""

from dataclasses import dataclass

from bot.ask import lexicon
from bot.ask.frame import Frame
from bot.ask.kinds.combination_query import CombinationQuery
from bot.ask.kinds.picks import pick_of
from bot.ask.query import Answer, Query, Scope
from bot.ask.times import after
from bot.cards import addresses
from bot.cards.card import Link
from bot.library import Shelf
from bot.store.almanac import Almanac
from bot.wording import listed

_FIVE = (
    ("best-picture",),
    ("directing",),
    ("actor-leading",),
    ("actress-leading",),
    ("original-screenplay", "adapted-screenplay"),
)
_NAMES = ("Best Picture", "Best Director", "Best Actor", "Best Actress", "a screenplay award")


@dataclass(frozen=True)
class BigFiveQuery:
    """Which of the five main awards a film won, or was nominated for where `won` is None.

    every: the categories of each of the five.
    """

    film_id: str
    every: tuple[frozenset[str], ...]
    won: bool | None

    def told(self, almanac: Almanac) -> str:
        """Return how the question was understood."""
        verb = "won" if self.won else "was nominated for"
        return f"whether {almanac.films[self.film_id].title} {verb} the big five"

    def answer(self, shelf: Shelf) -> Answer:
        """Say yes or no, with what it won of them and what it did not."""
        almanac = shelf.almanac
        scope = Scope(films=frozenset((self.film_id,)), won=self.won)
        won, missed = [], []
        for categories, name in zip(self.every, _NAMES, strict=True):
            rows = scope.with_(categories=categories).select(almanac)
            won += [almanac.categories[rows[0].category_id].name] if rows else []
            missed += [] if rows else [name]
        title = almanac.films[self.film_id].title
        links = (Link(title, addresses.film(self.film_id)),)
        verb, base = ("won", "win") if self.won else ("was nominated for", "get nominated for")
        if not missed:
            return Answer(f"Yes: {title} {verb} the big five: {listed(won)}.", links=links)
        some = f"it {verb} {listed(won)}, but not {listed(missed, 'or')}" if won else ""
        return Answer(
            f"No: {title} did not {base} the big five: {some or f'it {verb} none of them'}.",
            links=links,
        )


def parse(frame: Frame) -> Query | None:
    """Recognise "the big five", by a film or of all films."""
    if not frame.says(lexicon.BIG_FIVE) or frame.has(lexicon.DIRECT, lexicon.STAR, lexicon.PLAY):
        return None
    scope = frame.spotter.catalogue.category_scope
    every = tuple(frozenset(i for id_ in group for i in scope(id_)) for group in _FIVE)
    won = None if frame.has(lexicon.NOMINATE) and not frame.has(lexicon.WIN) else True
    period = frame.period
    film = frame.first_named("film")
    if film is not None:
        ceremony = frame.almanac.film_ceremony(film.ids[0])
        if ceremony is None or len(frame.mentions) > 1:
            return None
        if not frame.says(r"(?:since|after) <film>"):
            return BigFiveQuery(film.ids[0], every, won)
        period = after(ceremony.number, frame.almanac)
    elif frame.mentions:
        return None
    # "The first comedy" may not be the first of all; where all are told, it is among them.
    described = period is None and frame.has(lexicon.DESCRIPTION)
    return CombinationQuery(
        films=True,
        every=every,
        none=frozenset(),
        names=("the big five: picture, director, actor, actress and screenplay",),
        without=(),
        won=(won,) * len(every),
        period=period,
        pick=0 if described else pick_of(frame),
    )
