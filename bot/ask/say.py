"""The sentences that answers are made of: a win, a night, a list, each told one way."""

from collections.abc import Iterable

from bot.cards.credits import credited, names_of, song_of, subject, titles_of
from bot.cards.plain import plain_line
from bot.models import Category, Ceremony, Nomination
from bot.store.almanac import Almanac
from bot.wording import listed, ordinal, shortened

_THEN = {"SOUND MIXING": "Best Sound Mixing"}
"""Awards that had a name of their own then, beside another of nearly the same."""


def at_night(ceremony: Ceremony) -> str:
    """Return "at the 97th Academy Awards, held in 2025 for films of 2024"."""
    return (
        f"at the {ordinal(ceremony.number)} Academy Awards, held in {ceremony.held_on.year} "
        f"for films of {ceremony.film_year}"
    )


def briefly(ceremony: Ceremony) -> str:
    """Return "97th, held 2025, films of 2024"."""
    return (
        f"{ordinal(ceremony.number)}, held {ceremony.held_on.year}, films of {ceremony.film_year}"
    )


def for_what(nomination: Nomination, category: Category) -> str:
    """Return what follows it: " for Anora, as Ani", " from Titanic, by James Horner ..."."""
    titles = listed(titles_of(nomination))
    song = song_of(nomination)
    if song:
        people = plain_line(credited(nomination))
        return f" from {titles} ({people})" if people else f" from {titles}"
    if category.honours == "film" and nomination.works:
        people = listed(names_of(nomination.nominees))
        if nomination.country:
            return f" ({nomination.country})"
        return f" ({people})" if people else ""
    if not titles or not nomination.nominees:
        return ""
    characters = [work.character for work in nomination.works if work.character]
    played = f", as {listed(characters)}" if characters else ""
    return f" for {titles}{played}"


def told(nomination: Nomination, category: Category) -> str:
    """Return a nomination in few words: "Mikey Madison for Anora, as Ani"."""
    extra = {"tie": " (a tie)", "refused": " (who refused it)"}.get(nomination.remark or "", "")
    return f"{subject(nomination, category)}{for_what(nomination, category)}{extra}"


def in_list(nomination: Nomination, almanac: Almanac, *, category: bool = True) -> str:
    """Return a nomination as a line of a list, with its night: "97th (2025) Best Actress: ..."."""
    ceremony = almanac.ceremonies[nomination.ceremony]
    own = almanac.categories[nomination.category_id]
    name = f" {own.name}" if category else ""
    return f"{numbered(ceremony)}{name}: {told(nomination, own)}"


def in_short(nomination: Nomination, kind: str, almanac: Almanac) -> str:
    """Return a nomination in a list: "... Best Actress, The Iron Lady (won)"."""
    category = almanac.categories[nomination.category_id]
    song = song_of(nomination)
    what = f"“{song}”" if song else listed(titles_of(nomination))
    if kind == "film" and not song:
        people = shortened(listed(names_of(nomination.nominees)), 60)
        what = "" if category.honours == "film" else people
    tail = f", {what}" if what else ""
    won = " (won)" if nomination.won else ""
    return f"{numbered(almanac.ceremonies[nomination.ceremony])} {category.name}{tail}{won}"


def numbered(ceremony: Ceremony) -> str:
    """Return "97th (2025, films of 2024)"."""
    held = ceremony.held_on.year
    return f"{ordinal(ceremony.number)} ({held}, films of {ceremony.film_year})"


def award_of(nomination: Nomination, kind: str, almanac: Almanac) -> str:
    """Return an award with what is not the subject's own: the film for a person, and vice versa.

    kind: "person" or "film", which of both the subject is.
    """
    category = almanac.categories[nomination.category_id]
    name = _THEN.get(nomination.official_name, category.name)
    people = names_of(nomination.nominees)
    if kind == "person":
        if category.honours == "film" and nomination.works:
            return f"{name} for {listed([work.title for work in nomination.works])}"
        rest = for_what(nomination, category)
        if category.honours == "song":
            return f"{name} for {subject(nomination, category)}{rest.split(' (')[0]}"
        return f"{name}{rest}"
    if nomination.country:
        return f"{name} ({nomination.country})"
    if category.honours == "film":
        return f"{name} ({listed(people)})" if 0 < len(people) < 5 else name
    by = f" by {listed(people)}" if category.honours == "song" and len(people) < 4 else ""
    return f"{name} ({subject(nomination, category)}{by})"


def tally(rows: Iterable[Nomination], almanac: Almanac) -> tuple[int, int, int]:
    """Return competitive wins, competitive nominations, and other awards among `rows`."""
    wins = tries = others = 0
    for row in rows:
        if almanac.categories[row.category_id].competitive:
            wins += row.won
            tries += row.counts
        else:
            others += row.won
    return wins, tries, others


def others_too(rows: Iterable[Nomination], almanac: Almanac) -> str:
    """Return ", plus Honorary Award (1990)" for the awards given without nominees."""
    given = [
        f"{almanac.categories[row.category_id].name} "
        f"({almanac.ceremonies[row.ceremony].held_on.year})"
        for row in rows
        if row.won and not almanac.categories[row.category_id].competitive
    ]
    return f", plus {listed(given)}" if given else ""
