"""Nights told by what happened on them: "who hosted the year the streaker ran across the stage"."""

from bot.ask import lexicon
from bot.ask.frame import Frame
from bot.ask.kinds import appearances, hosts, moments
from bot.ask.kinds.award_query import AwardsQuery, at_ceremony
from bot.ask.kinds.night_facts import Fact, NightFactQuery, fact_asked
from bot.ask.query import Query
from bot.ask.times import Period
from bot.names.fold import fold

_SHOW = lexicon.words(
    "oscar oscars academy award awards ceremony ceremonies show telecast night year edition "
    "evening event gala broadcast time"
)
_FACT = (
    lexicon.HOST
    | lexicon.WHERE
    | lexicon.WHEN
    | lexicon.words("held network channel station which what who aired airs date take taken")
)
_NOT_THEN = lexicon.words("after before since until next previous following than many often times")
_MARKS = lexicon.words("oscars ceremony show telecast night year edition evening broadcast when")


def parse(frame: Frame) -> Query | None:
    """Recognise a fact or an award of a night that a moment tells, and no time or winner does."""
    if hostless := hosts.without_any(frame):
        return hostless
    first = frame.period is not None and frame.period.when.numbers == (1,)
    if (frame.times and not first) or frame.has(_NOT_THEN, lexicon.NUMBERS):
        return None
    won = bool(frame.category_ids) and frame.has(lexicon.WIN) and frame.asks
    if won and not appearances.is_asked(frame):
        night = _night(frame, _clause(frame))
        return AwardsQuery(frame.category_ids, night, won=True) if night else None
    fact = _fact(frame)
    if fact is None or frame.category_ids or _names_host(frame):
        return None
    # Every show is on television now; only the first that was is told by it.
    skipped = _FACT if lexicon.FIRST & set(frame.texts) else _FACT | {"tv", "television"}
    night = _night(frame, [text for text in frame.texts if text not in skipped])
    return NightFactQuery(fact, night) if night else None


def _names_host(frame: Frame) -> bool:
    """Whether somebody who hosted is named: that tells more than what else they did."""
    hosts_ = {fold(host) for c in frame.almanac.ceremonies.values() for host in c.hosts}
    people = [id_ for sense in frame.named_things("person") for id_ in sense.ids]
    return any(fold(frame.almanac.people[id_].name) in hosts_ for id_ in people)


def _fact(frame: Frame) -> Fact | None:
    if hosts.is_asked(frame):
        return Fact.HOST if frame.says(r"who|whom|(?:which|what) (?:\w+ )?host|hosts? ") else None
    if frame.says(r"where (?:\w+ ){0,2}(?:was|were|is|did) <(?:person|film|character)>"):
        return None
    fact = fact_asked(frame, known=True)
    return fact if fact in (Fact.PLACE, Fact.NETWORK) and _SHOW & set(frame.texts) else None


def _clause(frame: Frame) -> list[str]:
    """Return the words behind the award asked for, if a night is spoken of there."""
    end = max(category.end for category in frame.categories if category.sure)
    words = frame.texts[end:]
    return [text for text in words if text != "when"] if _MARKS & set(words) else []


def _night(frame: Frame, words: list[str]) -> Period | None:
    """Return the night on which happened what some words tell."""
    if all(text in lexicon.FILLER | _SHOW | lexicon.FIRST for text in words):
        return None
    number = moments.night_of(frame.spotter.moment_words, words, frame.almanac)
    return at_ceremony(number, frame.almanac) if number else None
