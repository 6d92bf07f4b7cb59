"""The nights themselves: when and where, who hosted, presented, performed."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from bot.ask import lexicon
from bot.ask.choose import film_meant
from bot.ask.frame import Frame
from bot.ask.kinds.awards import AwardsQuery, at_ceremony, not_held
from bot.ask.query import Answer, Decline, Query, Scope
from bot.ask.say import at_night, briefly
from bot.ask.times import Period
from bot.cards import addresses
from bot.cards.card import Link
from bot.library import Shelf
from bot.models import Appearance, Ceremony
from bot.names.fold import fold
from bot.store.almanac import Almanac
from bot.wording import counted, day, listed, ordinal


class Fact(Enum):
    """What is asked of a night."""

    HOST = "who hosted"
    DATE = "when it was held"
    PLACE = "where it was held"
    NUMBER = "which ceremony it was"
    NETWORK = "who broadcast it"


@dataclass(frozen=True)
class NightFactQuery:
    """One fact of a night, or of several."""

    fact: Fact
    period: Period

    def told(self, almanac: Almanac) -> str:  # noqa: ARG002  (every query can be told)
        """Return how the question was understood."""
        nights = listed([ordinal(n) for n in self.period.ceremonies[:3]])
        return f"{self.fact.value}, ceremony {nights}"

    def answer(self, shelf: Shelf) -> Answer:
        """Tell the fact."""
        almanac = shelf.almanac
        nights = [almanac.ceremonies[n] for n in self.period.ceremonies if n in almanac.ceremonies]
        if not nights:
            return Answer(not_held(self.period, almanac) or "No ceremony was held then.", False)
        if len(nights) > 2 and self.fact is Fact.HOST:
            lines = tuple(f"{ordinal(c.number)} ({c.held_on.year}): {_hosts(c)}" for c in nights)
            return Answer("The hosts:", items=lines)
        upcoming = nights[0].number not in almanac.by_ceremony
        lines_ = [self._line(ceremony, upcoming=upcoming) for ceremony in nights[:2]]
        notes: tuple[str, ...] = ()
        if self.fact is Fact.HOST and self.period.others and not self.period.is_span:
            other = almanac.ceremonies[self.period.others[0]]
            notes = (f"For the films of {other.film_year}: {_hosts(other)} ({briefly(other)}).",)
        return Answer(
            "\n".join(lines_),
            notes=notes,
            answered=not (upcoming and self.fact is Fact.HOST),
            links=(Link("The night", addresses.ceremony(nights[0].number)),),
        )

    def _line(self, ceremony: Ceremony, *, upcoming: bool) -> str:
        name = f"the {ordinal(ceremony.number)} Academy Awards"
        films = f"for films of {ceremony.film_year}"
        held = "will be held" if upcoming else "were held"
        if self.fact is Fact.HOST:
            if upcoming:
                return f"No host of {name} is announced yet; they are on {day(ceremony.held_on)}."
            if not ceremony.hosts:
                return f"Nobody: there was no host {at_night(ceremony)}."
            return f"{_hosts(ceremony)} hosted {name}, held on {day(ceremony.held_on)} {films}."
        if self.fact is Fact.PLACE:
            return (
                f"The {ordinal(ceremony.number)} Academy Awards {held} at the "
                f"{ceremony.venue.removeprefix('the ')}, {ceremony.city}, on "
                f"{day(ceremony.held_on)}, {films}."
            )
        if self.fact is Fact.NETWORK:
            on = listed(ceremony.broadcasters) or "no broadcaster on record"
            return f"The {ordinal(ceremony.number)} Academy Awards, {day(ceremony.held_on)}: {on}."
        return (
            f"The {ordinal(ceremony.number)} Academy Awards {held} on {day(ceremony.held_on)} "
            f"at the {ceremony.venue}, {films}."
        )


@dataclass(frozen=True)
class HostingQuery:
    """How often, or when, somebody hosted; or who hosted most."""

    person: str | None

    def told(self, almanac: Almanac) -> str:  # noqa: ARG002  (every query can be told)
        """Return how the question was understood."""
        return f"ceremonies hosted by {self.person or 'whoever hosted most'}"

    def answer(self, shelf: Shelf) -> Answer:
        """Count the nights."""
        nights = [c for c in shelf.almanac.ceremonies.values() if c.hosts]
        if self.person is None:
            counts = Counter(host for c in nights for host in c.hosts)
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


@dataclass(frozen=True)
class AppearanceQuery:
    """Who presented a category, performed a song or gave a tribute on a night."""

    ceremony: int
    roles: tuple[str, ...]
    categories: frozenset[str] | None = None
    person: str | None = None
    about: tuple[str, ...] = ()
    nominated: bool = False

    def told(self, almanac: Almanac) -> str:
        """Return how the question was understood."""
        what = listed([almanac.categories[i].name for i in sorted(self.categories or ())])
        return f"{' and '.join(self.roles)} at the {ordinal(self.ceremony)} ceremony {what}".strip()

    def answer(self, shelf: Shelf) -> Answer:
        """Name them."""
        almanac = shelf.almanac
        ceremony = almanac.ceremonies[self.ceremony]
        night = [a for a in almanac.appearances if a.ceremony == self.ceremony]
        found = [a for a in night if a.role in self.roles]
        if not night:
            return Answer(
                f"Who presented or performed {at_night(ceremony)} is not on record here; "
                "the 97th and the 98th are.",
                answered=False,
            )
        if self.categories is not None:
            found = [a for a in found if a.category_id in self.categories]
        if self.nominated:
            songs = {
                fold(work.song)
                for row in almanac.by_ceremony[self.ceremony]
                for work in row.works
                if work.song
            }
            found = [a for a in found if fold(a.subject or "") in songs]
        if self.person is not None:
            wanted = fold(self.person)
            found = [a for a in night if any(fold(name) == wanted for name in a.people)]
            lines = [_appearance(a, almanac) for a in found]
            if not found:
                return Answer(f"{self.person} is not on record for {at_night(ceremony)}.", False)
            return Answer(f"{self.person} {'; '.join(lines)}, {at_night(ceremony)}.")
        if self.about:
            best = _matching(found, self.about)
            if not best:
                return Answer(f"That is not on record for the night {at_night(ceremony)}.", False)
            found = best
        if not found:
            return Answer(f"That is not on record for the night {at_night(ceremony)}.", False)
        if len(found) <= 3:
            lines = [f"{listed(a.people)} {_appearance(a, almanac)}" for a in found]
            return Answer(f"{'; '.join(lines)}, {at_night(ceremony)}.")
        return Answer(
            f"{'Presenters' if 'presenter' in self.roles else 'Performers'} {at_night(ceremony)}:",
            items=tuple(f"{listed(a.people)} {_appearance(a, almanac)}" for a in found),
        )


def parse(frame: Frame) -> Query | None:
    """Recognise the facts of a night: host, date, place, presenters, performers."""
    hosted = frame.has(lexicon.HOST)
    person = _person_name(frame)
    if hosted and frame.says(r"no host|without (?:a )?host|hostless|not have a host|have no host"):
        pick = -1 if frame.says("last|latest|most recent") else 1 if frame.says("first") else 0
        return HostlessQuery(pick)
    if hosted and frame.category_ids and frame.has(lexicon.WON) and frame.period is not None:
        return BothQuery(
            NightFactQuery(Fact.HOST, frame.period),
            AwardsQuery(frame.category_ids, frame.period, won=True),
        )
    if (hosted and not frame.has(lexicon.WON)) or (
        hosted and frame.says("who (?:was |were )?(?:the )?host")
    ):
        if frame.says(r"most|record|how many different") and person is None:
            return HostingQuery(None)
        if person is not None:
            if frame.is_statement or frame.says(r"(?:first|second|third|2nd|3rd|only) time"):
                return HostingQuery(person)
            if (
                frame.period
                and not frame.period.is_span
                and frame.says(r"did|was|is it|with|alongside|co")
            ):
                return NightFactQuery(Fact.HOST, frame.period)
            return HostingQuery(person)
        when = _night_of(frame)
        if isinstance(when, Decline):
            return when
        if when is None and frame.says(r"first|1st"):
            when = at_ceremony(1, frame.almanac)
        return NightFactQuery(
            Fact.HOST, when or at_ceremony(frame.almanac.latest.number, frame.almanac)
        )
    appearance = _appearance_query(frame, person)
    if appearance is not None:
        return appearance
    return _plain_fact(frame)


def _plain_fact(frame: Frame) -> Query | None:
    almanac = frame.almanac
    about_show = (
        frame.free_set
        & {
            "oscars",
            "ceremony",
            "academy",
            "awards",
            "show",
            "oscar",
            "telecast",
            "ceremonies",
            "held",
        }
        or frame.times
    )
    if frame.category_ids or (
        frame.first_named("film", "person", "character", "song")
        and not frame.has({"held", "ceremony"})
    ):
        return None
    if (
        frame.has(lexicon.TIE)
        or not about_show
        or (frame.has(lexicon.WON, lexicon.NOMINATE) and not frame.first_named("film"))
    ):
        return None
    when = _night_of(frame)
    if isinstance(when, Decline):
        return when
    nxt = frame.says(r"next|upcoming|coming")
    if when is None and nxt:
        when = at_ceremony(almanac.latest.number + 1, almanac)
    if frame.says(
        r"where|venue|place|location|which (?:theatre|theater|hall|venue|city)|what "
        r"(?:theatre|theater|venue|city)|in which (?:theatre|theater|hall|city)"
    ):
        return NightFactQuery(Fact.PLACE, when or at_ceremony(almanac.latest.number, almanac))
    if frame.says(
        r"what (?:channel|network|station)|which (?:channel|network|station)|broadcast|"
        r"televised|aired|streaming service|streamer|streamed"
    ):
        return NightFactQuery(Fact.NETWORK, when or at_ceremony(almanac.latest.number, almanac))
    if frame.says(r"when|what (?:date|day)|which (?:date|day)|date|what year|which year") and (
        when is not None or nxt
    ):
        first = frame.says(r"first") and not when
        return NightFactQuery(
            Fact.DATE, when or at_ceremony(1 if first else almanac.latest.number, almanac)
        )
    if frame.says(
        r"how many (?:oscars|academy awards|ceremonies|oscar ceremonies)(?: ceremonies)? "
        r"(?:have been|were|has been|are there)(?: held)?$|how many ceremonies"
    ):
        latest = almanac.latest
        return NightFactQuery(Fact.NUMBER, at_ceremony(latest.number, almanac))
    if (
        when is not None
        and not when.is_span
        and frame.says(r"(?:which|what) (?:ceremony|number|edition|<time> )|how many(?:th)")
    ):
        return NightFactQuery(Fact.NUMBER, when)
    if nxt and when is not None:
        return NightFactQuery(Fact.DATE, when)
    return None


def _night_of(frame: Frame) -> Period | Decline | None:
    """Return the night meant: by its time, or by the film that won there."""
    if frame.period is not None:
        return frame.period
    film = frame.first_named("film")
    if film is None:
        return None
    picked = film_meant(frame, film, Scope(won=True))
    if picked.id is None:
        return None
    ceremony = frame.almanac.film_ceremony(picked.id)
    return at_ceremony(ceremony.number, frame.almanac) if ceremony else None


def _appearance_query(frame: Frame, person: str | None) -> Query | None:
    presented = frame.says(_PRESENTED) and not frame.says(_GIVEN)
    performed = frame.has(lexicon.PERFORM) and (
        frame.says("nominated songs?") or not frame.has(lexicon.WIN, lexicon.NOMINATE)
    )
    tribute = frame.says(r"tribute|in memoriam|memoriam")
    if not (presented or performed or tribute):
        return None
    if frame.is_statement and person is None and frame.first_named("film"):
        return None
    known = {a.ceremony for a in frame.almanac.appearances}
    number = frame.almanac.latest.number
    if frame.period is not None:
        if frame.period.is_span or not frame.period.ceremonies:
            return None
        number = next(
            (n for n in frame.period.ceremonies if n in known), frame.period.ceremonies[0]
        )
    elif film := frame.first_named("film"):
        ceremony = frame.almanac.film_ceremony(film.ids[0])
        number = ceremony.number if ceremony else number
    elif person is not None:
        seen = [
            a.ceremony for a in frame.almanac.appearances if fold(person) in map(fold, a.people)
        ]
        number = seen[-1] if seen else number
    handed = _handed_to(frame) if presented else None
    if handed is not None:
        return handed
    if person is not None and frame.says(r"what|which|did|where|whom") and not frame.category_ids:
        return AppearanceQuery(number, ("presenter", "performer", "tribute"), person=person)
    if presented and frame.category_ids:
        return AppearanceQuery(number, ("presenter",), frame.scope_ids)
    about = _about(frame)
    if frame.says(r"announced the nominations|nominations"):
        return None
    if frame.says("nominated songs?"):
        return AppearanceQuery(number, ("performer",), nominated=True)
    if performed or tribute:
        roles = ("performer", "tribute")
        return AppearanceQuery(number, roles, about=about)
    if frame.says("announcer|voice of"):
        return AppearanceQuery(number, ("announcer",))
    return AppearanceQuery(number, ("presenter",), about=about)


_PRESENTED = (
    r"present(?:ed|er|ers|ing|s)?\b|who handed|announced|announcer|introduced|"
    r"gave (?:out )?(?:the )?<category>|who (?:\w+ )?gave <person>"
)
_GIVEN = (
    r"empty handed|(?:first|last) (?:presented|given|handed)|to whom|presented (?:to|"
    r"with)|was presented"
)


def _handed_to(frame: Frame) -> Query | None:
    """Recognise who presented the award that somebody won: "who gave Adrien Brody his Oscar"."""
    winner = frame.first_named("person")
    if winner is None or not frame.says(r"(?:gave|handed|presented|announced)(?: out)? <person>"):
        return None
    known = {a.ceremony for a in frame.almanac.appearances}
    won = [
        row
        for row in Scope(people=frozenset(winner.ids), won=True).select(frame.almanac)
        if row.ceremony in known
    ]
    if not won:
        return None
    night = won[-1].ceremony
    categories = frozenset(row.category_id for row in won if row.ceremony == night)
    return AppearanceQuery(night, ("presenter",), categories)


_PLAIN = set(
    "who what which sang sing sung singing performed perform performs performing performer "
    "performers performance danced dance did was were the at on in of for to live song songs stage "
    "night ceremony oscars oscar academy awards show a an and gave give given presented presenter "
    "presenters "
    "presenting announced by from with that is there opening opened bit number comic "
    "musical start beginning together".split()
)


def _about(frame: Frame) -> tuple[str, ...]:
    timed = {at for time in frame.times for at in range(time.start, time.end)}
    return tuple(
        word.text
        for at, word in enumerate(frame.words)
        if at not in timed and word.text not in _PLAIN and not word.text.isdigit()
    )


def _matching(found: Sequence[Appearance], about: Sequence[str]) -> list[Appearance]:
    """Return the appearances whose words hold most of the words asked about."""
    scored = []
    for seen in found:
        text = fold(f"{seen.subject or ''} {seen.note or ''} {' '.join(seen.people)}").split()
        scored.append((sum(word in text for word in about), seen))
    most = max((score for score, _ in scored), default=0)
    if most == 0 or most < len(about) / 2:
        return []
    return [seen for score, seen in scored if score == most]


def _person_name(frame: Frame) -> str | None:
    sense = frame.first_named("person")
    if sense is not None:
        return frame.almanac.people[sense.ids[0]].name
    text = f" {fold(frame.question)} "
    names = {name for a in frame.almanac.appearances for name in a.people}
    names |= {host for c in frame.almanac.ceremonies.values() for host in c.hosts}
    full = next((n for n in sorted(names, key=len, reverse=True) if f" {fold(n)} " in text), None)
    if full is not None:
        return full
    hosts = {host for c in frame.almanac.ceremonies.values() for host in c.hosts}
    called = [host for host in hosts if f" {fold(host).split()[0]} " in text]
    return called[0] if len(called) == 1 and frame.has(lexicon.HOST) else None


def _appearance(seen: Appearance, almanac: Almanac) -> str:
    what = almanac.categories[seen.category_id].name if seen.category_id else seen.subject or ""
    verb = {
        "presenter": "presented",
        "performer": "performed",
        "tribute": "spoke the tribute to",
        "announcer": "was the announcer of",
    }[seen.role]
    return f"{verb} {what or 'the show'}"


def _hosts(ceremony: Ceremony) -> str:
    return listed(ceremony.hosts) or "no host"
