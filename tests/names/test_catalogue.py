"""What things are called where one chooses among them."""

from bot.library import Shelf


def test_namesakes_are_told_apart_by_what_they_are_known_for(shelf: Shelf) -> None:
    labels = {
        shelf.catalogue.person_label(person_id)
        for name in ("Steve McQueen", "Robert Benton")
        for person_id in shelf.catalogue.people.exact(name)
    }
    assert labels == {
        "Steve McQueen (Best Actor, 39th)",
        "Steve McQueen (Best Picture, 86th)",
        "Robert Benton (Best Director, 40th to 67th)",
        "Robert Benton (Best Art Direction, Black-and-White, 36th to 39th)",
    }


def test_somebody_never_nominated_is_known_for_a_part(shelf: Shelf) -> None:
    (person_id,) = shelf.catalogue.people.exact("Mark Eydelshteyn")
    assert shelf.catalogue.person_label(person_id) == "Mark Eydelshteyn (Ivan Zakharov, Anora)"


def test_films_of_one_title_are_told_apart_by_their_years(shelf: Shelf) -> None:
    labels = [shelf.catalogue.film_label(i) for i in shelf.catalogue.films.exact("A Star Is Born")]
    assert sorted(labels) == [
        "A Star Is Born (1937)",
        "A Star Is Born (1954)",
        "A Star Is Born (1976)",
        "A Star Is Born (2018)",
    ]


def test_no_two_namesakes_have_the_same_label(shelf: Shelf) -> None:
    catalogue = shelf.catalogue
    for film in shelf.almanac.films.values():
        films = catalogue.films.exact(film.title)
        assert len({catalogue.film_label(id_) for id_ in films}) == len(films), film.title
    for person in shelf.almanac.people.values():
        people = catalogue.people.exact(person.name)
        assert len({catalogue.person_label(id_) for id_ in people}) == len(people), person.name


def test_the_head_of_a_family_stands_for_all_of_it(shelf: Shelf) -> None:
    scope = shelf.catalogue.category_scope
    assert scope("cinematography") == (
        "cinematography",
        "cinematography-black-and-white",
        "cinematography-color",
    )
    assert scope("cinematography-color") == ("cinematography-color",)
