"""Who, or what, has the most; everybody with at least so many; who never won: the query."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from operator import attrgetter

from bot.ask.kinds.ranked import By, directors_of, noun_of, thing_of
from bot.ask.query import Answer, Scope
from bot.ask.say import at_night
from bot.ask.times import Period
from bot.ask.times import told as time_told
from bot.cards import addresses
from bot.cards.card import Link
from bot.cards.credits import titles_of
from bot.library import Shelf
from bot.models import Nomination
from bot.store.almanac import Almanac
from bot.wording import counted, listed, ordinal

TOP = 5
_PLACES = ("", "", "second", "third", "fourth", "fifth")


@dataclass(frozen=True)
class RankingQuery:
    """A ranking of people, films, countries or companies by wins, nominations or losses.

    wins: count wins; else nominations. winless: leave out whoever won. one_night: count within
    each ceremony. at_least, exactly: list everybody with so many instead of naming the first.
    base: only films that won this category. fewest: the other end. without: leave out films that
    won one of these categories. excluded: who is left out. among: what the films of `base` were
    nominated for, in words. swept: only what won all it was nominated for.
    place: 2 for whoever comes second. lacking: what the films left out by `without` have, in words.
    whose: which films those of `base` are, in words.
    """

    by: By
    scope: Scope
    wins: bool
    period: Period | None = None
    names: tuple[str, ...] = ()
    winless: bool = False
    losses: bool = False
    one_night: bool = False
    at_least: int = 0
    exactly: int = 0
    fewest: bool = False
    base: frozenset[str] | None = None
    without: frozenset[str] | None = None
    count_only: bool = False
    pick: int = 0
    excluded: frozenset[str] = frozenset()
    among: tuple[str, ...] = ()
    swept: bool = False
    lacking: str = ""
    whose: str = ""
    place: int = 1

    def told(self, almanac: Almanac) -> str:  # noqa: ARG002  (every query can be told)
        """Return how the question was understood."""
        what = "losses" if self.losses else "wins" if self.wins else "nominations"
        end = (
            f"at least {self.at_least}"
            if self.at_least
            else f"exactly {self.exactly}"
            if self.exactly
            else "fewest"
            if self.fewest
            else "most"
        )
        where = self._where()
        when = f", {time_told(self.period.when)}" if self.period else ""
        winless = ", without a win" if self.winless else ""
        return f"{self.by.value} with {end} {what}{where}{when}{winless}"

    def answer(self, shelf: Shelf) -> Answer:
        """Name the first, or everybody."""
        almanac = shelf.almanac
        counts = self._counts(almanac)
        other = self._read_otherwise(counts, almanac)
        if other is not None:
            return other.answer(shelf)
        if not counts:
            return Answer("Nobody on record.", answered=False)
        order = self._order(counts, almanac)
        if self.at_least or self.exactly:
            return self._everybody(almanac, counts, order)
        values = sorted(set(counts.values()), reverse=not self.fewest)
        best = values[min(self.place, len(values)) - 1]
        leaders = [k for k in order if counts[k] == best]
        noun = "loss" if self.losses else "win" if self.wins else "nomination"
        many = "losses" if self.losses else f"{noun}s"
        extent = "fewest" if self.fewest else "most"
        extent = f"{_PLACES[self.place]} {extent}" if self.place > 1 else extent
        where = self._where()
        when = self._when(almanac)
        each = " each" if len(leaders) > 1 else ""
        verb = "have" if len(leaders) > 1 else "has"
        names = listed([self._label(k, almanac) for k in leaders[:8]])
        more = f" and {len(leaders) - 8} more" if len(leaders) > 8 else ""
        winless = " without a win" if self.winless else ""
        extra = self._extra(leaders[0], almanac) if len(leaders) == 1 else ""
        top = order[: max(TOP, order.index(leaders[-1]) + 1)][:12]
        return Answer(
            f"{names}{more} {verb} the {extent} {many}{where}{winless}{when}: "
            f"{counted(best, noun, many)}{each}{extra}.",
            items=tuple(f"{self._label(k, almanac)}: {counts[k]}" for k in top)
            if len(top) > 1
            else (),
            notes=self._of_films(shelf),
            links=tuple(self._links(leaders[:3], almanac)),
        )

    def _read_otherwise(
        self, counts: Mapping[Hashable, int], almanac: Almanac
    ) -> "RankingQuery | None":
        """Return the likelier reading where this one finds nothing worth telling."""
        period = self.period
        if period is None or period.is_span:
            return None
        alone = self.by is By.PERSON and self.wins and not self.scope.categories
        if alone and max(counts.values(), default=0) == 1 and not (self.at_least or self.exactly):
            return replace(self, by=By.FILM)  # "who won the most in 2022"
        found = self._order(counts, almanac) if counts else ()
        if period.others and not found:
            return replace(self, period=Period(period.others, (), period.when))
        return None

    def _of_films(self, shelf: Shelf) -> tuple[str, ...]:
        """Return which film has most, where "who won the most in 2020" may mean that."""
        night = self.period is not None and not self.period.is_span
        if not night or self.by is not By.PERSON or self.scope.categories or not self.wins:
            return ()
        return (f"Of the films, {replace(self, by=By.FILM).answer(shelf).line}",)

    def _where(self) -> str:
        """Return the categories counted, and of which films: " for Best Director"."""
        where = f" for {listed(self.names)}" if self.names else ""
        where += f" without {self.lacking}" if self.lacking else ""
        where += f" among {self.whose}" if self.whose else ""
        where += f" among the nominees for {listed(self.among)}" if self.among else ""
        return f"{where} out of as many nominations" if self.swept else where

    def _counts(self, almanac: Almanac) -> dict[Hashable, int]:
        """Return what is ranked with its count; those without any are left out."""
        scope = self.scope
        if self.period is not None:
            scope = scope.with_(ceremonies=frozenset(self.period.ceremonies))
        if self.wins and not self.fewest:
            scope = scope.with_(won=True)
        rows = scope.select(almanac)
        counts = self._tally(rows, almanac)
        if self.losses:
            counts.subtract(self._tally([row for row in rows if row.won], almanac))
        elif self.wins and self.fewest:
            won = self._tally([row for row in rows if row.won], almanac)
            counts = Counter({k: won[k] for k in counts})
        tries = self._tally(scope.with_(won=None).select(almanac), almanac) if self.swept else None
        barred = self._winners(almanac) if self.winless else frozenset()
        barred |= self.without or frozenset()
        return {
            k: n
            for k, n in counts.items()
            if (n > 0 or self.fewest)
            and k not in barred
            and thing_of(k) not in self.excluded
            and (self.base is None or k in self.base)
            and (tries is None or tries[k] == n)
        }

    def _tally(self, rows: Iterable[Nomination], almanac: Almanac) -> Counter[Hashable]:
        """Return how many of the nominations are each thing's, or each thing's on each night."""
        things = self._things(almanac)
        counts: Counter[Hashable]
        if self.one_night:
            counts = Counter((thing, row.ceremony) for row in rows for thing in things(row))
        else:
            counts = Counter(chain.from_iterable(map(things, rows)))
        if self.by not in (By.PERSON, By.COMPANY):
            return counts
        kind = "company" if self.by is By.COMPANY else "person"
        people = almanac.people
        return Counter({k: n for k, n in counts.items() if people[thing_of(k)].kind == kind})

    def _winners(self, almanac: Almanac) -> frozenset[Hashable]:
        """Return who has a competitive win, in the categories named or, for films, at all."""
        categories = None if self.by is By.FILM else self.scope.categories
        rows = Scope(categories=categories, won=True, competitive=True).select(almanac)
        return frozenset(chain.from_iterable(map(self._things(almanac), rows)))

    def _things(self, almanac: Almanac) -> Callable[[Nomination], Iterable[str]]:
        """Return what tells the things that a nomination counts for; people of any kind."""
        if self.by is By.FILM:
            return attrgetter("film_ids")
        if self.by is By.COUNTRY:
            return lambda row: (row.country,) if row.country else ()
        if self.by is By.DIRECTOR:
            return lambda row: directors_of(row, almanac)
        return attrgetter("person_ids")

    def _order(self, counts: Mapping[Hashable, int], almanac: Almanac) -> list[Hashable]:
        """Return what is ranked, best first: whoever passes the threshold, or the first few."""
        if self.exactly or self.at_least:
            least, most = self.exactly or self.at_least, self.exactly or len(almanac.nominations)
            kept = [k for k, n in counts.items() if least <= n <= most]
        else:
            every = sorted(counts.values(), reverse=not self.fewest)
            best = {*every[:TOP], *list(dict.fromkeys(every))[: self.place]}
            kept = [k for k, n in counts.items() if n in best]
        return sorted(
            kept, key=lambda k: (counts[k] if self.fewest else -counts[k], self._label(k, almanac))
        )

    def _label(self, key: Hashable, almanac: Almanac) -> str:
        thing, night = (key[0], key[1]) if isinstance(key, tuple) else (key, None)
        if self.by is By.FILM:
            name = almanac.films[str(thing)].title
            ceremony = almanac.film_ceremony(str(thing))
            name = f"{name} ({ceremony.film_year})" if ceremony else name
        elif self.by is By.COUNTRY:
            name = str(thing)
        else:
            name = almanac.people[str(thing)].name
        return (
            f"{name} ({ordinal(night)}, {almanac.ceremonies[night].held_on.year})"
            if night
            else name
        )

    def _extra(self, key: Hashable, almanac: Almanac) -> str:
        """Return the other half of the tally: "from 59 nominations"."""
        if self.one_night or self.losses or self.by not in (By.PERSON, By.FILM) or not self.wins:
            return ""
        field = "people" if self.by is By.PERSON else "films"
        scope = self.scope.with_(**{field: frozenset((key,))})
        if self.period is not None:
            scope = scope.with_(ceremonies=frozenset(self.period.ceremonies))
        return f", from {counted(len(scope.select(almanac)), 'nomination')}"

    def _when(self, almanac: Almanac) -> str:
        if self.period is None:
            return ""
        if not self.period.is_span and self.period.ceremonies:
            return f" {at_night(almanac.ceremonies[self.period.ceremonies[0]])}"
        return f" ({time_told(self.period.when)}, by the year of the ceremony)"

    def _everybody(
        self, almanac: Almanac, counts: Mapping[Hashable, int], found: Sequence[Hashable]
    ) -> Answer:
        if self.pick and found:
            return self._reached(almanac, found)
        noun = "win" if self.wins else "nomination"
        number = self.exactly or self.at_least
        limit = (
            f"exactly {counted(number, noun)}"
            if self.exactly
            else f"at least {counted(number, noun)}"
        )
        where = self._where()
        when = self._when(almanac)
        if not found:
            return Answer(f"Nobody: no {self.by.value} has {limit}{where}{when}.")
        count = counted(len(found), noun_of(self.by, 1), noun_of(self.by, 2))
        total = f"{count} with {limit}{where}{when}"
        if self.count_only or len(found) > 60:
            total = f"There are {total}"
        lines = tuple(f"{self._label(k, almanac)}: {counts[k]}" for k in found)
        if len(found) <= 3:
            names = listed(
                [
                    f"{self._label(k, almanac)} with {counts[k]}{self._films(k, almanac)}"
                    for k in found
                ]
            )
            return Answer(f"{total[0].upper()}{total[1:]}: {names}.")
        return Answer(f"{total[0].upper()}{total[1:]}:", items=lines)

    def _films(self, key: Hashable, almanac: Almanac) -> str:
        """Return what was counted on one night, film by film: ", for Traffic and ..."."""
        if not isinstance(key, tuple):
            return ""
        scope = self.scope.with_(people=frozenset((key[0],)), ceremonies=frozenset((key[1],)))
        rows = scope.with_(won=True if self.wins else None).select(almanac)
        titles = dict.fromkeys(title for row in rows for title in titles_of(row))
        return f", for {listed(list(titles))}" if titles else ""

    def _reached(self, almanac: Almanac, found: Sequence[Hashable]) -> Answer:
        """Tell who reached the number first, or last."""
        number = self.exactly or self.at_least
        nights: dict[Hashable, int] = {key: key[1] for key in found if isinstance(key, tuple)}
        seen: dict[Hashable, int] = defaultdict(int)
        scope = self.scope.with_(won=True) if self.wins else self.scope
        things = self._things(almanac)
        for row in scope.select(almanac):
            for thing in things(row):
                seen[thing] += 1
                if seen[thing] == number:
                    nights[thing] = row.ceremony
        order = sorted((k for k in found if k in nights), key=lambda k: nights[k])
        best = order[0] if self.pick > 0 else order[-1]
        tied = [k for k in order if nights[k] == nights[best]]
        noun = "win" if self.wins else "nomination"
        where = self._where()
        word = "first" if self.pick > 0 else "last"
        names = listed([self._label(k, almanac) for k in tied])
        return Answer(
            f"{names} was the {word} {self.by.value} with {counted(number, noun)}{where}, "
            f"{at_night(almanac.ceremonies[nights[best]])}.",
            links=tuple(self._links(tied[:3], almanac)),
        )

    def _links(self, keys: Sequence[Hashable], almanac: Almanac) -> Iterable[Link]:
        for key in keys:
            thing = thing_of(key)
            if self.by is By.FILM:
                yield Link(almanac.films[thing].title, addresses.film(thing))
            elif self.by is not By.COUNTRY:
                yield Link(almanac.people[thing].name, addresses.person(thing))
