"""What a span of a question's words may name, and which spans are, together, the likeliest.

The same words may name several things ("Chaplin" is a film and a man), so each span keeps all its
senses; the kinds of questions decide by what the rest of the question asks.
"""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from bot.ask.common import COMMON
from bot.ask.lexicon import DESCRIPTION, KNOWN, LOSE, NOMINATE, NUMBERS, WIN, WON, words
from bot.ask.words import Word
from bot.names.fold import ARTICLES, key

YEAR_DIGITS = 4
SHORT_TITLE = 3
PER_WORD = 10.0
"""What each word adds to the score of a name typed in full."""

WEAK = 6.0
"""Mentions that score less are looked at only where nothing else is named."""

_BEFORE_NAMES = {
    "being",
    "for",
    "from",
    "in",
    "of",
    "by",
    "with",
    "called",
    "titled",
    "vs",
    "or",
    "than",
}
_CHECKS = {"right", "correct", "huh", "yes", "no"}
_OF_NIGHTS = {"year", "winner"}
_OPENERS = {"so", "but", "ok", "wait", "well", "and", "yo"}
_NOUNS = {"film", "movie", "picture", "flick", "song"}
_VERBS = words("did does has have had was were is didnt wasnt isnt hasnt")
_DEEDS = (
    WIN
    | NOMINATE
    | LOSE
    | {"beat", "beats", "defeat", "end", "from", "ever", "not", "never", "really", "actually"}
)
_AFTER_NAMES = words(
    "at in and or but which what who did was is right lol vs won win wins this that oscar oscars "
    "too also either though"
)
_NEVER_NAMES = words(
    "it her him them me us you this that what which whom who each all both more most only one two "
    "three she he they we first last second best acting year years film movie picture song actor "
    "actress director role part lead leading supporting old new time times total music sound "
    "writing man woman women men person another something anything nothing other any some people "
    "winner after before between until since during about producers producer writers writer "
    "directors editors editor actors actresses films movies pictures songs winners nominees "
    "nominee star stars singer singers composer performer performers character roles oscar oscars "
    "award awards category again yes no end field cat cartoon cartoons play plays host hosts "
    "champion champ competition songwriter songwriters lyricist screenwriter musician "
    "filmmaker country never not ever really actually just even still already"
)
_BEFORE_DEEDS = words("year when that since because after if before night time did")
_HOLDERS = words("winner winners nominee nominees recipient victor")
"""What makes no name of the word before: "did the big winner"."""

_OWNERS = words("my our your his her their a an some this that every")
_SEQUELS = {"2", "3", "4", "5", "ii", "iii", "iv", "two", "three", "four"}
_HEADED = _DEEDS | words(
    "oscars awards nominations noms vs versus or cast director composer was is has had how what "
    "who which did gave lost beat got"
)
"""What follows a name that a question begins with: "wicked oscars", "gravity vs ..."."""

_COUNTED = {"oscars", "times", "awards", "academy", "nominations", "wins"}

Found = dict[tuple[int, int], list["Sense"]]
"""The senses of each span of words, as they are found."""


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing that a span of words may name. `ids` holds several where the name does.

    exact: whether the name was typed in full, as opposed to misspelt or in part.
    """

    kind: str
    ids: tuple[str, ...]
    score: float
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of words, from `start` up to `end`, with what it may name, best first."""

    start: int
    end: int
    senses: tuple[Sense, ...]

    @property
    def score(self) -> float:
        """How surely these words are a name at all."""
        return self.senses[0].score

    def sense(self, *kinds: str) -> Sense | None:
        """Return the best sense of these kinds."""
        return next((sense for sense in self.senses if sense.kind in kinds), None)


@dataclass(frozen=True)
class Sentence:
    """The words of a question, as names are looked for in them.

    keys, bases: each word as names are filed, with and without a possessive s. busy: the places
    of words that tell a time or a category.
    """

    words: Sequence[Word]
    keys: Sequence[str]
    bases: Sequence[str]
    busy: frozenset[int]

    @classmethod
    def of(cls, words: Sequence[Word], taken: Iterable[tuple[int, int]]) -> "Sentence":
        """Return the sentence of some words, some spans of which are taken."""
        return cls(
            words,
            [key(word.text) or word.text for word in words],
            [key(word.base) or word.base for word in words],
            frozenset(at for start, end in taken for at in range(start, end)),
        )

    def stands_as_name(self, start: int, end: int) -> bool:
        """Whether everyday words stand where a name does: "... win for gravity?", "did up win"."""
        texts = [word.text for word in self.words]
        left = texts[start - 1] if start and start - 1 not in self.busy else ""
        right = texts[end] if end < len(texts) else ""
        if all(text in _NEVER_NAMES for text in texts[start:end]):
            return False
        year = right.isdigit() and len(right) == YEAR_DIGITS
        paused = end == len(texts) or self.words[end].pause
        ends = paused or right in _AFTER_NAMES or year
        if left in ARTICLES and right in _NOUNS and texts[start] not in DESCRIPTION:
            return True
        begins = self.words[start].pause or (
            left in ARTICLES | _OPENERS and self.words[start - 1].pause
        )
        if left in ARTICLES:
            left = texts[start - 2] if start > 1 else ""
            right = "" if right in _HOLDERS else right
        owner = self.words[end - 1].base != self.words[end - 1].text and left not in _OWNERS
        return (
            owner
            or (left in _BEFORE_NAMES and ends)
            or (left in _VERBS and (right in _DEEDS or right in _CHECKS or year))
            or (left in _BEFORE_DEEDS and right in WON)
            or (left == "year" and right in ("was", "got", "lost", "took"))
            or (left == "it" and right == "that")
            or (left in ("before", "after") and ends and not _OF_NIGHTS.isdisjoint(texts[:start]))
            or (left in _COUNTED and right in _DEEDS)
            or (left in _NOUNS and (ends or right in _DEEDS))
            or (begins and (right in _HEADED or paused or year or end in self.busy))
        )


def likeliest(found: Found, sentence: Sentence) -> list[Mention]:
    """Choose spans that do not overlap and are, taken together, the likeliest; in order."""
    words = sentence.words
    spans = sorted(found, key=lambda span: span[1])
    best: dict[int, tuple[float, list[tuple[int, int]]]] = {0: (0.0, [])}
    for end in range(1, len(words) + 1):
        top = best[end - 1]
        for span in spans:
            if span[1] == end:
                score, chosen = best[span[0]]
                value = score + max(sense.score for sense in found[span])
                if value > top[0] + 1e-9:
                    top = (value, [*chosen, span])
        best[end] = top
    mentions = []
    for span in best[len(words)][1]:
        by_thing: dict[tuple[str, tuple[str, ...]], Sense] = {}
        for sense in sorted(found[span], key=lambda sense: -sense.score):
            by_thing.setdefault((sense.kind, sense.ids), sense)
        senses = tuple(_one_a_kind(by_thing.values()))
        start = span[0]
        if start and words[start - 1].text in ARTICLES:
            start -= 1
        mentions.append(Mention(start, span[1], senses))
    return _unsuspected(mentions, sentence)


def _unsuspected(mentions: Sequence[Mention], sentence: Sentence) -> list[Mention]:
    """Leave out single words beside an unknown one: "Ryan" in "meg ryan" is not the film."""
    words = sentence.words
    named = sentence.busy | {at for m in mentions for at in range(m.start, m.end)}

    def unknown(at: int) -> bool:
        if not 0 <= at < len(words) or at in named:
            return False
        word = words[at]
        return word.text not in KNOWN and not word.text.isdigit() and not word.mended

    def sure(mention: Mention) -> bool:
        articles = words[mention.start].text in ARTICLES
        if mention.end - mention.start > 1 + articles or words[mention.start].quoted:
            return True
        if mention.senses[0].kind == "country":
            return True
        before = unknown(mention.start - 1) and not words[mention.start].pause
        after = unknown(mention.end) and not words[mention.end].pause
        return not before and not after

    halves = _halves(mentions, words)
    kept = [m for m in mentions if m not in halves and sure(m)]
    return [m for m in kept if not _is_sequel(m, words, named)]


def _halves(mentions: Sequence[Mention], words: Sequence[Word]) -> list[Mention]:
    """Return films found side by side, one of them misspelt: "hunger games" is neither's title."""
    halves = []
    for one, two in itertools.pairwise(mentions):
        beside = one.end == two.start and not words[two.start].pause
        films = one.senses[0].kind == two.senses[0].kind == "film"
        short = two.end - one.start <= SHORT_TITLE
        everyday = {words[one.end - 1].text, words[two.end - 1].text} & COMMON
        if (
            beside
            and films
            and short
            and everyday
            and not (one.senses[0].exact and two.senses[0].exact)
        ):
            halves += [one, two]
    return halves


def _is_sequel(mention: Mention, words: Sequence[Word], named: AbstractSet[int]) -> bool:
    """Whether a number follows that makes another film of the title: "dune part three"."""
    at = mention.end + (mention.end < len(words) and words[mention.end].text == "part")
    if not at < len(words) or at in named or mention.senses[0].kind != "film":
        return False
    if words[at].text not in _SEQUELS or (at == mention.end and words[at].text in NUMBERS):
        return False
    if not words[at].text.isdigit() and words[at].text not in NUMBERS:
        return True  # "rocky ii oscars"
    return at + 1 >= len(words) or words[at + 1].text not in _COUNTED


def _one_a_kind(senses: Iterable[Sense]) -> Iterator[Sense]:
    """Merge what is left of each kind: other ids follow the best."""
    kept: dict[str, Sense] = {}
    for sense in senses:
        if sense.kind not in kept:
            kept[sense.kind] = sense
        elif not kept[sense.kind].exact and kept[sense.kind].score - sense.score < 1.5:
            ids = tuple(dict.fromkeys((*kept[sense.kind].ids, *sense.ids)))
            kept[sense.kind] = replace(kept[sense.kind], ids=ids)
    yield from kept.values()
