"""`bot import`: the tables that come from the public record are rewritten, the others left."""

import filecmp
import shutil
from pathlib import Path

import pytest

from bot.dataset.command import import_command
from bot.dataset.load import check_source
from bot.dataset.oscar_data import COLUMNS
from bot.dataset.tables import IMPORTED, TABLES
from bot.errors import ImportRejectedError, SourceError
from tests.dataset.test_checks import TODAY
from tests.packages import DATA, cells, keep, set_cell, whole_copy

FILES = [f"{model.table}.csv" for model in TABLES] + ["datapackage.json"]
CURATED = [f"{model.table}.csv" for model in TABLES if model not in IMPORTED]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return whole_copy(tmp_path / "package")


@pytest.fixture
def record(oscars_csv: Path, tmp_path: Path) -> Path:
    """A copy of the public record, to be changed."""
    return Path(shutil.copy(oscars_csv, tmp_path / "oscars.csv"))


def changed_files(folder: Path) -> list[str]:
    return [name for name in FILES if not filecmp.cmp(folder / name, DATA / name, shallow=False)]


def add_line(record: Path, **values: str) -> None:
    line = "\t".join((dict.fromkeys(COLUMNS, "") | values).values())
    record.write_text(f"{record.read_text('utf-8').rstrip()}\n{line}\n", "utf-8")


def change_line(record: Path, old: str, new: str) -> None:
    text = record.read_text("utf-8")
    assert text.count(old) == 1
    record.write_text(text.replace(old, new), "utf-8")


def test_the_same_file_twice_changes_nothing(
    folder: Path, oscars_csv: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert import_command(oscars_csv, folder) == 0
    assert capsys.readouterr().out == "Nothing changed.\n"
    assert changed_files(folder) == []


def test_the_shipped_tables_come_from_the_same_code(folder: Path, oscars_csv: Path) -> None:
    # The films and people that only curated tables name are kept from what was there.
    for model in IMPORTED:
        if model.table not in ("films", "people"):
            (folder / f"{model.table}.csv").unlink()
    import_command(oscars_csv, folder)
    assert changed_files(folder) == []


def test_a_mended_fact_that_the_record_has_otherwise_goes_back_to_the_record(
    folder: Path, oscars_csv: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    set_cell(folder, "films", "tt28607951", "title", "Anorak")
    import_command(oscars_csv, folder)
    assert "films ~1: tt28607951" in capsys.readouterr().out
    assert changed_files(folder) == []


def test_curated_tables_are_left_as_they_are(folder: Path, oscars_csv: Path) -> None:
    for name in CURATED:
        path = folder / name
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    before = {name: (folder / name).read_bytes() for name in CURATED}
    import_command(oscars_csv, folder)
    assert {name: (folder / name).read_bytes() for name in CURATED} == before


def test_a_new_nomination_appears(
    folder: Path, record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add_line(
        record, Ceremony="98", Year="2025", Class="Production", CanonicalCategory="SOUND MIXING",
        Category="SOUND", Film="A Film Nobody Made", FilmId="tt99999999",
        Name="Ann Lee and Bob Roy", Nominees="Ann Lee|Bob Roy", NomineeIds="nm99999998|?",
    )  # fmt: skip
    import_command(record, folder)
    out = capsys.readouterr().out
    assert "films +1: tt99999999\n" in out
    assert "people +2: nm99999998, nominee-bob-roy\n" in out
    assert "nominations +1: 98-sound-a-film-nobody-made\n" in out
    assert "works +1: 98-sound-a-film-nobody-made/1\n" in out
    assert "nominees +2: " in out
    assert out.endswith("The tables are rewritten. Run `bot check` next.\n")
    assert cells(folder, "nominations")[-1]["id"] == "98-sound-a-film-nobody-made"
    assert check_source(folder, TODAY)[1] == []


def test_another_winner_is_one_line_in_the_review(
    folder: Path, record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = next(
        text
        for text in record.read_text("utf-8").splitlines()
        if text.startswith("97\t") and "BEST PICTURE" in text and "Anora" in text
    )
    change_line(record, line, line.replace("\tTrue", "\t", 1))
    import_command(record, folder)
    assert capsys.readouterr().out.startswith("nominations ~1: 97-best-picture-anora\n")
    assert changed_files(folder) == ["nominations.csv"]
    before, after = (
        (path / "nominations.csv").read_text("utf-8").splitlines() for path in (DATA, folder)
    )
    assert sum(a != b for a, b in zip(before, after, strict=True)) == 1


def test_a_film_that_only_a_curated_table_names_is_kept(folder: Path, oscars_csv: Path) -> None:
    nominated = {row["film_id"] for row in cells(folder, "works")}
    curated = {row["id"] for row in cells(folder, "people")} - {
        row["person_id"] for row in cells(folder, "nominees")
    }
    assert curated, "credits name people that were never nominated"
    import_command(oscars_csv, folder)
    assert curated <= {row["id"] for row in cells(folder, "people")}
    assert nominated <= {row["id"] for row in cells(folder, "films")}


def test_a_file_cut_short_is_refused_unless_it_is_meant(
    folder: Path, record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = record.read_text("utf-8").splitlines(keepends=True)
    record.write_text("".join(lines[:6001]), "utf-8")
    with pytest.raises(ImportRejectedError, match="lacks 6,137 of the 12,137 nominations"):
        import_command(record, folder)
    assert changed_files(folder) == []
    import_command(record, folder, force=True)
    assert len(cells(folder, "nominations")) == 6000
    assert "nominations -6,137: " in capsys.readouterr().out


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("Ceremony\tYear", "Ceremony,Year", "does not begin with the columns"),
        ("\tACTOR IN A LEADING ROLE\tACTOR\tThe Noose", "", "Line 2: the category"),
        ("ACTOR\tThe Noose", "ACTOR\tThe\x00Noose", "Line 2: work title"),
        ("ACTOR IN A LEADING ROLE\tACTOR\tThe Noose", "BEST ACTOR\tACTOR\tThe Noose", "is new"),
    ],
)
def test_a_malformed_file_is_refused_and_changes_nothing(
    old: str, new: str, message: str, folder: Path, record: Path
) -> None:
    change_line(record, old, new)
    with pytest.raises(ImportRejectedError) as refused:
        import_command(record, folder)
    assert message in str(refused.value)
    assert changed_files(folder) == []


def test_a_broken_table_is_not_written_over(folder: Path, oscars_csv: Path) -> None:
    (folder / "credits.csv").write_text("film_id\n")
    with pytest.raises(SourceError, match=r"credits\.csv, row 1, header"):
        import_command(oscars_csv, folder)
    keep(folder, "films", lambda row: row["id"] != "tt28607951")
    with pytest.raises(SourceError, match=r"credits\.csv"):
        import_command(oscars_csv, folder)
    assert changed_files(folder) == ["films.csv", "credits.csv"]


def test_a_folder_that_holds_no_package_is_refused(tmp_path: Path, oscars_csv: Path) -> None:
    with pytest.raises(ImportRejectedError, match="is not the folder of a data package"):
        import_command(oscars_csv, tmp_path / "nowhere")
    with pytest.raises(SourceError, match=r"has no readable categories\.csv"):
        import_command(oscars_csv, tmp_path)
