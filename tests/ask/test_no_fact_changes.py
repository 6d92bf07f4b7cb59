"""Ten thousand questions gone wrong: whatever is answered stands in the record.

What answers say is read back with patterns and compared with the tables of the Data Package as
they are, without the store, so that neither a misspelt name nor a lost word can make a fact up.
"""

import csv
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

import pytest

from bot.ask.engine import ask
from bot.library import Shelf
from bot.settings import ROOT
from tests.ask.judging import lines_of

TODAY = date(2026, 11, 22)
MUTATED = 10_000
PARTS = 4

_NIGHT = re.compile(
    r"(\d+)(?:st|nd|rd|th)(?: Academy Awards)?(?:, held(?: in)?|\s?\() ?(\d{4})"
    r"(?:,| for) films of (\d{4}(?:/\d\d)?)"
)
_WENT = re.compile(
    r"(Best [A-Z](?:(?!went to|Best )[^.;\n])*?) went to ((?:(?!went to)[^;\n])+?), at the (\d+)"
    r"(?:st|nd|rd|th) Academy Awards"
)


def _table(name: str) -> Iterator[dict[str, str]]:
    with (ROOT / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


class Record:
    """The tables, as far as answers are checked against them."""

    def __init__(self) -> None:
        self.nights = {
            row["number"]: (row["held_on"][:4], row["film_year"]) for row in _table("ceremonies")
        }
        names = {row["id"]: row["name"] for row in _table("categories")}
        titles: dict[str, set[str]] = defaultdict(set)
        for row in _table("works"):
            titles[row["nomination_id"]] |= {row["title"], row["song"]}
        people: dict[str, set[str]] = defaultdict(set)
        for row in _table("nominees"):
            people[row["nomination_id"]].add(row["name"])
        self.won: dict[tuple[str, str], set[str]] = defaultdict(set)
        for row in _table("nominations"):
            if row["won"] == "true":
                night = (names[row["category_id"]], row["ceremony"])
                self.won[night] |= titles[row["id"]] | people[row["id"]]

    def holds(self, text: str) -> bool:
        """Whether what an answer tells of nights and of winners stands in the tables."""
        nights = all(self.nights[n] == (held, films) for n, held, films in _NIGHT.findall(text))
        return nights and all(
            any(name and name in winner for name in self.won[category, number])
            for category, winner, number in _WENT.findall(text)
            if (category, number) in self.won
        )


@pytest.fixture(scope="module")
def record() -> Record:
    """The tables as they are."""
    return Record()


def _mutated(question: str, dice: random.Random) -> str:
    """Return a question as fingers, phones and haste may make it."""
    words = question.split()
    for _ in range(dice.randint(1, 3)):
        at = dice.randrange(len(words))
        word = words[at]
        letter = dice.randrange(len(word))
        other = dice.choice("abcdefghijklmnopqrstuvwxyz")
        match dice.randrange(7):
            case 0:
                words[at] = word[:letter] + word[letter + 1 :]
            case 1:
                words[at] = word[:letter] + other + word[letter:]
            case 2:
                words[at] = word[:letter] + other + word[letter + 1 :]
            case 3:
                words.insert(
                    at, dice.choice(("the", "um", "please", "best", "not", "1994", "film"))
                )
            case 4 if len(words) > 1:
                del words[at]
            case 5 if len(words) > 1:
                other_place = dice.randrange(len(words))
                words[at], words[other_place] = words[other_place], words[at]
            case _:
                words[at] = word.swapcase()
        words = [word for word in words if word] or ["oscar"]
    return " ".join(words)


@pytest.mark.parametrize("part", range(PARTS))
def test_ten_thousand_mutated_questions_change_no_fact(
    shelf: Shelf, record: Record, part: int
) -> None:
    dice = random.Random(part)
    questions = [row["question"] for row in lines_of(ROOT / "tests" / "ask" / "questions.jsonl")]
    answered = told = 0
    for _ in range(MUTATED // PARTS):
        question = _mutated(dice.choice(questions), dice)
        answer = ask(question, shelf, TODAY)
        text = answer.text()
        assert record.holds(text), (question, text[:500])
        answered += answer.answered
        told += bool(_NIGHT.search(text))
    assert answered > 1000
    assert told > 1000


def test_a_fact_made_up_would_be_noticed(record: Record) -> None:
    right = "Best Actress went to Mikey Madison for Anora, as Ani, at the 97th Academy Awards, "
    assert record.holds(right + "held in 2025 for films of 2024.")
    assert not record.holds(right + "held in 2024 for films of 2024.")
    assert not record.holds(right.replace("Mikey Madison for Anora", "Demi Moore for Ghost"))
