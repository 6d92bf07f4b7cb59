"""What won this and that, or this but not that; the first and the last of a kind."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.ask import lexicon
from bot.ask.categories import CategoryMention
from bot.ask.frame import ACTING, Frame
from bot.ask.query import Answer, Query, Scope
from bot.ask.say import at_night, briefly, told
from bot.ask.times import Period
from bot.cards import addresses
from bot.cards.card import Link
from bot.library import Shelf
from bot.models import Nomination
from bot.store.almanac import Almanac
from bot.wording import counted, listed, ordinal

BIG_FIVE = (
    ("best-picture",),
    ("directing",),
    ("actor-leading",),
    ("actress-leading",),
    ("original-screenplay", "adapted-screenplay"),
)


@dataclass(frozen=True)
class CombinationQuery:
    """Films, or people, with a win (or nomination) in each of `every` and none in `none`.

    every: groups of category ids; one of each group is enough. one_night: all at one ceremony.
    pick: 1 for the first, -1 for the last, 0 for all.
    """

    films: bool
    every: tuple[frozenset[str], ...]
    none: frozenset[str]
    names: tuple[str, ...]
    without: tuple[str, ...]
    won: tuple[bool | None, ...]
    period: Period | None
    pick: int
    count_only: bool
    one_night: bool = False
    none_won: bool | None = True

    def told(self, almanac: Almanac) -> str:  # noqa: ARG002  (every query can be told)
        """Return how the question was understood."""
        what = "films" if self.films else "people"
        but = f" but not {listed(self.without)}" if self.without else ""
        return f"{what} with {listed(self.names)}{but}"

    def answer(self, shelf: Shelf) -> Answer:
        """List them, or name the first or last."""
        almanac = shelf.almanac
        found = self._found(almanac)
        what = "film" if self.films else "person"
        but = f" but not {listed(self.without)}" if self.without else ""
        verb = "won" if all(w is True for w in self.won) else "was up for"
        names = f"{'both ' if len(self.names) == 2 and not but else ''}{listed(self.names)}{but}"
        if not found:
            return Answer(f"None: no {what} {verb} {names}.")
        if self.pick:
            key, rows = found[0] if self.pick > 0 else found[-1]
            ceremony = almanac.ceremonies[rows[-1].ceremony if not self.films else rows[0].ceremony]
            word = "first" if self.pick > 0 else "last"
            return Answer(
                f"{self._label(key, almanac)} was the {word} {what} with {names}, "
                f"{at_night(ceremony)}.",
                links=(self._link(key, almanac),),
            )
        total = counted(len(found), what, "films" if self.films else "people")
        lines = []
        for key, rows in found:
            nights = listed(
                [
                    f"{ordinal(n)}, {almanac.ceremonies[n].held_on.year}"
                    for n in dict.fromkeys(r.ceremony for r in rows)
                ]
            )
            lines.append(f"{self._label(key, almanac)} ({nights})")
        if len(lines) <= 3:
            return Answer(f"{total[0].upper()}{total[1:]} {verb} {names}: {listed(lines)}.")
        return Answer(f"{total[0].upper()}{total[1:]} {verb} {names}:", items=tuple(lines))

    def _found(self, almanac: Almanac) -> list[tuple[str, list[Nomination]]]:
        ceremonies = frozenset(self.period.ceremonies) if self.period else None
        groups = []
        for categories, won in zip(self.every, self.won, strict=True):
            rows = Scope(categories=categories, ceremonies=ceremonies, won=won).select(almanac)
            groups.append(self._by_key(rows, almanac))
        barred = (
            self._by_key(Scope(categories=self.none, won=self.none_won).select(almanac), almanac)
            if self.none
            else {}
        )
        keys = set(groups[0]).intersection(*groups[1:]) - set(barred)
        if self.one_night:
            keys = {
                key
                for key in keys
                if set.intersection(*({row.ceremony for row in group[key]} for group in groups))
            }
        found = [(key, [row for group in groups for row in group[key]]) for key in keys]
        return sorted(found, key=lambda pair: (max(r.ceremony for r in pair[1]), pair[0]))

    def _by_key(self, rows: Iterable[Nomination], almanac: Almanac) -> dict[str, list[Nomination]]:
        found: dict[str, list[Nomination]] = defaultdict(list)
        for row in rows:
            keys = row.film_ids if self.films else row.person_ids
            for key in keys:
                if self.films or almanac.people[key].kind == "person":
                    found[key].append(row)
        return found

    def _label(self, key: str, almanac: Almanac) -> str:
        return almanac.films[key].title if self.films else almanac.people[key].name

    def _link(self, key: str, almanac: Almanac) -> Link:
        address = addresses.film(key) if self.films else addresses.person(key)
        return Link(self._label(key, almanac), address)


@dataclass(frozen=True)
class EdgeQuery:
    """The first or last award of a category, or when it was first or last given."""

    categories: tuple[str, ...]
    scope: Scope
    pick: int
    place: int = 1

    def told(self, almanac: Almanac) -> str:
        """Return how the question was understood."""
        word = "first" if self.pick > 0 else "last"
        return f"{word} winner of {listed([almanac.categories[i].name for i in self.categories])}"

    def answer(self, shelf: Shelf) -> Answer:
        """Name it, with its night."""
        almanac = shelf.almanac
        rows = self.scope.select(almanac)
        # The first foreign films were honoured without nominees; the competition came later.
        rows = [row for row in rows if not row.official_name.startswith("HONORARY FOREIGN")] or rows
        if not rows:
            return Answer("None is on record.", answered=False)
        nights = sorted({row.ceremony for row in rows})
        place = self.place - 1 if self.pick > 0 else -self.place
        if not -len(nights) <= place < len(nights):
            return Answer("There were not so many.", answered=False)
        night = nights[place]
        ceremony = almanac.ceremonies[night]
        found = [row for row in rows if row.ceremony == night]
        name = almanac.categories[self.categories[0]].name
        word = ordinal(self.place) if self.place > 1 else "first" if self.pick > 0 else "latest"
        what = "winner" if self.scope.won else "nominees"
        people = listed([told(row, almanac.categories[row.category_id]) for row in found])
        return Answer(
            f"The {word} {what} of {name}: {people}, {at_night(ceremony)}.",
            links=(Link("The award", addresses.winner(self.categories[0], night)),),
        )


@dataclass(frozen=True)
class TieQuery:
    """The ties: all, at a night, in a category, or the last."""

    scope: Scope
    period: Period | None
    pick: int

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
        if len(lines) == 1:
            return Answer(f"A tie: {lines[0]}.")
        return Answer(f"There were {len(lines)} ties:", items=tuple(lines))


def parse(frame: Frame) -> Query | None:
    """Recognise a combination, a tie, or the first or last of a category."""
    if frame.first_named("film", "person", "character", "song"):
        return None
    return _tie(frame) or _big_five(frame) or _combination(frame) or _edge(frame)


def _tie(frame: Frame) -> Query | None:
    if not frame.says(
        r"tie\b|ties\b|tied|dead heat|shared|share\b|two winners|more than one winner"
    ):
        return None
    if frame.says(r"tied for (?:the )?(?:most|second most)"):
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
    pick = -1 if frame.says(r"last|latest|most recent") else 1 if frame.says(r"first") else 0
    return TieQuery(scope, frame.period, pick)


def _big_five(frame: Frame) -> Query | None:
    if not frame.says(r"big (?:five|5)"):
        return None
    scope = frame.spotter.catalogue.category_scope
    every = tuple(frozenset(i for id_ in group for i in scope(id_)) for group in BIG_FIVE)
    won = None if frame.has(lexicon.NOMINATE) and not frame.has(lexicon.WIN) else True
    return CombinationQuery(
        True,
        every,
        frozenset(),
        ("the big five: picture, director, actor, actress and screenplay",),
        (),
        (won,) * 5,
        frame.period,
        _pick(frame),
        frame.says("how many"),
    )


def _combination(frame: Frame) -> Query | None:
    mentions = [c for c in frame.categories if c.sure]
    acting = re.search(r"\bacting\b", frame.text) if mentions else None
    if acting and not any(frame.texts[c.start] == "acting" for c in mentions):
        at = frame.texts.index("acting")
        mentions.append(CategoryMention(at, at + 1, tuple(sorted(ACTING)), sure=True))
        mentions.sort(key=lambda mention: mention.start)
    alone = _alone(frame, mentions) if len(mentions) == 1 else None
    if alone is not None:
        return alone
    if len(mentions) == 1 and len(mentions[0].ids) == 2 and frame.says("both"):
        mentions = [replace(mentions[0], ids=(id_,)) for id_ in mentions[0].ids]
    if len(mentions) < 2:
        return None
    single_night = frame.period is not None and not frame.period.is_span
    negated = frame.says(
        r"<category>(?: [\w<>]+){0,6} (?:but(?: not| never| without| did not| didnt| no| "
        r"lost| failed to win| the)?|without|not|and not|yet not|never|no|though not|"
        r"minus|losing|lost|lose|loses)"
        r"(?: [\w<>]+){0,4} <category>|but <category> (?:lost|lose|went|didnt|did not)"
    )
    listing = frame.says(
        r"(?:films?|movies?|pictures?|people|persons?|actors|actresses|directors|women|"
        r"men|performers|who (?:has|have|else)|anyone|anybody|has any|only)"
    )
    both = frame.says(r"both|also (?:nominated|up|won)|as well as|same (?:film|movie)|double")
    if not (negated or both or listing):
        return None
    if single_night and not (both and listing) and not negated:
        return None
    films = _films(frame, [i for c in mentions for i in c.ids])
    scope = frame.spotter.catalogue.category_scope
    groups = [
        (c.start, frozenset(i for id_ in c.ids for i in scope(id_)), _name(c.ids, frame))
        for c in mentions
    ]
    groups.sort(key=lambda group: group[0])
    nominated = frame.has(lexicon.NOMINATE)
    won_at = [i for i, text in enumerate(frame.texts) if text in lexicon.WIN]
    wins = bool(won_at) or not nominated
    if negated:
        cut = _negation_place(frame)
        positive = [g for g in groups if g[0] < cut]
        negative = [g for g in groups if g[0] >= cut]
        if positive and negative:
            return CombinationQuery(
                films,
                tuple(g[1] for g in positive),
                frozenset(i for g in negative for i in g[1]),
                tuple(g[2] for g in positive),
                tuple(g[2] for g in negative),
                ((True if wins else None),) * len(positive),
                frame.period,
                _pick(frame),
                frame.says("how many"),
                False,
                None
                if frame.says(
                    r"(?:no|not|without|never)(?: \w+){0,4} <category> (?:nomination|"
                    r"nominated|nod)|(?:not|never|wasnt|werent)(?: \w+){0,2} "
                    r"nominated(?: \w+){0,2} <category>|no <category> nominat"
                )
                else True,
            )
        return None
    one_night = frame.says(r"same (?:year|night|ceremony|film|movie)|one (?:night|year)|same")
    marks: list[bool | None] = [(None if nominated and not wins else True)] * len(groups)
    if nominated and won_at and len(groups) == 2:
        # "won X and was nominated for Y": each verb goes with the category after it.
        nominated_at = next(i for i, text in enumerate(frame.texts) if text in lexicon.NOMINATE)
        marks = [
            None
            if nominated_at < g[0] and not any(nominated_at < w < g[0] for w in won_at)
            else True
            for g in groups
        ]
    return CombinationQuery(
        films,
        tuple(g[1] for g in groups),
        frozenset(),
        tuple(g[2] for g in groups),
        (),
        tuple(marks),
        frame.period,
        _pick(frame),
        frame.says("how many"),
        one_night and not films,
    )


def _alone(frame: Frame, mentions: Sequence[CategoryMention]) -> Query | None:
    """Recognise "whose only Oscar was Best Picture", and nominees of a night that won nothing."""
    if not mentions:
        return None
    scope = frame.scope_ids
    others = frozenset(
        id_ for id_, c in frame.almanac.categories.items() if c.competitive and id_ not in scope
    )
    name = frame.scope_names
    films = _films(frame, mentions[0].ids)
    if frame.says(
        r"only (?:oscar|award|win|academy award)(?: \w+){0,3} <category>|nothing (?:but|"
        r"except)|no other (?:oscar|award)s?|only won <category>|won only <category>|just "
        r"<category>"
    ):
        return CombinationQuery(
            films,
            (scope,),
            others,
            name,
            ("any other",),
            (True,),
            frame.period,
            _pick(frame),
            False,
        )
    if frame.says(
        r"(?:any|no) other categor(?:y|ies)|no other (?:nominations?|nods)|only "
        r"nominat(?:ion|ed)(?: \w+){0,3} <category>|nothing else"
    ):
        won = True if frame.has(lexicon.WIN) else None
        return CombinationQuery(
            films,
            (scope,),
            others,
            name,
            ("a nomination in any other category",),
            (won,),
            frame.period,
            _pick(frame),
            False,
            none_won=None,
        )
    empty = frame.says(
        r"empty handed|won nothing|without (?:a |any )?(?:win|oscar)|left with nothing|no "
        r"(?:wins|oscars)|(?:won|with) (?:none|zero)|winless|nothing"
    )
    if empty and frame.has(lexicon.NOMINATE):
        return CombinationQuery(
            films,
            (scope,),
            others | scope,
            (f"a nomination for {listed(name)}",),
            ("any win",),
            (None,),
            frame.period,
            0,
            False,
        )
    return None


def _edge(frame: Frame) -> Query | None:
    pick = _pick(frame)
    if not pick or not frame.category_ids or frame.blockers - {"film"}:
        return None
    if frame.period is not None and not frame.period.is_span:
        # "the first Oscar for Makeup in 1982": the year is told besides, and must fit.
        night = frame.almanac.given(frame.scope_ids)[0 if pick > 0 else -1]
        if night not in (*frame.period.ceremonies, *frame.period.others):
            return None
        return EdgeQuery(frame.category_ids, Scope(categories=frame.scope_ids, won=True), pick)
    nominees = frame.has(lexicon.NOMINATE) and not frame.has(lexicon.WIN)
    scope = Scope(categories=frame.scope_ids, won=None if nominees else True)
    if frame.period is not None:
        scope = scope.with_(ceremonies=frozenset(frame.period.ceremonies))
    country = frame.first_named("country")
    if country is not None:
        scope = scope.with_(countries=frozenset(country.ids))
    place = next((n for w, n in lexicon.ORDINALS.items() if w in frame.free_set and n > 1), 1)
    return EdgeQuery(frame.category_ids, scope, pick, place)


def _pick(frame: Frame) -> int:
    if frame.says(r"first|earliest|inaugural|1st"):
        return 1
    if frame.says(r"last|latest|most recent|newest"):
        return -1
    if frame.free_set & set(lexicon.ORDINALS) and frame.says(
        r"(?:second|third|2nd|3rd|fourth)(?: ever)? (?:winner|person|film|actor|actress|<category>)"
    ):
        return 1
    return 0


def _films(frame: Frame, ids: Sequence[str]) -> bool:
    if frame.has({"film", "films", "movie", "movies", "picture", "pictures"}):
        return True
    if frame.has(
        {
            "actor",
            "actors",
            "actress",
            "actresses",
            "person",
            "people",
            "performer",
            "performers",
            "director",
            "directors",
            "women",
            "men",
            "who",
            "anyone",
            "anybody",
            "somebody",
            "composer",
            "composers",
        }
    ):
        return False
    acting = {"actor-leading", "actress-leading", "actor-supporting", "actress-supporting"}
    return not set(ids) <= acting


def _negation_place(frame: Frame) -> int:
    words = {
        "but",
        "without",
        "not",
        "no",
        "loses",
        "except",
        "despite",
        "never",
        "though",
        "yet",
        "minus",
        "losing",
        "lost",
        "lose",
        "didnt",
    }
    return next(
        (i for i, t in enumerate(frame.texts) if t in words and i not in frame.named),
        len(frame.texts),
    )


def _name(ids: Sequence[str], frame: Frame) -> str:
    return listed([frame.almanac.categories[i].name for i in ids], "or")
