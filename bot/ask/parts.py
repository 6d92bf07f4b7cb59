"""Characters: who played whom in which film, found by name or by any of its words."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.models import Nomination
from bot.names.fold import fold, key
from bot.names.index import NameIndex
from bot.store.almanac import Almanac

_TITLES = set(
    "mr mrs miss ms dr doctor sister father nurse captain colonel general sergeant sgt lt major "
    "king queen sir lady aunt uncle don detective inspector judge president capt col gen pvt "
    "private cardinal reverend rev prince princess".split()
)
_SHORT_NAME = 2
_OTHER_NAMES = re.compile(r"[/()\[\]]|; ")


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody's character in a film, and the nomination for it where there was one.

    credited: the character as the film's credits have it, which may name it otherwise.
    """

    character: str
    film_id: str
    person_id: str
    person: str
    nomination: Nomination | None
    credited: str = ""


class Parts:
    """Every part on record. One that was nominated stands once, with its nomination."""

    def __init__(self, almanac: Almanac) -> None:
        self._parts = tuple(_parts(almanac))
        self._names = NameIndex(_names(self._parts), {})
        self._by_film: dict[str, list[Part]] = defaultdict(list)
        self._by_person: dict[str, list[Part]] = defaultdict(list)
        for part in self._parts:
            self._by_film[part.film_id].append(part)
            self._by_person[part.person_id].append(part)

    def __getitem__(self, number: str) -> Part:
        """Return the part that the name index knows by this number."""
        return self._parts[int(number)]

    def called(self, squashed: str) -> tuple[str, ...]:
        """Return the numbers of the parts of this name, whose key has no spaces."""
        return self._names.exact_squashed(squashed)

    def untitled(self, words: Sequence[str]) -> tuple[str, ...]:
        """Return the numbers of the parts of a name without the title before it."""
        if len(words) <= _SHORT_NAME or words[0] not in _TITLES:
            return ()
        return self.called("".join(key(word) for word in words[1:]))

    def like(self, name: str) -> list[Part]:
        """Return the few parts whose name is nearest to a misspelt one."""
        return [self[close.target] for close in self._names.close(name, limit=4, cutoff=84)]

    def with_words(self, words: Iterable[str]) -> list[Part]:
        """Return the parts whose name has all these words, in order."""
        numbers = [set(self._names.targets_with(key(word))) for word in words]
        return [self[number] for number in sorted(set.intersection(*numbers), key=int)]

    def with_most_words(self, words: Iterable[str]) -> list[Part]:
        """Return the parts whose names have most of these words, and two of them at least."""
        counts: Counter[str] = Counter()
        for word in {key(word) for word in words} - _TITLES:
            counts.update(set(self._names.targets_with(word)))
        most = max(counts.values(), default=0)
        found = sorted((n for n, count in counts.items() if count == most), key=int)
        return [self[number] for number in found] if most > 1 else []

    def in_films(self, film_ids: Iterable[str]) -> list[Part]:
        """Return the parts of some films."""
        return [part for id_ in film_ids for part in self._by_film.get(id_, ())]

    def of_people(self, person_ids: Iterable[str]) -> list[Part]:
        """Return the parts that some people played, the nominated ones first."""
        return [part for id_ in person_ids for part in self._by_person.get(id_, ())]

    def knows_word(self, word: str) -> bool:
        """Whether any character's name has this word."""
        return self._names.knows_word(word)


def _parts(almanac: Almanac) -> Iterator[Part]:
    nominated = set()
    credited = {(c.film_id, c.person_id): c.role for c in almanac.credits if c.part == "cast"}
    for nomination in almanac.nominations:
        for work in nomination.works:
            if work.character and nomination.nominees:
                person = nomination.nominees[0]
                played = (work.film_id, person.person_id)
                nominated.add(played)
                role = credited.get(played) or ""
                yield Part(work.character, *played, person.name, nomination, role)
    for credit in almanac.credits:
        if (
            credit.part == "cast"
            and credit.role
            and (credit.film_id, credit.person_id) not in nominated
        ):
            yield Part(credit.role, credit.film_id, credit.person_id, credit.name, None)


def _names(parts: Sequence[Part]) -> Iterator[tuple[str, str]]:
    """Yield each part's number with every name for it: "Don Vito Corleone", "vito corleone" ..."""
    for number, part in enumerate(parts):
        names = (part.character, *_OTHER_NAMES.split(part.character))
        for name in (*names, *_OTHER_NAMES.split(part.credited)):
            words = fold(name).split()
            if words:
                yield str(number), name
            if len(words) > 2:
                yield str(number), f"{words[0]} {words[-1]}"
            if len(words) > 1 and words[0] in _TITLES:
                yield str(number), " ".join(words[1:])
