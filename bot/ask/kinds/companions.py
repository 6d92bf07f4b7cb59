"""Who else: those nominated beside somebody, and those who shared a prize or a tie."""

from dataclasses import dataclass

from bot.ask import lexicon
from bot.ask.categories import ACTING
from bot.ask.choose import chosen, film_meant, which_one
from bot.ask.frame import Frame
from bot.ask.kinds.thresholds import threshold
from bot.ask.leftovers import narrows
from bot.ask.query import Answer, Query, Scope
from bot.ask.say import at_night, told
from bot.ask.senses import Sense
from bot.cards import addresses
from bot.cards.card import Link
from bot.cards.credits import names_of
from bot.library import Shelf
from bot.models import Nomination
from bot.store.almanac import Almanac
from bot.wording import listed


@dataclass(frozen=True)
class OthersQuery:
    """The other nominees of the awards that somebody, or a film, was up for."""

    scope: Scope
    name: str

    def told(self, almanac: Almanac) -> str:  # noqa: ARG002  (every query can be told)
        """Return how the question was understood."""
        return f"who else was nominated beside {self.name}"

    def answer(self, shelf: Shelf) -> Answer:
        """Name them, award by award."""
        almanac = shelf.almanac
        rows = [
            row
            for row in self.scope.select(almanac)
            if self.scope.categories or almanac.categories[row.category_id].competitive
        ]
        if not rows:
            return Answer(f"{self.name} was not nominated there.", answered=False)
        lines = []
        for row in rows[:6]:
            category = almanac.categories[row.category_id]
            others = [
                told(other, category) + (" (won)" if other.won else "")
                for other in almanac.by_ceremony[row.ceremony]
                if other.category_id == row.category_id and other is not row and other.counts
            ]
            night = at_night(almanac.ceremonies[row.ceremony])
            lines.append(f"Beside {self.name} for {category.name} {night}: {listed(others)}.")
        links = (Link("The award", addresses.nominees(rows[0].category_id, rows[0].ceremony)),)
        return Answer("\n".join(lines), links=links)


@dataclass(frozen=True)
class SharedQuery:
    """With whom somebody shared a nomination, or tied."""

    scope: Scope
    name: str

    def told(self, almanac: Almanac) -> str:  # noqa: ARG002  (every query can be told)
        """Return how the question was understood."""
        return f"with whom {self.name} shared an award"

    def answer(self, shelf: Shelf) -> Answer:
        """Name them."""
        almanac = shelf.almanac
        rows = [r for r in self.scope.select(almanac) if r.won]
        tied = [r for r in rows if r.remark == "tie"]
        lines = []
        for row in tied:
            category = almanac.categories[row.category_id]
            others = [
                told(other, category)
                for other in almanac.by_ceremony[row.ceremony]
                if other.category_id == row.category_id and other is not row and other.won
            ]
            lines.append(
                f"{self.name} tied for {category.name} with {listed(others)}, "
                f"{at_night(almanac.ceremonies[row.ceremony])}."
            )
        if not lines:
            for row in rows:
                others = [n for n in names_of(row.nominees) if n != self.name]
                if others:
                    lines.append(_shared(row, others, almanac))
        return Answer("\n".join(lines) or f"{self.name} shared no award on record.", bool(lines))


@dataclass(frozen=True)
class FilmOthersQuery:
    """Who besides somebody was nominated for the same film."""

    scope: Scope
    name: str
    person_id: str
    title: str

    def told(self, almanac: Almanac) -> str:  # noqa: ARG002  (every query can be told)
        """Return how the question was understood."""
        return f"who besides {self.name} was nominated for {self.title}"

    def answer(self, shelf: Shelf) -> Answer:
        """Name them."""
        almanac = shelf.almanac
        rows = self.scope.select(almanac)
        lines = [
            f"{listed(others)}, {almanac.categories[row.category_id].name}"
            f"{' (won)' if row.won else ''}"
            for row in rows
            if (others := [n.name for n in row.nominees if n.person_id != self.person_id])
        ]
        if not lines:
            return Answer(f"Nobody else was nominated for {self.title} there.")
        night = at_night(almanac.ceremonies[rows[0].ceremony])
        return Answer(f"Besides {self.name}, for {self.title}, {night}: {'; '.join(lines)}.")


_WHOLE_FIELD = (
    r"all (?:of )?the (?:contenders|nominees|candidates)|the (?:whole|full|entire) (?:field|list|"
    r"lineup|slate)|(?:contenders|nominees) that (?:night|year)"
)


def parse(frame: Frame) -> Query | None:
    """Recognise "who else", "besides", "the other nominees", "shared ... with"."""
    sense = frame.first_named("person") or frame.first_named("film")
    if sense is None:
        return None
    shared = frame.says(
        r"shared?|sharing|tied?|tying|co ?(?:won|wrote|written|directed|produced)|split|"
        r"(?:won|wrote|did|directed|produced) it with (?:him|her|them)"
    )
    others = frame.says(
        r"who else|what else was|(?:which|what|the) other|other nominees|others|besides|"
        r"alongside|fellow|along with|apart from|"
        r"other than|rivals?|against|(?<!in )competition|competed|competing|up against|opponents|"
        r"in the running with|except"
    )
    others = others or frame.says(rf"{_WHOLE_FIELD}|co ?stars?\b")
    if frame.says("same (?:number|amount)") or any(threshold(frame)):
        return None
    if frame.says(r"who else (?:\w+ )?(?:did|done|managed|achieved) (?:that|it|this|so)"):
        return None
    if not (shared or others) or _is_of_its_own(frame) or not _about_awards(frame):
        return None
    scope = _scope(frame)
    if sense.kind == "person":
        return _of_person(frame, sense, scope, shared=shared)
    picked = film_meant(frame, sense, scope)
    if picked.id is None:
        return which_one(frame, sense, picked.ids)
    title = frame.almanac.films[picked.id].title
    if frame.says(r"tied?\b|tying|tie\b"):
        return SharedQuery(scope.with_(films=frozenset((picked.id,))), title)
    return OthersQuery(scope.with_(films=frozenset((picked.id,))), title)


def _about_awards(frame: Frame) -> bool:
    """Whether an award is asked about, and not the languages or the length of a film."""
    award = frame.has(lexicon.WIN, lexicon.NOMINATE, lexicon.AWARD, lexicon.BEAT, lexicon.TIE)
    against = frame.says(r"up against|up for|competition|opponents|who else|in the running|rivals?")
    return bool(frame.category_ids or award or against) and not narrows(frame)


def _is_of_its_own(frame: Frame) -> bool:
    """Whether "other" speaks of what else the subject itself won or was up for."""
    return frame.says(
        r"what else (?:did|has)|which other (?:oscars|awards)|what other (?:oscars|"
        r"awards)|other (?:oscars|awards|films|movies|nominations|trophies|prizes)"
    ) and not frame.says(r"against|compet|other (?:films|movies) (?:were|was|compet|nominated|up)")


def _scope(frame: Frame) -> Scope:
    """Return the categories and the nights named."""
    categories = frame.scope_ids
    if frame.says(r"acting") and not frame.category_ids:
        categories = ACTING
    scope = Scope(categories=categories or None)
    if frame.period is None:
        return scope
    return scope.with_(ceremonies=frozenset((*frame.period.ceremonies, *frame.period.others)))


def _of_person(frame: Frame, sense: Sense, scope: Scope, *, shared: bool) -> Query:
    """Return who stands beside the person meant, for the film named or for all."""
    almanac = frame.almanac
    picked = chosen(
        frame, sense, lambda id_: bool(scope.with_(people=frozenset((id_,))).select(almanac))
    )
    if picked.id is None:
        return which_one(frame, sense, picked.ids)
    name = almanac.people[picked.id].name
    mine = scope.with_(people=frozenset((picked.id,)))
    others = (m.sense("film") for m in frame.mentions if sense not in m.senses)
    film = next((other for other in others if other), None)
    if film is not None:
        if frame.says(r"who else|besides|other|apart from|except|co ?star") and not shared:
            films = scope.with_(films=frozenset(film.ids))
            return FilmOthersQuery(films, name, picked.id, almanac.films[film.ids[0]].title)
        mine = mine.with_(films=frozenset(film.ids))
    if shared:
        return SharedQuery(mine, name)
    whole_record = not frame.category_ids and frame.period is None
    if frame.says(r"won|win\b") and (whole_record or frame.says(r"the year|when")):
        mine = mine.with_(won=True)
    return OthersQuery(mine, name)


def _shared(row: Nomination, others: list[str], almanac: Almanac) -> str:
    category = almanac.categories[row.category_id]
    title = listed([work.title for work in row.works])
    for_it = f" for {title}" if title else ""
    return (
        f"{category.name}{for_it} was shared with {listed(others)}, "
        f"{at_night(almanac.ceremonies[row.ceremony])}."
    )
