"""Countries and the award for international films."""

from dataclasses import dataclass

from bot.ask import lexicon
from bot.ask.categories import OCCUPATIONS
from bot.ask.choose import film_meant
from bot.ask.frame import Frame
from bot.ask.kinds import moments
from bot.ask.kinds.award_query import AwardsQuery, at_ceremony
from bot.ask.query import Answer, Decline, Query, Scope
from bot.ask.say import at_night, in_list
from bot.ask.senses import Mention, Sense
from bot.ask.times import Period
from bot.cards import addresses
from bot.cards.card import Link
from bot.library import Shelf
from bot.models import Nomination
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
    film = frame.first_named("film")
    if film is not None and _asks_country(frame) and not frame.has({"most"}):
        picked = film_meant(frame, film, Scope(categories=frozenset({AWARD})))
        ids = [
            i for i in picked.ids if any(r.country for r in frame.almanac.by_film.get(i, ()))
        ] or list(picked.ids)
        return EntryQuery(ids[0])
    if frame.category_ids == (AWARD,) and frame.first_named("person") and len(frame.mentions) == 1:
        return _by_maker(frame)
    mention = next((m for m in frame.mentions if m.sense("country")), None)
    if mention is not None and _tells_origin(frame, mention):
        return Decline(
            "Where people come from is not on record here, only which country entered a film for "
            f"{frame.almanac.categories[AWARD].name}.",
            understood="winners by where they come from",
        )
    return _of_nobody(frame) if mention is None else _of_country(frame, mention)


def _tells_origin(frame: Frame, mention: Mention) -> bool:
    """Whether a country only tells where a winner comes from: "best actor from Australia"."""
    before = frame.texts[mention.start - 1] if mention.start else ""
    people = frame.has(lexicon.PERSON_NOUN, lexicon.WIN, frozenset(OCCUPATIONS))
    others = set(frame.category_ids) - {AWARD}
    return before == "from" and bool(others) and people and len(frame.mentions) == 1


def _asks_country(frame: Frame) -> bool:
    return "country" in frame.free_set or frame.says(
        r"(?:which|what) (?:nation|country)s?\b|"
        r"from (?:which|what) country|where is <film> from|submitted|entry of|nationality|"
        r"whose entry"
    )


def _of_nobody(frame: Frame) -> Query | None:
    """Recognise "which country won in 2010"."""
    asked = frame.has(lexicon.COUNTRY_NOUN) and frame.category_ids == (AWARD,)
    if not asked or frame.period is None or frame.mentions or frame.has(lexicon.MOST):
        return None
    return AwardsQuery(frame.category_ids, frame.period, won=not frame.has(lexicon.NOMINATE))


def _of_country(frame: Frame, mention: Mention) -> Query | None:
    """Recognise what the films of a country won or were nominated for."""
    country = mention.sense("country")
    assert country is not None
    if frame.says(r"honorary|special (?:award|oscar|one)"):
        return Decline(
            "The honorary awards to foreign films, up to the 28th ceremony, name no country here; "
            "the competition since the 29th does.",
            understood="honorary awards by country",
        )
    award = AWARD in frame.category_ids or frame.says(
        r"foreign|international|entry|entries|submission"
    )
    if not award and not _is_of_films(frame, mention, country):
        return None
    others = [m.senses[0] for m in frame.mentions if m is not mention]
    # Somebody is named besides: "Kurosawa made a winner for the Soviet Union".
    maker = all(sense.kind == "person" for sense in others) and frame.period is not None
    if not maker and any(sense.kind in _OTHER for sense in others):
        return None
    every = Scope(categories=frozenset({AWARD}), countries=frozenset(country.ids))
    name = _name(frame, mention, country)
    if not award and not _has_entry(frame, every):
        return Decline(
            f"{name} had no nomination for {frame.almanac.categories[AWARD].name} then, and where "
            "other films were made is not on record.",
            understood=f"films of {name}",
        )
    query = CountryQuery(
        name,
        country.ids,
        frame.period,
        wins=frame.has(lexicon.WIN) or not frame.has(lexicon.NOMINATE),
        verdict=_is_verdict(frame),
        pick=1 if frame.says("first") else -1 if frame.says(r"last\b|latest|most recent") else 0,
    )
    if query.pick > 0 and not every.with_(won=True).select(frame.almanac):
        return moments.first_of(frame, frame.words[mention.end - 1].text, name) or query
    return query


_OTHER = {"film", "person", "song", "character"}


def _is_of_films(frame: Frame, mention: Mention, country: Sense) -> bool:
    """Whether a country stands for its films where the award is not named."""
    best = mention.senses[0]
    return (
        not frame.category_ids
        and (best.kind == "country" or best.score <= country.score + 4)
        and frame.has(lexicon.FILM_NOUN, lexicon.COUNTRY_NOUN, lexicon.WIN, lexicon.NOMINATE)
    )


def _name(frame: Frame, mention: Mention, country: Sense) -> str:
    """Return what the country is called in the record, else as it was typed."""
    typed = " ".join(w.typed for w in frame.words[mention.start : mention.end]).rstrip("'’s")
    names = (name for name, known in frame.almanac.country_names if known and known in country.ids)
    return next(names, typed.strip() or "it")


def _is_verdict(frame: Frame) -> bool:
    if frame.says("how many|how often|which|what"):
        return False
    opening = frame.texts[0] in ("has", "did", "have", "was", "is", "does")
    return opening or frame.says("ever won|has <country>")


def _has_entry(frame: Frame, scope: Scope) -> bool:
    """Whether the country was nominated in the time named; else its films may be meant at large."""
    if frame.period is None:
        return True
    nights = frozenset((*frame.period.ceremonies, *frame.period.others))
    return bool(scope.with_(ceremonies=nights).select(frame.almanac))


def _by_maker(frame: Frame) -> Query | None:
    """Decline whose films were entered: the record names countries, and makers only by chance."""
    person = frame.first_named("person")
    assert person is not None
    almanac = frame.almanac
    if any(row.category_id == AWARD for i in person.ids for row in almanac.by_person.get(i, ())):
        return None
    films = {
        i
        for p in person.ids
        for rows in (almanac.by_person.get(p, ()), almanac.credits_by_person.get(p, ()))
        for row in rows
        for i in (row.film_ids if isinstance(row, Nomination) else (row.film_id,))
    }
    entered = Scope(frozenset({AWARD}), films=frozenset(films), won=True).select(almanac)
    if frame.period is not None:
        nights = {*frame.period.ceremonies, *frame.period.others}
        entered = [row for row in entered if row.ceremony in nights]
        if len(entered) == 1:
            return AwardsQuery((AWARD,), at_ceremony(entered[0].ceremony, almanac), won=True)
    name = almanac.people[person.ids[0]].name if len(person.ids) == 1 else "that name"
    award = almanac.categories[AWARD].name
    return Decline(
        f"{award} is given to countries, so the record does not tell which of its films were made "
        f"by {name}.",
        understood=f"{award} for films of {name}",
    )
