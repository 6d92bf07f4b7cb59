"""Cards of one night: /ceremony and its pages."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from bot.cards import addresses
from bot.cards.card import (
    Card,
    Dim,
    Em,
    Field,
    Line,
    Link,
    Menu,
    Strong,
    Tone,
    page_mark,
    page_of,
    separated,
    turning,
)
from bot.cards.credits import briefly, held, in_order, night, told
from bot.cards.leaders import leaders
from bot.models import Appearance, Category, Ceremony, Moment, Nomination
from bot.wording import day, listed

PAGE, MOMENTS_PAGE = 12, 6
MENU = 25
PARTS = {
    "night": "The night",
    "awards": "All awards",
    "presenters": "Presenters",
    "performances": "Performances",
    "moments": "Moments",
}
_MAIN = (
    "best-picture", "directing", "actor-leading", "actress-leading", "actor-supporting",
    "actress-supporting",
)  # fmt: skip


def ceremony_card(
    ceremony: Ceremony,
    nominations: Sequence[Nomination],
    appearances: Sequence[Appearance],
    moments: Sequence[Moment],
    categories: Mapping[str, Category],
    *,
    part: str = "night",
    page: int = 1,
    neighbours: tuple[int | None, int | None] = (None, None),
) -> Card:
    """A night: when, where, who hosted, who won most; or one of its longer parts, in pages.

    part: one of PARTS. A part of which nothing is known says so.
    """
    parts = _known_parts(nominations, appearances, moments)
    if part not in PARTS:
        part = "night"
    links = _part_links(ceremony, parts, part)
    if part == "night":
        return Card(
            title=night(ceremony),
            lines=_facts(ceremony, nominations),
            fields=_overview(nominations, categories),
            tone=Tone.WIN if nominations else Tone.PLAIN,
            links=(*_nights_around(neighbours), *links),
            menu=_category_menu(ceremony, nominations, categories),
        )
    if part == "moments":
        return _moments_card(ceremony, moments, page, links)
    if part == "awards":
        lines = _awards(nominations, categories)
    elif part == "presenters":
        lines = _presenters(appearances, categories)
    else:
        lines = _performances(appearances)
    shown, number, pages = page_of(lines, page, PAGE)
    around = turning(number, pages, lambda page: addresses.ceremony(ceremony.number, part, page))
    return Card(
        title=f"{night(ceremony)}: {PARTS[part].lower()}",
        lines=shown or (_nothing(part),),
        footer=held(ceremony) + page_mark(number, pages),
        links=(*around, *links),
    )


def _facts(ceremony: Ceremony, nominations: Sequence[Nomination]) -> tuple[Line, ...]:
    hosts = listed(ceremony.hosts) if ceremony.hosts else "none"
    if not ceremony.hosts and not nominations:
        hosts = "not announced yet"
    lines: list[Line] = [
        (Strong("Held "), f"{day(ceremony.held_on)}, for films of {ceremony.film_year}"),
        (Strong("Place "), f"{ceremony.venue}, {ceremony.city}"),
        (Strong("Host " if len(ceremony.hosts) < 2 else "Hosts "), hosts),
    ]
    if ceremony.broadcasters:
        lines.append((Strong("On "), listed(ceremony.broadcasters)))
    if ceremony.note:
        lines.append((Dim(ceremony.note),))
    if not nominations:
        lines.append(("It has not been held yet, so nobody has won.",))
    return tuple(lines)


def _overview(
    nominations: Sequence[Nomination], categories: Mapping[str, Category]
) -> tuple[Field, ...]:
    competitive = [n for n in nominations if categories[n.category_id].competitive]
    fields = []
    main = []
    for category_id in _MAIN:
        won = [n for n in competitive if categories[n.category_id].family == category_id and n.won]
        if won:
            category = categories[category_id]
            name = category.name.removeprefix("Best ")
            parts = [briefly(n, category, strong=True) for n in won]
            main.append((f"{name}: ", *separated(parts, "; ")))
    if main:
        fields.append(Field("The winners", tuple(main)))
    wins = _leaders(n for n in competitive if n.won)
    tries = _leaders(n for n in competitive if n.counts)
    if wins:
        fields.append(Field("Most wins", wins, inline=True))
    if tries:
        fields.append(Field("Most nominations", tries, inline=True))
    return tuple(fields)


def _leaders(nominations: Iterable[Nomination]) -> tuple[Line, ...]:
    """Return the films that lead, each with its count."""
    counts: Counter[str] = Counter()
    titles: dict[str, str] = {}
    for nomination in nominations:
        titles.update((work.film_id, work.title) for work in nomination.works)
        counts.update(nomination.film_ids)
    return tuple(
        (Strong(str(count)), " ", Em(titles[film_id])) for film_id, count in leaders(counts)
    )


def _awards(
    nominations: Sequence[Nomination], categories: Mapping[str, Category]
) -> tuple[Line, ...]:
    won = in_order((n for n in nominations if n.won), categories)
    return tuple(
        (Strong(categories[n.category_id].name), ": ", *told(n, categories[n.category_id]))
        for n in won
    )


def _presenters(
    appearances: Sequence[Appearance], categories: Mapping[str, Category]
) -> tuple[Line, ...]:
    lines = []
    for seen in appearances:
        if seen.role not in ("presenter", "announcer"):
            continue
        what = (
            categories[seen.category_id].name if seen.category_id else seen.subject or "Announcer"
        )
        note = (Dim(f" · {seen.note}"),) if seen.note else ()
        lines.append((Strong(what), f": {listed(seen.people)}", *note))
    return tuple(lines)


def _performances(appearances: Sequence[Appearance]) -> tuple[Line, ...]:
    lines = []
    for seen in appearances:
        if seen.role in ("performer", "tribute"):
            note = (Dim(f" · {seen.note}"),) if seen.note else ()
            what = "Tribute to " if seen.role == "tribute" else ""
            lines.append((what, Strong(seen.subject or ""), f": {listed(seen.people)}", *note))
    return tuple(lines)


def _moments_card(
    ceremony: Ceremony, moments: Sequence[Moment], page: int, links: tuple[Link, ...]
) -> Card:
    pages = max(1, -(-len(moments) // MOMENTS_PAGE))
    number = min(max(page, 1), pages)
    shown = moments[(number - 1) * MOMENTS_PAGE : number * MOMENTS_PAGE]
    around = turning(
        number, pages, lambda page: addresses.ceremony(ceremony.number, "moments", page)
    )
    return Card(
        title=f"{night(ceremony)}: moments",
        lines=() if moments else (_nothing("moments"),),
        fields=tuple(Field(moment.heading, ((moment.text,),)) for moment in shown),
        footer=held(ceremony) + page_mark(number, pages),
        links=(*around, *links),
    )


def _nothing(part: str) -> Line:
    return (f"Nothing is on record here for the {part} of this night.",)


def _known_parts(
    nominations: Sequence[Nomination],
    appearances: Sequence[Appearance],
    moments: Sequence[Moment],
) -> list[str]:
    roles = {seen.role for seen in appearances}
    known = ["night"]
    known += ["awards"] if any(n.won for n in nominations) else []
    known += ["presenters"] if "presenter" in roles else []
    known += ["performances"] if roles & {"performer", "tribute"} else []
    known += ["moments"] if moments else []
    return known


def _part_links(ceremony: Ceremony, parts: Sequence[str], shown: str) -> tuple[Link, ...]:
    return tuple(
        Link(PARTS[part], addresses.ceremony(ceremony.number, part), turns=True)
        for part in parts
        if part != shown
    )


def _nights_around(neighbours: tuple[int | None, int | None]) -> tuple[Link, ...]:
    before, after = neighbours
    return (
        Link("← Before", addresses.ceremony(before or 0), True, before is not None),
        Link("After →", addresses.ceremony(after or 0), True, after is not None),
    )


def _category_menu(
    ceremony: Ceremony, nominations: Sequence[Nomination], categories: Mapping[str, Category]
) -> Menu | None:
    """Return a menu of the families given, without the scientific ones, which would not fit."""
    given = {categories[n.category_id].family for n in nominations}
    ids = [i for i in categories if i in given and categories[i].group != "scientific"][:MENU]
    if not ids:
        return None
    return Menu(
        "See a category of this night",
        tuple(Link(categories[i].name, addresses.winner(i, ceremony.number)) for i in ids),
        turns=False,
    )
