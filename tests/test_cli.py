"""The command line: what each command prints, and how it ends."""

import asyncio
import io
import json
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import aiohttp
import pytest

from bot.ask.engine import ask
from bot.ask.query import Answer
from bot.cli import main
from bot.library import Shelf
from bot.settings import ROOT, Settings
from tests.packages import DATA, set_cell, whole_copy, zip_of
from tests.processes import started


@pytest.fixture(autouse=True)
def nobodys_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting of whoever runs the tests, neither in the environment nor in .env."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")


class Ended:
    """How a command ended, and what it printed."""

    def __init__(self, code: object, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> "Run":
    return Run(capsys)


class Run:
    """Runs a command in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: str) -> Ended:
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        printed = self._capsys.readouterr()
        return Ended(ended.value.code, printed.out, printed.err)


def test_without_a_token_it_says_how_to_get_one_and_how_to_do_without(run: Run) -> None:
    ended = run()
    assert (ended.code, ended.out) == (2, "")
    assert "https://discord.com/developers/applications" in ended.err
    assert "DISCORD_TOKEN=" in ended.err
    assert ".env" in ended.err
    assert "uv run bot play" in ended.err
    assert ended.err.count("There is no DISCORD_TOKEN") == 1


def test_syncing_without_a_token_says_the_same(run: Run) -> None:
    assert run("sync").err == run().err


def test_a_setting_that_is_wrong_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOG_FORMAT", "xml")
    ended = run()
    assert ended.code == 2
    assert "LOG_FORMAT: must be 'text' or 'json'" in ended.err


@pytest.mark.parametrize("command", [[], ["play"], ["ask"], ["check"], ["import"], ["sync"]])
def test_each_help_reads_well(command: list[str], run: Run) -> None:
    ended = run(*command, "--help")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith(f"usage: {' '.join(['bot', *command])}")
    assert max(len(line) for line in ended.out.splitlines()) <= 100
    for option in (line for line in ended.out.splitlines() if line.startswith("  -")):
        assert option.split("  ")[1], option


def test_the_help_names_every_command_and_the_way_without_a_token(run: Run) -> None:
    out = run("--help").out
    for command in ("play", "ask", "check", "import", "sync"):
        assert f"\n  {command} " in out or f"\n    {command} " in out
    assert "bot play" in out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["dance"], "invalid choice: 'dance'"),
        (["play", "--port", "many"], "'many' is not a port"),
        (["play", "--port", "70000"], "'70000' is not a port"),
        (["sync", "--guild", "mine"], "'mine' is not a server's id"),
        (["sync", "--guild", "0"], "'0' is not a server's id"),
        (["import"], "the following arguments are required: FILE"),
        (["ask"], "give either a QUESTION or --jsonl"),
        (["ask", "--jsonl", "who won?"], "give either a QUESTION or --jsonl"),
    ],
)
def test_misuse_is_told_in_a_line(arguments: list[str], message: str, run: Run) -> None:
    ended = run(*arguments)
    assert ended.code == 2
    assert message in ended.err


def test_a_check_of_the_shipped_data_finds_nothing(run: Run) -> None:
    tables = len(json.loads((DATA / "datapackage.json").read_text("utf-8"))["resources"])
    ended = run("check")
    assert ended.code == 0
    rows, problems = ended.out.splitlines()
    assert rows.endswith(":")
    assert f" rows in {tables} tables, version " in rows
    assert problems == "no problems."
    assert ended.err.startswith("Checking ")


def test_a_check_lists_every_problem_in_a_line(run: Run, folder: Path) -> None:
    set_cell(folder, "ceremonies", "97", "held_on", "soon")
    set_cell(folder, "films", "tt28607951", "title", "")
    ended = run("check", "--source", str(folder))
    assert ended.code == 1
    lines = ended.out.splitlines()
    assert lines[0].startswith("ceremonies.csv, row 98, held_on: 'soon' is not a date.")
    assert ": '' is empty. Put a value." in lines[1]
    assert lines[-1] == "2 problems."


def test_a_check_for_other_programs_is_one_json_object(run: Run, folder: Path) -> None:
    row = set_cell(folder, "works", "97-best-picture-anora", "film_id", "tt9")
    ended = run("check", "--json", "--source", str(folder))
    assert ended.code == 1
    found = json.loads(ended.out)
    assert found["rows"]["ceremonies"] == 99
    (problem,) = found["problems"]
    assert problem == {
        "table": "works",
        "row": row,
        "column": "film_id",
        "value": "tt9",
        "wrong": "is not in films.csv",
        "remedy": "Correct it, or add it to films.csv.",
        "line": (
            f"works.csv, row {row}, film_id: 'tt9' is not in films.csv. "
            "Correct it, or add it to films.csv."
        ),
    }


def test_a_check_reads_a_zip(run: Run, folder: Path, tmp_path: Path) -> None:
    packed = zip_of(folder, tmp_path / "package.zip", inside="data/")
    ended = run("check", "--source", str(packed))
    assert (ended.code, ended.out.splitlines()[-1]) == (0, "no problems.")


def test_a_check_uses_the_data_source_that_is_set(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_cell(folder, "ceremonies", "97", "held_on", "soon")
    monkeypatch.setenv("DATA_SOURCE", str(folder))
    assert run("check").code == 1


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("nowhere", "There is no data package at nowhere."),
        ("https://127.0.0.1:9/data.zip", "The data source could not be fetched: "),
    ],
)
def test_a_check_of_nothing_tells_why(source: str, message: str, run: Run) -> None:
    ended = run("check", "--source", source)
    assert (ended.code, ended.out) == (2, "")
    assert message in ended.err


@pytest.fixture
def served(build: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole record, built before."""
    monkeypatch.setenv("DATABASE_PATH", str(build.parent / "awards.db"))


@pytest.mark.usefixtures("served")
def test_a_question_is_answered_with_what_it_was_read_as(run: Run) -> None:
    ended = run("ask", "how many Oscars did Anora win?")
    assert ended.code == 0
    first, *_, last = ended.out.splitlines()
    assert first == (
        "Anora has won 5 competitive Oscars from 6 nominations, at the 97th Academy Awards, held "
        "in 2025 for films of 2024."
    )
    assert last == "Read as: how often Anora won"


@pytest.mark.usefixtures("served")
def test_a_question_needs_no_quotes_and_may_be_declined(run: Run) -> None:
    assert run("ask", "who", "hosted", "the", "97th").out.startswith("Conan O'Brien hosted")
    declined = run("ask", "what is the weather like?")
    assert declined.code == 0
    assert "You could ask:" in declined.out


def _asked(run: Run, monkeypatch: pytest.MonkeyPatch, lines: bytes) -> list[dict[str, object]]:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(lines)))
    ended = run("ask", "--jsonl")
    assert ended.code == 0
    return [json.loads(line) for line in ended.out.splitlines()]


@pytest.mark.usefixtures("served")
def test_questions_one_a_line_are_answered_in_order(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = "who hosted the 97th?\r\nwhat is the weather?\nqui a gagné, Amélie?".encode()
    hosted, weather, french = _asked(run, monkeypatch, lines)
    assert list(hosted) == ["question", "answered", "text", "reading", "seconds"]
    assert hosted["question"] == "who hosted the 97th?"
    assert hosted["answered"] is True
    assert str(hosted["text"]).startswith("Conan O'Brien hosted the 97th Academy Awards")
    assert hosted["reading"] == "who hosted, ceremony 97th"
    assert isinstance(hosted["seconds"], float)
    assert weather["answered"] is False
    assert "You could ask:" in str(weather["text"])
    assert french["question"] == "qui a gagné, Amélie?"


@pytest.mark.usefixtures("served")
def test_no_line_ends_it_whatever_it_holds(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [b"", b"\xff\xfe\x00", b"\x1b[31m", b"{}", b"x" * 100_000, b"who hosted the 97th?"]
    found = _asked(run, monkeypatch, b"\n".join(lines))
    assert [told["answered"] for told in found] == [False] * 5 + [True]
    assert found[0]["question"] == ""


@pytest.mark.usefixtures("served")
def test_a_fault_met_by_one_question_leaves_the_next_its_answer(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(question: str, shelf: Shelf, today: date) -> Answer:
        if question == "break":
            raise ZeroDivisionError
        return ask(question, shelf, today)

    monkeypatch.setattr("bot.terminal.ask", faulty)
    broken, hosted = _asked(run, monkeypatch, b"break\nwho hosted the 97th?\n")
    assert (broken["answered"], hosted["answered"]) == (False, True)
    assert broken["text"] == "I can't answer that just now. Please try again in a minute."


@pytest.mark.usefixtures("served")
async def test_each_answer_is_there_before_the_next_question_is_asked(build: Path) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        "ask",
        "--jsonl",
        cwd=ROOT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    async with asyncio.timeout(30):
        for question in ("who hosted the 97th?", "who hosted the 98th?"):
            process.stdin.write(f"{question}\n".encode())
            told = json.loads(await process.stdout.readline())
            assert told["question"] == question
        process.stdin.close()
        assert await process.wait() == 0


def test_asking_loads_nothing_of_discord() -> None:
    code = "import sys, bot.cli, bot.terminal; sys.exit('discord' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_an_import_prints_what_changed(run: Run, oscars_csv: Path, tmp_path: Path) -> None:
    folder = whole_copy(tmp_path / "package")
    set_cell(folder, "films", "tt28607951", "title", "Anorak")
    ended = run("import", str(oscars_csv), "--data", str(folder))
    assert (ended.code, ended.out) == (
        0,
        "films ~1: tt28607951\nThe tables are rewritten. Run `bot check` next.\n",
    )
    assert ended.err.startswith(f"Reading {oscars_csv} ...")
    assert (folder / "films.csv").read_bytes() == (DATA / "films.csv").read_bytes()


def test_an_import_of_another_file_is_refused(run: Run, folder: Path) -> None:
    ended = run("import", str(ROOT / "pyproject.toml"), "--data", str(folder))
    assert ended.code == 2
    assert "does not begin with the columns of oscar_data's oscars.csv" in ended.err


def test_an_import_needs_a_folder_to_write_to(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DATA_SOURCE", "https://example.org/data.zip")
    ended = run("import", str(tmp_path / "oscars.csv"))
    assert ended.code == 2
    assert "is not the folder of a data package; name one with --data." in ended.err


async def test_play_prints_the_address_serves_the_page_and_ends_with_ctrl_c(
    folder: Path, database: Path, tmp_path: Path
) -> None:
    settings = {"data_source": folder, "database_path": database}
    async with started("play", "--no-browser", cwd=tmp_path, **settings) as bot:
        address = await bot.first_line()
        assert address.startswith("http://127.0.0.1:")
        async with aiohttp.ClientSession() as client, client.get(address) as page:
            assert page.status == 200
            assert "text/html" in page.headers["Content-Type"]
            assert "Statuette" in await page.text() or page.content_length != 0
        code, _, err = await bot.stopped(signal.SIGINT)
    assert code == 0
    assert "Traceback" not in err


async def test_play_serves_the_port_that_is_asked_for_or_says_that_it_is_taken(
    folder: Path, database: Path, tmp_path: Path
) -> None:
    server = await asyncio.start_server(lambda reader, writer: None, "127.0.0.1", 0)
    port = str(server.sockets[0].getsockname()[1])
    settings = {"data_source": folder, "database_path": database}
    async with started("play", "--no-browser", "--port", port, cwd=tmp_path, **settings) as bot:
        code, out, err = await bot.ended()
    server.close()
    assert (code, out) == (2, "")
    assert "Try another one with --port." in err
    assert "Traceback" not in err
    async with started("play", "--no-browser", "--port", port, cwd=tmp_path, **settings) as bot:
        assert f":{port}" in await bot.first_line()
        assert (await bot.stopped())[0] == 0
