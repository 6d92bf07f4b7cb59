"""Cards for moderators: the state of the data, and what a load did."""

import datetime
from collections.abc import Mapping, Sequence

from bot.cards.card import Card, Dim, Field, Line, Strong, Time, Tone
from bot.dataset.builds import Load, Manifest
from bot.dataset.changes import TableChange
from bot.dataset.load import Loaded
from bot.wording import counted

SHOWN_PROBLEMS = 5
_NAMES = {
    "ceremony": "ceremonies",
    "category": "categories",
    "person": "people",
    "film_facts": "film facts",
}


def status_card(
    manifest: Manifest | None,
    source: str,
    trouble: str,
    counts: Mapping[str, int],
    latency_ms: float,
) -> Card:
    """The build that is served: version, when and from what it was built, counts, health."""
    health = trouble or "All is well."
    lines: list[Line] = [(Strong("Health: "), health)]
    if manifest:
        lines += [
            (Strong("Version: "), manifest.version),
            (Strong("Built: "), Time(datetime.datetime.fromisoformat(manifest.built_at))),
            (Strong("Built from: "), manifest.source),
        ]
    lines += [
        (Strong("Reloads from: "), source),
        (Strong("A query took: "), f"{latency_ms:.1f} ms"),
    ]
    tally = tuple((f"{number:,} {what}",) for what, number in counts.items())
    return Card(
        title="The data",
        lines=tuple(lines),
        fields=(Field("On record", tally),),
        tone=Tone.NOTICE if trouble else Tone.PLAIN,
    )


def loaded_card(loaded: Loaded, version: str, seconds: float) -> Card:
    """A load that was taken up: what changed, table by table, and how long it took."""
    return Card(
        title="Reloaded",
        lines=(
            (Strong("Version: "), version),
            (Strong("Took: "), f"{seconds:.1f} seconds"),
            *(() if loaded.changes else (("No table differs from before.",),)),
        ),
        fields=_changes(loaded.changes),
        tone=Tone.WIN,
    )


def unchanged_card(version: str, seconds: float) -> Card:
    """A load of the very data that is served."""
    return Card(
        title="Nothing changed",
        lines=((f"The source holds version {version}, which is served already.",),),
        footer=f"Checked in {seconds:.1f} seconds",
    )


def rolled_back_card(version: str, before: str) -> Card:
    """A rollback."""
    return Card(
        title="Rolled back",
        lines=(
            (f"Version {version} is served again, in place of {before}.",),
            ("It stays, after a restart too, until the data changes or you reload.",),
        ),
        tone=Tone.WIN,
    )


def refused_card(loaded: Loaded, version: str) -> Card:
    """A load that failed its checks: the first problems; nothing was changed."""
    problems = [loaded.unreadable] if loaded.unreadable else list(loaded.problems)
    more = len(problems) - SHOWN_PROBLEMS
    return Card(
        title="Not reloaded: the data has problems",
        lines=(
            (f"Version {version} is served as before.",),
            *((f"• {problem}",) for problem in problems[:SHOWN_PROBLEMS]),
            *(((Dim(f"and {more} more, all in the file"),),) if more > 0 else ()),
        ),
        tone=Tone.NOTICE,
    )


def removal_card(loaded: Loaded) -> Card:
    """A load that would remove much, which is asked about first."""
    return Card(
        title="This would remove a lot. Go on?",
        lines=(("More than 5 % of a table would go. Nothing has changed yet.",),),
        fields=_changes(loaded.changes),
        tone=Tone.NOTICE,
    )


def history_card(loads: Sequence[Load]) -> Card:
    """The last loads: when, by whom, which version, with what result."""
    lines: list[Line] = [
        (
            Time(datetime.datetime.fromisoformat(load.at)),
            ": ",
            Strong(load.result),
            # Without the id that tells the log who it was.
            f" · {load.action} by {load.by.partition(' (')[0]}",
            f" · version {load.version}" if load.version else "",
        )
        for load in loads
    ]
    return Card(
        title="The last loads",
        lines=tuple(lines) or (("Nothing has been loaded yet.",),),
    )


def _changes(changes: Sequence[TableChange]) -> tuple[Field, ...]:
    fields = []
    for change in changes:
        parts = [
            counted(number, what, what)
            for number, what in (
                (change.added, "added"),
                (change.changed, "changed"),
                (change.removed, "removed"),
            )
            if number
        ]
        name = _NAMES.get(change.table, f"{change.table.replace('_', ' ')}s")
        lines = tuple((Dim(example),) for example in change.examples)
        fields.append(Field(f"{name[0].upper()}{name[1:]}: {', '.join(parts)}", lines))
    return tuple(fields)
