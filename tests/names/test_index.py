"""Every name of the record is found: as it is, in another dress, and misspelt."""

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.library import Shelf
from bot.names.fold import fold, key
from bot.names.index import MOST_CHOICES, NameIndex

KINDS = ("films", "people", "categories")
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def _index(shelf: Shelf, kind: str) -> NameIndex:
    index: NameIndex = getattr(shelf.catalogue, kind)
    return index


def _names(shelf: Shelf, kind: str) -> list[tuple[str, str]]:
    if kind == "films":
        return [(film.id, film.title) for film in shelf.almanac.films.values()]
    if kind == "people":
        return [(person.id, person.name) for person in shelf.almanac.people.values()]
    return [(category.id, category.name) for category in shelf.almanac.categories.values()]


@pytest.mark.parametrize("kind", KINDS)
def test_every_name_is_found_in_any_case_and_without_accents(shelf: Shelf, kind: str) -> None:
    index = _index(shelf, kind)
    for target, name in _names(shelf, kind):
        if not fold(name):
            continue
        bare = "".join(
            c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c)
        )
        for typed in (name, bare, name.upper(), name.lower(), f"  {name} "):
            assert target in index.exact(typed), typed


@pytest.mark.parametrize("kind", KINDS)
def test_every_name_comes_early_when_typed_to_the_end(shelf: Shelf, kind: str) -> None:
    index = _index(shelf, kind)
    for target, name in _names(shelf, kind):
        if fold(name):
            same = len(index.exact(name))
            found = index.complete(name)
            assert target in found[: max(3, same)] or len(key(name)) < 3, name


@pytest.mark.parametrize("kind", ["films", "people"])
def test_a_name_with_one_letter_wrong_is_among_the_first(shelf: Shelf, kind: str) -> None:
    index = _index(shelf, kind)
    chance = random.Random(41)
    names = [(target, name) for target, name in _names(shelf, kind) if len(fold(name)) >= 8]
    missed = []
    for target, name in chance.sample(names, 400):
        at = chance.choice([n for n, letter in enumerate(name) if letter.isalpha()])
        wrong = name[:at] + chance.choice(LETTERS) + name[at + chance.randrange(2) :]
        found = [*index.exact(wrong), *index.complete(wrong)[:5]]
        found += [close.target for close in index.close(wrong)]
        if target not in found:
            missed.append((name, wrong))
    # What is left are short names of which the letter makes another: "Up" and "Us".
    assert len(missed) <= 4, missed


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_typed_offers_the_best_known(shelf: Shelf, kind: str) -> None:
    found = _index(shelf, kind).complete("")
    assert len(found) == MOST_CHOICES
    assert len(set(found)) == MOST_CHOICES


def test_the_best_known_namesake_comes_first(shelf: Shelf) -> None:
    people = shelf.almanac.people
    assert people[shelf.catalogue.people.complete("meryl")[0]].name == "Meryl Streep"
    films = shelf.almanac.films
    assert films[shelf.catalogue.films.complete("godfather")[0]].title == "The Godfather"
    assert films[shelf.catalogue.films.complete("anor")[0]].title == "Anora"


@given(st.sampled_from(KINDS), st.text(max_size=60))
def test_whatever_is_typed_there_are_at_most_25_to_choose_from(
    shelf: Shelf, kind: str, typed: str
) -> None:
    found = _index(shelf, kind).complete(typed)
    assert len(found) <= MOST_CHOICES
    assert len(set(found)) == len(found)
    assert _index(shelf, kind).close(typed) is not None


def test_an_empty_index_finds_nothing() -> None:
    index = NameIndex([], {})
    assert index.complete("a") == index.complete("abc def") == []
    assert index.exact("a") == ()
    assert index.close("abc") == []
