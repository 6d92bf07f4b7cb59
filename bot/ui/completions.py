"""What is offered while an option is typed, as Discord wants it."""

from collections.abc import Iterable

from discord import app_commands

from bot.wording import shortened

MOST, LABEL = 25, 100

Choices = list[app_commands.Choice[str]]


def choices(completions: Iterable[tuple[str, str]]) -> Choices:
    """Return at most 25 choices from labels and ids; a label longer than Discord shows is cut."""
    found = [
        app_commands.Choice(name=shortened(label, LABEL), value=value)
        for label, value in completions
    ]
    return found[:MOST]
