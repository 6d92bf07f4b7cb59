"""Cards of one category on one night: /winner and /nominees."""

from collections.abc import Sequence

from bot.cards import addresses
from bot.cards.card import Card, Dim, Field, Line, Link, Strong, Tone, first_lines
from bot.cards.credits import REMARK, details, held, night, official_title, subject, told
from bot.models import Category, Ceremony, Nomination
from bot.wording import day, listed, ordinal

SHOWN_NOMINEES = 12


def winner_card(
    category: Category,
    ceremony: Ceremony,
    nominations: Sequence[Nomination],
    before: Sequence[tuple[Ceremony, Sequence[Nomination]]],
    around: tuple[int | None, int | None],
    categories: dict[str, Category],
) -> Card:
    """Who won a category on a night: the winners big, the other nominees, the winners before.

    nominations: those of the category, or of all categories of its family, on that night.
    before: up to three earlier ceremonies with their winners, latest first.
    around: the ceremonies before and after at which it was given.
    """
    won = [nomination for nomination in nominations if nomination.won]
    others = [nomination for nomination in nominations if not nomination.won]
    single = len({nomination.category_id for nomination in nominations}) == 1
    lines: list[Line] = []
    for nomination in won:
        own = categories[nomination.category_id]
        if len(won) > 1:
            label = "" if single else f"{own.name}: "
            lines.append((label, *told(nomination, own, strong=True, remarks=False)))
            continue
        rest = details(nomination, own)
        lines += [rest] if rest else []
        if nomination.remark:
            lines.append((Dim(REMARK[nomination.remark].capitalize()),))
    fields = []
    if others:
        shown = [told(nomination, categories[nomination.category_id]) for nomination in others]
        fields.append(Field("Also nominated", first_lines(shown, SHOWN_NOMINEES)))
    if before:
        fields.append(
            Field(
                "Winners before", tuple(_earlier(when, rows, categories) for when, rows in before)
            )
        )
    official = listed(list(dict.fromkeys(official_title(n.official_name) for n in nominations)))
    return Card(
        title=_title(won, categories),
        heading=f"{category.name} · {night(ceremony)}",
        lines=tuple(lines),
        fields=tuple(fields),
        footer=f"{held(ceremony)} · given as {official}",
        tone=Tone.WIN if won else Tone.PLAIN,
        links=(*_neighbours(category, around), *_onward(category, ceremony, nominations, won)),
    )


def nominees_card(
    category: Category,
    ceremony: Ceremony,
    nominations: Sequence[Nomination],
    around: tuple[int | None, int | None],
    categories: dict[str, Category],
) -> Card:
    """All who were nominated in a category on a night, the winners first and marked."""
    fields = []
    for category_id in dict.fromkeys(nomination.category_id for nomination in nominations):
        own = categories[category_id]
        rows = sorted(
            (n for n in nominations if n.category_id == category_id), key=lambda n: not n.won
        )
        lines = tuple(("🏆 " if row.won else "", *told(row, own, strong=row.won)) for row in rows)
        name = official_title(rows[0].official_name)
        fields.append(Field(f"{name} ({len(rows)})", lines))
    before, after = around
    return Card(
        title=f"{category.name}: the nominees",
        heading=night(ceremony),
        fields=tuple(fields),
        footer=held(ceremony),
        links=(
            Link(
                "◀ Before", addresses.nominees(category.id, before or 0), True, before is not None
            ),
            Link("After ▶", addresses.nominees(category.id, after or 0), True, after is not None),
            Link("Winner", addresses.winner(category.id, ceremony.number), True),
            Link("The night", addresses.ceremony(ceremony.number)),
        ),
    )


def not_given_card(
    category: Category,
    ceremony: Ceremony,
    given: Sequence[Ceremony],
    became: Sequence[Category],
    grew_out_of: Sequence[Category],
) -> Card:
    """Tell that a category was not given on a night, when it was, and what it became or was."""
    lines: list[Line] = [
        (f"It was not given at the {night(ceremony)} ({held(ceremony)}).",),
    ]
    first, last = given[0], given[-1]
    if first is last:
        lines.append(
            (f"It was given once, at the {ordinal(first.number)} ({day(first.held_on)}).",)
        )
    else:
        lines.append(
            (
                f"It was given {len(given)} times: first at the {ordinal(first.number)}, ",
                f"{day(first.held_on)}, last at the {ordinal(last.number)}, {day(last.held_on)}.",
            )
        )
    if became:
        lines.append((f"Its place was taken by {listed([c.name for c in became])}.",))
    if grew_out_of:
        lines.append((f"Before it there was {listed([c.name for c in grew_out_of])}.",))
    nearest = sorted(given, key=lambda c: (abs(c.number - ceremony.number), c.number))[:3]
    links = [
        Link(
            f"{ordinal(c.number)} ({c.held_on.year})", addresses.winner(category.id, c.number), True
        )
        for c in sorted(nearest, key=lambda c: c.number)
    ]
    links += [
        Link(c.name, addresses.winner(c.id, ceremony.number), True) for c in (*became, *grew_out_of)
    ][: 5 - len(links)]
    return Card(
        title=f"{category.name}: not that year",
        heading=night(ceremony),
        lines=tuple(lines),
        footer=held(ceremony),
        tone=Tone.NOTICE,
        links=tuple(links),
    )


def _title(won: Sequence[Nomination], categories: dict[str, Category]) -> str:
    if not won:
        return "No winner"
    subjects = [subject(nomination, categories[nomination.category_id]) for nomination in won]
    if len(won) > 1 and all(nomination.remark == "tie" for nomination in won):
        return f"🏆 A tie: {listed(subjects)}"
    return f"🏆 {'; '.join(subjects)}"


def _earlier(
    ceremony: Ceremony, won: Sequence[Nomination], categories: dict[str, Category]
) -> Line:
    subjects = [subject(n, categories[n.category_id]) for n in won]
    film = "" if len(won) != 1 else _in_film(won[0], categories[won[0].category_id])
    return (
        Dim(f"{ordinal(ceremony.number)}, {ceremony.held_on.year}"),
        " ",
        Strong("; ".join(subjects) or "no winner"),
        film,
    )


def _in_film(nomination: Nomination, category: Category) -> str:
    if category.honours == "film" or not nomination.works:
        return ""
    return f" ({listed(list(dict.fromkeys(work.title for work in nomination.works)))})"


def _neighbours(category: Category, around: tuple[int | None, int | None]) -> tuple[Link, ...]:
    before, after = around
    return (
        Link("◀ Before", addresses.winner(category.id, before or 0), True, before is not None),
        Link("After ▶", addresses.winner(category.id, after or 0), True, after is not None),
    )


def _onward(
    category: Category,
    ceremony: Ceremony,
    nominations: Sequence[Nomination],
    won: Sequence[Nomination],
) -> tuple[Link, ...]:
    links = []
    if len(nominations) > len(won):
        links.append(
            Link("All nominees", addresses.nominees(category.id, ceremony.number), turns=True)
        )
    films = [film_id for nomination in won for film_id in nomination.film_ids]
    if films:
        links.append(
            Link("The film" if len(films) == 1 else "The first film", addresses.film(films[0]))
        )
    links.append(Link("The night", addresses.ceremony(ceremony.number)))
    return tuple(links)
