"""The settings, read once from the environment and `.env`, and handed down."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.errors import ConfigurationError

ROOT = Path(__file__).resolve().parent.parent
DISCORD_API = "https://discord.com/api/v10"
NO_TOKEN = """\
There is no DISCORD_TOKEN, so the bot cannot connect to Discord.

  To get one: open https://discord.com/developers/applications, create an application, and
  under "Bot" press "Reset Token". Put it into the file .env as DISCORD_TOKEN=... (see
  .env.example), then start again.

  To try the bot without any token or server:  uv run bot play"""

Numbers = Annotated[tuple[int, ...], NoDecode]


class Settings(BaseSettings):
    """Every setting. The environment wins over `.env`; an empty value means not set."""

    model_config = SettingsConfigDict(
        env_file=".env",
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
    )

    discord_token: SecretStr | None = Field(None, description="The bot's token. Keep it secret.")
    discord_api_url: str = Field(
        DISCORD_API, description="Where Discord's API is: another address for a proxy or a test."
    )
    database_path: Path = Field(
        ROOT / "data" / "awards.db", description="The database, built from the data when missing."
    )
    data_source: str = Field(
        str(ROOT / "data"), description="The data: a folder, a zip, or the https address of a zip."
    )
    moderator_guild_ids: Numbers = Field(
        (), description="Ids of your own servers, whose moderators may use /data. Commas between."
    )
    log_format: Literal["text", "json"] = Field("text", description="How logs look: text or json.")
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        "info", description="The least level that is logged: debug, info, warning or error."
    )
    shard_count: int | None = Field(
        None, ge=1, description="How many shards in all; Discord decides when not set."
    )
    shard_ids: Numbers = Field(
        (), description="The shards of this process, of several. Commas between; all when not set."
    )

    @field_validator("discord_token", mode="before")
    @classmethod
    def _token(cls, value: Any) -> Any:
        return (value.strip() or None) if isinstance(value, str) else value

    @field_validator("log_format", "log_level", mode="before")
    @classmethod
    def _word(cls, value: Any) -> Any:
        return value.strip().lower() if isinstance(value, str) else value

    @field_validator("moderator_guild_ids", "shard_ids", mode="before")
    @classmethod
    def _numbers(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        parts = [part.strip() for part in value.split(",") if part.strip()]
        if not all(part.isascii() and part.isdigit() for part in parts):
            raise ValueError("must be numbers with commas between them")
        return tuple(int(part) for part in parts)

    @field_validator("discord_api_url")
    @classmethod
    def _address(cls, value: str) -> str:
        if not value.startswith(("http://", "https://")):
            raise ValueError("must begin with http:// or https://")
        return value.rstrip("/")

    @field_validator("data_source")
    @classmethod
    def _source(cls, value: str) -> str:
        if "://" in value and not value.startswith("https://"):
            raise ValueError(
                "must be a folder, a zip file, or an address that begins with https://"
            )
        return value

    @model_validator(mode="after")
    def _shards(self) -> Self:
        if self.shard_ids and self.shard_count is None:
            raise ValueError("SHARD_IDS needs SHARD_COUNT, the number of shards in all")
        if any(shard >= (self.shard_count or 0) for shard in self.shard_ids):
            raise ValueError("SHARD_IDS must be below SHARD_COUNT; the first shard is 0")
        return self

    @property
    def token(self) -> str:
        """The token as text. Raises ConfigurationError, telling how to get one, without it."""
        if self.discord_token is None:
            raise ConfigurationError(NO_TOKEN)
        return self.discord_token.get_secret_value()


def read_settings() -> Settings:
    """Read the settings. Raises ConfigurationError naming each setting that is wrong."""
    try:
        return Settings()
    except ValidationError as error:
        wrong = "\n".join(f"  {_told(detail)}" for detail in error.errors(include_url=False))
        raise ConfigurationError(
            f"These settings (environment or .env) are not right:\n{wrong}\n"
            "See .env.example for what each may be."
        ) from error
    except (UnicodeDecodeError, OSError) as error:
        raise ConfigurationError(
            f"The file .env cannot be read ({error}). Save it as UTF-8 text."
        ) from error


def _told(detail: Mapping[str, Any]) -> str:
    # The value itself stays out: somebody may have put the token into the wrong line.
    what = detail["msg"].removeprefix("Value error, ").replace("Input should be", "must be")
    return f"{str(detail['loc'][0]).upper()}: {what}" if detail["loc"] else what
