"""What happened on the nights told in full, by the words that people use for it.

A night is told in full where it is on record who presented and performed. Moments and appearances
are one here: each is something told, with the words it can be found by. Some words tell a deed: a
question on an award shares names with what is told, never a deed.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from bot.ask import lexicon
from bot.ask.night_vocabulary import (
    DEEDS,
    DESCRIBING,
    EMPTY,
    LIGHT,
    NO_DEEDS,
    spelt,
    token,
    tokens,
)
from bot.models import Appearance, Moment
from bot.names.fold import fold
from bot.store.almanac import Almanac
from bot.wording import listed

_CAPITAL = re.compile(r"(?<=[^.!?:] )[A-Z]\w+")
UNKNOWN, KNOWN, DESCRIBED, AWARD = 5.0, 2.5, 0.6, 3.0
SHORT = 5
"""A word of so many letters is not taken for a misspelt one."""


@dataclass(frozen=True)
class Told:
    """Something told of a night.

    kind: of the moment, or the role of those who appeared. note: what else is told. names: its
    words that are in names. wordings: the words of each way to tell it.
    """

    ceremony: int
    kind: str
    heading: str
    text: str
    note: str
    categories: frozenset[str]
    words: frozenset[str]
    names: frozenset[str]
    wordings: tuple[frozenset[str], ...]


class NightWords:
    """All that is told of the nights told in full, with the weight of each word."""

    def __init__(self, almanac: Almanac, is_of_person: Callable[[str], bool]) -> None:
        """is_of_person: whether a word stands in somebody's name."""
        self._is_of_person = is_of_person
        self.nights = frozenset(a.ceremony for a in almanac.appearances)
        moments = (m for m in almanac.moments if m.ceremony in self.nights)
        self.told: tuple[Told, ...] = (
            *(_of_moment(moment, almanac) for moment in moments),
            *_of_appearances(almanac),
        )
        titles = {word for film in almanac.films.values() for word in fold(film.title).split()}
        self._named = frozenset(word for told in self.told for word in told.names) | {
            token(word)
            for told in self.told
            for word in fold(" ".join(_CAPITAL.findall(f"{told.text} {told.note}"))).split()
            if word in titles
        }
        counts = Counter(word for told in self.told for word in told.words)
        total = len(self.told)
        self._weights = {word: math.log(1 + total / n) for word, n in counts.items()}

    def weight(self, typed: str) -> float:
        """Return how much a word of a question tells; 0 for one that may be passed over."""
        word = token(typed)
        if word in LIGHT:
            return LIGHT[word]
        if typed in EMPTY and word not in DEEDS:
            return 0.0
        if typed in DESCRIBING or word in DESCRIBING:
            return DESCRIBED
        named = typed not in lexicon.KNOWN and self._is_of_person(typed)
        unknown = UNKNOWN if named else KNOWN
        return self._weights.get(word, unknown)

    def knows(self, typed: str) -> bool:
        """Whether anything is told by a word."""
        return token(typed) in self._weights

    def is_done(self, typed: str) -> bool:
        """Whether a word is one of those for what is done on every night."""
        return token(typed) in DEEDS

    def is_deed(self, typed: str) -> bool:
        """Whether a word tells what somebody did, and not only who, or of which award."""
        word = token(typed)
        if typed in NO_DEEDS or typed.isdigit():
            return False
        return word in DEEDS or (word not in self._named and typed not in lexicon.KNOWN)

    def having(self, typed: Iterable[str]) -> Sequence[Told]:
        """Return what has any of some words; everything where one of them may be misspelt."""
        words = {token(word) for word in typed}
        if any(len(word) > SHORT and word not in self._weights for word in words):
            return self.told
        return [told for told in self.told if not told.words.isdisjoint(words)]

    def holds(self, told: Told, typed: str) -> bool:
        """Whether a word, or one with a letter wrong, is among those of something told."""
        word = token(typed)
        if word in told.words:
            return True
        return (
            len(word) > SHORT
            and word not in self._weights
            and any(
                other[0] == word[0] and OSA.distance(word, other, score_cutoff=1) <= 1
                for other in told.words
            )
        )

    def fit(self, told: Told, asked: Iterable[str]) -> float:
        """Return which share of the best of its wordings, from 0 to 1, is asked."""
        wanted = set(asked)
        return max(
            sum(self._weights[w] for w in wording & wanted)
            / (sum(self._weights[w] for w in wording) or 1.0)
            for wording in told.wordings
        )


def _of_moment(moment: Moment, almanac: Almanac) -> Told:
    film = almanac.films[moment.film_id].title if moment.film_id else ""
    category = almanac.categories[moment.category_id].name if moment.category_id else ""
    names = _names([*moment.people, film, category])
    kind = "speech" if moment.kind == "speech" else ""
    words = frozenset(tokens(f"{moment.topic} {moment.text} {kind}")) | names
    return Told(
        moment.ceremony,
        moment.kind,
        moment.heading,
        moment.text,
        "",
        frozenset({moment.category_id} if moment.category_id else ()),
        words,
        names,
        tuple(_wording(f"{part} {kind}") for part in (*moment.topic.split(";"), moment.text)),
    )


_DONE = {
    "presenter": ("presented", "presented"),
    "performer": ("performed", "performed sang song music"),
    "tribute": ("spoke the tribute to", "tribute spoke introduced remembered"),
    "announcer": ("was the announcer of the show", "announcer voice"),
}


def _of_appearances(almanac: Almanac) -> Iterator[Told]:
    """Yield what is told of appearances, one for all that the same people presented."""
    groups: dict[object, list[Appearance]] = defaultdict(list)
    for seen in almanac.appearances:
        alone = seen.subject if seen.role != "presenter" else None
        groups[seen.ceremony, seen.role, seen.people, alone].append(seen)
    for group in groups.values():
        first = group[0]
        categories = [a.category_id for a in group if a.category_id]
        awards = [almanac.categories[id_].name for id_ in categories]
        winners = [
            name
            for row in almanac.by_ceremony[first.ceremony]
            if row.won and row.category_id in categories
            for name in (
                *(nominee.name for nominee in row.nominees),
                *(work.title for work in row.works),
                row.country or "",
            )
        ]
        done, more = _DONE[first.role]
        subjects = [a.subject for a in group if a.subject]
        what = listed(awards or subjects)
        notes = " ".join(dict.fromkeys(a.note for a in group if a.note))
        names = _names([*first.people, *awards, *winners])
        words = frozenset(tokens(f"{done} {more} {' '.join(subjects)} {notes}")) | names
        yield Told(
            first.ceremony,
            first.role,
            f"{listed(first.people)}: {what}",
            f"{listed(first.people)} {done} {what}".strip(),
            notes,
            frozenset(categories),
            words,
            names,
            (_wording(f"{' '.join(first.people)} {done} {what}"), _wording(notes or done)),
        )


def _names(names: Iterable[str]) -> frozenset[str]:
    return frozenset(word for name in names for word in tokens(name))


def _wording(text: str) -> frozenset[str]:
    return frozenset(token(word) for word in spelt(text) if word not in EMPTY)


def weighed(words: NightWords, asked: Iterable[str]) -> Mapping[str, float]:
    """Return the words of a question that tell something, with how much each tells."""
    return {word: weight for word in asked if (weight := words.weight(word)) > 0}
