"""Who made a film: director, writers, composer, designers, cast."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from bot.ask import lexicon
from bot.ask.frame import Frame
from bot.ask.kinds.film_facts import films_meant
from bot.ask.query import Answer, Decline, Query
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
    DESIGNER = "designed the sets of"
    COSTUMES = "designed the costumes of"
    MAKEUP = "did the makeup of"
    EFFECTS = "did the visual effects of"
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
    Job.DESIGNER: (
        "Production Designer",
        ("production-design", "production-design-color", "production-design-black-and-white"),
    ),
    Job.COSTUMES: (
        "Costume Designer",
        ("costume-design", "costume-design-color", "costume-design-black-and-white"),
    ),
    Job.MAKEUP: ("Makeup Artist", ("makeup-and-hairstyling",)),
    Job.EFFECTS: (
        "Visual Effects",
        ("visual-effects", "special-achievement-visual-effects"),
    ),
    Job.PRODUCER: ("Producer", ("best-picture", "animated-feature", "documentary-feature")),
}


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
        won = _prize(almanac, film_id, categories, "was" if len(people) == 1 else "were")
        return f"{listed(people)} {self.job.value} {title}{when}{won}." if people else ""


def parse(frame: Frame) -> Query | None:
    """Recognise a film whose makers are asked for."""
    job = _job(frame)
    if job is None:
        return None
    films = films_meant(frame)
    if isinstance(films, Decline):
        return films
    return MakerQuery(tuple(films), job) if films else None


def _job(frame: Frame) -> Job | None:
    if frame.says(r"who (?:was|is|were|are) (?:the )?<category> (?:of|for|on) <film>"):
        return next(
            (job for job, (_, ids) in _CREDIT.items() if frame.category_ids[0] in ids), None
        )
    if frame.has(
        lexicon.WIN - {"took", "take", "taken", "picked", "brought", "scored"}, lexicon.NOMINATE
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
                r"who wrote|written by|writer of|script of|script by|writers of|screenwriter|wrote "
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
        (
            Job.DESIGNER,
            (
                r"who (?:was|is) (?:the )?(?:production designer|art director)|"
                r"who (?:designed|did) the (?:sets?|production)"
            ),
        ),
        (
            Job.COSTUMES,
            (
                r"who (?:was|is) (?:the )?costume designer|"
                r"who (?:designed|did|made) the (?:costumes?|clothes|dresses|frocks|outfits|"
                r"wardrobe)"
            ),
        ),
        (Job.MAKEUP, r"who did the (?:make ?up|hair)|who (?:was|is) (?:the )?makeup artist"),
        (Job.EFFECTS, r"who (?:did|made) the (?:visual |special )?effects"),
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


def _prize(almanac: Almanac, film_id: str, categories: Sequence[str], verb: str) -> str:
    rows = [r for r in almanac.by_film.get(film_id, ()) if r.category_id in categories and r.counts]
    won = [r for r in rows if r.won]
    if not rows:
        return ""
    name = almanac.categories[(won or rows)[0].category_id].name
    return f", and won {name} for it" if won else f", and {verb} nominated for {name}"
