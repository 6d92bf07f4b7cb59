"""Imports point down only, as STYLE.md draws it; each thing is known only where it belongs."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.settings import ROOT

# What a part of `bot` may import of the others. A file not named here is a leaf.
BELOW = {
    "dataset": {"store", "names"},
    "store": set[str](),
    "names": {"store"},
    # What a load did is told by the types that a load returns.
    "cards": {"dataset"},
    "ui": {"cards"},
    "names in questions": {"names", "store"},
    "library": {"names", "names in questions", "store"},
    "desk": {"cards", "library", "store", "names"},
    "ask": {"cards", "library", "names", "names in questions", "store"},
    "answering": {"ask", "cards", "guide", "library", "names in questions"},
    "guide": {"cards", "desk", "library", "names"},
    "curation": {"dataset", "library"},
    "sync": set[str](),
    "client": {"answering", "cards", "curation", "desk", "discord_api", "guide", "sync", "ui"},
    "app": {"answering", "client", "curation", "desk", "guide", "library", "sync"},
    "run": {"app", "client", "sync"},
    "terminal": {"ask", "cards", "curation", "library"},
    "play": {"app", "cards", "client", "logs", "ui"},
    "cli": {"dataset", "logs", "play", "run", "terminal"},
    "__main__": {"cli"},
}
# Names are found with what a build has in memory, so these modules of `ask` are below the library.
FIND_NAMES = {
    "common", "figures", "lexicon", "mentions", "misspelt", "moment_vocabulary", "moment_words",
    "night_vocabulary", "night_words", "parts", "senses", "surnames", "words",
}  # fmt: skip
LEAVES = {"errors", "models", "settings", "wording", "logs", "discord_api"}
SPEAK_DISCORD = {"client", "ui", "play", "run", "sync", "discord_api"}
WRITE_SQL = {"store", "dataset"}
SQL = re.compile(r"\b(SELECT\b.+\bFROM|INSERT INTO|UPDATE \w+ SET|DELETE FROM|CREATE TABLE)\b")

FILES = sorted(
    path.relative_to(ROOT) for part in ("bot", "cogs") for path in (ROOT / part).rglob("*.py")
)


def _part(path: Path) -> str:
    """Return which box of the drawing a file is in."""
    return _box(".".join(path.with_suffix("").parts[1:]))


def _box(module: str) -> str:
    """Return which box a module of `bot` is in, by its dotted name."""
    part, _, rest = module.partition(".")
    finds_names = part == "ask" and rest.partition(".")[0] in FIND_NAMES
    return "names in questions" if finds_names else part


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse((ROOT / path).read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports by dots"
            yield from (f"{node.module}.{name.name}" for name in node.names)


@pytest.mark.parametrize("path", FILES, ids=str)
def test_imports_point_down(path: Path) -> None:
    for name in _imports(path):
        top, _, rest = name.partition(".")
        if top != "bot" or path.parts[0] == "cogs":
            continue
        imported = _box(rest)
        allowed = BELOW.get(_part(path), set()) | LEAVES | {_part(path)}
        assert imported in allowed, f"{path} imports {name}"


@pytest.mark.parametrize("path", FILES, ids=str)
def test_nothing_imports_a_cog(path: Path) -> None:
    assert not [name for name in _imports(path) if name.split(".")[0] == "cogs"]


@pytest.mark.parametrize("path", FILES, ids=str)
def test_only_a_few_parts_know_discord(path: Path) -> None:
    knows = any(name.split(".")[0] in ("discord", "simcord") for name in _imports(path))
    assert not knows or path.parts[0] == "cogs" or _part(path) in SPEAK_DISCORD


@pytest.mark.parametrize("path", FILES, ids=str)
def test_only_the_store_and_the_build_write_sql(path: Path) -> None:
    if path.parts[0] == "bot" and _part(path) in WRITE_SQL:
        return
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    texts = [n.value for n in ast.walk(tree) if isinstance(n, ast.Constant)]
    assert not [text for text in texts if isinstance(text, str) and SQL.search(text)]


@pytest.mark.parametrize("path", [p for p in FILES if p.parts[0] == "cogs"], ids=str)
def test_a_cog_asks_for_what_it_uses_and_reads_no_data_itself(path: Path) -> None:
    known = {name.split(".")[1] for name in _imports(path) if name.startswith("bot.")}
    assert not known & {"store", "dataset", "names", "library", "app"}


def test_every_part_is_drawn() -> None:
    parts = {_part(path) for path in FILES if path.parts[0] == "bot"} - {"__init__"}
    assert parts <= set(BELOW) | LEAVES


def test_the_drawing_has_no_circle() -> None:
    def reached(part: str, seen: tuple[str, ...] = ()) -> None:
        assert part not in seen, " -> ".join((*seen, part))
        for below in BELOW.get(part, ()):
            reached(below, (*seen, part))

    for part in BELOW:
        reached(part)


def test_importing_connects_to_nothing_and_only_one_place_changes_discord() -> None:
    for path in FILES:
        source = (ROOT / path).read_text("utf-8")
        if path.name != "discord_api.py":
            assert "Route.BASE =" not in source
            assert "DEFAULT_GATEWAY =" not in source
