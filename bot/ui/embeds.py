"""A card -> a Discord embed. Everything shown passes here: escaped, and within Discord's limits."""

import re
from collections.abc import Sequence
from functools import lru_cache

import discord

from bot.cards.card import Card, Dim, Line, Piece, Strong, Time, Tone
from bot.cards.plain import plain, plain_line
from bot.wording import shortened

COLOURS = {Tone.WIN: 0xC9A227, Tone.PLAIN: 0x4F545C, Tone.NOTICE: 0x8A6D3B}
"""One palette: gold for a win, grey for the rest, bronze for "no such thing"."""

# Limits of Discord's embeds, in characters.
TITLE, HEADING, DESCRIPTION, FOOTER, FIELD_NAME, FIELD, WHOLE, FIELDS = (
    256, 256, 4096, 2048, 256, 1024, 6000, 25,
)  # fmt: skip
CONTENT = 2000
"""Limit of the text of a message."""

PARTS = 4
"""A list too long for one field goes on in the next, without a heading, up to this many."""

NOTHING = "\u200b"
"""Discord refuses an empty title, field or label, but takes a character without width."""

Written = tuple[Line, str]
"""A line, and the Markdown that shows it."""

_MARKS = re.compile(r"[\\*_~`|\[\]<>#@]")
_LINE_START = re.compile(r"^(\s*)([-+>]|\d+[.)])")
_BREAKS = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Marks that would turn the direction of whatever follows them on the line."""

_ODD = re.compile(
    rf"{_MARKS.pattern}|{_TURNS.pattern}|[^\S ]|  |[\x00-\x1f\x7f-\x9f]|://|^ ?[-+\d]"
)
"""Whatever may not stay as it is. Most names have nothing of it: this one look is enough."""


def escape(text: str) -> str:
    """Return `text` so that Discord shows it as it is: no Markdown, no mention, no link."""
    if not _ODD.search(text):
        return text
    escaped = _MARKS.sub(lambda mark: f"\\{mark[0]}", one_line(text))
    escaped = _LINE_START.sub(_quoted_start, escaped)
    return escaped.replace("://", ":\u2060//")


def one_line(text: str) -> str:
    """Return `text` on one line, read from left to right, without control characters."""
    return _TURNS.sub("", _BREAKS.sub(" ", text))


@lru_cache(maxsize=256)
def to_embed(card: Card) -> discord.Embed:
    """Return the embed of a card. Whatever the card holds, Discord accepts the embed.

    Equal cards share one, so nobody may change it.
    """
    written = _written(card.lines)
    embed = discord.Embed(
        title=_short(escape(card.title), TITLE) if card.title else None,
        colour=COLOURS[card.tone],
        url=card.url or None,
        description=_fitting(written, DESCRIPTION),
    )
    if heading := one_line(card.heading).strip():
        embed.set_author(name=shortened(heading, HEADING))
    tallest = max((len(field.lines) for field in card.fields if field.inline), default=0)
    for field in card.fields:
        name = _short(escape(field.name), FIELD_NAME)
        for part in _parts(_written(field.lines)):
            if len(embed.fields) < FIELDS:
                value = _fitting(part, FIELD) or NOTHING
                if field.inline:
                    value = _as_tall(value, tallest)
                embed.add_field(name=name, value=value, inline=field.inline)
            name = NOTHING
    if footer := one_line(card.footer).strip():
        embed.set_footer(text=shortened(footer, FOOTER))
    while len(embed) > WHOLE and embed.fields:
        embed.remove_field(len(embed.fields) - 1)
    if len(embed) > WHOLE:
        room = len(embed.description or "") - (len(embed) - WHOLE)
        embed.description = _fitting(written, room)
    if not embed.title and not embed.description:
        embed.title = NOTHING
    return embed


def said(card: Card) -> str | None:
    """Return what a card says outside its embed; None where it says nothing there."""
    return _lines_of_text(card.said) if card.said.strip() else None


def as_text(card: Card) -> str:
    """Return a card as a message of text, for a channel where embeds are not allowed."""
    return _lines_of_text(plain(card))


def _lines_of_text(text: str) -> str:
    return _short("\n".join(escape(line) for line in text.splitlines()), CONTENT)


def _written(lines: Sequence[Line]) -> list[Written]:
    return [(line, _markdown(line)) for line in lines]


def _markdown(line: Line) -> str:
    return _LINE_START.sub(_quoted_start, "".join(_piece(piece) for piece in line))


def _piece(piece: Piece) -> str:
    if isinstance(piece, Time):
        return f"<t:{piece.at.timestamp():.0f}:f>"
    text = piece if isinstance(piece, str) else piece.text
    words = text.strip()
    if isinstance(piece, str | Dim) or not words:
        return escape(text)
    # Marks right beside a space would be shown instead of obeyed.
    mark = "**" if isinstance(piece, Strong) else "*"
    before, words, after = text.partition(words)
    return f"{escape(before)}{mark}{escape(words)}{mark}{escape(after)}"


def _fitting(lines: Sequence[Written], limit: int) -> str:
    """Join whole lines up to the limit; the last line tells how many were left out.

    Discord takes away white space around a text, so it is not counted on.
    """
    text = "\n".join(markdown for _, markdown in lines).strip()
    if len(text) <= limit:
        return text
    room = limit - len("\nand 999,999 more")
    kept: list[str] = []
    for _, markdown in lines:
        room -= len(markdown) + 1
        if room < 0:
            break
        kept.append(markdown)
    if not any(kept):
        return _short(escape(plain_line(lines[0][0])), limit)
    return "\n".join([*kept, f"and {len(lines) - len(kept):,} more"]).strip()


def _parts(lines: Sequence[Written]) -> list[list[Written]]:
    """Part lines into as many fields as they need, at most three."""
    parts: list[list[Written]] = [[]]
    room = FIELD
    for line in lines:
        length = len(line[1]) + 1
        if length > room and parts[-1] and len(parts) < PARTS:
            parts.append([])
            room = FIELD
        parts[-1].append(line)
        room -= length
    return parts


def _as_tall(value: str, tallest: int) -> str:
    """Make a column as tall as the one beside it: some clients would set it in the middle."""
    missing = f"\n{NOTHING}" * (tallest - value.count("\n") - 1)
    return value + missing if len(value) + len(missing) <= FIELD else value


def _short(escaped: str, limit: int) -> str:
    """Cut an escaped text, never between a backslash and what it escapes."""
    text = escaped.strip()
    if len(text) <= limit:
        return text or NOTHING
    cut = text[: limit - 1]
    if (len(cut) - len(cut.rstrip("\\"))) % 2:
        cut = cut[:-1]
    return f"{cut.rstrip()}…"


def _quoted_start(match: re.Match[str]) -> str:
    start = match[2]
    return f"{match[1]}{start[:-1]}\\{start[-1]}"
