"""The settings, read once from the environment and `.env`, and handed down."""

from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, SecretStr, ValidationError, field_validator
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

    @field_validator("moderator_guild_ids", "shard_ids", mode="before")
    @classmethod
    def _numbers(cls, value: Any) -> Any:
        if isinstance(value, str):
            return tuple(part.strip() for part in value.split(",") if part.strip())
        return value

    @field_validator("discord_api_url")
    @classmethod
    def _address(cls, value: str) -> str:
        if not value.startswith(("http://", "https://")):
            raise ValueError("must begin with http:// or https://")
        return value.rstrip("/")

    @field_validator("data_source")
    @classmethod
    def _source(cls, value: str) -> str:
        if value.startswith("http://"):
            raise ValueError(
                "must be a folder, a zip file, or an address that begins with https://"
            )
        return value

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
        wrong = "\n".join(
            f"  {str(detail['loc'][0]).upper()}: {detail['msg']}"
            for detail in error.errors(include_url=False, include_input=False)
        )
        raise ConfigurationError(
            f"These settings (environment or .env) are not right:\n{wrong}\n"
            "See .env.example for what each may be."
        ) from error
