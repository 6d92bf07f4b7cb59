"""Makes the card of an address: asks the store, hands the records to the cards.

Slash commands, buttons and menus all come here, so a card is the same whichever way one goes.
"""

import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from bot.cards import about, awards, categories, films, nights, people
from bot.cards.card import Card
from bot.errors import BadInputError, NotYetHeldError
from bot.library import Library, Shelf
from bot.models import Category, Ceremony
from bot.store.films import FilmStore
from bot.store.nights import NightStore
from bot.store.nominations import NominationStore
from bot.wording import day, ordinal

EARLIER_WINNERS = 3
KEPT_CARDS = 256
"""Most askers want the same few: a card made once is kept, some ten kilobytes each."""

_OLD_BUTTON = "That button is of an older version of me. Please ask again."

K = TypeVar("K")
V = TypeVar("V")


class Desk:
    """Answers addresses with cards. Each method raises StoreError where the store is down."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._kept: OrderedDict[str, Card] = OrderedDict()
        self._kept_of = library.shelf
        self._nominations = NominationStore(library.database)
        self._films = FilmStore(library.database)
        self._nights = NightStore(library.database)
        self._makers: dict[str, Callable[..., Awaitable[Card]]] = {
            "winner": self._winner,
            "nominees": self._nominees,
            "ceremony": self._ceremony,
            "category": self._category,
            "film": self._film,
            "cast": self._cast,
            "person": self._person,
            "help": self._help,
            "about": self._about,
        }

    async def card(self, address: str) -> Card:
        """Return the card at an address, as `bot/cards/addresses.py` writes it.

        Raises BadInputError for an address that leads nowhere, as one may after a reload.
        """
        while True:
            shelf = self._library.shelf
            if shelf is not self._kept_of:
                self._kept_of = shelf
                self._kept.clear()
            if address in self._kept:
                self._kept.move_to_end(address)
                return self._kept[address]
            try:
                card = await self._made(shelf, address)
            except KeyError:
                if shelf is self._library.shelf:
                    raise
                # Names of one build met rows of the next: a reload came in between. Once more.
            else:
                if shelf is self._library.shelf:
                    self._keep(address, card)
                return card

    def _made(self, shelf: Shelf, address: str) -> Awaitable[Card]:
        kind, *parts = address.split("/")
        try:
            return self._makers[kind](shelf, *parts)
        except (KeyError, TypeError) as error:
            raise BadInputError(_OLD_BUTTON) from error

    def _keep(self, address: str, card: Card) -> None:
        self._kept[address] = card
        if len(self._kept) > KEPT_CARDS:
            self._kept.popitem(last=False)

    async def query_ms(self) -> float:
        """Return how long the query of one category on one night takes, in milliseconds."""
        started = time.perf_counter()
        await self._nominations.awards(
            ["best-picture"], [self._library.shelf.almanac.latest.number]
        )
        return 1000 * (time.perf_counter() - started)

    def counts(self) -> dict[str, int]:
        """Return how many of each there are in the build that is served."""
        almanac = self._library.shelf.almanac
        return {
            "ceremonies": len(almanac.by_ceremony),
            "nominations": len(almanac.nominations),
            "wins": sum(row.won for row in almanac.nominations),
            "films": len(almanac.films),
            "people": sum(person.kind == "person" for person in almanac.people.values()),
            "cast and crew credits": len(almanac.credits),
        }

    async def _winner(self, shelf: Shelf, category_id: str, number: str) -> Card:
        category, ceremony, given = _award(shelf, category_id, number)
        if ceremony.number not in given:
            return _not_given(shelf, category, ceremony, given)
        earlier = [n for n in given if n < ceremony.number][-EARLIER_WINNERS:]
        scope = shelf.catalogue.category_scope(category_id)
        rows = await self._nominations.awards(
            scope, [*earlier, ceremony.number], losers_from=ceremony.number
        )
        before = [
            (shelf.almanac.ceremonies[n], [row for row in rows if row.ceremony == n])
            for n in reversed(earlier)
        ]
        return awards.winner_card(
            category,
            ceremony,
            [row for row in rows if row.ceremony == ceremony.number],
            before,
            _around(ceremony.number, given),
            shelf.almanac.categories,
        )

    async def _nominees(self, shelf: Shelf, category_id: str, number: str) -> Card:
        category, ceremony, given = _award(shelf, category_id, number)
        if ceremony.number not in given:
            return _not_given(shelf, category, ceremony, given)
        scope = shelf.catalogue.category_scope(category_id)
        rows = await self._nominations.awards(scope, [ceremony.number])
        around = _around(ceremony.number, given)
        return awards.nominees_card(category, ceremony, rows, around, shelf.almanac.categories)

    async def _ceremony(
        self, shelf: Shelf, number: str, part: str = "night", page: str = "1"
    ) -> Card:
        ceremony = _entry(shelf.almanac.ceremonies, _number(number))
        return nights.ceremony_card(
            ceremony,
            await self._nominations.at_ceremony(ceremony.number),
            await self._nights.appearances(ceremony.number),
            await self._nights.moments(ceremony.number),
            shelf.almanac.categories,
            part=part,
            page=_number(page),
            neighbours=_around(ceremony.number, list(shelf.almanac.ceremonies)),
        )

    async def _category(self, shelf: Shelf, category_id: str, page: str = "1") -> Card:
        category = _entry(shelf.almanac.categories, category_id)
        scope = shelf.catalogue.category_scope(category_id)
        rows = await self._nominations.of_categories(scope)
        return categories.category_card(
            category,
            rows,
            became(shelf, category),
            grew_out_of(shelf, category),
            shelf.almanac.people,
            shelf.almanac.ceremonies,
            shelf.almanac.categories,
            page=_number(page),
        )

    async def _film(self, shelf: Shelf, film_id: str, page: str = "1") -> Card:
        return films.film_card(
            _entry(shelf.almanac.films, film_id),
            await self._nominations.of_film(film_id),
            await self._films.credits(film_id),
            await self._films.facts(film_id),
            await self._films.season_awards(film_id),
            shelf.almanac.ceremonies,
            shelf.almanac.categories,
            page=_number(page),
        )

    async def _cast(self, shelf: Shelf, film_id: str) -> Card:
        return films.cast_card(
            _entry(shelf.almanac.films, film_id),
            await self._nominations.of_film(film_id),
            await self._films.credits(film_id),
            shelf.almanac.ceremonies,
            shelf.almanac.categories,
        )

    async def _person(self, shelf: Shelf, person_id: str, page: str = "1") -> Card:
        credits = await self._films.credits_of_person(person_id)
        return people.person_card(
            _entry(shelf.almanac.people, person_id),
            await self._nominations.of_person(person_id),
            credits,
            {credit.film_id: shelf.almanac.films[credit.film_id].title for credit in credits},
            shelf.almanac.ceremonies,
            shelf.almanac.categories,
            page=_number(page),
        )

    async def _help(self, shelf: Shelf) -> Card:
        return about.help_card(shelf.almanac.latest)

    async def _about(self, shelf: Shelf) -> Card:
        return about.about_card(shelf.almanac.build, self.counts())


def became(shelf: Shelf, category: Category) -> list[Category]:
    """Return the categories that took a category's place: outside its family, or its head."""
    if category.id != category.family:
        return [shelf.almanac.categories[category.family]]
    own = shelf.almanac.families[category.family]
    return [
        other
        for other in shelf.almanac.categories.values()
        if set(other.grew_out_of) & set(own) and other.family != category.family
    ]


def grew_out_of(shelf: Shelf, category: Category) -> list[Category]:
    """Return the categories whose place a category took, outside its own family."""
    before = [
        shelf.almanac.categories[id_]
        for own in shelf.almanac.families[category.family]
        for id_ in shelf.almanac.categories[own].grew_out_of
    ]
    return [other for other in before if other.family != category.family]


def _award(shelf: Shelf, category_id: str, number: str) -> tuple[Category, Ceremony, list[int]]:
    category = _entry(shelf.almanac.categories, category_id)
    ceremony = _entry(shelf.almanac.ceremonies, _number(number))
    if ceremony.number not in shelf.almanac.by_ceremony:
        raise NotYetHeldError(
            f"The {ordinal(ceremony.number)} ceremony is still to come, on "
            f"{day(ceremony.held_on)}: its nominees are not known yet."
        )
    return category, ceremony, shelf.almanac.given(shelf.catalogue.category_scope(category_id))


def _entry(entries: Mapping[K, V], key: K) -> V:
    try:
        return entries[key]
    except KeyError as error:
        raise BadInputError(
            "That button leads to something no longer in the data. Please ask again."
        ) from error


def _number(text: str) -> int:
    if not text.isdecimal():
        raise BadInputError(_OLD_BUTTON)
    return int(text)


def _not_given(shelf: Shelf, category: Category, ceremony: Ceremony, given: Sequence[int]) -> Card:
    return awards.not_given_card(
        category,
        ceremony,
        [shelf.almanac.ceremonies[n] for n in given],
        became(shelf, category),
        grew_out_of(shelf, category),
    )


def _around(number: int, numbers: Iterable[int]) -> tuple[int | None, int | None]:
    earlier = [n for n in numbers if n < number]
    later = [n for n in numbers if n > number]
    return (max(earlier) if earlier else None, min(later) if later else None)
