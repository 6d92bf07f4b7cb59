"""A card: words and stress, where each stands, and where one can go from it. It knows no screen.

`ui/embeds.py` makes an embed of it, `cards/plain.py` text for a terminal.
"""

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from bot.wording import day

PAGE_ROOM = 2400
"""How many characters a page may have: with its marks and a few lines around, it fits an embed."""


class Tone(Enum):
    """What a card tells, which gives it its colour."""

    WIN = "win"
    PLAIN = "plain"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that carry a line."""

    text: str


@dataclass(frozen=True, slots=True)
class Em:
    """A title of a film or a song."""

    text: str


@dataclass(frozen=True, slots=True)
class Dim:
    """Words of less weight: fainter where the screen can do it, which Discord's embeds cannot."""

    text: str


@dataclass(frozen=True, slots=True)
class Time:
    """A moment, aware: in the reader's own time where the screen can do it."""

    at: datetime.datetime

    @property
    def text(self) -> str:
        """The moment in UTC: "2 March 2025, 23:45 UTC"."""
        utc = self.at.astimezone(datetime.UTC)
        return f"{day(utc.date())}, {utc:%H:%M} UTC"


Piece = str | Strong | Em | Dim | Time
Line = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """Lines under a heading."""

    name: str
    lines: tuple[Line, ...]
    inline: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A way to another card, by its address.

    turns: whether it is another page of the same card, and takes its place.
    """

    label: str
    address: str
    turns: bool = False
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class Menu:
    """A choice among up to 25 addresses."""

    placeholder: str
    links: tuple[Link, ...]
    turns: bool = True


@dataclass(frozen=True, slots=True)
class Card:
    """What to say. `heading` stands small above the title, `footer` small below everything.

    said: the answer to a question, spoken before and outside the card. title: may be empty where
    there are lines.
    """

    title: str
    said: str = ""
    heading: str = ""
    lines: tuple[Line, ...] = ()
    fields: tuple[Field, ...] = ()
    footer: str = ""
    tone: Tone = Tone.PLAIN
    url: str = ""
    links: tuple[Link, ...] = ()
    menu: Menu | None = None

    def with_note(self, note: str) -> "Card":
        """Return the card with a small line above its first."""
        return replace(self, lines=((Dim(note),), *self.lines))


def separated(pieces: Iterable[Line], by: str = " · ") -> Line:
    """Return several lines as one, with a mark between them."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined:
            joined.append(by)
        joined.extend(piece)
    return tuple(joined)


def first_lines(lines: Sequence[Line], most: int, more: str = "and {} more") -> tuple[Line, ...]:
    """Return at most `most` lines, the last of them telling how many were left out."""
    if len(lines) <= most:
        return tuple(lines)
    return (*lines[: most - 1], (Dim(more.format(len(lines) - most + 1)),))


def page_of(lines: Sequence[Line], number: int, size: int) -> tuple[tuple[Line, ...], int, int]:
    """Return the lines of a page, the number of the page really shown, and how many there are.

    number: from 1; one too small or too large gives the first or the last page.
    size: most lines of a page; where they are long, fewer fit, so that none is ever cut.
    """
    pages: list[list[Line]] = [[]]
    room = PAGE_ROOM
    for line in lines:
        length = sum(len(piece if isinstance(piece, str) else piece.text) for piece in line)
        if pages[-1] and (len(pages[-1]) == size or length > room):
            pages.append([])
            room = PAGE_ROOM
        pages[-1].append(line)
        room -= length
    number = min(max(number, 1), len(pages))
    return tuple(pages[number - 1]), number, len(pages)


def turning(number: int, pages: int, address: Callable[[int], str]) -> tuple[Link, ...]:
    """Return the links to the pages before and after; none where there is only one page."""
    if pages == 1:
        return ()
    return (
        Link("← Back", address(number - 1), turns=True, enabled=number > 1),
        Link("More →", address(number + 1), turns=True, enabled=number < pages),
    )


def page_mark(number: int, pages: int) -> str:
    """Return " · page 2 of 5" for the end of a footer; "" where there is only one page."""
    return f" · page {number} of {pages}" if pages > 1 else ""
