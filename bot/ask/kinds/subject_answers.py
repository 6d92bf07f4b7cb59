"""What one person, or one film, won or was nominated for: the answers."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.ask.kinds.award_query import not_held
from bot.ask.kinds.subject_query import Aspect, SubjectAsked
from bot.ask.kinds.subject_record import IN_A_SENTENCE, SubjectRecord
from bot.ask.query import Answer
from bot.ask.say import at_night, award_of, briefly, in_list, others_too, tally
from bot.library import Shelf
from bot.models import Nomination
from bot.store.almanac import Almanac
from bot.wording import counted, listed, ordinal


class SubjectAnswers(SubjectRecord):
    """Answers one query from one almanac."""

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
        if query.claimed_least:
            return self._reached(query.claimed_least)
        if query.claimed is not None:
            return self._claim(query.claimed)
        return {
            Aspect.DID_WIN: self._did_win,
            Aspect.WAS_NOMINATED: self._was_nominated,
            Aspect.COUNT_WINS: self._count_wins,
            Aspect.COUNT_NOMINATIONS: self._count_nominations,
            Aspect.WINS: self._what_won,
            Aspect.NOMINATIONS: self._what_nominated,
            Aspect.COUNT_LOSSES: self._count_losses,
            Aspect.TRIES: self._before_winning,
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

    def _reached(self, number: int) -> Answer:
        """Tell whether there are so many wins, or nominations, at the least."""
        nominations = self._query.aspect in (Aspect.COUNT_NOMINATIONS, Aspect.WAS_NOMINATED)
        answer = self._count_nominations() if nominations else self._count_wins()
        reached = len(self._tries if nominations else self._wins) >= number
        return replace(answer, line=f"{self._verdict(did=reached)}{answer.line}")

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
            start = "Yes, but not" if self._query.any_kind else "Not"
            given = others_too(self._won, self._almanac).removeprefix(", plus ")
            return Answer(
                f"{start} a competitive one, but {self._name} won the {given}, with no competitive "
                f"Oscar from {counted(len(self._tries), 'nomination')}."
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

    def _count_losses(self) -> Answer:
        lost = [row for row in self._tries if not row.won]
        return Answer(
            f"{self._name} has lost {counted(len(lost), 'time')}, with "
            f"{counted(len(self._wins), 'win')} from {counted(len(self._tries), 'nomination')}"
            f"{self._when()}.",
            items=self._short(lost),
            whole=False,
        )

    def _before_winning(self) -> Answer:
        """Tell how many nominations came to nothing before the first that won."""
        if not self._wins:
            return self._won_none()
        night = self._wins[0].ceremony
        before = [row for row in self._tries if row.ceremony < night]
        return Answer(
            f"{self._name} had {counted(len(before), 'nomination')} before the first win: "
            f"{self._told(self._wins[:1])}.",
            items=self._short(before),
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
        answer = self._listing(pool, f"{self._nothing_else(pool)}{self._name} won", besides)
        return replace(answer, notes=self._related())

    def _related(self) -> tuple[str, ...]:
        """Return what somebody won in the same field, beside the awards asked for."""
        categories, query = self._almanac.categories, self._query
        if query.kind == "film" or not query.names or query.period is not None or query.pick:
            return ()
        fields = {categories[row.category_id].group for row in self._wins}
        rows = [
            row
            for row in self._everything()
            if row.won and row not in self._won and categories[row.category_id].group in fields
        ]
        return (f"In the same field: {self._told(rows)}.",) if 0 < len(rows) < IN_A_SENTENCE else ()

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


@dataclass(frozen=True)
class SubjectQuery(SubjectAsked):
    """What is asked of one person or film, with its answer."""

    def answer(self, shelf: Shelf) -> Answer:
        """Answer from the subject's nominations in scope."""
        almanac = shelf.almanac
        answer = SubjectAnswers(self, almanac).answer()
        guess = (f"Taken to mean {self.name(almanac)}.",) if self.guessed else ()
        links = (*self.links(shelf), *answer.links)
        return replace(answer, notes=(*answer.notes, *guess), links=links)


@dataclass(frozen=True)
class EachQuery:
    """The same question of each of several films of one title, or people of one name."""

    queries: tuple[SubjectQuery, ...]

    def told(self, almanac: Almanac) -> str:
        """Return how the question was understood."""
        return "; ".join(query.told(almanac) for query in self.queries)

    def answer(self, shelf: Shelf) -> Answer:
        """Answer for each of them in a line of its own."""
        lines = []
        for query in self.queries:
            line = query.answer(shelf).line
            name = query.name(shelf.almanac)
            label = shelf.catalogue.film_label(query.id) if query.kind == "film" else name
            lines.append(re.sub(":$", ".", line.replace(name, label, 1)))
        links = tuple(link for query in self.queries for link in query.links(shelf))
        return Answer("\n".join(lines), links=links)
