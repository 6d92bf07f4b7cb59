"""Cards of one film."""

from bot.desk import Desk
from tests.cards.reading import expected, labels, lines


async def test_a_film_lists_what_it_won_by_weight_then_what_it_did_not(desk: Desk) -> None:
    card = await desk.card("film/tt28607951/1")
    assert lines(card) == expected(
        """
        Anora
        5 Oscars from 6 nominations
        Directed and written by Sean Baker
        With Mikey Madison, Mark Eydelshteyn, Yura Borisov, Karren Karagulian and Vache Tovmasyan
        Released 2024 · 139 minutes · United States · English, Russian and Armenian · """
        """budget US$6 million · a crew of about 40 · shot in New York City

        At the Oscars
          🏆 Best Picture: Alex Coco, Samantha Quan and Sean Baker
          🏆 Best Director: Sean Baker
          🏆 Best Actress: Mikey Madison
          🏆 Best Original Screenplay: Sean Baker
          🏆 Best Film Editing: Sean Baker
          Best Supporting Actor: Yura Borisov

        Other prizes of the season
          BAFTA, 78th: Leading Actress (Mikey Madison), Casting
          Critics Choice, 30th: Best Picture
          DGA, 77th: Theatrical Feature Film (Sean Baker)
          PGA, 36th: Theatrical Motion Picture (Alex Coco, Samantha Quan and Sean Baker)
          WGA, 77th: Original Screenplay (Sean Baker)
          Independent Spirit, 40th: Feature, Director (Sean Baker), Lead Performance (Mikey Madison)
          Cannes, 77th: Palme d'Or (Sean Baker)

        97th Academy Awards, held 2025, films of 2024
    """
    )
    assert card.url == "https://www.imdb.com/title/tt28607951/"
    assert labels(card) == ["Cast", "The night"]


async def test_a_film_without_credits_shows_what_its_nominations_tell(desk: Desk) -> None:
    card = await desk.card("film/tt0066026/1")
    assert lines(card) == expected("""
        M*A*S*H
        1 Oscar from 5 nominations
        Directed by Robert Altman

        At the Oscars
          🏆 Best Adapted Screenplay: Ring Lardner Jr.
          Best Picture: Ingo Preminger
          Best Director: Robert Altman
          Best Supporting Actress: Sally Kellerman
          Best Film Editing: Danford B. Greene

        43rd Academy Awards, held 1971, films of 1970
    """)


async def test_a_special_award_is_counted_apart(desk: Desk) -> None:
    card = await desk.card("film/tt0076759/1")
    assert lines(card)[1] == "6 Oscars from 10 nominations · 1 special award"
    assert "  🏆 Special Achievement Award: Benjamin Burtt Jr." in lines(card)


async def test_a_film_of_two_ceremonies_says_which_nomination_was_when(desk: Desk) -> None:
    listing = lines(await desk.card("film/tt0042876/1"))
    assert "  🏆 24th, 1952 Best International Feature" in listing
    assert any(line.startswith("  25th, 1953 Best Art Direction") for line in listing)


async def test_a_cast_stands_in_billing_order_with_winners_and_nominees_marked(desk: Desk) -> None:
    card = await desk.card("cast/tt28607951")
    assert lines(card)[:5] == expected("""
        Anora: the cast
        🏆 Mikey Madison as Ani · Best Actress
        Mark Eydelshteyn as Ivan Zakharov
        Yura Borisov as Igor · nominated for Best Supporting Actor
        Karren Karagulian as Toros
    """)
    assert lines(card)[-8:] == expected("""
        Made by
          Directed by: Sean Baker
          Written by: Sean Baker
          Produced by: Alex Coco, Samantha Quan and Sean Baker
          Cinematography: Drew Daniels
          Edited by: Sean Baker

        97th Academy Awards, held 2025, films of 2024
    """)


async def test_a_cast_not_on_record_shows_the_nominated_performances_and_says_so(
    desk: Desk,
) -> None:
    title, note, performance, *_ = lines(await desk.card("cast/tt0066026"))
    assert title == "M*A*S*H: nominated performances"
    assert note == "The full cast is not on record here: these are the nominated performances."
    assert performance == (
        "Sally Kellerman as Major Margaret 'Hot Lips' Houlihan "
        "· nominated for Best Supporting Actress"
    )


async def test_a_film_with_neither_cast_nor_nominated_performance_says_so(desk: Desk) -> None:
    assert lines(await desk.card("cast/tt0499549"))[:2] == expected("""
        Avatar: the cast
        Its cast is not on record here, and no performance in it was nominated.
    """)
