"""Finds what a question names: films, people, characters, songs, countries."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bot.ask.common import COMMON
from bot.ask.lexicon import AWARD, KNOWN, NUMBERS
from bot.ask.misspelt import find_misspelt
from bot.ask.moment_words import MomentWords
from bot.ask.parts import Parts
from bot.ask.senses import PER_WORD, WEAK, Found, Mention, Sense, Sentence, likeliest
from bot.ask.surnames import OF_ROLES, Surnames
from bot.ask.words import Word
from bot.names.catalogue import Catalogue
from bot.names.fold import ARTICLES, key
from bot.names.index import NameIndex
from bot.store.almanac import Almanac

LONGEST_NAME = 12
MONONYM = 11.0
MORE_FAMOUS = 5.0
"""A surname that is also a title is the person's where the person is so much better known."""

_ROLE_WORDS = {"actor", "actress", "director"}
"""Titles only where they are quoted."""

_PHRASES = {"forthefirsttime", "onemoretime", "allofyou", "thelasttime"}
"""Titles of songs that are said every day."""


class Spotter:
    """Finds the names of one catalogue in questions."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.almanac = catalogue.almanac
        self.parts = Parts(self.almanac)
        self.moment_words = MomentWords(self.almanac, catalogue.people.knows_word)
        self._songs = _songs(self.almanac)
        self._countries = _countries(self.almanac)
        self._surnames = Surnames(catalogue)

    def is_name_word(self, word: str) -> bool:
        """Whether a word stands in some name, or is one run together: "blackswan"."""
        return (
            self.catalogue.people.knows_word(word)
            or self.catalogue.films.knows_word(word)
            or self.parts.knows_word(word)
            or self.catalogue.categories.knows_word(word)
            or word in self._surnames
            or bool(self.catalogue.films.exact_squashed(word))
            or bool(self.catalogue.people.exact_squashed(word))
        )

    def mentions(self, words: Sequence[Word], taken: Iterable[tuple[int, int]]) -> list[Mention]:
        """Return the likeliest mentions in order, none overlapping another or a span of `taken`."""
        sentence = Sentence.of(words, taken)
        found: Found = defaultdict(list)
        self._find_exact(sentence, found)
        self._surnames.find(sentence, found)
        find_misspelt(sentence, self.catalogue, found)
        return likeliest(found, sentence)

    def _find_exact(self, sentence: Sentence, found: Found) -> None:
        words, keys = sentence.words, sentence.keys
        roles = any(word.text in OF_ROLES for word in words)
        for start in range(len(words)):
            self._find_inverted(sentence, start, found)
            for end in range(start + 1, min(len(words), start + LONGEST_NAME) + 1):
                if end - 1 in sentence.busy:
                    break
                last = keys[end - 1]
                # "colleen atwoods first": the apostrophe is often left out.
                bare = last[:-1] if last[-1] == "s" else last
                of_country = bare in self._countries and not self.catalogue.films.knows_word(last)
                owner = bare if end - start > 1 or of_country else last
                for ending in dict.fromkeys((last, sentence.bases[end - 1], owner)):
                    squashed = "".join(keys[start : end - 1]) + ending
                    for sense in self._exact(squashed, sentence, start, end):
                        unlikely = sense.kind == "character" and end - start == 1 and not roles
                        found[start, end].append(
                            replace(sense, score=WEAK - 1) if unlikely else sense
                        )

    def _find_inverted(self, sentence: Sentence, start: int, found: Found) -> None:
        """Find "Hepburn (Katharine)"."""
        brackets = [word.bracketed for word in sentence.words[start : start + 3]]
        if brackets[:2] != [False, True] or brackets[2:] == [True]:
            return
        if not sentence.busy.isdisjoint((start, start + 1)):
            return
        people = self.catalogue.people.exact_squashed(
            sentence.keys[start + 1] + sentence.keys[start]
        )
        if people:
            ids = _by_weight(self.catalogue.people, people)
            found[start, start + 2].append(Sense("person", ids, 2 * PER_WORD))

    def _exact(self, squashed: str, sentence: Sentence, start: int, end: int) -> Iterator[Sense]:
        """Yield what has this very name; a name of common words scores little."""
        span = sentence.words[start:end]
        if _is_no_name(sentence, start, end):
            return
        count = len(span)
        everyday = (COMMON if count == 1 else KNOWN) | ARTICLES
        common = all(word.text in everyday for word in span)
        common = common and not (count == 1 and sentence.stands_as_name(start, end))
        if common and _counts_something(sentence, start, end):
            return
        sure = _common_score(span) if common else PER_WORD * count + (5 if count > 1 else 2)
        films = self.catalogue.films.exact_squashed(squashed)
        if films:
            if not span[0].quoted and not (start and sentence.words[start - 1].text in ARTICLES):
                yield from self._famous_namesake(squashed, films[0], sure, count)
            yield Sense("film", _by_weight(self.catalogue.films, films), sure)
        people = self.catalogue.people.exact_squashed(squashed)
        if people:
            score = sure if count > 1 or common else min(sure, MONONYM)
            yield Sense("person", _by_weight(self.catalogue.people, people), score)
        parts = self.parts.called(squashed)
        if parts:
            yield Sense("character", parts, sure - 3)
        if squashed in self._songs and squashed not in _PHRASES:
            yield Sense("song", self._songs[squashed], sure - 2)
        if squashed in self._countries:
            yield Sense("country", self._countries[squashed], PER_WORD * count)

    def _famous_namesake(
        self, squashed: str, film_id: str, sure: float, count: int
    ) -> Iterator[Sense]:
        people = self._surnames.called(squashed) if count == 1 else ()
        weight = max(self.catalogue.films.weight(film_id), 1)
        if people and self.catalogue.people.weight(people[0]) > MORE_FAMOUS * weight:
            yield Sense("person", people[:1], sure + 1, exact=False)


def _is_no_name(sentence: Sentence, start: int, end: int) -> bool:
    """Whether words are never a name where they stand, whatever is called so."""
    texts = [word.text for word in sentence.words[start : end + 1]]
    span = sentence.words[start:end]
    before = sentence.words[start - 1].text if start else ""
    if all(_is_number(word) for word in span):
        return [before, *texts[: end - start]] != ["from", "once"]
    role = len(span) == 1 and span[0].text in _ROLE_WORDS and not span[0].quoted
    return role or texts == ["up", "for"] or all(word.text in AWARD for word in span)


def _common_score(span: Sequence[Word]) -> float:
    """Return the score of a name made of common words: capitals or quotation marks tell it."""
    count = len(span)
    score = 3.0 * count if count < 3 else 8.0 * count
    score -= 2 if span[0].text in NUMBERS else 0  # "two women shared it" is no title
    score += 6 if all(word.capital for word in span) else 0
    return score + (12 if all(word.quoted for word in span) else 0)


def _counts_something(sentence: Sentence, start: int, end: int) -> bool:
    """Whether words only tell how many of what are asked for: "which two women ..."."""
    span = sentence.words[start:end]
    before = sentence.words[start - 1].text if start else ""
    return (
        _is_number(span[0])
        and before in ("which", "what", "the", "these", "those", "name", "only")
        and not any(word.capital or word.quoted for word in span)
    )


def _is_number(word: Word) -> bool:
    return word.text in NUMBERS or (word.text.isdigit() and len(word.text) < 3)


def _by_weight(index: NameIndex, ids: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted(ids, key=index.weight, reverse=True))


def _songs(almanac: Almanac) -> dict[str, tuple[str, ...]]:
    """Return the nominations of each song, by its title as names are filed, without spaces."""
    found: dict[str, list[str]] = defaultdict(list)
    for nomination in almanac.by_category.get("original-song", ()):
        for song in (work.song for work in nomination.works if work.song):
            whole = song.replace("in' ", "ing ") + ("g" if song.endswith("in'") else "")
            for name in {song, whole, song.split("(")[0], *song.strip(")").split("(")}:
                squashed = key(name).replace(" ", "")
                if len(squashed) > 1 and nomination.id not in found[squashed]:
                    found[squashed].append(nomination.id)
    return {name: tuple(ids) for name, ids in found.items()}


def _countries(almanac: Almanac) -> dict[str, tuple[str, ...]]:
    """Return the countries as the record names them, by a word for each; () where it has none."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, country in almanac.country_names:
        found[key(name).replace(" ", "")] += [country] if country else []
    return {name: tuple(countries) for name, countries in found.items()}
