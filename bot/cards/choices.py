"""A card to choose from, where what was typed may mean several things."""

from collections.abc import Sequence

from bot.cards.card import Card, Link, Menu, Tone
from bot.wording import article, shortened


def choices_card(typed: str, links: Sequence[Link], what: str) -> Card:
    """Ask which of several is meant. links: what each is called and leads to, likeliest first."""
    return Card(
        title=f"Which {what}?",
        lines=((f"“{shortened(typed, 80)}” may mean any of these.",),),
        tone=Tone.NOTICE,
        menu=Menu(f"Choose {article(what)} {what}", tuple(links[:25]), turns=False),
    )
