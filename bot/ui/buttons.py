"""Buttons and menus that lead from card to card.

All their state is in `custom_id`, as `go:<asker>:<page or card>:<address>`, so they work after a
restart and in any process. Only the asker turns a card's pages; anybody else gets a copy that
only they see.
"""

import re
from typing import Any, Protocol, Self

import discord

from bot.cards.card import Card, Link
from bot.ui.embeds import NOTHING, one_line
from bot.wording import shortened

# Limits of Discord's buttons and menus.
LABEL, CUSTOM_ID, ROWS, IN_ROW, OPTION, OPTIONS, PLACEHOLDER = 80, 100, 5, 5, 100, 25, 150
_BUTTON = r"go:(?P<asker>\d+):(?P<way>[tc]):(?P<position>\d+):(?P<address>.+)"
_MENU = r"menu:(?P<asker>\d+):(?P<way>[tc])"


class Shows(Protocol):
    """What the client lends to buttons: showing the card of an address."""

    async def show(
        self, interaction: discord.Interaction[Any], address: str, *, asker: int, turns: bool
    ) -> None:
        """Answer a press with the card at `address`."""


def view_of(card: Card, asker: int) -> discord.ui.View | None:
    """Return the buttons and the menu of a card for one asker; None where it has neither."""
    if not card.links and card.menu is None:
        return None
    view = discord.ui.View(timeout=None)
    links = card.links[: IN_ROW * (ROWS - 1)]
    rows = -(-len(links) // IN_ROW)
    for position, link in enumerate(links):
        # Six buttons stand as three and three, not as five and a lone one.
        button = GoButton(link, asker, position, row=position * rows // len(links))
        if len(button.custom_id) <= CUSTOM_ID:
            view.add_item(button)
    if card.menu is not None and card.menu.links:
        view.add_item(GoMenu.of(card.menu.placeholder, card.menu.links, card.menu.turns, asker))
    # Everything a press needs is in its custom_id: discord.py need not remember the view.
    view.stop()
    return view


class GoButton(discord.ui.DynamicItem[discord.ui.Button[Any]], template=_BUTTON):
    """A button that leads to the card of an address."""

    def __init__(
        self, link: Link, asker: int, position: int = 0, *, row: int | None = None
    ) -> None:
        """link: label and address. asker: the id of who may turn pages. position: its place,
        which keeps apart two buttons that lead to the same card.
        """
        way = "t" if link.turns else "c"
        super().__init__(
            discord.ui.Button(
                label=_label(link, LABEL),
                style=discord.ButtonStyle.secondary,
                disabled=not link.enabled,
                custom_id=f"go:{asker}:{way}:{position}:{link.address}",
                row=row,
            )
        )
        self.asker, self.turns, self.address = asker, link.turns, link.address

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Make the button again from what its press sends back."""
        label = getattr(item, "label", None) or "…"
        link = Link(label, match["address"], turns=match["way"] == "t")
        return cls(link, int(match["asker"]), int(match["position"]))

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
    def of(cls, placeholder: str, links: tuple[Link, ...], turns: bool, asker: int) -> "GoMenu":
        """Return a menu of up to 25 links."""
        distinct = {link.address: link for link in links if len(link.address) <= OPTION}
        options = [
            discord.SelectOption(label=_label(link, OPTION), value=link.address)
            for link in list(distinct.values())[:OPTIONS]
        ]
        select: discord.ui.Select[Any] = discord.ui.Select(
            custom_id=f"menu:{asker}:{'t' if turns else 'c'}",
            placeholder=shortened(one_line(placeholder), PLACEHOLDER),
            options=options,
        )
        return cls(select, asker, turns=turns)

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


def _label(link: Link, limit: int) -> str:
    return shortened(one_line(link.label).strip(), limit) or NOTHING


def _shows(interaction: discord.Interaction[Any]) -> Shows:
    shows: Shows = interaction.client
    return shows
