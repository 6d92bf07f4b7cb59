"""The tables of the Data Package, one model a table: what a row may hold.

The models are the contract; `datapackage.json` describes the same to other tools, and a test
keeps the two alike. Every text is one line without control characters, and every length fits
what Discord shows. A list is written in one cell with semicolons between its items.
"""

import datetime
import re
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

_HIDDEN = r"\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff"
# One line of text: no control characters, no invisible or direction-changing marks, and no space
# at either end (Discord strips those, and refuses a text that is nothing else).
PRINTABLE = rf"^([^{_HIDDEN}\s]([^{_HIDDEN}]*[^{_HIDDEN}\s])?)?$"
IDENTIFIER = r"^[a-z0-9]+(-[a-z0-9]+)*$"
FILM_YEAR = r"^[0-9]{4}(/[0-9]{2})?$"

_WHOLE_NUMBER = re.compile(r"0|[1-9][0-9]{0,17}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# Spreadsheets write TRUE where they read true.
_TRUTH = {"true": True, "TRUE": True, "True": True, "false": False, "FALSE": False, "False": False}


def _none_if_empty(value: Any) -> Any:
    return None if value == "" else value


def _split(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    parts = tuple(part.strip() for part in value.split(";")) if value else ()
    if not all(parts):
        raise _wrong("has nothing on one side of a semicolon", "Delete that semicolon.")
    return parts


# Cells are read more strictly than pydantic would: "1_000", "86400" for a day and "y" for true
# are slips of the pen here.
def _whole_number(value: Any) -> Any:
    if isinstance(value, str) and not _WHOLE_NUMBER.fullmatch(value):
        raise _wrong("is not a whole number", "Use digits only.")
    return value


def _day(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return datetime.date.fromisoformat(value if _DATE.fullmatch(value) else "")
    except ValueError:
        raise _wrong("is not a date", "Write it as 2025-03-02.") from None


def _truth(value: Any) -> Any:
    if isinstance(value, str) and value not in _TRUTH:
        raise _wrong("is neither true nor false", "Put true or false.")
    return _TRUTH.get(value, value) if isinstance(value, str) else value


def _wrong(what: str, remedy: str) -> PydanticCustomError:
    return PydanticCustomError("cell", "{what}", {"what": what, "remedy": remedy})


_OPTIONAL = BeforeValidator(_none_if_empty)
Number = Annotated[int, BeforeValidator(_whole_number)]
Date = Annotated[datetime.date, BeforeValidator(_day)]
Truth = Annotated[bool, BeforeValidator(_truth)]

Identifier = Annotated[str, Field(min_length=2, max_length=90, pattern=IDENTIFIER)]
# Short enough for the address of a card to fit a button's custom_id.
ShortIdentifier = Annotated[Identifier, Field(max_length=60)]
Text = Annotated[str, Field(min_length=1, max_length=200, pattern=PRINTABLE)]
Title = Annotated[str, Field(min_length=1, max_length=160, pattern=PRINTABLE)]
Topics = Annotated[str, Field(min_length=1, max_length=320, pattern=PRINTABLE)]
"""A heading, and after a semicolon more wordings of what is told."""

Source = Annotated[str, Field(min_length=3, max_length=400, pattern=PRINTABLE)]
OptionalText = Annotated[Text | None, _OPTIONAL]
OptionalTitle = Annotated[Title | None, _OPTIONAL]
OptionalIdentifier = Annotated[ShortIdentifier | None, _OPTIONAL]
OptionalDate = Annotated[Date | None, _OPTIONAL]
OptionalCount = Annotated[Annotated[Number, Field(ge=1, le=2_000_000_000)] | None, _OPTIONAL]
Texts = Annotated[tuple[Title, ...], BeforeValidator(_split)]
Identifiers = Annotated[tuple[Identifier, ...], BeforeValidator(_split)]
CeremonyNumber = Annotated[Number, Field(ge=1, le=200)]
Position = Annotated[Number, Field(ge=1, le=200)]
Confidence = Literal["high", "medium", "low"]


class Row(BaseModel):
    """One row of a table. `key` names the columns that identify it; `references` maps a column
    to the table whose id it holds.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    table: ClassVar[str]
    key: ClassVar[tuple[str, ...]] = ("id",)
    references: ClassVar[dict[str, str]] = {}


class Ceremony(Row):
    """A numbered night, held or announced. `film_year` is the year its films came out."""

    table = "ceremonies"
    key = ("number",)

    number: CeremonyNumber
    film_year: Annotated[str, Field(pattern=FILM_YEAR)]
    held_on: Date
    venue: Text
    city: Text
    hosts: Texts
    broadcasters: Texts
    note: OptionalText
    source: Source
    confidence: Confidence


class Category(Row):
    """A prize with one canonical id through all its names.

    `family` joins prizes that are one to most people (colour and black-and-white, say);
    `grew_out_of` names the categories it took over from.
    """

    table = "categories"
    references = {"family": "categories", "grew_out_of": "categories"}

    id: ShortIdentifier
    canonical_name: Text
    name: Title
    group: Literal[
        "picture", "directing", "acting", "writing", "production", "sound", "music",
        "film", "short", "honorary", "scientific",
    ]  # fmt: skip
    family: ShortIdentifier
    grew_out_of: Identifiers
    honours: Literal["film", "person", "song", "honour"]


class CategoryName(Row):
    """What people call a category, besides its official names. One name may mean several."""

    table = "category_names"
    key = ("name", "category_id")
    references = {"category_id": "categories"}

    name: Title
    category_id: ShortIdentifier


class CountryName(Row):
    """What people call a country whose films were up for International Feature, or its people.

    `country` is the record's own name, which changed over time; empty where no film of the
    country was ever nominated.
    """

    table = "country_names"
    key = ("name", "country")

    name: Title
    country: OptionalTitle


class Film(Row):
    """A film: its IMDb id, or an id of our own where IMDb's is not known."""

    table = "films"

    id: ShortIdentifier
    title: Title


class Person(Row):
    """Somebody, or some company, that was nominated, honoured or credited."""

    table = "people"

    id: ShortIdentifier
    name: Title
    kind: Literal["person", "company", "unknown"]


class Alias(Row):
    """Another name of a film or a person, as people type it."""

    table = "aliases"
    key = ("kind", "name", "id")

    kind: Literal["film", "person"]
    id: ShortIdentifier
    name: Title


class Nomination(Row):
    """One line of the official record. `official_name` is the category's name that year."""

    table = "nominations"
    references = {"ceremony": "ceremonies", "category_id": "categories"}

    id: Identifier
    ceremony: CeremonyNumber
    category_id: ShortIdentifier
    official_name: Text
    won: Truth
    status: Literal["official", "write-in", "withdrawn", "revoked", "unofficial"]
    remark: Annotated[Literal["tie", "refused"] | None, _OPTIONAL]
    place: Annotated[Literal["2", "3"] | None, _OPTIONAL]
    country: OptionalTitle
    section: OptionalTitle


class Work(Row):
    """A film that a nomination is for, with the character, song or dance where it has one."""

    table = "works"
    key = ("nomination_id", "position")
    references = {"nomination_id": "nominations", "film_id": "films"}

    nomination_id: Identifier
    position: Position
    film_id: ShortIdentifier
    title: Title
    character: OptionalTitle
    song: OptionalTitle
    dance: OptionalTitle


class Nominee(Row):
    """Who was nominated, as named that year. Two rows of one position share one credit."""

    table = "nominees"
    key = ("nomination_id", "position", "person_id")
    references = {"nomination_id": "nominations", "person_id": "people"}

    nomination_id: Identifier
    position: Position
    person_id: ShortIdentifier
    name: Title
    nominated_as: OptionalTitle


class Credit(Row):
    """A person's part in a film: a character with its place in the billing, or a job."""

    table = "credits"
    key = ("film_id", "part", "person_id", "role")
    references = {"film_id": "films", "person_id": "people"}

    film_id: ShortIdentifier
    part: Literal["cast", "crew"]
    billing: Position
    person_id: ShortIdentifier
    name: Title
    role: OptionalTitle
    source: Source
    confidence: Confidence


class FilmFacts(Row):
    """What is known of a film beyond its nominations."""

    table = "film_facts"
    key = ("film_id",)
    references = {"film_id": "films"}

    film_id: ShortIdentifier
    release_year: Annotated[Number, Field(ge=1900, le=2100)]
    runtime_minutes: OptionalCount
    countries: Texts
    languages: Texts
    budget_usd: OptionalCount
    crew_size: OptionalCount
    filmed_in: OptionalTitle
    source: Source
    confidence: Confidence


class Appearance(Row):
    """Who presented, performed, spoke or hosted on a night. `subject` is a song or a tribute."""

    table = "appearances"
    key = ("ceremony", "role", "category_id", "subject", "people")
    references = {"ceremony": "ceremonies", "category_id": "categories"}

    ceremony: CeremonyNumber
    role: Literal["presenter", "performer", "tribute", "announcer"]
    category_id: OptionalIdentifier
    subject: OptionalText
    people: Texts
    note: OptionalText
    source: Source
    confidence: Confidence


class Moment(Row):
    """Something said, done or achieved on a night, told in one line of our own."""

    table = "moments"
    key = ("ceremony", "kind", "topic", "text")
    references = {"ceremony": "ceremonies", "category_id": "categories", "film_id": "films"}

    ceremony: CeremonyNumber
    kind: Literal["speech", "first", "fact"]
    category_id: OptionalIdentifier
    film_id: OptionalIdentifier
    people: Texts
    topic: Topics
    text: Text
    source: Source
    confidence: Confidence


class SeasonAward(Row):
    """A prize that another body gave in the season before a ceremony."""

    table = "season_awards"
    key = ("body", "edition", "category", "film", "people")
    references = {"ceremony": "ceremonies", "film_id": "films"}

    ceremony: CeremonyNumber
    body: Title
    edition: Title
    held_on: OptionalDate
    category: Title
    film_id: OptionalIdentifier
    film: OptionalTitle
    people: Texts
    won: Truth
    source: Source
    confidence: Confidence


TABLES: tuple[type[Row], ...] = (
    Ceremony, Category, CategoryName, CountryName, Film, Person, Alias, Nomination, Work, Nominee,
    Credit, FilmFacts, Appearance, Moment, SeasonAward,
)  # fmt: skip
"""Every table, in an order in which a table's references come before it."""

IMPORTED: tuple[type[Row], ...] = (Film, Person, Nomination, Work, Nominee)
"""The tables that `bot import` rewrites from the public record; the others are curated."""
