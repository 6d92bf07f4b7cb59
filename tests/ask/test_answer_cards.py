"""The card of an answer, of the greeting and of a check."""

import re
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ask.answer_cards import answer_card, checked_card, greeting_card
from bot.ask.claims import check
from bot.ask.engine import ask
from bot.ask.follow_up import ask_on
from bot.ask.query import Answer
from bot.ask.topics import Topic
from bot.cards.card import Card, Link, Tone
from bot.library import Shelf
from bot.ui.buttons import view_of
from bot.ui.embeds import as_text, said, to_embed
from tests.cards.reading import expected, labels, lines
from tests.ui.limits import faults

TODAY = date(2026, 11, 22)
ASKER = 1_456_074_443_980_800_015
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=700)
WORDS = st.sampled_from(
    "who what which won best picture actress director Anora Titanic Her It 1995 97th most and or "
    "her it that year before 2025 Streep @everyone <@1> ** ` # film nominated how many 🏆".split()
)
QUESTIONS = TEXT | st.lists(WORDS, max_size=12).map(" ".join)
NAMES = st.tuples(TEXT, st.sampled_from([1, 1, 9])).map(lambda pair: pair[0] * pair[1])
SOME = st.lists(NAMES, max_size=15).map(tuple)


def accepted(card: Card) -> None:
    """Assert that Discord accepts a card in either form, and that it can ping nobody."""
    view = view_of(card, ASKER)
    assert faults(to_embed(card), view) == []
    for content in (said(card), as_text(card)):
        if content is not None:
            assert content.strip()
            assert len(content) <= 2000
            live = re.sub(r"\\.", "", content)
            assert not re.search(r"@everyone|@here|<[@#]", live)


def test_the_answer_is_said_alone_and_the_rest_stands_behind_it(shelf: Shelf) -> None:
    question = "who won best actress in 2025?"
    card = answer_card(question, ask(question, shelf, TODAY))
    assert lines(card) == expected("""
        Best Actress went to Mikey Madison for Anora, as Ani, at the 97th Academy Awards, held in 2025 for films of 2024.
        who won best actress in 2025?

        If you mean the films of 2025: Best Actress went to Jessie Buckley for Hamnet, as Agnes, at the 98th Academy Awards, held in 2026 for films of 2025.

        Also nominated
          • Cynthia Erivo for Wicked, as Elphaba
          • Karla Sofía Gascón for Emilia Pérez, as Emilia/Manitas
          • Demi Moore for The Substance, as Elisabeth Sparkle
          • Fernanda Torres for I'm Still Here, as Eunice Paiva

        Read as: winner of Best Actress, 2025
    """)  # noqa: E501  (lines of the answer)
    assert labels(card) == ["The award", "The night"]
    assert card.tone is Tone.PLAIN


def test_a_long_list_has_pages_of_ten(shelf: Shelf) -> None:
    question = "which films won both best picture and best actress?"
    answer = ask(question, shelf, TODAY)
    first, second = (answer_card(question, answer, page) for page in (1, 2))
    assert len(first.lines) == 10
    assert first.lines[0] == ("• It Happened One Night (7th, 1935)",)
    assert first.footer.endswith("page 1 of 2")
    assert "More →" in labels(first)
    assert second.lines[-1] == ("• Anora (97th, 2025)",)
    assert second.links[0] == Link("← Back", "answer/1", turns=True)
    assert answer_card(question, answer, 99) == second


def test_a_question_too_long_to_stand_above_its_answer_has_no_pages() -> None:
    answer = Answer("Many:", items=tuple(f"film {n}" for n in range(30)))
    card = answer_card("x" * 257, answer)
    assert card.links == ()
    assert len(card.lines) == 10
    assert lines(card)[-1] == "and 21 more"


def test_a_decline_offers_questions_as_buttons(shelf: Shelf) -> None:
    card = answer_card("what is the weather", ask("what is the weather", shelf, TODAY))
    assert card.tone is Tone.NOTICE
    assert "who won best actress in 2025" in labels(card)
    assert lines(card)[-1] == "Read as: nothing"


def test_a_suggestion_too_long_for_a_button_is_written_out() -> None:
    long = "which films that were shot in Hungary won a prize for sound, or nearly did?"
    card = answer_card("?", Answer("No.", answered=False, suggestions=(long,)))
    assert card.links == ()
    assert f"  “{long}”" in lines(card)


def test_the_greeting_has_three_examples_that_are_answered(shelf: Shelf) -> None:
    card = greeting_card()
    assert len(card.links) == 3
    for link in card.links:
        assert ask(link.address.removeprefix("ask/"), shelf, TODAY).answered


def test_a_check_tells_verdict_by_verdict(shelf: Shelf) -> None:
    card = checked_card(check("Anora won five Oscars. Demi Moore won.", shelf, TODAY))
    assert [field.name for field in card.fields] == [
        "✅ Right: “Anora won five Oscars.”",
        "❌ Not so: “Demi Moore won.”",
    ]
    assert lines(card)[1] == "2 claims checked, 1 right, 1 not so"


def test_a_check_that_finds_nothing_says_so() -> None:
    assert checked_card([]).title == "Nothing to check"


@settings(max_examples=150)
@given(QUESTIONS, st.sampled_from([None, "who won best picture in 1994?"]))
def test_any_text_gets_an_answer_or_a_decline_that_discord_accepts(
    shelf: Shelf, text: str, before: str | None
) -> None:
    topic = Topic(before, ("tt0108052",), ("nm0000229",), "best-picture", 66) if before else None
    asked = ask_on(text, topic, shelf, TODAY)
    assert asked.answer.line
    accepted(answer_card(asked.question, asked.answer))
    accepted(answer_card(asked.question, asked.answer, 2))


@settings(max_examples=40)
@given(QUESTIONS)
def test_any_text_can_be_checked(shelf: Shelf, text: str) -> None:
    accepted(checked_card(check(text, shelf, TODAY)))


@settings(max_examples=80)
@given(NAMES, NAMES, NAMES, SOME, SOME, SOME, SOME, st.integers(-1, 5))
def test_whatever_an_answer_holds_discord_accepts_its_card(
    question: str,
    line: str,
    reading: str,
    notes: tuple[str, ...],
    items: tuple[str, ...],
    details: tuple[str, ...],
    suggestions: tuple[str, ...],
    page: int,
) -> None:
    links = tuple(Link(note, "film/tt1/1") for note in notes)
    answer = Answer(
        line,
        reading=reading,
        notes=notes,
        items=items,
        details=details,
        links=links,
        suggestions=suggestions,
    )
    accepted(answer_card(question, answer, page))
