"""Recognises who has more than somebody: "which film has more nominations than Titanic"."""

from bot.ask import lexicon
from bot.ask.frame import Frame
from bot.ask.kinds.ranked import By
from bot.ask.query import Scope
from bot.ask.say import tally
from bot.ask.senses import Sense

_MORE_THAN = r"more (?:\w+ ){0,3}than <(?:film|person)>"

_BOTH_NAMED = r"or <|<(?:film|person)>.* more\b"


def more_than(frame: Frame) -> int:
    """Return how many somebody has to have who has more than those named; 0 elsewhere."""
    if frame.verb_first or not frame.asks or not frame.says(_MORE_THAN) or frame.says(_BOTH_NAMED):
        return 0
    in_scope = frame.spotter.catalogue.category_scope
    jobs = frozenset(i for id_ in frame.occupation for i in in_scope(id_))
    scope = Scope(categories=frame.scope_ids or jobs or None)
    counts = []
    for sense in _named(frame):
        only = frozenset(sense.ids[:1])
        of_film = sense.kind == "film"
        own = scope.with_(films=only) if of_film else scope.with_(people=only)
        wins, tries, _ = tally(own.select(frame.almanac), frame.almanac)
        counts.append(tries if _by_nominations(frame) else wins)
    return max(counts) + 1 if counts else 0


def by_surpassed(frame: Frame) -> By:
    """Return what is ranked: films beside a film, people beside a person."""
    return By.FILM if _named(frame)[0].kind == "film" else By.PERSON


def surpassed_by(frame: Frame) -> frozenset[str]:
    """Return who is surpassed."""
    return frozenset(id_ for sense in _named(frame) for id_ in sense.ids)


def _named(frame: Frame) -> list[Sense]:
    senses = [mention.senses[0] for mention in frame.mentions]
    return [sense for sense in senses if sense.kind == senses[0].kind]


def _by_nominations(frame: Frame) -> bool:
    return frame.has(lexicon.NOMINATE) and not frame.says(r"(?:won|wins?|winning)\b")
