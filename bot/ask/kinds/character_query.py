"""What is told of characters: who played one, whom somebody played, whether two are the same."""

from dataclasses import dataclass

from bot.ask.parts import Part
from bot.ask.query import Answer
from bot.ask.say import at_night
from bot.cards import addresses
from bot.cards.card import Link
from bot.library import Shelf
from bot.names.fold import fold
from bot.store.almanac import Almanac
from bot.wording import listed

SHOWN = 5


@dataclass(frozen=True)
class CharacterQuery:
    """Who played a character, by the parts that bear the name."""

    parts: tuple[Part, ...]
    won: bool
    nominated: bool

    def told(self, almanac: Almanac) -> str:  # noqa: ARG002  (every query can be told)
        """Return how the question was understood."""
        return (
            f"who played {listed(list(dict.fromkeys(p.character for p in self.parts[:3])), 'or')}"
        )

    def answer(self, shelf: Shelf) -> Answer:
        """Name the performers."""
        almanac = shelf.almanac
        parts = list(self.parts)
        parts.sort(key=lambda p: -(p.nomination.won + 1 if p.nomination else 0))
        if self.won and any(p.nomination and p.nomination.won for p in parts):
            parts = [p for p in parts if p.nomination and p.nomination.won]
        lines = [played(part, almanac) for part in parts[:SHOWN]]
        start = ""
        if self.won and not any(p.nomination and p.nomination.won for p in parts):
            start = "Nobody won for that: "
        links = tuple(Link(part.person, addresses.person(part.person_id)) for part in parts[:2])
        return Answer(f"{start}{'; '.join(lines)}.", links=links)


@dataclass(frozen=True)
class RoleQuery:
    """Which character somebody played, in a film or where it won."""

    person_id: str
    parts: tuple[Part, ...]

    def told(self, almanac: Almanac) -> str:
        """Return how the question was understood."""
        return f"the characters of {almanac.people[self.person_id].name}"

    def answer(self, shelf: Shelf) -> Answer:
        """Name the characters."""
        almanac = shelf.almanac
        name = almanac.people[self.person_id].name
        lines = [
            f"{part.character} in {almanac.films[part.film_id].title}{prize(part, almanac)}"
            for part in self.parts
        ]
        return Answer(f"{name} played {listed(lines)}.")


@dataclass(frozen=True)
class SameCharacterQuery:
    """Whether two people played one character."""

    parts: tuple[tuple[Part, ...], tuple[Part, ...]]

    def told(self, almanac: Almanac) -> str:  # noqa: ARG002  (every query can be told)
        """Return how the question was understood."""
        return (
            f"whether {self.parts[0][0].person} and {self.parts[1][0].person} played one character"
        )

    def answer(self, shelf: Shelf) -> Answer:
        """Compare the characters of the two."""
        one, two = self.parts
        same = [(a, b) for a in one for b in two if fold(a.character) == fold(b.character)]
        if not same:
            return Answer(
                f"No: {one[0].person} and {two[0].person} have no character in common on record."
            )
        lines = [played(part, shelf.almanac) for part in same[0]]
        return Answer(f"Yes: {'; '.join(lines)}.")


def played(part: Part, almanac: Almanac) -> str:
    """Return who played a part in which film, and what became of it."""
    film = almanac.films[part.film_id].title
    return f"{part.person} played {part.character} in {film}{prize(part, almanac)}"


def prize(part: Part, almanac: Almanac) -> str:
    """Return what a part was nominated for, or the year of its film."""
    row = part.nomination
    if row is None:
        ceremony = almanac.film_ceremony(part.film_id)
        return f" (film of {ceremony.film_year})" if ceremony else ""
    category = almanac.categories[row.category_id].name
    verb = "won" if row.won else "was nominated for"
    return f" and {verb} {category} for it, {at_night(almanac.ceremonies[row.ceremony])}"
