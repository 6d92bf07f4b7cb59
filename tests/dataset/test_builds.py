"""Builds beside the current one: each made by one rename, three kept, damage noticed."""

import datetime
import json
import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from bot.dataset.builds import ABANDONED_AFTER_SECONDS, KEPT_HISTORY, Builds, Load

NOON = datetime.datetime(2026, 11, 1, 12, tzinfo=datetime.UTC)


@pytest.fixture
def builds(tmp_path: Path) -> Builds:
    return Builds(tmp_path / "data" / "awards.db")


def add(builds: Builds, version: str, content: str = "", *, minute: int = 0) -> None:
    at = NOON + datetime.timedelta(minutes=minute)
    builds.add(version, "data", at, lambda path: void(path.write_text(content or version)))


def void(_: object) -> None:
    return None


def names(builds: Builds) -> set[str]:
    return {path.name for path in builds.current_path.parent.iterdir()}


def test_a_build_is_kept_under_its_version_and_chosen_apart(builds: Builds) -> None:
    add(builds, "a1")
    assert names(builds) == {"awards-a1.db", "awards-a1.json"}
    assert builds.current() is None
    builds.choose("a1")
    assert names(builds) == {"awards-a1.db", "awards-a1.json", "awards.db"}
    current = builds.current()
    assert current is not None
    assert (current.version, current.source) == ("a1", "data")
    assert builds.current_path.read_text() == "a1"


def test_choosing_the_current_build_again_leaves_nothing_behind(builds: Builds) -> None:
    add(builds, "a1")
    builds.choose("a1")
    builds.choose("a1")
    assert names(builds) == {"awards-a1.db", "awards-a1.json", "awards.db"}


def test_a_reader_keeps_the_build_it_has_open(builds: Builds) -> None:
    add(builds, "a1")
    add(builds, "b2", minute=1)
    builds.choose("a1")
    with builds.current_path.open() as reader:
        builds.choose("b2")
        assert reader.read() == "a1"
    assert builds.current_path.read_text() == "b2"


def test_a_write_that_fails_leaves_nothing_behind(builds: Builds) -> None:
    def fail(path: Path) -> None:
        path.write_text("half")
        raise OSError("no space left on device")

    with pytest.raises(OSError, match="no space"):
        builds.add("a1", "data", NOON, fail)
    assert names(builds) == set()


def test_a_damaged_build_is_noticed(builds: Builds) -> None:
    add(builds, "a1")
    builds.choose("a1")
    (manifest,) = builds.every()
    assert builds.is_whole(manifest)
    with builds.path("a1").open("r+b") as file:
        file.write(b"X")
    assert not builds.is_whole(manifest)
    assert builds.current() is None, "the current one is the same file"
    assert builds.last_good() is None


def test_a_missing_file_is_noticed(builds: Builds) -> None:
    add(builds, "a1")
    add(builds, "b2", minute=1)
    builds.path("b2").unlink()
    good = builds.last_good()
    assert good is not None
    assert good.version == "a1"


@pytest.mark.parametrize(
    "manifest", ["", "{", "[1]", '{"version": "a1"}', '{"what": 1}', "\x00", "3"]
)
def test_a_damaged_manifest_is_as_good_as_none(manifest: str, builds: Builds) -> None:
    add(builds, "a1")
    builds.path("a1").with_suffix(".json").write_text(manifest)
    assert builds.every() == []


def test_a_build_of_another_schema_is_not_used(builds: Builds) -> None:
    add(builds, "a1")
    builds.choose("a1")
    path = builds.path("a1").with_suffix(".json")
    path.write_text(json.dumps(json.loads(path.read_text()) | {"form": "of an older release"}))
    assert builds.every() == []
    assert builds.current() is None


def test_the_last_three_are_kept_and_those_asked_for(builds: Builds) -> None:
    for minute, version in enumerate(["a1", "b2", "c3", "d4", "e5", "f6"]):
        add(builds, version, minute=minute)
    builds.prune(keep=("b2",))
    assert [manifest.version for manifest in builds.every()] == ["f6", "e5", "d4", "b2"]
    assert not builds.path("a1").exists()


def test_what_a_killed_process_left_is_swept_and_what_a_live_one_writes_is_not(
    builds: Builds,
) -> None:
    add(builds, "a1")
    folder = builds.current_path.parent
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    alive = os.getppid()
    for process in (dead.pid, alive, os.getpid()):
        (folder / f"awards-b2.db.{process}.unfinished").touch()
        (folder / f"awards.db.{process}.next").touch()
    builds.prune()
    assert names(builds) == {
        "awards-a1.db",
        "awards-a1.json",
        f"awards-b2.db.{alive}.unfinished",
        f"awards.db.{alive}.next",
    }


def test_a_build_without_a_manifest_is_swept_once_nobody_can_be_writing_one(
    builds: Builds,
) -> None:
    add(builds, "a1")
    abandoned = builds.path("b2")
    abandoned.touch()
    builds.prune()
    assert abandoned.exists()
    long_ago = time.time() - ABANDONED_AFTER_SECONDS - 1
    os.utime(abandoned, (long_ago, long_ago))
    builds.prune()
    assert names(builds) == {"awards-a1.db", "awards-a1.json"}


def test_a_file_system_without_hard_links_has_a_copy(
    builds: Builds, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError("operation not supported")

    add(builds, "a1")
    monkeypatch.setattr(os, "link", refuse)
    builds.choose("a1")
    assert builds.current() is not None
    assert names(builds) == {"awards-a1.db", "awards-a1.json", "awards.db"}


LOAD = Load("2026-11-01T12:00:00+00:00", "ani (1)", "reload", "b2", "a1", "loaded")


def test_the_history_is_told_latest_first(builds: Builds) -> None:
    assert builds.history() == []
    add(builds, "a1")
    later = replace(LOAD, by="Zoë (2)", version="c3", before="b2")
    builds.record(LOAD)
    builds.record(later)
    assert builds.history() == [later, LOAD]


@pytest.mark.parametrize("left", [b'{"at": "2026', b'{"at": "2026-11-01", "by": "Zo\xc3', b"\xff"])
def test_a_line_of_the_history_that_a_kill_cut_short_takes_no_other_with_it(
    left: bytes, builds: Builds
) -> None:
    add(builds, "a1")
    builds.record(LOAD)
    history = builds.current_path.with_name("awards-history.jsonl")
    history.write_bytes(history.read_bytes() + left)
    assert builds.history() == [LOAD]
    builds.record(replace(LOAD, version="c3"))
    assert [load.version for load in builds.history()] == ["c3", "b2"]


def test_the_history_does_not_grow_for_ever(builds: Builds) -> None:
    add(builds, "a1")
    for number in range(3 * KEPT_HISTORY):
        builds.record(replace(LOAD, version=str(number)))
    history = builds.history()
    assert history[0].version == str(3 * KEPT_HISTORY - 1)
    assert KEPT_HISTORY <= len(history) <= 2 * KEPT_HISTORY
