"""How a nomination is told: whom and what it names, and in which words."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from bot.cards.card import Em, Line, Strong, separated
from bot.models import Category, Ceremony, Nomination, Nominee
from bot.wording import day, listed, ordinal

STATUS = {
    "write-in": "write-in, not an official nomination",
    "withdrawn": "nomination withdrawn",
    "revoked": "nomination revoked",
    "unofficial": "not an official nomination",
}
WON_AS = {"write-in": "won as a write-in"}
REMARK = {"tie": "a tie", "refused": "refused the award"}
_SMALL = frozenset("a an and as at by for from in not of on or the to".split())


def official_title(name: str) -> str:
    """Return a category's official name in title case: "Actress in a Leading Role"."""
    words = []
    for position, word in enumerate(name.split(" ")):
        if not word.isupper() or word.strip("()") in ("I", "II", "III"):
            words.append(word)
        elif position and word.lower() in _SMALL:
            words.append(word.lower())
        else:
            words.append("-".join(part.capitalize() for part in word.split("-")))
    return " ".join(words)


def night(ceremony: Ceremony) -> str:
    """Return "97th Academy Awards"."""
    return f"{ordinal(ceremony.number)} Academy Awards"


def held(ceremony: Ceremony) -> str:
    """Return "Held 2 March 2025 · films of 2024"."""
    return f"Held {day(ceremony.held_on)} · films of {ceremony.film_year}"


def nights_of(nominations: Sequence[Nomination], ceremonies: Mapping[int, Ceremony]) -> str:
    """Return the nights of nominations for a footer: one told in full, several as a span."""
    if not nominations:
        return ""
    first = ceremonies[min(nomination.ceremony for nomination in nominations)]
    last = ceremonies[max(nomination.ceremony for nomination in nominations)]
    if first is last:
        return f"{night(first)}, {dated(first)}"
    return (
        f"From the {ordinal(first.number)} ({dated(first)}) "
        f"to the {ordinal(last.number)} ({dated(last)})"
    )


def dated(ceremony: Ceremony) -> str:
    """Return "held 2025, films of 2024": both years in which people speak of it."""
    return f"held {ceremony.held_on.year}, films of {ceremony.film_year}"


def names_of(nominees: Sequence[Nominee]) -> list[str]:
    """Return the names as credited; a credit that several people share stands once."""
    return list(dict.fromkeys(nominee.name for nominee in nominees))


def credited(nomination: Nomination) -> Line:
    """Return the nominees with what each was nominated as: "Music: A and B · Lyrics: C"."""
    parts: list[Line] = []
    for part, group in groupby(nomination.nominees, key=lambda nominee: nominee.nominated_as):
        people = list(group)
        names = listed(names_of(people))
        parts.append((names,) if part in (None, "Producer", "Writer") else (f"{part}: {names}",))
    return separated(parts)


def parted(nomination: Nomination, *, strong: bool = False) -> Line:
    """Return the nominees, with their parts where these differ: "A (music); B (lyrics)"."""
    groups = [
        (part, listed(names_of(list(people))))
        for part, people in groupby(nomination.nominees, key=lambda nominee: nominee.nominated_as)
    ]
    if len({part for part, _ in groups}) == 1:
        groups = [(None, listed(names_of(nomination.nominees)))]
    parts: list[Line] = [
        (Strong(names) if strong else names, f" ({part.lower()})" if part else "")
        for part, names in groups
    ]
    return separated(parts, "; ")


def films_of(nomination: Nomination) -> Line:
    """Return the films with the character, song or dance each was for."""
    parts: list[Line] = []
    for _, group in groupby(nomination.works, key=lambda work: work.film_id):
        works = list(group)
        what = [part for work in works if (part := work.character or work.dance)]
        played = "as" if works[0].character else "for"
        parts.append((Em(works[0].title), f" {played} {listed(what)}" if what else ""))
    return separated(parts)


def song_of(nomination: Nomination) -> str | None:
    """Return the song that a nomination is for, where it is for one."""
    return next((work.song for work in nomination.works if work.song), None)


def subject(nomination: Nomination, category: Category) -> str:
    """Return what stands first when a nomination is named: a film, a song, or people."""
    song = song_of(nomination)
    if song:
        return f"“{song}”"
    titles = listed(titles_of(nomination))
    people = listed(names_of(nomination.nominees))
    first, second = (titles, people) if category.honours == "film" else (people, titles)
    return first or second or nomination.section or category.name


def details(nomination: Nomination, category: Category) -> Line:
    """Return what follows the subject: the film and the character, or the people behind a film."""
    people = credited(nomination)
    if song_of(nomination):
        return separated([films_of(nomination), people] if people else [films_of(nomination)])
    if category.honours == "film" and nomination.works:
        parts: list[Line] = [(nomination.country,)] if nomination.country else []
        return separated([*parts, people] if people else parts)
    if not nomination.works:
        return (nomination.section,) if nomination.section and nomination.nominees else ()
    return films_of(nomination) if nomination.nominees else ()


def told(
    nomination: Nomination, category: Category, *, strong: bool = False, remarks: bool = True
) -> Line:
    """Return a nomination in one line: subject, details, and what was special about it.

    strong: whether the subject is stressed. remarks: whether a tie or a refusal is told.
    """
    name = subject(nomination, category)
    first: Line = (Strong(name) if strong else name,)
    if names_film(nomination, category):
        first = (Strong(name),) if strong else (Em(name),)
    elif nomination.nominees and not song_of(nomination):
        first = parted(nomination, strong=strong)
    rest = details(nomination, category)
    # After names with their parts in brackets, a comma would join the film to the last one.
    mark = " · " if len(first) > 2 else ", "
    line = (*first, mark, *rest) if rest else first
    special = specialities(nomination)
    return (*line, f" ({'; '.join(special)})") if special and remarks else line


def specialities(nomination: Nomination) -> list[str]:
    """Return what was special about a nomination: "write-in, not official", "a tie", ..."""
    status = (WON_AS if nomination.won else STATUS).get(nomination.status)
    remark = REMARK.get(nomination.remark or "")
    return [mark for mark in (status, remark) if mark]


def briefly(nomination: Nomination, category: Category, *, strong: bool = False) -> Line:
    """Return a nomination in the fewest words: "Anora", "Sean Baker (Anora)", "Flow (Latvia)".

    strong: whether the subject is stressed.
    """
    name = subject(nomination, category)
    if names_film(nomination, category):
        first: Line = (Strong(name) if strong else Em(name),)
        return (*first, f" ({nomination.country})") if nomination.country else first
    first = (Strong(name) if strong else name,)
    titles = separated([(Em(title),) for title in titles_of(nomination)], ", ")
    return (*first, " (", *titles, ")") if titles else first


def in_order(
    nominations: Iterable[Nomination], categories: Mapping[str, Category]
) -> list[Nomination]:
    """Return nominations by the weight of their categories: picture, directing, acting first."""
    places = {category_id: place for place, category_id in enumerate(categories)}
    return sorted(nominations, key=lambda nomination: places[nomination.category_id])


def one_each(names: Sequence[str]) -> str:
    """Return the subjects of several nominations as a list; semicolons keep teams apart."""
    teams = any(" and " in name or ", " in name for name in names)
    return "; ".join(names) if teams and len(names) > 1 else listed(names)


def names_film(nomination: Nomination, category: Category) -> bool:
    """Whether the subject of a nomination is its film."""
    if song_of(nomination) or not nomination.works:
        return False
    return category.honours == "film" or not nomination.nominees


def titles_of(nomination: Nomination) -> list[str]:
    """Return the titles of its films, each film once."""
    return list({work.film_id: work.title for work in nomination.works}.values())
