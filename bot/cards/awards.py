"""Cards of one category on one night: /winner and /nominees."""

from collections.abc import Callable, Mapping, Sequence

from bot.cards import addresses
from bot.cards.card import (
    Card,
    Dim,
    Field,
    Line,
    Link,
    Tone,
    first_lines,
    separated,
)
from bot.cards.credits import (
    briefly,
    credited,
    details,
    held,
    names_film,
    night,
    official_title,
    one_each,
    specialities,
    subject,
    told,
)
from bot.models import Category, Ceremony, Nomination
from bot.wording import day, listed, ordinal, shortened

SHOWN_NOMINEES = 12
NAMED_FILMS = 3
NAMED_WINNERS, LONGEST_TITLE = 4, 150
"""More winners than this, or longer names, are counted in the title instead of named."""

Around = tuple[int | None, int | None]
Categories = Mapping[str, Category]


def winner_card(
    category: Category,
    ceremony: Ceremony,
    nominations: Sequence[Nomination],
    before: Sequence[tuple[Ceremony, Sequence[Nomination]]],
    around: Around,
    categories: Categories,
) -> Card:
    """Who won a category on a night: the winners big, the other nominees, the winners before.

    nominations: those of the category, or of all categories of its family, on that night.
    before: up to three earlier ceremonies with their winners, latest first.
    around: the ceremonies before and after at which it was given.
    """
    won = [nomination for nomination in nominations if nomination.won]
    fields = _others(nominations, categories)
    if before:
        earlier = tuple(_earlier(when, rows, categories) for when, rows in before)
        fields.append(Field("Winners before", earlier))
    return Card(
        title=_title(won, categories),
        heading=f"{category.name} · {night(ceremony)}",
        lines=_winners(won, categories, single=_is_single(nominations)),
        fields=tuple(fields),
        footer=held(ceremony) + _given_as(category, nominations),
        tone=Tone.WIN if won else Tone.PLAIN,
        links=(
            *_neighbours(around, category.id, addresses.winner),
            *_onward(category, ceremony, nominations, won),
        ),
    )


def nominees_card(
    category: Category,
    ceremony: Ceremony,
    nominations: Sequence[Nomination],
    around: Around,
    categories: Categories,
) -> Card:
    """All who were nominated in a category on a night, the winners first and marked."""
    parts: dict[str, tuple[Line, ...]] = {}
    for category_id in dict.fromkeys(nomination.category_id for nomination in nominations):
        own = categories[category_id]
        rows = sorted(
            (n for n in nominations if n.category_id == category_id), key=lambda n: not n.won
        )
        name = official_title(rows[0].official_name)
        parts[name] = tuple(
            ("🏆 " if row.won else "", *told(row, own, strong=row.won)) for row in rows
        )
    what = "the nominees" if category.competitive else "all who were honoured"
    return Card(
        title=f"{category.name}: {what}",
        heading=night(ceremony),
        lines=next(iter(parts.values())) if len(parts) == 1 else (),
        fields=tuple(Field(name, lines) for name, lines in parts.items() if len(parts) > 1),
        footer=held(ceremony) + _given_as(category, nominations),
        links=(
            *_neighbours(around, category.id, addresses.nominees),
            Link("Winner", addresses.winner(category.id, ceremony.number), turns=True),
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
    lines: list[Line] = [(f"There was no such award at the {night(ceremony)}.",)]
    first, last = given[0], given[-1]
    if len(given) < 3:
        times = "once" if first is last else "twice"
        lines.append((f"It was given {times}, at the {listed([_on(c) for c in given])}.",))
    else:
        span = f"from the {_on(first)} to the {_on(last)}"
        lines.append((f"It was given {len(given)} times, {span}.",))
    if became:
        lines.append((f"Its place was taken by {listed([c.name for c in became])}.",))
    if grew_out_of:
        were = "was" if len(grew_out_of) == 1 else "were"
        lines.append((f"Before it there {were} {listed([c.name for c in grew_out_of])}.",))
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
        lines=tuple(lines),
        footer=held(ceremony),
        tone=Tone.NOTICE,
        links=tuple(links),
    )


def _title(won: Sequence[Nomination], categories: Categories) -> str:
    if not won:
        return "No winner"
    if not _fit_title(won, categories):
        return f"🏆 {len(won)} winners"
    names = one_each([subject(n, categories[n.category_id]) for n in won])
    tie = len(won) > 1 and all(nomination.remark == "tie" for nomination in won)
    return f"🏆 A tie: {names}" if tie else f"🏆 {names}"


def _fit_title(won: Sequence[Nomination], categories: Categories) -> bool:
    letters = sum(len(subject(n, categories[n.category_id])) for n in won)
    return len(won) == 1 or (len(won) <= NAMED_WINNERS and letters <= LONGEST_TITLE)


def _winners(
    won: Sequence[Nomination], categories: Categories, *, single: bool
) -> tuple[Line, ...]:
    """Return what the title leaves untold: of one winner the film and the people, else a list."""
    if len(won) == 1:
        nomination, own = won[0], categories[won[0].category_id]
        lines = [details(nomination, own)]
        if len({nominee.nominated_as for nominee in nomination.nominees}) > 1:
            lines += [credited(nomination)] if own.honours == "person" else []
        lines += [(Dim(mark.capitalize()),) for mark in specialities(nomination)]
        return tuple(line for line in lines if line)
    lines = []
    for nomination in won:
        own = categories[nomination.category_id]
        label = "" if single else f"{own.name}: "
        lines.append((label, *told(nomination, own, strong=True, remarks=False)))
    # Names alone would only say the title again.
    only_names = single and not any(details(n, categories[n.category_id]) for n in won)
    return () if only_names and _fit_title(won, categories) else tuple(lines)


def _others(nominations: Sequence[Nomination], categories: Categories) -> list[Field]:
    fields = []
    single = _is_single(nominations)
    for category_id in dict.fromkeys(nomination.category_id for nomination in nominations):
        own = categories[category_id]
        lines = [_also(n, own) for n in nominations if n.category_id == category_id and not n.won]
        if lines:
            name = "Also nominated" if single else f"Also nominated: {own.name}"
            fields.append(Field(name, first_lines(lines, SHOWN_NOMINEES)))
    return fields


def _also(nomination: Nomination, category: Category) -> Line:
    """Tell of another nominee; of a film without its makers, who are under "All nominees"."""
    if not names_film(nomination, category):
        return told(nomination, category)
    special = specialities(nomination)
    return (*briefly(nomination, category), f" ({'; '.join(special)})" if special else "")


def _earlier(ceremony: Ceremony, won: Sequence[Nomination], categories: Categories) -> Line:
    when = Dim(f"{ordinal(ceremony.number)}, {ceremony.held_on.year} ")
    parts = [briefly(n, categories[n.category_id], strong=True) for n in won]
    return (when, *separated(parts, "; ")) if won else (when, "no winner")


def _is_single(nominations: Sequence[Nomination]) -> bool:
    return len({nomination.category_id for nomination in nominations}) == 1


def _given_as(category: Category, nominations: Sequence[Nomination]) -> str:
    """Return the official name of that year, where it is another than the category's own.

    Where several categories of a family stand together, each is named above its nominees.
    """
    names = list({official_title(nomination.official_name) for nomination in nominations})
    own = (category.name, category.name.removeprefix("Best "))
    return f" · given as {names[0]}" if len(names) == 1 and names[0] not in own else ""


def _on(ceremony: Ceremony) -> str:
    return f"{ordinal(ceremony.number)} ({day(ceremony.held_on)})"


def _neighbours(
    around: Around, category_id: str, address: Callable[[str, int], str]
) -> tuple[Link, ...]:
    before, after = around
    return (
        Link("← Before", address(category_id, before or 0), True, before is not None),
        Link("After →", address(category_id, after or 0), True, after is not None),
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
    films = {work.film_id: work.title for nomination in won for work in nomination.works}
    if len(films) <= NAMED_FILMS:
        links += [
            Link("The film" if len(films) == 1 else shortened(title, 40), addresses.film(film_id))
            for film_id, title in films.items()
        ]
    links.append(Link("The night", addresses.ceremony(ceremony.number)))
    return tuple(links)
