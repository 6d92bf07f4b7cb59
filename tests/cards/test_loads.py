"""Cards for moderators."""

from dataclasses import replace
from pathlib import Path

from bot.cards.card import Tone
from bot.cards.loads import (
    history_card,
    loaded_card,
    refused_card,
    removal_card,
    rolled_back_card,
    status_card,
    unchanged_card,
)
from bot.dataset.builds import Builds, Load
from bot.dataset.changes import TableChange
from bot.dataset.load import Loaded
from tests.cards.reading import expected, lines

CHANGES = (
    TableChange("person", 100, 1, 0, 2, ("+ nm1", "- nm2", "- nm3")),
    TableChange("film_facts", 100, 0, 1, 0, ("~ tt1",)),
)


def test_a_load_tells_what_changed_table_by_table() -> None:
    card = loaded_card(Loaded("v2", changes=CHANGES), "v2", 1.26)
    assert lines(card) == expected("""
        Reloaded
        Version: v2
        Took: 1.3 seconds

        People: 1 added, 2 removed
          + nm1
          - nm2
          - nm3

        Film facts: 1 changed
          ~ tt1
    """)


def test_a_load_without_changes_says_so() -> None:
    assert lines(unchanged_card("v1", 0.5)) == expected("""
        Nothing changed
        The source holds version v1, which is served already.

        Checked in 0.5 seconds
    """)
    assert "No table differs from before." in lines(loaded_card(Loaded("v2"), "v2", 1.0))


def test_a_refused_load_shows_the_first_problems_and_that_nothing_changed() -> None:
    card = refused_card(Loaded(problems=tuple(f"row {n} is wrong" for n in range(7))), "v1")
    assert lines(card)[:4] == expected("""
        Not reloaded: the data has problems
        Version v1 is served as before.
        • row 0 is wrong
        • row 1 is wrong
    """)
    assert lines(card)[-1] == "and 2 more, all in the file"
    assert card.tone is Tone.NOTICE


def test_a_source_that_cannot_be_read_is_told() -> None:
    card = refused_card(Loaded(unreadable="there is no datapackage.json"), "v1")
    assert lines(card)[-1] == "• there is no datapackage.json"


def test_much_to_remove_is_asked_about() -> None:
    card = removal_card(Loaded("v2", changes=CHANGES))
    assert lines(card)[:2] == expected("""
        This would remove a lot. Go on?
        More than 5 % of a table would go. Nothing has changed yet.
    """)


def test_a_rollback_says_how_long_it_stays() -> None:
    assert lines(rolled_back_card("v1", "v2"))[1] == "Version v1 is served again, in place of v2."


def test_the_history_names_the_moderator_without_the_id() -> None:
    load = Load(
        "2026-11-22T18:00:00+00:00", "conan (97000000)", "reload", "v2", "v1", "nothing changed"
    )
    assert lines(history_card([load])) == expected("""
        The last loads
        22 November 2026, 18:00 UTC: nothing changed · reload by conan · version v2
    """)
    assert lines(history_card([]))[-1] == "Nothing has been loaded yet."


def test_the_status_shows_trouble_first(build: Path) -> None:
    current = Builds(build).current()
    assert current is not None
    manifest = replace(current, version="v1", built_at="2026-11-22T18:00:00+00:00", source="/data")
    card = status_card(manifest, "/data", "The data package cannot be used.", {"films": 5265}, 0.2)
    assert lines(card) == expected("""
        The data
        Health: The data package cannot be used.
        Version: v1
        Built: 22 November 2026, 18:00 UTC
        Built from: /data
        Reloads from: /data
        A query took: 0.2 ms

        On record
          5,265 films
    """)
    assert card.tone is Tone.NOTICE
    assert status_card(manifest, "/data", "", {}, 0.2).tone is Tone.PLAIN
