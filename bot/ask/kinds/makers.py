"""Who made a film, and what is known of it: director, writers, cast, length, budget."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from bot.ask import lexicon
from bot.ask.choose import film_meant, which_one
from bot.ask.frame import Frame
from bot.ask.kinds.awards import winners_at
from bot.ask.query import Answer, Decline, Query, Scope
from bot.ask.say import at_night
from bot.cards import addresses
from bot.cards.card import Link
from bot.cards.credits import dated, names_of
from bot.library import Shelf
from bot.store.almanac import Almanac
from bot.wording import listed


class Job(Enum):
    """What somebody did for a film; the value is the verb of it."""

    DIRECTOR = "directed"
    WRITER = "wrote"
    COMPOSER = "composed the music of"
    CINEMATOGRAPHER = "shot"
    EDITOR = "edited"
    PRODUCER = "produced"
    CAST = "played in"


# The credit that a job has in the data, and the categories whose nominees did the same.
_CREDIT = {
    Job.DIRECTOR: ("Director", ("directing", "directing-comedy", "directing-dramatic")),
    Job.WRITER: ("Writer", ("original-screenplay", "adapted-screenplay", "original-story")),
    Job.COMPOSER: ("Composer", ("original-score", "song-or-adaptation-score")),
    Job.CINEMATOGRAPHER: (
        "Cinematographer",
        ("cinematography", "cinematography-color", "cinematography-black-and-white"),
    ),
    Job.EDITOR: ("Editor", ("film-editing",)),
    Job.PRODUCER: ("Producer", ("best-picture", "animated-feature", "documentary-feature")),
}


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
class MakerQuery:
    """Who did a job on films."""

    films: tuple[str, ...]
    job: Job

    def told(self, almanac: Almanac) -> str:
        """Return how the question was understood."""
        return f"who {self.job.value} {listed([almanac.films[i].title for i in self.films])}"

    def answer(self, shelf: Shelf) -> Answer:
        """Name them, by the credits or by the nominations."""
        lines: list[str] = []
        unknown: list[str] = []
        for film_id in self.films:
            line = self._line(shelf.almanac, film_id)
            (lines if line else unknown).append(line or shelf.catalogue.film_label(film_id))
        links = tuple(Link(shelf.almanac.films[i].title, addresses.film(i)) for i in self.films[:3])
        if not lines:
            return Answer(
                f"Who {self.job.value} {listed(unknown)} is not on record here: only its "
                "nominations are.",
                answered=False,
                links=links,
            )
        return Answer("\n".join(lines), links=links)

    def _line(self, almanac: Almanac, film_id: str) -> str:
        title = almanac.films[film_id].title
        ceremony = almanac.film_ceremony(film_id)
        when = f" ({dated(ceremony)})" if ceremony else ""
        credits = almanac.credits_by_film.get(film_id, ())
        if self.job is Job.CAST:
            cast = [
                f"{c.name} as {c.role}" if c.role else c.name for c in credits if c.part == "cast"
            ]
            if cast:
                return f"The cast of {title}{when}: {listed(cast[:8])}."
            played = [
                r for r in almanac.by_film.get(film_id, ()) if any(w.character for w in r.works)
            ]
            names = [f"{r.nominees[0].name} as {r.works[0].character}" for r in played]
            return (
                f"Nominated for {title}{when}: {listed(names)}; the full cast is not on record."
                if names
                else ""
            )
        credit, categories = _CREDIT[self.job]
        people = list(dict.fromkeys(c.name for c in credits if c.role == credit))
        if not people:
            rows = [r for r in almanac.by_film.get(film_id, ()) if r.category_id in categories]
            people = list(dict.fromkeys(name for r in rows for name in names_of(r.nominees)))
        won = _prize(almanac, film_id, categories)
        return f"{listed(people)} {self.job.value} {title}{when}{won}." if people else ""


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


def parse(frame: Frame) -> Query | None:
    """Recognise a film whose makers or facts are asked for."""
    if (
        frame.category_ids
        and frame.says(r"longest|shortest")
        and frame.has(lexicon.FILM_NOUN, lexicon.WIN, {"winner"})
        and not frame.says("speech|performance|name|title")
    ):
        name = frame.almanac.categories[frame.category_ids[0]].name
        return ExtremeQuery(frame.scope_ids, name, bool(frame.says("longest")))
    job, detail = _job(frame), _detail(frame)
    if job is None and detail is None:
        return None
    films = _films(frame)
    if isinstance(films, Decline):
        return films
    if not films:
        return None
    if detail is not None:
        return DetailQuery(films[0], detail)
    assert job is not None
    return MakerQuery(tuple(films), job)


def _job(frame: Frame) -> Job | None:
    if frame.has(
        lexicon.WIN - {"took", "take", "taken", "picked", "brought"}, lexicon.NOMINATE
    ) and not frame.says(
        r"who (?:directed|wrote|produced|composed|edited|shot)|director of|directed by|"
        r"cast of|who (?:was|is) the (?:director|writer|composer|producer|editor|"
        r"cinematographer)|who are (?:the )?producers"
    ):
        return None
    for job, pattern in (
        (
            Job.DIRECTOR,
            (
                r"directed|director of|helmed|who(?: is| was)? (?:the )?director|"
                r"directs|<film> director\b"
            ),
        ),
        (
            Job.WRITER,
            (
                r"who wrote|written by|writer of|writers of|screenwriter|wrote "
                r"(?:the (?:screenplay|script)|<film>)|who penned|<film> "
                r"(?:screen)?writers?\b"
            ),
        ),
        (
            Job.COMPOSER,
            (
                r"composed|composer of|who (?:scored|did the (?:music|score))|"
                r"score of|music (?:of|for) <film>|<film> composer|who wrote the "
                r"(?:music|score)"
            ),
        ),
        (
            Job.CINEMATOGRAPHER,
            (
                r"cinematographer|who (?:shot|filmed|lensed|photographed)|"
                r"director of photography|dp of"
            ),
        ),
        (Job.EDITOR, r"who (?:edited|cut)|editor of|edited by|<film> editor"),
        (
            Job.PRODUCER,
            (
                r"who produced|produced by|producers? of|producers? (?:were|was|"
                r"are)|who (?:are|were|is) (?:the )?producers?"
            ),
        ),
        (
            Job.CAST,
            (
                r"cast of|who (?:starred|stars|acted|acts|is|was|appeared|played) in "
                r"<film>|starred in|actors (?:in|of)|<film> cast|who is in <film>|who "
                r"was in <film>|stars of"
            ),
        ),
    ):
        if frame.says(pattern):
            return job
    return None


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
        (Detail.BUDGET, r"budget|cost (?:of|to make)|how much (?:did|was|money)|expensive|cost"),
        (
            Detail.CREW,
            (
                r"crew (?:members|size|of)|how (?:big|large|many) (?:\w+ ){0,3}crew|"
                r"how many (?:people|crew)(?: members)?(?: worked)?"
            ),
        ),
        (Detail.PLACE, r"where (?:was|were|is|did)|filmed|shot in|location"),
        (
            Detail.LANGUAGE,
            (
                r"(?:what|which|main|primary|original|spoken) languages?|"
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


def _films(frame: Frame) -> list[str] | Decline:
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


def _prize(almanac: Almanac, film_id: str, categories: Sequence[str]) -> str:
    rows = [r for r in almanac.by_film.get(film_id, ()) if r.category_id in categories and r.counts]
    won = [r for r in rows if r.won]
    if not rows:
        return ""
    name = almanac.categories[(won or rows)[0].category_id].name
    return f", and won {name} for it" if won else f", and was nominated for {name}"
