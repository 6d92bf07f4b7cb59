"""Whatever the tables hold, and more than they may hold, makes cards that Discord accepts."""

import datetime
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.cards import addresses
from bot.cards.awards import nominees_card, not_given_card, winner_card
from bot.cards.card import Card, Link
from bot.cards.categories import category_card
from bot.cards.choices import choices_card
from bot.cards.films import cast_card, film_card
from bot.cards.loads import history_card, loaded_card, refused_card, removal_card, status_card
from bot.cards.nights import PARTS, ceremony_card
from bot.cards.people import person_card
from bot.dataset.builds import Builds, Load
from bot.dataset.changes import TableChange
from bot.dataset.load import Loaded
from bot.models import (
    Appearance,
    Category,
    Ceremony,
    Credit,
    Film,
    FilmFacts,
    Moment,
    Nomination,
    Nominee,
    Person,
    SeasonAward,
    Work,
)
from bot.ui.buttons import view_of
from bot.ui.embeds import to_embed
from tests.ui.limits import faults

FILM_ID, PERSON_ID = "f" * 60, "p" * 60
NASTY = ["M*A*S*H", "@everyone", "<@1>", "__", "\u200b", "\u202e", "1. ", "https://x.y", "a, b"]
WORDS = st.one_of(st.sampled_from(NASTY), st.text(st.characters(exclude_categories=["Cs"])))
NAMES = st.tuples(WORDS, st.sampled_from([1, 1, 1, 20, 200])).map(lambda pair: pair[0] * pair[1])
SOME = st.none() | NAMES
LISTS = st.lists(NAMES, max_size=3).map(tuple)
NUMBERS = st.integers(1, 5)
CATEGORIES = {
    id_: Category(id_, id_.upper(), name, group, family, (), honours)
    for id_, name, group, family, honours in (
        ("best-picture", "Best Picture", "picture", "best-picture", "film"),
        ("picture-color", "Best Picture, Color", "picture", "best-picture", "film"),
        ("actor-leading", "Best Actor", "acting", "actor-leading", "person"),
        ("original-song", "Best *Original* Song", "music", "original-song", "song"),
        ("honorary-award", "Honorary " * 30, "honorary", "honorary-award", "honour"),
    )
}
CEREMONIES = {
    number: Ceremony(
        number, f"{1926 + number}", datetime.date(1927 + number, 5, 16), "V", "C", (), (), None
    )
    for number in range(1, 6)
}
WORKS = st.builds(
    Work, film_id=st.just(FILM_ID), title=NAMES, character=SOME, song=SOME, dance=SOME
)
NOMINEES = st.builds(
    Nominee,
    person_id=st.just(PERSON_ID),
    name=NAMES,
    nominated_as=st.none() | st.sampled_from(["Music", "Lyrics", "Producer"]),
    position=NUMBERS,
)
NOMINATIONS = st.lists(
    st.builds(
        Nomination,
        id=st.just("x"),
        ceremony=NUMBERS,
        category_id=st.sampled_from(list(CATEGORIES)),
        official_name=NAMES,
        won=st.booleans(),
        status=st.sampled_from(["official", "write-in", "withdrawn", "revoked", "unofficial"]),
        remark=st.sampled_from([None, "tie", "refused"]),
        place=st.none(),
        country=SOME,
        section=SOME,
        works=st.lists(WORKS, max_size=3).map(tuple),
        nominees=st.lists(NOMINEES, max_size=4).map(tuple),
    ),
    min_size=1,
    max_size=8,
)
CREDITS = st.lists(
    st.builds(
        Credit,
        film_id=st.just(FILM_ID),
        part=st.sampled_from(["cast", "crew"]),
        billing=NUMBERS,
        person_id=st.just(PERSON_ID),
        name=NAMES,
        role=st.none() | st.sampled_from(["Director", "Writer"]) | NAMES,
    ),
    max_size=6,
)
MORE = st.sampled_from([1, 1, 4, 60])
PAGES = st.integers(-1, 9)


def accepted(card: Card) -> None:
    """Assert that Discord accepts a card, first as it is and then with a note above."""
    for shown in (card, card.with_note("Nothing is called that.")):
        assert faults(to_embed(shown), view_of(shown, asker=1_456_074_443_980_800_015)) == []


@settings(max_examples=60)
@given(NOMINATIONS, MORE)
async def test_any_nominations_of_one_night(nominations: list[Nomination], more: int) -> None:
    category, ceremony = CATEGORIES["best-picture"], CEREMONIES[3]
    rows = nominations * more
    won = [row for row in rows if row.won]
    before = [(CEREMONIES[2], won), (CEREMONIES[1], [])]
    accepted(winner_card(category, ceremony, rows, before, (2, None), CATEGORIES))
    accepted(nominees_card(category, ceremony, rows, (None, 4), CATEGORIES))
    others = list(CATEGORIES.values())
    accepted(not_given_card(category, ceremony, list(CEREMONIES.values()), others, others))


@settings(max_examples=40)
@given(
    NOMINATIONS,
    st.lists(
        st.builds(
            Appearance,
            ceremony=NUMBERS,
            role=st.sampled_from(["presenter", "performer", "tribute", "announcer"]),
            category_id=st.none() | st.sampled_from(list(CATEGORIES)),
            subject=SOME,
            people=LISTS,
            note=SOME,
        ),
        max_size=5,
    ),
    st.lists(
        st.builds(
            Moment,
            ceremony=NUMBERS,
            kind=st.just("fact"),
            category_id=st.none(),
            film_id=st.none(),
            people=LISTS,
            topic=NAMES,
            text=NAMES,
        ),
        max_size=5,
    ),
    st.sampled_from([*PARTS, "nonsense"]),
    PAGES,
    MORE,
)
async def test_any_night(
    nominations: list[Nomination],
    appearances: list[Appearance],
    moments: list[Moment],
    part: str,
    page: int,
    more: int,
) -> None:
    accepted(
        ceremony_card(
            CEREMONIES[3],
            nominations * more,
            appearances * more,
            moments * more,
            CATEGORIES,
            part=part,
            page=page,
            neighbours=(2, 4),
        )
    )


@settings(max_examples=40)
@given(NOMINATIONS, CREDITS, MORE, PAGES)
async def test_any_film_person_or_category(
    nominations: list[Nomination], credits: list[Credit], more: int, page: int
) -> None:
    rows, parts = nominations * more, credits * more
    film, person = Film(FILM_ID, "T" * 160), Person(PERSON_ID, "N" * 160, "person")
    facts = FilmFacts(FILM_ID, 1950, 120, ("C",) * 99, ("L",) * 99, 6_000_000, 40, "F" * 160)
    award = SeasonAward(3, "BAFTA", "78th", None, "Film", FILM_ID, "T", ("N" * 160,) * 9, True)
    accepted(film_card(film, rows, parts, facts, [award] * 9, CEREMONIES, CATEGORIES, page=page))
    accepted(cast_card(film, rows, parts, CEREMONIES, CATEGORIES))
    titles = {FILM_ID: film.title}
    accepted(person_card(person, rows, parts, titles, CEREMONIES, CATEGORIES, page=page))
    others = list(CATEGORIES.values())
    names = {PERSON_ID: person}
    accepted(
        category_card(others[0], rows, others, others, names, CEREMONIES, CATEGORIES, page=page)
    )


@settings(max_examples=30)
@given(NAMES, LISTS, MORE)
async def test_any_choices_and_any_load(
    build: Path, text: str, texts: tuple[str, ...], more: int
) -> None:
    manifest = Builds(build).every()[0]
    links = [Link(text, addresses.film(f"{FILM_ID[:50]}-{n}")) for n in range(more)]
    accepted(choices_card(text, links, "film"))
    changes = (TableChange("film_facts", 9, 1, 2, 3, texts),) * 12
    loaded = Loaded("v", texts * more, "", True, changes, 1.0)
    for card in (
        loaded_card(loaded, "v", 1.0),
        removal_card(loaded),
        refused_card(loaded, "v"),
        history_card([Load("2026-11-22T18:00:00+00:00", text, "reload", "v", "", "ok")] * more),
        status_card(replace(manifest, source=text), text, text, {text: 3}, 1.0),
        status_card(None, text, "", {}, 1.0),
    ):
        accepted(card)
