"""What won this and that, or this but not that; first and last winners: the queries."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.ask.query import Answer, Scope
from bot.ask.say import at_night, told
from bot.ask.times import Period
from bot.ask.times import told as time_told
from bot.cards import addresses
from bot.cards.card import Link
from bot.cards.credits import names_of
from bot.library import Shelf
from bot.models import Nomination
from bot.store.almanac import Almanac
from bot.wording import counted, listed, ordinal


@dataclass(frozen=True)
class CombinationQuery:
    """Films, or people, with a win (or nomination) in each of `every` and none in `none`.

    every: groups of category ids; one of each group is enough. one_night: all at one ceremony.
    one_film: all for one film. people_told: films are told with who won for them.
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
    one_film: bool = False
    none_won: bool | None = True
    people_told: bool = False

    def told(self, almanac: Almanac) -> str:  # noqa: ARG002  (every query can be told)
        """Return how the question was understood."""
        what = "films" if self.films else "people"
        but = self._but()
        return f"{what} with {listed(self.names)}{but}"

    def answer(self, shelf: Shelf) -> Answer:
        """List them, or name the first or last."""
        almanac = shelf.almanac
        found = self._found(almanac)
        what = "film" if self.films else "person"
        but = self._but()
        won = all(w is True for w in self.won)
        names = f"{'both ' if len(self.names) == 2 and not but else ''}{listed(self.names)}{but}"
        if not found:
            when = f", {time_told(self.period.when)}" if self.period else ""
            return Answer(f"None: no {what} {'won' if won else 'was up for'} {names}{when}.")
        if self.pick:
            key, rows = found[0] if self.pick > 0 else found[-1]
            ceremony = almanac.ceremonies[rows[-1].ceremony if not self.films else rows[0].ceremony]
            word = "first" if self.pick > 0 else "last"
            label = f"{self._people(rows)}{self._label(key, almanac)}"
            return Answer(
                f"{label} was the {word} {'winner' if self.people_told else what} with {names}, "
                f"{at_night(ceremony)}.",
                links=(self._link(key, almanac),),
            )
        total = counted(len(found), what, "films" if self.films else "people")
        verb = "won" if won else "was up for" if len(found) == 1 else "were up for"
        lines = []
        for key, rows in found:
            nights = listed(
                [
                    f"{ordinal(n)}, {almanac.ceremonies[n].held_on.year}"
                    for n in dict.fromkeys(r.ceremony for r in rows)
                ]
            )
            lines.append(f"{self._people(rows)}{self._label(key, almanac)} ({nights})")
        if len(lines) <= 3:
            return Answer(f"{total[0].upper()}{total[1:]} {verb} {names}: {listed(lines)}.")
        return Answer(f"{total[0].upper()}{total[1:]} {verb} {names}:", items=tuple(lines))

    def _but(self) -> str:
        """Return what was not won, or not even nominated for: " but not Best Picture"."""
        if not self.without:
            return ""
        missing = "not" if self.none_won else "without a nomination for"
        return f" but {missing} {listed(self.without, 'or')}"

    def _found(self, almanac: Almanac) -> list[tuple[str, list[Nomination]]]:
        if self.period is None:
            return self._found_at(None, almanac)
        found = self._found_at(frozenset(self.period.ceremonies), almanac)
        return found or self._found_at(frozenset(self.period.others), almanac)

    def _found_at(
        self, ceremonies: frozenset[int] | None, almanac: Almanac
    ) -> list[tuple[str, list[Nomination]]]:
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
        if self.one_film:
            keys = {
                key
                for key in keys
                if set.intersection(
                    *({film for row in group[key] for film in row.film_ids} for group in groups)
                )
            }
        found = [(key, self._told_rows([group[key] for group in groups])) for key in keys]
        return sorted(found, key=lambda pair: (max(r.ceremony for r in pair[1]), pair[0]))

    def _told_rows(self, groups: Sequence[Sequence[Nomination]]) -> list[Nomination]:
        """Return the nominations told; where one night is asked for, those of such nights."""
        rows = [row for group in groups for row in group]
        if not self.one_night:
            return rows
        nights = set.intersection(*({row.ceremony for row in group} for group in groups))
        return [row for row in rows if row.ceremony in nights]

    def _by_key(self, rows: Iterable[Nomination], almanac: Almanac) -> dict[str, list[Nomination]]:
        found: dict[str, list[Nomination]] = defaultdict(list)
        for row in rows:
            keys = row.film_ids if self.films else row.person_ids
            for key in keys:
                if self.films or almanac.people[key].kind == "person":
                    found[key].append(row)
        return found

    def _people(self, rows: Iterable[Nomination]) -> str:
        """Return for whom the award of a film was, where it is told: "Ang Lee for "."""
        names = dict.fromkeys(name for row in rows for name in names_of(row.nominees))
        return f"{listed(list(names))} for " if self.people_told and names else ""

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

    def rows(self, almanac: Almanac) -> list[Nomination]:
        """Return the nominations among which it is the first or last.

        The first foreign films were honoured without nominees; the competition came later.
        """
        rows = self.scope.select(almanac)
        return [row for row in rows if not row.official_name.startswith("HONORARY FOREIGN")] or rows

    def answer(self, shelf: Shelf) -> Answer:
        """Name it, with its night."""
        almanac = shelf.almanac
        rows = self.rows(almanac)
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
