"""Ties: all of them, at a night, in a category, the first or the last."""

from collections import defaultdict
from dataclasses import dataclass

from bot.ask.frame import Frame
from bot.ask.kinds.picks import pick_of
from bot.ask.query import Answer, Query, Scope
from bot.ask.say import briefly, told
from bot.ask.times import Period
from bot.library import Shelf
from bot.models import Nomination
from bot.store.almanac import Almanac
from bot.wording import listed

_TIE = (
    r"tie\b|ties\b|tied|dead heat|shared|share\b|two winners|more than one winner|"
    r"(?:ended|finished|end|finish)(?: up)? (?:in|as) a draw|a draw\b|"
    r"joint(?:ly)? (?:winners?|won)|(?:were|was|won) joint|co winners"
)


@dataclass(frozen=True)
class TieQuery:
    """The ties: all, at a night, in a category, or the last.

    doubted: whether yes or no is asked.
    """

    scope: Scope
    period: Period | None
    pick: int
    doubted: bool = False

    def told(self, almanac: Almanac) -> str:  # noqa: ARG002  (every query can be told)
        """Return how the question was understood."""
        return "ties"

    def answer(self, shelf: Shelf) -> Answer:
        """List them."""
        almanac = shelf.almanac
        scope = self.scope
        if self.period is not None:
            both = (*self.period.ceremonies, *self.period.others)
            scope = scope.with_(ceremonies=frozenset(both))
        rows = [row for row in scope.select(almanac) if row.remark == "tie"]
        groups: dict[tuple[int, str], list[Nomination]] = defaultdict(list)
        for row in rows:
            groups[row.ceremony, row.category_id].append(row)
        if not groups:
            return Answer("No: there was no tie there.")
        ties = sorted(groups.items())
        if self.pick:
            ties = [ties[0] if self.pick > 0 else ties[-1]]
        lines = []
        for (number, category_id), tied in ties:
            category = almanac.categories[category_id]
            names = listed([told(row, category).replace(" (a tie)", "") for row in tied])
            lines.append(f"{category.name}, {briefly(almanac.ceremonies[number])}: {names}")
        start = "Yes: " if self.doubted else ""
        if len(lines) == 1:
            return Answer(f"{start}{'a' if start else 'A'} tie: {lines[0]}.")
        return Answer(
            f"{start}{'there' if start else 'There'} were {len(lines)} ties:", items=tuple(lines)
        )


def parse(frame: Frame) -> Query | None:
    """Recognise a question on ties that names no film and nobody."""
    if frame.first_named("film", "person", "character", "song"):
        return None
    if not frame.says(_TIE) or frame.says(r"tied for (?:the )?(?:most|second most)"):
        return None
    scope = Scope(categories=frame.scope_ids or None)
    if not frame.category_ids:
        weak = frozenset(
            i
            for c in frame.categories
            for id_ in c.ids
            for i in frame.spotter.catalogue.category_scope(id_)
        )
        if weak and not frame.times:
            scope = Scope(categories=weak)
    return TieQuery(scope, frame.period, pick_of(frame), doubted=frame.verb_first)
