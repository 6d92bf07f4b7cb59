"""Questions that lean on the one before: "and best director?", "how many did it win?".

Each is written out as whole questions, likeliest first, which are then asked like any other.
A question that stands on its own is left as it is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.ask.ellipses import Known, filled_in, film_named, is_elliptical, night_of, subject_of
from bot.ask.engine import answer_to, ask
from bot.ask.frame import Frame
from bot.ask.pronouns import MAN, WOMAN, Pronoun, pronouns_in
from bot.ask.query import Answer
from bot.ask.reading import frame_of
from bot.ask.rewriting import Span, at_time, rewritten, with_preposition
from bot.ask.topics import Topic
from bot.library import Shelf
from bot.wording import ordinal

_LEAD = re.compile(
    r"(?:(?:and|but|or|ok|okay|so|now|then|also|hmm|well|cool|thanks|nice|alright) )*"
    r"(?:(?:what|how) (?:about|of) |(?:the )?same (?:question |thing )?(?:but )?for )?"
)
_JOINING = set(
    "a an the for in at of on from with about then too also instead please oscar oscars academy "
    "award awards ceremony edition film movie year category person his her".split()
)
_MOVED = re.compile(
    r"(?:(?:in|at|from|for|of) )?(?:the )?"
    r"(?:(?:year|ceremony|night|one) (?P<side>before|prior|after|later)(?: that)?"
    r"|(?P<way>previous|prior|preceding|following|next) (?:year|ceremony|night|one))\b"
)
_EARLIER = {"before", "prior", "previous", "preceding"}
_ACTORS, _ACTRESSES = "actor-", "actress-"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question made whole, and its answer."""

    question: str
    answer: Answer


def ask_on(question: str, topic: Topic | None, shelf: Shelf, today: date) -> Asked:
    """Answer a question that may lean on what was talked about; topic: None for nothing."""
    frame = frame_of(question, shelf.spotter, today)
    tried = []
    if topic is not None:
        for whole in dict.fromkeys(_wholes(frame, topic, shelf)):
            asked = Asked(whole, ask(whole, shelf, today))
            if asked.answer.answered:
                return asked
            tried.append(asked)
    pronouns = pronouns_in(frame)
    if not pronouns:
        alone = Asked(question, answer_to(frame, shelf))
        if alone.answer.answered or not (tried or is_elliptical(_without_lead(frame))):
            return alone
    if tried:
        return tried[0]
    return Asked(question, _unclear(pronouns[0].text if pronouns else frame.text))


def _unclear(words: str) -> Answer:
    return Answer(
        f"I don't know what “{words}” refers to here. I remember what you last asked in a channel "
        "for ten minutes.",
        answered=False,
        reading="a question that goes on from another",
        suggestions=("how many Oscars did Anora win?", "who won best actress in 2025?"),
    )


def _wholes(frame: Frame, topic: Topic, shelf: Shelf) -> Iterator[str]:
    """Yield the whole questions that one may stand for, likeliest first; none if it is whole."""
    moved = _moved(frame, topic, shelf)
    if moved is not None:
        frame = frame_of(moved, shelf.spotter, frame.today)
    lead = _lead(frame)
    if (lead or _is_only_a_time(frame)) and _is_fragment(frame, lead):
        yield from _replacing(frame, topic, shelf)
    known = Known(topic, shelf, _time(frame) if frame.times else "")
    yield from filled_in(_without_lead(frame), known)
    pronouns = pronouns_in(frame)
    if pronouns:
        yield from _spelt_out(frame, pronouns, topic, shelf)
    elif lead and night_of(topic) and frame.asks and not (frame.times or frame.mentions):
        yield f"{rewritten(frame.words[lead:], {})} at {night_of(topic)}?"
    if moved is not None:
        yield moved


def _moved(frame: Frame, topic: Topic, shelf: Shelf) -> str | None:
    """Return a question with "the year before" written as a ceremony; None where it has none."""
    found = _MOVED.search(frame.text)
    if not found or topic.ceremony is None:
        return None
    step = -1 if (found["side"] or found["way"]) in _EARLIER else 1
    if topic.ceremony + step not in shelf.almanac.ceremonies:
        return None
    start = frame.text[: found.start()].count(" ")
    span = (start, start + found[0].count(" ") + 1)
    return rewritten(frame.words, {span: f"at the {ordinal(topic.ceremony + step)} Academy Awards"})


def _lead(frame: Frame) -> int:
    """Return how many words only tell that a question goes on from another: "and", "how about"."""
    found = _LEAD.match(f"{frame.text} ")
    return found[0].count(" ") if found else 0


def _without_lead(frame: Frame) -> str:
    return _LEAD.sub("", frame.free_text, count=1).strip()


def _is_fragment(frame: Frame, lead: int) -> bool:
    """Whether nothing but names follows the lead."""
    spans = [(c.start, c.end) for c in frame.categories]
    named = frame.named | {at for start, end in spans for at in range(start, end)}
    rest = [text for at, text in enumerate(frame.texts) if at >= lead and at not in named]
    return len(frame.texts) > lead and all(text in _JOINING for text in rest)


def _is_only_a_time(frame: Frame) -> bool:
    """Whether a question is like "1995?" or "in 1995?"."""
    return (
        bool(frame.times)
        and set(frame.free) <= {"in", "at", "for", "the"}
        and not (frame.mentions or frame.categories)
    )


def _replacing(frame: Frame, topic: Topic, shelf: Shelf) -> Iterator[str]:
    """Yield the last question with what a fragment names in place of what is like it there."""
    old = frame_of(topic.question, shelf.spotter, frame.today)
    put: dict[Span, str] = {}
    more = ""
    category = _category(frame, shelf)
    if category and old.category_ids:
        spans = [(c.start, c.end) for c in old.categories if c.sure]
        put[spans[-1]] = category
    time = at_time(_time(frame)) if frame.times else ""
    if time and old.times:
        put[with_preposition(old.words, (old.times[0].start, old.times[0].end))] = time
    elif time:
        more = f" {time}"
    if frame.mentions and old.mentions:
        new = frame.mentions[0]
        like = [m for m in old.mentions if m.senses[0].kind == new.senses[0].kind]
        target = (like or list(old.mentions))[0]
        put[target.start, target.end] = _typed(frame, (new.start, new.end))
        if new.senses[0].kind == "film" and not time:
            # A film has its own year.
            put |= {with_preposition(old.words, (t.start, t.end)): "" for t in old.times}
    if put or more:
        yield f"{rewritten(old.words, put)}{more}?"
    if category and topic.ceremony and not time:
        yield f"who won {category} at {night_of(topic)}?"


def _time(frame: Frame) -> str:
    return _typed(frame, (frame.times[0].start, frame.times[0].end))


def _typed(frame: Frame, span: Span) -> str:
    return rewritten(frame.words[span[0] : span[1]], {})


def _category(frame: Frame, shelf: Shelf) -> str | None:
    """Return the category that a fragment names, as the record calls it where that is clear."""
    if frame.mentions or not frame.categories:
        return None
    found = frame.categories[0]
    if len(found.ids) == 1:
        return shelf.almanac.categories[found.ids[0]].name
    typed = _typed(frame, (found.start, found.end))
    return typed if typed.casefold().startswith("best ") else f"best {typed}"


def _spelt_out(frame: Frame, pronouns: list[Pronoun], topic: Topic, shelf: Shelf) -> Iterator[str]:
    """Yield a question with names for its pronouns, if there is a name for each."""
    put: dict[Span, str] = {}
    names = [_name_for(pronoun, topic, shelf) for pronoun in pronouns]
    for pronoun, name in zip(pronouns, names, strict=True):
        if name is None:
            return
        put[pronoun.start, pronoun.end] = f"{name}'s" if pronoun.owning else name
    if pronouns[0].start == _lead(frame) and pronouns[0].end == len(frame.texts):
        yield f"what did {names[0]} win?"  # "and her?"
        return
    # "What else" is everything, of which the answer before was a part.
    put |= {(at, at + 1): "" for at, text in enumerate(frame.texts) if text == "else"}
    whole = rewritten(frame.words, put)
    yield f"{whole}?" if frame.question.rstrip().endswith("?") else whole


def _name_for(pronoun: Pronoun, topic: Topic, shelf: Shelf) -> str | None:
    if pronoun.stands_for == "ceremony":
        return night_of(topic)
    if pronoun.stands_for == "film":
        known = [id_ for id_ in topic.films if id_ in shelf.almanac.films]
        return film_named(known[0], shelf) if known else None
    fitting = [id_ for id_ in topic.people if _may_be(pronoun.text, id_, shelf)]
    if fitting:
        return shelf.almanac.people[fitting[0]].name
    return subject_of(topic, shelf) if pronoun.text not in WOMAN | MAN else None


def _may_be(pronoun: str, person_id: str, shelf: Shelf) -> bool:
    """Whether "he" or "she" may be somebody: who was up for Best Actor is not "she"."""
    rows = shelf.almanac.by_person.get(person_id, ())
    other = _ACTORS if pronoun in WOMAN else _ACTRESSES if pronoun in MAN else None
    contradicted = other and any(row.category_id.startswith(other) for row in rows)
    return person_id in shelf.almanac.people and not contradicted
