"""The public record, line by line: who was nominated as what, for what, and with what result."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dataset.oscar_data import COLUMNS, Import, nominated_as, read_rows, tables_of
from bot.dataset.tables import Category
from bot.errors import ImportRejectedError

CREDIT_LINES: list[tuple[str, Sequence[str], Sequence[str | None]]] = [
    ("Walt Disney, Producer", ["Walt Disney"], ["Producer"]),
    (
        "Stacy Woodard and Horace Woodard, Producers",
        ["Stacy Woodard", "Horace Woodard"],
        ["Producer"] * 2,
    ),
    (
        "John Taylor, Leon Clore and Grahame Tharp, Producers",
        ["John Taylor", "Leon Clore", "Grahame Tharp"],
        ["Producer"] * 3,
    ),
    ("Denmark; O. Dalsgaard-Olsen, Producer", ["O. Dalsgaard-Olsen"], ["Producer"]),
    (
        "Mel Gibson, Alan Ladd, Jr. and Bruce Davey, Producers",
        ["Mel Gibson", "Alan Ladd Jr.", "Bruce Davey"],
        ["Producer"] * 3,
    ),
    (
        "Art Direction: John Bryan; Set Decoration: Wilfred Shingleton",
        ["John Bryan", "Wilfred Shingleton"],
        ["Art Direction", "Set Decoration"],
    ),
    (
        "Art Direction: Lyle Wheeler, Maurice Ransford; Set Decoration: Thomas Little, Paul S. Fox",
        ["Lyle Wheeler", "Maurice Ransford", "Thomas Little", "Paul S. Fox"],
        ["Art Direction", "Art Direction", "Set Decoration", "Set Decoration"],
    ),
    (
        "Art Direction: Boris Leven; Interior Decoration: Boris Leven",
        ["Boris Leven"],
        ["Art Direction and Interior Decoration"],
    ),
    (
        "Production Design: Guy Hendrix Dyas; Set Decoration: Larry Dias and Doug Mowat",
        ["Guy Hendrix Dyas", "Larry Dias", "Doug Mowat"],
        ["Production Design", "Set Decoration", "Set Decoration"],
    ),
    (
        "Music by Con Conrad; Lyrics by Herb Magidson",
        ["Con Conrad", "Herb Magidson"],
        ["Music", "Lyrics"],
    ),
    (
        "Music by David Shire; Lyric by Alan Bergman and Marilyn Bergman",
        ["David Shire", "Alan Bergman", "Marilyn Bergman"],
        ["Music", "Lyrics", "Lyrics"],
    ),
    ("Music and Lyric by Dolly Parton", ["Dolly Parton"], ["Music and Lyrics"]),
    (
        "Music by Diane Warren; Lyric by Diane Warren and Laura Pausini",
        ["Diane Warren", "Laura Pausini"],
        ["Music and Lyrics", "Lyrics"],
    ),
    (
        (
            "Music by Fred Karlin; Lyrics by Robb Royer (aka Robb Wilson) and James Griffin"
            " (aka Arthur James)"
        ),
        ["Fred Karlin", "Robb Royer (aka Robb Wilson)", "James Griffin (aka Arthur James)"],
        ["Music", "Lyrics", "Lyrics"],
    ),
    (
        "Music by Michel Legrand; Lyrics by Jacques Demy; English Lyrics by Norman Gimbel",
        ["Michel Legrand", "Jacques Demy", "Norman Gimbel"],
        ["Music", "Lyrics", "English Lyrics"],
    ),
    (
        "Music and lyrics by Leslie Bricusse; adaptation score by John Williams",
        ["Leslie Bricusse", "John Williams"],
        ["Music and Lyrics", "Adaptation Score"],
    ),
    ("Written by Cameron Crowe", ["Cameron Crowe"], ["Writer"]),
    (
        "Written by Ethan Coen & Joel Coen",
        ["Ethan Coen", "Joel Coen"],
        ["Writer", "Writer"],
    ),
    (
        "Written for the screen by Paul Thomas Anderson",
        ["Paul Thomas Anderson"],
        ["Written for the Screen"],
    ),
    (
        "Screenplay by Brad Bird; Story by Jan Pinkava, Jim Capobianco, Brad Bird",
        ["Brad Bird", "Jan Pinkava", "Jim Capobianco"],
        ["Screenplay and Story", "Story", "Story"],
    ),
    (
        "Screenplay by Quentin Tarantino; Stories by Quentin Tarantino & Roger Avary",
        ["Quentin Tarantino", "Roger Avary"],
        ["Screenplay and Story", "Story"],
    ),
    (
        "Screenplay and Dialogue by George Bernard Shaw; Adaptation by W. P. Lipscomb, Cecil Lewis",
        ["George Bernard Shaw", "W. P. Lipscomb", "Cecil Lewis"],
        ["Screenplay and Dialogue", "Adaptation", "Adaptation"],
    ),
    (
        "Screenplay by Jacques Audiard; In collaboration with Thomas Bidegain, Léa Mysius",
        ["Jacques Audiard", "In collaboration with Thomas Bidegain", "Léa Mysius"],
        ["Screenplay", None, None],
    ),
    (
        "Metro-Goldwyn-Mayer Studio Sound Department, Douglas Shearer, Sound Director",
        ["Metro-Goldwyn-Mayer", "Douglas Shearer"],
        ["Studio Sound Department", "Sound Director"],
    ),
    (
        "RCA Sound, W. V. Wolfe, Sound Director",
        ["RCA Sound", "W. V. Wolfe"],
        [None, "Sound Director"],
    ),
    (
        "Warner Bros.-First National Studio Sound Department",
        ["Warner Bros.", "First National"],
        ["Studio Sound Department"] * 2,
    ),
    (
        (
            "Paramount Studio Music Department, Boris Morros, head of department"
            " (Score by W. Franke Harling and Milan Roder)"
        ),
        ["Paramount", "Boris Morros", "W. Franke Harling", "Milan Roder"],
        ["Studio Music Department", "Head of Department", "Score", "Score"],
    ),
    (
        "RKO Radio Studio Music Department, Roy Webb, musical director (Score by Roy Webb)",
        ["RKO Radio", "Roy Webb"],
        ["Studio Music Department", "Musical Director and Score"],
    ),
    (
        "Photographic Effects by Fred Sersen; Sound Effects by E. H. Hansen",
        ["Fred Sersen", "E. H. Hansen"],
        ["Photographic Effects", "Sound Effects"],
    ),
    (
        "Alfred Gilks; Ballet Photography by John Alton",
        ["Alfred Gilks", "John Alton"],
        [None, "Ballet Photography"],
    ),
    ("Walter Wanger (production company)", ["Walter Wanger (production company)"], [None]),
    ("Jean Bourgoin, (Henri Persin)", ["Jean Bourgoin", "Henri Persin"], [None, None]),
    ("Emil Jannings", ["Emil Jannings"], [None]),
    ("France", [], []),
]


@pytest.mark.parametrize(("line", "names", "parts"), CREDIT_LINES)
def test_a_credit_line_tells_who_was_nominated_as_what(
    line: str, names: Sequence[str], parts: Sequence[str | None]
) -> None:
    assert nominated_as(line, names) == parts


@given(line=st.text(max_size=60), names=st.lists(st.text(max_size=8), max_size=4))
def test_any_credit_line_gives_one_part_a_name(line: str, names: list[str]) -> None:
    assert len(nominated_as(f"{line} by {' and '.join(names)}, Producers", names)) == len(names)


def category(id: str, canonical_name: str) -> Category:
    return Category(
        id=id,
        canonical_name=canonical_name,
        name=canonical_name.title(),
        group="acting",
        family=id,
        grew_out_of=(),
        honours="person",
    )


CATEGORIES = [
    category("actor-leading", "ACTOR IN A LEADING ROLE"),
    category("original-song", "MUSIC (Original Song)"),
    category("international-feature", "INTERNATIONAL FEATURE FILM"),
    category("scientific-award", "SCIENTIFIC AND TECHNICAL AWARD"),
]


def imported(**cells: str) -> Import:
    """Import one line of the record: Emil Jannings's, but for these cells."""
    row = dict.fromkeys(COLUMNS, "") | {
        "Ceremony": "1",
        "Class": "Acting",
        "CanonicalCategory": "ACTOR IN A LEADING ROLE",
        "Category": "ACTOR",
        "Film": "The Last Command|The Way of All Flesh",
        "FilmId": "tt0019071|tt0019553",
        "Name": "Emil Jannings",
        "Nominees": "Emil Jannings",
        "NomineeIds": "nm0417837",
        "Winner": "True",
        "Detail": "General Dolgorucki|August Schilling",
    }
    return tables_of([{**row, **cells}], CATEGORIES)


def test_a_nomination_for_two_films_has_a_character_in_each() -> None:
    result = imported()
    assert result.nominations[0].id == "1-actor-leading-emil-jannings"
    assert result.nominations[0].won
    assert [(w.film_id, w.title, w.character) for w in result.works] == [
        ("tt0019071", "The Last Command", "General Dolgorucki"),
        ("tt0019553", "The Way of All Flesh", "August Schilling"),
    ]


def test_several_songs_of_one_film_are_one_nomination() -> None:
    result = imported(
        Class="Music", CanonicalCategory="MUSIC (Original Song)", Film="F", FilmId="tt1",
        Detail="One|Two",
    )  # fmt: skip
    assert [(work.film_id, work.song) for work in result.works] == [("tt1", "One"), ("tt1", "Two")]


def test_what_has_no_id_gets_one_of_its_name() -> None:
    result = imported(Film="Letter from Livingston", FilmId="?", NomineeIds="?")
    assert result.films[0].id == "film-letter-from-livingston"
    assert (result.people[0].id, result.people[0].kind) == ("nominee-emil-jannings", "unknown")


def test_one_name_may_stand_for_two_people() -> None:
    result = imported(Nominees="Roderick Jaynes", NomineeIds="nm0001053,nm0001054")
    assert [(n.person_id, n.name, n.position) for n in result.nominees] == [
        ("nm0001053", "Roderick Jaynes", 1),
        ("nm0001054", "Roderick Jaynes", 1),
    ]


def test_an_escaped_quotation_mark_is_one_mark(tmp_path: Path) -> None:
    line = [
        "1",
        "1927/28",
        "Acting",
        "ACTOR",
        "ACTOR",
        "F",
        "tt1",
        'Ahmir \\"Questlove\\" Thompson',
    ]
    path = tmp_path / "oscars.csv"
    path.write_text("\t".join(COLUMNS) + "\n" + "\t".join(line) + "\n", "utf-8")
    (row,) = read_rows(path)
    assert row["Name"] == 'Ahmir "Questlove" Thompson'
    assert row["Citation"] == "", "empty columns at the end may be left out"


@pytest.mark.parametrize(
    ("note", "status"),
    [
        ("", "official"),
        ("NOTE: Mr. Scott refused the award.", "official"),
        ("came in 2nd|NOTE: THIS IS NOT AN OFFICIAL NOMINATION. Write-in candidate.", "write-in"),
        ("NOTE: THIS IS NOT AN OFFICIAL NOMINATION. There were no announcements.", "unofficial"),
        (
            "NOTE: THIS IS NOT AN OFFICIAL NOMINATION. Nomination withdrawn by producer.",
            "withdrawn",
        ),
        ("NOTE: THIS IS NOT AN OFFICIAL NOMINATION. The film was declared ineligible.", "revoked"),
    ],
)
def test_the_note_tells_the_status(note: str, status: str) -> None:
    assert imported(Note=note).nominations[0].status == status


@pytest.mark.parametrize(
    ("note", "remark", "place"),
    [
        ("NOTE: A tie. Mr. Beery had one vote less.", "tie", None),
        ("NOTE: Mr. Scott refused the award.", "refused", None),
        ("came in 2nd", None, "2"),
        ("tied for 3rd", None, "3"),
        ("NOTE: something else", None, None),
    ],
)
def test_the_note_tells_ties_refusals_and_places(
    note: str, remark: str | None, place: str | None
) -> None:
    nomination = imported(Note=note).nominations[0]
    assert (nomination.remark, nomination.place) == (remark, place)


def test_a_foreign_film_has_its_country() -> None:
    result = imported(
        Class="Title", CanonicalCategory="INTERNATIONAL FEATURE FILM",
        Name="Denmark; O. Dalsgaard-Olsen, Producer", Nominees="O. Dalsgaard-Olsen",
    )  # fmt: skip
    assert result.nominations[0].country == "Denmark"


def test_two_nominations_alike_have_two_ids() -> None:
    row = dict.fromkeys(COLUMNS, "") | {
        "Ceremony": "3",
        "Class": "Acting",
        "CanonicalCategory": "ACTOR IN A LEADING ROLE",
        "Category": "ACTOR",
        "Nominees": "George Arliss",
        "NomineeIds": "nm0002183",
    }
    rows = [row | {"Film": "Disraeli"}, row | {"Film": "The Green Goddess"}]
    assert [n.id for n in tables_of(rows, CATEGORIES).nominations] == [
        "3-actor-leading-george-arliss",
        "3-actor-leading-george-arliss-2",
    ]


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"CanonicalCategory": "STUNT DESIGN"}, "the category 'STUNT DESIGN' is new. Add it to"),
        ({"Ceremony": "first"}, "nomination ceremony 'first' is not a whole number"),
        ({"Category": ""}, "nomination official_name '' is empty"),
        ({"Winner": "Yes"}, "'Yes' in the column Winner is neither True nor empty"),
        ({"Film": "A|"}, "work title '' is empty"),
        ({"FilmId": "<script>"}, "work film_id '<script>' is not an id"),
        ({"Film": "x" * 161}, "is longer than 160 characters"),
        ({"Nominees": "Emil\x07Jannings"}, "nominee name 'Emil\\x07Jannings' holds"),
    ],
)
def test_a_line_that_makes_no_sense_is_named(cells: dict[str, str], message: str) -> None:
    with pytest.raises(ImportRejectedError) as refused:
        imported(**cells)
    assert str(refused.value).startswith("Line 2: ")
    assert message in str(refused.value)


@given(
    cells=st.dictionaries(
        st.sampled_from([c for c in COLUMNS if c not in ("CanonicalCategory", "Class")]),
        st.one_of(st.text(max_size=20), st.sampled_from(["|", "?", "a|b|c", "nm1,nm2", "True"])),
    ),
    category=st.sampled_from([c.canonical_name for c in CATEGORIES]),
    award_class=st.sampled_from(["Acting", "SciTech", "Title", "Music"]),
)
def test_no_line_whatever_crashes_the_import(
    cells: dict[str, str], category: str, award_class: str
) -> None:
    try:
        result = imported(**cells, CanonicalCategory=category, Class=award_class)
    except ImportRejectedError:
        return
    assert len(result.nominations) == 1


HEADER = "\t".join(COLUMNS)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "does not begin with the columns of oscar_data's oscars.csv"),
        (b"Ceremony,Year,Class\n", "does not begin with the columns"),
        (b"<!DOCTYPE html>\n<html>", "does not begin with the columns"),
        (b"\xff\xfe\x00", "cannot be read as tab-separated text"),
        (f"{HEADER}\n1\t1927/28\tActing\n".encode(), "line 2: 3 columns where 14 were expected"),
        ((HEADER + "\n" + "x\t" * 20 + "\n").encode(), "line 2: 21 columns where 14 were expected"),
    ],
)
def test_another_file_is_refused(content: bytes, message: str, tmp_path: Path) -> None:
    path = tmp_path / "oscars.csv"
    path.write_bytes(content)
    with pytest.raises(ImportRejectedError) as refused:
        read_rows(path)
    assert message in str(refused.value)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportRejectedError, match="cannot be read"):
        read_rows(tmp_path / "oscars.csv")
