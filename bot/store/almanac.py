"""The whole record in memory, for questions that no single query answers.

Slash commands read one page at a time from SQLite; a question may compare everybody with
everybody. One build is some 12,000 nominations and takes about ten megabytes here.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import orjson

from bot.errors import StoreError
from bot.models import (
    Appearance,
    Build,
    Category,
    Ceremony,
    Credit,
    Film,
    FilmFacts,
    Moment,
    Nomination,
    Person,
    SeasonAward,
)
from bot.store import records
from bot.store.database import read_only_address

T = TypeVar("T")


@dataclass(frozen=True)
class Almanac:
    """One build, read whole. Nothing in it changes; a reload makes another."""

    build: Build
    ceremonies: Mapping[int, Ceremony]
    categories: Mapping[str, Category]
    category_names: Sequence[tuple[str, str]]
    country_names: Sequence[tuple[str, str | None]]
    films: Mapping[str, Film]
    people: Mapping[str, Person]
    aliases: Sequence[tuple[str, str, str]]
    nominations: Sequence[Nomination]
    credits: Sequence[Credit]
    facts: Mapping[str, FilmFacts]
    appearances: Sequence[Appearance]
    moments: Sequence[Moment]
    season_awards: Sequence[SeasonAward]

    by_ceremony: Mapping[int, list[Nomination]] = field(init=False)
    by_category: Mapping[str, list[Nomination]] = field(init=False)
    by_film: Mapping[str, list[Nomination]] = field(init=False)
    by_person: Mapping[str, list[Nomination]] = field(init=False)
    credits_by_film: Mapping[str, list[Credit]] = field(init=False)
    credits_by_person: Mapping[str, list[Credit]] = field(init=False)
    families: Mapping[str, tuple[str, ...]] = field(init=False)
    nights: Mapping[str, frozenset[int]] = field(init=False)
    """The ceremonies at which each category was given, by number."""

    def __post_init__(self) -> None:
        by_ceremony, by_category = defaultdict(list), defaultdict(list)
        by_film, by_person = defaultdict(list), defaultdict(list)
        for nomination in self.nominations:
            by_ceremony[nomination.ceremony].append(nomination)
            by_category[nomination.category_id].append(nomination)
            for film_id in nomination.film_ids:
                by_film[film_id].append(nomination)
            for person_id in nomination.person_ids:
                by_person[person_id].append(nomination)
        credits_by_film, credits_by_person = defaultdict(list), defaultdict(list)
        for credit in self.credits:
            credits_by_film[credit.film_id].append(credit)
            credits_by_person[credit.person_id].append(credit)
        families = defaultdict(list)
        for category in self.categories.values():
            families[category.family].append(category.id)
        derived = {
            "by_ceremony": dict(by_ceremony),
            "by_category": dict(by_category),
            "by_film": dict(by_film),
            "by_person": dict(by_person),
            "credits_by_film": dict(credits_by_film),
            "credits_by_person": dict(credits_by_person),
            "families": {name: tuple(ids) for name, ids in families.items()},
            "nights": {
                id_: frozenset(row.ceremony for row in rows) for id_, rows in by_category.items()
            },
        }
        for name, value in derived.items():
            object.__setattr__(self, name, value)

    @cached_property
    def latest(self) -> Ceremony:
        """The last ceremony at which somebody won."""
        return self.ceremonies[
            max(n for n, rows in self.by_ceremony.items() if any(r.won for r in rows))
        ]

    def given(self, category_ids: Iterable[str]) -> list[int]:
        """Return the ceremonies at which any of these categories has nominations, in order."""
        return sorted(frozenset().union(*(self.nights.get(i, ()) for i in category_ids)))

    def film_ceremony(self, film_id: str) -> Ceremony | None:
        """Return the first ceremony at which a film was nominated; None for one that never was."""
        rows = self.by_film.get(film_id)
        return self.ceremonies[rows[0].ceremony] if rows else None


def read_almanac(path: Path) -> Almanac:
    """Read the build at `path` whole: a fifth of a second of work, so run it in a thread.

    Raises StoreError where the file is missing or not a build.
    """
    try:
        with closing(sqlite3.connect(read_only_address(path), uri=True)) as connection:
            return _read(connection)
    except (sqlite3.Error, ValueError, TypeError) as error:
        raise StoreError(f"{path} is not a whole build of the award data: {error}") from error


def _read(connection: sqlite3.Connection) -> Almanac:
    # The record repeats each id and each name many times: of equal texts, one is kept.
    kept: dict[str, str] = {}

    def shared(row: records.Row) -> records.Row:
        return [kept.setdefault(part, part) if type(part) is str else part for part in row]

    def lists(text: str) -> list[records.Row]:
        return [shared(row) for row in orjson.loads(text)]

    def nomination(row: records.Row) -> Nomination:
        return records.nomination([*shared(row[:-2]), *row[-2:]], lists)

    def every(make: Callable[[Any], T], query: str) -> list[T]:
        return [make(row) for row in connection.execute(query)]

    meta = dict(connection.execute("SELECT name, value FROM meta"))
    ceremonies = every(records.ceremony, f"SELECT {records.CEREMONY} FROM ceremony ORDER BY number")
    categories = every(
        records.category, f"SELECT {records.CATEGORY} FROM category ORDER BY position"
    )
    films = every(Film._make, "SELECT id, title FROM film")
    people = every(Person._make, "SELECT id, name, kind FROM person")
    facts = every(records.facts, f"SELECT {records.FACTS} FROM film_facts")
    return Almanac(
        build=Build(meta["version"], meta["source"], meta["built_at"]),
        ceremonies={c.number: c for c in ceremonies},
        categories={c.id: c for c in categories},
        category_names=list(connection.execute("SELECT name, category_id FROM category_name")),
        country_names=list(connection.execute("SELECT name, country FROM country_name")),
        films={film.id: film for film in films},
        people={person.id: person for person in people},
        aliases=list(connection.execute("SELECT kind, id, name FROM alias")),
        nominations=every(
            nomination, f"SELECT {records.NOMINATION} FROM nomination ORDER BY position"
        ),
        credits=every(
            lambda row: records.credit(shared(row)),
            f"SELECT {records.CREDIT} FROM credit ORDER BY film_id, part, billing",
        ),
        facts={fact.film_id: fact for fact in facts},
        appearances=every(
            records.appearance, f"SELECT {records.APPEARANCE} FROM appearance ORDER BY rowid"
        ),
        moments=every(records.moment, f"SELECT {records.MOMENT} FROM moment ORDER BY rowid"),
        season_awards=every(
            records.season_award, f"SELECT {records.SEASON_AWARD} FROM season_award ORDER BY rowid"
        ),
    )
