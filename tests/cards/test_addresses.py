"""Every address that a card of the real record holds leads to a card, and no card is cut."""

import random
import re
from collections.abc import Iterable

import pytest

from bot.cards import addresses
from bot.cards.card import Card, Link
from bot.cards.plain import plain_line
from bot.desk import Desk
from bot.errors import BadInputError, NotYetHeldError
from bot.library import Shelf
from bot.ui.buttons import view_of
from bot.ui.embeds import to_embed
from tests.ui.limits import faults

ASKER = 1_456_074_443_980_800_015
LEFT_OUT = re.compile(r"^and [\d,]+ more$", re.MULTILINE)


def _links(card: Card) -> list[Link]:
    return [*(link for link in card.links if link.enabled), *(card.menu.links if card.menu else ())]


async def _walk(desk: Desk, starts: Iterable[str], most: int) -> dict[str, Card]:
    """Return the cards at the addresses and at those they lead to, by address."""
    cards: dict[str, Card] = {}
    ahead = list(starts)
    while ahead and len(cards) < most:
        address = ahead.pop(0)
        if address not in cards:
            cards[address] = await desk.card(address)
            ahead += [link.address for link in _links(cards[address])]
    return cards


def _assert_whole(cards: dict[str, Card]) -> None:
    for address, card in cards.items():
        embed = to_embed(card)
        assert faults(embed, view_of(card, ASKER)) == [], address
        told = [plain_line(line) for field in card.fields for line in field.lines]
        shown = "\n".join([embed.description or "", *(field.value or "" for field in embed.fields)])
        lost = len(LEFT_OUT.findall(shown)) - sum(bool(LEFT_OUT.match(line)) for line in told)
        assert lost == 0, address


async def test_from_any_night_and_category_one_gets_on(desk: Desk, shelf: Shelf) -> None:
    almanac = shelf.almanac
    starts = [addresses.ceremony(number) for number in almanac.ceremonies]
    starts += [addresses.winner("best-picture", number) for number in almanac.by_ceremony]
    starts += [addresses.category(id_) for id_ in almanac.categories]
    for category_id in almanac.categories:
        given = almanac.given(shelf.catalogue.category_scope(category_id))
        starts += [addresses.winner(category_id, given[0]), addresses.nominees(category_id, 97)]
    cards = await _walk(desk, starts, most=1500)
    assert len(cards) == 1500
    _assert_whole(cards)


async def test_from_any_film_and_person_one_gets_on(desk: Desk, shelf: Shelf) -> None:
    almanac = shelf.almanac
    chance = random.Random(97)
    films, people = almanac.films, almanac.people
    some_films = chance.sample(list(films), 200)
    some_films += [max(films, key=len), max(films, key=lambda id_: len(films[id_].title))]
    some_films += [max(almanac.by_film, key=lambda id_: len(almanac.by_film[id_]))]
    some_people = chance.sample(list(people), 200)
    some_people += [max(people, key=len), max(people, key=lambda id_: len(people[id_].name))]
    some_people += [max(almanac.by_person, key=lambda id_: len(almanac.by_person[id_]))]
    starts = [addresses.film(id_) for id_ in some_films]
    starts += [addresses.cast(id_) for id_ in some_films]
    starts += [addresses.person(id_) for id_ in some_people]
    cards = await _walk(desk, starts, most=1000)
    assert set(starts) <= set(cards)
    _assert_whole(cards)


@pytest.mark.parametrize(
    "address",
    [
        "", "nonsense", "winner", "winner/best-picture", "winner/no-such-award/97",
        "winner/best-picture/ninety", "winner/best-picture/100", "film/tt0/1", "cast/tt0",
        "person/nm0/1", "person/nm0000008/x", "ceremony/0/night/1", "ceremony/97/night/1/2",
        "film/tt28607951/-1", "film/tt28607951/²",
    ],
)  # fmt: skip
async def test_an_address_that_leads_nowhere_is_answered_in_a_sentence(
    desk: Desk, address: str
) -> None:
    with pytest.raises(BadInputError, match="Please ask again"):
        await desk.card(address)


async def test_a_part_of_a_night_that_there_is_not_shows_the_night(desk: Desk) -> None:
    assert await desk.card("ceremony/97/encore/1") == await desk.card("ceremony/97/night/1")


async def test_the_winner_of_a_night_to_come_is_not_known_yet(desk: Desk) -> None:
    with pytest.raises(NotYetHeldError, match="still to come, on 14 March 2027"):
        await desk.card("winner/best-picture/99")
