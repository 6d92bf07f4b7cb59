"""Cards of one person."""

from bot.desk import Desk
from bot.library import Shelf
from tests.cards.reading import expected, lines


def _id(shelf: Shelf, name: str) -> str:
    (person_id,) = shelf.catalogue.people.exact(name)
    return person_id


async def test_a_person_is_told_by_ceremony_latest_first_and_wins_are_marked(desk: Desk) -> None:
    card = await desk.card("person/nm0000008/1")
    assert lines(card) == expected("""
        Marlon Brando
        2 competitive Oscars from 8 nominations

        Nominations and awards
          62nd, 1990 Best Supporting Actor: A Dry White Season as McKenzie
          46th, 1974 Best Actor: Last Tango in Paris as Paul
          🏆 45th, 1973 Best Actor: The Godfather as Don Vito Corleone (refused the award)
          30th, 1958 Best Actor: Sayonara as Major Lloyd Gruver
          🏆 27th, 1955 Best Actor: On the Waterfront as Terry Malloy
          26th, 1954 Best Actor: Julius Caesar as Marc Antony
          25th, 1953 Best Actor: Viva Zapata! as Emiliano Zapata
          24th, 1952 Best Actor: A Streetcar Named Desire as Stanley Kowalski

        From the 24th (held 1952, films of 1951) to the 62nd (held 1990, films of 1989)
    """)
    assert card.url == "https://www.imdb.com/name/nm0000008/"


async def test_four_wins_in_one_night_stand_by_weight(desk: Desk, shelf: Shelf) -> None:
    card = await desk.card(f"person/{_id(shelf, 'Sean Baker')}/1")
    assert lines(card)[3:8] == expected("""
        Nominations and awards
          🏆 97th, 2025 Best Picture: Anora
          🏆 97th, 2025 Best Director: Anora
          🏆 97th, 2025 Best Original Screenplay: Anora
          🏆 97th, 2025 Best Film Editing: Anora
    """)


async def test_honorary_awards_are_counted_apart(desk: Desk, shelf: Shelf) -> None:
    card = await desk.card(f"person/{_id(shelf, 'Walt Disney')}/1")
    assert lines(card)[1] == "22 competitive Oscars from 59 nominations · 4 honorary awards"
    assert card.footer.endswith("page 1 of 6")


async def test_somebody_in_a_cast_who_was_never_nominated(desk: Desk, shelf: Shelf) -> None:
    assert lines(await desk.card(f"person/{_id(shelf, 'Mark Eydelshteyn')}/1")) == expected("""
        Mark Eydelshteyn
        Never nominated for an Oscar

        Other credits on record here
          Anora: Ivan Zakharov
    """)


async def test_credits_that_a_nomination_tells_of_are_not_told_twice(
    desk: Desk, shelf: Shelf
) -> None:
    madison = await desk.card(f"person/{_id(shelf, 'Mikey Madison')}/1")
    assert [field.name for field in madison.fields] == ["Nominations and awards"]


async def test_a_person_has_the_name_of_today_and_is_found_under_the_one_before(
    desk: Desk, shelf: Shelf
) -> None:
    assert _id(shelf, "Elliot Page") == _id(shelf, "Ellen Page")
    card = await desk.card(f"person/{_id(shelf, 'Elliot Page')}/1")
    assert card.title == "Elliot Page"
    assert "  80th, 2008 Best Actress: Juno as Juno MacGuff" in lines(card)


async def test_two_people_of_one_name_have_two_cards(desk: Desk, shelf: Shelf) -> None:
    first, second = shelf.catalogue.people.exact("Steve McQueen")
    cards = [lines(await desk.card(f"person/{person_id}/1")) for person_id in (first, second)]
    assert sorted(card[1] for card in cards) == [
        "1 competitive Oscar from 2 nominations",
        "No competitive Oscars from 1 nomination",
    ]
