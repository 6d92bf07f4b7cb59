"""What people type -> what they mean."""

import pytest

from bot.errors import BadInputError, UnknownNameError
from bot.library import Shelf
from bot.names.resolver import Resolver


@pytest.fixture(scope="module")
def resolver(shelf: Shelf) -> Resolver:
    return shelf.resolver


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("tt28607951", "Anora"),
        ("anora", "Anora"),
        ("ANORA", "Anora"),
        ("Anorra", "Anora"),
        ("mash", "M*A*S*H"),
        ("M*A*S*H", "M*A*S*H"),
        ("godfather part two", "The Godfather Part II"),
        ("emilia perez", "Emilia Pérez"),
        ("artist", "The Artist"),
        ("One flew over the cukoo's nest", "One Flew over the Cuckoo's Nest"),
        ("bicycle thieves", "The Bicycle Thief"),
    ],
)
def test_a_film_is_found(resolver: Resolver, typed: str, title: str) -> None:
    (film_id,) = resolver.film(typed).ids
    assert resolver.almanac.films[film_id].title == title


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("nm0000658", "Meryl Streep"),
        ("meryl streep", "Meryl Streep"),
        ("Meril Streep", "Meryl Streep"),
        ("Zoe Saldana", "Zoe Saldaña"),
        ("alfonso cuaron", "Alfonso Cuarón"),
        ("Elliot Page", "Elliot Page"),
        ("Ellen Page", "Elliot Page"),
    ],
)
def test_a_person_is_found(resolver: Resolver, typed: str, name: str) -> None:
    (person_id,) = resolver.person(typed).ids
    assert resolver.almanac.people[person_id].name == name


@pytest.mark.parametrize(
    ("typed", "category_id"),
    [
        ("best-picture", "best-picture"),
        ("Best Picture", "best-picture"),
        ("OUTSTANDING PRODUCTION", "best-picture"),
        ("the oscar for best picture", "best-picture"),
        ("foreign film", "international-feature"),
        ("Foreign Language Film", "international-feature"),
        ("best score", "original-score"),
        ("lead actress", "actress-leading"),
        ("Actress in a Leading Role", "actress-leading"),
        ("best supporting actor", "actor-supporting"),
        ("director", "directing"),
        ("cinematography", "cinematography"),
        ("CINEMATOGRAPHY (Black-and-White)", "cinematography-black-and-white"),
        ("makeup", "makeup-and-hairstyling"),
        ("best song", "original-song"),
        ("best makup", "makeup-and-hairstyling"),
    ],
)
def test_a_category_is_found_under_any_name_it_has_or_had(
    resolver: Resolver, typed: str, category_id: str
) -> None:
    assert resolver.category(typed).ids == (category_id,)


def test_every_official_name_of_any_era_finds_its_category(resolver: Resolver) -> None:
    for nomination in resolver.almanac.nominations:
        found = resolver.category(nomination.official_name)
        family = resolver.almanac.categories[nomination.category_id].family
        families = {resolver.almanac.categories[id_].family for id_ in found.ids}
        assert family in families, nomination.official_name
        assert not found.guessed


def test_several_of_one_name_are_all_given(resolver: Resolver) -> None:
    assert len(resolver.person("Steve McQueen").ids) == 2
    assert len(resolver.person("Robert Benton").ids) == 2
    assert len(resolver.film("A Star Is Born").ids) == 4
    assert set(resolver.category("screenplay").ids) == {"adapted-screenplay", "original-screenplay"}
    assert not resolver.film("A Star Is Born").guessed


def test_a_mended_name_is_known_as_a_guess(resolver: Resolver) -> None:
    assert resolver.film("Anorra").guessed
    assert not resolver.film("anora").guessed
    assert resolver.person("Mikey Madson").guessed


def test_an_unknown_name_offers_the_nearest(resolver: Resolver) -> None:
    with pytest.raises(UnknownNameError) as raised:
        resolver.person("Meryl Strepsils Johnson")
    assert raised.value.for_asker().startswith("I know no person called “Meryl Strepsils Johnson”.")
    with pytest.raises(UnknownNameError) as raised:
        resolver.film("qqqqzzzz")
    assert raised.value.for_asker() == (
        "I know no film called “qqqqzzzz”. Try the name as the credits spell it."
    )


@pytest.mark.parametrize("typed", ["", "   ", "🏆🎬", "***", "寄生虫", "\u202e\u200b"])
@pytest.mark.parametrize("kind", ["film", "person", "category", "ceremony"])
def test_text_without_letters_is_answered_in_a_sentence(
    resolver: Resolver, kind: str, typed: str
) -> None:
    with pytest.raises(BadInputError, match="in Latin letters or digits"):
        getattr(resolver, kind)(typed)


@pytest.mark.parametrize("kind", ["film", "person", "category", "ceremony"])
def test_text_of_ten_thousand_characters_is_too_long(resolver: Resolver, kind: str) -> None:
    with pytest.raises(BadInputError, match=r"10,000 characters long; .* at most 200"):
        getattr(resolver, kind)("x" * 10_000)


def test_ceremonies_are_offered_latest_first_and_exact_numbers_before_longer(
    resolver: Resolver,
) -> None:
    assert [c.number for c in resolver.complete_ceremony("")][:2] == [99, 98]
    assert [c.number for c in resolver.complete_ceremony("9")][:3] == [9, 99, 98]
    assert [c.number for c in resolver.complete_ceremony("1930")][:2] == [3, 2]
    assert [c.number for c in resolver.complete_ceremony("march 2025")] == [97]
    assert resolver.complete_ceremony("latest")[0].number == 98
    assert resolver.complete_ceremony("banana") == []
    assert len(resolver.complete_ceremony("held")) == 25
