"""The words that the moments of the nights are told by, weighed by how much each one tells."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from rapidfuzz.distance import OSA

from bot.ask import lexicon
from bot.models import Moment
from bot.names.fold import fold
from bot.store.almanac import Almanac

# Words that no moment is told by; the names and the rest are what counts.
_EMPTY = lexicon.words(
    "who what which when where how did do does was were is are the a an of in at on for to and or "
    "by with that this ever it its his her their he she they him them oscar oscars academy award "
    "awards ceremony night show person people one someone somebody name tell me about s get got "
    "won win winner wins winning best film movie there been has have had any at as from be be "
    "won't all time history year years out up into so many much long over"
)
_SAME = {
    "actress": "actor",
    "actresses": "actor",
    "actors": "actor",
    "male": "man",
    "female": "woman",
    "women": "woman",
    "men": "man",
    "african": "black",
    "american": "american",
    "latino": "latina",
    "hispanic": "latina",
    "colour": "color",
    "coloured": "color",
    "colored": "color",
    "youngest": "youngest",
    "oldest": "oldest",
    "posthumously": "posthumous",
    "directing": "director",
    "direction": "director",
    "directed": "director",
    "nominee": "nominated",
    "nomination": "nominated",
    "nominations": "nominated",
    "viewers": "audience",
    "ratings": "audience",
    "watched": "audience",
    "viewership": "audience",
    "slapped": "slap",
    "slaps": "slap",
    "hit": "slap",
    "punched": "slap",
    "spoke": "speech",
    "speak": "speech",
    "say": "speech",
    "said": "speech",
    "says": "speech",
    "thanked": "thank",
    "thanks": "thank",
    "dedicated": "dedicate",
    "gum": "gum",
    "threw": "toss",
    "throw": "toss",
    "tossed": "toss",
    "naked": "streaker",
    "streaked": "streaker",
    "refuse": "refused",
    "declined": "refused",
    "decline": "refused",
    "turned": "refused",
    "rejected": "refused",
    "reject": "refused",
    "films": "film",
    "movies": "film",
    "streamed": "stream",
    "streaming": "stream",
    "duration": "length",
    "televised": "televised",
    "television": "televised",
    "tv": "televised",
    "wrong": "wrong",
    "mistake": "wrong",
    "mistakenly": "wrong",
    "envelopes": "envelope",
    "postponed": "postpone",
    "delayed": "postpone",
    "moved": "postpone",
    "asian": "asian",
    "lgbtq": "trans",
    "transgender": "trans",
    "animation": "animated",
    "silent": "silent",
    "composer": "score",
    "tease": "fun",
    "teased": "fun",
    "mocked": "fun",
    "comedian": "host",
    "announced": "announced",
    "kids": "children",
    "read": "announced",
    "reminded": "told",
    "remind": "told",
}


class MomentWords:
    """The moments of one build by their words."""

    def __init__(self, almanac: Almanac) -> None:
        self._words = {id(moment): _words(moment, almanac) for moment in almanac.moments}
        counts = Counter(word for words in self._words.values() for word in words)
        total = len(almanac.moments)
        self._weights = {word: math.log(1 + total / n) for word, n in counts.items()}

    def has(self, moment: Moment, words: Iterable[str]) -> bool:
        """Whether a moment is told by all these words."""
        have = self._words[id(moment)]
        return all(_stem(_SAME.get(word, word)) in have for word in words)

    def asked(self, words: Iterable[str], same: Mapping[str, str]) -> Mapping[str, float]:
        """Return what a question asks for: the stems of its words with their weights.

        same: words of the question with what they stand for, besides those that always do.
        """
        wanted = {same.get(w, _SAME.get(w, w)) for w in words if w not in _EMPTY}
        return {_stem(word): self._weight(word) for word in wanted}

    def share(self, asked: Mapping[str, float], moment: Moment) -> float:
        """Return which share of what is asked, from 0 to 1, a moment is told by."""
        have = self._words[id(moment)]
        told = sum(weight for word, weight in asked.items() if _held(word, have))
        return told / sum(asked.values())

    def _weight(self, word: str) -> float:
        """Return how much a word tells; one that no moment has, the more the stranger it is."""
        unknown = 1.0 if word in lexicon.FILLER else 3.0 if word in lexicon.KNOWN else 6.0
        return self._weights.get(_stem(word), unknown)


def _words(moment: Moment, almanac: Almanac) -> frozenset[str]:
    category = almanac.categories[moment.category_id].name if moment.category_id else ""
    film = almanac.films[moment.film_id].title if moment.film_id else ""
    people = " ".join(moment.people)
    text = fold(f"{moment.topic} {moment.text} {people} {category} {film} {moment.kind}")
    return frozenset(_stem(_SAME.get(word, word)) for word in text.split())


def _held(word: str, have: AbstractSet[str]) -> bool:
    """Whether a word, or one with a letter wrong, is among others."""
    if word in have:
        return True
    like = (other for other in have if other[0] == word[0])
    return len(word) > 5 and any(OSA.distance(word, o, score_cutoff=1) <= 1 for o in like)


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 3:
            return word[: -len(ending)]
    return word
