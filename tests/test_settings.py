"""The settings: each from the environment and from .env; wrong values told clearly."""

import re
from pathlib import Path

import pytest

from bot.errors import ConfigurationError
from bot.settings import DISCORD_API, ROOT, Settings, read_settings

EVERY = {
    "DISCORD_TOKEN": "a-token",
    "DISCORD_API_URL": "http://127.0.0.1:8080/api/v10/",
    "DATABASE_PATH": "/srv/statuette/awards.db",
    "DATA_SOURCE": "https://example.org/data.zip",
    "MODERATOR_GUILD_IDS": "42000000000000000, 43000000000000000",
    "LOG_FORMAT": "JSON",
    "LOG_LEVEL": "Warning",
    "SHARD_COUNT": "4",
    "SHARD_IDS": "2,3",
}
MEANT = {
    "discord_api_url": "http://127.0.0.1:8080/api/v10",
    "database_path": Path("/srv/statuette/awards.db"),
    "data_source": "https://example.org/data.zip",
    "moderator_guild_ids": (42000000000000000, 43000000000000000),
    "log_format": "json",
    "log_level": "warning",
    "shard_count": 4,
    "shard_ids": (2, 3),
}


@pytest.fixture(autouse=True)
def nobodys_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)


def test_without_any_setting_the_defaults_suit_a_fresh_clone() -> None:
    settings = read_settings()
    assert settings.discord_token is None
    assert settings.discord_api_url == DISCORD_API
    assert settings.database_path == ROOT / "data" / "awards.db"
    assert settings.data_source == str(ROOT / "data")
    assert settings.moderator_guild_ids == ()
    assert (settings.log_format, settings.log_level) == ("text", "info")
    assert (settings.shard_count, settings.shard_ids) == (None, ())


def test_every_setting_is_read_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in EVERY.items():
        monkeypatch.setenv(name, value)
    settings = read_settings()
    assert settings.model_dump(exclude={"discord_token"}) == MEANT
    assert settings.token == "a-token"


def test_every_setting_is_read_from_a_file_beside_and_the_environment_wins(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lines = [f"{name.lower()}={value}\n" for name, value in EVERY.items()]
    Path(".env").write_text("# a comment\nSOMETHING_ELSE=1\n" + "".join(lines), "utf-8")
    assert read_settings().model_dump(exclude={"discord_token"}) == MEANT
    monkeypatch.setenv("LOG_LEVEL", "debug")
    assert read_settings().log_level == "debug"


def test_an_empty_value_is_as_good_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in EVERY:
        monkeypatch.setenv(name, "")
    assert read_settings() == Settings()


@pytest.mark.parametrize("token", ["", "   ", "\n"])
def test_a_blank_token_is_none(token: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", token)
    with pytest.raises(ConfigurationError, match="There is no DISCORD_TOKEN"):
        _ = read_settings().token


def test_a_token_is_taken_without_the_spaces_around_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", " a-token\n")
    assert read_settings().token == "a-token"


def test_the_token_is_not_shown_with_the_other_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "a-token")
    settings = read_settings()
    assert "a-token" not in f"{settings!r} {settings} {settings.model_dump_json()}"


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("DISCORD_API_URL", "discord.com", "must begin with http:// or https://"),
        ("DATA_SOURCE", "http://example.org/data.zip", "begins with https://"),
        ("DATA_SOURCE", "ftp://example.org/data.zip", "begins with https://"),
        ("MODERATOR_GUILD_IDS", "my server", "must be numbers with commas between them"),
        ("MODERATOR_GUILD_IDS", "1;2", "must be numbers with commas between them"),
        ("MODERATOR_GUILD_IDS", "-1", "must be numbers with commas between them"),
        ("LOG_FORMAT", "xml", "must be 'text' or 'json'"),
        ("LOG_LEVEL", "loud", "must be 'debug', 'info', 'warning' or 'error'"),
        ("SHARD_COUNT", "0", "must be greater than or equal to 1"),
        ("SHARD_COUNT", "two", "must be a valid integer"),
        ("SHARD_IDS", "a", "must be numbers with commas between them"),
    ],
)
def test_a_wrong_value_is_told_of_by_name(
    name: str, value: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(ConfigurationError) as wrong:
        read_settings()
    lines = str(wrong.value).splitlines()
    assert lines[0] == "These settings (environment or .env) are not right:"
    assert lines[1].startswith(f"  {name}: ")
    assert told in lines[1]
    assert lines[2] == "See .env.example for what each may be."
    assert len(lines) == 3


@pytest.mark.parametrize(
    ("count", "ids", "told"),
    [
        ("", "0", "SHARD_IDS needs SHARD_COUNT, the number of shards in all"),
        ("2", "1,2", "SHARD_IDS must be below SHARD_COUNT; the first shard is 0"),
    ],
)
def test_shards_that_do_not_fit_together_are_told_of(
    count: str, ids: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHARD_COUNT", count)
    monkeypatch.setenv("SHARD_IDS", ids)
    with pytest.raises(ConfigurationError, match=told):
        read_settings()


def test_several_wrong_values_are_told_of_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOG_FORMAT", "xml")
    monkeypatch.setenv("SHARD_COUNT", "none")
    with pytest.raises(ConfigurationError) as wrong:
        read_settings()
    assert "LOG_FORMAT" in str(wrong.value)
    assert "SHARD_COUNT" in str(wrong.value)


def test_a_wrong_value_is_not_repeated_for_it_may_be_the_token(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in EVERY:
        monkeypatch.setenv(name, "the-token-in-the-wrong-line")
    with pytest.raises(ConfigurationError) as wrong:
        read_settings()
    assert "the-token-in-the-wrong-line" not in str(wrong.value)


def test_a_file_that_is_not_text_is_told_of() -> None:
    Path(".env").write_bytes(b"DISCORD_TOKEN=\xff\xfe")
    with pytest.raises(ConfigurationError, match=r"The file \.env cannot be read"):
        read_settings()


def test_settings_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="frozen"):
        read_settings().log_level = "debug"  # type: ignore[misc]


def test_the_example_names_every_setting_with_its_description() -> None:
    text = (ROOT / ".env.example").read_text("utf-8")
    blocks = re.findall(r"((?:# .*\n)+)#? ?([A-Z_]+)=(.*)\n", text)
    described = {
        name: " ".join(line.removeprefix("# ") for line in comment.splitlines())
        for comment, name, _ in blocks
    }
    assert list(described) == [name.upper() for name in Settings.model_fields]
    for name, field in Settings.model_fields.items():
        assert described[name.upper()].startswith(field.description or "?"), name


def test_the_example_is_a_good_file_as_it_is_and_changes_nothing() -> None:
    Path(".env").write_text((ROOT / ".env.example").read_text("utf-8"), "utf-8")
    assert read_settings() == Settings(_env_file=None)


def test_every_value_in_the_example_is_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    text = (ROOT / ".env.example").read_text("utf-8")
    for name, value in re.findall(r"^# ([A-Z_]+)=(.+)$", text, re.MULTILINE):
        monkeypatch.setenv(name, value)
    settings = read_settings()
    assert settings.moderator_guild_ids
    assert settings.shard_ids
