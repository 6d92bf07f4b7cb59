"""Who made a film: director, writers, composer, designers, cast."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from bot.ask import lexicon
from bot.ask.choose import film_meant
from bot.ask.frame import Frame
from bot.ask.kinds.film_facts import films_meant
from bot.ask.query import Answer, Decline, Query, Scope
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
    SOUND = "did the sound of"
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
    Job.SOUND: ("Sound", ("sound", "sound-recording", "sound-editing")),
    Job.PRODUCER: ("Producer", ("best-picture", "animated-feature", "documentary-feature")),
}


@dataclass(frozen=True)
class MakerQuery:
    """Who did a job on films. awards: what the films are said to have won.

    prize: whether it is asked too if they won for it.
    """

    films: tuple[str, ...]
    job: Job
    awards: frozenset[str] = frozenset()
    prize: bool = False

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
        missing = f"Who {self.job.value} {listed(unknown)} is not on record here."
        notes = (*self._unwon(shelf.almanac), *((missing,) if unknown else ()))
        return Answer("\n".join(lines), notes=notes, links=links)

    def _unwon(self, almanac: Almanac) -> list[str]:
        """Return which film did not win what it is said to have won."""
        if not self.awards:
            return []
        lost = [
            almanac.films[film_id].title
            for film_id in self.films
            if not Scope(self.awards, films=frozenset((film_id,)), won=True).select(almanac)
        ]
        names = listed([almanac.categories[i].name for i in sorted(self.awards)], "or")
        return [f"{title} did not win {names}." for title in lost]

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
        categories = _CREDIT[self.job][1]
        people = made_by(almanac, film_id, self.job)
        won = _prize(almanac, film_id, categories, "was" if len(people) == 1 else "were")
        if self.prize and not won:
            won = ", and was not nominated for it"
        return f"{listed(people)} {self.job.value} {title}{when}{won}." if people else ""


@dataclass(frozen=True)
class MakersQuery:
    """Who did several jobs on films, a query each."""

    each: tuple[MakerQuery, ...]

    def told(self, almanac: Almanac) -> str:
        """Return how the question was understood."""
        return "; ".join(query.told(almanac) for query in self.each)

    def answer(self, shelf: Shelf) -> Answer:
        """Name them, a line for each job."""
        answers = [query.answer(shelf) for query in self.each]
        return Answer(
            "\n".join(answer.line for answer in answers),
            any(answer.answered for answer in answers),
            links=answers[0].links,
        )


def made_by(almanac: Almanac, film_id: str, job: Job) -> list[str]:
    """Return who did a job for a film, by its credits or else by its nominations."""
    credit, categories = _CREDIT.get(job, ("", ()))
    credits = almanac.credits_by_film.get(film_id, ())
    people = list(dict.fromkeys(c.name for c in credits if c.role == credit))
    if not people:
        rows = [r for r in almanac.by_film.get(film_id, ()) if r.category_id in categories]
        people = list(dict.fromkeys(name for r in rows for name in names_of(r.nominees)))
    return people


def parse(frame: Frame) -> Query | None:
    """Recognise a film whose makers are asked for."""
    jobs = _jobs(frame)
    if not jobs:
        return None
    films = _several(frame) or films_meant(frame)
    if isinstance(films, Decline):
        return films
    said = frame.says(r"<category> (?:winner|winning|oscar winner)|to (?:its|an?) <category>")
    awards = frozenset(frame.category_ids) if said else frozenset[str]()
    asked = frame.says(r"(?:and )?did (?:he|she|they) (?:\w+ )?(?:win|get)\b")
    queries = tuple(MakerQuery(_on_record(frame, films, job), job, awards, asked) for job in jobs)
    if not films:
        return None
    return queries[0] if len(queries) == 1 else MakersQuery(queries)


def _several(frame: Frame) -> list[str]:
    """Return two films or more that "and" joins, if it is clear which they are."""
    joined = {at + step for at, text in enumerate(frame.texts) if text == "and" for step in (0, 1)}
    named = [
        (mention.start, sense)
        for mention in (*frame.mentions, *frame.weak)
        if (sense := mention.sense("film")) and {mention.start, mention.end} & joined
    ]
    named.sort(key=lambda pair: pair[0])
    meant = [film_meant(frame, sense, Scope()).id for _, sense in named]
    films = list(dict.fromkeys(id_ for id_ in meant if id_ is not None))
    return films if len(films) > 1 and None not in meant else []


def _on_record(frame: Frame, films: Sequence[str], job: Job) -> tuple[str, ...]:
    """Return the films, or those of the same title whose makers are known if theirs are not."""
    sense = frame.first_named("film")
    if (
        sense is None
        or len(films) > 1
        or frame.times
        or any(made_by(frame.almanac, i, job) for i in films)
    ):
        return tuple(films)
    others = tuple(i for i in sense.ids if made_by(frame.almanac, i, job))
    return others or tuple(films)


_WHO_DID_BOTH = re.compile(
    r"\band (directed|produced|edited|cut|shot|filmed|wrote|penned|composed|scored)\b"
)
_ONE_AND_ANOTHER = re.compile(
    r"\b(director|writer|screenwriter|composer|cinematographer|editor|producer|cast) and (?:the )?"
    r"(director|writer|screenwriter|composer|cinematographer|editor|producer|cast) (of|for)\b"
)
_AND = r"and |who (?:\w+ ){1,6}who "
_SOUND = r"who (?:did|made|mixed) the sound|sound (?:people|team|guys|crew|mixers|designers)"


_ASKED: tuple[tuple[Job, str], ...] = (
    (
        Job.DIRECTOR,
        (
            r"directed|director of|helmed|who(?: is| was)? (?:the )?director|"
            r"directs|<film> director\b"
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
        Job.WRITER,
        (
            r"who wrote|written by|writer of|script of|script by|writers of|screenwriter|wrote "
            r"(?:the (?:screenplay|script)|<film>)|who penned|<film> "
            r"(?:screen)?writers?\b"
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
    (Job.SOUND, _SOUND),
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
)
"""How each job is asked for, the more particular first."""


def _jobs(frame: Frame) -> list[Job]:
    """Return the jobs asked for: several of "who wrote and who directed it"."""
    if frame.says(
        r"who (?:was|is|were|are|did|made|designed) (?:the )?<category> (?:of|for|on|in) <film>"
    ):
        return [job for job, (_, ids) in _CREDIT.items() if frame.category_ids[0] in ids][:1]
    if frame.has(
        lexicon.WIN - {"took", "take", "taken", "picked", "brought", "scored"}, lexicon.NOMINATE
    ) and not frame.says(
        r"who (?:directed|wrote|produced|composed|edited|shot)|director of|directed by|"
        r"cast of|who (?:was|is) the (?:director|writer|composer|producer|editor|"
        rf"cinematographer)|who are (?:the )?producers|{_SOUND}"
    ):
        return []
    found: dict[int, Job] = {}
    text = _WHO_DID_BOTH.sub(r"and who \1", frame.free_text)
    text = _ONE_AND_ANOTHER.sub(r"\1 \3 <film> and \2 \3", text)
    for job, pattern in _ASKED:
        match = re.search(rf"(?<!\w)(?:{pattern})", text)
        if match:
            found.setdefault(match.start(), job)
    jobs = [found[at] for at in sorted(found)]
    if len(jobs) > 1 and frame.says(_AND):
        return jobs
    return [job for job, _ in _ASKED if job in jobs][:1]


def _prize(almanac: Almanac, film_id: str, categories: Sequence[str], verb: str) -> str:
    rows = [r for r in almanac.by_film.get(film_id, ()) if r.category_id in categories and r.counts]
    won = [r for r in rows if r.won]
    if not rows:
        return ""
    names = dict.fromkeys(almanac.categories[row.category_id].name for row in won or rows)
    name = listed(list(names))
    return f", and won {name} for it" if won else f", and {verb} nominated for {name}"
