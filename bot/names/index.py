"""Finds names by their beginning, exactly, or misspelt, in memory.

One index holds the names of one kind (films, say). A target may have many names; the more weight
it has, the earlier it stands among equals.
"""

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest
from string import ascii_lowercase, digits
from typing import NamedTuple

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from bot.names.fold import ARTICLES, key

SHORT_PREFIX = 2
"""Prefixes up to this length match thousands of names, so their best are found beforehand."""

MOST_CHOICES = 25
_LETTERS = ascii_lowercase + digits


class Close(NamedTuple):
    """A target whose name is like what was typed; `score` runs to 100 for the same letters."""

    target: str
    score: float
    name: str


class NameIndex:
    """The names of one kind: exact, by beginning, and misspelt."""

    def __init__(self, names: Iterable[tuple[str, str]], weights: Mapping[str, float]) -> None:
        """names: pairs of a target and one of its names. weights: by target; missing is 0."""
        self._names: list[str] = []
        self._targets: list[str] = []
        self._exact: dict[str, tuple[str, ...]] = {}
        self._weights = weights
        self.longest = 1
        postings: dict[str, array[int]] = defaultdict(lambda: array("I"))
        starts: list[tuple[str, int]] = []
        seen = set()
        for target, name in names:
            filed = key(name)
            if not filed or (filed, target) in seen:
                continue
            seen.add((filed, target))
            number = len(self._names)
            self._names.append(filed)
            self._targets.append(target)
            squashed = filed.replace(" ", "")
            same = self._exact.get(squashed, ())
            if target not in same:
                self._exact[squashed] = (*same, target)
            words = filed.split(" ")
            self.longest = max(self.longest, len(words))
            for word in set(words):
                postings[word].append(number)
            at = 0
            for word in words:
                starts.append((filed[at:], number))
                at += len(word) + 1
        starts.sort()
        self._starts = [text for text, _ in starts]
        self._start_names = array("I", [number for _, number in starts])
        self._postings = dict(postings)
        self._words: dict[tuple[str, int], list[str]] = defaultdict(list)
        for word in self._postings:
            self._words[word[0], len(word)].append(word)
        self._short = self._best_of_short_prefixes()
        self._best = nlargest(MOST_CHOICES, weights, key=weights.__getitem__)

    def __len__(self) -> int:
        return len(self._names)

    def weight(self, target: str) -> float:
        """Return how well known a target is."""
        return self._weights.get(target, 0)

    def exact(self, text: str) -> tuple[str, ...]:
        """Return the targets called `text`, however it is spaced, cased, accented or numbered."""
        return self._exact.get(key(text).replace(" ", ""), ())

    def exact_squashed(self, squashed: str) -> tuple[str, ...]:
        """Return the targets whose key without its spaces is `squashed`."""
        return self._exact.get(squashed, ())

    def beginning_with(self, text: str) -> list[str]:
        """Return the targets with a name, or a part of one, that begins with these whole words."""
        prefix = f"{key(text)} "
        first = bisect_left(self._starts, prefix)
        last = bisect_left(self._starts, prefix + "\uffff", lo=first)
        return list(dict.fromkeys(self._targets[n] for n in self._start_names[first:last]))

    def targets_with(self, word: str) -> list[str]:
        """Return the targets with a name that has this very word, each once."""
        return list(dict.fromkeys(self._targets[n] for n in self._postings.get(word, ())))

    def knows_word(self, word: str) -> bool:
        """Whether any name has this word."""
        return word in self._postings

    def complete(self, typed: str, limit: int = MOST_CHOICES) -> list[str]:
        """Return the targets to offer for what has been typed so far, best first.

        Names beginning with it come first, then names with a word that does, then names that
        have every word typed, then misspelt ones where nothing else fits.
        """
        prefix = key(typed)
        if not prefix or prefix in ARTICLES:
            return self._best[:limit]
        return self.begun(typed, limit) or [close.target for close in self.close(typed, limit)]

    def begun(self, typed: str, limit: int = MOST_CHOICES) -> list[str]:
        """Return the targets with a name that `typed` is the beginning, or some words, of."""
        prefix = key(typed)
        if len(prefix) <= SHORT_PREFIX:
            return list(self._short.get(prefix, ())[:limit])
        found = self._beginning(prefix, limit)
        if not found and " " in prefix:
            found = self._having(prefix.split(" "), limit)
        return found

    def close(self, text: str, limit: int = 5, cutoff: float = 72) -> list[Close]:
        """Return targets with names like `text`, best first; none below the cutoff.

        Only names that share a word with it, or a word with one or two letters wrong, are
        compared, so a miss among twenty thousand names stays well under a millisecond.
        """
        filed = key(text)
        best: dict[str, Close] = {}
        squashed = filed.replace(" ", "")
        for target, _, name in self.near(filed):
            score = max(
                fuzz.ratio(squashed, name.replace(" ", "")), fuzz.token_sort_ratio(filed, name)
            )
            if score >= cutoff and score > best.get(target, Close(target, 0, "")).score:
                best[target] = Close(target, score, name)
        return sorted(best.values(), key=lambda c: (-c.score, -self.weight(c.target)))[:limit]

    def near(self, text: str, most: int = 60) -> list[Close]:
        """Return names that share most with the words of `text`, the rarer the word the more.

        `text` is folded already; it may hold other words besides a name. `score` is a measure
        of what they share, for sorting only.
        """
        counts: dict[int, float] = defaultdict(float)
        for word in text.split(" ")[:12]:
            for alike, share in self._alike(word):
                rarity = share / (1 + len(self._postings[alike])) ** 0.5
                for number in self._postings[alike]:
                    counts[number] += rarity
        return [
            Close(self._targets[number], counts[number], self._names[number])
            for number in nlargest(most, counts, key=counts.__getitem__)
        ]

    def alike_words(self, word: str) -> list[str]:
        """Return words of names that `word` may be a misspelling of, itself first."""
        return [alike for alike, _ in self._alike(word)]

    def _alike(self, word: str) -> list[tuple[str, float]]:
        found = [(word, 1.0)] if word in self._postings else []
        if len(word) < 4 or word.isdigit():
            return found
        # The buckets are by first letter, so a word with just that one wrong is found by the rest.
        others = (letter + word[1:] for letter in _LETTERS if letter != word[0])
        found += [(other, 0.75) for other in others if other in self._postings]
        wrong = 1 if len(word) < 7 else 2
        for length in range(len(word) - wrong, len(word) + wrong + 1):
            for first in {word[0], word[1]}:
                bucket = self._words.get((first, length))
                if bucket:
                    found += [
                        (other, 1 - 0.25 * distance)
                        for other, distance, _ in process.extract(
                            word, bucket, scorer=OSA.distance, score_cutoff=wrong, limit=8
                        )
                        if distance
                    ]
        return found

    def _beginning(self, prefix: str, limit: int) -> list[str]:
        first = bisect_left(self._starts, prefix)
        last = bisect_left(self._starts, prefix + "￿", lo=first)
        ranks: dict[str, tuple[int, float]] = {}
        for at in range(first, last):
            number = self._start_names[at]
            target = self._targets[number]
            rank = (2 if self._names[number].startswith(prefix) else 1, self.weight(target))
            if self._names[number] == prefix:
                rank = (3, rank[1])
            if rank > ranks.get(target, (0, 0)):
                ranks[target] = rank
        return nlargest(limit, ranks, key=ranks.__getitem__)

    def _having(self, words: Sequence[str], limit: int) -> list[str]:
        *whole, last = words
        sets = [set(self._postings.get(word, ())) for word in whole if word in self._postings]
        if len(sets) < len(whole):
            return []
        both = set.intersection(*sets) if sets else set()
        targets = {
            self._targets[n]: self.weight(self._targets[n])
            for n in both
            if any(word.startswith(last) for word in self._names[n].split(" "))
        }
        return nlargest(limit, targets, key=targets.__getitem__)

    def _best_of_short_prefixes(self) -> dict[str, tuple[str, ...]]:
        ranks: dict[str, dict[str, tuple[int, float]]] = defaultdict(dict)
        for text, number in zip(self._starts, self._start_names, strict=True):
            name, target = self._names[number], self._targets[number]
            for length in range(1, min(SHORT_PREFIX, len(text)) + 1):
                prefix = text[:length]
                rank = (2 if name.startswith(prefix) else 1, self.weight(target))
                if name == prefix:
                    rank = (3, rank[1])
                if rank > ranks[prefix].get(target, (0, 0)):
                    ranks[prefix][target] = rank
        return {
            prefix: tuple(nlargest(MOST_CHOICES, found, key=found.__getitem__))
            for prefix, found in ranks.items()
        }
