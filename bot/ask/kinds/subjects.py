"""What one person, or one film, won or was nominated for: whether, how often, for what, when."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from bot.ask import lexicon
from bot.ask.choose import chosen, film_meant, which_one
from bot.ask.frame import Frame
from bot.ask.kinds.awards import not_held, winners_at
from bot.ask.query import Answer, Query, Scope
from bot.ask.say import at_night, briefly, for_what, in_list, others_too, tally, told, who
from bot.ask.senses import Sense
from bot.ask.times import Period
from bot.ask.words import Word
from bot.cards import addresses
from bot.cards.card import Link
from bot.cards.credits import names_of, song_of, titles_of
from bot.library import Shelf
from bot.models import Nomination
from bot.store.almanac import Almanac
from bot.wording import counted, listed, ordinal, shortened

IN_A_SENTENCE = 5


class Aspect(Enum):
    """What is asked of the subject's nominations."""

    DID_WIN = "whether it won"
    WAS_NOMINATED = "whether it was nominated"
    COUNT_WINS = "how many wins"
    COUNT_NOMINATIONS = "how many nominations"
    WINS = "what it won"
    NOMINATIONS = "what it was nominated for"
    HISTORY = "all nominations and wins"


@dataclass(frozen=True)
class SubjectQuery:
    """One person's or film's part of the record.

    kind: "person" or "film". scope: the subject with the conditions named. pick: 1 for the first
    of its wins or nominations, -1 for the last, 0 for all. people: whether those who won for a
    film are asked for.
    """

    kind: str
    id: str
    scope: Scope
    aspect: Aspect
    names: tuple[str, ...] = ()
    period: Period | None = None
    pick: int = 0
    only: bool = False
    guessed: bool = False
    film_id: str | None = None
    claimed: int | None = None

    def told(self, almanac: Almanac) -> str:
        """Return how the question was understood."""
        names = listed(self.names)
        parts = [self.aspect.value, self.name(almanac)]
        parts += [f"in {names}"] if names else []
        parts += [f"for {almanac.films[self.film_id].title}"] if self.film_id else []
        return ", ".join(parts)

    def name(self, almanac: Almanac) -> str:
        """Return what the subject is called."""
        if self.kind == "film":
            return almanac.films[self.id].title
        return almanac.people[self.id].name

    def answer(self, shelf: Shelf) -> Answer:
        """Answer from the subject's nominations in scope."""
        almanac = shelf.almanac
        rows = self._rows(almanac)
        if self.claimed is not None:
            return replace(self._claim(almanac, rows), links=self._links(almanac))
        answer = {
            Aspect.DID_WIN: self._did_win,
            Aspect.WAS_NOMINATED: self._was_nominated,
            Aspect.COUNT_WINS: self._count_wins,
            Aspect.COUNT_NOMINATIONS: self._count_nominations,
            Aspect.WINS: self._wins,
            Aspect.NOMINATIONS: self._nominations,
            Aspect.HISTORY: self._history,
        }[self.aspect](almanac, rows)
        notes = answer.notes
        if self.guessed:
            notes = (*notes, f"I took the name for {self.name(almanac)}.")
        return replace(answer, notes=notes, links=(*self._links(almanac), *answer.links))

    def _links(self, almanac: Almanac) -> tuple[Link, ...]:
        address = addresses.film(self.id) if self.kind == "film" else addresses.person(self.id)
        return (Link(self.name(almanac), address),)

    def _claim(self, almanac: Almanac, rows: Sequence[Nomination]) -> Answer:
        """Put right, or confirm, a number that the question claims."""
        counting = (
            self._count_nominations if self.aspect is Aspect.COUNT_NOMINATIONS else self._count_wins
        )
        answer = counting(almanac, rows)
        wins, tries, others = tally(rows, almanac)
        numbers = {tries} if self.aspect is Aspect.COUNT_NOMINATIONS else {wins, wins + others}
        return replace(answer, line=f"{'Yes' if self.claimed in numbers else 'No'}: {answer.line}")

    def _rows(self, almanac: Almanac) -> list[Nomination]:
        """Return the rows in scope, in the reading of a year that has any."""
        scope = self.scope
        if self.period is None:
            return scope.select(almanac)
        first = scope.with_(ceremonies=frozenset(self.period.ceremonies))
        rows = first.select(almanac)
        if self.period.others:
            second = scope.with_(ceremonies=frozenset(self.period.others))
            others = second.select(almanac)
            wanted = self.aspect in (Aspect.DID_WIN, Aspect.WINS, Aspect.COUNT_WINS)
            if not rows or (wanted and not any(r.won for r in rows) and any(r.won for r in others)):
                return others
        return rows

    def _everything(self, almanac: Almanac) -> list[Nomination]:
        subject = (
            Scope(films=self.scope.films)
            if self.kind == "film"
            else Scope(people=self.scope.people)
        )
        return subject.select(almanac)

    # --- whether ------------------------------------------------------------------------------

    def _did_win(self, almanac: Almanac, rows: Sequence[Nomination]) -> Answer:
        name = self.name(almanac)
        won = [row for row in rows if row.won]
        competitive = [row for row in won if almanac.categories[row.category_id].competitive]
        if won and (competitive or self.names):
            return self._listing(almanac, won, f"Yes: {name} won")
        future = not_held(self.period, almanac) if self.period else ""
        if future:
            return Answer(future, answered=False)
        if won:
            wins, tries, _ = tally(rows, almanac)
            return Answer(
                f"Not a competitive one: {name} has {counted(wins, 'competitive Oscar')} from "
                f"{counted(tries, 'nomination')}{others_too(rows, almanac)}."
            )
        return self._no(almanac, rows)

    def _no(self, almanac: Almanac, rows: Sequence[Nomination]) -> Answer:
        """Tell that the subject did not win, and who did instead."""
        name = self.name(almanac)
        everything = self._everything(almanac)
        if rows and len(rows) <= 2:
            instead = [_instead(row, almanac) for row in rows]
            return Answer(f"No: {name} was nominated, but {'; '.join(instead)}.")
        names = listed(self.names)
        if rows:
            for_it = f" for {names}" if names else ""
            return Answer(
                f"No: {name} has won no Oscar{for_it} from {counted(len(rows), 'nomination')}"
                f"{'' if names else others_too(everything, almanac)}.",
                items=tuple(_short(row, self.kind, almanac) for row in rows),
                whole=False,
            )
        return self._nothing(almanac, everything, names, "No: ")

    def _nothing(
        self, almanac: Almanac, everything: Sequence[Nomination], names: str, start: str
    ) -> Answer:
        """Tell that nothing of the subject is in scope, and what there is."""
        name = self.name(almanac)
        wins, tries, _ = tally(everything, almanac)
        if not everything:
            return Answer(f"{start}{name} has no Oscar nomination on record.")
        where = f" for {names}" if names else ""
        if self.film_id:
            where += f" for {almanac.films[self.film_id].title}"
        if self.period is not None and self.period.ceremonies:
            nights = listed([briefly(almanac.ceremonies[n]) for n in self.period.ceremonies[:2]])
            where += "" if self.period.is_span else f" at the {nights}"
        winner = self._winner_instead(almanac)
        return Answer(
            f"{start}{name} was not nominated{where}.{winner} In all: "
            f"{counted(wins, 'competitive Oscar')} from {counted(tries, 'nomination')}"
            f"{others_too(everything, almanac)}."
        )

    def _winner_instead(self, almanac: Almanac) -> str:
        """Return who won the category the subject was not nominated for, where one night is meant."""
        numbers = self.period.ceremonies if self.period and not self.period.is_span else ()
        if not numbers and self.kind == "film":
            ceremony = almanac.film_ceremony(self.id)
            numbers = (ceremony.number,) if ceremony else ()
        if not numbers or len(self.names) != 1 or self.scope.categories is None:
            return ""
        won = [
            row
            for row in almanac.by_ceremony.get(numbers[0], ())
            if row.won and row.category_id in self.scope.categories
        ]
        if not won:
            return ""
        category = almanac.categories[won[0].category_id]
        winners = "; ".join(told(row, almanac.categories[row.category_id]) for row in won)
        return f" {category.name} went to {winners}, {at_night(almanac.ceremonies[numbers[0]])}."

    def _was_nominated(self, almanac: Almanac, rows: Sequence[Nomination]) -> Answer:
        name = self.name(almanac)
        tries = [row for row in rows if almanac.categories[row.category_id].competitive]
        if tries:
            start = f"Yes: {name} was nominated"
            if len(tries) > IN_A_SENTENCE:
                wins = sum(row.won for row in tries)
                return Answer(
                    f"{start} {len(tries)} times, and won {counted(wins, 'Oscar')}.",
                    items=tuple(_short(row, self.kind, almanac) for row in tries),
                    whole=False,
                )
            parts = [
                f"for {almanac.categories[row.category_id].name}"
                f"{_for(row, self.kind, almanac)} ({_brief(row, almanac)}{', and won' if row.won else ''})"
                for row in tries
            ]
            return Answer(f"{start} {listed(parts)}.")
        future = not_held(self.period, almanac) if self.period else ""
        if future:
            return Answer(future, answered=False)
        names = listed(self.names)
        return self._nothing(almanac, self._everything(almanac), names, "No: ")

    # --- how many -----------------------------------------------------------------------------

    def _count_wins(self, almanac: Almanac, rows: Sequence[Nomination]) -> Answer:
        name = self.name(almanac)
        wins, tries, _ = tally(rows, almanac)
        names = listed(self.names)
        given = [row for row in rows if row.won]
        if self.names and not tries and given:
            return self._listing(almanac, given, f"{name} has {counted(len(given), names)}:")
        what = f"Oscar for {names}" if names else "competitive Oscar"
        many = f"Oscars for {names}" if names else None
        won = [row for row in given if almanac.categories[row.category_id].competitive]
        extra = "" if names else others_too(rows, almanac)
        return Answer(
            f"{name} has won {counted(wins, what, many)} from {counted(tries, 'nomination')}{extra}"
            f"{self._when(almanac)}.",
            items=tuple(_short(row, self.kind, almanac) for row in won),
            whole=False,
        )

    def _count_nominations(self, almanac: Almanac, rows: Sequence[Nomination]) -> Answer:
        name = self.name(almanac)
        wins, tries, _ = tally(rows, almanac)
        names = listed(self.names)
        what = f"nominations for {names}" if names else "Oscar nominations"
        one = what.replace("nominations", "nomination")
        tried = [row for row in rows if almanac.categories[row.category_id].competitive]
        return Answer(
            f"{name} has {counted(tries, one, what)}{self._when(almanac)}, "
            f"with {counted(wins, 'win')}{'' if names else others_too(rows, almanac)}.",
            items=tuple(_short(row, self.kind, almanac) for row in tried),
            whole=False,
        )

    def _when(self, almanac: Almanac) -> str:
        if self.kind == "film":
            ceremony = almanac.film_ceremony(self.id)
            return f", {at_night(ceremony)}" if ceremony else ""
        if self.period is None or not self.period.ceremonies:
            return ""
        if self.period.is_span:
            first, last = self.period.ceremonies[0], self.period.ceremonies[-1]
            return f" from the {ordinal(first)} to the {ordinal(last)} ceremony"
        return f", {at_night(almanac.ceremonies[self.period.ceremonies[0]])}"

    # --- what for -----------------------------------------------------------------------------

    def _wins(self, almanac: Almanac, rows: Sequence[Nomination]) -> Answer:
        won = [row for row in rows if row.won]
        competitive = [row for row in won if almanac.categories[row.category_id].competitive]
        name = self.name(almanac)
        pool = competitive if competitive and not self.names else won
        if not pool:
            return self._no_wins(almanac, rows)
        if self.pick:
            return self._picked(almanac, pool, "Oscar")
        if self.only and len(pool) > 1:
            start = f"{name} has won more than one Oscar:"
            return self._listing(almanac, pool, start)
        extra = others_too(rows, almanac) if competitive and not self.names else ""
        return self._listing(almanac, pool, f"{name} won", extra)

    def _no_wins(self, almanac: Almanac, rows: Sequence[Nomination]) -> Answer:
        name = self.name(almanac)
        future = not_held(self.period, almanac) if self.period else ""
        if future:
            return Answer(future, answered=False)
        names = listed(self.names)
        if rows:
            tried = [row for row in rows if row.counts]
            for_it = f" for {names}" if names else ""
            instead = (
                f": {'; '.join(_instead(row, almanac) for row in tried)}" if len(tried) < 3 else ""
            )
            return Answer(
                f"None: {name} has won no Oscar{for_it}, from {counted(len(tried), 'nomination')}"
                f"{instead}{'' if names else others_too(self._everything(almanac), almanac)}.",
                items=tuple(_short(r, self.kind, almanac) for r in tried) if len(tried) > 2 else (),
                whole=False,
            )
        return self._nothing(almanac, self._everything(almanac), names, "None: ")

    def _nominations(self, almanac: Almanac, rows: Sequence[Nomination]) -> Answer:
        tries = [row for row in rows if almanac.categories[row.category_id].competitive]
        name = self.name(almanac)
        if not tries:
            names = listed(self.names)
            return self._nothing(almanac, self._everything(almanac), names, "None: ")
        if self.pick:
            return self._picked(almanac, tries, "nomination")
        if len(tries) <= IN_A_SENTENCE:
            parts = [
                f"{almanac.categories[row.category_id].name}{_for(row, self.kind, almanac)} "
                f"({_brief(row, almanac)}{', won' if row.won else ''})"
                for row in tries
            ]
            return Answer(f"{name} was nominated for {listed(parts)}.")
        wins = sum(row.won for row in tries)
        return Answer(
            f"{name} has {len(tries)} nominations, with {counted(wins, 'win')}:",
            items=tuple(_marked(row, almanac) for row in tries),
        )

    def _history(self, almanac: Almanac, rows: Sequence[Nomination]) -> Answer:
        name = self.name(almanac)
        wins, tries, _ = tally(rows, almanac)
        if not rows:
            return self._nothing(almanac, rows, "", "")
        return Answer(
            f"{name} has won {counted(wins, 'competitive Oscar')} from "
            f"{counted(tries, 'nomination')}{others_too(rows, almanac)}{self._when(almanac)}.",
            items=tuple(_marked(row, almanac) for row in rows),
        )

    def _picked(self, almanac: Almanac, pool: Sequence[Nomination], what: str) -> Answer:
        """Tell the first, second, ... or last of the subject's wins or nominations."""
        name = self.name(almanac)
        place = self.pick - 1 if self.pick > 0 else self.pick
        word = {1: "first", 2: "second", 3: "third", -1: "latest"}.get(
            self.pick, ordinal(abs(self.pick))
        )
        if not -len(pool) <= place < len(pool):
            return self._listing(
                almanac, pool, f"There is no {word} {what}: {name} has {len(pool)}:"
            )
        night = pool[place].ceremony
        same = (
            [row for row in pool if row.ceremony == night]
            if self.pick in (1, -1)
            else [pool[place]]
        )
        parts = [
            f"{almanac.categories[row.category_id].name}{_for(row, self.kind, almanac)}"
            for row in same
        ]
        nth = f"{word} {what}{'s' if len(same) > 1 else ''}"
        return Answer(
            f"{name}'s {nth}: {listed(parts)}, {at_night(almanac.ceremonies[night])}.",
            items=tuple(in_list(row, almanac) for row in pool) if 1 < len(pool) < 7 else (),
        )

    def _listing(
        self, almanac: Almanac, rows: Sequence[Nomination], start: str, extra: str = ""
    ) -> Answer:
        """Tell wins in one sentence, or under it where they are many."""
        if len(rows) <= IN_A_SENTENCE:
            parts = [
                f"{almanac.categories[row.category_id].name}{_for(row, self.kind, almanac)} "
                f"({_brief(row, almanac)})"
                for row in rows
            ]
            return Answer(f"{start} {listed(parts)}{extra}.")
        lines = tuple(in_list(row, almanac) for row in rows)
        return Answer(f"{start.rstrip(':')} {len(rows)} Oscars{extra}:", items=lines)


def parse(frame: Frame) -> Query | None:
    """Recognise a person or a film, with what is asked of it."""
    person, film = frame.first_named("person"), frame.first_named("film") or _weak_film(frame)
    if person is not None and film is not None and _of_it(frame):
        return _of_film(frame, film)
    if person is not None and (film is None or person.score >= film.score or _both(frame)):
        return _of_person(frame, person)
    if film is not None:
        return _of_film(frame, film)
    return _of_winner(frame)


def _weak_film(frame: Frame) -> Sense | None:
    """Return a film whose title is a common word, where nothing else can be meant."""
    for mention in frame.weak:
        sense = mention.sense("film")
        before = frame.texts[max(0, mention.start - 2) : mention.start]
        owned = mention.start and _possessive(frame.words[mention.start - 1])
        called = owned or mention.start and before[-1] in ("movie", "film", "picture")
        alone = (
            not (frame.category_ids or frame.times or frame.mentions)
            and mention.start
            and (
                before[-1] in ("for", "did", "does", "is", "was", "has", "the", "of")
                or frame.texts[mention.end : mention.end + 1]
                in (["won"], ["win"], ["took"], ["got"])
            )
        )
        if sense is not None and sense.exact and (called or alone):
            return sense
    return None


def _possessive(word: Word) -> bool:
    return word.base != word.text or word.typed.endswith(("'", "’"))


def _of_winner(frame: Frame) -> Query | None:
    """Recognise the winner of a category as the subject: "how many did the best actor film win"."""
    if not frame.category_ids or not frame.says(
        r"winner of <category>|<category> winner|(?:film|movie|one) that won <category>|winner"
    ):
        return None
    if not frame.says(
        r"how many (?:\w+ )?(?:oscars|awards|academy|nominations|statuettes|did|wins)|what else|which (?:other|oscars)"
    ):
        return None
    rows = winners_at(frame)
    if not rows:
        return None
    row = rows[0]
    aspect = _aspect(frame) or Aspect.COUNT_WINS
    if row.works and frame.almanac.categories[row.category_id].honours == "film":
        film_id = row.works[0].film_id
        return SubjectQuery("film", film_id, Scope(films=frozenset((film_id,))), aspect)
    if row.nominees:
        person_id = row.nominees[0].person_id
        return SubjectQuery("person", person_id, Scope(people=frozenset((person_id,))), aspect)
    return None


def _of_it(frame: Frame) -> bool:
    """Whether the person only tells which film is meant: "david lynch's dune", "movie where ..."."""
    for one, two in zip(frame.mentions, frame.mentions[1:], strict=False):
        if one.sense("person") and two.sense("film") and two.start - one.end <= 1:
            if _possessive(frame.words[one.end - 1]):
                return True
    return frame.says(r"(?:movie|film) (?:where|in which|with|starring|that stars) <person>")


def _both(frame: Frame) -> bool:
    """Whether a person and a film are named by different words."""
    return any(
        one is not two and one.sense("person") and two.sense("film") and not one.sense("film")
        for one in frame.mentions
        for two in frame.mentions
    )


def _of_person(frame: Frame, sense: Sense) -> Query | None:
    film_sense = next(
        (
            m.sense("film")
            for m in frame.mentions
            if m.sense("film") and m.sense("person") is not sense
        ),
        None,
    )
    scope_ids = frame.scope_ids or frozenset(_as_what(frame))
    scope = Scope(categories=scope_ids or None)

    def fits(person_id: str) -> bool:
        wide = scope.with_(people=frozenset((person_id,)))
        rows = wide.select(frame.almanac)
        if frame.occupation and not scope_ids:
            rows = [row for row in rows if row.category_id in frame.occupation]
        if frame.period is not None:
            numbers = {*frame.period.ceremonies, *frame.period.others}
            rows = [row for row in rows if row.ceremony in numbers]
        if film_sense is not None:
            rows = [row for row in rows if not set(film_sense.ids).isdisjoint(row.film_ids)]
        return bool(rows)

    picked = chosen(frame, sense, fits)
    if picked.id is None:
        return which_one(frame, sense, picked.ids)
    scope = scope.with_(people=frozenset((picked.id,)))
    film_id = None
    if film_sense is not None:
        meant = film_meant(frame, film_sense, scope)
        film_id = meant.id
        films = meant.ids if film_id is None else (film_id,)
        scope = scope.with_(films=frozenset(films))
    aspect = _aspect(frame)
    if aspect is None:
        return None
    return SubjectQuery(
        "person", picked.id, scope, aspect, frame.scope_names, frame.period if not film_id else None,
        _pick(frame), _only(frame), picked.guessed, film_id, frame.claimed,
    )  # fmt: skip


def _of_film(frame: Frame, sense: Sense) -> Query | None:
    scope_ids = frame.scope_ids
    scope = Scope(categories=scope_ids or None)
    picked = film_meant(frame, sense, scope)
    aspect = _aspect(frame)
    if aspect is None:
        return None
    if picked.id is None:
        if len(picked.ids) <= 4:
            queries = [
                SubjectQuery(
                    "film", id_, scope.with_(films=frozenset((id_,))), aspect, frame.scope_names
                )
                for id_ in picked.ids
            ]
            return EachQuery(tuple(queries))
        return which_one(frame, sense, picked.ids)
    return SubjectQuery(
        "film", picked.id, scope.with_(films=frozenset((picked.id,))), aspect, frame.scope_names,
        None, 0, False, picked.guessed, None, frame.claimed,
    )  # fmt: skip


@dataclass(frozen=True)
class EachQuery:
    """The same question of each of several films of one title."""

    queries: tuple[SubjectQuery, ...]

    def told(self, almanac: Almanac) -> str:
        """Return how the question was understood."""
        return "; ".join(query.told(almanac) for query in self.queries)

    def answer(self, shelf: Shelf) -> Answer:
        """Answer for each film in a line of its own."""
        lines = []
        for query in self.queries:
            line = query.answer(shelf).line
            name = query.name(shelf.almanac)
            lines.append(line.replace(name, shelf.catalogue.film_label(query.id), 1))
        links = tuple(
            Link(shelf.catalogue.film_label(q.id), addresses.film(q.id)) for q in self.queries
        )
        return Answer("\n".join(lines), links=links)


def _as_what(frame: Frame) -> tuple[str, ...]:
    """Return the categories of "as a director", "for acting" and the like."""
    if frame.says(
        r"as an? (?:actor|actress|performer)|for (?:acting|his acting|her acting|a performance)"
    ):
        return ("actor-leading", "actor-supporting", "actress-leading", "actress-supporting")
    if frame.says(r"as an? (?:film ?maker|director)|for directing|for direction"):
        return ("directing", "directing-comedy", "directing-dramatic")
    if frame.says(r"as an? producer|for producing"):
        return ("best-picture",)
    if frame.says(r"as an? (?:screen)?writer|for (?:writing|screenplay)"):
        return ("original-screenplay", "adapted-screenplay", "original-story")
    if frame.says(r"as an? composer|for (?:composing|music)"):
        return ("original-score", "original-song", "song-or-adaptation-score")
    return ()


def _aspect(frame: Frame) -> Aspect | None:
    nominated = frame.has(lexicon.NOMINATE) or frame.says(r"up for|in the running|considered for")
    win = frame.has(lexicon.WIN) or frame.says(
        r"(?:has|have|had|got) (?:\w+ ){0,3}(?:oscars?|academy award)"
    )
    count = frame.says(
        r"how (?:many|often)|number of|count\b|how much|competitive|total (?:number|oscars?|wins?|nomination)|tally|how much"
    ) or (frame.says("total") and bool(frame.has(lexicon.CATEGORY_NOUN)))
    if count:
        by_wins = win and not (nominated and not frame.says(r"wins?\b|won\b"))
        if nominated and not frame.says(r"(?:win|wins|won|winning|losing)\b"):
            by_wins = False
        return Aspect.COUNT_WINS if by_wins or not nominated else Aspect.COUNT_NOMINATIONS
    asked = frame.texts[0] if frame.texts else ""
    verdict = asked in (
        "did",
        "has",
        "have",
        "had",
        "was",
        "were",
        "is",
        "does",
        "do",
        "are",
        "isnt",
    ) or frame.says(
        r"is it true|true that|did <|has <|was <\w+> (?:ever )?nominated|ever (?:won|win|been|get|got|receive)"
    )
    open_question = frame.free_set & {
        "what",
        "which",
        "who",
        "when",
        "where",
        "how",
        "name",
        "list",
        "whom",
    }
    if verdict and not (
        open_question and asked not in ("did", "has", "have", "was", "were", "is", "does")
    ):
        if nominated and not frame.says(r"(?:win|wins|won|winning)\b"):
            return Aspect.WAS_NOMINATED
        if frame.says("history"):
            return Aspect.HISTORY
        return Aspect.DID_WIN
    if frame.says(
        r"history|at the (?:oscars|academy awards)$|<person> at the <time>|record|filmography|career|all (?:the )?(?:nominations|oscars)|nominations and wins|wins and nominations|stats"
    ):
        return Aspect.HISTORY
    if nominated and not frame.says(r"(?:win|wins|won|winning|winner|winners)\b"):
        return Aspect.NOMINATIONS
    return Aspect.WINS


def _pick(frame: Frame) -> int:
    if frame.says(r"first|earliest|debut|initial|1st"):
        return 1
    if frame.says(r"last|latest|most recent|newest|recent"):
        return -1
    for word, number in lexicon.ORDINALS.items():
        if word in frame.free_set:
            return number
    return 0


def _only(frame: Frame) -> bool:
    return bool(frame.free_set & {"only", "sole", "lone"})


def _for(row: Nomination, kind: str, almanac: Almanac) -> str:
    """Return what a subject's nomination was for: the film for a person, the people for a film."""
    category = almanac.categories[row.category_id]
    if kind == "film":
        if row.country:
            return f" ({row.country})"
        if category.honours == "film":
            people = names_of(row.nominees)
            return f" ({listed(people)})" if 0 < len(people) < 5 else ""
        if category.honours == "song":
            people = names_of(row.nominees)
            return (
                f" ({who(row, category)} by {listed(people)})"
                if len(people) < 4
                else f" ({who(row, category)})"
            )
        return f" ({who(row, category)})"
    if category.honours == "film" and row.works:
        return f" for {listed([work.title for work in row.works])}"
    if category.honours == "song":
        return f" for {who(row, category)}{for_what(row, category).split(' (')[0]}"
    return for_what(row, category)


def _brief(row: Nomination, almanac: Almanac) -> str:
    ceremony = almanac.ceremonies[row.ceremony]
    return f"{ordinal(ceremony.number)}, held {ceremony.held_on.year}"


def _marked(row: Nomination, almanac: Almanac) -> str:
    return f"{in_list(row, almanac)}{' (won)' if row.won else ''}"


def _short(row: Nomination, kind: str, almanac: Almanac) -> str:
    """Return a nomination in a few words: "84th (2012) Best Actress, The Iron Lady (won)"."""
    ceremony = almanac.ceremonies[row.ceremony]
    category = almanac.categories[row.category_id]
    song = song_of(row)
    what = f"“{song}”" if song else listed(titles_of(row))
    if kind == "film" and not song:
        what = "" if category.honours == "film" else shortened(listed(names_of(row.nominees)), 60)
    tail = f", {what}" if what else ""
    won = " (won)" if row.won else ""
    return f"{ordinal(ceremony.number)} ({ceremony.held_on.year}) {category.name}{tail}{won}"


def _instead(row: Nomination, almanac: Almanac) -> str:
    """Return who won the award that a nomination lost."""
    category = almanac.categories[row.category_id]
    won = [
        other
        for other in almanac.by_ceremony[row.ceremony]
        if other.category_id == row.category_id and other.won
    ]
    winners = "; ".join(told(other, category) for other in won)
    return f"{category.name} went to {winners}, {at_night(almanac.ceremonies[row.ceremony])}"
