"""Cards of one film: /film and /cast."""

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
    first_lines,
    page_mark,
    page_of,
    separated,
    turning,
)
from bot.cards.credits import (
    STATUS,
    in_order,
    names_of,
    nights_of,
    parted,
    song_of,
    specialities,
)
from bot.models import Category, Ceremony, Credit, Film, FilmFacts, Nomination, SeasonAward
from bot.wording import counted, listed, ordinal

NOMINATIONS_PAGE = 16
TOP_CAST = 5
CREW = {
    "Director": "Directed by",
    "Writer": "Written by",
    "Producer": "Produced by",
    "Cinematographer": "Cinematography",
    "Editor": "Edited by",
    "Composer": "Music by",
}


def film_card(
    film: Film,
    nominations: Sequence[Nomination],
    credits: Sequence[Credit],
    facts: FilmFacts | None,
    season: Sequence[SeasonAward],
    ceremonies: Mapping[int, Ceremony],
    categories: Mapping[str, Category],
    *,
    page: int = 1,
) -> Card:
    """A film: its wins and nominations counted and listed, who made it, what else is known."""
    lines: list[Line] = [_tally(nominations, categories)]
    lines += _made_by(credits, nominations)
    if facts:
        lines.append(_facts(facts))
    won = [award for award in season if award.won]
    listing = _listing(nominations, ceremonies, categories)
    shown, number, pages = page_of(listing, page, NOMINATIONS_PAGE)
    fields = [Field("At the Oscars", shown)] if shown else []
    if won and number == 1:
        fields.append(Field("Other prizes of the season", first_lines(_season(won), 8)))
    performed = any(work.character for n in nominations for work in n.works)
    links = [*turning(number, pages, lambda page: addresses.film(film.id, page))]
    if performed or any(credit.part == "cast" for credit in credits):
        links.append(Link("Cast", addresses.cast(film.id)))
    if nominations:
        links.append(Link("The night", addresses.ceremony(nominations[0].ceremony)))
    return Card(
        title=film.title,
        lines=tuple(lines),
        fields=tuple(fields),
        footer=nights_of(nominations, ceremonies) + page_mark(number, pages),
        tone=Tone.WIN if any(n.won for n in nominations) else Tone.PLAIN,
        url=imdb(film.id),
        links=tuple(links),
    )


def cast_card(
    film: Film,
    nominations: Sequence[Nomination],
    credits: Sequence[Credit],
    ceremonies: Mapping[int, Ceremony],
    categories: Mapping[str, Category],
) -> Card:
    """A film's cast in billing order, actor as character, winners and nominees marked.

    A film whose cast is not in the data shows its nominated performances, and says so.
    """
    performed = [n for n in nominations if categories[n.category_id].group == "acting"]
    performances = {
        person_id: nomination
        for nomination in sorted(performed, key=lambda n: n.won)
        for person_id in nomination.person_ids
    }
    cast = [credit for credit in credits if credit.part == "cast"]
    lines: list[Line] = []
    if cast:
        lines = [
            _played(credit.name, credit.role, performances.get(credit.person_id), categories)
            for credit in cast
        ]
    else:
        lines = [
            (Dim("The full cast is not on record here: these are the nominated performances."),),
            *(
                _played(
                    listed(names_of(n.nominees)),
                    listed([w.character for w in n.works if w.film_id == film.id and w.character]),
                    n,
                    categories,
                )
                for n in performed
            ),
        ]
        if not performed:
            lines = [("Its cast is not on record here, and no performance in it was nominated.",)]
    return Card(
        title=f"{film.title}: the cast"
        if cast or not performed
        else f"{film.title}: nominated performances",
        lines=tuple(lines),
        fields=_crew_fields(credits),
        footer=nights_of(nominations, ceremonies),
        tone=Tone.WIN if any(n.won for n in performed) else Tone.PLAIN,
        url=imdb(film.id),
        links=(Link("The film", addresses.film(film.id)),),
    )


def imdb(id: str) -> str:
    """Return IMDb's address of a film or a person; "" where its id is our own."""
    kind = {"tt": "title", "nm": "name"}.get(id[:2])
    return f"https://www.imdb.com/{kind}/{id}/" if kind and id[2:].isdigit() else ""


def _tally(nominations: Sequence[Nomination], categories: Mapping[str, Category]) -> Line:
    competitive = [n for n in nominations if categories[n.category_id].competitive]
    wins = sum(n.won for n in competitive)
    tries = sum(n.counts for n in competitive)
    special = sum(n.won for n in nominations) - wins
    tally = f"{counted(wins, 'Oscar')} from {counted(tries, 'nomination')}"
    extra = f" · {counted(special, 'special award')}" if special else ""
    return (Strong(tally[0].upper() + tally[1:]), extra)


def _made_by(credits: Sequence[Credit], nominations: Sequence[Nomination]) -> list[Line]:
    lines: list[Line] = []
    crew = {
        job: listed(
            list(dict.fromkeys(c.name for c in credits if c.role == job and c.part == "crew"))
        )
        for job in ("Director", "Writer")
    }
    if not crew["Director"]:
        directors = [n for n in nominations if n.category_id.startswith("directing")]
        crew["Director"] = listed(names_of([nominee for n in directors for nominee in n.nominees]))
    made: list[Line] = [(f"{CREW[job]} ", Strong(names)) for job, names in crew.items() if names]
    if made and crew["Director"] == crew["Writer"]:
        made = [("Directed and written by ", Strong(crew["Director"]))]
    if made:
        lines.append(separated(made))
    cast = [credit.name for credit in credits if credit.part == "cast"][:TOP_CAST]
    if cast:
        lines.append(("With ", listed(cast)))
    return lines


def _facts(facts: FilmFacts) -> Line:
    parts = [f"Released {facts.release_year}"]
    if facts.runtime_minutes:
        parts.append(f"{facts.runtime_minutes} minutes")
    if facts.countries:
        parts.append(listed(facts.countries))
    if facts.languages:
        parts.append(listed(facts.languages))
    if facts.budget_usd:
        parts.append(f"budget US${facts.budget_usd / 1_000_000:g} million")
    if facts.crew_size:
        parts.append(f"a crew of about {facts.crew_size}")
    if facts.filmed_in:
        parts.append(f"shot in {facts.filmed_in}")
    return (Dim(" · ".join(parts)),)


def _listing(
    nominations: Sequence[Nomination],
    ceremonies: Mapping[int, Ceremony],
    categories: Mapping[str, Category],
) -> list[Line]:
    """Return a line for each nomination, wins first; by ceremony, where there were several."""
    lines: list[Line] = []
    ordered = sorted(in_order(nominations, categories), key=lambda n: (n.ceremony, not n.won))
    several = len({nomination.ceremony for nomination in nominations}) > 1
    for nomination in ordered:
        category = categories[nomination.category_id]
        year = ceremonies[nomination.ceremony].held_on.year
        when = f"{ordinal(nomination.ceremony)}, {year} " if several else ""
        song = song_of(nomination)
        what: Line = (f"“{song}”",) if song else parted(nomination) or (nomination.country or "",)
        special = "; ".join(specialities(nomination))
        lines.append(
            (
                "🏆 " if nomination.won else "",
                Dim(when),
                Strong(category.name) if nomination.won else category.name,
                *((": ", *what) if any(what) else ()),
                f" ({special})" if special else "",
            )
        )
    return lines


def _season(awards: Sequence[SeasonAward]) -> tuple[Line, ...]:
    lines: list[Line] = []
    for body, group in groupby(awards, key=lambda award: f"{award.body}, {award.edition}"):
        prizes = [f"{a.category} ({listed(a.people)})" if a.people else a.category for a in group]
        lines.append((Strong(body), f": {', '.join(prizes)}"))
    return tuple(lines)


def _crew_fields(credits: Sequence[Credit]) -> tuple[Field, ...]:
    crew = [credit for credit in credits if credit.part == "crew"]
    lines: list[Line] = []
    for job, label in CREW.items():
        names = list(dict.fromkeys(credit.name for credit in crew if credit.role == job))
        if names:
            lines.append((Dim(f"{label}: "), listed(names)))
    return (Field("Made by", tuple(lines)),) if lines else ()


def _played(
    name: str,
    character: str | None,
    nomination: Nomination | None,
    categories: Mapping[str, Category],
) -> Line:
    line: Line = (Strong(name), f" as {character}" if character else "")
    if nomination is None:
        return line
    prize = categories[nomination.category_id].name
    if nomination.won:
        return ("🏆 ", *line, f" · {prize}")
    told = f"nominated for {prize}" if nomination.counts else STATUS[nomination.status]
    return (*line, f" · {told}")
