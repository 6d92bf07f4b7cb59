"""One fact of a night: when and where it was held, who hosted, who broadcast it."""

from dataclasses import dataclass
from enum import Enum

from bot.ask import lexicon
from bot.ask.choose import film_meant
from bot.ask.common import COMMON
from bot.ask.frame import Frame
from bot.ask.kinds.award_query import at_ceremony, not_held
from bot.ask.query import Answer, Decline, Query, Scope
from bot.ask.say import at_night, briefly
from bot.ask.times import Period
from bot.cards import addresses
from bot.cards.card import Link
from bot.library import Shelf
from bot.models import Ceremony
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
class NightCountQuery:
    """How many ceremonies were held, in all or in a span of time."""

    period: Period | None

    def told(self, almanac: Almanac) -> str:  # noqa: ARG002  (every query can be told)
        """Return how the question was understood."""
        return "how many ceremonies were held"

    def answer(self, shelf: Shelf) -> Answer:
        """Count them."""
        almanac = shelf.almanac
        numbers = almanac.ceremonies if self.period is None else self.period.ceremonies
        held = [almanac.ceremonies[n] for n in numbers if n in almanac.by_ceremony]
        if not held:
            return Answer("No ceremony was held then.")
        count = counted(len(held), "ceremony was", "ceremonies were")
        last = f", the last of them the {briefly(held[-1])}" if len(held) > 1 else ""
        return Answer(f"{count} held{last}.")


@dataclass(frozen=True)
class VenueQuery:
    """When the ceremonies were held at a place. venue: as the record names it."""

    venue: str

    def told(self, almanac: Almanac) -> str:  # noqa: ARG002  (every query can be told)
        """Return how the question was understood."""
        return f"ceremonies at the {self.venue}"

    def answer(self, shelf: Shelf) -> Answer:
        """Tell the first, the last and how many."""
        almanac = shelf.almanac
        nights = [
            ceremony
            for ceremony in almanac.ceremonies.values()
            if self.venue in venues_of(ceremony) and ceremony.number in almanac.by_ceremony
        ]
        if len(nights) == 1:
            return Answer(f"One ceremony was held at the {self.venue}: the {briefly(nights[0])}.")
        return Answer(
            f"The first ceremony at the {self.venue} was the {briefly(nights[0])}; the last so "
            f"far was the {briefly(nights[-1])}. {len(nights)} were held there.",
        )


def venues_of(ceremony: Ceremony) -> list[str]:
    """Return the places of a ceremony, without the names of their rooms."""
    return [place.partition(" (")[0].strip() for place in ceremony.venue.split(";")]


_SHOW = lexicon.words("oscars oscar ceremony ceremonies academy awards show telecast held")
_WHERE = (
    r"where|venue|place|location|(?:which|what) (?:\w+ ){0,2}(?:theatre|theater|hall|venue|city|"
    r"hotel|building|station|auditorium)|(?:station|hotel|theatre|theater|hall|venue) which"
)
_BROADCAST = (
    r"what (?:channel|network|station)|which (?:channel|network|station)|broadcast|"
    r"televised|aired|airs?\b|streaming service|streamer|"
    r"streamed|(?:american|tv|television) network"
)
_WHEN = r"when|what (?:date|day)|which (?:date|day)|date|what year|which year"
_HOW_MANY = (
    r"how many (?:\w+ ){0,3}?(?:oscars|academy awards|ceremonies)(?: ceremonies)? "
    r"(?:have|were|has|are) (?:there )?(?:been )?(?:held|so far|till now|in total|$)|"
    r"how many ceremonies|how many times (?:have|were) the (?:oscars|academy awards) (?:been )?held"
)
_UNRECORDED = (
    ("how long it lasted", r"how long|duration|length of|running time|how many (?:hours|minutes)"),
    ("how many people watched it", r"watched|viewers|viewership|ratings|audience|tuned in"),
)
_BEGAN = (
    r"(?:when|(?:what|which) year) (?:did|were|was) (?:the )?(?:first )?(?:oscars?|academy awards?)"
    r" (?:\w+ )?(?:start|started|begin|began|founded|established|created|held|given|originate)\b"
)
_WHICH = r"(?:which|what) (?:ceremony|number|edition|annual|<time> )|how many(?:th)"


def parse(frame: Frame) -> Query | None:
    """Recognise what is asked of a night itself, not of its awards."""
    if venue := _venue(frame):
        return VenueQuery(venue)
    if not _is_of_a_night(frame):
        return None
    if frame.period is None and frame.says(_BEGAN) and not frame.unknown:
        return NightFactQuery(Fact.DATE, at_ceremony(1, frame.almanac))
    latest = frame.almanac.latest.number
    when = night_of(frame)
    upcoming = frame.says(r"next|upcoming|coming")
    if when is None and upcoming:
        when = at_ceremony(latest + 1, frame.almanac)
    unrecorded = next((what for what, words in _UNRECORDED if frame.says(words)), None)
    if unrecorded is not None:
        return Decline(f"Of that ceremony, {unrecorded} is not on record here.", (), unrecorded)
    if frame.says(_HOW_MANY) and not frame.unknown:
        return NightCountQuery(frame.period)
    fact = fact_asked(frame, known=when is not None)
    if fact is None and upcoming:
        fact = Fact.DATE
    if fact is None:
        return None
    night = when or night_unnamed(frame)
    return night if isinstance(night, Decline) else NightFactQuery(fact, night)


def night_unnamed(frame: Frame) -> Period | Decline:
    """Return the first or the latest night, where neither a time nor a winner tells which.

    It is declined where words are left that seem to tell a night, but none is known by them.
    """
    strange = [word.typed for word in frame.unknown if not word.mended and word.text not in _HELD]
    strange += [text for text in frame.free if text in _TELLING]
    if not strange:
        first = frame.has(lexicon.FIRST)
        return at_ceremony(1 if first else frame.almanac.latest.number, frame.almanac)
    quoted = listed([f"“{word}”" for word in strange[:3]])
    return Decline(
        f"I can't tell which ceremony is meant by {quoted}. A year or a number tells it.",
        ("who hosted the Oscars in 2017", "where was the 74th ceremony held"),
        "a night that is told by something not on record",
    )


_TELLING = lexicon.TIE | frozenset(lexicon.ORDINALS) | frozenset(lexicon.NUMBERS)
_HELD = lexicon.words(
    "hotel auditorium pavilion broadcaster televised aired airs aired venues los "
    "angeles hollywood california"
)


def fact_asked(frame: Frame, *, known: bool) -> Fact | None:
    """Return the fact that is asked for. known: whether a night is named."""
    if frame.says(_WHERE):
        return Fact.PLACE
    if frame.says(_BROADCAST):
        return Fact.NETWORK
    if known and frame.says(_WHEN):
        return Fact.DATE
    if known and frame.says(_WHICH) and not (frame.period and frame.period.is_span):
        return Fact.NUMBER
    return None


_HALL = lexicon.words(
    "theatre theater theaters hotel auditorium pavilion civic hall oscars ceremony ceremonies held "
    "move moved moves awards show academy"
)


def _venue(frame: Frame) -> str | None:
    """Return the place that is named, by the first word of its name, beside a word of halls."""
    first = frame.period is not None and frame.period.when.numbers == (1,)
    if not first and (
        frame.period is not None or not frame.says(_WHEN + r"|how many|first|last|since")
    ):
        return None
    said = set(frame.texts)
    if not said & _HALL or frame.category_ids:
        return None
    venues = {v for c in frame.almanac.ceremonies.values() for v in venues_of(c)}
    named = {v for v in venues if fold(v).split()[0] in said and fold(v).split()[0] not in _HALL}
    common = {v for v in named if fold(v).split()[0] in COMMON}
    exact = {v for v in common if set(fold(v).split()) <= said}
    found = (named - common) | exact
    return found.pop() if len(found) == 1 else None


def _is_of_a_night(frame: Frame) -> bool:
    """Whether a night is spoken of, and no award of it."""
    named = frame.first_named("film", "person", "character", "song")
    its_night = frame.says(r"<film> (?:night|oscars|show)\b")
    if frame.category_ids or (named and not its_night and not frame.has({"held", "ceremony"})):
        return False
    awarded = frame.has(lexicon.WON, lexicon.NOMINATE) and not frame.first_named("film")
    if awarded or frame.has(lexicon.TIE):
        return False
    return its_night or bool(frame.free_set & _SHOW or frame.times)


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
