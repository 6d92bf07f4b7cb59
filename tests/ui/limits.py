"""Discord's limits for one message, as a test checks them."""

from itertools import chain

import discord


def faults(embed: discord.Embed, view: discord.ui.View | None) -> list[str]:
    """Return what Discord would refuse in a message with this embed and these components."""
    return [*_of_embed(embed), *(_of_view(view) if view else ())]


def _of_embed(embed: discord.Embed) -> list[str]:
    found = []
    texts = {
        "title": (embed.title, 256),
        "description": (embed.description, 4096),
        "footer": (embed.footer.text, 2048),
        "author": (embed.author.name, 256),
    }
    for name, (text, limit) in texts.items():
        if text is not None and len(text) > limit:
            found.append(f"{name}: {len(text)} of {limit}")
    if _is_blank(embed.title) and _is_blank(embed.description):
        found.append("neither title nor description")
    if len(embed.fields) > 25:
        found.append(f"{len(embed.fields)} fields")
    for field in embed.fields:
        for part, text, limit in (("name", field.name, 256), ("value", field.value, 1024)):
            if _is_blank(text) or len(text or "") > limit:
                found.append(f"field {part}: {text!r:.60}")
    if len(embed) > 6000:
        found.append(f"{len(embed)} characters in all")
    return found


def _of_view(view: discord.ui.View) -> list[str]:
    found = []
    rows = view.to_components()
    parts = list(chain.from_iterable(row["components"] for row in rows))
    ids = [part["custom_id"] for part in parts]
    if len(rows) > 5 or any(len(row["components"]) > 5 for row in rows):
        found.append("too many rows or buttons")
    if len(ids) != len(set(ids)):
        found.append("the same custom_id twice")
    found += [f"custom_id {id_!r}" for id_ in ids if not 1 <= len(id_) <= 100]
    for part in parts:
        if part["type"] == discord.ComponentType.button.value:
            found += [f"label {part!r}"] if not _fits(part.get("label"), 80) else []
            continue
        options = part["options"]
        values = [option["value"] for option in options]
        if not 1 <= len(options) <= 25 or len(values) != len(set(values)):
            found.append(f"{len(options)} options")
        found += [f"option {o!r}" for o in options if not _fits(o["label"], 100)]
        found += [f"value {value!r}" for value in values if not 1 <= len(value) <= 100]
        if len(part.get("placeholder") or "") > 150:
            found.append("placeholder")
    return found


def _fits(text: str | None, limit: int) -> bool:
    return text is not None and not _is_blank(text) and len(text) <= limit


def _is_blank(text: str | None) -> bool:
    """Discord strips white space before it looks."""
    return not (text or "").strip()
