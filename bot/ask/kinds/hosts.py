"""The hosts: who hosted a night, how often somebody did, which nights had none."""

import re
from collections import Counter
from dataclasses import dataclass

from bot.ask import lexicon
from bot.ask.frame import Frame
from bot.ask.kinds import moments
from bot.ask.kinds.award_query import AwardsQuery
from bot.ask.kinds.night_facts import Fact, NightFactQuery, night_of, night_unnamed
from bot.ask.query import Answer, Decline, Query, Scope
from bot.ask.say import briefly
from bot.ask.times import Period, When
from bot.library import Shelf
from bot.names.fold import fold
from bot.store.almanac import Almanac
from bot.wording import counted, listed, ordinal


@dataclass(frozen=True)
class HostingQuery:
    """How often, or when, somebody hosted; or who hosted most, or at least so often."""

    person: str | None
    least: int = 0

    def told(self, almanac: Almanac) -> str:  # noqa: ARG002  (every query can be told)
        """Return how the question was understood."""
        return f"ceremonies hosted by {self.person or 'whoever hosted most'}"

    def answer(self, shelf: Shelf) -> Answer:
        """Count the nights."""
        nights = [c for c in shelf.almanac.ceremonies.values() if c.hosts]
        if self.person is None:
            counts = Counter(host for c in nights for host in c.hosts)
            if self.least:
                often = [(name, n) for name, n in counts.most_common() if n >= self.least]
                told = counted(len(often), "person has", "people have")
                return Answer(
                    f"{told} hosted at least {counted(self.least, 'time')}.",
                    items=tuple(f"{name}: {n} times" for name, n in often),
                )
            best = counts.most_common(6)
            lines = tuple(f"{name}: {count} times" for name, count in best)
            return Answer(f"{best[0][0]} hosted most, {best[0][1]} times.", items=lines)
        wanted = fold(self.person)
        hosted = [c for c in nights if any(fold(host) == wanted for host in c.hosts)]
        if not hosted:
            return Answer(f"No: {self.person} has not hosted the Academy Awards.")
        others = ([host for host in c.hosts if fold(host) != wanted] for c in hosted)
        lines = tuple(
            briefly(c) + (f", with {listed(names)}" if names else "")
            for c, names in zip(hosted, others, strict=True)
        )
        nights_ = [f"{ordinal(c.number)} ({c.held_on.year})" for c in hosted]
        first = (
            f"first the {nights_[0]}, then the {listed(nights_[1:])}"
            if len(hosted) > 1
            else nights_[0]
        )
        return Answer(
            f"{self.person} hosted the Academy Awards {counted(len(hosted), 'time')}: {first}.",
            items=lines if len(hosted) < 6 else (),
        )


@dataclass(frozen=True)
class HostsComparedQuery:
    """How often each of several people hosted, and whether together.

    more: whether it is asked if the first did oftener than the rest. with_each_other: whether it
    is asked if they did together.
    """

    people: tuple[str, ...]
    more: bool
    with_each_other: bool

    def told(self, almanac: Almanac) -> str:  # noqa: ARG002  (every query can be told)
        """Return how the question was understood."""
        return f"how often {listed(self.people)} hosted"

    def answer(self, shelf: Shelf) -> Answer:
        """Count the nights of each, the most first."""
        nights = shelf.almanac.ceremonies.values()
        counts = {name: sum(name in c.hosts for c in nights) for name in self.people}
        together = [c for c in nights if all(name in c.hosts for name in self.people)]
        (best, often), *rest = Counter(counts).most_common()
        told = f"{best} hosted the Academy Awards {counted(often, 'time')}"
        told += "".join(f", {name} {counted(times, 'time')}" for name, times in rest)
        if together:
            told += f"; together at the {listed([briefly(c) for c in together])}"
        first, *others = counts.values()
        verdict = first > max(others) if self.more else bool(together)
        asked = self.more or self.with_each_other
        return Answer(f"{'Yes: ' if verdict else 'No: '}{told}." if asked else f"{told}.")


@dataclass(frozen=True)
class BothQuery:
    """Two questions in one: who hosted, and who won."""

    one: Query
    two: Query

    def told(self, almanac: Almanac) -> str:
        """Return how the question was understood."""
        return f"{self.one.told(almanac)}; {self.two.told(almanac)}"

    def answer(self, shelf: Shelf) -> Answer:
        """Answer both."""
        one, two = self.one.answer(shelf), self.two.answer(shelf)
        return Answer(f"{one.line}\n{two.line}", one.answered and two.answered, links=one.links)


@dataclass(frozen=True)
class HostlessQuery:
    """The ceremonies that had no host; pick: 1 the first, -1 the last, 0 all."""

    pick: int

    def told(self, almanac: Almanac) -> str:  # noqa: ARG002  (every query can be told)
        """Return how the question was understood."""
        return "ceremonies without a host"

    def answer(self, shelf: Shelf) -> Answer:
        """Name them."""
        almanac = shelf.almanac
        nights = [
            c
            for c in almanac.ceremonies.values()
            if not c.hosts and c.number in almanac.by_ceremony
        ]
        if self.pick:
            night = nights[0] if self.pick > 0 else nights[-1]
            word = "first" if self.pick > 0 else "last"
            return Answer(f"The {word} ceremony without a host was the {briefly(night)}.")
        return Answer("Without a host:", items=tuple(briefly(c) for c in nights))


_HOSTLESS = (
    r"no host|without (?:a )?host|hostless|not have a host|have no host|"
    r"(?:nobody|no one|noone) (?:\w+ )?host"
)
_PLACES = (
    r"(?:which|what) (?:\w+ ){0,2}(?:hotel|theatre|theater|venue|city|building|hall|auditorium) "
    r"host"
)
"""Places that host a ceremony too, in another sense."""

_WON_THEN = (
    r"who (?:\w+ ){0,2}?host.* (?:when|night|year|time|evening)(?: that| when)? <person> "
    r"(?:\w+ )?(?:won|took|got|received|accepted|nominated)"
)
_THAN_ANY = r"(?:more|oftener|most)(?: often| times)? than (?:any|every|all)"


def without_any(frame: Frame) -> Query | None:
    """Recognise a question after the ceremonies without a host."""
    if not frame.says(_HOSTLESS) or frame.category_ids:
        return None
    pick = -1 if frame.says("last|latest|most recent") else 1 if frame.says("first") else 0
    return HostlessQuery(pick)


def is_asked(frame: Frame) -> bool:
    """Whether a host is spoken of, and not the character of that name."""
    if frame.says(_PLACES):
        return False
    titled = re.search(r"\bm(?:aster|istress)s? of (?:the )?ceremon(?:y|ies)\b", frame.text)
    played = frame.has(lexicon.PLAY, lexicon.ROLE_NOUN) or frame.first_named("film")
    if frame.says(r"presented (?:the )?<time>") and not frame.category_ids:
        return True
    return frame.has(lexicon.HOST) or (titled is not None and not played)


def compared(frame: Frame) -> Query | None:
    """Recognise two hosts or more whose nights are set side by side."""
    if not frame.says(r"more|most|(?:or|than|vs|versus|and) "):
        return None
    text = f" {fold(frame.question)} "
    names = {host for c in frame.almanac.ceremonies.values() for host in c.hosts}
    named = sorted((n for n in names if f" {fold(n)} " in text), key=lambda n: text.find(fold(n)))
    if len(named) < 2 or frame.times:
        return None
    more = frame.verb_first and frame.says("more")
    together = frame.verb_first and frame.says("together|cohost|with|alongside")
    return HostsComparedQuery(tuple(named), more, together and not more)


def parse(frame: Frame, person: str | None) -> Query | None:
    """Recognise a question on hosts. person: whoever is named, a host or not."""
    if not is_asked(frame):
        return None
    if hostless := without_any(frame):
        return hostless
    if frame.has(lexicon.ELSE) and not (person or frame.says(_THAN_ANY)):
        return None
    if won_then := _won_then(frame):
        return NightFactQuery(Fact.HOST, won_then)
    won = frame.has(lexicon.WON)
    if won and frame.category_ids and frame.period is not None:
        return BothQuery(
            NightFactQuery(Fact.HOST, frame.period),
            AwardsQuery(frame.category_ids, frame.period, won=True),
        )
    if won and not frame.says(r"(?:who|(?:which|what) \w+) (?:was |were )?(?:the )?host"):
        return None
    first = frame.period is not None and frame.period.when.numbers == (1,)
    if person is None and frame.has(lexicon.GENDER) and (first or frame.period is None):
        return moments.parse(frame)
    one_night = frame.period is not None and not frame.period.is_span
    if one_night and frame.says(r"(?:which|what)(?: \w+){0,3} host"):
        return _whoever_hosted(frame)
    return _whoever_hosted(frame) if person is None else _hosted_by(frame, person)


def _won_then(frame: Frame) -> Period | None:
    """Return the nights told by who won, or was up for, an award: "when Halle Berry won"."""
    if frame.period is not None or not frame.says(_WON_THEN):
        return None
    people = frozenset(i for sense in frame.named_things("person") for i in sense.ids)
    films = frozenset(i for sense in frame.named_things("film") for i in sense.ids)
    won = None if frame.has(lexicon.NOMINATE) else True
    scope = Scope(frame.scope_ids or None, people=people, films=films or None, won=won)
    nights = tuple(dict.fromkeys(row.ceremony for row in scope.select(frame.almanac)))
    return Period(nights, (), When(nights)) if nights else None


def _whoever_hosted(frame: Frame) -> Query:
    if least := _least(frame):
        return HostingQuery(None, least)
    if frame.says(rf"most|record|greatest|{_THAN_ANY}|how many different") and not frame.unknown:
        return HostingQuery(None)
    night = night_of(frame) or night_unnamed(frame)
    return night if isinstance(night, Decline) else NightFactQuery(Fact.HOST, night)


def _least(frame: Frame) -> int:
    """Return how many nights are asked for at the least; 0 where it is not said."""
    above = re.search(r"(?:more than|over|above) (\w+)", frame.free_text)
    least = re.search(
        r"at least (\w+)|(\w+) times or more|hosted (\w+) or more|(\w+) plus times",
        frame.free_text,
    )
    found = above or least
    if found is None:
        return 0
    word = next(group for group in found.groups() if group)
    number = int(word) if word.isdigit() else lexicon.NUMBERS.get(word, 0)
    return number + 1 if above and number else number


def _hosted_by(frame: Frame, person: str) -> Query:
    if frame.is_statement or frame.says(r"(?:first|second|third|2nd|3rd|only) time"):
        return HostingQuery(person)
    period = frame.period
    if period and not period.is_span and frame.says(r"did|was|is it|with|alongside|co"):
        return NightFactQuery(Fact.HOST, period)
    return HostingQuery(person)
