"""What the bot sends is held against Discord's own description: at the end of every test here."""

import pytest
from simcord.types import HttpLogEntry

from tests.discord.described import DESCRIPTION, Description, description


@pytest.fixture
def known() -> Description:
    found = description()
    if found is None:
        pytest.skip(f"{DESCRIPTION} is not here: requests are not checked against it")
    return found


def _reply(**data: object) -> HttpLogEntry:
    body = {"type": 4, "data": data}
    return HttpLogEntry("POST", "/interactions/1/token/callback", {}, body, None)


def test_a_reply_that_fits_is_let_through(known: Description) -> None:
    assert known.faults(_reply(content="Hello", flags=64)) == []


@pytest.mark.parametrize(
    "data",
    [
        {"embeds": [{"title": "x" * 257}]},
        {"embeds": [{"fields": [{"name": "a"}]}]},
        {"components": [{"type": 1, "components": [{"type": 2, "custom_id": "x" * 101}]}]},
        {"content": 5},
    ],
)
def test_a_reply_that_discord_would_refuse_is_found(
    known: Description, data: dict[str, object]
) -> None:
    assert known.faults(_reply(**data))


def test_an_address_that_discord_has_not_is_found(known: Description) -> None:
    (fault,) = known.faults(HttpLogEntry("POST", "/no/such/place", {}, None, None))
    assert fault == "POST /no/such/place is not described"
