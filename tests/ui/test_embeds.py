"""A card becomes an embed that Discord accepts and that shows every word as it is."""

import datetime
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.cards.card import Card, Dim, Em, Field, Line, Link, Menu, Strong, Time, Tone
from bot.ui.buttons import view_of
from bot.ui.embeds import escape, one_line, to_embed
from tests.ui.limits import faults

# What makes trouble: Markdown, mentions, links, marks without width or that turn the direction.
NASTY = [
    "*", "**", "_", "__", "~~", "`", "```", "|", "||", "\\", "[a](b)", "<@1>", "<@&1>", "<#1>",
    "@everyone", "@here", "</a:1>", "<t:0:R>", "<:a:1>", "# ", "-# ", "> ", ">>> ", "- ", "1. ",
    "https://x.y/z", "discord.gg/x", "\u200b", "\u200d", "\u202e", "\u2066", "\u2060", "\ufeff",
    "\n", "\r", "\t", "\x00", "\x1b", "\u2028", "é", "𝒜", "🏆", "أ", "&amp;", "M*A*S*H",
]  # fmt: skip
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
TEXT = st.lists(st.one_of(st.sampled_from(NASTY), WORDS), max_size=8).map("".join)
TIMES = st.datetimes(timezones=st.just(datetime.UTC))
PIECES = st.one_of(TEXT, TEXT.map(Strong), TEXT.map(Em), TEXT.map(Dim), TIMES.map(Time))
LINES = st.lists(PIECES, max_size=4).map(tuple)
MANY = st.lists(LINES, max_size=6).map(tuple)
FIELDS = st.builds(Field, name=TEXT, lines=MANY, inline=st.booleans())
ADDRESSES = st.one_of(
    st.from_regex(r"\A(film|person)/[a-z0-9-]{2,60}/[1-9]\Z"), st.text("abc/1", min_size=1)
)
LINKS = st.builds(Link, label=TEXT, address=ADDRESSES, turns=st.booleans(), enabled=st.booleans())
MENUS = st.builds(
    Menu, placeholder=TEXT, links=st.lists(LINKS, max_size=40).map(tuple), turns=st.booleans()
)
CARDS = st.builds(
    Card,
    title=TEXT,
    heading=TEXT,
    lines=MANY,
    fields=st.lists(FIELDS, max_size=30).map(tuple),
    footer=TEXT,
    tone=st.sampled_from(Tone),
    links=st.lists(LINKS, max_size=30).map(tuple),
    menu=st.none() | MENUS,
)


def swollen(card: Card, longer: int, more: int) -> Card:
    """Return a card with each text so many times as long and each list so many times as full."""

    def line(pieces: Line) -> Line:
        return tuple(
            piece
            if isinstance(piece, Time)
            else piece * longer
            if isinstance(piece, str)
            else replace(piece, text=piece.text * longer)
            for piece in pieces
        )

    return replace(
        card,
        title=card.title * longer,
        heading=card.heading * longer,
        footer=card.footer * longer,
        lines=tuple(map(line, card.lines)) * more,
        fields=tuple(
            Field(field.name * longer, tuple(map(line, field.lines)) * more, field.inline)
            for field in card.fields
        ),
        links=tuple(replace(link, label=link.label * longer) for link in card.links) * more,
    )


@settings(max_examples=60)
@given(CARDS, st.sampled_from([1, 2, 7, 60, 500]), st.sampled_from([1, 2, 9, 100]))
async def test_whatever_a_card_holds_discord_accepts_it(card: Card, longer: int, more: int) -> None:
    card = swollen(card, longer, more)
    assert faults(to_embed(card), view_of(card, asker=1_456_074_443_980_800_015)) == []


def test_a_description_cut_within_an_escape_leaves_the_whole_within_the_limit() -> None:
    card = Card("", lines=(("*" * 2500,),), footer="*" * 2000)
    assert len(to_embed(card)) <= 6000


@given(TEXT)
def test_escaped_text_reads_as_it_was(text: str) -> None:
    shown = re.sub(r"\\(.)", r"\1", escape(text)).replace("\u2060", "")
    assert shown == one_line(text).replace("\u2060", "")


@given(TEXT)
def test_escaped_text_has_no_mark_that_discord_would_obey(text: str) -> None:
    plain = re.sub(r"\\.", "", escape(text))
    assert not re.search(r"[*_~`|<>@#\[\]\\\n\r]|://", plain)
    assert not re.match(r"\s*([-+>]|\d+[.)])", plain)


@given(st.lists(LINES, max_size=3))
async def test_a_line_starts_neither_a_list_nor_a_heading(lines: list[Line]) -> None:
    shown = to_embed(Card(title="x", lines=tuple(lines))).description or ""
    for line in shown.splitlines():
        assert not re.match(r"\s*([-+>#]|-#|\d+[.)])\s", line.replace("\\", "\\\\"))


def test_stress_stands_around_words_and_not_around_spaces() -> None:
    card = Card("x", lines=((Strong(" a*b "), Em("c"), Em(" "), "d"),))
    assert to_embed(card).description == "**a\\*b** *c* d"


def test_a_long_list_goes_on_in_a_second_field_and_loses_nothing() -> None:
    lines: tuple[Line, ...] = tuple((f"{number} " + "x" * 50,) for number in range(30))
    embed = to_embed(Card("x", fields=(Field("Winners", lines),)))
    assert [field.name for field in embed.fields] == ["Winners", "\u200b"]
    assert sum((field.value or "").count("\n") + 1 for field in embed.fields) == 30


def test_columns_side_by_side_are_equally_tall() -> None:
    columns = (
        Field("Wins", (("1",),), inline=True),
        Field("Nominations", (("2",), ("3",)), inline=True),
    )
    embed = to_embed(Card("x", fields=columns))
    assert [field.value for field in embed.fields] == ["1\n\u200b", "2\n3"]


def test_what_cannot_be_shown_is_counted() -> None:
    lines: tuple[Line, ...] = (("x" * 100,),) * 100
    description = to_embed(Card("x", lines=lines)).description or ""
    assert description.endswith("\nand 60 more")


def test_a_time_is_in_the_time_zone_of_its_reader() -> None:
    at = datetime.datetime(2025, 3, 3, 0, 30, tzinfo=datetime.UTC)
    assert to_embed(Card("x", lines=((Time(at),),))).description == "<t:1740961800:f>"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("M*A*S*H", "M\\*A\\*S\\*H"),
        ("@everyone", "\\@everyone"),
        ("https://example.org", "https:\u2060//example.org"),
        ("1. First", "1\\. First"),
        ("\u202eabc", "abc"),
        ("a\n# b", "a \\# b"),
    ],
)
def test_titles_survive(text: str, shown: str) -> None:
    assert escape(text) == shown
