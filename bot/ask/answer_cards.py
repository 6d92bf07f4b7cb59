"""Cards of answers to questions, of the greeting, and of a message that was checked."""

from collections.abc import Sequence

from bot.ask.claims import Checked, Verdict
from bot.ask.query import SHOWN, Answer
from bot.cards import addresses
from bot.cards.about import EXAMPLES
from bot.cards.card import (
    Card,
    Dim,
    Field,
    Line,
    Link,
    Tone,
    first_lines,
    page_mark,
    page_of,
    turning,
)
from bot.wording import counted, shortened

LONGEST_HEADING = 256
"""A longer question would not stand whole above its answer, from where a page reads it again."""

LONGEST_ON_A_BUTTON = 70
"""What is left of a button's 100 characters for a question, beside who asked."""

_MARKS = {
    Verdict.RIGHT: "✅ Right",
    Verdict.WRONG: "❌ Not so",
    Verdict.TOLD: "ℹ️ On record",
}


def answer_card(question: str, answer: Answer, page: int = 1) -> Card:
    """An answer: its first line said by itself, and below it what stands behind it.

    question: the whole question, for the small heading; the pages of a long list are made again
    from it. page: of the list, from 1.
    """
    turns = len(question) <= LONGEST_HEADING
    items: list[Line] = [(f"• {item}",) for item in answer.items]
    if turns:
        shown, page, pages = page_of(items, page, SHOWN)
    else:
        shown, page, pages = first_lines(items, SHOWN), 1, 1
    notes: list[Line] = [(Dim(note),) for note in (*answer.notes, answer.footer) if note]
    lines = [*notes, *([("",)] if notes and shown else []), *shown]
    links = (
        *(turning(page, pages, addresses.answer) if turns else ()),
        *answer.links,
        *(Link(text, addresses.question(text)) for text in answer.suggestions if _fits(text)),
    )
    others = tuple((f"“{text}”",) for text in answer.suggestions if not _fits(text))
    fields = [*map(_detail, answer.details), *([Field("You could ask", others)] if others else [])]
    read = f"Read as: {answer.reading}" if answer.reading else ""
    if not lines and not fields:
        # Something has to stand between heading and footer.
        lines, read = [(Dim(read or "From the record"),)], ""
    return Card(
        title="",
        said=answer.line,
        heading=question,
        lines=tuple(lines),
        fields=tuple(fields),
        footer=f"{read}{page_mark(page, pages)}".removeprefix(" · "),
        tone=Tone.PLAIN if answer.answered else Tone.NOTICE,
        links=links,
    )


def greeting_card() -> Card:
    """What is said to a mention without a question."""
    return Card(
        title="Ask me about any Academy Award",
        lines=(
            ("Mention me with a question in plain English. Three to try:",),
            *((f"• {example}",) for example in EXAMPLES),
        ),
        footer="Then go on: “and best director?”, “what about 1995?”, “how many did it win?”",
        links=tuple(Link(example, addresses.question(example)) for example in EXAMPLES),
    )


def checked_card(found: Sequence[Checked]) -> Card:
    """What the record says of each claim of a message."""
    if not found:
        return Card(
            title="Nothing to check",
            lines=(("I found nothing in that message that the record of the awards tells.",),),
            tone=Tone.NOTICE,
        )
    wrong = sum(checked.verdict is Verdict.WRONG for checked in found)
    right = sum(checked.verdict is Verdict.RIGHT for checked in found)
    parts = [f"{number} {what}" for number, what in ((right, "right"), (wrong, "not so")) if number]
    return Card(
        title="Fact-check",
        lines=((f"{counted(len(found), 'claim')} checked" + "".join(f", {p}" for p in parts),),),
        fields=tuple(
            Field(
                f"{_MARKS[checked.verdict]}: “{shortened(checked.sentence, 200)}”",
                (
                    *((line,) for line in checked.answer.line.splitlines()),
                    *((Dim(note),) for note in checked.answer.notes),
                ),
            )
            for checked in found
        ),
        footer="What is no claim on the awards is left out",
        tone=Tone.NOTICE if wrong else Tone.PLAIN,
    )


def _detail(detail: str) -> Field:
    """Return a fact behind an answer; one like "Also nominated: a; b" as a list with a heading."""
    name, _, rest = detail.partition(": ")
    if not rest:
        return Field("Besides", ((detail,),))
    return Field(name, tuple((f"• {part}",) for part in rest.removesuffix(".").split("; ")))


def _fits(question: str) -> bool:
    return len(addresses.question(question)) <= LONGEST_ON_A_BUTTON
