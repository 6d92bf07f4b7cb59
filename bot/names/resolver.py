"""Turns what an asker typed into the one thing meant, or into things to choose from."""

from collections.abc import Callable, Container
from typing import NamedTuple

from bot.errors import BadInputError, UnknownNameError
from bot.models import Ceremony
from bot.names.catalogue import Catalogue
from bot.names.ceremonies import ceremonies_meant, ceremony_label
from bot.names.fold import fold
from bot.names.index import MOST_CHOICES, NameIndex

LONGEST_NAME = 200
SURE, CLEAR_LEAD = 83.0, 6.0
"""A misspelt name is taken when it scores this much, and this much more than the next."""

_CATEGORY_NOISE = set("oscar oscars academy award awards achievement in for the of an best".split())


class Found(NamedTuple):
    """What a typed name may mean, likeliest first; `guessed` where it had to be mended."""

    ids: tuple[str, ...]
    guessed: bool = False


class Resolver:
    """Resolves names against one catalogue. Knows no Discord."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.almanac = catalogue.almanac
        self._labels = [
            (ceremony, str(ceremony.number), str(ceremony.held_on.year), fold(label))
            for ceremony in reversed(list(self.almanac.ceremonies.values()))
            for label in [ceremony_label(ceremony)]
        ]

    def film(self, typed: str) -> Found:
        """Return the films meant. Raises UnknownNameError, BadInputError."""
        return _find(
            typed, "film", self.catalogue.films, self.almanac.films, self.catalogue.film_label
        )

    def person(self, typed: str) -> Found:
        """Return the people meant. Raises UnknownNameError, BadInputError."""
        return _find(
            typed, "person", self.catalogue.people, self.almanac.people, self.catalogue.person_label
        )

    def category(self, typed: str) -> Found:
        """Return the categories meant. Raises UnknownNameError, BadInputError."""
        index = self.catalogue.categories
        if typed in self.almanac.categories:
            return Found((typed,))
        exact = index.exact(typed)
        if not exact:
            bare = " ".join(word for word in fold(typed).split() if word not in _CATEGORY_NOISE)
            exact = index.exact(bare) if bare else ()
        if exact:
            heads = {id_ for id_ in exact if self.almanac.categories[id_].family == id_}
            kept = [
                i for i in exact if i in heads or self.almanac.categories[i].family not in heads
            ]
            return Found(tuple(dict.fromkeys(kept)))
        return _find(
            typed,
            "category",
            index,
            self.almanac.categories,
            lambda i: self.almanac.categories[i].name,
        )

    def ceremony(self, typed: str) -> list[Ceremony]:
        """Return the ceremonies meant. Raises UnknownNameError, BadInputError."""
        _usable(typed, "ceremony")
        return ceremonies_meant(typed, self.almanac)

    def complete_ceremony(self, typed: str) -> list[Ceremony]:
        """Return the ceremonies to offer for what has been typed so far, latest first."""
        text = fold(typed)
        found = [
            (ceremony, number, year)
            for ceremony, number, year, label in self._labels
            if number.startswith(text) or year.startswith(text) or text in label
        ]
        if not found:
            try:
                return ceremonies_meant(typed, self.almanac)
            except UnknownNameError:
                return []
        # What was typed in full comes first: "9" is the 9th before it is the 97th.
        found.sort(key=lambda offered: text not in offered[1:])
        return [ceremony for ceremony, _, _ in found[:MOST_CHOICES]]


def _usable(typed: str, kind: str) -> None:
    if len(typed) > LONGEST_NAME:
        raise BadInputError(
            f"That is {len(typed):,} characters long; the name of a {kind} has at most "
            f"{LONGEST_NAME}."
        )
    if not fold(typed):
        raise BadInputError(f"Please type the name of a {kind} in Latin letters or digits.")


def _find(
    typed: str,
    kind: str,
    index: NameIndex,
    known: Container[str],
    label: Callable[[str], str],
) -> Found:
    """Find by id, exactly, by beginning, or misspelt; several alike are to choose from."""
    if typed in known:
        return Found((typed,))
    _usable(typed, kind)
    exact = index.exact(typed)
    if exact:
        return Found(exact)
    begun = index.begun(typed)
    if begun:
        return Found(tuple(begun), guessed=True)
    close = index.close(typed, limit=MOST_CHOICES)
    if close and close[0].score >= SURE:
        rivals = [c.target for c in close if c.score > close[0].score - CLEAR_LEAD]
        return Found(tuple(rivals), guessed=True)
    raise UnknownNameError(typed, kind, [label(c.target) for c in close[:3]])
