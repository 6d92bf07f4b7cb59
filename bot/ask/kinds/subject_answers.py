"""What one person, or one film, won or was nominated for: the answers."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from bot.ask.kinds.awards import not_held
from bot.ask.kinds.subject_query import Aspect, SubjectQuery
from bot.ask.query import Answer, Scope
from bot.ask.say import at_night, award_of, briefly, in_list, others_too, tally, told
from bot.ask.say import in_short as short
from bot.models import Nomination
from bot.store.almanac import Almanac
from bot.wording import counted, listed, ordinal

FULL_LINES = 12
IN_A_SENTENCE = 5
"""So many nominations are told in one sentence; more of them as a list under it."""


class SubjectAnswers:
    """Answers one query from one almanac."""

    def __init__(self, query: SubjectQuery, almanac: Almanac) -> None:
        self._query = query
        self._almanac = almanac
        self._name = query.name(almanac)
        self._names = listed(query.names)
        self._rows = query.rows(almanac)
        self._tries = [row for row in self._rows if almanac.categories[row.category_id].competitive]
        self._won = [row for row in self._rows if row.won]
        self._wins = [row for row in self._tries if row.won]

    def answer(self) -> Answer:
        """Return the answer."""
        query = self._query
        future = not_held(query.period, self._almanac) if query.period and not self._rows else ""
        if future:
            return Answer(future, answered=False)
        if query.missing:
            return Answer(
                f"{self._verdict(did=False)}no nominated film called “{query.missing}” is on "
                "record."
                f"{self._in_all(self._everything())}"
            )
        if query.claimed is not None:
            return self._claim(query.claimed)
        return {
            Aspect.DID_WIN: self._did_win,
            Aspect.WAS_NOMINATED: self._was_nominated,
            Aspect.COUNT_WINS: self._count_wins,
            Aspect.COUNT_NOMINATIONS: self._count_nominations,
            Aspect.WINS: self._what_won,
            Aspect.NOMINATIONS: self._what_nominated,
            Aspect.HISTORY: self._history,
        }[query.aspect]()

    # --- whether ------------------------------------------------------------------------------

    def _verdict(self, *, did: bool) -> str:
        return "Yes: " if did != self._query.negated else "No: "

    def _claim(self, number: int) -> Answer:
        """Put right, or confirm, a number that the question claims."""
        if self._query.one_night:
            return self._claim_of_a_night(number)
        wins, tries, others = tally(self._rows, self._almanac)
        nominations = self._query.aspect in (
            Aspect.COUNT_NOMINATIONS,
            Aspect.NOMINATIONS,
            Aspect.WAS_NOMINATED,
        )
        answer = self._count_nominations() if nominations else self._count_wins()
        right = number in ({tries} if nominations else {wins, wins + others})
        return replace(answer, line=f"{self._verdict(did=right)}{answer.line}")

    def _claim_of_a_night(self, number: int) -> Answer:
        """Put right, or confirm, how many were won on one night."""
        nights = Counter(row.ceremony for row in self._wins)
        if not nights:
            return self._did_win()
        best, most = max(nights.items(), key=lambda pair: pair[1])
        night = at_night(self._almanac.ceremonies[best])
        rows = [row for row in self._wins if row.ceremony == best]
        return Answer(
            f"{self._verdict(did=most >= number)}{self._name} won {counted(most, 'Oscar')} in one "
            f"night, {night}.",
            items=self._short(rows),
            whole=False,
        )

    def _did_win(self) -> Answer:
        if self._wins or (self._won and self._names):
            return self._listing(self._won, f"{self._verdict(did=True)}{self._name} won")
        if self._won:
            return Answer(
                f"Not a competitive one: {self._name} has no competitive Oscar from "
                f"{counted(len(self._tries), 'nomination')}"
                f"{others_too(self._won, self._almanac)}."
            )
        start = self._verdict(did=False)
        if not self._rows:
            return self._nothing(start)
        if len(self._rows) <= 2:
            return Answer(
                f"{start}{self._name} was nominated, but {self._winners_instead()}."
                f"{self._other_wins()}"
            )
        for_it = f" for {self._names}" if self._names else ""
        besides = "" if self._names else others_too(self._everything(), self._almanac)
        return Answer(
            f"{start}{self._name} has won no Oscar{for_it} from "
            f"{counted(len(self._rows), 'nomination')}{besides}.",
            items=self._short(self._rows),
            whole=False,
        )

    def _was_nominated(self) -> Answer:
        if not self._tries:
            return self._nothing(self._verdict(did=False))
        start = f"{self._verdict(did=True)}{self._name} was nominated"
        if len(self._tries) <= IN_A_SENTENCE:
            return Answer(f"{start} for {self._told(self._tries, ', and won')}.")
        return Answer(
            f"{start} {len(self._tries)} times, and won {counted(len(self._wins), 'Oscar')}.",
            items=self._short(self._tries),
            whole=False,
        )

    def _nothing(self, start: str) -> Answer:
        """Tell that nothing of the subject is in scope, and what there is."""
        everything, period = self._everything(), self._query.period
        if not everything:
            return Answer(f"{start}{self._name} has no Oscar nomination on record.")
        where = f" for {self._names}" if self._names else ""
        if self._query.film_id:
            where += f" for {self._almanac.films[self._query.film_id].title}"
        if period is not None and period.ceremonies and not period.is_span:
            nights = [briefly(self._almanac.ceremonies[n]) for n in period.ceremonies[:2]]
            where += f" at the {listed(nights)}"
        return Answer(
            f"{start}{self._name} was not nominated{where}.{self._winner_of_scope()}"
            f"{self._in_all(everything)}"
        )

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

    # --- how many -----------------------------------------------------------------------------

    def _count_wins(self) -> Answer:
        if self._names and not self._tries and self._won:
            return self._listing(
                self._won, f"{self._name} has {counted(len(self._won), self._names)}:"
            )
        what = f"Oscar for {self._names}" if self._names else "competitive Oscar"
        many = f"Oscars for {self._names}" if self._names else None
        besides = "" if self._names else others_too(self._rows, self._almanac)
        return Answer(
            f"{self._name} has won {counted(len(self._wins), what, many)} from "
            f"{counted(len(self._tries), 'nomination')}{besides}{self._when()}.",
            items=self._short(self._wins),
            whole=False,
        )

    def _count_nominations(self) -> Answer:
        one = f"nomination for {self._names}" if self._names else "Oscar nomination"
        many = one.replace("nomination", "nominations", 1)
        besides = "" if self._names else others_too(self._rows, self._almanac)
        return Answer(
            f"{self._name} has {counted(len(self._tries), one, many)}{self._when()}, "
            f"with {counted(len(self._wins), 'win')}{besides}.",
            items=self._short(self._tries),
            whole=False,
        )

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

    # --- what for -----------------------------------------------------------------------------

    def _what_won(self) -> Answer:
        pool = self._wins if self._wins and not self._names else self._won
        if not pool:
            return self._won_none()
        if self._query.pick:
            return self._picked(pool, "Oscar")
        if self._query.only and len(pool) > 1:
            return self._listing(pool, f"{self._name} has won more than one Oscar:")
        besides = others_too(self._rows, self._almanac) if pool is self._wins else ""
        return self._listing(pool, f"{self._nothing_else(pool)}{self._name} won", besides)

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

    def _won_none(self) -> Answer:
        if not self._rows:
            return self._nothing("None: ")
        if self._query.film_id and any(row.won for row in self._everything()):
            film = self._almanac.films[self._query.film_id].title
            lost = f"for {film} {self._name} was nominated only."
            return Answer(f"None: {lost}{self._in_all(self._everything())}")
        few = len(self._rows) < 3
        for_it = f" for {self._names}" if self._names else ""
        instead = f": {self._winners_instead()}" if few else ""
        besides = "" if self._names else others_too(self._everything(), self._almanac)
        return Answer(
            f"None: {self._name} has won no Oscar{for_it}, from "
            f"{counted(len(self._rows), 'nomination')}{instead}{besides}.",
            items=() if few else self._short(self._rows),
            whole=False,
        )

    def _what_nominated(self) -> Answer:
        if not self._tries:
            return self._nothing("None: ")
        if self._query.pick:
            return self._picked(self._tries, "nomination")
        if len(self._tries) <= IN_A_SENTENCE:
            return Answer(f"{self._name} was nominated for {self._told(self._tries, ', won')}.")
        return Answer(
            f"{self._name} has {len(self._tries)} nominations, with "
            f"{counted(len(self._wins), 'win')}{self._when()}:",
            items=self._marked(self._tries),
        )

    def _history(self) -> Answer:
        if not self._rows:
            return self._nothing("")
        return Answer(
            f"{self._name} has won {counted(len(self._wins), 'competitive Oscar')} from "
            f"{counted(len(self._tries), 'nomination')}{others_too(self._rows, self._almanac)}"
            f"{self._when()}.",
            items=self._marked(self._rows),
        )

    def _picked(self, pool: Sequence[Nomination], what: str) -> Answer:
        """Tell the first, second, ... or last of the subject's wins or nominations."""
        pick = self._query.pick
        place = pick - 1 if pick > 0 else pick
        word = {1: "first", 2: "second", 3: "third", -1: "latest"}.get(pick, ordinal(abs(pick)))
        if not -len(pool) <= place < len(pool):
            start = f"There is no {word} {what}: {self._name} has {len(pool)}:"
            return self._listing(pool, start)
        night = pool[place].ceremony
        edge = pick in (1, -1)
        same = [row for row in pool if row.ceremony == night] if edge else [pool[place]]
        awards = listed([award_of(row, self._query.kind, self._almanac) for row in same])
        nth = f"{word} {what}{'s' if len(same) > 1 else ''}"
        return Answer(
            f"{self._name}'s {nth}: {awards}, {at_night(self._almanac.ceremonies[night])}.",
            items=tuple(in_list(row, self._almanac) for row in pool) if 1 < len(pool) < 7 else (),
        )

    # --- lists --------------------------------------------------------------------------------

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
