"""Cards are made once and kept, until the data is another."""

from pathlib import Path

import pytest

from bot import desk as desk_module
from bot.desk import Desk
from bot.errors import BadInputError
from bot.library import Library
from bot.store.database import Database


async def test_a_card_that_was_made_needs_no_query_the_next_time(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk(library)
    first = await desk.card("winner/best-picture/97")

    async def broken(*_arguments: object) -> None:
        raise AssertionError("there was a query")

    monkeypatch.setattr(Database, "rows", broken)
    assert await desk.card("winner/best-picture/97") is first
    with pytest.raises(AssertionError):
        await desk.card("winner/best-picture/96")


async def test_a_reload_forgets_the_cards(build: Path) -> None:
    library = await Library.open(build)
    desk = Desk(library)
    before = await desk.card("film/tt28607951")
    await library.swap(build)
    after = await desk.card("film/tt28607951")
    assert after == before
    assert after is not before
    await library.close()


async def test_only_so_many_cards_are_kept_those_asked_for_last(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk_module, "KEPT_CARDS", 2)
    desk = Desk(library)
    addresses = [f"winner/best-picture/{number}" for number in (95, 96, 97)]
    first, second, _ = [await desk.card(address) for address in (*addresses[:2], addresses[0])]
    await desk.card(addresses[2])
    assert await desk.card(addresses[0]) is first
    assert await desk.card(addresses[1]) is not second


async def test_an_address_that_leads_nowhere_is_never_kept(desk: Desk) -> None:
    for _ in range(2):
        with pytest.raises(BadInputError):
            await desk.card("winner/best-picture/ninety")
