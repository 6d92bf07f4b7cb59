"""A card -> a Discord embed. Everything shown passes here: escaped, and within Discord's limits."""

import re
from collections.abc import Iterator

import discord

from bot.cards.card import Card, Dim, Em, Line, Strong, Tone
from bot.wording import shortened

COLOURS = {Tone.WIN: 0xC9A227, Tone.PLAIN: 0x4F545C, Tone.NOTICE: 0x8A6D3B}
"""One palette: gold for a win, grey for the rest, bronze for "no such thing"."""

# Limits of Discord's embeds, in characters.
TITLE, HEADING, DESCRIPTION, FOOTER, FIELD_NAME, FIELD, WHOLE, FIELDS = (
    256, 256, 4096, 2048, 256, 1024, 6000, 25,
)  # fmt: skip

_MARKS = re.compile(r"[\\*_~`|\[\]<>#@]")
_LINE_START = re.compile(r"^(\s*)([-+>]|\d+[.)])")


def escape(text: str) -> str:
    """Return `text` so that Discord shows it as it is: no Markdown, no mention, no link."""
    escaped = _MARKS.sub(lambda mark: f"\\{mark[0]}", text.replace("\n", " "))
    escaped = _LINE_START.sub(_quoted_start, escaped)
    return escaped.replace("://", ":\u2060//")


def to_embed(card: Card) -> discord.Embed:
    """Return the embed of a card. Whatever the card holds, Discord accepts the embed."""
    embed = discord.Embed(
        title=shortened(escape(card.title), TITLE),
        colour=COLOURS[card.tone],
        url=card.url or None,
        description=_fitting([*_markdown(card.lines)], DESCRIPTION),
    )
    if card.heading:
        embed.set_author(name=shortened(card.heading, HEADING))
    for field in card.fields[:FIELDS]:
        embed.add_field(
            name=shortened(escape(field.name), FIELD_NAME),
            value=_fitting([*_markdown(field.lines)], FIELD) or "\u200b",
            inline=field.inline,
        )
    if card.footer:
        embed.set_footer(text=shortened(card.footer, FOOTER))
    while len(embed) > WHOLE and embed.fields:
        embed.remove_field(len(embed.fields) - 1)
    if len(embed) > WHOLE:
        spare = WHOLE - (len(embed) - len(embed.description or ""))
        embed.description = shortened(embed.description or "", spare)
    return embed


def _markdown(lines: tuple[Line, ...]) -> Iterator[str]:
    for line in lines:
        if line and all(isinstance(piece, Dim) for piece in line):
            yield f"-# {''.join(escape(piece.text) for piece in line if isinstance(piece, Dim))}"
        else:
            yield "".join(_piece(piece) for piece in line)


def _piece(piece: str | Strong | Em | Dim) -> str:
    if isinstance(piece, str):
        return escape(piece) if piece.strip() else piece
    if isinstance(piece, Dim) or not piece.text.strip():
        return escape(piece.text)
    mark = "**" if isinstance(piece, Strong) else "*"
    return f"{mark}{escape(piece.text)}{mark}"


def _fitting(lines: list[str], limit: int) -> str:
    """Join whole lines up to the limit; the last line tells how many were left out."""
    text = "\n".join(lines)
    if len(text) <= limit:
        return text
    kept: list[str] = []
    room = limit - len("\n-# and 9,999 more")
    for line in lines:
        if sum(len(k) + 1 for k in kept) + len(line) > room:
            break
        kept.append(line)
    if not kept:
        return shortened(lines[0], limit)
    return "\n".join([*kept, f"-# and {len(lines) - len(kept):,} more"])


def _quoted_start(match: re.Match[str]) -> str:
    start = match[2]
    return f"{match[1]}{start[:-1]}\\{start[-1]}"
