"""What one person, or one film, has in the record, and how parts of it are told."""

from collections.abc import Sequence

from bot.ask.kinds.subject_query import SubjectAsked
from bot.ask.query import Answer, Scope
from bot.ask.say import at_night, award_of, briefly, in_list, others_too, tally, told
from bot.ask.say import in_short as short
from bot.models import Nomination
from bot.store.almanac import Almanac
from bot.wording import counted, listed, ordinal

FULL_LINES = 12
IN_A_SENTENCE = 5
"""So many nominations are told in one sentence; more of them as a list under it."""


class SubjectRecord:
    """The nominations that one query is about, from one almanac."""

    def __init__(self, query: SubjectAsked, almanac: Almanac) -> None:
        self._query = query
        self._almanac = almanac
        self._name = query.name(almanac)
        self._names = listed(query.names)
        self._rows = query.rows(almanac)
        self._tries = [row for row in self._rows if almanac.categories[row.category_id].competitive]
        self._won = [row for row in self._rows if row.won]
        self._wins = [row for row in self._tries if row.won]

    def _in_all(self, everything: Sequence[Nomination]) -> str:
        """Return what the subject has won at all: each award, or how many where they are many."""
        wins, tries, _ = tally(everything, self._almanac)
        won = [row for row in everything if row.won]
        if 0 < len(won) <= IN_A_SENTENCE:
            return f" In all, {self._name} won {self._told(won)}."
        return (
            f" In all: {counted(wins, 'competitive Oscar')} from {counted(tries, 'nomination')}"
            f"{others_too(everything, self._almanac)}."
        )

    def _winners_instead(self) -> str:
        """Return who won the awards that the subject lost."""
        return "; ".join(self._winner(row.category_id, row.ceremony) for row in self._rows)

    def _winner(self, category_id: str, number: int) -> str:
        category = self._almanac.categories[category_id]
        won = [
            told(row, category)
            for row in self._almanac.by_ceremony[number]
            if row.category_id == category_id and row.won
        ]
        night = at_night(self._almanac.ceremonies[number])
        return f"{category.name} went to {'; '.join(won)}, {night}"

    def _winner_of_scope(self) -> str:
        """Return who won the category the subject was not nominated for, on the night meant."""
        query = self._query
        numbers = query.period.ceremonies if query.period and not query.period.is_span else ()
        if not numbers and query.kind == "film":
            ceremony = self._almanac.film_ceremony(query.id)
            numbers = (ceremony.number,) if ceremony else ()
        if not numbers or len(query.names) != 1 or query.scope.categories is None:
            return ""
        ids = [
            row.category_id
            for row in self._almanac.by_ceremony.get(numbers[0], ())
            if row.won and row.category_id in query.scope.categories
        ]
        return f" {self._winner(ids[0], numbers[0])}." if ids else ""

    def _other_wins(self) -> str:
        """Return what a film won besides, where a category was asked for that it lost."""
        if self._query.kind != "film" or not self._names:
            return ""
        names = [
            self._almanac.categories[row.category_id].name for row in self._everything() if row.won
        ]
        if not names:
            return " It won no other Oscar."
        return f" It won {listed(names) if len(names) < 5 else counted(len(names), 'other Oscar')}."

    def _when(self) -> str:
        """Return the night or the nights that are counted, where the question names them."""
        query, period = self._query, self._query.period
        if query.kind == "film":
            ceremony = self._almanac.film_ceremony(query.id)
            return f", {at_night(ceremony)}" if ceremony else ""
        if period is None or not period.ceremonies:
            return ""
        if period.is_span:
            first, last = period.ceremonies[0], period.ceremonies[-1]
            return f" from the {ordinal(first)} to the {ordinal(last)} ceremony"
        return f", {at_night(self._almanac.ceremonies[period.ceremonies[0]])}"

    def _listing(self, rows: Sequence[Nomination], start: str, besides: str = "") -> Answer:
        """Tell wins in one sentence, or under it where they are many."""
        if len(rows) <= IN_A_SENTENCE:
            return Answer(f"{start} {self._told(rows)}{besides}.")
        lines = tuple(in_list(row, self._almanac) for row in rows)
        start = start.rstrip(":")
        return Answer(f"{start} {len(rows)} Oscars{besides}{self._when()}:", items=lines)

    def _told(self, rows: Sequence[Nomination], won: str = "") -> str:
        """Return awards with their nights; a night that all share is told once, at the end."""
        nights = {row.ceremony for row in rows}
        parts = []
        for row in rows:
            award = award_of(row, self._query.kind, self._almanac)
            mark = won if row.won else ""
            night = briefly(self._almanac.ceremonies[row.ceremony])
            shared = f" ({mark.lstrip(', ')})" if mark else ""
            parts.append(f"{award}{shared}" if len(nights) == 1 else f"{award} ({night}{mark})")
        if len(nights) > 1:
            return listed(parts)
        return f"{listed(parts)}, {at_night(self._almanac.ceremonies[rows[0].ceremony])}"

    def _short(self, rows: Sequence[Nomination]) -> tuple[str, ...]:
        return tuple(short(row, self._query.kind, self._almanac) for row in rows)

    def _marked(self, rows: Sequence[Nomination]) -> tuple[str, ...]:
        """Return a line for each nomination; long lists in few words."""
        if len(rows) > FULL_LINES:
            return self._short(rows)
        lines = (f"{in_list(r, self._almanac)}{' (won)' if r.won else ''}" for r in rows)
        return tuple(lines)

    def _everything(self) -> list[Nomination]:
        """Return the subject's whole record, whatever the question narrows it to."""
        scope = self._query.scope
        of_film = self._query.kind == "film"
        whole = Scope(films=scope.films) if of_film else Scope(people=scope.people)
        return whole.select(self._almanac)

    def _nothing_else(self, won: Sequence[Nomination]) -> str:
        """Return how it stands with the awards beside which the others are asked for."""
        beside = self._query.beside
        if not beside:
            return ""
        if all(row.category_id in beside for row in won):
            return "Nothing else: "
        lost = not any(row.category_id in beside for row in won)
        name = self._almanac.categories[beside[0]].name
        return f"Not {name}: " if lost and len(beside) == 1 else ""
