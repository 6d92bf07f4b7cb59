"""Buttons and menus: they lead on, survive a restart, and belong to whoever asked."""

import pytest
import simcord
from simcord import ChannelHandle as Channel
from simcord import MemberActor as Actor

from bot.app import App
from tests.discord.reading import buttons, message, only_for_asker, options, text, title

STARTS = [
    ("winner", {"category": "best-picture", "ceremony": "97"}),
    ("winner", {"category": "lead actress", "ceremony": "41"}),
    ("winner", {"category": "casting", "ceremony": "97"}),
    ("nominees", {"category": "cinematography", "ceremony": "22"}),
    ("ceremony", {"which": "97"}),
    ("ceremony", {"which": "99"}),
    ("category", {"category": "best-picture"}),
    ("film", {"title": "anora"}),
    ("cast", {"film": "anora"}),
    ("person", {"name": "walt disney"}),
    ("help", {}),
    ("about", {}),
]


@pytest.mark.parametrize(("command", "given"), STARTS)
async def test_every_button_shows_a_card_before_and_after_a_restart(
    env: simcord.Env,
    app: App,
    ani: Actor,
    channel: Channel,
    command: str,
    given: dict[str, str],
) -> None:
    shown = []
    for restarted in (False, True):
        answer = await ani.slash(channel, command, **given)
        if restarted:
            await env.restart_bot(app.client())
        pressed = []
        for custom_id in buttons(answer).values():
            # Turning changes the message, so each button is pressed on a message of its own.
            again = message(await ani.slash(channel, command, **given))
            pressed.append(title(await ani.click(again, custom_id=custom_id)))
        shown.append(pressed)
    assert shown[0] == shown[1]
    assert all(shown[0])


async def test_a_page_takes_the_place_of_the_one_before(ani: Actor, channel: Channel) -> None:
    first = message(await ani.slash(channel, "category", category="best-picture"))
    second = await ani.click(first, label="Earlier →")
    assert message(second).id == first.id
    assert "page 2 of 7" in text(second)
    back = await ani.click(message(second), label="← Later")
    assert "page 1 of 7" in text(back)


async def test_the_ceremonies_before_and_after_are_one_press_away(
    ani: Actor, channel: Channel
) -> None:
    answer = message(await ani.slash(channel, "winner", category="best-picture", ceremony="97"))
    before = await ani.click(answer, label="← Before")
    assert title(before) == "🏆 Oppenheimer"
    nominees = await ani.click(message(before), label="All nominees")
    assert title(nominees) == "Best Picture: the nominees"
    after = await ani.click(message(nominees), label="After →")
    assert "*Anora*" in text(after) or "**Anora**" in text(after)
    winner = await ani.click(message(after), label="Winner")
    assert title(winner) == "🏆 Anora"
    assert message(winner).id == answer.id


async def test_another_card_is_a_message_of_its_own(ani: Actor, channel: Channel) -> None:
    answer = message(await ani.slash(channel, "winner", category="best-picture", ceremony="97"))
    film = await ani.click(answer, label="The film")
    assert title(film) == "Anora"
    assert message(film).id != answer.id
    assert not only_for_asker(film)
    assert title(answer) == "🏆 Anora"


async def test_somebody_else_gets_a_copy_that_only_they_see(
    ani: Actor, igor: Actor, channel: Channel
) -> None:
    answer = message(await ani.slash(channel, "category", category="best-picture"))
    copy = await igor.click(answer, label="Earlier →")
    assert only_for_asker(copy)
    assert message(copy).id != answer.id
    assert "page 2 of 7" in text(copy)
    assert "page 1 of 7" in text(answer)
    # The copy is theirs, so they turn its pages.
    further = await igor.click(message(copy), label="Earlier →")
    assert message(further).id == message(copy).id
    assert "page 3 of 7" in text(further)


async def test_somebody_else_gets_the_film_to_themselves_too(
    ani: Actor, igor: Actor, channel: Channel
) -> None:
    answer = message(await ani.slash(channel, "winner", category="best-picture", ceremony="97"))
    assert only_for_asker(await igor.click(answer, label="The film"))


async def test_the_menu_of_a_night_shows_a_category(
    env: simcord.Env, app: App, ani: Actor, igor: Actor, channel: Channel
) -> None:
    night = message(await ani.slash(channel, "ceremony", which="97"))
    assert list(options(night))[:3] == ["Best Picture", "Best Director", "Best Actor"]
    await env.restart_bot(app.client())
    sound = await ani.select(night, [options(night)["Best Sound"]])
    assert title(sound) == "🏆 Gareth John, Richard King, Ron Bartlett and Doug Hemphill"
    assert not only_for_asker(sound)
    assert only_for_asker(await igor.select(night, [options(night)["Best Picture"]]))


async def test_a_choice_among_namesakes_works_after_a_restart(
    env: simcord.Env, app: App, ani: Actor, channel: Channel
) -> None:
    answer = message(await ani.slash(channel, "person", name="Steve McQueen"))
    await env.restart_bot(app.client())
    chosen = await ani.select(answer, [options(answer)["Steve McQueen (Best Actor, 39th)"]])
    assert "No competitive Oscars from 1 nomination" in text(chosen)


async def test_the_ends_of_a_list_cannot_be_passed(ani: Actor, channel: Channel) -> None:
    first = message(await ani.slash(channel, "winner", category="best picture", ceremony="1"))
    assert "← Before" not in buttons(first)
    last = message(await ani.slash(channel, "winner", category="best picture", ceremony="98"))
    assert "After →" not in buttons(last)
    with pytest.raises(simcord.SetupError, match="disabled"):
        await ani.click(last, label="After →")


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("film/tt99999999/1", "That button leads to something no longer in the data."),
        ("person/nobody/1", "That button leads to something no longer in the data."),
        ("trivia/1", "That button is of an older version of me."),
        ("winner/best-picture", "That button is of an older version of me."),
    ],
)
async def test_a_button_that_leads_nowhere_any_more_says_so(
    env: simcord.Env, ani: Actor, channel: Channel, address: str, said: str
) -> None:
    answer = message(await ani.slash(channel, "film", title="anora"))
    stored = env.backend.get_message(answer.channel_id, answer.id)
    stored.components[0]["components"][0]["custom_id"] = f"go:{ani.id}:c:0:{address}"
    pressed = await ani.click(answer, label="Cast")
    assert only_for_asker(pressed)
    assert said in text(pressed)


async def test_six_buttons_stand_in_two_even_rows(ani: Actor, channel: Channel) -> None:
    night = message(await ani.slash(channel, "ceremony", which="97"))
    rows = [len(row["components"]) for row in night.components]
    assert rows == [3, 3, 1]
