"""Rows of the database -> records. The column lists stand beside what reads them."""

import datetime
from collections.abc import Callable, Sequence
from typing import Any

import orjson

from bot.models import (
    Appearance,
    Category,
    Ceremony,
    Credit,
    FilmFacts,
    Moment,
    Nomination,
    Nominee,
    SeasonAward,
    Work,
)

CEREMONY = "number, film_year, held_on, venue, city, hosts, broadcasters, note"
CATEGORY = 'id, canonical_name, name, "group", family, grew_out_of, honours'
NOMINATION = (
    "id, ceremony, category_id, official_name, won, status, remark, place, country, section, "
    "works, nominees"
)
CREDIT = "film_id, part, billing, person_id, name, role"
FACTS = (
    "film_id, release_year, runtime_minutes, countries, languages, budget_usd, crew_size, filmed_in"
)
APPEARANCE = "ceremony, role, category_id, subject, people, note"
MOMENT = "ceremony, kind, category_id, film_id, people, topic, text"
SEASON_AWARD = "ceremony, body, edition, held_on, category, film_id, film, people, won"

Row = Sequence[Any]


def ceremony(row: Row) -> Ceremony:
    """Read a row of the columns CEREMONY."""
    number, film_year, held_on, venue, city, hosts, broadcasters, note = row
    return Ceremony(
        number, film_year, datetime.date.fromisoformat(held_on), venue, city,
        _names(hosts), _names(broadcasters), note,
    )  # fmt: skip


def category(row: Row) -> Category:
    """Read a row of the columns CATEGORY."""
    id_, canonical_name, name, group, family, grew_out_of, honours = row
    return Category(id_, canonical_name, name, group, family, _names(grew_out_of), honours)


def nomination(row: Row, lists: Callable[[str], list[Row]] = orjson.loads) -> Nomination:
    """Read a row of the columns NOMINATION. lists: reads its works and its nominees."""
    (
        id_, number, category_id, official_name, won, status, remark, place, country, section,
        works, nominees,
    ) = row  # fmt: skip
    return Nomination(
        id_, number, category_id, official_name, bool(won), status, remark, place, country, section,
        tuple(map(Work._make, lists(works))),
        tuple(map(Nominee._make, lists(nominees))),
    )  # fmt: skip


def credit(row: Row) -> Credit:
    """Read a row of the columns CREDIT."""
    return Credit(*row)


def facts(row: Row) -> FilmFacts:
    """Read a row of the columns FACTS."""
    film_id, year, runtime, countries, languages, budget, crew_size, filmed_in = row
    return FilmFacts(
        film_id, year, runtime, _names(countries), _names(languages), budget, crew_size, filmed_in
    )


def appearance(row: Row) -> Appearance:
    """Read a row of the columns APPEARANCE."""
    number, role, category_id, subject, people, note = row
    return Appearance(number, role, category_id, subject, _names(people), note)


def moment(row: Row) -> Moment:
    """Read a row of the columns MOMENT."""
    number, kind, category_id, film_id, people, topic, text = row
    return Moment(number, kind, category_id, film_id, _names(people), topic, text)


def season_award(row: Row) -> SeasonAward:
    """Read a row of the columns SEASON_AWARD."""
    number, body, edition, held_on, category_name, film_id, film, people, won = row
    date = datetime.date.fromisoformat(held_on) if held_on else None
    return SeasonAward(
        number, body, edition, date, category_name, film_id, film, _names(people), bool(won)
    )


def _names(cell: str) -> tuple[str, ...]:
    return tuple(orjson.loads(cell))
