"""Wins at ceremonies in a row: who managed it, first or last, and for how long."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from bot.ask.frame import Frame
from bot.ask.query import Answer, Query, Scope
from bot.ask.times import Period
from bot.cards.credits import titles_of
from bot.library import Shelf
from bot.store.almanac import Almanac
from bot.wording import listed, ordinal


@dataclass(frozen=True)
class RunQuery:
    """People who won (or were nominated) at `length` or more ceremonies in a row.

    since: the id of a person after whose own run theirs must come.
    """

    scope: Scope
    names: tuple[str, ...]
    length: int
    pick: int
    person_id: str | None
    period: Period | None
    since: str | None = None

    def told(self, almanac: Almanac) -> str:  # noqa: ARG002  (every query can be told)
        """Return how the question was understood."""
        return f"wins at {self.length} ceremonies in a row, {listed(self.names) or 'any category'}"

    def answer(self, shelf: Shelf) -> Answer:
        """Name them, with their nights."""
        almanac = shelf.almanac
        found = list(self._runs(almanac))
        what = "nominations" if self.scope.won is None else "wins"
        where = f" for {listed(self.names)}" if self.names else ""
        if self.person_id is not None:
            name = almanac.people[self.person_id].name
            mine = [run for person, run in found if person == self.person_id]
            if not mine:
                return Answer(f"No: {name} has no {what}{where} in a row.")
            best = max(mine, key=len)
            nights = self._nights(self.person_id, best, almanac)
            return Answer(f"{name} has {what}{where} in {len(best)} years in a row: {nights}.")
        if self.since is not None:
            name = almanac.people[self.since].name
            ends = [run[-1] for person, run in found if person == self.since]
            if not ends:
                return Answer(f"{name} has no {what}{where} in a row.", answered=False)
            found = [pair for pair in found if pair[1][-1] > ends[-1]]
            if not found:
                return Answer(f"No: nobody has {what}{where} in a row since {name}.")
        if not found:
            return Answer(f"Nobody has {self.length} {what}{where} in a row.")
        found.sort(key=lambda pair: pair[1][self.length - 1])
        if self.pick:
            person, run = found[0] if self.pick > 0 else found[-1]
            word = "first" if self.pick > 0 else "last"
            return Answer(
                f"{almanac.people[person].name} was the {word} with {what}{where} in a "
                f"row: {self._nights(person, run, almanac)}."
            )
        lines = [
            f"{almanac.people[person].name} ({self._nights(person, run, almanac)})"
            for person, run in found
        ]
        if len(lines) <= 4:
            return Answer(f"{what.capitalize()}{where} in a row: {listed(lines)}.")
        return Answer(f"{len(lines)} people have {what}{where} in a row:", items=tuple(lines))

    def _runs(self, almanac: Almanac) -> Iterator[tuple[str, list[int]]]:
        nights: dict[str, set[int]] = defaultdict(set)
        for row in self.scope.select(almanac):
            for person in row.person_ids:
                if almanac.people[person].kind == "person":
                    nights[person].add(row.ceremony)
        for person, numbers in nights.items():
            run: list[int] = []
            for number in [*sorted(numbers), 10_000]:
                if run and number == run[-1] + 1:
                    run.append(number)
                    continue
                if len(run) >= self.length and self._within(run):
                    yield person, run
                run = [number]

    def _nights(self, person: str, run: list[int], almanac: Almanac) -> str:
        """Return the nights of a run with the films: "49th, held 1977, for Network"."""
        scope = self.scope.with_(people=frozenset((person,)))
        parts = []
        for number in run:
            rows = scope.with_(ceremonies=frozenset((number,))).select(almanac)
            titles = dict.fromkeys(title for row in rows for title in titles_of(row))
            films = f", for {listed(list(titles))}" if titles else ""
            held = almanac.ceremonies[number].held_on.year
            parts.append(f"{ordinal(number)}, held {held}{films}")
        return "; ".join(parts)

    def _within(self, run: list[int]) -> bool:
        """Whether a run reaches into the time named: it is told whole."""
        return self.period is None or not set(self.period.ceremonies).isdisjoint(run)


def parse(frame: Frame) -> Query | None:
    """Recognise wins in a row."""
    if not frame.says(
        r"consecutive|(?:in a|a) row|back ?to ?back|successive|straight|(?:years?|times) "
        r"running|on the trot"
    ):
        return None
    person = frame.first_named("person")
    categories = frame.scope_ids or frozenset(
        i for id_ in frame.occupation for i in frame.spotter.catalogue.category_scope(id_)
    )
    names = tuple(frame.almanac.categories[i].name for i in frame.category_ids)
    nominations = frame.says("nominat|nods") and not frame.says("won|win|wins|winner")
    scope = Scope(
        categories=categories or None, won=None if nominations else True, competitive=True
    )
    length = _length(frame)
    pick = 1 if frame.says("first") else -1 if frame.says("last|latest|most recent") else 0
    person_id = person.ids[0] if person is not None else None
    if person_id is not None and frame.says("since <person>"):
        return RunQuery(scope, names, length, pick, None, frame.period, since=person_id)
    if person_id is not None and not frame.says(r"how many|did|has|was"):
        return None
    if person_id is not None:
        scope = scope.with_(people=frozenset((person_id,)))
    return RunQuery(scope, names, length, pick, person_id, frame.period)


_LENGTHS = {"three": 3, "3": 3, "four": 4, "4": 4, "five": 5, "5": 5}


def _length(frame: Frame) -> int:
    """Return how many in a row are asked for; "the three men who did it" counts the men."""
    numbers = "|".join(_LENGTHS)
    people = r"(?:men|women|people|persons?|directors?|actors?|actresses|guys|ladies|winners|films)"
    found = re.search(rf"\b({numbers})\b(?! (?:\w+ )?{people})", frame.free_text)
    return _LENGTHS[found[1]] if found else 2
