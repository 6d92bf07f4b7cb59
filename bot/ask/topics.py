"""What a question and its answer were about, so that the next question may leave it out."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from bot.ask.frame import Frame
from bot.ask.query import Answer
from bot.ask.reading import frame_of
from bot.library import Shelf
from bot.models import Nomination

READ_OF_ANSWER = 300
"""Whom and what an answer is about stands at its beginning."""

MOST_REMEMBERED = 6

_OF_AN_AWARD = ("winner", "nominees")


@dataclass(frozen=True, slots=True)
class Topic:
    """What was talked about last.

    question: the whole question, itself made whole where it leaned on the one before.
    films, people: ids, the likeliest meant by "it" or "she" first. category_id, ceremony: the
    award, or the night.
    """

    question: str
    films: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    category_id: str | None = None
    ceremony: int | None = None

    def after(self, before: "Topic") -> "Topic":
        """Return the topic with what one before it, that it went on from, was about besides."""
        return replace(
            self,
            films=_few([*self.films, *before.films]),
            people=_few([*self.people, *before.people]),
            category_id=self.category_id or before.category_id,
            ceremony=self.ceremony or before.ceremony,
        )


@dataclass(frozen=True, slots=True)
class Said:
    """A question and what was said to it, for what may be asked next.

    answer: no more of it than the topic is read from. before: the topic that it went on from.
    """

    question: str
    answer: Answer
    before: Topic | None = None

    @classmethod
    def of(cls, question: str, answer: Answer, before: Topic | None) -> "Said":
        """Return what is worth keeping of an answer."""
        return cls(question, Answer(answer.line[:READ_OF_ANSWER], links=answer.links), before)

    def topic(self, shelf: Shelf, today: date) -> Topic:
        """Return what was talked about, by the names of a build."""
        topic = topic_of(self.question, self.answer, shelf, today)
        return topic.after(self.before) if self.before else topic


def topic_of(question: str, answer: Answer, shelf: Shelf, today: date) -> Topic:
    """Return what a question and its answer were about: names are looked for in both.

    What the answer names comes first: after "who beat Demi Moore?", "she" is who did.
    """
    asked = frame_of(question, shelf.spotter, today)
    said = frame_of(answer.line[:READ_OF_ANSWER], shelf.spotter, today)
    linked = [link.address.split("/") for link in answer.links]
    category_id = next(_categories(linked, asked, said, shelf), None)
    ceremony = next(_nights(linked, said, asked), None)
    winners = _winners(linked, shelf)
    films = _named("film", said, ceremony, shelf)
    films += [id_ for row in winners for id_ in row.film_ids]
    films += _linked("film", linked) + _named("film", asked, ceremony, shelf)
    people = _named("person", said, ceremony, shelf)
    people += [id_ for row in winners for id_ in row.person_ids]
    people += _linked("person", linked) + _named("person", asked, ceremony, shelf)
    if ceremony is None and films:
        own = shelf.almanac.film_ceremony(films[0])
        ceremony = own.number if own else None
    return Topic(question, _few(films), _few(people), category_id, ceremony)


def _named(kind: str, frame: Frame, ceremony: int | None, shelf: Shelf) -> list[str]:
    """Return what a text names of a kind; of namesakes, the one that was there that night."""
    rows = shelf.almanac.by_film if kind == "film" else shelf.almanac.by_person
    return [
        max(sense.ids, key=lambda id_: any(r.ceremony == ceremony for r in rows.get(id_, ())))
        for sense in frame.named_things(kind)
        if sense.exact
    ]


def _linked(kind: str, linked: list[list[str]]) -> list[str]:
    return [parts[1] for parts in linked if parts[0] == kind]


def _winners(linked: list[list[str]], shelf: Shelf) -> list[Nomination]:
    """Return the winners of the award that an answer leads to."""
    for kind, *rest in linked:
        if kind in _OF_AN_AWARD:
            rows = shelf.almanac.by_category.get(rest[0], ())
            return [row for row in rows if row.won and row.ceremony == int(rest[1])]
    return []


def _few(ids: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))[:MOST_REMEMBERED]


def _nights(linked: list[list[str]], said: Frame, asked: Frame) -> Iterator[int]:
    """Yield the numbers of the ceremonies that were spoken of, likeliest first."""
    for kind, *rest in linked:
        if kind in _OF_AN_AWARD:
            yield int(rest[1])
        elif kind == "ceremony":
            yield int(rest[0])
    for frame in (said, asked):
        for time in frame.times:
            yield from time.when.numbers[:1]


def _categories(linked: list[list[str]], asked: Frame, said: Frame, shelf: Shelf) -> Iterator[str]:
    """Yield the categories that were spoken of, likeliest first."""
    for kind, *rest in linked:
        if kind in (*_OF_AN_AWARD, "category") and rest[0] in shelf.almanac.categories:
            yield rest[0]
    yield from asked.category_ids
    yield from said.category_ids
