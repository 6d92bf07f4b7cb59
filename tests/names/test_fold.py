"""The form in which names are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.names.fold import fold, key, slug


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("M*A*S*H", "mash"),
        ("E.T. the Extra-Terrestrial", "et the extra terrestrial"),
        ("Les Misérables", "les miserables"),
        ("Ådalen '31", "adalen 31"),
        ("Łódź & Søn", "lodz and son"),
        ("tick, tick...BOOM!", "tick tick boom"),
        ("8½", "8 1 2"),
        ("Who's  Afraid of\tVirginia Woolf?", "whos afraid of virginia woolf"),
        ("寄生虫", ""),
        ("🏆🏆🏆", ""),
    ],
)
def test_accents_case_and_marks_do_not_count(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("The Artist", "artist"),
        ("The Godfather Part II", "the godfather part 2"),
        ("Twelve Monkeys", "12 monkeys"),
        ("A Star Is Born", "Star is Born"),
        ("The Lord of the Rings: The Two Towers", "lord of the rings the 2 towers"),
    ],
)
def test_articles_and_the_way_numbers_are_written_do_not_count(text: str, other: str) -> None:
    assert key(text) == key(other)


def test_a_title_that_is_an_article_keeps_it() -> None:
    assert key("The") == "the"
    assert key("An") == "an"


@given(st.text())
def test_folded_text_is_plain_and_stays_the_same(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    assert folded == folded.strip()
    assert folded.replace(" ", "").isalnum() or not folded
    assert folded.isascii()


@given(st.text(min_size=1))
def test_a_slug_is_short_enough_for_an_id(text: str) -> None:
    assert len(slug(text)) <= 44
    assert not slug(text).endswith("-")
