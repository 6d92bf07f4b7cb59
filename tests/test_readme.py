"""The README against the code: what it names exists, and what exists it names."""

import re
import shlex
from datetime import date
from pathlib import Path

import pytest
from discord import app_commands

from bot.app import App
from bot.ask.engine import ask
from bot.cli import _parser
from bot.client import EXTENSIONS
from bot.library import Shelf
from bot.settings import ROOT, Settings

README = (ROOT / "README.md").read_text("utf-8")
PAGES = {path: path.read_text("utf-8") for path in [ROOT / "README.md", *ROOT.glob("docs/*.md")]}
TODAY = date(2026, 11, 22)


def _section(title: str) -> str:
    """Return what stands under a heading, up to the next."""
    return README.split(f"\n## {title}\n")[1].split("\n## ")[0]


QUESTIONS = re.findall(r"^  - (.+)$", _section("Questions"), re.MULTILINE)


def test_there_are_examples_of_many_kinds() -> None:
    assert len(QUESTIONS) >= 40
    assert len(set(QUESTIONS)) == len(QUESTIONS)


@pytest.mark.parametrize("question", QUESTIONS)
def test_each_example_is_answered(question: str, shelf: Shelf) -> None:
    answer = ask(question, shelf, TODAY)
    assert answer.answered, answer.text()


async def test_the_commands_are_those_that_discord_is_told(app: App) -> None:
    client = app.client(syncs=False)
    for extension in EXTENSIONS:
        await client.load_extension(extension)
    slash = {
        command.qualified_name
        for command in client.tree.walk_commands()
        if isinstance(command, app_commands.Command)
    }
    menus = {
        command.name
        for command in client.tree.get_commands()
        if isinstance(command, app_commands.ContextMenu)
    }
    section = _section("Commands")
    rows = re.findall(r"^\| `/([^`]+)` \|", section, re.MULTILINE)
    assert {" ".join(re.findall(r"^data \w+|^\w+", row)) for row in rows} == slash
    assert set(re.findall(r"→ \*\*(.+?)\*\*", section)) == menus
    for row in rows:
        name, *options = re.findall(r"^data \w+|\[?\w+\]?", row)
        command = client.tree.get_command(name.split()[0])
        if isinstance(command, app_commands.Command):
            assert options == [
                parameter.name if parameter.required else f"[{parameter.name}]"
                for parameter in command.parameters
            ]


def test_the_settings_are_those_that_are_read() -> None:
    named = re.findall(r"^\| `([A-Z_]+)` \|", _section("Settings"), re.MULTILINE)
    assert named == [name.upper() for name in Settings.model_fields]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_each_command_line_is_understood(path: Path) -> None:
    lines = re.findall(r"uv run bot\b([^`\n#]*)", PAGES[path])
    for line in lines:
        _parser().parse_args(shlex.split(line))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_each_page_and_picture_it_leads_to_is_there(path: Path) -> None:
    for link in re.findall(r"\]\(([^)#]+)\)", PAGES[path]):
        if not link.startswith("https://"):
            assert (path.parent / link).exists(), link


def test_the_page_on_questions_tells_what_really_happens(shelf: Shelf) -> None:
    page = PAGES[ROOT / "docs" / "questions.md"]
    for module in re.findall(r"`((?:kinds/)?[a-z_]+\.py)`", page):
        assert (ROOT / "bot/ask" / module).exists() or (ROOT / "bot/ask/kinds" / module).exists()
    (question,) = re.findall(r"Really run, .*: `(.+)`", page)
    answer = ask(question, shelf, TODAY)
    assert f"“{answer.line}”" in page
    assert f"“{answer.reading}”" in page


def test_pictures_are_small() -> None:
    pictures = list(ROOT.glob("docs/images/*.png"))
    assert len(pictures) == 3
    assert all(picture.stat().st_size < 150_000 for picture in pictures)


def test_the_invitation_asks_for_what_is_named_and_no_more() -> None:
    (asked,) = re.findall(r"permissions=(\d+)", README)
    view, send, embed, history, threads = 1 << 10, 1 << 11, 1 << 14, 1 << 16, 1 << 38
    assert int(asked) == view | send | embed | history | threads
    assert "scope=bot+applications.commands" in README
