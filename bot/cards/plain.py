"""A card as plain text, for a terminal and for channels where embeds are not allowed."""

from bot.cards.card import Card, Line


def plain(card: Card) -> str:
    """Return the card as lines of text, nothing escaped, without its links."""
    parts = [card.said, card.heading, card.title, *(plain_line(line) for line in card.lines)]
    for field in card.fields:
        parts += ["", field.name, *(f"  {plain_line(line)}" for line in field.lines)]
    parts += ["", card.footer] if card.footer else []
    return "\n".join(parts).strip("\n")


def plain_line(line: Line) -> str:
    """Return the words of a line."""
    return "".join(piece if isinstance(piece, str) else piece.text for piece in line)
