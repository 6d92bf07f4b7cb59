"""What happened on a night told in full: said, sung, presented, worn, thrown, counted.

The question is held against all that is told of those nights. What most of its words agree with is
the answer, as long as one of them tells a deed; names and awards alone ask for the record.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.ask import lexicon
from bot.ask.categories import CategoryMention
from bot.ask.frame import Frame
from bot.ask.kinds import appearances
from bot.ask.night_vocabulary import COMMONEST, MEASURED, MUST, spelt, token
from bot.ask.night_words import AWARD, NightWords, Told, weighed
from bot.ask.query import Answer, Query, Scope
from bot.ask.say import at_night, briefly
from bot.ask.words import Word
from bot.cards import addresses
from bot.cards.card import Link
from bot.library import Shelf
from bot.names.fold import fold
from bot.store.almanac import Almanac

ENOUGH, ENOUGH_UNDATED, ENOUGH_ALONE = 0.72, 0.76, 0.78
ENOUGH_PLAIN, ENOUGH_SPEECH, LEAST_FIT = 0.85, 0.6, 0.3
LENIENCE, MUCH, MOST_LENIENT = 0.015, 6.0, 0.15
"""How far less is enough the more is told, where a rare deed is among it."""

CLEAR_LEAD = 0.07
RARE = 2.8
"""The weight of a word that few things are told by: one of them has to tell an unnamed night."""
MOST_TOLD = 3
NEVER = 2.0


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
    if appearances.is_asked(frame) and frame.says(_HANDED):
        return appearances.handed_to(frame)
    nights, skipped = meant
    for night in nights:
        asked = _Asked.of(frame, words, skipped, dated=bool(night))
        if not asked.weights:
            return None
        if night != nights[0]:  # the year of the films is meant less often: deeds have to tell it
            asked = replace(asked, record=True, did=False)
        pool = [told for told in words.having(asked.weights) if night in (0, told.ceremony)]
        if not night and frame.says(_EVER):
            pool = [told for told in pool if told.kind == "first"]
        if found := _found(asked, pool):
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


_HANDED = (
    r"(?:gave|handed|presented) <person> (?:his|her|their|an|the|with|best|oscars?\b|<category>)"
)
_DID = (
    r"did what|what (?:did|does|has) <person> (?:\w+ ){0,5}do$|what was <person> doing|"
    r"who did <(?:song|film)>"
)
_EVER = r"ever\b|all time|in history|most\b"
_WHY = r"(?:why|how come) (?:\w+ ){0,2}<person>"
_IMPLIED = (
    ("accepted", r"who (?:collected|picked up|received|took|got|fetched) <person>"),
    ("present", r"(?:got|get|received|won|accepted) .*from (?:who|whom|<person>)"),
)
"""Words that stand for what a question says in another way."""

_SHOW = lexicon.words("oscars ceremony night show awards academy telecast")


@dataclass(frozen=True)
class _Asked:
    """What a question asks of a night.

    weights: its words with how much each tells. awards: those named, each with its family. aside:
    the words outside names that tell much. deeds: what stands for those of them that tell a deed.
    did: whether it asks what somebody did. dated: whether the night is named. record: whether
    wins or nominations are spoken of.
    """

    words: NightWords
    weights: Mapping[str, float]
    awards: tuple[frozenset[str], ...]
    aside: frozenset[str]
    deeds: frozenset[str]
    did: bool
    dated: bool
    record: bool
    undated: float

    @classmethod
    def of(
        cls, frame: Frame, words: NightWords, skipped: frozenset[int], *, dated: bool
    ) -> "_Asked":
        """Return what a question asks. skipped: the places of the words that tell the night."""
        scope = frame.spotter.catalogue.category_scope
        record = frame.has(lexicon.WON, lexicon.NOMINATE)
        sure = [c for c in frame.categories if c.sure and (record or not _does(frame, words, c))]
        inside = {at for c in sure for at in range(c.start, c.end)}
        named = {
            at
            for mention in frame.mentions
            for at in range(mention.start, mention.end)
            if mention.end - mention.start > 1 or not words.is_done(frame.texts[at])
        }
        kept = {
            at: _written(word, words)
            for at, word in enumerate(frame.words)
            if at not in skipped | inside
        }
        implied = [word for word, pattern in _IMPLIED if frame.says(pattern)]
        texts = [*spelt(" ".join(kept.values())), *implied]
        weights = weighed(words, texts)
        names = {word for at, word in kept.items() if at in named}
        outside = [text for text in texts if text not in names]
        deeds = frozenset(token(word) for word in outside if words.is_deed(word))
        spoken = frame.mentions or not lexicon.AWARD.isdisjoint(frame.texts)
        return cls(
            words,
            weights,
            tuple(frozenset(i for id_ in c.ids for i in scope(id_)) for c in sure),
            frozenset(word for word in outside if weights.get(word, 0.0) >= RARE),
            deeds if dated else deeds - MEASURED,
            frame.says(_DID) or (dated and frame.says(_WHY) and not record),
            dated,
            record,
            ENOUGH_UNDATED if spoken else ENOUGH_ALONE,
        )

    def score(self, told: Told) -> float:
        """Return how well something told is what is asked; 0 where it is not."""
        held = {word for word in self.weights if self.words.holds(told, word)}
        tokens = {token(word) for word in held}
        must = {token(word) for word in self.weights} & MUST
        if not held or not must <= tokens:
            return 0.0
        awarded = sum(not ids.isdisjoint(told.categories) for ids in self.awards)
        total = sum(self.weights.values()) + AWARD * len(self.awards)
        share = (sum(self.weights[word] for word in held) + AWARD * awarded) / total
        if share < self._enough(told, held):
            return 0.0
        fit = self.words.fit(told, tokens)
        if len(self.weights) + len(self.awards) == 1:
            alone = next(iter(held))
            if fit < LEAST_FIT or token(alone) not in self.deeds - COMMONEST:
                return 0.0
        return share + fit / 4

    def _enough(self, told: Told, held: Collection[str]) -> float:
        """Return which share is enough; above 1 where none is."""
        deeds = {word for word in held if token(word) in self.deeds}
        rare = {word for word in held if self.weights[word] >= RARE}
        if not deeds and not self.did:
            plain = self.dated and not self.record and not self.aside.isdisjoint(held)
            return ENOUGH_PLAIN if plain and len(rare) > 1 else NEVER
        if (
            told.kind == "speech"
            and "speech" in self.deeds
            and not told.names.isdisjoint(map(token, held))
        ):
            return ENOUGH_SPEECH
        if not self.dated and not (rare and (self.undated == ENOUGH_UNDATED or _alone(told, rare))):
            return NEVER
        much = sum(self.weights[word] for word in held) - MUCH
        lenience = min(MOST_LENIENT, LENIENCE * max(0.0, much)) if deeds & rare else 0.0
        return (ENOUGH if self.dated else self.undated) - lenience


def _alone(told: Told, rare: Collection[str]) -> bool:
    """Whether words tell it where neither a name nor the Oscars are spoken of."""
    return len(rare) > 1 or told.kind == "first"


def _found(asked: _Asked, pool: Sequence[Told]) -> list[Told]:
    scored = [(score, told) for told in pool if (score := asked.score(told))]
    scored.sort(key=lambda pair: -pair[0])
    near = [told for score, told in scored if scored[0][0] - score < CLEAR_LEAD]
    if len({told.heading for told in near}) == 1:
        return [max(near, key=lambda told: told.ceremony)]
    return near[:MOST_TOLD] if len({told.ceremony for told in near}) == 1 else []


def _written(word: Word, words: NightWords) -> str:
    """Return a word without a possessive s, and as it was typed where that tells more."""
    typed = fold(word.typed)
    return typed if word.mended and words.knows(typed) else word.base or word.text


def _does(frame: Frame, words: NightWords, award: CategoryMention) -> bool:
    """Whether the one word that an award is named by tells a deed too: "in what costume"."""
    return award.end - award.start == 1 and words.is_done(frame.texts[award.start])
