"""Recognises a question on one person or one film: whether, how often, for what, when."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.ask import lexicon
from bot.ask.choose import Chosen, chosen, film_meant, which_one
from bot.ask.frame import Frame
from bot.ask.kinds.aspects import as_what, aspect_of, craft_of, only_one, pick_of
from bot.ask.kinds.series import one_of_several
from bot.ask.kinds.subject_answers import EachQuery, SubjectQuery
from bot.ask.kinds.subject_query import Aspect
from bot.ask.kinds.whose_film import tells_film, weak_film
from bot.ask.query import Decline, Query, Scope
from bot.ask.senses import Sense
from bot.models import Nomination
from bot.wording import listed

_SCORE, _SONG_SCORE = "original-score", "song-or-adaptation-score"
"""The score that people mean, and the one that films such as The Sting had instead."""

MOST_TOGETHER = 4
"""Of so many films of one title, each is answered for; of more, one has to be chosen."""


def parse(frame: Frame) -> Query | None:
    """Recognise a person or a film, with what is asked of it."""
    neighbour = r"winners? (?:before|after) <(?:film|person)>|(?:before|after) <film>"
    if frame.says(rf"how many (?:years|days|hours|minutes|people)|how long|{neighbour}"):
        return None
    people = [sense for sense in frame.named_things("person") if not _film_rather(frame, sense)]
    films = [
        sense
        for mention in frame.mentions
        if (sense := mention.sense("film")) and not (people and people[0] in mention.senses)
    ]
    several = one_of_several(frame)
    if several and films:
        won = True if frame.has(lexicon.WON) else None
        scope = Scope(categories=frame.scope_ids or None, won=won)
        meant = tuple(i for i in several if people or _rows(frame, scope, None, (i,)))
        films[0] = replace(films[0], ids=meant or several)
    weak = weak_film(frame)
    films += [weak] if weak is not None and not films else []
    played_in = _played_in(frame, people) if people and not films else None
    if played_in is not None:
        return played_in
    if people and films and tells_film(frame):
        return _of_film(frame, films[0], people)
    if people and (not films or people[0].score >= films[0].score or _both(frame)):
        return _of_people(frame, people, films)
    if films:
        return _of_film(frame, films[0], [])
    return None


def _played_in(frame: Frame, people: Sequence[Sense]) -> Query | None:
    """Recognise "which film with Tom Hanks won Best Picture": the film has the award."""
    if not frame.scope_ids or not frame.says(
        r"(?:films?|movies?|pictures?|<category>)(?: winners?)? (?:with|starring|starred|"
        r"directed by|made by|written by|"
        r"featuring|that stars?|"
        r"in which) (?:both )?<person>|<person> (?:films?|movies?)"
    ):
        return None
    subjects = [_Subject.of(frame, sense, ()) for sense in people]
    films = frozenset[str].intersection(*(subject.films_of() for subject in subjects))
    won = True if frame.has(lexicon.WON) or not frame.has(lexicon.NOMINATE) else None
    rows = _rows(frame, Scope(categories=frame.scope_ids, won=won), None, tuple(films))
    ids = tuple(dict.fromkeys(id_ for row in rows for id_ in row.film_ids if id_ in films))
    if not ids and frame.period is not None and frame.says(r"(?:film|movie|picture) with <person>"):
        return _no_such_film(frame, people)
    if not films or not 0 < len(ids) <= MOST_TOGETHER:
        return None
    scopes = (Scope(categories=frame.scope_ids, films=frozenset((id_,))) for id_ in ids)
    aspect = Aspect.WINS if won else Aspect.NOMINATIONS
    queries = tuple(
        SubjectQuery("film", id_, scope, aspect, frame.scope_names)
        for id_, scope in zip(ids, scopes, strict=True)
    )
    return queries[0] if len(queries) == 1 else EachQuery(queries)


def _no_such_film(frame: Frame, people: Sequence[Sense]) -> Decline:
    names = listed([frame.almanac.people[sense.ids[0]].name for sense in people])
    return Decline(f"I know no film with {names} that fits.", (), f"a film with {names}")


def _film_rather(frame: Frame, person: Sense) -> bool:
    """Whether what a person is called is the film of that title, which has the awards asked of."""
    mention = next((m for m in frame.mentions if person in m.senses), None)
    film = mention.sense("film") if mention else None
    if mention is None or film is None or person.score > film.score:
        return False
    title = frame.almanac.films[film.ids[0]].title
    if frame.texts[mention.start] == "the" and title.startswith("The "):
        return True  # "the sting" is not Sting
    scope = Scope(categories=frame.scope_ids or None)
    if _rows(frame, scope, person.ids, None):
        return False
    return bool(_rows(frame, scope, None, film.ids)) or film.score > person.score


def _both(frame: Frame) -> bool:
    """Whether a person and a film are named by different words."""
    return any(
        one is not two and one.sense("person") and two.sense("film") and not one.sense("film")
        for one in frame.mentions
        for two in frame.mentions
    )


def _of_people(frame: Frame, people: Sequence[Sense], films: Sequence[Sense]) -> Query | None:
    """Take for the subject whoever has the awards asked about; the others tell which film."""
    every = [_Subject.of(frame, sense, films) for sense in people]
    if len(every) == 1:
        return every[0].query()
    best = max(every, key=lambda subject: subject.fit(every))
    others = [other for other in every if other is not best]
    return best.beside(others).query()


@dataclass(frozen=True)
class _Subject:
    """A person who may be the subject of a question, with the films that narrow it."""

    frame: Frame
    sense: Sense
    picked: Chosen
    scope: Scope
    film: Sense | None
    film_id: str | None = None

    @classmethod
    def of(cls, frame: Frame, sense: Sense, films: Sequence[Sense]) -> "_Subject":
        """Return a person as a subject, with whichever of the films named has a nomination."""
        ids = frame.scope_ids or frozenset(as_what(frame))
        scope = Scope(categories=ids or None)
        film = next(
            (f for f in films if _rows(frame, scope, sense.ids, f.ids)), next(iter(films), None)
        )

        def fits(person_id: str) -> bool:
            rows = _rows(frame, scope, (person_id,), film.ids if film else None)
            if frame.occupation and not ids:
                rows = [row for row in rows if row.category_id in frame.occupation]
            return bool(rows)

        return cls(frame, sense, chosen(frame, sense, fits), scope, film)

    def films_of(self) -> frozenset[str]:
        """Return the films that the person has a nomination or a credit for."""
        almanac = self.frame.almanac
        nominated = (
            i for p in self.picked.ids for r in almanac.by_person.get(p, ()) for i in r.film_ids
        )
        credited = (
            c.film_id for p in self.picked.ids for c in almanac.credits_by_person.get(p, ())
        )
        return frozenset((*nominated, *credited))

    def fit(self, every: Sequence["_Subject"]) -> tuple[int, int]:
        """Return how well the person fits as the subject, beside the others named."""
        films = self.film.ids if self.film else None
        rows = _rows(self.frame, self.scope, self.picked.ids, films)
        shared = frozenset[str]().union(*(o.films_of() for o in every if o is not self))
        joint = [row for row in rows if not shared.isdisjoint(row.film_ids)]
        wins = self.frame.has(lexicon.WIN)
        gave = r"(?:film|movie|picture|role) (?:that )?(?:won|gave|earned) <person>"
        given = self.frame.says(gave) and every.index(self) == len(every) - 1
        value = 8 * given + 4 * any(row.won for row in joint) + 2 * bool(joint)
        value += any(row.won for row in rows) * wins
        return value, -every.index(self)

    def beside(self, others: Sequence["_Subject"]) -> "_Subject":
        """Return the subject narrowed to the films that the others made too, if there are any."""
        shared = frozenset[str]().union(*(other.films_of() for other in others))
        rows = _rows(self.frame, self.scope, self.picked.ids, None)
        films = frozenset(i for row in rows for i in row.film_ids if i in shared)
        if not films or self.film is not None:
            return self
        return replace(self, scope=self.scope.with_(films=films))

    def _of_a_group(self) -> str | None:
        """Return one of those of a name who have the very same record, as "Three 6 Mafia" has."""
        records = {
            tuple(row.id for row in self.frame.almanac.by_person.get(i, ()))
            for i in self.picked.ids
        }
        return self.picked.ids[0] if len(records) == 1 else None

    def _film_is_sure(self) -> bool:
        """Whether the film is named by several words, and not by an everyday one."""
        mentions = (m for m in self.frame.mentions if self.film in m.senses)
        return any(m.end - m.start > 1 and m.senses[0].exact for m in mentions)

    def query(self) -> Query | None:
        """Return what is asked of the person."""
        frame, id_ = self.frame, self.picked.id
        if id_ is None and len(self.picked.ids) <= MOST_TOGETHER and frame.says(_OF_EACH):
            each = (replace(self, picked=replace(self.picked, ids=(i,))) for i in self.picked.ids)
            queries = [query for subject in each if (query := subject.query())]
            return EachQuery(tuple(q for q in queries if isinstance(q, SubjectQuery)))
        if id_ is None:
            id_ = self._of_a_group()
        if id_ is None:
            return which_one(frame, self.sense, self.picked.ids)
        scope, film_id = self.scope.with_(people=frozenset((id_,))), None
        if self.film is not None and not _one_missing(frame):
            meant = film_meant(frame, self.film, scope)
            of_film = scope.with_(films=frozenset(meant.ids))
            only_told = not (frame.verdict or frame.says(_HAS) or of_film.select(frame.almanac))
            credited = tuple(i for i in meant.ids if i in self.films_of())
            if only_told and credited:
                # "titanic, the dicaprio one": the person only tells which film is meant.
                return _of_film(frame, replace(self.film, ids=credited), [])
            if only_told and self._film_is_sure():
                return _unrelated(frame, id_, self.film)
            if not only_told and not _really(frame):
                film_id, scope = meant.id, of_film
        aspect = aspect_of(frame)
        return SubjectQuery(
            "person",
            id_,
            scope,
            aspect,
            frame.scope_names,
            frame.period if not film_id else None,
            pick_of(frame),
            only_one(frame),
            self.picked.guessed,
            film_id,
            frame.claimed,
            frame.negated,
            missing=self._missing_title(),
            claimed_least=frame.claimed_least,
            any_kind=frame.says(r"any (?:kind|sort|type)|at all\b|(?:even )?an? honorary"),
            one_night=frame.says(
                r"(?:one|single|same) (?:single )?(?:night|ceremony|evening|year)"
            ),
        )

    def _missing_title(self) -> str:
        title = self.frame.unknown_title if self.frame.asks_of_missing else ()
        return " ".join(word.typed for word in title)


def _really(frame: Frame) -> bool:
    """Whether the film is doubted: "... first Oscar was for High Noon, what was it really for?"."""
    return bool(pick_of(frame)) and frame.says(
        r"what (?:was|is) it (?:really |actually )?for|"
        r"(?:really|actually) (?:was )?for (?:what|which)"
    )


def _one_missing(frame: Frame) -> bool:
    """Whether films are listed up to one that the asker leaves out: "for Jaws, Lincoln and ___"."""
    films = sum(mention.sense("film") is not None for mention in frame.mentions)
    return films > 1 and ("__" in frame.question or frame.texts[-1] in ("and", "or"))


_OF_EACH = r"each|both|which (?:of|one)|brothers|sisters|siblings|family"

_HAS = (
    r"<person>(?: \w+){0,4}? (?:win|wins|won|winning|get|got|nominated|up for|earn|earned|"
    r"take|took|receive|received|lose|lost|have|has|bag|bagged|oscars?|awards?)\b"
)
"""The person has the awards asked about, and does not only tell which film is meant."""


def _unrelated(frame: Frame, person_id: str, film: Sense) -> Decline:
    person = frame.almanac.people[person_id].name
    title = frame.almanac.films[film.ids[0]].title
    return Decline(
        f"I don't see what {person} has to do with {title} at the Oscars.",
        (f"what did {title} win", f"what has {person} been nominated for"),
        f"{person} and {title}",
    )


def _rows(
    frame: Frame, scope: Scope, people: Sequence[str] | None, films: Sequence[str] | None
) -> list[Nomination]:
    """Return the nominations of people, for films if there are any, at the time named if any."""
    narrowed = scope.with_(
        people=frozenset(people) if people else None, films=frozenset(films) if films else None
    )
    rows = narrowed.select(frame.almanac)
    if frame.period is None:
        return rows
    numbers = {*frame.period.ceremonies, *frame.period.others}
    return [row for row in rows if row.ceremony in numbers]


def _of_film(frame: Frame, sense: Sense, people: Sequence[Sense]) -> Query | None:
    """Take a film for the subject; people: those who tell which film of a title is meant."""
    crafts = frame.scope_ids or craft_of(frame)
    if crafts == {_SCORE} and not _rows(frame, Scope(categories=crafts), None, sense.ids):
        crafts |= {_SONG_SCORE}
    scope = Scope(categories=crafts or None)
    heads = {frame.almanac.categories[i].family for i in crafts}
    names = (frame.scope_names if crafts <= frame.scope_ids else ()) or tuple(
        frame.almanac.categories[i].name for i in sorted(heads)
    )
    unsure = False
    if people and len(sense.ids) > 1:
        made = _Subject.of(frame, people[0], ()).films_of()
        kept = tuple(id_ for id_ in sense.ids if id_ in made)
        unsure = not kept
        sense = replace(sense, ids=kept or sense.ids)
    # Whose film it is the record does not tell, so none of them is likelier.
    picked = Chosen(sense.ids, guessed=False) if unsure else film_meant(frame, sense, scope)
    aspect = aspect_of(frame)

    def query(id_: str) -> SubjectQuery:
        return SubjectQuery(
            "film",
            id_,
            scope.with_(films=frozenset((id_,))),
            aspect,
            names,
            guessed=picked.guessed,
            claimed=frame.claimed,
            claimed_least=frame.claimed_least,
            negated=frame.negated,
        )

    if picked.id is not None:
        return query(picked.id)
    if len(picked.ids) <= MOST_TOGETHER:
        return EachQuery(tuple(query(id_) for id_ in picked.ids))
    return which_one(frame, sense, picked.ids)
