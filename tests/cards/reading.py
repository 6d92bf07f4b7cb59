"""How card tests read: a card as lines of text, beside the lines it should have."""

from textwrap import dedent

from bot.cards.card import Card
from bot.cards.plain import plain


def lines(card: Card) -> list[str]:
    """Return a card as a terminal shows it."""
    return plain(card).splitlines()


def expected(text: str) -> list[str]:
    """Return the lines of a text that is indented like the test it stands in."""
    return dedent(text).strip("\n").splitlines()


def labels(card: Card) -> list[str]:
    """Return what the buttons say; those that cannot be pressed are left out."""
    return [link.label for link in card.links if link.enabled]
