"""Countries and the award for international films."""

from dataclasses import dataclass

from bot.ask import lexicon
from bot.ask.choose import film_meant
from bot.ask.frame import Frame
from bot.ask.kinds import moments
from bot.ask.kinds.awards import AwardsQuery
from bot.ask.query import Answer, Query, Scope
from bot.ask.say import at_night, in_list
from bot.ask.times import Period
from bot.cards import addresses
from bot.cards.card import Link
from bot.library import Shelf
from bot.store.almanac import Almanac
from bot.wording import counted, listed

AWARD = "international-feature"


@dataclass(frozen=True)
class CountryQuery:
    """A country's wins and nominations for International Feature."""

    name: str
    countries: tuple[str, ...]
    period: Period | None
    wins: bool
    verdict: bool
    pick: int

    def told(self, almanac: Almanac) -> str:
        """Return how the question was understood."""
        what = "wins" if self.wins else "nominations"
        return f"{what} of {self.name} for {almanac.categories[AWARD].name}"

    def answer(self, shelf: Shelf) -> Answer:
        """Count and list them."""
        almanac = shelf.almanac
        award = almanac.categories[AWARD].name
        every = Scope(categories=frozenset({AWARD}), countries=frozenset(self.countries)).select(
            almanac
        )
        rows = every
        if self.period is not None:
            rows = [r for r in every if r.ceremony in self.period.ceremonies]
            rows = rows or [r for r in every if r.ceremony in self.period.others]
        won = [row for row in rows if row.won]
        links = (Link("The category", addresses.category(AWARD)),)
        if not every:
            return Answer(
                f"No: no film entered by {self.name} was ever nominated for {award}.", links=links
            )
        chosen = won if self.wins else rows
        if self.pick and chosen:
            row = chosen[0] if self.pick > 0 else chosen[-1]
            word = "first" if self.pick > 0 else "latest"
            what = "win" if self.wins else "nomination"
            return Answer(
                f"{self.name}'s {word} {what} for {award}: {row.works[0].title}, "
                f"{at_night(almanac.ceremonies[row.ceremony])}.",
                links=links,
            )
        total = f"{counted(len(won), 'win')} from {counted(len(rows), 'nomination')}"
        if self.verdict:
            yes = bool(chosen)
            if not yes:
                return Answer(f"No: {self.name} has {total} for {award}.", links=links)
            titles = listed(
                [
                    f"{r.works[0].title} ({almanac.ceremonies[r.ceremony].held_on.year})"
                    for r in chosen[-6:]
                ]
            )
            verb = "won" if self.wins else "was nominated for"
            return Answer(
                f"Yes: {self.name} {verb} {award} with {titles}; in all {total}.", links=links
            )
        lines = tuple(
            f"{in_list(r, almanac, category=False)}{' (won)' if r.won else ''}"
            for r in (chosen if self.wins else rows)
        )
        start = f"{self.name} has {total} for {award}"
        if len(chosen) == 1:
            row = chosen[0]
            return Answer(
                f"{row.works[0].title} ({row.country}), "
                f"{at_night(almanac.ceremonies[row.ceremony])}: {total} for {award} in "
                "all.",
                links=links,
            )
        return Answer(f"{start}.", items=lines, links=links)


@dataclass(frozen=True)
class EntryQuery:
    """Which country entered a film."""

    film_id: str

    def told(self, almanac: Almanac) -> str:
        """Return how the question was understood."""
        return f"the country of {almanac.films[self.film_id].title}"

    def answer(self, shelf: Shelf) -> Answer:
        """Name the country, by the entry or by what is known of the film."""
        almanac = shelf.almanac
        title = almanac.films[self.film_id].title
        rows = [r for r in almanac.by_film.get(self.film_id, ()) if r.country]
        facts = almanac.facts.get(self.film_id)
        links = (Link(title, addresses.film(self.film_id)),)
        if rows:
            row = rows[0]
            fate = "and it won" if row.won else "and it was nominated for"
            name = almanac.categories[row.category_id].name
            night = at_night(almanac.ceremonies[row.ceremony])
            return Answer(f"{row.country} entered {title}, {fate} {name} {night}.", links=links)
        if facts and facts.countries:
            return Answer(
                f"{title} was made in {listed(facts.countries)}, released in {facts.release_year}.",
                links=links,
            )
        return Answer(f"The country of {title} is not on record here.", answered=False, links=links)


def parse(frame: Frame) -> Query | None:
    """Recognise a country with its films, or a film whose country is asked for."""
    asks_country = frame.says(
        r"(?:which|what) country|country (?:submitted|entered|is|was|did|of)|from "
        r"(?:which|what) country|where is <film> from|submitted|entry of|nationality|"
        r"whose entry"
    ) or ("country" in frame.texts and frame.first_named("film") is not None)
    film = frame.first_named("film")
    if asks_country and film is not None and not frame.has({"most"}):
        picked = film_meant(frame, film, Scope(categories=frozenset({AWARD})))
        ids = [
            i for i in picked.ids if any(r.country for r in frame.almanac.by_film.get(i, ()))
        ] or list(picked.ids)
        return EntryQuery(ids[0])
    mention = next((m for m in frame.mentions if m.sense("country")), None)
    if mention is None:
        asked = frame.has(lexicon.COUNTRY_NOUN) and frame.category_ids == (AWARD,)
        if (
            asked
            and frame.period is not None
            and not frame.mentions
            and not frame.has(lexicon.MOST)
        ):
            return AwardsQuery(
                frame.category_ids, frame.period, won=not frame.has(lexicon.NOMINATE)
            )
        return None
    country = mention.sense("country")
    assert country is not None
    award = AWARD in frame.category_ids or frame.says(
        r"foreign|international|entry|entries|submission"
    )
    other_things = [
        m
        for m in frame.mentions
        if m is not mention and m.senses[0].kind in ("film", "person", "song", "character")
    ]
    if other_things:
        return None
    if not award and frame.category_ids:
        return None
    if (
        not award
        and mention.senses[0].kind != "country"
        and mention.senses[0].score > country.score + 4
    ):
        return None
    if (
        not award
        and not frame.has(lexicon.FILM_NOUN, lexicon.COUNTRY_NOUN)
        and not frame.has(lexicon.WIN, lexicon.NOMINATE)
    ):
        return None
    name = (
        " ".join(w.typed for w in frame.words[mention.start : mention.end]).rstrip("'’s").strip()
        or "it"
    )
    name = next((n for n, c in frame.almanac.country_names if c and c in country.ids), name)
    nominated = frame.has(lexicon.NOMINATE) and not frame.has(lexicon.WIN)
    verdict = frame.texts[0] in ("has", "did", "have", "was", "is", "does") or frame.says(
        "ever won|has <country>"
    )
    if frame.says("how many|how often|which|what"):
        verdict = False
    pick = 1 if frame.says("first") else -1 if frame.says("last|latest|most recent") else 0
    won = Scope(categories=frozenset({AWARD}), countries=frozenset(country.ids), won=True)
    if pick > 0 and not won.select(frame.almanac):
        word = frame.words[mention.end - 1].text
        return moments.first_of(frame, word, name) or CountryQuery(
            name, country.ids, frame.period, not nominated, verdict, pick
        )
    return CountryQuery(name, country.ids, frame.period, not nominated, verdict, pick)
