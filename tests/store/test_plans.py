"""No query reads a big table from end to end: each finds its rows through an index."""

import ast
import importlib
import pkgutil
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

import bot.store
from bot.store.database import read_only_address

SMALL_TABLE_ROWS = 100
MODULES = [
    importlib.import_module(f"bot.store.{found.name}")
    for found in pkgutil.iter_modules(bot.store.__path__)
]
QUERIES = {
    f"{module.__name__}.{name}": value
    for module in MODULES
    for name, value in vars(module).items()
    if isinstance(value, str) and re.match(r"\s*(SELECT|WITH)\b", value)
}


def test_there_are_queries_to_look_at() -> None:
    assert len(QUERIES) >= 12


@pytest.mark.parametrize("name", QUERIES)
def test_no_query_scans_a_big_table(name: str, build: Path) -> None:
    parameters = dict.fromkeys(re.findall(r":(\w+)", QUERIES[name]), "[]")
    with closing(sqlite3.connect(read_only_address(build), uri=True)) as connection:
        plan = [
            str(row[3])
            for row in connection.execute(f"EXPLAIN QUERY PLAN {QUERIES[name]}", parameters)
        ]
        scanned = [match[1] for step in plan if (match := re.match(r"SCAN (\w+)", step))]
        tables = {
            str(table)
            for (table,) in connection.execute("SELECT name FROM sqlite_schema WHERE type='table'")
        }
        big = [
            table
            for table in scanned
            if table != "json_each"
            and (
                table not in tables
                or connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
                >= SMALL_TABLE_ROWS
            )
        ]
    assert big == [], plan


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_every_query_is_a_constant_of_its_module(module: object) -> None:
    """So none escapes the test above: what `rows` is given has a name there."""
    source = Path(str(vars(module)["__file__"])).read_text("utf-8")
    asked = [
        ast.unparse(call.args[0])
        for call in ast.walk(ast.parse(source))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr == "rows"
    ]
    constants = {name.rpartition(".")[2] for name in QUERIES}
    assert set(asked) <= constants


def test_only_the_store_and_the_build_speak_sql() -> None:
    speaks = re.compile(
        r"\bSELECT .+ FROM\b|\bINSERT INTO\b|\bDELETE FROM\b|\bUPDATE \w+ SET\b|\bPRAGMA\b"
    )
    root = Path(str(bot.store.__file__)).parent.parent.parent
    speakers = {
        str(path.relative_to(root).parent)
        for folder in ("bot", "cogs")
        for path in (root / folder).rglob("*.py")
        if speaks.search(path.read_text("utf-8"))
    }
    assert speakers <= {"bot/store", "bot/dataset"}
