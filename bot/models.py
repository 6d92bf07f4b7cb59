"""The records that the store gives and the cards show. Pure data: no SQL, no Discord.

Each mirrors a table of the Data Package; see `bot/dataset/tables.py` for what a column may hold.
"""

import datetime
from dataclasses import dataclass, field
from typing import NamedTuple


class Build(NamedTuple):
    """What a build says of itself; `built_at` is UTC in ISO 8601."""

    version: str
    source: str
    built_at: str


@dataclass(frozen=True, slots=True)
class Ceremony:
    """A numbered night. `film_year` is the year its films came out, such as "1927/28"."""

    number: int
    film_year: str
    held_on: datetime.date
    venue: str
    city: str
    hosts: tuple[str, ...]
    broadcasters: tuple[str, ...]
    note: str | None

    @property
    def film_years(self) -> tuple[int, ...]:
        """The calendar years of its films: one, or two for the first six ceremonies."""
        first = int(self.film_year[:4])
        return (first, first + 1) if "/" in self.film_year else (first,)


@dataclass(frozen=True, slots=True)
class Category:
    """A prize with one canonical id; `family` joins those that are one to most people."""

    id: str
    canonical_name: str
    name: str
    group: str
    family: str
    grew_out_of: tuple[str, ...]
    honours: str

    @property
    def competitive(self) -> bool:
        """Whether nominees compete for it; honorary and scientific awards are given outright."""
        return self.group not in ("honorary", "scientific")


class Film(NamedTuple):
    """A film; `id` is IMDb's where known."""

    id: str
    title: str


class Person(NamedTuple):
    """Somebody, or a company, nominated, honoured or credited; `id` is IMDb's where known."""

    id: str
    name: str
    kind: str


class Work(NamedTuple):
    """A film that a nomination is for, with the character, song or dance where it has one."""

    film_id: str
    title: str
    character: str | None = None
    song: str | None = None
    dance: str | None = None


class Nominee(NamedTuple):
    """Who was nominated, as named that year; those of one `position` share one credit."""

    person_id: str
    name: str
    nominated_as: str | None = None
    position: int = 1


@dataclass(frozen=True, slots=True)
class Nomination:
    """One line of the official record."""

    id: str
    ceremony: int
    category_id: str
    official_name: str
    won: bool
    status: str
    remark: str | None
    place: int | None
    country: str | None
    section: str | None
    works: tuple[Work, ...]
    nominees: tuple[Nominee, ...]
    film_ids: tuple[str, ...] = field(init=False)
    """Its films, each once, in order."""
    person_ids: tuple[str, ...] = field(init=False)
    """Its nominees, each once, in order."""

    def __post_init__(self) -> None:
        films = tuple(dict.fromkeys(work.film_id for work in self.works))
        people = tuple(dict.fromkeys(nominee.person_id for nominee in self.nominees))
        object.__setattr__(self, "film_ids", films)
        object.__setattr__(self, "person_ids", people)

    @property
    def counts(self) -> bool:
        """Whether it counts as a nomination: an official one, or one that won all the same."""
        return self.won or self.status == "official"


class Credit(NamedTuple):
    """A part in a film: `role` is the character of a cast credit, the job of a crew credit."""

    film_id: str
    part: str
    billing: int
    person_id: str
    name: str
    role: str | None


@dataclass(frozen=True, slots=True)
class FilmFacts:
    """What is known of a film beyond its nominations; None is not known."""

    film_id: str
    release_year: int
    runtime_minutes: int | None
    countries: tuple[str, ...]
    languages: tuple[str, ...]
    budget_usd: int | None
    crew_size: int | None
    filmed_in: str | None


class Appearance(NamedTuple):
    """Who presented, performed or spoke on a night; `subject` is a song or a tribute."""

    ceremony: int
    role: str
    category_id: str | None
    subject: str | None
    people: tuple[str, ...]
    note: str | None


class Moment(NamedTuple):
    """Something said, done or achieved on a night, in one sentence.

    topic: a heading, and after a semicolon each other thing that is told, as people ask for it.
    """

    ceremony: int
    kind: str
    category_id: str | None
    film_id: str | None
    people: tuple[str, ...]
    topic: str
    text: str

    @property
    def heading(self) -> str:
        """The topic as a card shows it."""
        return self.topic.partition(";")[0]


class SeasonAward(NamedTuple):
    """A prize of another body in the season before a ceremony."""

    ceremony: int
    body: str
    edition: str
    held_on: datetime.date | None
    category: str
    film_id: str | None
    film: str | None
    people: tuple[str, ...]
    won: bool
