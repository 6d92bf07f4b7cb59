"""Finds names among the words that nothing else explains: misspelt, out of order, or cut short."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from bot.ask.common import COMMON
from bot.ask.lexicon import KNOWN
from bot.ask.senses import PER_WORD, WEAK, Found, Sense, Sentence
from bot.names.catalogue import Catalogue
from bot.names.fold import ARTICLES
from bot.names.index import Close, NameIndex

ALIKE = 80.0
"""How alike the letters of several words and a name must be, of 100; a single word a bit more."""

NEARLY_SAME = 93.0
WORD_ALIKE = 66.0
LONGEST_BEGINNING = 7
_MARGIN = 3
_LITTLE = {"the", "of", "a", "an", "and", "in", "to", "on", "for", "at"}


def find_misspelt(sentence: Sentence, catalogue: Catalogue, found: Found) -> None:
    """Add to `found` what the words that nothing explains may name."""
    strange = frozenset(_unexplained(sentence, found))
    for start, end in _stretches(sorted(strange), sentence):
        stretch = _Stretch(sentence, start, end, strange)
        for span, sense in stretch.titles_begun(catalogue.films):
            found[span].append(sense)
        for kind, index in (("film", catalogue.films), ("person", catalogue.people)):
            for span, sense in stretch.alike(kind, index, catalogue.people):
                found[span].append(sense)


def _unexplained(sentence: Sentence, found: Found) -> Iterator[int]:
    """Yield the places of words that are in no vocabulary and in no name typed in full."""
    explained = set(sentence.busy)
    for (start, end), senses in found.items():
        if max(sense.score for sense in senses) >= PER_WORD * (end - start):
            explained.update(range(start, end))
    for at, word in enumerate(sentence.words):
        known = word.text in COMMON or word.mended or word.text.isdigit()
        if not known and at not in explained:
            yield at


def _stretches(strange: Sequence[int], sentence: Sentence) -> list[tuple[int, int]]:
    """Return the spans around unexplained words, with up to three words on either side."""
    spans: list[tuple[int, int]] = []
    for at in strange:
        start, end = max(0, at - _MARGIN), min(len(sentence.words), at + _MARGIN + 1)
        while any(place in sentence.busy for place in range(start, at)):
            start += 1
        while any(place in sentence.busy for place in range(at, end)):
            end -= 1
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], end))
        else:
            spans.append((start, end))
    return spans


@dataclass(frozen=True)
class _Stretch:
    """Words from `start` up to `end`, of which those at `strange` are unexplained."""

    sentence: Sentence
    start: int
    end: int
    strange: frozenset[int]

    def titles_begun(self, index: NameIndex) -> Iterator[tuple[tuple[int, int], Sense]]:
        """Yield titles that begin with some of the words: "lotr return of", "dr strangelove"."""
        for first in range(self.start, self.end):
            for last in range(first + 1, min(self.end, first + LONGEST_BEGINNING) + 1):
                width = last - first - (self.sentence.keys[first] in ARTICLES)
                unusual = sum(at in self.strange for at in range(first, last))
                text = " ".join(self.sentence.keys[first:last])
                if not unusual or (width == 1 and len(text) < 5):
                    continue
                begun = sorted(index.beginning_with(text), key=index.weight, reverse=True)
                if begun and all(word in COMMON for word in text.split(" ")):
                    begun = []
                if begun:
                    # One word of a longer title is a hint at most.
                    score = WEAK - 1 if width == 1 else 5.0 * unusual + 2.0 * (width - unusual)
                    yield (first, last), Sense("film", tuple(begun[:12]), score, exact=False)

    def alike(
        self, kind: str, index: NameIndex, people: NameIndex
    ) -> Iterator[tuple[tuple[int, int], Sense]]:
        """Yield names that some of the words are nearly, or that they hold in another order."""
        keys = self.sentence.keys
        for close in index.near(" ".join(keys[self.start : self.end])):
            if kind == "film":
                yield from self._scattered(close)
            size = close.name.count(" ") + 1
            for first in range(self.start, self.end):
                for width in (size - 1, size, size + 1):
                    span = range(first, first + width)
                    if width < 1 or span.stop > self.end or self.strange.isdisjoint(span):
                        continue
                    if kind == "film" and width == 1 and people.knows_word(keys[first]):
                        continue  # "robert" is not "Roberta"
                    score = self._likeness(span, close.name, kind, index)
                    if score:
                        value = 9.5 * width * score / 100 - (2 if width < size else 0)
                        sense = Sense(kind, (close.target,), value, exact=False)
                        yield (first, span.stop), sense

    def _likeness(self, span: range, name: str, kind: str, index: NameIndex) -> float:
        """Return how alike the words of a span and a name are, of 100; 0 for too little."""
        keys = self.sentence.keys[span.start : span.stop]
        typed, named = "".join(keys), name.split(" ")
        score = fuzz.ratio(typed, name.replace(" ", ""))
        if score < self._least(span, named, kind, index) or len(typed) <= 4:
            return 0
        if len(span) == 1 and typed[0] != name[0]:
            return 0
        if kind == "person" and not _same_words(keys, named):
            return 0
        if score < NEARLY_SAME and not self._all_alike(span, named):
            return 0
        for at in (span.start, span.stop - 1):
            if self.sentence.words[at].text in KNOWN and self.sentence.keys[at] not in named:
                return 0
        return score

    def _least(self, span: range, named: Sequence[str], kind: str, index: NameIndex) -> float:
        """Return how alike the letters must be.

        Less where all initials of a person agree, and no word is anybody's real name.
        """
        if len(span) == 1:
            return ALIKE + 3
        typed = [self.sentence.keys[at] for at in span]
        agree = [word[0] for word in typed] == [word[0] for word in named]
        strange = not any(index.knows_word(word) for word in typed)
        return ALIKE - 5 if kind == "person" and agree and strange else ALIKE

    def _all_alike(self, span: range, named: Sequence[str]) -> bool:
        """Whether every strange word of a span is like some word of the name."""
        return all(
            max(fuzz.ratio(self.sentence.keys[at], part) for part in named) >= WORD_ALIKE
            for at in span
            if at in self.strange
        )

    def _scattered(self, close: Close) -> Iterator[tuple[tuple[int, int], Sense]]:
        """Yield a title all of whose words are there, in whatever order."""
        name = [word for word in close.name.split(" ") if word not in _LITTLE]
        keys = self.sentence.keys[self.start : self.end]
        places = [self.start + keys.index(word) for word in name if word in keys]
        if len(name) < 2 or len(places) < len(name) or self.strange.isdisjoint(places):
            return
        first, last = min(places), max(places) + 1
        if last - first <= close.name.count(" ") + 3:
            yield (first, last), Sense("film", (close.target,), 7.0 * len(name), exact=False)


def _same_words(typed: Sequence[str], named: Sequence[str]) -> bool:
    """Whether each word typed is like the word of the name in its place."""
    if len(typed) != len(named):
        return len(typed) > 1
    return all(fuzz.ratio(a, b) >= WORD_ALIKE for a, b in zip(typed, named, strict=True))
