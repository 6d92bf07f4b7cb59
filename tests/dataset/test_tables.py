"""What a cell may hold. Each bad cell is told of in one line: where, what, why, what to do."""

import pytest

from bot.dataset.tables import (
    TABLES,
    Alias,
    Appearance,
    Category,
    CategoryName,
    Ceremony,
    CountryName,
    Credit,
    Film,
    FilmFacts,
    Moment,
    Nomination,
    Nominee,
    Person,
    Row,
    SeasonAward,
    Work,
)
from tests.dataset.conftest import ReadRows
from tests.packages import DATA, cells

NUMBER = ("is not a whole number", "Use digits only.")
ID = ("is not an id", "Use small letters, digits and single hyphens.")
DAY = ("is not a date", "Write it as 2025-03-02.")
TRUTH = ("is neither true nor false", "Put true or false.")
EMPTY = ("is empty", "Put a value.")
MARK = (
    "holds a line break, an invisible character, or a space at one end",
    "Delete that character.",
)
SEMICOLON = ("has nothing on one side of a semicolon", "Delete that semicolon.")


def one_of(*values: str) -> tuple[str, str]:
    quoted = [f"'{value}'" for value in values]
    listed = f"{', '.join(quoted[:-1])} or {quoted[-1]}"
    return "is not one of the values allowed here", f"Put {listed}."


def longer(most: int) -> tuple[str, str]:
    return f"is longer than {most} characters", "Shorten it."


BAD: list[tuple[type[Row], str, str, tuple[str, str]]] = [
    (Ceremony, "number", "first", NUMBER),
    (Ceremony, "number", "0", ("is less than 1", "Correct the number.")),
    (Ceremony, "number", "201", ("is more than 200", "Correct the number.")),
    (Ceremony, "number", "1_0", NUMBER),
    (Ceremony, "number", "1.0", NUMBER),
    (Ceremony, "number", "9" * 40, NUMBER),
    (
        Ceremony,
        "film_year",
        "1927-28",
        ("is not a film year", "Write it as 1994, or as 1927/28."),
    ),
    (Ceremony, "film_year", "", ("is not a film year", "Write it as 1994, or as 1927/28.")),
    (Ceremony, "held_on", "", DAY),
    (Ceremony, "held_on", "16/5/1929", DAY),
    (Ceremony, "held_on", "1929-02-30", DAY),
    (Ceremony, "held_on", "86400", DAY),
    (Ceremony, "venue", "", EMPTY),
    (Ceremony, "venue", "x" * 201, longer(200)),
    (Ceremony, "city", "Los\nAngeles", MARK),
    (Ceremony, "hosts", "Bob Hope;;Jack Benny", SEMICOLON),
    (Ceremony, "hosts", "Bob Hope;", SEMICOLON),
    (Ceremony, "broadcasters", "ABC;\u200bNBC", MARK),
    (Ceremony, "note", " A note", MARK),
    (Ceremony, "source", "x", ("is too short", "Put at least 3 characters.")),
    (Ceremony, "confidence", "sure", one_of("high", "medium", "low")),
    (Category, "id", "Best Picture", ID),
    (Category, "id", "x" * 61, longer(60)),
    (Category, "canonical_name", "", EMPTY),
    (Category, "name", "x" * 161, longer(160)),
    (
        Category,
        "group",
        "films",
        one_of(
            "picture", "directing", "acting", "writing", "production", "sound", "music",
            "film", "short", "honorary", "scientific",
        ),
    ),
    (Category, "family", "best--picture", ID),
    (Category, "grew_out_of", "best-picture;Sound", ID),
    (Category, "honours", "nobody", one_of("film", "person", "song", "honour")),
    (CategoryName, "name", "\x00", MARK),
    (CategoryName, "category_id", "", ("is empty", "Put a value.")),
    (Film, "id", "t", ("is too short", "Put at least 2 characters.")),
    (Film, "id", "TT0019217", ID),
    (Film, "title", "", EMPTY),
    (Film, "title", "   ", MARK),
    (Person, "id", "nm0001932 ", ID),
    (Person, "name", "Right to\u202eleft", MARK),
    (Person, "kind", "robot", one_of("person", "company", "unknown")),
    (Alias, "kind", "song", one_of("film", "person")),
    (Alias, "id", "", EMPTY),
    (Alias, "name", "", EMPTY),
    (Nomination, "id", "1-Actor", ID),
    (Nomination, "id", "x" * 91, longer(90)),
    (Nomination, "ceremony", "", NUMBER),
    (Nomination, "category_id", "-", ("is too short", "Put at least 2 characters.")),
    (Nomination, "official_name", "", EMPTY),
    (Nomination, "won", "yes", TRUTH),
    (Nomination, "won", "", TRUTH),
    (Nomination, "won", "1", TRUTH),
    (
        Nomination,
        "status",
        "maybe",
        one_of("official", "write-in", "withdrawn", "revoked", "unofficial"),
    ),
    (Nomination, "remark", "tied", one_of("tie", "refused")),
    (Nomination, "place", "1", one_of("2", "3")),
    (Nomination, "country", "x" * 161, longer(160)),
    (Nomination, "section", "\t", MARK),
    (Work, "nomination_id", "?", ("is too short", "Put at least 2 characters.")),
    (Work, "position", "0", ("is less than 1", "Correct the number.")),
    (Work, "film_id", "tt/1", ID),
    (Work, "title", "", EMPTY),
    (Work, "character", "a\x7fb", MARK),
    (Work, "song", "a\u00adb", MARK),
    (Work, "dance", "x" * 161, longer(160)),
    (Nominee, "nomination_id", "", EMPTY),
    (Nominee, "position", "-1", NUMBER),
    (Nominee, "person_id", "Emil", ID),
    (Nominee, "name", "", EMPTY),
    (Nominee, "nominated_as", "\ufeffProducer", MARK),
    (Credit, "film_id", "", EMPTY),
    (Credit, "part", "extra", one_of("cast", "crew")),
    (Credit, "billing", "first", NUMBER),
    (Credit, "person_id", "", EMPTY),
    (Credit, "name", "", EMPTY),
    (Credit, "role", "x" * 161, longer(160)),
    (Credit, "source", "", EMPTY),
    (Credit, "confidence", "", one_of("high", "medium", "low")),
    (FilmFacts, "film_id", "", EMPTY),
    (FilmFacts, "release_year", "1899", ("is less than 1900", "Correct the number.")),
    (FilmFacts, "release_year", "2101", ("is more than 2100", "Correct the number.")),
    (FilmFacts, "runtime_minutes", "1h 54", NUMBER),
    (FilmFacts, "countries", ";", SEMICOLON),
    (FilmFacts, "languages", "English;", SEMICOLON),
    (FilmFacts, "budget_usd", "$6,000,000", NUMBER),
    (FilmFacts, "crew_size", "0", ("is less than 1", "Correct the number.")),
    (FilmFacts, "filmed_in", "x" * 161, longer(160)),
    (Appearance, "ceremony", "97th", NUMBER),
    (Appearance, "role", "guest", one_of("presenter", "performer", "tribute", "announcer")),
    (Appearance, "category_id", "Best Picture", ID),
    (Appearance, "subject", "x" * 201, longer(200)),
    (Appearance, "people", "Andrew Garfield;;Goldie Hawn", SEMICOLON),
    (Appearance, "note", "x" * 201, longer(200)),
    (CountryName, "name", "", EMPTY),
    (CountryName, "country", "x" * 161, longer(160)),
    (Moment, "ceremony", "", NUMBER),
    (Moment, "kind", "joke", one_of("speech", "first", "fact")),
    (Moment, "category_id", "A", ("is too short", "Put at least 2 characters.")),
    (Moment, "film_id", "an ora", ID),
    (Moment, "people", ";Sean Baker", SEMICOLON),
    (Moment, "topic", "", EMPTY),
    (Moment, "text", "x" * 201, longer(200)),
    (SeasonAward, "ceremony", "999", ("is more than 200", "Correct the number.")),
    (SeasonAward, "body", "", EMPTY),
    (SeasonAward, "edition", "", EMPTY),
    (SeasonAward, "held_on", "March 2025", DAY),
    (SeasonAward, "category", "", EMPTY),
    (SeasonAward, "film_id", "Anora!", ID),
    (SeasonAward, "film", "x" * 161, longer(160)),
    (SeasonAward, "people", "a;b;", SEMICOLON),
    (SeasonAward, "won", "TRue", TRUTH),
]  # fmt: skip


@pytest.mark.parametrize(("model", "column", "value", "told"), BAD)
def test_a_bad_cell_is_told_of_in_one_line(
    model: type[Row], column: str, value: str, told: tuple[str, str], read_rows: ReadRows
) -> None:
    good = cells(DATA, model.table)[0]
    problems = read_rows(model, [good, {**good, column: value}])
    wrong, remedy = told
    assert [(p.table, p.row, p.column, p.value, p.wrong, p.remedy) for p in problems] == [
        (model.table, 3, column, value, wrong, remedy)
    ]
    line = str(problems[0])
    assert line.startswith(f"{model.table}.csv, row 3, {column}: ")
    assert line.endswith(f" {wrong}. {remedy}")
    assert line.isprintable()


def test_every_column_that_can_be_wrong_has_a_bad_cell_above() -> None:
    tested = {(model, column) for model, column, _, _ in BAD}
    optional = {"source", "confidence", "category_id", "film_id", "people"}
    for model in TABLES:
        missing = {c for c in model.model_fields if (model, c) not in tested} - optional
        assert not missing, f"no bad cell for {model.table}: {missing}"


@pytest.mark.parametrize("model", TABLES, ids=lambda model: model.table)
def test_a_shipped_row_is_good(model: type[Row], read_rows: ReadRows) -> None:
    assert read_rows(model, [cells(DATA, model.table)[0]]) == []


@pytest.mark.parametrize("written", ["true", "TRUE", "True"])
def test_a_truth_value_may_be_written_as_spreadsheets_do(written: str, read_rows: ReadRows) -> None:
    good = cells(DATA, "nominations")[0]
    assert read_rows(Nomination, [{**good, "won": written}]) == []


def test_two_bad_cells_of_one_row_are_two_problems(read_rows: ReadRows) -> None:
    problems = read_rows(Film, [{"id": "An ora", "title": ""}])
    assert [problem.column for problem in problems] == ["id", "title"]


def test_a_bad_value_is_shown_up_to_sixty_characters(read_rows: ReadRows) -> None:
    problems = read_rows(Film, [{"id": "tt1", "title": "Anora " * 40}])
    assert f"{('Anora ' * 40)[:59]}…" in str(problems[0])
