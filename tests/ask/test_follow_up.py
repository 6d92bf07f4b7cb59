"""Questions that lean on the one before, and questions that do not."""

from datetime import date

import pytest

from bot.ask.follow_up import Asked, ask_on
from bot.ask.topics import Topic, topic_of
from bot.library import Shelf

TODAY = date(2026, 11, 22)


def talk(shelf: Shelf, *questions: str) -> Asked:
    """Ask one question after another, and return how the last was understood and answered."""
    topic: Topic | None = None
    for question in questions:
        asked = ask_on(question, topic, shelf, TODAY)
        if asked.answer.answered:
            new = topic_of(asked.question, asked.answer, shelf, TODAY)
            topic = new.after(topic) if topic and asked.question != question else new
    return asked


@pytest.mark.parametrize(
    ("talked", "whole"),
    [
        (
            ["who won best picture in 2025?", "and best director?"],
            "who won Best Director in 2025?",
        ),
        (
            ["who won best picture in 2025?", "and best director?", "what about 1995?"],
            "who won Best Director in 1995?",
        ),
        (
            ["best director 1995", "who else was nominated?"],
            "who was nominated for Best Director at the 67th Academy Awards?",
        ),
        (
            ["best director 1995", "who lost?"],
            "who was nominated for Best Director at the 67th Academy Awards?",
        ),
        (
            ["who won best picture in 1994?", "how many did it win?"],
            "how many did “Schindler's List” win?",
        ),
        (["who won best picture in 1994?", "who directed it?"], "who directed “Schindler's List”?"),
        (
            ["who won best picture in 1994?", "and the year before?"],
            "who won best picture at the 65th Academy Awards?",
        ),
        (
            ["who won best picture in 1994?", "who won it the year after?"],
            "who won Best Picture at the 67th Academy Awards?",
        ),
        (
            ["who won best picture in 1994?", "when was that?"],
            "when was the 66th Academy Awards held?",
        ),
        (
            ["who won best picture in 1994?", "who hosted that night?"],
            "who hosted the 66th Academy Awards?",
        ),
        (
            ["who beat Demi Moore for best actress?", "what else did she win?"],
            "what did Mikey Madison win?",
        ),
        (["who beat Demi Moore for best actress?", "and her?"], "what did Mikey Madison win?"),
        (
            ["who beat Demi Moore for best actress?", "who directed that film?"],
            "who directed “Anora”?",
        ),
        (["did Demi Moore win?", "who did?"], "who won Best Actress at the 97th Academy Awards?"),
        (["what did Anora win?", "how about Oppenheimer?"], "what did Oppenheimer win?"),
        (
            ["How many Oscars has Meryl Streep won?", "and Katharine Hepburn?"],
            "How many Oscars has Katharine Hepburn won?",
        ),
        (["How many Oscars has Meryl Streep won?", "for what?"], "what did Meryl Streep win?"),
        (
            ["How many Oscars has Meryl Streep won?", "how many nominations?"],
            "how many nominations did Meryl Streep get?",
        ),
        (
            ["who hosted the 97th?", "same for best cinematography"],
            "who won Best Cinematography at the 97th Academy Awards?",
        ),
        (["who won best actor in 1975?", "1995?"], "who won best actor in 1995?"),
        (["who won best actor in 1975?", "what about the 90s?"], "who won best actor in the 90s?"),
        (
            ["which films won both best picture and best director?", "what about best actress?"],
            "which films won both best picture and Best Actress?",
        ),
    ],
    ids=lambda value: " / ".join(value) if isinstance(value, list) else "",
)  # fmt: skip
def test_a_follow_up_is_made_whole_and_answered(
    shelf: Shelf, talked: list[str], whole: str
) -> None:
    asked = talk(shelf, *talked)
    assert asked.question == whole
    assert asked.answer.answered


def test_he_and_she_are_told_apart_by_the_categories_they_were_up_for(shelf: Shelf) -> None:
    start = "who won best actor and best actress in 2025?"
    assert talk(shelf, start, "what else did she win?").question == "what did Mikey Madison win?"
    assert talk(shelf, start, "what else did he win?").question == "what did Adrien Brody win?"


def test_a_title_that_others_have_is_told_by_its_year(shelf: Shelf) -> None:
    asked = talk(shelf, "who won best costume design in 2020?", "how many did it win?")
    assert asked.question == "how many did “Little Women” (2019) win?"
    assert asked.answer.line.startswith("Little Women has won 1 competitive Oscar from 6")


def test_a_follow_up_of_a_follow_up_still_knows_the_first(shelf: Shelf) -> None:
    asked = talk(
        shelf, "who won best picture in 1994?", "how many did it win?", "who was nominated then?"
    )
    assert asked.question == "who was nominated for Best Picture at the 66th Academy Awards?"


def test_a_new_subject_leaves_the_old_night_behind(shelf: Shelf) -> None:
    asked = talk(
        shelf, "who won best picture in 2025?", "who starred in Titanic?", "what year was that?"
    )
    assert asked.question == "when was the 70th Academy Awards held?"


@pytest.mark.parametrize(
    "question",
    [
        "who won best director in 2003?",
        "best actress 1968",
        "how many Oscars did Titanic win?",
        "did Glenn Close win for The Wife, and what was her role?",
        "who was the youngest actor when he won?",
        "who else was nominated for best actress in 2025?",
        "which film won best picture and who directed it?",
        "is it true that Anora won five Oscars?",
        "what did “Her” win?",
        "It Happened One Night",
        "what is the weather like?",
        "",
    ],
)
def test_a_question_that_stands_on_its_own_is_never_changed(shelf: Shelf, question: str) -> None:
    alone = ask_on(question, None, shelf, TODAY)
    after = talk(shelf, "who won best picture in 1994?", question)
    assert after == alone
    assert after.question == question


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("what did she win?", "she"),
        ("how many did it win?", "it"),
        ("and her?", "her"),
        ("when was that?", "that"),
        ("who else was nominated?", "who else was nominated"),
        ("did they ever win?", "they"),
    ],
)
def test_with_nothing_to_lean_on_it_says_so(shelf: Shelf, question: str, word: str) -> None:
    answer = ask_on(question, None, shelf, TODAY).answer
    assert not answer.answered
    assert answer.line.startswith(f"I don't know what “{word}” refers to here.")
    assert answer.suggestions


def test_what_can_be_answered_with_nothing_to_lean_on_is(shelf: Shelf) -> None:
    assert ask_on("and best director?", None, shelf, TODAY).answer.answered
    assert ask_on("how about Anora?", None, shelf, TODAY).answer.answered


def test_a_topic_of_another_build_is_no_error(shelf: Shelf) -> None:
    gone = Topic("who won it?", ("tt0",), ("nm0",), "no-such-category", 97)
    for question in ("how many did it win?", "what did she win?", "who lost?", "and 1995?"):
        ask_on(question, gone, shelf, TODAY)
