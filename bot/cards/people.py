"""Cards of one person: /person."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from bot.cards import addresses
from bot.cards.card import (
    Card,
    Dim,
    Em,
    Field,
    Line,
    Strong,
    Tone,
    first_lines,
    page_mark,
    page_of,
    turning,
)
from bot.cards.credits import films_of, in_order, nights_of, song_of, specialities
from bot.cards.films import imdb
from bot.models import Category, Ceremony, Credit, Nomination, Person
from bot.wording import counted, listed, ordinal

PAGE = 12
SHOWN_CREDITS = 8

# The group or the category in which a job is nominated; a character is in the acting ones.
_PRIZE = {
    "Director": "directing",
    "Writer": "writing",
    "Producer": "picture",
    "Cinematographer": "cinematography",
    "Editor": "film-editing",
    "Composer": "music",
}


def totals(nominations: Sequence[Nomination], categories: Mapping[str, Category]) -> str:
    """Return "3 Oscars from 21 nominations · 1 honorary award": the three kept apart."""
    competitive = [n for n in nominations if categories[n.category_id].competitive]
    wins, tries = sum(n.won for n in competitive), sum(n.counts for n in competitive)
    honorary = sum(n.won for n in nominations if categories[n.category_id].group == "honorary")
    scientific = sum(n.won for n in nominations if categories[n.category_id].group == "scientific")
    parts = []
    if competitive:
        parts.append(f"{counted(wins, 'competitive Oscar')} from {counted(tries, 'nomination')}")
    if honorary:
        parts.append(counted(honorary, "honorary award"))
    if scientific:
        parts.append(counted(scientific, "scientific or technical award"))
    return " · ".join(parts) or "never nominated for an Oscar"


def person_card(
    person: Person,
    nominations: Sequence[Nomination],
    credits: Sequence[Credit],
    film_titles: Mapping[str, str],
    ceremonies: Mapping[int, Ceremony],
    categories: Mapping[str, Category],
    *,
    page: int = 1,
) -> Card:
    """A person: totals first, honorary awards apart, then all by ceremony, in pages.

    film_titles: by id, for the films of `credits`.
    """
    tally = totals(nominations, categories)
    lines: list[Line] = [(Strong(tally[0].upper() + tally[1:]),)]
    names = dict.fromkeys(
        nominee.name
        for n in nominations
        for nominee in n.nominees
        if nominee.person_id == person.id
    )
    others = [name for name in names if name.casefold() != person.name.casefold()]
    if others:
        lines.append((Dim(f"Also credited as {listed(others[:4])}"),))
    listing = _by_night(person, nominations, ceremonies, categories)
    shown, number, pages = page_of(listing, page, PAGE)
    parts = _parts(credits, nominations, film_titles, categories)
    fields = [Field("Nominations and awards", shown)] if shown else []
    if parts and number == 1:
        fields.append(Field("Other credits on record here", parts))
    return Card(
        title=person.name,
        lines=tuple(lines),
        fields=tuple(fields),
        footer=nights_of(nominations, ceremonies) + page_mark(number, pages),
        tone=Tone.WIN if any(n.won for n in nominations) else Tone.PLAIN,
        url=imdb(person.id),
        links=turning(number, pages, lambda page: addresses.person(person.id, page)),
    )


def _by_night(
    person: Person,
    nominations: Sequence[Nomination],
    ceremonies: Mapping[int, Ceremony],
    categories: Mapping[str, Category],
) -> list[Line]:
    lines: list[Line] = []
    latest_first = sorted(in_order(nominations, categories), key=lambda n: (-n.ceremony, not n.won))
    for number, group in groupby(latest_first, key=lambda n: n.ceremony):
        ceremony = ceremonies[number]
        for nomination in group:
            category = categories[nomination.category_id]
            when = Dim(f"{ordinal(number)}, {ceremony.held_on.year} ")
            name = Strong(category.name) if nomination.won else category.name
            song = song_of(nomination)
            what: Line = films_of(nomination) if nomination.works else (nomination.section or "",)
            parts = {n.nominated_as for n in nomination.nominees}
            part = next(
                (n.nominated_as for n in nomination.nominees if n.person_id == person.id), None
            )
            marks = [part.lower() if part and len(parts) > 1 else ""]
            marks += specialities(nomination)
            mark = "; ".join(mark for mark in marks if mark)
            lines.append(
                (
                    "🏆 " if nomination.won else "",
                    when,
                    name,
                    *((": ", f"“{song}”, ") if song else (": ",) if any(what) else ()),
                    *what,
                    Dim(f" ({mark})") if mark else "",
                )
            )
    return lines


def _parts(
    credits: Sequence[Credit],
    nominations: Sequence[Nomination],
    film_titles: Mapping[str, str],
    categories: Mapping[str, Category],
) -> tuple[Line, ...]:
    """Return the credits that no nomination tells of already, a line for each film."""
    told = {
        (film_id, prize)
        for nomination in nominations
        for film_id in nomination.film_ids
        for prize in (
            categories[nomination.category_id].group,
            categories[nomination.category_id].family,
        )
    }
    untold = [c for c in credits if (c.film_id, _PRIZE.get(c.role or "", "acting")) not in told]
    lines: list[Line] = []
    for film_id, group in groupby(untold, key=lambda credit: credit.film_id):
        roles = [credit.role or "cast" for credit in group]
        lines.append((Em(film_titles[film_id]), f": {listed(list(dict.fromkeys(roles)))}"))
    return first_lines(lines, SHOWN_CREDITS)
