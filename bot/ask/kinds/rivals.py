"""Who beat whom: what a nominee lost to, or won over."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.ask import lexicon
from bot.ask.choose import chosen, film_meant, which_one
from bot.ask.frame import Frame
from bot.ask.kinds.comparisons import name_of, parse_comparison
from bot.ask.query import Answer, Decline, Query, Scope
from bot.ask.say import at_night, told
from bot.ask.senses import Mention, Sense
from bot.ask.times import Period
from bot.cards.credits import song_of
from bot.library import Shelf
from bot.models import Nomination
from bot.store.almanac import Almanac
from bot.wording import listed


@dataclass(frozen=True)
class RivalQuery:
    """The award that a nominee lost, and who won it; or whom a winner was up against.

    pick: 1 for the first nomination alone, -1 for the last, 0 for all. doubted: whom a question for
    yes or no names as the other: ids; None where nothing is doubted.
    """

    scope: Scope
    period: Period | None
    name: str
    won: bool
    pick: int = 0
    doubted: frozenset[str] | None = None

    def told(self, almanac: Almanac) -> str:  # noqa: ARG002  (every query can be told)
        """Return how the question was understood."""
        return f"{'whom' if self.won else 'to whom'} {self.name} {'beat' if self.won else 'lost'}"

    def answer(self, shelf: Shelf) -> Answer:
        """Name the winners, or the other nominees; confirm what is doubted, or put it right."""
        answer = self._named(shelf)
        if self.doubted is None or not answer.answered:
            return answer
        almanac = shelf.almanac
        right = any(
            not self.doubted.isdisjoint((*other.film_ids, *other.person_ids))
            for row in self._rows(almanac)
            if row.won == self.won
            for other in _others(row, almanac, won=not self.won)
        )
        return replace(answer, line=f"{'Yes' if right else 'No'}: {answer.line}")

    def _named(self, shelf: Shelf) -> Answer:
        almanac = shelf.almanac
        rows = self._rows(almanac)
        rows = [row for row in rows if almanac.categories[row.category_id].competitive]
        if not rows:
            return Answer(
                f"{self.name} was not nominated there, so there was nothing to lose.", False
            )
        if self.pick:
            rows = rows[:1] if self.pick > 0 else rows[-1:]
        matching = [row for row in rows if row.won == self.won]
        if not matching:
            if self.won:
                lines = [_lost_to(row, almanac) for row in rows[:3]]
                return Answer(f"{self.name} did not win: {'; '.join(lines)}.")
            won = [
                f"{almanac.categories[r.category_id].name} "
                f"{at_night(almanac.ceremonies[r.ceremony])}"
                for r in rows[:3]
            ]
            return Answer(f"{self.name} lost to nobody there, but won {listed(won)}.")
        brief = len(matching) > 2 and self.scope.people is None
        matching.sort(key=lambda row: row.category_id != _MAIN)
        lines = [(_beaten if self.won else _lost_to)(row, almanac, brief=brief) for row in matching]
        if len(lines) <= 2:
            return Answer(f"{'; '.join(lines)}.")
        return Answer(f"{self.name} {'won' if self.won else 'lost'}:", items=tuple(lines))

    def _rows(self, almanac: Almanac) -> list[Nomination]:
        if self.period is None:
            return self.scope.select(almanac)
        rows = self.scope.with_(ceremonies=frozenset(self.period.ceremonies)).select(almanac)
        if not rows:
            rows = self.scope.with_(ceremonies=frozenset(self.period.others)).select(almanac)
        return rows


_MAIN, _SONG = "best-picture", "original-song"
_BEAT = (
    r"beat|beats|beaten|beating|defeat(?:ed|s)?|edged|over (?:<|who|whom|which|what)|upset|bested|"
    r"trounced|pip|pips|pipped|outdid|topped|nosed|vanquished|instead|ahead of"
)
_LOST = r"lose\b|lost\b|loses|losing|loser"
_WENT_ELSEWHERE = (
    r"went to (?:which|who|whom|what)|(?:who|which \w+|what \w+|which) (?:won|took|got|received)"
    r"(?: [\w<>]+){0,3}? instead\b(?! of)|instead\b(?! of)|"
    r"(?:the )?winner (?:was|is)\b|who won(?: it)?$|who (?:got|took) it$"
)
_OF_SEVERAL = (
    r"most losses|lost the most|most times|how many|all (?:of )?(?:its|his|her|their)?|"
    r"but <category>|every one"
)


def parse(frame: Frame) -> Query | None:
    """Recognise two subjects compared, or one that beat or lost."""
    return parse_comparison(frame) or _rival(frame)


def _rival(frame: Frame) -> Query | None:
    beat, lost = frame.says(_BEAT), frame.says(_LOST)
    elsewhere = frame.says(_WENT_ELSEWHERE) and frame.has(
        lexicon.NOMINATE, lexicon.NEVER, {"instead", "robbed"}
    )
    if not (beat or lost or elsewhere) or frame.says(_OF_SEVERAL):
        return None
    if lost and frame.says(r"won (?:with|for) (?:what|which)"):
        return None
    if any(m.senses[0].kind == "song" for m in frame.mentions):
        return _of_song(frame, lost=lost)
    mentions = [m for m in frame.mentions if m.sense("person", "film")]
    people = sum(mention.senses[0].kind == "person" for mention in mentions)
    if not mentions or (people > 1 and frame.has(lexicon.BOTH)):
        return None
    sense, film = _subject(frame, mentions)
    scope = Scope(categories=frame.scope_ids or frozenset(frame.occupation) or None)
    scoped = _scoped(frame, sense, scope)
    if isinstance(scoped, Decline):
        return scoped
    name, scope = scoped
    films = frozenset(film.ids) if film is not None else _of_part(frame)
    narrowed = scope.with_(films=films)
    if sense.kind == "person" and (film is not None or narrowed.select(frame.almanac)):
        scope = narrowed
    first = frame.says(r"(?:first|1st) (?:time|nomination|nod|try|loss)|was first nominated")
    pick = 1 if first else -1 if frame.says(r"(?:last|latest) (?:time|nomination|nod)") else 0
    won = _has_won(frame, lost=lost, elsewhere=elsewhere)
    others = [m.senses[0] for m in frame.mentions if sense not in m.senses]
    doubted = frozenset(i for other in others for i in other.ids) if frame.verdict else frozenset()
    return RivalQuery(scope, frame.period, name, won, pick, doubted or None)


def _of_part(frame: Frame) -> frozenset[str]:
    """Return the films of a part that is named: "over Clark Gable's Rhett Butler"."""
    part = frame.first_named("character")
    parts = frame.spotter.parts
    return frozenset(parts[id_].film_id for id_ in part.ids) if part else frozenset()


def _of_song(frame: Frame, *, lost: bool) -> Query | None:
    """Recognise a song that beat or lost: the first one named."""
    at, sense = next(
        (mention.start, sense) for mention in frame.mentions if (sense := mention.sense("song"))
    )
    rows = [row for row in frame.almanac.by_category[_SONG] if row.id in sense.ids]
    films = {film_id for film in frame.named_things("film") for film_id in film.ids}
    rows = [row for row in rows if not films or films & set(row.film_ids)]
    if len(rows) != 1:
        return None
    verb = next((i for i, text in enumerate(frame.texts) if text in lexicon.BEAT), 0)
    scope = Scope(frozenset({_SONG}), frozenset({rows[0].ceremony}), frozenset(rows[0].film_ids))
    return RivalQuery(scope, None, f"“{song_of(rows[0])}”", won=not lost and at < verb)


def _subject(frame: Frame, mentions: Sequence[Mention]) -> tuple[Sense, Sense | None]:
    """Return who, or what, beat or lost, and the film that it was for, if one is named."""
    sense = mentions[0].sense("person", "film")
    assert sense is not None
    film = next((m.sense("film") for m in mentions[1:] if m.sense("film")), None)
    beaten = frame.says(r"<film> (?:was |got |were )?(?:beaten|lost|loses)")
    person = mentions[1].sense("person") if len(mentions) > 1 else None
    if sense.kind == "film" and person is not None and not film and not beaten:
        return person, sense
    return sense, film


def _has_won(frame: Frame, *, lost: bool, elsewhere: bool) -> bool:
    """Whether the subject is the winner: "who did X beat" asks for the losers.

    "Who beat X" and "who did X lose to" ask for the winner.
    """
    if elsewhere:
        return False
    if lost:
        return frame.says(
            r"(?:lost|lose|losing|loses)(?: out)?(?: <category>)? to <(?:person|film)>"
        )
    named = re.search(r"<(?:person|film|song)>", frame.free_text)
    place = named.start() if named else -1
    verb = re.search(rf"\b(?:{_BEAT})", frame.free_text)
    return (
        verb is not None
        and 0 <= place < verb.start()
        and not frame.says("beaten by|(?:was|got|were) beaten")
    )


def _scoped(frame: Frame, sense: Sense, scope: Scope) -> tuple[str, Scope] | Decline:
    if sense.kind == "film":
        picked = film_meant(frame, sense, scope)
    else:

        def fits(person_id: str) -> bool:
            rows = scope.with_(people=frozenset((person_id,))).select(frame.almanac)
            if frame.period is not None:
                numbers = {*frame.period.ceremonies, *frame.period.others}
                rows = [row for row in rows if row.ceremony in numbers]
            return any(not row.won for row in rows)

        picked = chosen(frame, sense, fits)
    if picked.id is None:
        return which_one(frame, sense, picked.ids)
    field = "films" if sense.kind == "film" else "people"
    return name_of(frame, sense.kind, picked.id), scope.with_(**{field: frozenset((picked.id,))})


def _lost_to(row: Nomination, almanac: Almanac, *, brief: bool = False) -> str:
    """Return who won over a nominee, and what for. brief: the nominee is not told again."""
    category = almanac.categories[row.category_id]
    won = _others(row, almanac, won=True)
    winners = listed([told(other, category) for other in won])
    night = at_night(almanac.ceremonies[row.ceremony])
    over = "" if brief else f", over {told(row, category)}"
    return f"{category.name} went to {winners}, {night}{over}"


def _beaten(row: Nomination, almanac: Almanac, *, brief: bool = False) -> str:
    """Return what was won, and over whom. brief: the winner is not told again."""
    category = almanac.categories[row.category_id]
    others = listed([told(other, category) for other in _others(row, almanac, won=False)])
    night = at_night(almanac.ceremonies[row.ceremony])
    if brief:
        return f"{category.name} {night}, over {others}"
    return f"{category.name} went to {told(row, category)}, {night}, over {others}"


def _others(row: Nomination, almanac: Almanac, *, won: bool) -> Sequence[Nomination]:
    return [
        other
        for other in almanac.by_ceremony[row.ceremony]
        if other.category_id == row.category_id
        and other.won == won
        and other.counts
        and other is not row
    ]
