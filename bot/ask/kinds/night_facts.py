"""One fact of a night: when and where it was held, who hosted, who broadcast it."""

from dataclasses import dataclass
from enum import Enum

from bot.ask import lexicon
from bot.ask.choose import film_meant
from bot.ask.frame import Frame
from bot.ask.kinds.awards import at_ceremony, not_held
from bot.ask.query import Answer, Query, Scope
from bot.ask.say import at_night, briefly
from bot.ask.times import Period
from bot.cards import addresses
from bot.cards.card import Link
from bot.library import Shelf
from bot.models import Ceremony
from bot.store.almanac import Almanac
from bot.wording import day, listed, ordinal


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


_SHOW = lexicon.words("oscars oscar ceremony ceremonies academy awards show telecast held")
_WHERE = (
    r"where|venue|place|location|which (?:theatre|theater|hall|venue|city)|what "
    r"(?:theatre|theater|venue|city)|in which (?:theatre|theater|hall|city)"
)
_BROADCAST = (
    r"what (?:channel|network|station)|which (?:channel|network|station)|broadcast|"
    r"televised|aired|streaming service|streamer|streamed"
)
_WHEN = r"when|what (?:date|day)|which (?:date|day)|date|what year|which year"
_HOW_MANY = (
    r"how many (?:oscars|academy awards|ceremonies|oscar ceremonies)(?: ceremonies)? "
    r"(?:have been|were|has been|are there)(?: held)?$|how many ceremonies"
)
_WHICH = r"(?:which|what) (?:ceremony|number|edition|<time> )|how many(?:th)"


def parse(frame: Frame) -> Query | None:
    """Recognise what is asked of a night itself, not of its awards."""
    if not _is_of_a_night(frame):
        return None
    latest = frame.almanac.latest.number
    when = night_of(frame)
    upcoming = frame.says(r"next|upcoming|coming")
    if when is None and upcoming:
        when = at_ceremony(latest + 1, frame.almanac)
    if frame.says(_WHERE):
        return NightFactQuery(Fact.PLACE, when or at_ceremony(latest, frame.almanac))
    if frame.says(_BROADCAST):
        return NightFactQuery(Fact.NETWORK, when or at_ceremony(latest, frame.almanac))
    if frame.says(_WHEN) and when is not None:
        return NightFactQuery(Fact.DATE, when)
    if frame.says(_HOW_MANY):
        return NightFactQuery(Fact.NUMBER, at_ceremony(latest, frame.almanac))
    if when is not None and not when.is_span and frame.says(_WHICH):
        return NightFactQuery(Fact.NUMBER, when)
    if upcoming and when is not None:
        return NightFactQuery(Fact.DATE, when)
    return None


def _is_of_a_night(frame: Frame) -> bool:
    """Whether a night is spoken of, and no award of it."""
    named = frame.first_named("film", "person", "character", "song")
    if frame.category_ids or (named and not frame.has({"held", "ceremony"})):
        return False
    awarded = frame.has(lexicon.WON, lexicon.NOMINATE) and not frame.first_named("film")
    if awarded or frame.has(lexicon.TIE):
        return False
    return bool(frame.free_set & _SHOW or frame.times)


def night_of(frame: Frame) -> Period | None:
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


def _hosts(ceremony: Ceremony) -> str:
    return listed(ceremony.hosts) or "no host"
