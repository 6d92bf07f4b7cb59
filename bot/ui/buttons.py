"""Buttons and menus that lead from card to card.

All their state is in `custom_id`, as `go:<asker>:<page or card>:<address>`, so they work after a
restart and in any process. Only the asker turns a card's pages; anybody else gets a copy that
only they see.
"""

import re
from collections.abc import Sequence
from typing import Any, Protocol, Self

import discord
from discord import ButtonStyle, ComponentType

from bot.cards.card import Card, Link, Menu
from bot.ui.embeds import NOTHING, one_line
from bot.wording import shortened

# Limits of Discord's buttons and menus.
LABEL, CUSTOM_ID, ROWS, IN_ROW, OPTION, OPTIONS, PLACEHOLDER = 80, 100, 5, 5, 100, 25, 150
_BUTTON = r"go:(?P<asker>\d+):(?P<way>[tc]):(?P<position>\d+):(?P<address>.+)"
_MENU = r"menu:(?P<asker>\d+):(?P<way>[tc])"

Component = dict[str, Any]
"""A button, a menu or a row of them, in the form in which Discord takes it."""


class Shows(Protocol):
    """What the client lends to buttons: showing the card of an address."""

    async def show(
        self, interaction: discord.Interaction[Any], address: str, *, asker: int, turns: bool
    ) -> None:
        """Answer a press with the card at `address`."""


def view_of(card: Card, asker: int) -> discord.ui.View | None:
    """Return the buttons and the menu of a card for one asker; None where it has neither."""
    rows = _button_rows(card.links[: IN_ROW * (ROWS - 1)], asker)
    if card.menu is not None and card.menu.links:
        rows.append(_row([_menu(card.menu, asker)]))
    return _Sent(rows) if rows else None


class _Sent(discord.ui.View):
    """Buttons and menus in the form in which Discord takes them.

    A press makes its GoButton or GoMenu from its custom_id, so none is made to be sent.
    """

    def __init__(self, rows: list[Component]) -> None:
        super().__init__(timeout=None)
        self._rows = rows
        self.stop()  # so that discord.py need not remember it

    def to_components(self) -> list[Component]:
        """Return the rows."""
        return self._rows


class GoButton(discord.ui.DynamicItem[discord.ui.Button[Any]], template=_BUTTON):
    """A button that leads to the card of an address."""

    def __init__(
        self, button: discord.ui.Button[Any], asker: int, address: str, *, turns: bool
    ) -> None:
        """button: as it was sent. asker: the id of who may turn pages."""
        super().__init__(button)
        self.asker, self.address, self.turns = asker, address, turns

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Make the button again from what its press sends back."""
        assert isinstance(item, discord.ui.Button)
        return cls(item, int(match["asker"]), match["address"], turns=match["way"] == "t")

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Show the card."""
        await _shows(interaction).show(
            interaction, self.address, asker=self.asker, turns=self.turns
        )


class GoMenu(discord.ui.DynamicItem[discord.ui.Select[Any]], template=_MENU):
    """A menu whose options lead to cards."""

    def __init__(self, select: discord.ui.Select[Any], asker: int, *, turns: bool) -> None:
        """select: its values are addresses. asker: the id of who may turn pages."""
        super().__init__(select)
        self.asker, self.turns = asker, turns

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Make the menu again from what a choice sends back."""
        assert isinstance(item, discord.ui.Select)
        return cls(item, int(match["asker"]), turns=match["way"] == "t")

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Show the card chosen."""
        address = self.item.values[0]
        await _shows(interaction).show(interaction, address, asker=self.asker, turns=self.turns)


def _button_rows(links: Sequence[Link], asker: int) -> list[Component]:
    """Return rows of the same length: six buttons stand as three and three, not as five and one.

    The place of each button is in its id, to keep apart two that lead to the same card.
    """
    count = -(-len(links) // IN_ROW)
    rows: list[list[Component]] = [[] for _ in range(count)]
    for position, link in enumerate(links):
        custom_id = f"go:{asker}:{_way(link.turns)}:{position}:{link.address}"
        if len(custom_id) <= CUSTOM_ID:
            button = {
                "type": ComponentType.button.value,
                "style": ButtonStyle.secondary.value,
                "label": _label(link, LABEL),
                "disabled": not link.enabled,
                "custom_id": custom_id,
            }
            rows[position * count // len(links)].append(button)
    return [_row(row) for row in rows if row]


def _menu(menu: Menu, asker: int) -> Component:
    """Return a menu of up to 25 links."""
    distinct = {link.address: link for link in menu.links if len(link.address) <= OPTION}
    return {
        "type": ComponentType.select.value,
        "custom_id": f"menu:{asker}:{_way(menu.turns)}",
        "placeholder": shortened(one_line(menu.placeholder), PLACEHOLDER),
        "options": [
            {"label": _label(link, OPTION), "value": link.address}
            for link in list(distinct.values())[:OPTIONS]
        ],
    }


def _row(parts: list[Component]) -> Component:
    return {"type": ComponentType.action_row.value, "components": parts}


def _way(turns: bool) -> str:
    """Return how a link is followed, as ids tell it: by turning a page, or to a card."""
    return "t" if turns else "c"


def _label(link: Link, limit: int) -> str:
    return shortened(one_line(link.label).strip(), limit) or NOTHING


def _shows(interaction: discord.Interaction[Any]) -> Shows:
    shows: Shows = interaction.client
    return shows
