"""Who beat whom: what a nominee lost to, or won over."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.ask import lexicon
from bot.ask.categories import ACTING
from bot.ask.choose import chosen, film_meant, which_one
from bot.ask.frame import Frame
from bot.ask.kinds.comparisons import name_of, parse_comparison, parse_earlier
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
_PLAYED_IN_VAIN = r"^<person> as <character>.* (?:winner was|who (?:won|took it|got it))$"
_REACH = 8
_OF_SEVERAL = (
    r"most losses|lost the most|most times|how many|all (?:of )?(?:its|his|her|their)?|"
    r"but <category>|every one"
)


def parse(frame: Frame) -> Query | None:
    """Recognise two subjects compared, or one that beat or lost."""
    nested = frame.says(r"(?:film|movie|picture) that (?:beat|lost)")
    if nested and len(frame.category_ids) > 1:
        return None
    return parse_earlier(frame) or parse_comparison(frame) or _rival(frame)


def _rival(frame: Frame) -> Query | None:
    beat, lost = frame.says(_BEAT), frame.says(_LOST)
    elsewhere = frame.says(_WENT_ELSEWHERE) and frame.has(
        lexicon.NOMINATE, lexicon.NEVER, {"instead", "robbed"}
    )
    elsewhere = elsewhere or frame.says(_PLAYED_IN_VAIN)
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
    beaten = _beaten_by(frame)
    if beaten is not None:
        return beaten
    sense, film = _subject(frame, mentions)
    scope = Scope(categories=_categories(frame) or None)
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


def _categories(frame: Frame) -> frozenset[str]:
    """Return the categories named; a part that is named stands for the acting awards."""
    named = frame.scope_ids or frozenset(frame.occupation)
    return named or (ACTING if frame.first_named("character") else frozenset())


def _beaten_by(frame: Frame) -> RivalQuery | None:
    """Recognise who, or whose film, "lost Best Picture to" a winner that is named."""
    winner = next((m for m in (*frame.mentions, *frame.weak) if _is_lost_to(frame, m)), None)
    if winner is None:
        return None
    losers = [sense for m in frame.mentions if m.start < winner.start for sense in m.senses[:1]]
    beaten = [
        other
        for row in _won_by(winner, Scope(categories=_categories(frame) or None), frame.almanac)
        for other in _others(row, frame.almanac, won=False)
        if losers and all(_is_of(sense, other, frame.almanac) for sense in losers)
    ]
    if not beaten:
        return None
    scope = Scope(
        categories=frozenset(row.category_id for row in beaten),
        ceremonies=frozenset(row.ceremony for row in beaten),
        films=frozenset(film_id for row in beaten for film_id in row.film_ids),
    )
    name = listed(list(dict.fromkeys(work.title for row in beaten for work in row.works)))
    people = [sense for sense in losers if sense.kind == "person"]
    if people and all(set(people[0].ids) & set(row.person_ids) for row in beaten):
        scope = scope.with_(people=frozenset(people[0].ids))
    # "The Scorsese film that lost to ..." asks which film, and claims nothing.
    doubts = frame.verb_first or (frame.verdict and not frame.has(lexicon.FILM_NOUN))
    doubted = frozenset(i for s in winner.senses for i in s.ids)
    return RivalQuery(scope, None, name, won=False, doubted=doubted if doubts else None)


def _is_lost_to(frame: Frame, mention: Mention) -> bool:
    """Whether a name stands right after "lost ... to"."""
    before = frame.texts[: mention.start]
    return before[-1:] == ("to",) and bool(lexicon.LOSE & set(before[-_REACH:]))


def _won_by(winner: Mention, scope: Scope, almanac: Almanac) -> list[Nomination]:
    """Return what the winner named has won, in any of the senses of the name."""
    scope = scope.with_(won=True, competitive=True)
    films = frozenset(i for s in winner.senses if s.kind == "film" for i in s.ids)
    people = frozenset(i for s in winner.senses if s.kind == "person" for i in s.ids)
    return scope.with_(films=films).select(almanac) + scope.with_(people=people).select(almanac)


def _is_of(sense: Sense, row: Nomination, almanac: Almanac) -> bool:
    """Whether a nomination is somebody's own, or one of a film that they had a hand in."""
    if sense.kind != "person":
        return not set(sense.ids).isdisjoint(row.film_ids)
    hands = {i for id_ in row.film_ids for other in almanac.by_film[id_] for i in other.person_ids}
    hands |= {c.person_id for id_ in row.film_ids for c in almanac.credits_by_film.get(id_, ())}
    return not set(sense.ids).isdisjoint(hands)


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
        first = next((m for m in frame.mentions if m.sense("person", "film")), None)
        return first is not None and _is_lost_to(frame, first)
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
