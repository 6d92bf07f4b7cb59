"""Cards of one category on one night."""

from bot.cards.card import Tone
from bot.desk import Desk
from tests.cards.reading import expected, labels, lines


async def test_a_tie_names_every_winner(desk: Desk) -> None:
    card = await desk.card("winner/actress-leading/41")
    assert lines(card) == expected("""
        Best Actress · 41st Academy Awards
        🏆 A tie: Katharine Hepburn and Barbra Streisand
        Katharine Hepburn, The Lion in Winter as Queen Eleanor of Aquitaine
        Barbra Streisand, Funny Girl as Fanny Brice

        Also nominated
          Patricia Neal, The Subject Was Roses as Nettie Cleary
          Vanessa Redgrave, Isadora as Isadora Duncan
          Joanne Woodward, Rachel, Rachel as Rachel Cameron

        Winners before
          40th, 1968 Katharine Hepburn (Guess Who's Coming to Dinner)
          39th, 1967 Elizabeth Taylor (Who's Afraid of Virginia Woolf?)
          38th, 1966 Julie Christie (Darling)

        Held 14 April 1969 · films of 1968
    """)
    assert "The Lion in Winter" in labels(card)
    assert "Funny Girl" in labels(card)


async def test_a_film_stands_before_its_makers_and_the_others_without_theirs(desk: Desk) -> None:
    card = await desk.card("winner/live-action-short/98")
    assert lines(card)[:9] == expected("""
        Best Live Action Short · 98th Academy Awards
        🏆 A tie: The Singers and Two People Exchanging Saliva
        The Singers, Sam A. Davis and Jack Piatt
        Two People Exchanging Saliva, Alexandre Singh and Natalie Musteata

        Also nominated
          Butcher's Stain
          A Friend of Dorothy
          Jane Austen's Period Drama
    """)


async def test_a_song_stands_with_its_film_and_who_wrote_which_part(desk: Desk) -> None:
    card = await desk.card("winner/original-song/97")
    assert lines(card)[:3] == expected("""
        Best Original Song · 97th Academy Awards
        🏆 “El Mal”
        Emilia Pérez · Music and Lyrics: Clément Ducol and Camille · Lyrics: Jacques Audiard
    """)


async def test_the_official_name_of_the_year_stands_below_where_it_differs(desk: Desk) -> None:
    actress = await desk.card("winner/actress-leading/97")
    assert actress.footer == (
        "Held 2 March 2025 · films of 2024 · given as Actress in a Leading Role"
    )
    picture = await desk.card("winner/best-picture/97")
    assert picture.footer == "Held 2 March 2025 · films of 2024"


async def test_a_refused_award_is_told(desk: Desk) -> None:
    card = await desk.card("winner/actor-leading/45")
    assert lines(card)[1:4] == expected("""
        🏆 Marlon Brando
        The Godfather as Don Vito Corleone
        Refused the award
    """)


async def test_categories_split_by_colour_are_both_shown(desk: Desk) -> None:
    card = await desk.card("winner/cinematography/22")
    assert lines(card)[:14] == expected("""
        Best Cinematography · 22nd Academy Awards
        🏆 Paul C. Vogel and Winton Hoch
        Best Cinematography, Black-and-White: Paul C. Vogel, Battleground
        Best Cinematography, Color: Winton Hoch, She Wore a Yellow Ribbon

        Also nominated: Best Cinematography, Black-and-White
          Frank Planer, Champion
          Joseph LaShelle, Come to the Stable
          Leo Tover, The Heiress
          Leon Shamroy, Prince of Foxes

        Also nominated: Best Cinematography, Color
          Harry Stradling, The Barkleys of Broadway
          William Snyder, Jolson Sings Again
    """)


async def test_an_honorary_award_has_no_nominees_and_says_each_name_once(desk: Desk) -> None:
    card = await desk.card("winner/honorary-award/97")
    assert lines(card)[:4] == expected("""
        Honorary Award · 97th Academy Awards
        🏆 Quincy Jones and Juliet Taylor

        Winners before
    """)
    assert "All nominees" not in labels(card)


async def test_many_winners_are_counted_in_the_title_and_listed_below(desk: Desk) -> None:
    card = await desk.card("winner/technical-achievement-award/71")
    assert card.title == "🏆 20 winners"
    assert len(card.lines) == 20


async def test_the_nominees_stand_with_the_winner_first_and_their_parts(desk: Desk) -> None:
    card = await desk.card("nominees/production-design/97")
    assert lines(card) == expected("""
        97th Academy Awards
        Best Production Design: the nominees
        🏆 Nathan Crowley (production design); Lee Sandales (set decoration) · Wicked
        Judy Becker (production design); Patricia Cuccia (set decoration) · The Brutalist
        Suzie Davies (production design); Cynthia Sleiter (set decoration) · Conclave
        Patrice Vermette (production design); Shane Vieau (set decoration) · Dune: Part Two
        Craig Lathrop (production design); Beatrice Brentnerová (set decoration) · Nosferatu

        Held 2 March 2025 · films of 2024
    """)
    assert labels(card) == ["← Before", "After →", "Winner", "The night"]


async def test_nominees_of_split_categories_stand_under_their_official_names(desk: Desk) -> None:
    card = await desk.card("nominees/cinematography/22")
    assert [field.name for field in card.fields] == [
        "Cinematography (Black-and-White)",
        "Cinematography (Color)",
    ]


async def test_a_write_in_is_marked_as_no_official_nomination(desk: Desk) -> None:
    listing = lines(await desk.card("nominees/actress-leading/7"))
    assert (
        "Bette Davis, Of Human Bondage as Mildred (write-in, not an official nomination)" in listing
    )


async def test_a_win_by_write_in_is_told(desk: Desk) -> None:
    card = await desk.card("winner/cinematography/8")
    assert lines(card)[1:4] == expected("""
        🏆 Hal Mohr
        A Midsummer Night's Dream
        Won as a write-in
    """)


async def test_a_category_not_given_says_when_it_was_and_what_became_of_it(desk: Desk) -> None:
    card = await desk.card("winner/sound-editing/97")
    assert lines(card) == expected("""
        Best Sound Editing: not that year
        There was no such award at the 97th Academy Awards.
        It was given 41 times, from the 36th (13 April 1964) to the 92nd (9 February 2020).
        Its place was taken by Best Sound.

        Held 2 March 2025 · films of 2024
    """)
    assert labels(card) == ["90th (2018)", "91st (2019)", "92nd (2020)", "Best Sound"]
    assert card.tone is Tone.NOTICE


async def test_a_category_not_given_yet_says_what_was_before_it(desk: Desk) -> None:
    card = await desk.card("nominees/international-feature/10")
    assert lines(card)[1:4] == expected("""
        There was no such award at the 10th Academy Awards.
        It was given 75 times, from the 23rd (29 March 1951) to the 98th (15 March 2026).
        Before it there was Special Foreign Language Film Award.
    """)


async def test_a_category_given_once_or_twice_says_so(desk: Desk) -> None:
    assert lines(await desk.card("winner/casting/97"))[2] == (
        "It was given once, at the 98th (15 March 2026)."
    )
    assert lines(await desk.card("winner/special-foreign-language/97"))[2] == (
        "It was given twice, at the 21st (24 March 1949) and 22nd (23 March 1950)."
    )


async def test_part_of_a_family_says_that_the_family_went_on(desk: Desk) -> None:
    card = await desk.card("winner/costume-design-color/97")
    assert "Its place was taken by Best Costume Design." in lines(card)
