"""Cards of a category through the years: /category."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby

from bot.cards import addresses
from bot.cards.card import (
    Card,
    Dim,
    Field,
    Line,
    Link,
    Strong,
    Tone,
    page_mark,
    page_of,
    separated,
)
from bot.cards.credits import briefly, nights_of, official_title
from bot.cards.leaders import leaders
from bot.models import Category, Ceremony, Nomination, Person
from bot.wording import counted, listed, ordinal

PAGE = 15
SHOWN_SPANS = 3


def category_card(
    category: Category,
    nominations: Sequence[Nomination],
    became: Sequence[Category],
    grew_out_of: Sequence[Category],
    people: Mapping[str, Person],
    ceremonies: Mapping[int, Ceremony],
    categories: Mapping[str, Category],
    *,
    page: int = 1,
) -> Card:
    """A category: its names over the years, who won most, all winners in pages, latest first.

    nominations: every one of the category's family.
    """
    won = [nomination for nomination in nominations if nomination.won]
    given = sorted({nomination.ceremony for nomination in nominations})
    lines = list(_names(nominations))
    if grew_out_of:
        lines.append((Dim(f"Grew out of {listed([c.name for c in grew_out_of])}."),))
    if became:
        lines.append((Dim(f"Its place was taken by {listed([c.name for c in became])}."),))
    if best := _leaders(won, people):
        lines.append((Strong("Won most"), f": {best}"))
    listing = _winners(won, ceremonies, categories)
    shown, number, pages = page_of(listing, page, PAGE)
    return Card(
        title=category.name,
        heading=f"Given at {counted(len(given), 'ceremony', 'ceremonies')}",
        lines=tuple(lines) if number == 1 else (),
        fields=(Field("Winners, latest first", shown),),
        footer=nights_of(nominations, ceremonies) + page_mark(number, pages),
        tone=Tone.WIN,
        links=(
            Link("← Later", addresses.category(category.id, number - 1), True, number > 1),
            Link("Earlier →", addresses.category(category.id, number + 1), True, number < pages),
            Link("Latest winner", addresses.winner(category.id, given[-1])),
        ),
    )


def _names(nominations: Sequence[Nomination]) -> tuple[Line, ...]:
    given = sorted({nomination.ceremony for nomination in nominations})
    place = {number: position for position, number in enumerate(given)}
    used: dict[str, set[int]] = {}
    for nomination in nominations:
        used.setdefault(nomination.official_name, set()).add(nomination.ceremony)
    lines: list[Line] = [(Strong("Official names"),)]
    for name, numbers in used.items():
        # Numbers that follow each other where the category was given make one span.
        runs = [
            [number for _, number in run]
            for _, run in groupby(
                enumerate(sorted(numbers)), key=lambda pair: place[pair[1]] - pair[0]
            )
        ]
        if len(runs) > SHOWN_SPANS:
            runs = [[min(numbers), max(numbers)]]
        lines.append((f"{official_title(name)}: ", Dim(", ".join(map(_span, runs)))))
    return tuple(lines)


def _span(numbers: Sequence[int]) -> str:
    first, last = ordinal(numbers[0]), ordinal(numbers[-1])
    return first if first == last else f"{first} to {last}"


def _leaders(won: Sequence[Nomination], people: Mapping[str, Person]) -> str:
    """Return who won more than once, most first: people, or countries where those compete."""
    countries = Counter(nomination.country for nomination in won if nomination.country)
    counts = countries or Counter(id_ for nomination in won for id_ in nomination.person_ids)
    best = leaders(Counter({key: count for key, count in counts.items() if count > 1}))
    return ", ".join(f"{key if countries else people[key].name} ({count})" for key, count in best)


def _winners(
    won: Sequence[Nomination],
    ceremonies: Mapping[int, Ceremony],
    categories: Mapping[str, Category],
) -> list[Line]:
    lines: list[Line] = []
    latest_first = sorted(won, key=lambda nomination: -nomination.ceremony)
    for number, group in groupby(latest_first, key=lambda nomination: nomination.ceremony):
        parts = [briefly(n, categories[n.category_id]) for n in group]
        when = Dim(f"{ordinal(number)}, {ceremonies[number].held_on.year} ")
        lines.append((when, *separated(parts, "; ")))
    return lines
