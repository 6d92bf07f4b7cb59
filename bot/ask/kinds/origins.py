"""Winners by where, or in which language, they were made: "which British films won ..."."""

from dataclasses import dataclass

from bot.ask import lexicon
from bot.ask.frame import Frame
from bot.ask.query import Answer, Query, Scope
from bot.ask.say import at_night, numbered
from bot.ask.times import Period
from bot.cards import addresses
from bot.cards.card import Link
from bot.library import Shelf
from bot.models import FilmFacts, Nomination
from bot.store.almanac import Almanac
from bot.wording import counted

_OF_FILMS = r"films?|movies?|pictures?|<country> <category>|<category> winners?"
_NOT_ENGLISH = (
    r"non english|(?:not|other than)(?: \w+){0,2} english|foreign language|foreign|"
    r"(?:another|other) language|subtitled"
)
ENGLISH = "English"


@dataclass(frozen=True)
class OriginQuery:
    """Films that won a category, of some countries, or in another language than English.

    countries: as the record names them; none for the language. called: what they are called.
    """

    category: str
    countries: tuple[str, ...]
    called: str
    period: Period | None
    verdict: bool
    pick: int

    def told(self, almanac: Almanac) -> str:
        """Return how the question was understood."""
        return f"winners of {almanac.categories[self.category].name} {self.called}"

    def answer(self, shelf: Shelf) -> Answer:
        """Name them, by what is known of each winner."""
        almanac = shelf.almanac
        name = almanac.categories[self.category].name
        rows = [
            row
            for row in _winners(almanac, self.category)
            if self._holds(almanac.facts[row.film_ids[0]])
            and (self.period is None or row.ceremony in self.period.ceremonies)
        ]
        links = (Link("The category", addresses.category(self.category)),)
        if not rows:
            start = "No: no" if self.verdict else "No"
            return Answer(f"{start} winner of {name} was {self.called}.", links=links)
        start = "Yes: " if self.verdict else ""
        if self.pick or len(rows) == 1:
            row = rows[-1] if self.pick < 0 else rows[0]
            which = {1: "first", -1: "latest"}.get(self.pick, "only")
            night = at_night(almanac.ceremonies[row.ceremony])
            title = row.works[0].title
            return Answer(
                f"{start}{title} is the {which} winner of {name} {self.called}, {night}.",
                links=links,
            )
        count = counted(len(rows), f"winner of {name} was", f"winners of {name} were")
        items = tuple(
            f"{numbered(almanac.ceremonies[row.ceremony])}: {row.works[0].title}" for row in rows
        )
        return Answer(f"{start}{count} {self.called}:", items=items, links=links)

    def _holds(self, facts: FilmFacts) -> bool:
        if self.countries:
            return not set(self.countries).isdisjoint(facts.countries)
        return facts.languages[0] != ENGLISH


def _winners(almanac: Almanac, category: str) -> list[Nomination]:
    rows = Scope(categories=frozenset({category}), won=True).select(almanac)
    return [row for row in rows if row.film_ids]


def _with_article(country: str) -> str:
    return f"the {country}" if country.startswith("United ") else country


def parse(frame: Frame) -> Query | None:
    """Recognise a country or a language beside one award, all of whose winners are known."""
    almanac = frame.almanac
    if len(frame.category_ids) != 1 or frame.first_named("film", "person", "song", "character"):
        return None
    category = frame.category_ids[0]
    country = frame.first_named("country")
    foreign = country is None and frame.says(_NOT_ENGLISH)
    if (
        not (country or foreign)
        or frame.has(lexicon.NOMINATE)
        or not frame.says(_OF_FILMS)
        or frame.settled
    ):
        return None
    winners = _winners(almanac, category)
    known = (almanac.facts.get(row.film_ids[0]) for row in winners)
    if not all(facts and facts.countries and facts.languages for facts in known):
        return None
    pick = 1 if frame.says("first") else -1 if frame.says(r"last\b|latest|most recent") else 0
    countries = country.ids if country else ()
    called = (
        f"made in or with {_with_article(countries[0])}"
        if country
        else "in another language than English"
    )
    verdict = frame.verb_first or frame.says("ever won")
    return OriginQuery(category, countries, called, frame.period, verdict, pick)
