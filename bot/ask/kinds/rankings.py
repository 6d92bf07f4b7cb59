"""Who, or what, has the most; everybody with at least so many; who never won."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import chain
from operator import attrgetter

from bot.ask import lexicon
from bot.ask.frame import Frame
from bot.ask.query import Answer, Query, Scope
from bot.ask.say import at_night
from bot.ask.times import Period
from bot.ask.times import told as time_told
from bot.cards import addresses
from bot.cards.card import Link
from bot.library import Shelf
from bot.models import Nomination
from bot.store.almanac import Almanac
from bot.wording import counted, listed, ordinal

TOP = 5


class By(Enum):
    """What is ranked."""

    PERSON = "person"
    FILM = "film"
    COUNTRY = "country"
    COMPANY = "company"
    DIRECTOR = "director of films"


@dataclass(frozen=True)
class RankingQuery:
    """A ranking of people, films, countries or companies by wins, nominations or losses.

    wins: count wins; else nominations. winless: leave out whoever won. one_night: count within
    each ceremony. at_least, exactly: list everybody with so many instead of naming the first.
    base: only films that won this category. fewest: the other end. without: leave out films that
    won one of these categories.
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
        where = f" for {listed(self.names)}" if self.names else ""
        when = f", {time_told(self.period.when)}" if self.period else ""
        winless = ", without a win" if self.winless else ""
        return f"{self.by.value} with {end} {what}{where}{when}{winless}"

    def answer(self, shelf: Shelf) -> Answer:
        """Name the first, or everybody."""
        almanac = shelf.almanac
        counts = self._counts(almanac)
        if not counts:
            return Answer("Nobody on record.", answered=False)
        order = self._order(counts, almanac)
        if self.at_least or self.exactly:
            return self._everybody(almanac, counts, order)
        best = counts[order[0]]
        leaders = [k for k in order if counts[k] == best]
        noun = "loss" if self.losses else "win" if self.wins else "nomination"
        many = "losses" if self.losses else f"{noun}s"
        extent = "fewest" if self.fewest else "most"
        where = f" for {listed(self.names)}" if self.names else ""
        when = self._when(almanac)
        each = " each" if len(leaders) > 1 else ""
        verb = "have" if len(leaders) > 1 else "has"
        names = listed([self._label(k, almanac) for k in leaders[:8]])
        more = f" and {len(leaders) - 8} more" if len(leaders) > 8 else ""
        winless = " without a win" if self.winless else ""
        extra = self._extra(leaders[0], almanac) if len(leaders) == 1 else ""
        top = order[: max(TOP, len(leaders))][:12]
        return Answer(
            f"{names}{more} {verb} the {extent} {many}{where}{winless}{when}: "
            f"{counted(best, noun, many)}{each}{extra}.",
            items=tuple(f"{self._label(k, almanac)}: {counts[k]}" for k in top)
            if len(top) > 1
            else (),
            links=tuple(self._links(leaders[:3], almanac)),
        )

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
        barred = self._winners(almanac) if self.winless else frozenset()
        barred |= self.without or frozenset()
        return {
            k: n
            for k, n in counts.items()
            if (n > 0 or self.fewest) and k not in barred and (self.base is None or k in self.base)
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
        return Counter({k: n for k, n in counts.items() if people[_thing(k)].kind == kind})

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
            return lambda row: _directors(row, almanac)
        return attrgetter("person_ids")

    def _order(self, counts: Mapping[Hashable, int], almanac: Almanac) -> list[Hashable]:
        """Return what is ranked, best first: whoever passes the threshold, or the first few."""
        if self.exactly or self.at_least:
            least, most = self.exactly or self.at_least, self.exactly or len(almanac.nominations)
            kept = [k for k, n in counts.items() if least <= n <= most]
        else:
            best = sorted(counts.values(), reverse=not self.fewest)[:TOP]
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
        where = f" for {listed(self.names)}" if self.names else ""
        when = self._when(almanac)
        if not found:
            return Answer(f"Nobody: no {self.by.value} has {limit}{where}{when}.")
        total = (
            f"{counted(len(found), _noun(self.by, 1), _noun(self.by, 2))} with {limit}{where}{when}"
        )
        if self.count_only or len(found) > 60:
            total = f"There are {total}"
        lines = tuple(f"{self._label(k, almanac)}: {counts[k]}" for k in found)
        if len(found) <= 3:
            names = listed([f"{self._label(k, almanac)} with {counts[k]}" for k in found])
            return Answer(f"{total[0].upper()}{total[1:]}: {names}.")
        return Answer(f"{total[0].upper()}{total[1:]}:", items=lines)

    def _reached(self, almanac: Almanac, found: Sequence[Hashable]) -> Answer:
        """Tell who reached the number first, or last."""
        number = self.exactly or self.at_least
        nights: dict[Hashable, int] = {}
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
        where = f" for {listed(self.names)}" if self.names else ""
        word = "first" if self.pick > 0 else "last"
        names = listed([self._label(k, almanac) for k in tied])
        return Answer(
            f"{names} was the {word} {self.by.value} with {counted(number, noun)}{where}, "
            f"{at_night(almanac.ceremonies[nights[best]])}.",
            links=tuple(self._links(tied[:3], almanac)),
        )

    def _links(self, keys: Sequence[Hashable], almanac: Almanac) -> Iterable[Link]:
        for key in keys:
            thing = _thing(key)
            if self.by is By.FILM:
                yield Link(almanac.films[thing].title, addresses.film(thing))
            elif self.by is not By.COUNTRY:
                yield Link(almanac.people[thing].name, addresses.person(thing))


def parse(frame: Frame) -> Query | None:
    """Recognise a superlative, a threshold, or a search for whoever never won."""
    most = frame.has(lexicon.MOST - {"more", "record"}) or frame.says(
        r"record (?:for|of|holder|number)|holds the record|winningest|record"
    )
    fewest = (
        frame.has(lexicon.LEAST - {"less", "fewer"})
        and frame.says(r"fewest|least|lowest|smallest")
        and not frame.says("at least")
    )
    least, exactly = _threshold(frame)
    winless = _winless(frame)
    sweeping = frame.says(r"most (?:losses|lost)|lost (?:the )?most|most (?:\w+ )?losses")
    if not (most or fewest or least or exactly or winless):
        return None
    if frame.says(r"most recent") and not least:
        return None
    if _has_subject(frame) and not (winless and exactly and not frame.first_named("film")):
        return None
    if not _about_awards(frame):
        return None
    by = _by(frame)
    if by is None:
        return None
    pick = 0
    if least or exactly:
        pick = 1 if frame.says("first") else -1 if frame.says(r"last\b|latest|most recent") else 0
    wins = _counts_wins(frame, winless=winless)
    categories = frame.scope_ids
    base, without = None, None
    names = frame.scope_names
    if (
        not (most or fewest)
        and frame.category_ids
        and frame.says(r"(?:without|but|not|no|never|lost|lose|losing)(?: \w+){0,4} <category>")
    ):
        return None
    if (
        by is By.FILM
        and categories
        and frame.says(r"<category> (?:winner|winners|winning)")
        and frame.says(
            r"(?:most|fewest|least) (?:\w+ )?(?:oscars?|awards?|wins?|nominations?|"
            r"academy|statue|statuettes|prizes)"
        )
    ):
        base = frozenset(
            f
            for row in Scope(categories=categories, won=True).select(frame.almanac)
            for f in row.film_ids
        )
        categories, names = frozenset(), ()
    if (
        by is By.FILM
        and categories
        and frame.says(
            r"(?:without|but (?:not|no|never|did|lost|didnt)|not|never|didnt|losing|lost|"
            r"despite (?:not|losing))(?: \w+){0,3} <category>"
        )
    ):
        without = frozenset(
            f
            for row in Scope(categories=categories, won=True).select(frame.almanac)
            for f in row.film_ids
        )
        names, categories = (), frozenset()
        winless = False
    mine = frame.first_named("person")
    if mine is not None:
        base = frozenset(
            i
            for person_id in mine.ids
            for row in frame.almanac.by_person.get(person_id, ())
            for i in row.film_ids
        ) | frozenset(
            c.film_id for p in mine.ids for c in frame.almanac.credits_by_person.get(p, ())
        )
        by = By.FILM
    if not categories and by is By.PERSON and frame.occupation:
        categories = frozenset(
            i for id_ in frame.occupation for i in frame.spotter.catalogue.category_scope(id_)
        )
        names = _occupation_names(frame)
    if by is By.COUNTRY and not categories:
        categories = frozenset({"international-feature"})
        names = (frame.almanac.categories["international-feature"].name,)
    if (
        by is By.PERSON
        and {"best-picture"} == set(frame.category_ids)
        and "directing" in frame.occupation
    ):
        by = By.DIRECTOR
    honours = (
        any(not frame.almanac.categories[i].competitive for i in categories)
        if categories
        else False
    )
    scope = Scope(categories=categories or None, competitive=None if honours else True)
    return RankingQuery(
        by,
        scope,
        wins,
        frame.period,
        names,
        winless,
        sweeping,
        frame.says(
            r"(?:in )?(?:a |one |the |any )?(?:single|one|same) (?:night|year|"
            r"ceremony|evening|season|edition|film)|in one (?:night|year|ceremony)|"
            r"same (?:night|year|ceremony)|one ceremony|single ceremony"
        )
        and by is By.PERSON,
        least,
        exactly,
        fewest,
        base,
        without,
        frame.says("how many"),
        pick,
    )


def _has_subject(frame: Frame) -> bool:
    return bool(frame.first_named("film", "person", "character", "song"))


def _about_awards(frame: Frame) -> bool:
    return bool(
        frame.category_ids
        or frame.has(lexicon.AWARD, lexicon.NOMINATE)
        or (
            frame.has(lexicon.WIN)
            and (
                frame.times
                or frame.occupation
                or frame.has(lexicon.FILM_NOUN, lexicon.PERSON_NOUN, lexicon.COUNTRY_NOUN)
            )
        )
    )


def _winless(frame: Frame) -> bool:
    return frame.says(
        r"without (?:a |ever |any |actually )?(?:win|wins|single win|winning)(?! (?:the |"
        r"a )?<category>)|never (?:won|win|winning|to win)(?! <category>)|no wins?|not "
        r"one (?:\w+ )?(?:win|oscar)|"
        r"zero wins?|0 wins?|winless|without (?:an? )?(?:oscar|award)|not (?:won|win)(?! "
        r"<category>)|but no win|and (?:won )?(?:nothing|none|zero)|"
        r"(?:has|have|had) (?:not|never) won(?! <category>)|no oscars?|but (?:zero|0|"
        r"no)(?! <category>)|(?:won|winning) (?:none|nothing|zero)|lost (?:them )?all|"
        r"empty handed|lost every|all (?:of )?(?:its|their) nominations|left with nothing|"
        r"(?:0|zero|none) (?:for|of|out of|from)"
    )


def _counts_wins(frame: Frame, *, winless: bool) -> bool:
    if winless:
        return False
    nominated = frame.has(lexicon.NOMINATE)
    won = frame.says(
        r"(?:win|wins|won|winning|winner|winners|victories|awarded|taken home|most oscars|"
        r"collected)\b"
    )
    return not nominated or (
        won and not frame.says(r"most (?:\w+ )?(?:nominat|nods)|nominations? for|nominated")
    )


def _threshold(frame: Frame) -> tuple[int, int]:
    """Return (at least, exactly) as the question says; 0 where it does not."""
    lost_all = re.search(
        r"(?:lost all|all|(?:0|zero|none) (?:for|of|out of|from))(?: of)?(?: its| their| "
        r"his| her)? (\w+)",
        frame.free_text,
    )
    if lost_all and _winless(frame):
        number = int(lost_all[1]) if lost_all[1].isdigit() else lexicon.NUMBERS.get(lost_all[1], 0)
        if number > 1:
            return 0, number
    words = frame.free_text.split()
    for at, word in enumerate(words):
        number = int(word) if word.isdigit() and len(word) < 3 else lexicon.NUMBERS.get(word, 0)
        if number < 1:
            continue
        before = " ".join(words[max(0, at - 3) : at])
        after = " ".join(words[at + 1 : at + 4])
        if before.endswith(("more than", "over", "greater than", "above")):
            return number + 1, 0
        if before.endswith(("at least", "minimum of", "no fewer than", "no less than")):
            return number, 0
        if after.startswith(
            ("or more", "plus", "and more", "or above", "and above", "times or more", "and over")
        ):
            return number, 0
        if before.endswith(("exactly", "precisely", "just")) and number > 0:
            return 0, number
        rest = after.split()
        plural = frame.free_set & {
            "films",
            "movies",
            "people",
            "actors",
            "actresses",
            "directors",
            "persons",
            "performers",
            "women",
            "men",
            "composers",
            "who",
            "which",
            "has",
            "have",
            "first",
            "person",
            "performer",
            "actor",
            "actress",
            "director",
        }
        if (word in ("twice", "thrice") or (rest and rest[0] == "times")) and (
            plural
            and not frame.says("how many times")
            and number > 1
            and frame.has(lexicon.WIN, lexicon.NOMINATE)
        ):
            return number, 0
        if after.startswith("of the") and frame.has(
            {"films", "movies", "people", "film", "movie", "who"}
        ):
            return number, 0
        counted_things = {
            "oscars",
            "awards",
            "wins",
            "nominations",
            "academy",
            "statuettes",
            "nods",
            "<category>",
        }
        if (
            (
                rest
                and (
                    rest[0] in counted_things
                    or (
                        len(rest) > 1
                        and rest[1] in counted_things
                        and rest[0] not in ("of", "in", "for", "to", "at")
                    )
                )
                and number > 1
            )
            and plural
            and frame.says(
                r"(?:films|movies|people|actors|actresses|directors|persons|performers|"
                r"women|men|composers|who (?:has|have|won|else)|which (?:actor|actress|"
                r"director|film|movie|people|person)s?|how many|first|last)"
            )
            and not (before.endswith("the") and number == len(frame.category_ids))
        ):
            return number, 0
    return 0, 0


def _by(frame: Frame) -> By | None:
    if frame.has(lexicon.COUNTRY_NOUN):
        return By.COUNTRY
    if frame.has(lexicon.STUDIO_NOUN):
        return By.COMPANY
    film_at = next(
        (
            i
            for i, t in enumerate(frame.texts)
            if t
            in (
                "film",
                "films",
                "movie",
                "movies",
                "picture",
                "pictures",
                "flick",
                "flicks",
                "blockbuster",
                "franchise",
            )
            and i not in frame.named
        ),
        None,
    )
    person_at = next(
        (
            i
            for i, t in enumerate(frame.texts)
            if i not in frame.named
            and (
                t
                in lexicon.PERSON_NOUN
                - {"winner", "winners", "nominee", "nominees", "name", "names", "star", "stars"}
                or t in ("who", "whom", "whose")
            )
        ),
        None,
    )
    if frame.occupation:
        return By.PERSON
    if film_at is not None and (person_at is None or film_at < person_at):
        return By.FILM
    if person_at is not None:
        return By.PERSON
    if film_at is not None:
        return By.FILM
    if frame.says(
        r"by an? (?:film|movie)|what won|what (?:was|is|has)|which (?:<category> )?winner|"
        r"<category> winner"
    ):
        return By.FILM
    categories = frame.category_ids
    if categories and all(frame.almanac.categories[i].honours == "film" for i in categories):
        return By.COUNTRY if categories == ("international-feature",) else By.FILM
    if frame.times and not frame.category_ids:
        return By.FILM
    return By.PERSON


def _occupation_names(frame: Frame) -> tuple[str, ...]:
    if frame.says(r"actress"):
        return ("acting as an actress",)
    if frame.says(r"actor"):
        return ("acting as an actor",)
    if frame.says(r"perform"):
        return ("acting",)
    return tuple(
        frame.almanac.categories[i].name for i in frame.occupation if i in frame.almanac.categories
    )


def _thing(key: Hashable) -> str:
    """Return the id of what is ranked, with or without a night."""
    return str(key[0] if isinstance(key, tuple) else key)


def _directors(row: Nomination, almanac: Almanac) -> list[str]:
    """Return who directed the films of a nomination, by their credits."""
    found = []
    for film_id in row.film_ids:
        credited = [
            c.person_id for c in almanac.credits_by_film.get(film_id, ()) if c.role == "Director"
        ]
        nominated = [
            i
            for n in almanac.by_film.get(film_id, ())
            if n.category_id.startswith("directing")
            for i in n.person_ids
        ]
        found += credited or nominated
    return list(dict.fromkeys(found))


def _noun(by: By, number: int) -> str:
    one, many = {
        By.PERSON: ("person", "people"),
        By.FILM: ("film", "films"),
        By.COUNTRY: ("country", "countries"),
        By.COMPANY: ("company", "companies"),
        By.DIRECTOR: ("director", "directors"),
    }[by]
    return one if number == 1 else many
