"""The words that the moments of the nights are told by, weighed by how much each one tells."""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from bot.ask import lexicon
from bot.models import Moment
from bot.names.fold import fold
from bot.store.almanac import Almanac

# Words that no moment is told by; the names and the rest are what counts.
_EMPTY = lexicon.words(
    "who what which when where how did do does was were is are the a an of in at on for to and or "
    "by with that this ever it its his her their he she they him them oscar oscars academy award "
    "awards ceremony night show person people one someone somebody name tell me about s "
    "best film movie there been has have had any at as from be be "
    "won't all time history year years out up into so much long over recent not many why "
    "wasnt didnt werent "
    "anyone anybody happened whom people gave given statuette trophy us usa"
)
# Several words that stand for one.
_SHOWS = (
    *("ceremony", "show", "broadcast", "telecast", "oscars ceremony", "oscars broadcast"),
    *("oscars show", "oscar show", "oscar ceremony", "oscar broadcast", "oscar night", "oscars"),
    *("academy awards ceremony", "academy awards"),
)
_CROWDS = ("audience", "viewers", "viewership", "ratings")
_PHRASES = (
    *((f"longest {show}", "longest telecast") for show in _SHOWS),
    *((f"shortest {show}", "shortest telecast") for show in _SHOWS),
    ("african american", "black"),
    ("african americans", "black"),
    ("person of color", "nonwhite"),
    ("person of colour", "nonwhite"),
    ("after death", "posthumous"),
    ("after dying", "posthumous"),
    ("after he died", "posthumous"),
    ("after she died", "posthumous"),
    ("after his death", "posthumous"),
    ("after her death", "posthumous"),
    ("not in the english language", "foreign"),
    ("not in english", "foreign"),
    ("non english language", "foreign"),
    ("non english", "foreign"),
    ("nonenglish", "foreign"),
    ("other than english", "foreign"),
    ("foreign language", "foreign"),
    ("on her own", "alone"),
    ("by herself", "alone"),
    ("single handedly", "alone"),
    ("black and white", "monochrome"),
    ("opposite sex", "opposite"),
    ("screen time", "performance"),
    ("hip hop", "rap"),
    ("k pop", "kpop"),
    ("how long", "length"),
    ("on behalf of", "for"),
    ("latin american", "latina"),
    ("most recent", "last"),
    ("turned down", "refused"),
    ("turn down", "refused"),
    ("named oscar", "namesake"),
    ("just one", "only"),
    ("up for", "nominated"),
    ("in the running for", "nominated"),
    *((f"{medium} {crowd}", "audience") for medium in ("tv", "television") for crowd in _CROWDS),
    ("put off", "postpone"),
    ("pushed back", "postpone"),
)
ORDINALS = (
    frozenset("first youngest oldest longest shortest only last".split())
    | frozenset(lexicon.ORDINALS)
    | {"many", "ninth"}
)
"""Which one of a kind a moment tells; one that tells of another is not what is asked."""

TRAITS = lexicon.words(
    "woman black african asian korean japanese chinese indian mexican cambodian malaysian irish "
    "latina muslim native indigenous deaf blind bond alone own posthumous silent color animated "
    "superhero stream rated telecast trans openly foreign speech performance puerto rapper rap "
    "sequel remake horror western musical fantasy monochrome talkie lgbtq g x nonwhite televised "
    "toss opposite namesake iranian dutch dominican latvian hosted host"
)
"""What sets one winner apart from the others, and no table but the moments tells."""
_SAME = {
    "actress": "actor",
    "actresses": "actor",
    "actors": "actor",
    "male": "man",
    "sole": "only",
    "lone": "only",
    "earliest": "first",
    "latest": "last",
    "nation": "country",
    "talking": "talkie",
    "sound": "talkie",
    "queer": "lgbtq",
    "gay": "lgbtq",
    "female": "woman",
    "women": "woman",
    "men": "man",
    "females": "woman",
    "latino": "latina",
    "hispanic": "latina",
    "colour": "color",
    "coloured": "color",
    "colored": "color",
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
    "acceptance": "speech",
    "accepts": "accepted",
    "accepting": "accepted",
    "accepted": "accepted",
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
    "transgender": "trans",
    "animation": "animated",
    "cartoon": "animated",
    "silent": "silent",
    "composer": "score",
    "tease": "fun",
    "teased": "fun",
    "mocked": "fun",
    "comedian": "host",
    "announced": "announced",
    "kids": "children",
    "read": "announced",
    "rescheduled": "postpone",
    "reminded": "told",
    "remind": "told",
    "nude": "streaker",
    "sung": "perform",
    "sang": "perform",
    "sing": "perform",
    "performed": "perform",
}


def folded(words: Iterable[str]) -> list[str]:
    """Return words as moments are found by: several that stand for one are that one."""
    text = f" {' '.join(words)} "
    for phrase, word in _PHRASES:
        text = text.replace(f" {phrase} ", f" {word} ")
    return [_meant(word) for word in text.split()]


def _meant(word: str) -> str:
    if word in _SAME:
        return _SAME[word]
    return "win" if word in lexicon.WIN else word


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

    def __init__(self, almanac: Almanac) -> None:
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
        return all(_stem(_meant(word)) in have for word in words)

    def asked(self, words: Iterable[str], same: Mapping[str, str]) -> Mapping[str, float]:
        """Return what a question asks for: the stems of its words with their weights.

        same: words of the question with what they stand for, besides those that always do.
        """
        wanted = {same.get(word, word) for word in folded(words) if word not in _EMPTY}
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
        telling = {_stem(word): self._weight(word) for word in words if word not in _EMPTY}
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
            return word[: -len(ending)]
    return word


_KINDS = frozenset(map(_stem, TRAITS))
