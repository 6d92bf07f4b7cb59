"""Questions of others and of ours: what is said to each."""

from collections.abc import Sequence
from datetime import date

import pytest

from bot.ask.engine import ask
from bot.library import Shelf
from bot.settings import ROOT
from tests.ask.judging import judged, lines_of, plain, says, table
from tests.conftest import SHARED

TODAY = date(2026, 11, 22)
SAMPLES = SHARED / "questions" / "dev.jsonl"
OURS = ROOT / "tests" / "ask" / "questions.jsonl"


def test_the_sample_questions_are_answered_right_or_not_at_all(
    shelf: Shelf, capsys: pytest.CaptureFixture[str]
) -> None:
    if not SAMPLES.exists():
        pytest.skip("../shared/questions/dev.jsonl is not there")
    samples = list(lines_of(SAMPLES))
    outcomes = [judged(sample, ask(sample["question"], shelf, TODAY)) for sample in samples]
    kinds = [sample["type"] for sample in samples]
    with capsys.disabled():
        print(f"\n{table(zip(kinds, outcomes, strict=True))}")
    missed = [s["question"] for s, o in zip(samples, outcomes, strict=True) if o != "right"]
    assert outcomes.count("right") >= 0.98 * len(samples), missed
    assert outcomes.count("wrong") <= 0.005 * len(samples), missed


def _ours() -> list[tuple[str, list[dict[str, object]]]]:
    """Return our own questions by their type."""
    rows = list(lines_of(OURS))
    kinds = sorted({row["type"] for row in rows})
    return [(kind, [row for row in rows if row["type"] == kind]) for kind in kinds]


@pytest.mark.parametrize("rows", [pytest.param(rows, id=kind) for kind, rows in _ours()])
def test_our_own_questions_get_what_they_ask_for(
    shelf: Shelf, rows: Sequence[dict[str, object]]
) -> None:
    missed = []
    for row in rows:
        answer = ask(str(row["question"]), shelf, TODAY)
        text = plain(answer.text())
        phrases = row.get("says", [])
        assert isinstance(phrases, list)
        declined = bool(row.get("declines"))
        if answer.answered == declined or not all(says(text, phrase) for phrase in phrases):
            missed.append((row["question"], answer.line))
    assert not missed


def test_a_question_may_be_typed_without_capitals_or_marks(shelf: Shelf) -> None:
    rows = [row for row in lines_of(OURS) if row["type"] in ("winner", "did-win", "film-won")]
    for row in rows[::3]:
        shout = ask(row["question"].upper() + "???", shelf, TODAY)
        assert shout.answered or not ask(row["question"], shelf, TODAY).answered, row["question"]
