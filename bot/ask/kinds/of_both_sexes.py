"""Rankings of actors, in which actresses may be meant too: both are told."""

from dataclasses import dataclass, replace

from bot.ask.categories import ACTING
from bot.ask.frame import Frame
from bot.ask.kinds.ranking_query import RankingQuery
from bot.ask.lexicon import words
from bot.ask.query import Answer
from bot.library import Shelf
from bot.store.almanac import Almanac
from bot.wording import listed

_OF_MEN = words("male men man guy guys actress actresses")
_MOST_NAMED = 12


@dataclass(frozen=True)
class OfBothSexes:
    """A ranking of actors as men alone, with the one that counts actresses as actors."""

    men: RankingQuery
    everybody: RankingQuery

    def told(self, almanac: Almanac) -> str:
        """Return how the question was understood."""
        return self.men.told(almanac)

    def answer(self, shelf: Shelf) -> Answer:
        """Rank the actors; where actresses change it, tell that in a line after it."""
        answer = self.men.answer(shelf)
        others = self.everybody.answer(shelf)
        if not others.answered or others.line == answer.line:
            return answer
        told = others.line
        if told.endswith(":") and len(others.items) <= _MOST_NAMED:
            told = f"{told[:-1]}: {listed(list(others.items))}."
        return replace(answer, notes=(*answer.notes, f"Actresses included: {told}"))


def with_actresses(query: RankingQuery, frame: Frame) -> RankingQuery | OfBothSexes:
    """Return a ranking of actors with that of all who act, unless only men are meant."""
    categories = query.scope.categories
    if frame.category_ids or categories is None or not frame.says("actors?"):
        return query
    if frame.has(_OF_MEN) or not categories <= ACTING or categories == ACTING:
        return query
    wider = replace(query, scope=query.scope.with_(categories=ACTING), names=("acting",))
    return OfBothSexes(query, wider)
