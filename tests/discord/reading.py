"""How tests read what the bot sent."""

from itertools import chain
from typing import Any

from simcord.results import InteractionResult, ResponseMessage

Sent = InteractionResult | ResponseMessage


def message(sent: Sent) -> ResponseMessage:
    """Return the message that answers: the first follow-up where the first answer was put off."""
    if isinstance(sent, ResponseMessage):
        return sent
    answer = sent.followups[0] if sent.followups else sent.response
    assert answer is not None, "nothing was answered"
    return answer


def title(sent: Sent) -> str:
    """Return the title of the card."""
    (embed,) = message(sent).embeds
    return embed.title or ""


def said(sent: Sent) -> str:
    """Return what stands outside the card: the answer to a question."""
    return message(sent).content


def text(sent: Sent) -> str:
    """Return every word of the card."""
    (embed,) = message(sent).embeds
    fields = chain.from_iterable((field.name, field.value) for field in embed.fields)
    parts = [embed.author.name, embed.title, embed.description, *fields, embed.footer.text]
    return "\n".join(part for part in parts if part)


def buttons(sent: Sent) -> dict[str, str]:
    """Return the buttons that can be pressed: what each says and its custom_id."""
    return {
        part["label"]: part["custom_id"]
        for part in _parts(sent)
        if part["type"] == 2 and not part.get("disabled")
    }


def options(sent: Sent) -> dict[str, str]:
    """Return what the menu offers: what each option says and its value."""
    return {
        option["label"]: option["value"]
        for part in _parts(sent)
        if part["type"] == 3
        for option in part["options"]
    }


def only_for_asker(sent: InteractionResult) -> bool:
    """Whether only the asker sees the answer."""
    return message(sent).ephemeral


def _parts(sent: Sent) -> list[dict[str, Any]]:
    return [part for row in message(sent).components for part in row["components"]]
