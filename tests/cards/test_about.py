"""Cards on the bot itself."""

from bot.cards.about import COMMANDS, about_card
from bot.cards.plain import plain
from bot.desk import Desk
from bot.models import Build
from tests.cards.reading import labels, lines


async def test_help_tells_of_every_command_and_what_to_try(desk: Desk) -> None:
    card = await desk.card("help")
    text = plain(card)
    assert all(command in text for command, _ in COMMANDS)
    assert "Since 1929; the latest is the 98th, held 2026, films of 2025" in text
    assert labels(card) == ["Latest Best Picture", "Latest night", "About"]


async def test_about_tells_the_data_the_sources_and_that_it_is_not_the_academy(desk: Desk) -> None:
    text = plain(await desk.card("about"))
    assert "12,137 nominations" in text
    assert "98 ceremonies" in text
    assert "DLu/oscar_data" in text
    assert "MIT licence" in text
    assert "Of those who ask I keep the last question, in memory, for ten minutes." in text
    assert "Not affiliated with the Academy of Motion Picture Arts and Sciences" in text


def test_about_tells_version_and_time_of_the_build() -> None:
    card = about_card(Build("06d876799be6", "data", "2026-11-22T17:37:00+00:00"), {})
    assert "  Version 06d876799be6, built 22 November 2026, 17:37 UTC" in lines(card)
