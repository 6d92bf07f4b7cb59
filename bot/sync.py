"""Tells Discord of the commands, when and only when their definitions changed."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import discord
import structlog
from discord import app_commands

_log = structlog.get_logger(__name__)

Tree = app_commands.CommandTree[Any]

_ONLY_GLOBAL = frozenset({"dm_permission", "contexts", "integration_types"})
"""What Discord does not keep for the commands of one server."""


class CommandSync:
    """Remembers, beside the database, the definitions that Discord has."""

    def __init__(self, path: Path) -> None:
        """path: the file that holds what was last told, by server ("global" for everywhere)."""
        self._path = path

    async def sync_if_changed(self, tree: Tree) -> bool:
        """Sync everywhere if the definitions changed since the last time; return whether it did.

        A failure is logged and tried again at the next start: the bot goes on with the commands
        that Discord has.
        """
        if self._known(tree).get("global") == digest(tree):
            return False
        try:
            await self.sync(tree)
        except (discord.DiscordException, OSError) as error:
            _log.error("commands could not be synced", error=str(error))
            return False
        return True

    async def sync(self, tree: Tree, guild: discord.Object | None = None) -> int:
        """Tell Discord the commands, everywhere or in one server; return how many there are."""
        if guild is not None:
            tree.copy_global_to(guild=guild)
        synced = await tree.sync(guild=guild)
        known = self._known(tree) | {str(guild.id) if guild else "global": digest(tree)}
        application = str(tree.client.application_id)
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._path.write_text(json.dumps({application: known}), "utf-8")
        _log.info("commands synced", commands=len(synced), guild=guild.id if guild else None)
        return len(synced)

    def _known(self, tree: Tree) -> dict[str, str]:
        try:
            known = json.loads(self._path.read_text("utf-8"))[str(tree.client.application_id)]
        except (OSError, ValueError, KeyError, TypeError):
            return {}
        return known if isinstance(known, dict) else {}


def definitions(tree: Tree) -> list[dict[str, Any]]:
    """Return the commands as they are told to Discord, by type and name."""
    commands = [command.to_dict(tree) for command in tree.get_commands()]
    return sorted(commands, key=lambda command: (command["type"], command["name"]))


def digest(tree: Tree) -> str:
    """Return a hash that changes when any definition does."""
    text = json.dumps(definitions(tree), sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


async def differences(tree: Tree, guild: discord.Object | None = None) -> list[str]:
    """Return, a line each, what a sync would change: "+ /cast", "~ /film (description)"."""
    theirs = {(command["type"], command["name"]): command for command in await _told(tree, guild)}
    ours = {(command["type"], command["name"]): command for command in definitions(tree)}
    lines = [f"+ {_shown(key)}" for key in ours.keys() - theirs.keys()]
    lines += [f"- {_shown(key)}" for key in theirs.keys() - ours.keys()]
    for key in ours.keys() & theirs.keys():
        ignored = _ONLY_GLOBAL if guild else frozenset()
        changed = [name for name in _changed(ours[key], theirs[key]) if name not in ignored]
        lines += [f"~ {_shown(key)} ({', '.join(changed)})"] if changed else []
    return sorted(lines, key=lambda line: line[2:])


async def _told(tree: Tree, guild: discord.Object | None) -> list[dict[str, Any]]:
    """Return the definitions that Discord has, as it sends them.

    `tree.fetch_commands` would drop some of their fields, which would then seem to differ.
    """
    application, http = tree.client.application_id, tree.client.http
    assert application is not None, "the client is logged in"
    found: Any = (
        await http.get_guild_commands(application, guild.id)
        if guild
        else await http.get_global_commands(application)
    )
    return list(found)


def _shown(key: tuple[int, str]) -> str:
    kind, name = key
    return f"/{name}" if kind == discord.AppCommandType.chat_input.value else name


def _changed(ours: dict[str, Any], theirs: dict[str, Any]) -> Sequence[str]:
    return [name for name in ours if _meaning(ours[name]) != _meaning(theirs.get(name))]


def _meaning(value: Any) -> Any:
    """Leave out what Discord fills in by itself: empty, false and null are the same to it."""
    if isinstance(value, dict):
        cleaned = {name: _meaning(part) for name, part in value.items()}
        return {
            name: part for name, part in cleaned.items() if part not in (None, False, [], {}, "")
        }
    if isinstance(value, list):
        return [_meaning(part) for part in value]
    # Permissions are sent as a number and come back as text.
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value
