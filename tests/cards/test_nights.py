"""Cards of one night and its longer parts."""

import re

from bot.cards.card import Tone
from bot.desk import Desk
from tests.cards.reading import expected, labels, lines


async def test_a_night_tells_when_where_who_hosted_and_who_won_most(desk: Desk) -> None:
    card = await desk.card("ceremony/97/night/1")
    assert lines(card) == expected("""
        97th Academy Awards
        Held 2 March 2025, for films of 2024
        Place Dolby Theatre, Hollywood, Los Angeles, California
        Host Conan O'Brien
        On ABC and Hulu
        The first with a live stream on Hulu.

        The winners
          Picture: Anora
          Director: Sean Baker (Anora)
          Actor: Adrien Brody (The Brutalist)
          Actress: Mikey Madison (Anora)
          Supporting Actor: Kieran Culkin (A Real Pain)
          Supporting Actress: Zoe Saldaña (Emilia Pérez)

        Most wins
          5 Anora
          3 The Brutalist
          2 Emilia Pérez
          2 Wicked
          2 Dune: Part Two

        Most nominations
          13 Emilia Pérez
          10 The Brutalist
          10 Wicked
          8 A Complete Unknown
          8 Conclave
    """)
    assert labels(card)[2:] == ["All awards", "Presenters", "Performances", "Moments"]


async def test_the_menu_of_a_night_goes_from_picture_to_the_honorary_awards(desk: Desk) -> None:
    card = await desk.card("ceremony/25/night/1")
    assert card.menu is not None
    names = [link.label for link in card.menu.links]
    assert names[:4] == ["Best Picture", "Best Director", "Best Actor", "Best Actress"]
    # Both cinematography awards of that year are behind one entry, so that all fit.
    assert names.count("Best Cinematography") == 1
    assert "Honorary Award" in names
    assert len(names) <= 25


async def test_a_night_to_come_says_so_and_shows_no_empty_lists(desk: Desk) -> None:
    card = await desk.card("ceremony/99/night/1")
    assert lines(card)[0] == "99th Academy Awards"
    assert "It has not been held yet, so nobody has won." in lines(card)
    assert "Host not announced yet" in lines(card)
    assert card.fields == ()
    assert card.menu is None
    assert card.tone is Tone.PLAIN


async def test_all_awards_of_a_night_stand_by_the_weight_of_their_categories(desk: Desk) -> None:
    card = await desk.card("ceremony/97/awards/1")
    assert lines(card)[:5] == expected("""
        97th Academy Awards: all awards
        Best Picture: Anora, Alex Coco, Samantha Quan and Sean Baker
        Best Director: Sean Baker, Anora
        Best Actor: Adrien Brody, The Brutalist as László Tóth
        Best Actress: Mikey Madison, Anora as Ani
    """)
    assert card.footer == "Held 2 March 2025 · films of 2024 · page 1 of 4"


async def test_presenters_and_performances_are_told_where_known(desk: Desk) -> None:
    presenters = lines(await desk.card("ceremony/97/presenters/1"))
    assert any(line.startswith("Best Picture: Billy Crystal and Meg Ryan") for line in presenters)
    performances = lines(await desk.card("ceremony/97/performances/2"))
    assert any(
        line.startswith("Tribute to Los Angeles and its fire crews: ") for line in performances
    )


async def test_moments_stand_under_what_they_are_about(desk: Desk) -> None:
    card = await desk.card("ceremony/97/moments/1")
    assert len(card.fields) == 6
    assert card.fields[1].name == "Small film, small budget"


async def test_a_part_of_which_nothing_is_known_says_so(desk: Desk) -> None:
    assert lines(await desk.card("ceremony/60/presenters/1"))[1] == (
        "Nothing is on record here for the presenters of this night."
    )
    assert labels(await desk.card("ceremony/60/presenters/1"))[0] == "The night"


async def test_a_page_too_far_shows_the_last_one(desk: Desk) -> None:
    card = await desk.card("ceremony/97/moments/99")
    assert re.search(r"page (\d+) of \1$", card.footer)
