"""What is offered while an option is typed."""

import pytest
from simcord import ChannelHandle as Channel
from simcord import MemberActor as Actor

from bot.library import Shelf

OPTIONS = [
    ("winner", "category"),
    ("winner", "ceremony"),
    ("nominees", "category"),
    ("nominees", "ceremony"),
    ("ceremony", "which"),
    ("category", "category"),
    ("film", "title"),
    ("cast", "film"),
    ("person", "name"),
]


@pytest.mark.parametrize(("command", "option"), OPTIONS)
@pytest.mark.parametrize(
    "typed", ["", " ", "a", "the", "9", "xq", "*", "🏆", "寄", "'; DROP TABLE film; --", "x" * 6000]
)
async def test_at_most_25_are_offered_whatever_is_typed(
    ani: Actor, channel: Channel, command: str, option: str, typed: str
) -> None:
    offered = await ani.autocomplete(channel, command, option, typed)
    assert len(offered) <= 25
    assert all(1 <= len(choice["name"]) <= 100 for choice in offered)
    assert all(1 <= len(choice["value"]) <= 100 for choice in offered)
    assert len({choice["value"] for choice in offered}) == len(offered)


@pytest.mark.parametrize(("command", "option"), OPTIONS)
async def test_before_anything_is_typed_the_best_known_are_offered(
    ani: Actor, channel: Channel, command: str, option: str
) -> None:
    assert len(await ani.autocomplete(channel, command, option, "")) == 25


@pytest.mark.parametrize(
    ("command", "option", "typed", "first"),
    [
        ("winner", "category", "best pic", ("Best Picture", "best-picture")),
        ("winner", "category", "foreign", ("Best International Feature", "international-feature")),
        ("winner", "category", "outstanding prod", ("Best Picture", "best-picture")),
        ("nominees", "category", "makup", ("Best Makeup and Hairstyling",) * 2),
        ("winner", "ceremony", "97", ("97th · held 2 March 2025 · films of 2024", "97")),
        ("nominees", "ceremony", "2025", ("97th · held 2 March 2025 · films of 2024", "97")),
        ("ceremony", "which", "latest", ("98th · held 15 March 2026 · films of 2025", "98")),
        ("ceremony", "which", "9", ("9th · held 4 March 1937 · films of 1936", "9")),
        ("film", "title", "anor", ("Anora (2024)", "tt28607951")),
        ("film", "title", "anroa", ("Anora (2024)", "tt28607951")),
        ("film", "title", "mash", ("M*A*S*H (1970)", "tt0066026")),
        ("cast", "film", "kings speech", ("The King's Speech (2010)", "tt1504320")),
        ("person", "name", "streep", ("Meryl Streep (Best Actress, 51st to 90th)", "nm0000658")),
        ("person", "name", "meril stre", ("Meryl Streep (Best Actress, 51st to 90th)",) * 2),
    ],
)
async def test_the_best_match_comes_first_and_stands_for_an_id(
    ani: Actor, channel: Channel, command: str, option: str, typed: str, first: tuple[str, str]
) -> None:
    choice = (await ani.autocomplete(channel, command, option, typed))[0]
    assert choice["name"] == first[0]
    assert choice["value"] == first[1] or first[0] == first[1]


async def test_what_is_offered_is_understood(ani: Actor, channel: Channel, shelf: Shelf) -> None:
    for typed in ("a star is", "up", "anora"):
        for choice in await ani.autocomplete(channel, "film", "title", typed):
            assert choice["value"] in shelf.almanac.films
    for choice in await ani.autocomplete(channel, "person", "name", "mcq"):
        assert choice["value"] in shelf.almanac.people
    for choice in await ani.autocomplete(channel, "winner", "ceremony", "19"):
        assert int(choice["value"]) in shelf.almanac.ceremonies


async def test_what_was_chosen_for_the_other_option_does_not_hinder(
    ani: Actor, channel: Channel
) -> None:
    offered = await ani.autocomplete(channel, "winner", "ceremony", "41", category="best-picture")
    assert offered[0]["value"] == "41"
