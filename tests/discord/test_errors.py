"""What askers read when something fails, on Discord's side, ours or theirs."""

import re
from typing import Any

import pytest
import simcord
from simcord import ChannelHandle as Channel
from simcord import MemberActor as Actor

from bot.app import App
from bot.errors import StoreError
from tests.discord.reading import buttons, message, only_for_asker, text, title

Records = list[dict[str, Any]]

CALLBACK = "/interactions/*/callback"
fails = pytest.mark.simcord(check_errors=False)

TEXT_OPTIONS = [
    ("winner", "category", {"ceremony": "97"}),
    ("winner", "ceremony", {"category": "best-picture"}),
    ("nominees", "category", {}),
    ("nominees", "ceremony", {"category": "best-picture"}),
    ("ceremony", "which", {}),
    ("category", "category", {}),
    ("film", "title", {}),
    ("cast", "film", {}),
    ("person", "name", {}),
]
BAD_TEXTS = [
    "x" * 10_000,
    "\x00\x07\x1b[31mred\x1b[0m\r\n",
    "🏆🎬🍿",
    "'; DROP TABLE nomination; --",
    '" OR 1=1 --',
    "**bold** __under__ ~~gone~~ ||spoiler|| `code` [link](https://example.org)",
    "@everyone @here <@1456074443980800014> <@&1> <#1>",
    "\u202egnitset\u202c \u2066abc\u2069 \u200f\u200b",
    "# heading\n> quote\n- list\n1. list",
    "https://example.org/%00?x=<script>",
    "寄生虫",
    "%s {0} \\ \\n ${x}",
    ".",
]


def _callbacks(env: simcord.Env) -> int:
    return sum(request.path.endswith("/callback") for request in env.http_requests)


def _assert_plain_sentence(answer: simcord.InteractionResult) -> str:
    """Assert that the asker alone got one sentence with a reference; return the reference."""
    assert only_for_asker(answer)
    heading, sentence, reference = text(answer).splitlines()
    assert heading == "Something went wrong"
    assert sentence == "I can't answer that just now. Please try again in a minute."
    found = re.fullmatch(r"Reference ([0-9a-f]{6})", reference)
    assert found
    assert len(message(answer).embeds) == 1
    assert message(answer).components == []
    return found[1]


@pytest.mark.parametrize("status", [500, 502, 503])
async def test_a_passing_failure_of_discord_is_tried_again(
    env: simcord.Env, ani: Actor, channel: Channel, status: int
) -> None:
    env.inject_error("POST", CALLBACK, status=status)
    answer = await ani.slash(channel, "winner", category="best-picture", ceremony="97")
    assert title(answer) == "🏆 Anora"
    assert _callbacks(env) == 2


async def test_a_press_is_tried_again_too(env: simcord.Env, ani: Actor, channel: Channel) -> None:
    answer = message(await ani.slash(channel, "category", category="best-picture"))
    env.inject_error("POST", CALLBACK)
    assert "page 2 of 7" in text(await ani.click(answer, label="Earlier →"))


@fails
async def test_a_lasting_failure_is_told_as_soon_as_it_can_be(
    env: simcord.Env, ani: Actor, channel: Channel, logged: Records
) -> None:
    env.inject_error("POST", CALLBACK, times=2)
    answer = await ani.slash(channel, "winner", category="best-picture", ceremony="97")
    reference = _assert_plain_sentence(answer)
    (record,) = (r for r in logged if r["event"] == "failure")
    assert record["reference"] == reference
    assert record["command"] == "winner"


@fails
async def test_where_even_that_fails_it_is_logged(
    env: simcord.Env, ani: Actor, channel: Channel, logged: Records
) -> None:
    env.inject_error("POST", CALLBACK, times=None)
    answer = await ani.slash(channel, "winner", category="best-picture", ceremony="97")
    assert answer.response is None
    assert any(record["event"] == "could not tell the asker" for record in logged)


@fails
async def test_nobody_is_told_where_nobody_waits_any_more(
    env: simcord.Env, ani: Actor, channel: Channel
) -> None:
    env.inject_error("POST", CALLBACK, status=404, code=10062, message="Unknown interaction")
    answer = await ani.slash(channel, "winner", category="best-picture", ceremony="97")
    assert answer.response is None
    assert _callbacks(env) == 1


@fails
async def test_a_refusal_of_discord_is_not_tried_again(
    env: simcord.Env, ani: Actor, channel: Channel
) -> None:
    env.inject_error("POST", CALLBACK, status=403, code=50001, message="Missing Access")
    _assert_plain_sentence(await ani.slash(channel, "about"))
    assert _callbacks(env) == 2


@fails
@pytest.mark.parametrize(
    ("command", "given"),
    [
        ("winner", {"category": "best-picture", "ceremony": "97"}),
        ("nominees", {"category": "best-picture"}),
        ("ceremony", {}),
        ("category", {"category": "best-picture"}),
        ("film", {"title": "anora"}),
        ("cast", {"film": "anora"}),
        ("person", {"name": "meryl streep"}),
    ],
)
async def test_a_store_that_is_down_is_never_told_as_no_such_thing(
    app: App, ani: Actor, channel: Channel, logged: Records, command: str, given: dict[str, str]
) -> None:
    await app.library.database.close()
    answer = await ani.slash(channel, command, **given)
    reference = _assert_plain_sentence(answer)
    (record,) = (r for r in logged if r["event"] == "failure")
    assert record["reference"] == reference
    assert isinstance(record["exc_info"], StoreError)


@fails
async def test_what_needs_no_store_is_answered_all_the_same(
    app: App, ani: Actor, channel: Channel
) -> None:
    await app.library.database.close()
    assert title(await ani.slash(channel, "help")) == "Ask me about any Academy Award"
    assert title(await ani.slash(channel, "person", name="steve mcqueen")) == "Which person?"
    assert await ani.autocomplete(channel, "film", "title", "anor")


@fails
async def test_a_press_while_the_store_is_down_gets_the_same_sentence(
    app: App, ani: Actor, channel: Channel
) -> None:
    night = message(await ani.slash(channel, "ceremony", which="97"))
    await app.library.database.close()
    _assert_plain_sentence(await ani.click(night, label="← Before"))
    _assert_plain_sentence(await ani.select(night, ["winner/best-picture/97"]))
    assert title(night) == "97th Academy Awards"


@fails
async def test_an_error_nobody_thought_of_gets_the_same_sentence(
    ani: Actor, channel: Channel, logged: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object) -> None:
        raise ZeroDivisionError("secret details")

    answer = message(await ani.slash(channel, "winner", category="best-picture", ceremony="97"))
    monkeypatch.setattr("bot.cards.awards.winner_card", broken)
    refused = await ani.slash(channel, "winner", category="best-picture", ceremony="41")
    _assert_plain_sentence(refused)
    _assert_plain_sentence(await ani.click(answer, label="← Before"))
    failures = [record for record in logged if record["event"] == "failure"]
    assert [type(record["exc_info"]) for record in failures] == [ZeroDivisionError] * 2
    assert len({record["reference"] for record in failures}) == 2


@fails
@pytest.mark.parametrize("error", [KeyError("tt1"), TypeError("x"), ValueError("x"), IndexError()])
async def test_a_fault_of_ours_is_not_told_as_missing_data(
    ani: Actor, channel: Channel, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def broken(*_arguments: object, **_more: object) -> None:
        raise error

    monkeypatch.setattr("bot.cards.films.film_card", broken)
    _assert_plain_sentence(await ani.slash(channel, "film", title="anora"))


@fails
async def test_completion_that_fails_offers_nothing_and_harms_nothing(
    app: App, ani: Actor, channel: Channel, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_typed: str) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(app.guide, "complete_films", broken)
    assert await ani.autocomplete(channel, "film", "title", "anor") == []
    assert title(await ani.slash(channel, "film", title="anora")) == "Anora"


@pytest.mark.parametrize(("command", "option", "given"), TEXT_OPTIONS)
@pytest.mark.parametrize("bad", BAD_TEXTS, ids=range(len(BAD_TEXTS)))
async def test_bad_text_gets_a_clear_answer(
    ani: Actor, channel: Channel, command: str, option: str, given: dict[str, str], bad: str
) -> None:
    answer = await ani.slash(channel, command, **given, **{option: bad})
    assert title(answer) != "Something went wrong"
    shown = text(answer)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)
    live = re.sub(r"\\.", "", message(answer).embeds[0].description or "")
    assert not re.search(r"@everyone|@here|<[@#]|\[link\]|\|\||`|https://", live)
    assert len(shown) < 1000 or not only_for_asker(answer)


async def test_text_too_long_says_how_long_a_name_may_be(ani: Actor, channel: Channel) -> None:
    answer = await ani.slash(channel, "film", title="x" * 10_000)
    assert only_for_asker(answer)
    assert text(answer).splitlines() == [
        "I can't use that",
        "That is 10,000 characters long; the name of a film has at most 200.",
    ]


async def test_text_without_letters_says_what_to_type(ani: Actor, channel: Channel) -> None:
    answer = await ani.slash(channel, "person", name="🏆")
    assert text(answer).splitlines()[1] == (
        "Please type the name of a person in Latin letters or digits."
    )


async def test_what_was_typed_is_shown_as_it_was(ani: Actor, channel: Channel) -> None:
    answer = await ani.slash(channel, "film", title="**@everyone** qqq")
    description = message(answer).embeds[0].description or ""
    assert "“\\*\\*\\@everyone\\*\\* qqq”" in description
    assert buttons(answer) == {}
