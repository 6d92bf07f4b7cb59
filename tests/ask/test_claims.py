"""A message that is checked sentence by sentence."""

from datetime import date

import pytest

from bot.ask.claims import MOST_CHECKED, Verdict, check, sentences
from bot.library import Shelf

TODAY = date(2026, 11, 22)
RIGHT, WRONG, TOLD = Verdict.RIGHT, Verdict.WRONG, Verdict.TOLD


def verdicts(shelf: Shelf, text: str) -> list[tuple[str, Verdict]]:
    return [(checked.sentence, checked.verdict) for checked in check(text, shelf, TODAY)]


def test_a_wrong_claim_is_put_right(shelf: Shelf) -> None:
    (checked,) = check("Dune: Part Two won Best Cinematography", shelf, TODAY)
    assert checked.verdict is WRONG
    assert "Best Cinematography went to Lol Crawley for The Brutalist" in checked.answer.line
    assert "It won Best Sound and Best Visual Effects." in checked.answer.line


def test_each_sentence_has_its_own_verdict_and_what_is_no_claim_is_left_out(shelf: Shelf) -> None:
    text = "Anora won five Oscars! I watched it with my sister. Demi Moore won Best Actress."
    assert verdicts(shelf, text) == [
        ("Anora won five Oscars!", RIGHT),
        ("Demi Moore won Best Actress.", WRONG),
    ]


def test_two_claims_in_one_sentence_are_checked_apart(shelf: Shelf) -> None:
    text = "Zoe Saldaña won best supporting actress and Demi Moore won best actress"
    assert verdicts(shelf, text) == [
        ("Zoe Saldaña won best supporting actress", RIGHT),
        ("Demi Moore won best actress", WRONG),
    ]


def test_a_sentence_may_lean_on_the_one_before(shelf: Shelf) -> None:
    text = "The Brutalist won Best Picture. It won three Oscars."
    assert [verdict for _, verdict in verdicts(shelf, text)] == [WRONG, RIGHT]


def test_a_number_that_the_answer_does_not_have_is_never_called_right(shelf: Shelf) -> None:
    for text in ("Ben-Hur won 12.", "Anora won four Oscars.", "Titanic won 12 Academy Awards."):
        assert RIGHT not in [verdict for _, verdict in verdicts(shelf, text)]


def test_a_question_in_the_text_is_answered(shelf: Shelf) -> None:
    assert verdicts(shelf, "Who hosted the 97th?") == [("Who hosted the 97th?", TOLD)]


@pytest.mark.parametrize("text", ["", "I had pizza for lunch.", "🏆🎬", "The weather won.", "\x00"])
def test_where_there_is_no_claim_nothing_is_found(shelf: Shelf, text: str) -> None:
    assert check(text, shelf, TODAY) == []


def test_a_long_text_is_checked_up_to_a_limit(shelf: Shelf) -> None:
    assert len(check("Anora won Best Picture. " * 40, shelf, TODAY)) == MOST_CHECKED


def test_sentences_are_parted_at_their_ends_and_not_at_abbreviations() -> None:
    text = "> Mr. Chaplin won! He said: “Thanks.” Dr. Strangelove lost.\n- 1. M.A.S.H. too"
    assert sentences(text) == [
        "Mr. Chaplin won!",
        "He said: “Thanks.",
        "Dr. Strangelove lost.",
        "M.A.S.H. too",
    ]
