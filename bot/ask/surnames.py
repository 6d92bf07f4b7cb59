"""People called by a part of their name: "Spielberg", "jimmy stewart", "the Coen brothers"."""

from collections import defaultdict
from collections.abc import Mapping

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from bot.ask.common import COMMON
from bot.ask.lexicon import KNOWN, PLAY, ROLE_NOUN
from bot.ask.senses import Found, Sense, Sentence
from bot.names.catalogue import Catalogue
from bot.names.fold import key

SURNAME, MISSPELT, FULL_NAME = 7.0, 9.4, 17.0
"""A misspelt surname counts more: one so like it is hardly anything else."""


WELL_KNOWN = 6.0
"""A person of this weight may be called by the surname alone."""

KNOWN_AT_ALL, TELLING = 3.0, 6
"""Of this weight one may be, where nobody else has the surname and it is of so many letters."""

FAMOUS, LONG = 15.0, 9
"""Of this weight one may be called by a misspelt surname; in so many letters two may be wrong."""

FIRST_NAME = 9.2
ALONE_FROM, TIMES_BETTER, OTHERS_UP_TO, SHORTEST = 4.5, 4.0, 5.0, 4
"""Whoever is so much better known than others of a first name may be called by it alone."""

NICKNAMES = {
    "jimmy": "james",
    "jim": "james",
    "bob": "robert",
    "bobby": "robert",
    "rob": "robert",
    "bill": "william",
    "billy": "william",
    "will": "william",
    "liz": "elizabeth",
    "kate": "katharine",
    "kathy": "katharine",
    "tom": "thomas",
    "mike": "michael",
    "tony": "anthony",
    "joe": "joseph",
    "dick": "richard",
    "rick": "richard",
    "jack": "john",
    "johnny": "john",
    "harry": "harold",
    "chris": "christopher",
    "dan": "daniel",
    "danny": "daniel",
    "dave": "david",
    "ed": "edward",
    "eddie": "edward",
    "frank": "francis",
    "greg": "gregory",
    "jen": "jennifer",
    "jenny": "jennifer",
    "jess": "jessica",
    "ken": "kenneth",
    "larry": "laurence",
    "matt": "matthew",
    "nick": "nicholas",
    "pat": "patricia",
    "pete": "peter",
    "phil": "philip",
    "sam": "samuel",
    "steve": "steven",
    "sue": "susan",
    "ted": "edward",
    "tim": "timothy",
    "vince": "vincent",
    "charlie": "charles",
    "andy": "andrew",
    "alex": "alexander",
    "ron": "ronald",
    "don": "donald",
    "al": "alfred",
    "hank": "henry",
    "peggy": "margaret",
    "meg": "margaret",
    "fred": "frederick",
    "freddie": "frederick",
    "nate": "nathan",
    "gabe": "gabriel",
    "marty": "martin",
    "sandy": "sandra",
    "cathy": "catherine",
    "barbie": "barbara",
    "debbie": "deborah",
}

OF_ROLES = PLAY | ROLE_NOUN | {"as"}
"""Words beside which a single name is rather a character's."""

_SIBLINGS = {"brothers", "sisters", "siblings"}
_PARTICLES = set("de di del van von le la del da du day zeta bonham".split())


class Surnames:
    """The well-known people of one catalogue by their surnames."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._people = _by_surname(catalogue)
        self._by_first_name = _by_first_name(catalogue, self._people)
        weight = catalogue.people.weight
        self._famous = [name for name, ids in self._people.items() if weight(ids[0]) >= FAMOUS]

    def __contains__(self, word: str) -> bool:
        return word in self._people or word in self._by_first_name

    def called(self, surname: str) -> tuple[str, ...]:
        """Return the ids of those of a surname, best known first."""
        return self._people.get(surname, ())

    def find(self, sentence: Sentence, found: Found) -> None:
        """Add to `found` those whom "Spielberg" or "jimmy stewart" names.

        A word beside a surname that may be a name too must be the first name, or one short for
        it: else it is somebody else who is meant.
        """
        words, keys = sentence.words, sentence.keys
        self._find_first_names(sentence, found)
        for at, word in enumerate(words):
            people = self._meant(sentence, at)
            if not people or at in sentence.busy or word.text in KNOWN:
                continue
            if word.text in COMMON and not word.capital and not sentence.stands_as_name(at, at + 1):
                continue
            if at + 1 < len(words) and words[at + 1].text in _SIBLINGS:
                found[at, at + 2].append(Sense("person", people, FULL_NAME, exact=False))
            elif at + 1 < len(words) and words[at + 1].bracketed and not word.bracketed:
                fitting = tuple(i for i in people if self._is_first_name(keys[at + 1], i))
                if fitting:
                    found[at, at + 2].append(Sense("person", fitting, FULL_NAME, exact=False))
            elif at + 1 < len(words) and _may_be_name(sentence, at + 1):
                continue
            elif at and _may_be_name(sentence, at - 1):
                fitting = tuple(i for i in people if self._is_first_name(keys[at - 1], i))
                fitting = fitting or self._only_one(keys[at - 1], people)
                if fitting:
                    found[at - 1, at + 1].append(Sense("person", fitting, FULL_NAME, exact=False))
            else:
                typed = {sentence.keys[at], sentence.bases[at]} & self._people.keys()
                score = SURNAME if typed else MISSPELT
                found[at, at + 1].append(Sense("person", people, score, exact=False))
        self._find_shared(sentence, found)

    def _find_first_names(self, sentence: Sentence, found: Found) -> None:
        """Take "pharrell" for the only one whom the word can mean, where it stands by itself."""
        if any(word.text in OF_ROLES for word in sentence.words):
            return
        for at, base in enumerate(sentence.bases):
            id_ = self._by_first_name.get(sentence.keys[at]) or self._by_first_name.get(base)
            beside = (at - 1, at + 1)
            forgotten = sentence.keys[at + 1 : at + 2] == ["something"]  # "annette something"
            if id_ is None or at in sentence.busy or forgotten:
                continue
            if not any(
                0 <= place < len(sentence.words) and _may_be_name(sentence, place)
                for place in beside
            ):
                found[at, at + 1].append(Sense("person", (id_,), FIRST_NAME, exact=False))

    def _only_one(self, typed: str, people: tuple[str, ...]) -> tuple[str, ...]:
        """Return the only one of a surname where the first name is misspelt: "sersha ronan"."""
        if len(people) > 1 or self._catalogue.people.knows_word(typed):
            return ()
        first = key(self._catalogue.almanac.people[people[0]].name)
        return people if first[0] == typed[0] and len(typed) > 3 else ()

    def _meant(self, sentence: Sentence, at: int) -> tuple[str, ...]:
        """Return those of the surname at a place: "streep", "streep's", "the Barrymores"."""
        name = sentence.keys[at]
        several = at and sentence.words[at - 1].text == "the" and name.endswith("s")
        return (
            self.called(name)
            or self.called(sentence.bases[at])
            or (self.called(name[:-1]) if several else ())
            or self._like(sentence, at)
        )

    def _like(self, sentence: Sentence, at: int) -> tuple[str, ...]:
        """Return the very well known one whose surname is misspelt: "spielburg"."""
        name, word = sentence.keys[at], sentence.words[at]
        index = self._catalogue.people
        if len(name) < TELLING + 1 or word.text in KNOWN or word.mended:
            return ()
        if index.knows_word(name) or self._catalogue.films.knows_word(name):
            return ()
        if name.endswith("s") and name[:-1] in self._people:
            return ()  # several of a name
        wrong = 1 if len(name) < LONG else 2
        found = process.extractOne(name, self._famous, scorer=OSA.distance, score_cutoff=wrong)
        return self.called(found[0]) if found and found[0][0] == name[0] else ()

    def _find_shared(self, sentence: Sentence, found: Found) -> None:
        """Take "Joel" in "Joel and Ethan Coen" for a Coen too."""
        exact, keys = self._catalogue.people.exact_squashed, sentence.keys
        for at in range(len(keys) - 3):
            if keys[at + 1] != "and" or at in sentence.busy:
                continue
            first, second = exact(keys[at] + keys[at + 3]), exact(keys[at + 2] + keys[at + 3])
            if first and second:
                found[at, at + 1].append(Sense("person", first, FULL_NAME))

    def _is_first_name(self, typed: str, person_id: str) -> bool:
        first = key(self._catalogue.almanac.people[person_id].name).split()[0]
        return (
            typed == first
            or NICKNAMES.get(typed) == first
            or (len(typed) > 3 and fuzz.ratio(typed, first) >= 75)
            or (len(typed) > 2 and first.startswith(typed))
        )


def _may_be_name(sentence: Sentence, at: int) -> bool:
    word = sentence.words[at]
    return (
        at not in sentence.busy
        and not word.mended
        and (word.capital or word.text not in KNOWN)
        and not word.text.isdigit()
    )


def _by_surname(catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    """Return the well-known people of each surname, best known first."""
    index = catalogue.people
    found: dict[str, list[str]] = defaultdict(list)
    lesser: dict[str, list[str]] = defaultdict(list)
    for person in catalogue.almanac.people.values():
        words = [word for word in key(person.name).split() if word not in ("jr", "sr", "2", "3")]
        if person.kind != "person" or len(words) < 2:
            continue
        if index.weight(person.id) < WELL_KNOWN:
            lesser[words[-1]].append(person.id)
            continue
        found[words[-1]].append(person.id)
        if len(words) > 2 and words[-2] in _PARTICLES:
            found["".join(words[-2:])].append(person.id)
    for surname, ids in lesser.items():
        telling = len(ids) == 1 and len(surname) >= TELLING and surname not in COMMON
        if telling and surname not in found and index.weight(ids[0]) >= KNOWN_AT_ALL:
            found[surname] = ids
    return {name: tuple(sorted(ids, key=index.weight, reverse=True)) for name, ids in found.items()}


def _by_first_name(catalogue: Catalogue, surnames: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Return those who are far better known than anybody else of their first name."""
    index = catalogue.people
    found: dict[str, list[str]] = defaultdict(list)
    for person in catalogue.almanac.people.values():
        words = key(person.name).split()
        if person.kind == "person" and len(words) > 1:
            found[words[0]].append(person.id)
    known: dict[str, str] = {}
    for name, ids in found.items():
        ids.sort(key=index.weight, reverse=True)
        best, others = index.weight(ids[0]), index.weight(ids[1]) if len(ids) > 1 else 0.0
        ordinary = name in COMMON or name in KNOWN or name in NICKNAMES or name in surnames
        if ordinary or len(name) < SHORTEST or catalogue.films.exact_squashed(name):
            continue
        if best >= ALONE_FROM and others <= min(OTHERS_UP_TO, best / TIMES_BETTER):
            known[name] = ids[0]
    return known
