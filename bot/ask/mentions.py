"""Finds what a question names: films, people, categories, characters, songs, countries, prizes.

The same words may name several things ("Chaplin" is a film and a man), so each span keeps all its
readings; the frame decides by what the rest of the question asks.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from bot.ask.lexicon import AWARD, KNOWN, NUMBERS, PLAY, ROLE_NOUN
from bot.ask.words import Word
from bot.models import Nomination
from bot.names.catalogue import Catalogue
from bot.names.fold import ARTICLES, fold, key
from bot.names.index import Close, NameIndex
from bot.store.almanac import Almanac

LONGEST_NAME = 12
PER_WORD = 10.0
FUZZY_CUTOFF = 80.0
SURNAME, FULL_NAME, MONONYM = 7.0, 17.0, 11.0
WEAK = 6.0
"""Mentions that score less are looked at only where nothing else is named."""

MORE_FAMOUS = 5.0
"""A surname that is also a film's title is the person's where the person is so much better known."""

WELL_KNOWN = 6.0
"""A person of this weight may be called by the surname alone."""


NICKNAMES = {
    "jimmy": "james", "jim": "james", "bob": "robert", "bobby": "robert", "rob": "robert", "bill": "william",
    "billy": "william", "will": "william", "liz": "elizabeth", "kate": "katharine", "kathy": "katharine",
    "tom": "thomas", "mike": "michael", "tony": "anthony", "joe": "joseph", "dick": "richard", "rick": "richard",
    "jack": "john", "johnny": "john", "harry": "harold", "chris": "christopher", "dan": "daniel", "danny": "daniel",
    "dave": "david", "ed": "edward", "eddie": "edward", "frank": "francis", "greg": "gregory", "jen": "jennifer",
    "jenny": "jennifer", "jess": "jessica", "ken": "kenneth", "larry": "laurence", "matt": "matthew",
    "nick": "nicholas", "pat": "patricia", "pete": "peter", "phil": "philip", "sam": "samuel", "steve": "steven",
    "sue": "susan", "ted": "edward", "tim": "timothy", "vince": "vincent", "charlie": "charles", "andy": "andrew",
    "alex": "alexander", "ron": "ronald", "don": "donald", "al": "alfred", "hank": "henry", "peggy": "margaret",
    "meg": "margaret", "fred": "frederick", "freddie": "frederick", "nate": "nathan", "gabe": "gabriel",
    "marty": "martin", "sandy": "sandra", "cathy": "catherine", "barbie": "barbara", "debbie": "deborah",
}  # fmt: skip


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


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody's character in a film, and the nomination for it where there was one."""

    character: str
    film_id: str
    person_id: str
    person: str
    nomination: Nomination | None


class Spotter:
    """Finds the names of one catalogue in questions."""

    def __init__(self, catalogue: Catalogue) -> None:
        almanac = catalogue.almanac
        self.catalogue = catalogue
        self.almanac = almanac
        self.parts = list(_parts(almanac))
        self.characters = NameIndex(_character_names(self.parts), {})
        self.songs = _songs(almanac)
        self.countries = _countries(almanac)
        self._surnames = _surnames(catalogue)

    def is_name_word(self, word: str) -> bool:
        """Whether a word stands in the name of some film, person, character or category."""
        return (
            self.catalogue.people.knows_word(word)
            or self.catalogue.films.knows_word(word)
            or self.characters.knows_word(word)
            or self.catalogue.categories.knows_word(word)
            or word in self._surnames
        )

    def mentions(self, words: Sequence[Word], taken: Iterable[tuple[int, int]]) -> list[Mention]:
        """Return the likeliest mentions in order, none overlapping another or a span of `taken`."""
        busy = {at for start, end in taken for at in range(start, end)}
        found: dict[tuple[int, int], list[Sense]] = defaultdict(list)
        roles = any(word.text in _OF_ROLES for word in words)
        keys = [key(word.text) or word.text for word in words]
        bases = [key(word.base) or word.base for word in words]
        for start in range(len(words)):
            for end in range(start + 1, min(len(words), start + LONGEST_NAME) + 1):
                if not busy.isdisjoint(range(start, end)):
                    break
                for last in dict.fromkeys((keys[end - 1], bases[end - 1])):
                    squashed = "".join(keys[start : end - 1]) + last
                    for sense in self._exact(squashed, words[start:end]):
                        if sense.kind == "character" and end - start == 1 and not roles:
                            sense = replace(sense, score=WEAK - 1)
                        found[start, end].append(sense)
        self._add_surnames(words, keys, bases, busy, found)
        self._add_shared_surnames(keys, busy, found)
        self._add_misspelt(words, keys, busy, found)
        return _chosen(found, words, busy)

    def _exact(self, squashed: str, span: Sequence[Word]) -> Iterator[Sense]:
        if all(word.text in AWARD for word in span):
            return
        if all(word.text in NUMBERS or (word.text.isdigit() and len(word.text) < 3) for word in span):
            return
        common = all(word.text in KNOWN or word.text in ARTICLES for word in span)
        count = len(span)
        sure = PER_WORD * count + (5 if count > 1 else 2)
        if common:
            sure = 3.0 * count if count < 3 else 8.0 * count
            sure += 6 if all(w.capital for w in span) else 0
            sure += 12 if all(w.quoted for w in span) else 0
        films = self.catalogue.films.exact_squashed(squashed)
        if films:
            namesakes = self._surnames.get(squashed, ()) if count == 1 else ()
            weight = self.catalogue.films.weight(films[0])
            if namesakes and self.catalogue.people.weight(namesakes[0]) > MORE_FAMOUS * max(weight, 1):
                yield Sense("person", namesakes[:1], sure + 1, exact=False)
            yield Sense("film", self._by_weight(self.catalogue.films, films), sure)
        people = self.catalogue.people.exact_squashed(squashed)
        if people:
            score = sure if count > 1 else min(sure, MONONYM if not common else sure)
            yield Sense("person", self._by_weight(self.catalogue.people, people), score)
        parts = self.characters.exact_squashed(squashed)
        if parts:
            yield Sense("character", parts, sure - 3)
        if squashed in self.songs:
            yield Sense("song", self.songs[squashed], sure - 2)
        if squashed in self.countries:
            yield Sense("country", self.countries[squashed], PER_WORD * count - 1)

    def _add_surnames(
        self,
        words: Sequence[Word],
        keys: Sequence[str],
        bases: Sequence[str],
        busy: set[int],
        found: dict[tuple[int, int], list[Sense]],
    ) -> None:
        """Take "Spielberg", or "jimmy stewart", for the person of that surname.

        A word beside it that may be a name too must be the first name, or one short for it:
        else it is somebody else who is meant.
        """
        for at in range(len(words)):
            people = self._surnames.get(keys[at]) or self._surnames.get(bases[at])
            if not people or at in busy:
                continue
            if words[at].text in KNOWN and not words[at].capital:
                continue
            if at + 1 < len(words) and words[at + 1].text in _SIBLINGS:
                found[at, at + 2].append(Sense("person", people, FULL_NAME, exact=False))
                continue
            if at + 1 < len(words) and self._may_be_name(words, at + 1, busy):
                continue
            if at and self._may_be_name(words, at - 1, busy):
                fitting = [i for i in people if self._is_first_name(keys[at - 1], i)]
                if fitting:
                    found[at - 1, at + 1].append(Sense("person", tuple(fitting), FULL_NAME, exact=False))
                continue
            found[at, at + 1].append(Sense("person", people, SURNAME, exact=False))

    def _add_shared_surnames(
        self, keys: Sequence[str], busy: set[int], found: dict[tuple[int, int], list[Sense]]
    ) -> None:
        """Take "Joel" in "Joel and Ethan Coen" for a Coen too."""
        for at in range(len(keys) - 3):
            if keys[at + 1] != "and" or at in busy:
                continue
            first = self.catalogue.people.exact_squashed(keys[at] + keys[at + 3])
            second = self.catalogue.people.exact_squashed(keys[at + 2] + keys[at + 3])
            if first and second:
                found[at, at + 1].append(Sense("person", first, FULL_NAME))

    def _may_be_name(self, words: Sequence[Word], at: int, busy: set[int]) -> bool:
        word = words[at]
        return at not in busy and not word.mended and (word.capital or word.text not in KNOWN) and not word.text.isdigit()

    def _is_first_name(self, typed: str, person_id: str) -> bool:
        first = key(self.almanac.people[person_id].name).split()[0]
        return (
            typed == first
            or NICKNAMES.get(typed) == first
            or (len(typed) > 3 and fuzz.ratio(typed, first) >= 75)
            or (len(typed) > 2 and first.startswith(typed))
        )

    def _by_weight(self, index: NameIndex, ids: Sequence[str]) -> tuple[str, ...]:
        return tuple(sorted(ids, key=index.weight, reverse=True))

    def _add_misspelt(
        self,
        words: Sequence[Word],
        keys: Sequence[str],
        busy: set[int],
        found: dict[tuple[int, int], list[Sense]],
    ) -> None:
        """Look for names among the words that nothing explains: misspelt, or cut short."""
        explained = set(busy)
        for (start, end), senses in found.items():
            if max(sense.score for sense in senses) >= PER_WORD * (end - start):
                explained.update(range(start, end))
        for at, word in enumerate(words):
            if word.text in KNOWN or word.mended or word.text.isdigit():
                explained.add(at)
        strange = [at for at in range(len(words)) if at not in explained]
        for start, end in _runs(strange, words, busy):
            for kind, index in (("film", self.catalogue.films), ("person", self.catalogue.people)):
                self._misspelt(words, keys, start, end, kind, index, set(strange), found)

    def _misspelt(
        self,
        words: Sequence[Word],
        keys: Sequence[str],
        start: int,
        end: int,
        kind: str,
        index: NameIndex,
        strange: set[int],
        found: dict[tuple[int, int], list[Sense]],
    ) -> None:
        for first in range(start, end):
            for last in range(first + 1, min(end, first + 7) + 1):
                if strange.isdisjoint(range(first, last)):
                    continue
                text = " ".join(keys[first:last])
                begun = index.beginning_with(text)
                unusual = sum(at in strange for at in range(first, last))
                if begun and kind == "film" and (last - first > 1 or len(text) >= 5):
                    ids = self._by_weight(index, begun)[:12]
                    score = 5.0 * unusual + 2.0 * (last - first - unusual)
                    if last - first == 1:
                        # One word of a longer title is a hint at most.
                        score = WEAK - 1
                    found[first, last].append(Sense(kind, ids, score, exact=False))
        text = " ".join(keys[start:end])
        for close in index.near(text):
            if kind == "film":
                self._scattered(keys, start, end, close, strange, found)
            size = len(close.name.split(" "))
            for first in range(start, end):
                for width in (size - 1, size, size + 1):
                    last = first + width
                    if width < 1 or last > end or strange.isdisjoint(range(first, last)):
                        continue
                    typed = "".join(keys[first:last])
                    score = fuzz.ratio(typed, close.name.replace(" ", ""))
                    if kind == "person" and not _same_words(keys[first:last], close.name):
                        continue
                    if score < 93 and not _all_alike(keys, range(first, last), strange, close.name):
                        continue
                    if score >= (FUZZY_CUTOFF if width > 1 else FUZZY_CUTOFF + 3) and len(typed) > 4:
                        named = close.name.split(" ")
                        if any(
                            words[at].text in KNOWN and keys[at] not in named
                            for at in (first, last - 1)
                        ):
                            continue
                        value = 9.5 * width * score / 100 - (2 if width < size else 0)
                        found[first, last].append(Sense(kind, (close.target,), value, exact=False))

    def _scattered(
        self,
        keys: Sequence[str],
        start: int,
        end: int,
        close: Close,
        strange: set[int],
        found: dict[tuple[int, int], list[Sense]],
    ) -> None:
        """Take a title for named where all its words are there, in whatever order."""
        name = [word for word in close.name.split(" ") if word not in _LITTLE]
        places = [keys.index(word, start, end) for word in name if word in keys[start:end]]
        if len(name) < 2 or len(places) < len(name) or strange.isdisjoint(places):
            return
        first, last = min(places), max(places) + 1
        if last - first <= len(close.name.split(" ")) + 2:
            found[first, last].append(
                Sense("film", (close.target,), 7.0 * len(name), exact=False)
            )


def _all_alike(
    keys: Sequence[str], span: range, strange: set[int], name: str
) -> bool:
    """Whether every strange word of a span is like some word of the name."""
    parts = name.split(" ")
    return all(max(fuzz.ratio(keys[at], part) for part in parts) >= 66 for at in span if at in strange)


def _same_words(typed: Sequence[str], name: str) -> bool:
    """Whether each word typed is like the word of the name in its place."""
    parts = name.split(" ")
    if len(typed) != len(parts):
        return len(typed) > 1
    return all(fuzz.ratio(a, b) >= 66 for a, b in zip(typed, parts, strict=True))


_SIBLINGS = {"brothers", "sisters", "siblings"}
_OF_ROLES = PLAY | ROLE_NOUN | {"as"}
_SEQUELS = {"2", "3", "4", "5", "ii", "iii", "iv", "two", "three", "four"}
_LITTLE = {"the", "of", "a", "an", "and", "in", "to", "on", "for", "at"}


def _runs(strange: Sequence[int], words: Sequence[Word], busy: set[int]) -> list[tuple[int, int]]:
    """Return the stretches around unexplained words, with up to two words on either side."""
    runs: list[tuple[int, int]] = []
    for at in strange:
        start, end = max(0, at - 3), min(len(words), at + 4)
        while any(place in busy for place in range(start, at)):
            start += 1
        while any(place in busy for place in range(at, end)):
            end -= 1
        if runs and start <= runs[-1][1]:
            runs[-1] = (runs[-1][0], max(runs[-1][1], end))
        else:
            runs.append((start, end))
    return runs


def _chosen(
    found: Mapping[tuple[int, int], list[Sense]], words: Sequence[Word], busy: set[int]
) -> list[Mention]:
    """Choose spans that do not overlap and are, taken together, the likeliest."""
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
    return _unsuspected(mentions, words, busy)


def _unsuspected(
    mentions: Sequence[Mention], words: Sequence[Word], busy: set[int]
) -> list[Mention]:
    """Leave out single words beside an unknown one: "Ryan" in "meg ryan" is not the film."""
    named = busy | {at for m in mentions for at in range(m.start, m.end)}

    def unknown(at: int) -> bool:
        if not 0 <= at < len(words) or at in named:
            return False
        word = words[at]
        return word.text not in KNOWN and not word.text.isdigit() and not word.mended

    def sequel(m: Mention) -> bool:
        """Whether a number follows that makes another film of the title: "dune part three"."""
        at = m.end + (m.end < len(words) and words[m.end].text == "part")
        if not at < len(words) or at in named or m.senses[0].kind != "film":
            return False
        return words[at].text in _SEQUELS and (at > m.end or words[at].text not in NUMBERS) and (
            at + 1 >= len(words) or words[at + 1].text not in ("oscars", "times", "awards", "academy", "nominations", "wins")
        )

    return [
        m
        for m in mentions
        if not sequel(m)
        and (m.end - m.start > (2 if words[m.start].text in ARTICLES else 1)
        or words[m.start].quoted
        or m.senses[0].kind == "country"
        or not (unknown(m.start - 1) or unknown(m.end)))
    ]


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


def _parts(almanac: Almanac) -> Iterator[Part]:
    nominated = set()
    for nomination in almanac.nominations:
        for work in nomination.works:
            if work.character and nomination.nominees:
                person = nomination.nominees[0]
                nominated.add((work.film_id, person.person_id))
                yield Part(work.character, work.film_id, person.person_id, person.name, nomination)
    for credit in almanac.credits:
        if credit.part == "cast" and credit.role and (credit.film_id, credit.person_id) not in nominated:
            yield Part(credit.role, credit.film_id, credit.person_id, credit.name, None)


def _character_names(parts: Sequence[Part]) -> Iterator[tuple[str, str]]:
    for number, part in enumerate(parts):
        text = part.character.replace("[", "/").replace("]", "/").replace("(", "/").replace(")", "/")
        for name in (part.character, *text.split("/"), *text.split("; ")):
            if fold(name):
                yield str(number), name
                bare = fold(name).split()
                if len(bare) > 2:
                    yield str(number), f"{bare[0]} {bare[-1]}"
                if bare[0] in _TITLES and len(bare) > 1:
                    yield str(number), " ".join(bare[1:])


_TITLES = set("mr mrs miss ms dr doctor sister father nurse captain colonel general sergeant sgt lt major king queen sir lady aunt uncle don detective inspector judge president capt col gen pvt private cardinal reverend rev prince princess".split())


def _songs(almanac: Almanac) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for nomination in almanac.by_category.get("original-song", ()):
        for work in nomination.works:
            if work.song:
                for name in {work.song, work.song.split("(")[0], *work.song.strip(")").split("(")}:
                    squashed = key(name).replace(" ", "")
                    if len(squashed) > 1 and nomination.id not in found[squashed]:
                        found[squashed].append(nomination.id)
    return {name: tuple(ids) for name, ids in found.items()}


def _countries(almanac: Almanac) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for name, country in almanac.country_names:
        found[key(name).replace(" ", "")] += [country] if country else []
    return {name: tuple(countries) for name, countries in found.items()}


def _surnames(catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    """Return the well-known people of each surname, best known first."""
    index = catalogue.people
    found: dict[str, list[str]] = defaultdict(list)
    for person in catalogue.almanac.people.values():
        if person.kind != "person" or index.weight(person.id) < WELL_KNOWN:
            continue
        words = [word for word in key(person.name).split() if word not in ("jr", "sr", "2", "3")]
        if len(words) > 1:
            found[words[-1]].append(person.id)
            if len(words) > 2 and words[-2] in _PARTICLES:
                found["".join(words[-2:])].append(person.id)
    return {
        name: tuple(sorted(ids, key=index.weight, reverse=True)) for name, ids in found.items()
    }


_PARTICLES = set("de di del van von le la del da du day zeta bonham".split())
