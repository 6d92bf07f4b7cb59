"""From what an asker types to the card: resolves names, asks back, offers completions.

The cogs of slash commands say which command it is; everything else is here.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from bot.cards import addresses
from bot.cards.card import Card, Link
from bot.cards.choices import choices_card
from bot.desk import Desk
from bot.library import Library, Shelf
from bot.names.ceremonies import ceremony_label
from bot.names.resolver import Found


class Reply(NamedTuple):
    """A card, and whether only the asker should see it, as they do errors and choices."""

    card: Card
    private: bool = False


class Completion(NamedTuple):
    """What is offered while typing: a label, and the id that it stands for."""

    label: str
    value: str


class Guide:
    """Answers the slash commands. Methods raise AskerError for what cannot be understood."""

    def __init__(self, library: Library, desk: Desk) -> None:
        self._library = library
        self._desk = desk

    async def winner(self, category: str, ceremony: str | None) -> Reply:
        """Who won a category; at its latest ceremony where none is named."""
        return await self._award(category, ceremony, addresses.winner)

    async def nominees(self, category: str, ceremony: str | None) -> Reply:
        """Who was nominated for a category; at its latest ceremony where none is named."""
        return await self._award(category, ceremony, addresses.nominees)

    async def ceremony(self, which: str | None) -> Reply:
        """A night; the latest where none is named."""
        shelf = self._library.shelf
        found = shelf.resolver.ceremony(which or "latest")
        links = [Link(ceremony_label(c), addresses.ceremony(c.number)) for c in found]
        return await self._one_of(links, which or "latest", "ceremony")

    async def category(self, category: str) -> Reply:
        """A category through the years."""
        shelf = self._library.shelf
        found = shelf.resolver.category(category)
        names = shelf.almanac.categories
        links = [Link(names[i].name, addresses.category(i)) for i in found.ids]
        return await self._one_of(links, category, "category", nearest=_guess(found, links))

    async def film(self, title: str) -> Reply:
        """A film."""
        return await self._film(title, addresses.film)

    async def cast(self, title: str) -> Reply:
        """A film's cast."""
        return await self._film(title, addresses.cast)

    async def person(self, name: str) -> Reply:
        """A person."""
        shelf = self._library.shelf
        found = shelf.resolver.person(name)
        links = [Link(shelf.catalogue.person_label(i), addresses.person(i)) for i in found.ids]
        return await self._one_of(links, name, "person", nearest=_guess(found, links))

    async def page(self, address: str) -> Reply:
        """The card of an address."""
        return Reply(await self._desk.card(address))

    def complete_ceremonies(self, typed: str) -> list[Completion]:
        """Return the ceremonies to offer, best first."""
        found = self._library.shelf.resolver.complete_ceremony(typed)
        return [Completion(ceremony_label(c), str(c.number)) for c in found]

    def complete_categories(self, typed: str) -> list[Completion]:
        """Return the categories to offer, best first."""
        shelf = self._library.shelf
        found = shelf.catalogue.categories.complete(typed)
        return [Completion(shelf.almanac.categories[i].name, i) for i in found]

    def complete_films(self, typed: str) -> list[Completion]:
        """Return the films to offer, best first."""
        catalogue = self._library.shelf.catalogue
        return _completions(catalogue.films.complete(typed), catalogue.film_label)

    def complete_people(self, typed: str) -> list[Completion]:
        """Return the people to offer, best first."""
        catalogue = self._library.shelf.catalogue
        return _completions(catalogue.people.complete(typed), catalogue.person_label)

    async def _film(self, title: str, address: Callable[[str], str]) -> Reply:
        shelf = self._library.shelf
        found = shelf.resolver.film(title)
        links = [Link(shelf.catalogue.film_label(i), address(i)) for i in found.ids]
        return await self._one_of(links, title, "film", nearest=_guess(found, links))

    async def _award(
        self, category: str, ceremony: str | None, address: Callable[[str, int], str]
    ) -> Reply:
        shelf = self._library.shelf
        found = shelf.resolver.category(category)
        links = []
        for id_ in found.ids:
            for number, label in _numbers(shelf, id_, ceremony):
                name = shelf.almanac.categories[id_].name
                links.append(Link(f"{name} · {label}", address(id_, number)))
        nearest = shelf.almanac.categories[found.ids[0]].name
        return await self._one_of(
            links, category, "award", nearest=nearest if found.guessed else ""
        )

    async def _one_of(
        self, links: Sequence[Link], typed: str, what: str, *, nearest: str = ""
    ) -> Reply:
        """Answer with the one link's card; nearest: its name, where what was typed is not it."""
        if len(links) > 1:
            return Reply(choices_card(typed, links, what), private=True)
        card = await self._desk.card(links[0].address)
        if nearest:
            card = card.with_note(f"Nothing is called “{typed}”; the nearest is {nearest}.")
        return Reply(card)


def _numbers(shelf: Shelf, category_id: str, ceremony: str | None) -> list[tuple[int, str]]:
    """Return the ceremonies meant and their labels; the latest with a winner if none is named."""
    if ceremony:
        meant = [(c.number, ceremony_label(c)) for c in shelf.resolver.ceremony(ceremony)]
        given = shelf.almanac.given(shelf.catalogue.category_scope(category_id))
        # Of two nights in one year, only those at which it was given can be meant.
        return [(number, label) for number, label in meant if number in given] or meant[-1:]
    scope = shelf.catalogue.category_scope(category_id)
    rows = [row for id_ in scope for row in shelf.almanac.by_category.get(id_, ()) if row.won]
    number = max(row.ceremony for row in rows)
    return [(number, ceremony_label(shelf.almanac.ceremonies[number]))]


def _guess(found: Found, links: Sequence[Link]) -> str:
    return links[0].label if found.guessed else ""


def _completions(ids: Sequence[str], label: Callable[[str], str]) -> list[Completion]:
    return [Completion(label(id_), id_) for id_ in ids]
