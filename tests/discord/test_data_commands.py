"""/data: who may, and what a load, a rollback and the history answer."""

import asyncio
import csv
import shutil
from collections.abc import Callable
from pathlib import Path

import discord
import pytest
import simcord
from simcord import ChannelHandle as Channel
from simcord import MemberActor as Actor

from bot.app import App
from bot.settings import ROOT, Settings
from tests.discord.reading import buttons, message, only_for_asker, text, title
from tests.packages import DATA, cells

# A load is the work of a process of its own and takes a while on a busy machine.
pytestmark = pytest.mark.simcord(settle_timeout=90)

Rows = list[dict[str, str]]
SENTENCE = (
    "Data commands are for moderators (Manage Server) of the servers that run this bot. "
    "If a fact is wrong, please tell them."
)


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """The shipped data, in a folder of the test's own."""
    folder = tmp_path / "package"
    shutil.copytree(ROOT / "data", folder, ignore=shutil.ignore_patterns("awards*"))
    return folder


@pytest.fixture
def settings(settings: Settings, package: Path) -> Settings:
    return settings.model_copy(update={"data_source": str(package)})


def edit(package: Path, table: str, change: Callable[[Rows], Rows]) -> None:
    """Change the rows of a table, as somebody with a spreadsheet would."""
    path = package / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows = change(list(reader))
        columns = list(reader.fieldnames or ())
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def retitled(rows: Rows) -> Rows:
    """Give the first moment another topic."""
    rows[0]["topic"] = "A dinner without microphones"
    return rows


def halved(rows: Rows) -> Rows:
    return rows[: len(rows) // 2]


def spoilt(rows: Rows) -> Rows:
    for row in rows[:20]:
        row["ceremony"] = "nineteen"
    return rows


# Who may


@pytest.mark.parametrize("command", ["status", "reload", "rollback", "history"])
async def test_a_member_does_not_even_see_the_commands_and_is_refused_where_they_do(
    ani: Actor, club: simcord.GuildHandle, channel: Channel, command: str
) -> None:
    assert f"data {command}" not in ani.available_commands(channel)
    # An admin may show them to somebody all the same; what is shown is no lock.
    _show_to(club, ani)
    answer = await ani.slash(channel, f"data {command}")
    assert only_for_asker(answer)
    assert text(answer).splitlines() == ["That is for moderators", SENTENCE]


async def test_a_moderator_of_the_operators_server_may(conan: Actor, channel: Channel) -> None:
    assert "data status" in conan.available_commands(channel)
    answer = await conan.slash(channel, "data status")
    assert only_for_asker(answer)
    assert title(answer) == "The data"


@pytest.mark.parametrize("command", ["status", "reload", "rollback", "history"])
async def test_a_moderator_of_another_server_is_refused(env: simcord.Env, command: str) -> None:
    other = env.create_guild("Another Club")
    place = other.create_text_channel("general")
    role = other.create_role("Admins", permissions=discord.Permissions(administrator=True))
    admin = other.add_member(env.create_user("admin"), roles=[role])
    answer = await admin.slash(place, f"data {command}")
    assert only_for_asker(answer)
    assert text(answer).splitlines() == ["That is for moderators", SENTENCE]


async def test_in_direct_messages_a_moderator_is_refused_and_the_owner_is_not(
    env: simcord.Env, conan: Actor
) -> None:
    refused = await conan.user.slash("data status")
    assert title(refused) == "That is for moderators"
    env.bot.owner_id = conan.id  # type: ignore[attr-defined]
    assert title(await conan.user.slash("data status")) == "The data"


async def test_the_owner_may_in_any_server(env: simcord.Env) -> None:
    other = env.create_guild("Another Club")
    place = other.create_text_channel("general")
    role = other.create_role("Admins", permissions=discord.Permissions(manage_guild=True))
    owner = other.add_member(env.create_user("owner"), roles=[role])
    env.bot.owner_id = owner.id  # type: ignore[attr-defined]
    assert title(await owner.slash(place, "data history")) == "The last loads"


@pytest.mark.simcord(check_errors=False)
async def test_where_the_owner_cannot_be_told_nobody_gets_in(
    env: simcord.Env, conan: Actor
) -> None:
    env.inject_error("GET", "/oauth2/applications/@me", times=None)
    answer = await conan.user.slash("data status")
    assert title(answer) == "Something went wrong"


# What they do


async def test_the_status_tells_version_source_counts_and_health(
    conan: Actor, channel: Channel, app: App, package: Path
) -> None:
    manifest = app.curator.manifest()
    assert manifest is not None
    shown = text(await conan.slash(channel, "data status"))
    assert "**Health:** All is well." in shown
    assert manifest.version in shown
    assert "12,137 nominations" in shown
    assert package.name in shown
    assert "<t:" in shown


async def test_the_same_data_changes_nothing(
    env: simcord.Env, conan: Actor, channel: Channel, app: App
) -> None:
    before = app.library.shelf
    answer = await conan.slash(channel, "data reload")
    deferred, said = (r.json for r in env.http_requests if r.method == "POST")
    assert deferred == {"type": 5, "data": {"flags": 64}}
    assert said
    assert only_for_asker(answer)
    assert title(answer) == "Nothing changed"
    assert app.library.shelf is before


async def test_good_data_is_served_at_once_and_rolled_back_at_once(
    env: simcord.Env, conan: Actor, ani: Actor, channel: Channel, app: App, package: Path
) -> None:
    before = app.curator.manifest()
    assert before is not None
    edit(package, "moments", retitled)

    answer = await conan.slash(channel, "data reload")
    assert only_for_asker(answer)
    assert title(answer) == "Reloaded"
    assert "Moments: 1 added, 1 removed" in text(answer)
    assert "A dinner without microphones" in text(answer)
    assert "seconds" in text(answer)
    night = await ani.slash(channel, "ceremony", which="1")
    moments = await ani.click(message(night), label="Moments")
    assert "A dinner without microphones" in text(moments)

    back = await conan.slash(channel, "data rollback")
    assert title(back) == "Rolled back"
    assert f"Version {before.version} is served again" in text(back)
    night = await ani.slash(channel, "ceremony", which="1")
    moments = await ani.click(message(night), label="Moments")
    assert "Dinner without broadcast" in text(moments)

    history = text(await conan.slash(channel, "data history")).splitlines()
    assert history[0] == "The last loads"
    assert "**rolled back** · rollback by conan" in history[1]
    assert "**loaded** · reload by conan" in history[2]

    # After a restart too: a moderator went back from this version on purpose.
    await env.restart_bot(app.client())
    assert before.version in text(await conan.slash(channel, "data status"))


async def test_bad_data_changes_nothing_and_the_problems_come_as_a_file(
    conan: Actor, channel: Channel, app: App, package: Path
) -> None:
    before = app.library.shelf
    edit(package, "nominations", spoilt)
    answer = await conan.slash(channel, "data reload")
    assert only_for_asker(answer)
    assert title(answer) == "Not reloaded: the data has problems"
    shown = text(answer)
    assert shown.count("• nominations.csv, row") == 5
    assert "'nineteen'" in shown
    (file,) = message(answer).attachments
    assert file.filename == "problems.txt"
    problems = (await file.read()).decode().splitlines()
    assert len(problems) >= 20
    assert app.library.shelf is before


async def test_a_source_that_is_gone_changes_nothing(
    conan: Actor, channel: Channel, app: App, package: Path
) -> None:
    before = app.library.shelf
    shutil.rmtree(package)
    answer = await conan.slash(channel, "data reload")
    assert title(answer) == "Not reloaded: the data has problems"
    assert app.library.shelf is before


async def test_much_to_remove_asks_first_and_the_button_checks_who_presses(
    env: simcord.Env,
    conan: Actor,
    club: simcord.GuildHandle,
    channel: Channel,
    app: App,
    package: Path,
) -> None:
    before = app.library.shelf
    edit(package, "moments", halved)
    answer = await conan.slash(channel, "data reload")
    assert only_for_asker(answer)
    assert title(answer) == "This would remove a lot. Go on?"
    removed = len(cells(DATA, "moments")) - len(cells(package, "moments"))
    assert f"Moments: {removed} removed" in text(answer)
    assert app.library.shelf is before

    # The question outlives a restart; the right to answer it does not outlive the role.
    await env.restart_bot(app.client())
    (custom_id,) = buttons(answer).values()
    asked = message(answer)
    moderators = club.roles["Moderators"]
    env.backend.remove_member_role(club.id, conan.id, moderators.id)
    refused = await conan.click(asked, custom_id=custom_id)
    assert title(refused) == "That is for moderators"
    assert app.library.shelf is before

    env.backend.add_member_role(club.id, conan.id, moderators.id)
    done = await conan.click(asked, custom_id=custom_id)
    assert only_for_asker(done)
    assert title(done) == "Reloaded"
    assert len(app.library.shelf.almanac.moments) == len(cells(package, "moments"))


async def test_one_load_at_a_time(conan: Actor, channel: Channel, app: App) -> None:
    first = asyncio.create_task(app.curator.reload("somebody"))
    await asyncio.sleep(0)
    assert app.curator.busy
    answer = await conan.slash(channel, "data reload")
    assert text(answer).splitlines() == [
        "Not now",
        "A load is under way already. Please wait for it to end.",
    ]
    await first


async def test_without_an_earlier_build_there_is_nothing_to_go_back_to(
    conan: Actor, channel: Channel
) -> None:
    answer = await conan.slash(channel, "data rollback")
    assert "There is no earlier build to go back to." in text(answer)


async def test_cards_are_answered_all_through_a_load(
    ani: Actor, channel: Channel, app: App, package: Path
) -> None:
    edit(package, "moments", retitled)
    load = asyncio.create_task(app.curator.reload("somebody"))
    shown = 0
    while not load.done():
        answer = await ani.slash(channel, "winner", category="best-picture", ceremony="97")
        assert title(answer) == "🏆 Anora"
        shown += 1
        await asyncio.sleep(0.01)
    await load
    assert shown > 3
    assert app.library.shelf.almanac.moments[0].topic == "A dinner without microphones"


async def test_a_failure_while_answering_a_load_is_tried_again(
    env: simcord.Env, conan: Actor, channel: Channel
) -> None:
    env.inject_error("POST", "/webhooks/*/*")
    assert title(await conan.slash(channel, "data reload")) == "Nothing changed"


def _show_to(club: simcord.GuildHandle, actor: Actor) -> None:
    backend = club._env.backend
    command = backend.find_command("data", None)
    assert command is not None
    shown = {"id": str(actor.id), "type": 2, "permission": True}
    backend.set_command_permissions(club.id, int(command["id"]), [shown])
