"""The words that the moments of the nights are told by, weighed by how much each one tells."""

import math
import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from bot.ask import lexicon
from bot.ask.moment_vocabulary import EMPTY, TRAITS, folded, meant
from bot.ask.night_words import NightWords
from bot.models import Moment
from bot.names.fold import fold
from bot.store.almanac import Almanac


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to tell what a moment is. telling: the stems of its words with their weights."""

    words: frozenset[str]
    telling: Mapping[str, float]

    def fit(self, asked: Collection[str]) -> float:
        """Return which share of it, from 0 to 1, is asked."""
        held = sum(weight for word, weight in self.telling.items() if word in asked)
        return held / (sum(self.telling.values()) or 1.0)


class MomentWords:
    """The moments of one build by their words."""

    def __init__(self, almanac: Almanac, is_of_person: Callable[[str], bool]) -> None:
        """is_of_person: whether a word stands in somebody's name."""
        self.nights = NightWords(almanac, is_of_person)
        self._words = {id(moment): _words(moment, almanac) for moment in almanac.moments}
        self._happened = {
            id(m): frozenset(_stem(w) for w in folded(fold(f"{m.topic} {m.text}").split()))
            for m in almanac.moments
        }
        counts = Counter(word for words in self._words.values() for word in words)
        total = len(almanac.moments)
        self._weights = {word: math.log(1 + total / n) for word, n in counts.items()}
        self._wordings = {
            id(moment): tuple(self._wording(part) for part in moment.topic.split(";"))
            for moment in almanac.moments
        }

    def has(self, moment: Moment, words: Iterable[str]) -> bool:
        """Whether a moment is told by all these words."""
        have = self._words[id(moment)]
        return all(_stem(meant(word)) in have for word in words)

    def asked(self, words: Iterable[str], same: Mapping[str, str]) -> Mapping[str, float]:
        """Return what a question asks for: the stems of its words with their weights.

        same: words of the question with what they stand for, besides those that always do.
        """
        wanted = {same.get(word, word) for word in folded(words) if word not in EMPTY}
        return {_stem(word): self._weight(word) for word in wanted}

    def wordings(self, moment: Moment) -> Sequence["Wording"]:
        """Return the ways in which the topic of a moment tells it."""
        return self._wordings[id(moment)]

    def fit(self, asked: Collection[str], moment: Moment) -> float:
        """Return which share of the best of its wordings, from 0 to 1, is asked."""
        return max(wording.fit(asked) for wording in self.wordings(moment))

    def topic_share(self, asked: Mapping[str, float], moment: Moment) -> float:
        """Return which share of what is asked, from 0 to 1, the best of its wordings holds.

        0 where a first of a kind is asked for: "first woman" is in the topics of too many.
        """
        if not _KINDS.isdisjoint(asked):
            return 0.0
        held = (
            sum(weight for word, weight in asked.items() if word in wording.telling)
            for wording in self.wordings(moment)
        )
        return max(held) / sum(asked.values())

    def happened(self, asked: Collection[str], moment: Moment) -> bool:
        """Whether a word asked is of what happened, not only of the award that it was about."""
        return not self._happened[id(moment)].isdisjoint(asked)

    def share(self, asked: Mapping[str, float], moment: Moment) -> float:
        """Return which share of what is asked, from 0 to 1, a moment is told by."""
        have = self._words[id(moment)]
        told = sum(
            weight
            for word, weight in asked.items()
            if word in have or (word not in self._weights and _near(word, have))
        )
        return told / sum(asked.values())

    def _wording(self, text: str) -> "Wording":
        words = folded(fold(text).split())
        telling = {_stem(word): self._weight(word) for word in words if word not in EMPTY}
        return Wording(frozenset(words), telling)

    def _weight(self, word: str) -> float:
        """Return how much a word tells; one that no moment has, the more the stranger it is."""
        unknown = 1.0 if word in lexicon.FILLER else 3.0 if word in lexicon.KNOWN else 6.0
        weight = self._weights.get(_stem(word), unknown)
        return min(weight, 2.0) if word in lexicon.FILLER else weight


def _words(moment: Moment, almanac: Almanac) -> frozenset[str]:
    category = almanac.categories[moment.category_id].name if moment.category_id else ""
    film = almanac.films[moment.film_id].title if moment.film_id else ""
    people = " ".join(moment.people)
    text = fold(f"{moment.topic} {moment.text} {people} {category} {film} {moment.kind}")
    return frozenset(_stem(word) for word in folded(text.split()))


def _near(word: str, have: AbstractSet[str]) -> bool:
    """Whether a word with a letter wrong is among others."""
    like = (other for other in have if other[0] == word[0])
    return len(word) > 5 and any(OSA.distance(word, o, score_cutoff=1) <= 1 for o in like)


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 3:
            word = word[: -len(ending)]
            break
    return sys.intern(word)  # many moments are told by the same words


_KINDS = frozenset(map(_stem, TRAITS))
