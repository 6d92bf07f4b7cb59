"""What people type for a ceremony."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import NoCeremonyError, UnknownNameError
from bot.library import Shelf
from bot.names.ceremonies import ceremonies_meant, ceremony_label


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("97", [97]),
        ("97th", [97]),
        (" 97 TH ", None),
        ("the 97th Academy Awards", [97]),
        ("ninety-seventh", [97]),
        ("2025", [97]),
        ("held in 2025", [97]),
        ("films of 2024", [97]),
        ("1927/28", [1]),
        ("1927-28", [1]),
        ("first", [1]),
        ("1st", [1]),
        ("1929", [1]),
        ("1930", [2, 3]),
        ("1932", [5]),
        ("latest", [98]),
        ("last", [98]),
        ("the latest Oscars", [98]),
        ("next", [99]),
        ("99", [99]),
        ("2027", [99]),
        ("oscars", [98]),
    ],
)
def test_a_ceremony_is_found_by_number_year_or_word(
    shelf: Shelf, typed: str, numbers: list[int] | None
) -> None:
    if numbers is None:
        with pytest.raises(UnknownNameError):
            ceremonies_meant(typed, shelf.almanac)
        return
    assert [c.number for c in ceremonies_meant(typed, shelf.almanac)] == numbers


def test_a_year_without_a_ceremony_names_the_nearest(shelf: Shelf) -> None:
    with pytest.raises(NoCeremonyError) as raised:
        ceremonies_meant("1933", shelf.almanac)
    assert raised.value.for_asker() == (
        "No ceremony was held in 1933. "
        "The nearest are the 5th (18 November 1932) and the 6th (16 March 1934)."
    )


@pytest.mark.parametrize("typed", ["0", "100", "500", "zeroth", "hundredth"])
def test_a_number_that_there_is_not_says_which_there_are(shelf: Shelf, typed: str) -> None:
    with pytest.raises(NoCeremonyError) as raised:
        ceremonies_meant(typed, shelf.almanac)
    assert raised.value.for_asker() == "The ceremonies are numbered from 1 to 99."


def test_nonsense_says_what_one_may_type(shelf: Shelf) -> None:
    with pytest.raises(UnknownNameError) as raised:
        ceremonies_meant("banana", shelf.almanac)
    assert raised.value.for_asker() == (
        "I know no ceremony called “banana”. Did you mean “97th”, “2025” or “latest”?"
    )


def test_a_label_tells_number_date_and_film_year(shelf: Shelf) -> None:
    assert ceremony_label(shelf.almanac.ceremonies[97]) == (
        "97th · held 2 March 2025 · films of 2024"
    )


def test_every_ceremony_is_found_by_its_number_year_and_label(shelf: Shelf) -> None:
    for ceremony in shelf.almanac.ceremonies.values():
        assert ceremonies_meant(str(ceremony.number), shelf.almanac) == [ceremony]
        assert ceremony in ceremonies_meant(str(ceremony.held_on.year), shelf.almanac)
        assert ceremonies_meant(f"films of {ceremony.film_year}", shelf.almanac)


@given(st.text(max_size=30))
def test_whatever_is_typed_gives_ceremonies_or_an_unknown_name(shelf: Shelf, typed: str) -> None:
    with suppress(UnknownNameError):
        assert ceremonies_meant(typed, shelf.almanac)
