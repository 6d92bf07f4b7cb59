"""Who beat whom: what a nominee lost to, or won over; and who has more of two."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.ask import lexicon
from bot.ask.choose import chosen, film_meant, which_one
from bot.ask.frame import Frame
from bot.ask.query import Answer, Decline, Query, Scope
from bot.ask.say import at_night, tally, told
from bot.ask.senses import Sense
from bot.ask.times import Period
from bot.cards import addresses
from bot.cards.card import Link
from bot.library import Shelf
from bot.models import Nomination
from bot.store.almanac import Almanac
from bot.wording import counted, listed


@dataclass(frozen=True)
class RivalQuery:
    """The award that a nominee lost, and who won it; or whom a winner was up against."""

    scope: Scope
    period: Period | None
    name: str
    won: bool

    def told(self, almanac: Almanac) -> str:  # noqa: ARG002  (every query can be told)
        """Return how the question was understood."""
        return f"{'whom' if self.won else 'to whom'} {self.name} {'beat' if self.won else 'lost'}"

    def answer(self, shelf: Shelf) -> Answer:
        """Name the winners, or the other nominees."""
        almanac = shelf.almanac
        rows = self._rows(almanac)
        rows = [row for row in rows if almanac.categories[row.category_id].competitive]
        if not rows:
            return Answer(
                f"{self.name} was not nominated there, so there was nothing to lose.", False
            )
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
        if self.won:
            lines = [_beaten(row, almanac) for row in matching]
        else:
            lines = [_lost_to(row, almanac) for row in matching]
        if len(lines) <= 2:
            return Answer(f"{'; '.join(lines)}.")
        return Answer(f"{self.name} {'won over' if self.won else 'lost to'}:", items=tuple(lines))

    def _rows(self, almanac: Almanac) -> list[Nomination]:
        if self.period is None:
            return self.scope.select(almanac)
        rows = self.scope.with_(ceremonies=frozenset(self.period.ceremonies)).select(almanac)
        if not rows:
            rows = self.scope.with_(ceremonies=frozenset(self.period.others)).select(almanac)
        return rows


@dataclass(frozen=True)
class ComparisonQuery:
    """Which of two people, or films, has more wins or nominations."""

    names: tuple[str, ...]
    scopes: tuple[Scope, ...]
    addresses: tuple[str, ...]
    nominations: bool
    claim: int | None

    def told(self, almanac: Almanac) -> str:  # noqa: ARG002  (every query can be told)
        """Return how the question was understood."""
        return f"more {'nominations' if self.nominations else 'wins'}: {' or '.join(self.names)}"

    def answer(self, shelf: Shelf) -> Answer:
        """Compare the counts."""
        almanac = shelf.almanac
        tallies = [tally(scope.select(almanac), almanac) for scope in self.scopes]
        counts = [tries if self.nominations else wins for wins, tries, _ in tallies]
        what = "nomination" if self.nominations else "competitive Oscar"
        best = max(counts)
        leaders = [i for i, count in enumerate(counts) if count == best]
        order = sorted(range(len(counts)), key=lambda i: -counts[i])
        links = tuple(Link(n, a) for n, a in zip(self.names, self.addresses, strict=True))
        parts = [f"{self.names[i]} has {counted(counts[i], what)}" for i in order]
        if len(leaders) > 1:
            start = "No: " if self.claim is not None else ""
            return Answer(
                f"{start}{'Neither' if not start else 'neither'} has more: {listed(parts)}.",
                links=links,
            )
        start = "" if self.claim is None else "Yes: " if self.claim == leaders[0] else "No: "
        first, rest = order[0], order[1:]
        others = listed([f"{self.names[i]} {counted(counts[i], what)}" for i in rest])
        return Answer(
            f"{start}{self.names[first]} has more, {counted(counts[first], what)}; {others}.",
            links=links,
        )


_BEAT = (
    r"beat|beats|beaten|beating|defeat(?:ed|s)?|edged|over|upset|bested|trounced|pip|pips|pipped|"
    r"outdid|topped|nosed|vanquished|instead of|ahead of"
)


def parse(frame: Frame) -> Query | None:
    """Recognise two subjects compared, or one that beat or lost."""
    return _comparison(frame) or _rival(frame)


def _comparison(frame: Frame) -> Query | None:
    senses = [m.senses[0] for m in frame.mentions if m.senses[0].kind in ("person", "film")]
    if len(senses) < 2:
        return None
    more = frame.says(r"more|most|fewer|less|better|higher|compare|greater")
    versus = frame.says(r"vs|versus|or <|than")
    counted_ = frame.says(r"<(?P<k>person|film)> or <(?P=k)>") and frame.says(
        r"number of|how many|oscars|awards|nominations"
    )
    if (
        not (more and (versus or frame.says("who|which")))
        and not frame.says(r"<\w+> (?:vs|versus) <")
        and not counted_
    ):
        return None
    kinds = [sense.kind for sense in senses]
    kind = kinds[0]
    senses = [sense for sense in senses if sense.kind == kind]
    if len(senses) < 2:
        return None
    scope = Scope(categories=frame.scope_ids or None)
    names, scopes, links = [], [], []
    for sense in senses[:4]:
        if kind == "film":
            picked = film_meant(frame, sense, scope)
        else:
            picked = chosen(frame, sense, lambda _: True)
        id_ = picked.id or picked.ids[0]
        names.append(_name(frame, kind, id_))
        scopes.append(scope.with_(**{"films" if kind == "film" else "people": frozenset((id_,))}))
        links.append(addresses.film(id_) if kind == "film" else addresses.person(id_))
    nominations = frame.has(lexicon.NOMINATE) and not frame.has(lexicon.WIN - {"get", "got"})
    verdict = frame.texts[0] in ("did", "does", "do", "has", "have", "is")
    claim = (
        0
        if verdict and frame.says("more|better|higher")
        else 1
        if verdict and frame.says("fewer|less")
        else None
    )
    return ComparisonQuery(tuple(names), tuple(scopes), tuple(links), nominations, claim)


def _rival(frame: Frame) -> Query | None:
    beat = frame.says(_BEAT)
    lost = frame.says(r"lose|lost|loses|losing|loser")
    if not beat and not lost:
        return None
    if frame.says(
        r"most losses|lost the most|most times|how many|all (?:of )?(?:its|his|her|"
        r"their)?|but <category>|every one"
    ):
        return None
    mentions = [m for m in frame.mentions if m.sense("person", "film")]
    if not mentions:
        return None
    sense = mentions[0].sense("person", "film")
    assert sense is not None
    scope = Scope(categories=frame.scope_ids or None)
    film = next((m.sense("film") for m in mentions[1:] if m.sense("film")), None)
    if sense.kind == "film" and len(mentions) > 1 and mentions[1].sense("person") and not film:
        person = mentions[1].sense("person")
        assert person is not None
        film, sense = sense, person
    scoped = _scoped(frame, sense, scope)
    if isinstance(scoped, Decline):
        return scoped
    name, scope = scoped
    if film is not None and sense.kind == "person":
        scope = scope.with_(films=frozenset(film.ids))
    # "who did X beat" asks for the losers; "who beat X" and "who did X lose to" for the winner.
    place = frame.free_text.find("<")
    verb = re.search(rf"\b(?:{_BEAT})\b", frame.free_text)
    won = (
        verb is not None
        and not lost
        and 0 <= place < verb.start()
        and not frame.says("beaten by|was beaten|got beaten|were beaten")
    )
    if lost and frame.says(
        r"(?:lost|lose|losing|loses)(?: out)?(?: <category>)? to <(?:person|film)>"
    ):
        won = True
    return RivalQuery(scope, frame.period, name, won)


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
    return _name(frame, sense.kind, picked.id), scope.with_(**{field: frozenset((picked.id,))})


def _name(frame: Frame, kind: str, id_: str) -> str:
    return frame.almanac.films[id_].title if kind == "film" else frame.almanac.people[id_].name


def _lost_to(row: Nomination, almanac: Almanac) -> str:
    category = almanac.categories[row.category_id]
    won = _others(row, almanac, won=True)
    winners = listed([told(other, category) for other in won])
    return f"{winners} won {category.name} {at_night(almanac.ceremonies[row.ceremony])}"


def _beaten(row: Nomination, almanac: Almanac) -> str:
    category = almanac.categories[row.category_id]
    others = listed([told(other, category) for other in _others(row, almanac, won=False)])
    return f"{category.name} {at_night(almanac.ceremonies[row.ceremony])}: over {others}"


def _others(row: Nomination, almanac: Almanac, *, won: bool) -> Sequence[Nomination]:
    return [
        other
        for other in almanac.by_ceremony[row.ceremony]
        if other.category_id == row.category_id
        and other.won == won
        and other.counts
        and other is not row
    ]
