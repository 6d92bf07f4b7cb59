"""Cards of a category through the years: /category."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby

from bot.cards import addresses
from bot.cards.card import Card, Dim, Field, Line, Link, Strong, Tone, page_mark, page_of
from bot.cards.credits import nights_of, official_title, subject, titles_of
from bot.models import Category, Ceremony, Nomination
from bot.wording import counted, listed, ordinal

PAGE = 15
LEADERS = 5


def category_card(
    category: Category,
    nominations: Sequence[Nomination],
    became: Sequence[Category],
    grew_out_of: Sequence[Category],
    people: Mapping[str, str],
    ceremonies: Mapping[int, Ceremony],
    categories: Mapping[str, Category],
    *,
    page: int = 1,
) -> Card:
    """A category: its names over the years, who won most, all winners in pages, latest first.

    nominations: every one of the category's family. people: names by id.
    """
    won = [nomination for nomination in nominations if nomination.won]
    given = sorted({nomination.ceremony for nomination in nominations})
    lines = list(_names(nominations))
    if grew_out_of:
        lines.append((Dim(f"Grew out of {listed([c.name for c in grew_out_of])}."),))
    if became:
        lines.append((Dim(f"Its place was taken by {listed([c.name for c in became])}."),))
    listing = _winners(won, ceremonies, categories)
    shown, number, pages = page_of(listing, page, PAGE)
    fields = [Field("Winners, latest first", shown)]
    leaders = _leaders(won, category, people)
    if leaders and number == 1:
        fields.insert(0, Field("Won most", leaders))
    return Card(
        title=category.name,
        heading=f"Given at {counted(len(given), 'ceremony', 'ceremonies')}",
        lines=tuple(lines) if number == 1 else (),
        fields=tuple(fields),
        footer=nights_of(nominations, ceremonies) + page_mark(number, pages),
        tone=Tone.WIN,
        links=(
            Link("◀ Later", addresses.category(category.id, number - 1), True, number > 1),
            Link("Earlier ▶", addresses.category(category.id, number + 1), True, number < pages),
            Link("Latest winner", addresses.winner(category.id, given[-1])),
        ),
    )


def _names(nominations: Sequence[Nomination]) -> tuple[Line, ...]:
    spans: dict[str, list[int]] = {}
    for nomination in nominations:
        spans.setdefault(official_title(nomination.official_name), []).append(nomination.ceremony)
    lines: list[Line] = [(Strong("Its official names"),)]
    for name, numbers in spans.items():
        first, last = ordinal(min(numbers)), ordinal(max(numbers))
        lines.append((f"{name} ", Dim(first if first == last else f"{first} to {last}")))
    return tuple(lines)


def _leaders(
    won: Sequence[Nomination], category: Category, people: Mapping[str, str]
) -> tuple[Line, ...]:
    counts: Counter[str] = Counter()
    if category.id == "international-feature":
        counts.update(nomination.country for nomination in won if nomination.country)
        names: Mapping[str, str] = {country: country for country in counts}
    else:
        for nomination in won:
            counts.update(nomination.person_ids)
        names = people
    best = counts.most_common(LEADERS)
    if not best or best[0][1] < 2:
        return ()
    return tuple(
        (Strong(names[id_]), f" {counted(count, 'win')}") for id_, count in best if count > 1
    )


def _winners(
    won: Sequence[Nomination],
    ceremonies: Mapping[int, Ceremony],
    categories: Mapping[str, Category],
) -> list[Line]:
    lines: list[Line] = []
    latest_first = sorted(won, key=lambda nomination: -nomination.ceremony)
    for number, group in groupby(latest_first, key=lambda nomination: nomination.ceremony):
        parts = []
        for nomination in group:
            own = categories[nomination.category_id]
            name = subject(nomination, own)
            titles = "" if own.honours == "film" else listed(titles_of(nomination))
            parts.append(f"{name} ({titles})" if titles and titles != name else name)
        when = f"{ordinal(number)}, {ceremonies[number].held_on.year} "
        lines.append((Dim(when), listed(parts)))
    return lines
