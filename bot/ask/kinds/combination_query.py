"""What won this and that, or this but not that; first and last winners; ties: the queries."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from bot.ask.query import Answer, Scope
from bot.ask.say import at_night, briefly, told
from bot.ask.times import Period
from bot.cards import addresses
from bot.cards.card import Link
from bot.library import Shelf
from bot.models import Nomination
from bot.store.almanac import Almanac
from bot.wording import counted, listed, ordinal


@dataclass(frozen=True)
class CombinationQuery:
    """Films, or people, with a win (or nomination) in each of `every` and none in `none`.

    every: groups of category ids; one of each group is enough. one_night: all at one ceremony.
    pick: 1 for the first, -1 for the last, 0 for all.
    """

    films: bool
    every: tuple[frozenset[str], ...]
    none: frozenset[str]
    names: tuple[str, ...]
    without: tuple[str, ...]
    won: tuple[bool | None, ...]
    period: Period | None
    pick: int
    one_night: bool = False
    none_won: bool | None = True

    def told(self, almanac: Almanac) -> str:  # noqa: ARG002  (every query can be told)
        """Return how the question was understood."""
        what = "films" if self.films else "people"
        but = f" but not {listed(self.without)}" if self.without else ""
        return f"{what} with {listed(self.names)}{but}"

    def answer(self, shelf: Shelf) -> Answer:
        """List them, or name the first or last."""
        almanac = shelf.almanac
        found = self._found(almanac)
        what = "film" if self.films else "person"
        but = f" but not {listed(self.without)}" if self.without else ""
        verb = "won" if all(w is True for w in self.won) else "was up for"
        names = f"{'both ' if len(self.names) == 2 and not but else ''}{listed(self.names)}{but}"
        if not found:
            return Answer(f"None: no {what} {verb} {names}.")
        if self.pick:
            key, rows = found[0] if self.pick > 0 else found[-1]
            ceremony = almanac.ceremonies[rows[-1].ceremony if not self.films else rows[0].ceremony]
            word = "first" if self.pick > 0 else "last"
            return Answer(
                f"{self._label(key, almanac)} was the {word} {what} with {names}, "
                f"{at_night(ceremony)}.",
                links=(self._link(key, almanac),),
            )
        total = counted(len(found), what, "films" if self.films else "people")
        lines = []
        for key, rows in found:
            nights = listed(
                [
                    f"{ordinal(n)}, {almanac.ceremonies[n].held_on.year}"
                    for n in dict.fromkeys(r.ceremony for r in rows)
                ]
            )
            lines.append(f"{self._label(key, almanac)} ({nights})")
        if len(lines) <= 3:
            return Answer(f"{total[0].upper()}{total[1:]} {verb} {names}: {listed(lines)}.")
        return Answer(f"{total[0].upper()}{total[1:]} {verb} {names}:", items=tuple(lines))

    def _found(self, almanac: Almanac) -> list[tuple[str, list[Nomination]]]:
        ceremonies = frozenset(self.period.ceremonies) if self.period else None
        groups = []
        for categories, won in zip(self.every, self.won, strict=True):
            rows = Scope(categories=categories, ceremonies=ceremonies, won=won).select(almanac)
            groups.append(self._by_key(rows, almanac))
        barred = (
            self._by_key(Scope(categories=self.none, won=self.none_won).select(almanac), almanac)
            if self.none
            else {}
        )
        keys = set(groups[0]).intersection(*groups[1:]) - set(barred)
        if self.one_night:
            keys = {
                key
                for key in keys
                if set.intersection(*({row.ceremony for row in group[key]} for group in groups))
            }
        found = [(key, [row for group in groups for row in group[key]]) for key in keys]
        return sorted(found, key=lambda pair: (max(r.ceremony for r in pair[1]), pair[0]))

    def _by_key(self, rows: Iterable[Nomination], almanac: Almanac) -> dict[str, list[Nomination]]:
        found: dict[str, list[Nomination]] = defaultdict(list)
        for row in rows:
            keys = row.film_ids if self.films else row.person_ids
            for key in keys:
                if self.films or almanac.people[key].kind == "person":
                    found[key].append(row)
        return found

    def _label(self, key: str, almanac: Almanac) -> str:
        return almanac.films[key].title if self.films else almanac.people[key].name

    def _link(self, key: str, almanac: Almanac) -> Link:
        address = addresses.film(key) if self.films else addresses.person(key)
        return Link(self._label(key, almanac), address)


@dataclass(frozen=True)
class EdgeQuery:
    """The first or last award of a category, or when it was first or last given."""

    categories: tuple[str, ...]
    scope: Scope
    pick: int
    place: int = 1

    def told(self, almanac: Almanac) -> str:
        """Return how the question was understood."""
        word = "first" if self.pick > 0 else "last"
        return f"{word} winner of {listed([almanac.categories[i].name for i in self.categories])}"

    def answer(self, shelf: Shelf) -> Answer:
        """Name it, with its night."""
        almanac = shelf.almanac
        rows = self.scope.select(almanac)
        # The first foreign films were honoured without nominees; the competition came later.
        rows = [row for row in rows if not row.official_name.startswith("HONORARY FOREIGN")] or rows
        if not rows:
            return Answer("None is on record.", answered=False)
        nights = sorted({row.ceremony for row in rows})
        place = self.place - 1 if self.pick > 0 else -self.place
        if not -len(nights) <= place < len(nights):
            return Answer("There were not so many.", answered=False)
        night = nights[place]
        ceremony = almanac.ceremonies[night]
        found = [row for row in rows if row.ceremony == night]
        name = almanac.categories[self.categories[0]].name
        word = ordinal(self.place) if self.place > 1 else "first" if self.pick > 0 else "latest"
        what = "winner" if self.scope.won else "nominees"
        people = listed([told(row, almanac.categories[row.category_id]) for row in found])
        return Answer(
            f"The {word} {what} of {name}: {people}, {at_night(ceremony)}.",
            links=(Link("The award", addresses.winner(self.categories[0], night)),),
        )


@dataclass(frozen=True)
class TieQuery:
    """The ties: all, at a night, in a category, or the last."""

    scope: Scope
    period: Period | None
    pick: int

    def told(self, almanac: Almanac) -> str:  # noqa: ARG002  (every query can be told)
        """Return how the question was understood."""
        return "ties"

    def answer(self, shelf: Shelf) -> Answer:
        """List them."""
        almanac = shelf.almanac
        scope = self.scope
        if self.period is not None:
            both = (*self.period.ceremonies, *self.period.others)
            scope = scope.with_(ceremonies=frozenset(both))
        rows = [row for row in scope.select(almanac) if row.remark == "tie"]
        groups: dict[tuple[int, str], list[Nomination]] = defaultdict(list)
        for row in rows:
            groups[row.ceremony, row.category_id].append(row)
        if not groups:
            return Answer("No: there was no tie there.")
        ties = sorted(groups.items())
        if self.pick:
            ties = [ties[0] if self.pick > 0 else ties[-1]]
        lines = []
        for (number, category_id), tied in ties:
            category = almanac.categories[category_id]
            names = listed([told(row, category).replace(" (a tie)", "") for row in tied])
            lines.append(f"{category.name}, {briefly(almanac.ceremonies[number])}: {names}")
        if len(lines) == 1:
            return Answer(f"A tie: {lines[0]}.")
        return Answer(f"There were {len(lines)} ties:", items=tuple(lines))
