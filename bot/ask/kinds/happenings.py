"""What happened on a night told in full: said, sung, presented, worn, thrown, counted.

The question is held against all that is told of those nights. What most of its words agree with is
the answer, as long as one of them tells a deed; names and awards alone ask for the record.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.ask import lexicon
from bot.ask.frame import Frame
from bot.ask.kinds import appearances
from bot.ask.night_words import AWARD, MUST, NightWords, Told, spelt, token, weighed
from bot.ask.query import Answer, Query, Scope
from bot.ask.say import at_night, briefly
from bot.cards import addresses
from bot.cards.card import Link
from bot.library import Shelf
from bot.store.almanac import Almanac

ENOUGH, ENOUGH_UNDATED, ENOUGH_ALONE = 0.72, 0.76, 0.85
LEAST_FIT = 0.25
CLEAR_LEAD = 0.07
RARE = 2.8
"""The weight of a word that few things are told by: one of them has to tell an unnamed night."""
MOST_TOLD = 3


@dataclass(frozen=True)
class HappeningQuery:
    """What is told of a night that the question speaks of, the likeliest first."""

    told_: tuple[Told, ...]

    def told(self, almanac: Almanac) -> str:  # noqa: ARG002  (every query can be told)
        """Return how the question was understood."""
        return f"what happened on a night: {self.told_[0].heading}"

    def answer(self, shelf: Shelf) -> Answer:
        """Tell it."""
        first, *others = self.told_
        ceremony = shelf.almanac.ceremonies[first.ceremony]
        seen = first.kind in ("presenter", "performer", "tribute", "announcer")
        return Answer(
            f"{first.text}, {at_night(ceremony)}."
            if seen
            else f"{first.text} ({briefly(ceremony)})",
            notes=(first.note,) if first.note else (),
            items=tuple(other.text for other in others),
            links=(Link("The night", addresses.ceremony(first.ceremony, "moments")),),
        )


def parse(frame: Frame) -> Query | None:
    """Recognise what happened on a night told in full."""
    words = frame.spotter.moment_words.nights
    meant = _night_meant(frame, words)
    if meant is None:
        return None
    if appearances.is_asked(frame) and (handed := appearances.handed_to(frame)):
        return handed
    nights, skipped = meant
    for night in nights:
        pool = [told for told in words.told if night in (0, told.ceremony)]
        found = _found(frame, words, pool, skipped, dated=bool(night))
        if found:
            return HappeningQuery(tuple(found))
    return None


def _night_meant(frame: Frame, words: NightWords) -> tuple[Sequence[int], frozenset[int]] | None:
    """Return the nights that may be meant, 0 for any, and the places of the words that tell it."""
    timed = {at for time in frame.times for at in range(time.start, time.end)}
    if frame.period is not None:
        if frame.period.is_span or not words.nights.intersection(frame.period.ceremonies[:1]):
            return None
        other = [n for n in frame.period.others if n in words.nights]
        return (*frame.period.ceremonies[:1], *other), frozenset(timed)
    for mention in frame.mentions:
        film = mention.sense("film")
        after = frame.texts[mention.end : mention.end + 1]
        if film is None or not after or after[0] not in _SHOW:
            continue
        won = Scope(frozenset({"best-picture"}), films=frozenset(film.ids), won=True)
        night = next((row.ceremony for row in won.select(frame.almanac)), None)
        if night in words.nights:
            return (night,), frozenset(range(mention.start, mention.end + 1))
    return (0,), frozenset()


_DID = r"<person> did what|what (?:did|does) <person> (?:\w+ )?do\b|what was <person> doing"
_SHOW = lexicon.words("oscars ceremony night show awards academy telecast")


def _found(
    frame: Frame, words: NightWords, pool: Sequence[Told], skipped: frozenset[int], *, dated: bool
) -> list[Told]:
    awards, inside = _awards(frame)
    named = {
        at
        for mention in frame.mentions
        for at in range(mention.start, mention.end)
        if mention.end - mention.start > 1 or not words.is_done(frame.texts[at])
    }
    free = [at for at in range(len(frame.words)) if at not in skipped | inside]
    asked = weighed(words, spelt(" ".join(frame.texts[at] for at in free)))
    outside = spelt(" ".join(frame.texts[at] for at in free if at not in named))
    deeds = {token(word) for word in outside if words.is_deed(word)}
    must = {token(word) for word in asked} & MUST
    total = sum(asked.values()) + AWARD * len(awards)
    did = frame.says(_DID)
    if not total or not (deeds or did):
        return []
    scored = []
    for told in pool:
        held = {word for word in asked if words.holds(told, word)}
        tokens = {token(word) for word in held}
        if not (did or not tokens.isdisjoint(deeds)) or not must <= tokens:
            continue
        share = sum(asked[word] for word in held)
        share += AWARD * sum(not ids.isdisjoint(told.categories) for ids in awards)
        fit = words.fit(told, tokens)
        sure = ENOUGH if dated else _undated(frame, told, [asked[word] for word in held])
        if share / total >= sure and (len(asked) + len(awards) > 1 or fit >= LEAST_FIT):
            scored.append((share / total + fit / 4, told))
    scored.sort(key=lambda pair: -pair[0])
    near = [told for score, told in scored if scored[0][0] - score < CLEAR_LEAD]
    if len({told.heading for told in near}) == 1:
        return [max(near, key=lambda told: told.ceremony)]
    if len({told.ceremony for told in near}) != 1:
        return []
    return near[:MOST_TOLD]


def _undated(frame: Frame, told: Told, held: Sequence[float]) -> float:
    """Return which share has to be told where no night is named; above 1 where none is enough."""
    rare = sum(weight >= RARE for weight in held)
    if not rare or (told.kind != "first" and frame.says(r"ever\b|all time|in history|most\b")):
        return 2.0
    if frame.mentions or not lexicon.AWARD.isdisjoint(frame.texts):
        return ENOUGH_UNDATED
    return ENOUGH_ALONE if rare > 1 else 2.0


def _awards(frame: Frame) -> tuple[list[frozenset[str]], set[int]]:
    """Return the awards named, each with its family, and the places of their words."""
    scope = frame.spotter.catalogue.category_scope
    sure = [c for c in frame.categories if c.sure]
    return (
        [frozenset(i for id_ in c.ids for i in scope(id_)) for c in sure],
        {at for c in sure for at in range(c.start, c.end)},
    )
