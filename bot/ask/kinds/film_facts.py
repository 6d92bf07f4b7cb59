"""What is known of a film besides its awards: length, budget, languages, countries."""

import re
from dataclasses import dataclass
from enum import Enum

from bot.ask import lexicon
from bot.ask.choose import film_meant, which_one
from bot.ask.frame import Frame
from bot.ask.kinds.award_query import winners_at
from bot.ask.query import Answer, Decline, Query, Scope
from bot.ask.say import at_night
from bot.cards import addresses
from bot.cards.card import Link
from bot.cards.credits import dated
from bot.library import Shelf
from bot.store.almanac import Almanac
from bot.wording import counted, listed


class Detail(Enum):
    """What is asked of a film besides its makers."""

    RUNTIME = "how long it is"
    BUDGET = "its budget"
    LANGUAGE = "its language"
    COUNTRY = "its country"
    RELEASE = "its year of release"
    CREW = "the size of its crew"
    PLACE = "where it was shot"


@dataclass(frozen=True)
class DetailQuery:
    """A fact of a film, where the data has it."""

    film_id: str
    detail: Detail

    def told(self, almanac: Almanac) -> str:
        """Return how the question was understood."""
        return f"{almanac.films[self.film_id].title}: {self.detail.value}"

    def answer(self, shelf: Shelf) -> Answer:
        """Tell the fact."""
        almanac = shelf.almanac
        title = almanac.films[self.film_id].title
        facts = almanac.facts.get(self.film_id)
        ceremony = almanac.film_ceremony(self.film_id)
        links = (Link(title, addresses.film(self.film_id)),)
        told = None
        if facts is not None:
            told = {
                Detail.RUNTIME: f"is {facts.runtime_minutes} minutes long"
                if facts.runtime_minutes
                else None,
                Detail.BUDGET: f"had a budget of {facts.budget_usd / 1e6:g} million US dollars"
                if facts.budget_usd
                else None,
                Detail.LANGUAGE: f"is in {listed(facts.languages)}" if facts.languages else None,
                Detail.COUNTRY: f"was made in {listed(facts.countries)}"
                if facts.countries
                else None,
                Detail.RELEASE: f"was released in {facts.release_year}",
                Detail.CREW: f"was made by a crew of about {facts.crew_size}"
                if facts.crew_size
                else None,
                Detail.PLACE: f"was shot in {facts.filmed_in}" if facts.filmed_in else None,
            }[self.detail]
        if told is None and self.detail is Detail.RELEASE and ceremony:
            return Answer(f"{title} was honoured {at_night(ceremony)}.", links=links)
        if told is None:
            return Answer(
                f"For {title}, {self.detail.value} is not on record here.", False, links=links
            )
        when = f" ({dated(ceremony)})" if ceremony else ""
        return Answer(f"{title}{when} {told}.", links=links)


@dataclass(frozen=True)
class ExtremeQuery:
    """The longest or the shortest film that won a category."""

    categories: frozenset[str]
    name: str
    longest: bool

    def told(self, almanac: Almanac) -> str:  # noqa: ARG002  (every query can be told)
        """Return how the question was understood."""
        return f"the {'longest' if self.longest else 'shortest'} winner of {self.name}"

    def answer(self, shelf: Shelf) -> Answer:
        """Name it."""
        almanac = shelf.almanac
        rows = Scope(categories=self.categories, won=True).select(almanac)
        known = [
            (facts.runtime_minutes, row)
            for row in rows
            for i in row.film_ids
            if (facts := almanac.facts.get(i)) and facts.runtime_minutes
        ]
        if not known or len(known) < len(rows) * 0.9:
            return Answer(
                f"The lengths of the winners of {self.name} are not on record here.", False
            )
        minutes, row = (max if self.longest else min)(known, key=lambda pair: pair[0])
        word = "longest" if self.longest else "shortest"
        return Answer(
            f"{row.works[0].title} is the {word} winner of {self.name}, {minutes} minutes, "
            f"{at_night(almanac.ceremonies[row.ceremony])}."
        )


@dataclass(frozen=True)
class LengthQuery:
    """Whether a film is longer, or shorter, than some minutes."""

    film_id: str
    minutes: int
    longer: bool

    def told(self, almanac: Almanac) -> str:
        """Return how the question was understood."""
        word = "longer" if self.longer else "shorter"
        title = almanac.films[self.film_id].title
        return f"whether {title} is {word} than {counted(self.minutes, 'minute')}"

    def answer(self, shelf: Shelf) -> Answer:
        """Tell its length."""
        title = shelf.almanac.films[self.film_id].title
        facts = shelf.almanac.facts.get(self.film_id)
        if facts is None or not facts.runtime_minutes:
            return Answer(f"How long {title} is, is not on record here.", False)
        length = facts.runtime_minutes
        holds = length > self.minutes if self.longer else length < self.minutes
        start = "Yes" if holds else "No"
        link = Link(title, addresses.film(self.film_id))
        return Answer(f"{start}: {title} is {length} minutes long.", links=(link,))


@dataclass(frozen=True)
class ComparedQuery:
    """Which of two films is longer, or cost more."""

    films: tuple[str, str]
    detail: Detail
    verdict: bool

    def told(self, almanac: Almanac) -> str:
        """Return how the question was understood."""
        titles = listed([almanac.films[i].title for i in self.films], "or")
        return f"{'longer' if self.detail is Detail.RUNTIME else 'dearer'}: {titles}"

    def answer(self, shelf: Shelf) -> Answer:
        """Compare the two."""
        almanac = shelf.almanac
        known = [(self._amount(almanac, i), almanac.films[i].title) for i in self.films]
        unknown = [title for amount, title in known if not amount]
        if unknown:
            return Answer(f"For {listed(unknown)}, {self.detail.value} is not on record.", False)
        (more, first), (less, second) = sorted(known, reverse=True)
        told = [f"{title} {self._told(amount)}" for amount, title in known]
        if more == less:
            return Answer(f"Neither: {first} and {second} both {self._told(more)}.")
        start = ("Yes: " if known[0][1] == first else "No: ") if self.verdict else ""
        word = "longer" if self.detail is Detail.RUNTIME else "dearer"
        by = (
            counted(more - less, "minute")
            if self.detail is Detail.RUNTIME
            else f"{(more - less) / 1e6:g} million US dollars"
        )
        return Answer(f"{start}{first} is {word}, by {by}: {listed(told)}.")

    def _amount(self, almanac: Almanac, film_id: str) -> int:
        facts = almanac.facts.get(film_id)
        if facts is None:
            return 0
        return (facts.runtime_minutes if self.detail is Detail.RUNTIME else facts.budget_usd) or 0

    def _told(self, amount: int) -> str:
        if self.detail is Detail.RUNTIME:
            return f"is {amount} minutes long"
        return f"cost {amount / 1e6:g} million US dollars"


def parse(frame: Frame) -> Query | None:
    """Recognise a film a fact of which is asked for."""
    if (
        frame.category_ids
        and frame.says(r"longest|shortest")
        and frame.has(lexicon.FILM_NOUN, lexicon.WIN, {"winner"})
        and not frame.says("speech|performance|name|title")
    ):
        name = frame.almanac.categories[frame.category_ids[0]].name
        return ExtremeQuery(frame.scope_ids, name, bool(frame.says("longest")))
    compared = _compared(frame)
    if compared is not None:
        return compared
    if frame.category_ids and frame.says(r"(?:film|films|movie|movies) released"):
        return None
    detail = _detail(frame) if not frame.says(r"(?:cost|costs|longer) (?:more )?.* or ") else None
    films = films_meant(frame) if detail is not None else []
    if isinstance(films, Decline):
        return films
    return DetailQuery(films[0], detail) if films and detail is not None else None


def _compared(frame: Frame) -> Query | None:
    """Recognise a length that is compared, with a number or with another film's, or two costs."""
    films = [film_meant(frame, sense, Scope()).id for sense in frame.named_things("film")]
    found = [film_id for film_id in films if film_id is not None]
    longer = frame.says(r"longer|shorter|runs? (?:for )?(?:more|less|over|under)")
    if len(found) == 1 and longer:
        minutes = _minutes(frame.text)
        word = not frame.says("shorter|runs? (?:for )?(?:less|under)")
        return LengthQuery(found[0], minutes, word) if minutes else None
    if len(found) != 2 or frame.has(lexicon.WIN, lexicon.NOMINATE):
        return None
    pair = (found[0], found[1])
    if longer:
        return ComparedQuery(pair, Detail.RUNTIME, verdict=frame.verb_first)
    if frame.says(r"(?:bigger|larger|higher|smaller) budget|costs? (?:\w+ )?more|more expensive"):
        return ComparedQuery(pair, Detail.BUDGET, verdict=frame.verb_first)
    return None


def _minutes(text: str) -> int:
    """Return the length that a text names, in minutes; 0 where it names none."""
    found = re.search(r"(\w+)( and a half)? (hours?|hrs?|minutes?|mins?)", text)
    if not found:
        return 0
    word = "1" if found[1] in ("an", "a") else found[1]
    number = int(word) if word.isdigit() else lexicon.NUMBERS.get(word, 0)
    half = 30 if found[2] else 0
    return number * 60 + half if found[3].startswith("h") else number


def _detail(frame: Frame) -> Detail | None:
    if frame.has(lexicon.WIN - {"took", "take", "taken", "get", "got"}, lexicon.NOMINATE):
        return None
    for detail, pattern in (
        (
            Detail.RUNTIME,
            (
                r"how long (?:is|was)|runtime|running time|length of|how many "
                r"minutes|long is <film>"
            ),
        ),
        (
            Detail.BUDGET,
            (
                r"budget|cost (?:of|to make)|how much (?:did|was|money)|"
                r"expensive|how cheap|cost"
            ),
        ),
        (
            Detail.CREW,
            (
                r"crew (?:members|size|of)|how (?:big|large|many) (?:\w+ ){0,3}crew|"
                r"how many (?:people|crew)(?: members)?(?: worked)?"
            ),
        ),
        (Detail.PLACE, r"where (?:was|were|is|did)|filmed|shot in|location"),
        (
            Detail.COUNTRY,
            r"(?:which|what|the)? ?countries (?:that |which )?(?:produced|made|co|is|was|of|did)",
        ),
        (
            Detail.LANGUAGE,
            (
                r"(?:what|which|main|primary|original|spoken|native) (?:\w+ )?languages?|"
                r"languages? (?:is|was|of|spoken|are)|languages"
            ),
        ),
        (
            Detail.RELEASE,
            (
                r"when (?:was|did) <film> (?:released|come|came|made)|(?:what|"
                r"which) year (?:was|did) <film> (?:released|come|made|come out)|"
                r"release (?:year|date)|released"
            ),
        ),
    ):
        if frame.says(pattern):
            return detail
    return None


def films_meant(frame: Frame) -> list[str] | Decline:
    """Return the films meant: named, or as the winners of a category on a night."""
    sense = frame.first_named("film")
    if sense is not None:
        picked = film_meant(frame, sense, Scope())
        if picked.id is None and len(picked.ids) > 4:
            return which_one(frame, sense, picked.ids)
        return list(picked.ids)
    if frame.category_ids and frame.period is not None and not frame.period.is_span:
        rows = winners_at(frame)
        return [i for row in rows for i in row.film_ids]
    weak = next((m.sense("film") for m in frame.weak if m.sense("film")), None)
    return list(film_meant(frame, weak, Scope()).ids[:2]) if weak else []
