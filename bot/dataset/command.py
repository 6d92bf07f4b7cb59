"""What `bot check` and `bot import` do, and print."""

import datetime
import json
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from bot.dataset.descriptor import write_descriptor
from bot.dataset.load import check_source
from bot.dataset.oscar_data import read_rows, tables_of
from bot.dataset.package import read_table, write_table
from bot.dataset.source import is_remote, local_copy
from bot.dataset.tables import IMPORTED, TABLES, Category, Film, Nomination, Person, Row
from bot.errors import ImportRejectedError
from bot.wording import counted

EXAMPLES = 5
MOST_REMOVED_SHARE = 0.05


async def check_command(source: str, *, as_json: bool) -> int:
    """Check the package at `source`; print its problems; return 0 where there are none, else 1."""
    with tempfile.TemporaryDirectory() as folder:
        if is_remote(source):
            _progress(f"Fetching {source} ...")
        path = await local_copy(source, Path(folder) / "awards.db")
        _progress(f"Checking {path} ...")
        today = datetime.datetime.now(datetime.UTC).date()
        package, problems = check_source(path, today)
    rows = {name: len(table) for name, table in package.tables.items()}
    if as_json:
        listed = [asdict(problem) | {"line": str(problem)} for problem in problems]
        _print(json.dumps({"version": package.version, "rows": rows, "problems": listed}))
    else:
        for problem in problems:
            _print(str(problem))
        total = sum(rows.values())
        _print(f"{total:,} rows in {len(rows)} tables, version {package.version}:")
        _print(f"{counted(len(problems), 'problem')}.")
    return 1 if problems else 0


def import_command(file: Path, folder: Path, *, force: bool = False) -> int:
    """Rewrite the imported tables of the package in `folder` from `file`; print what changed.

    force: take a file too that lacks many of the nominations on record.
    Returns 0. Raises ImportRejectedError or SourceError, and changes nothing, for a bad file.
    """
    if not folder.is_dir():
        raise ImportRejectedError(
            f"{folder} is not the folder of a data package; name one with --data."
        )
    _progress(f"Reading {file} ...")
    result = tables_of(read_rows(file), read_table(folder, Category))
    fresh: dict[type[Row], list[Row]] = {
        model: list(result.tables()[model.table]) for model in IMPORTED
    }
    before = {model: _rows_or_none(folder, model) for model in IMPORTED}
    if not force:
        _refuse_cut_short(file, before[Nomination], fresh[Nomination])
    named: tuple[type[Row], ...] = (Film, Person)
    for model in named:
        fresh[model] = _with_curated(folder, model, fresh[model], before[model])
    _progress("Writing ...")
    changed = False
    for model in IMPORTED:
        changed |= write_table(folder, model, fresh[model])
        _print_changes(model, before[model], fresh[model])
    changed |= write_descriptor(folder)
    _print("The tables are rewritten. Run `bot check` next." if changed else "Nothing changed.")
    return 0


def _with_curated(folder: Path, model: type[Row], fresh: list[Row], before: list[Row]) -> list[Row]:
    """Add the rows that only curated tables refer to, so that their references stay good."""
    have = {row.id for row in fresh}  # type: ignore[attr-defined]
    wanted: set[str] = set()
    for other in TABLES:
        if other in IMPORTED:
            continue
        columns = [c for c, table in other.references.items() if table == model.table]
        if other.table == "aliases":
            columns = ["id"]
        for row in read_table(folder, other) if columns else ():
            wanted.update(getattr(row, column) for column in columns)
    kept = [row for row in before if row.id in wanted - have]  # type: ignore[attr-defined]
    return sorted([*fresh, *kept], key=lambda row: row.id)  # type: ignore[attr-defined]


def _refuse_cut_short(file: Path, before: list[Row], fresh: list[Row]) -> None:
    """Raise ImportRejectedError where much is gone: half a file reads like a whole one."""
    gone = {row.id for row in before} - {row.id for row in fresh}  # type: ignore[attr-defined]
    if len(gone) > MOST_REMOVED_SHARE * len(before):
        raise ImportRejectedError(
            f"{file} lacks {len(gone):,} of the {len(before):,} nominations on record, so it may"
            " be cut short. Nothing was changed. Get it again; or, if it is right, add --force."
        )


def _rows_or_none(folder: Path, model: type[Row]) -> list[Row]:
    """Return the rows of a table, none where it is still to be made. Raises SourceError."""
    made = (folder / f"{model.table}.csv").exists()
    return list(read_table(folder, model)) if made else []


def _print_changes(model: type[Row], before: list[Row], after: list[Row]) -> None:
    def keyed(rows: list[Row]) -> dict[tuple[object, ...], Row]:
        return {tuple(getattr(row, column) for column in model.key): row for row in rows}

    old, new = keyed(before), keyed(after)
    for sign, keys in (
        ("+", new.keys() - old.keys()),
        ("-", old.keys() - new.keys()),
        ("~", {key for key in new.keys() & old.keys() if new[key] != old[key]}),
    ):
        if keys:
            shown = ", ".join("/".join(map(str, key)) for key in sorted(keys, key=str)[:EXAMPLES])
            more = f" and {len(keys) - EXAMPLES:,} more" if len(keys) > EXAMPLES else ""
            _print(f"{model.table} {sign}{len(keys):,}: {shown}{more}")


def _print(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def _progress(text: str) -> None:
    sys.stderr.write(f"{text}\n")
