"""Who has more: people, films or countries compared."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.ask import lexicon
from bot.ask.choose import chosen, film_meant
from bot.ask.frame import Frame
from bot.ask.kinds.surpassing import more_than
from bot.ask.query import Answer, Query, Scope
from bot.ask.say import briefly, tally
from bot.ask.senses import Sense
from bot.cards import addresses
from bot.cards.card import Link
from bot.library import Shelf
from bot.store.almanac import Almanac
from bot.wording import counted, listed

_COUNTRY_AWARD = "international-feature"
_MOST_COMPARED = 4
COUPLE = 2
_VERSIONS = lexicon.words("old older new newer original remake first versions version")


@dataclass(frozen=True)
class ComparisonQuery:
    """Which of some people, films or countries has more wins or nominations."""

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
            tied = listed([self.names[i] for i in leaders])
            behind = [part for i, part in zip(order, parts, strict=True) if i not in leaders]
            line = f"{start}{_none_of(len(leaders), len(counts), start)}: "
            line += listed([f"{tied} have {counted(best, what)}{' each' if best else ''}", *behind])
            return Answer(f"{line}.", links=links)
        start = "" if self.claim is None else "Yes: " if self.claim == leaders[0] else "No: "
        first, rest = order[0], order[1:]
        others = listed([f"{self.names[i]} {counted(counts[i], what)}" for i in rest])
        return Answer(
            f"{start}{self.names[first]} has more, {counted(counts[first], what)}; {others}.",
            links=links,
        )


@dataclass(frozen=True)
class EarlierQuery:
    """Who of some people or films won first, or was nominated first."""

    names: tuple[str, ...]
    scopes: tuple[Scope, ...]
    addresses: tuple[str, ...]
    nominations: bool

    def told(self, almanac: Almanac) -> str:  # noqa: ARG002  (every query can be told)
        """Return how the question was understood."""
        return f"first {'nominated' if self.nominations else 'winner'}: {' or '.join(self.names)}"

    def answer(self, shelf: Shelf) -> Answer:
        """Name the first, and when the others followed."""
        almanac = shelf.almanac
        won = None if self.nominations else True
        nights = [
            (scope.with_(won=won, competitive=True).select(almanac), name)
            for scope, name in zip(self.scopes, self.names, strict=True)
        ]
        told = sorted((rows[0].ceremony, name) for rows, name in nights if rows)
        verb = "was nominated" if self.nominations else "won"
        if not told:
            return Answer(f"Neither {verb}.")
        parts = [f"{name} ({briefly(almanac.ceremonies[number])})" for number, name in told]
        never = [name for rows, name in nights if not rows]
        parts += [f"{name} never did" for name in never]
        links = tuple(Link(n, a) for n, a in zip(self.names, self.addresses, strict=True))
        start = f"{told[0][1]} {verb} first" if len(told) < 2 or told[0][0] < told[1][0] else "Both"
        return Answer(f"{start}: {', '.join(parts)}.", links=links)


def parse_earlier(frame: Frame) -> Query | None:
    """Recognise which of two won first, or earlier."""
    pair = frame.says(r"(?:.* )?<(?P<k>person|film)> or <(?P=k)>")
    if not pair or not frame.says(r"first|earlier|sooner|before") or frame.times:
        return None
    if frame.unknown or not frame.has(lexicon.WIN, lexicon.NOMINATE):
        return None
    things = list(_compared(frame))
    if len(things) != COUPLE:
        return None
    names, scopes, links = zip(*things, strict=True)
    nominations = frame.has(lexicon.NOMINATE) and not frame.has(lexicon.WIN - {"get", "got"})
    return EarlierQuery(names, scopes, links, nominations)


def parse_comparison(frame: Frame) -> Query | None:
    """Recognise two or more of a kind of which one has more."""
    more = frame.says(r"more|most|fewer|less|better|higher|compare|greater")
    versus = frame.says(r"vs|versus|or <|than")
    counted_ = frame.says(r"<(?P<k>person|film)> or <(?P=k)>") and frame.says(
        r"number of|how many|oscars|awards|nominations"
    )
    versions = frame.has(_VERSIONS) and frame.says(r"or\b")
    compared = frame.says(r"compare.*<(?P<c>person|film|country)> (?:and|to|with) <(?P=c)>")
    same = frame.says(r"same (?:number|amount|total)")
    asked = compared or same or (more and (versus or versions or frame.says("who|which|most")))
    if not asked and not frame.says(r"<\w+> (?:vs|versus) <") and not counted_:
        return None
    if _lists_unknown(frame) or more_than(frame):
        return None
    things = list(_compared(frame))
    if len(things) < 2 or frame.says(r"more than (?:one|two|three|\d+|once|twice)"):
        return None
    nominations = frame.has(lexicon.NOMINATE) and not frame.has(lexicon.WIN - {"get", "got"})
    claim = None
    # "Did A or B win more" asks which, and not for yes or no.
    choice = frame.says(r"<(?P<s>person|film|country)>(?: <time>)? or <(?P=s)>")
    if not choice and frame.texts[0] in ("did", "does", "do", "has", "have", "is"):
        claim = 0 if frame.says("more|better|higher") else 1 if frame.says("fewer|less") else None
    names, scopes, links = zip(*things, strict=True)
    return ComparisonQuery(names, scopes, links, nominations, claim)


def _lists_unknown(frame: Frame) -> bool:
    """Whether an unknown word may be one of what is compared: "nolan, tarantino or fincher"."""
    if frame.unknown and not frame.has(lexicon.WON, lexicon.NOMINATE, lexicon.AWARD):
        return True
    following = zip(frame.words, frame.words[1:], strict=False)
    return any(
        word in frame.unknown and (after.pause or after.text in ("or", "and", "vs"))
        for word, after in following
    )


def _compared(frame: Frame) -> Iterator[tuple[str, Scope, str]]:
    """Yield what is compared: its name, its nominations, and the address of its card."""
    senses = [m.senses[0] for m in frame.mentions]
    senses = [sense for sense in senses if sense.kind in ("person", "film", "country")]
    kinds = {sense.kind for sense in senses}
    scope = Scope(categories=frame.scope_ids or None)
    films = [sense for sense in senses if sense.kind == "film"]
    if len(films) == 1 and len(films[0].ids) > 1 and frame.has(_VERSIONS):
        for id_ in films[0].ids[:_MOST_COMPARED]:
            yield _thing(frame, "film", id_, scope, dated=True)
        return
    if len(kinds) != 1 and "country" in kinds:
        return
    for sense in [sense for sense in senses if sense.kind == senses[0].kind][:_MOST_COMPARED]:
        if sense.kind == "country":
            yield _country(frame, sense)
            continue
        dated_id = _of_its_year(frame, sense)
        if dated_id is not None:
            yield _thing(frame, "film", dated_id, scope, dated=True)
            continue
        picked = (
            film_meant(frame, sense, scope)
            if sense.kind == "film"
            else chosen(frame, sense, lambda _: True)
        )
        yield _thing(frame, sense.kind, picked.id or picked.ids[0], scope)


def _of_its_year(frame: Frame, sense: Sense) -> str | None:
    """Return the film of the year that stands beside its title: "dune 1984 or dune 2021"."""
    mention = next((m for m in frame.mentions if m.senses[0] is sense), None)
    time = next((t for t in frame.times if mention and t.start == mention.end), None)
    if time is None or sense.kind != "film" or len(sense.ids) < COUPLE:
        return None
    for id_ in sense.ids:
        ceremony = frame.almanac.film_ceremony(id_)
        if ceremony and time.when.first in (*ceremony.film_years, ceremony.held_on.year):
            return id_
    return None


def _thing(
    frame: Frame, kind: str, id_: str, scope: Scope, *, dated: bool = False
) -> tuple[str, Scope, str]:
    if kind == "person":
        own = scope.with_(people=frozenset((id_,)))
        return name_of(frame, kind, id_), own, addresses.person(id_)
    ceremony = frame.almanac.film_ceremony(id_)
    year = f" ({ceremony.film_year})" if dated and ceremony else ""
    own = scope.with_(films=frozenset((id_,)))
    return f"{name_of(frame, kind, id_)}{year}", own, addresses.film(id_)


def _country(frame: Frame, sense: Sense) -> tuple[str, Scope, str]:
    scope = Scope(categories=frozenset({_COUNTRY_AWARD}), countries=frozenset(sense.ids))
    names = (name for name, country in frame.almanac.country_names if country in sense.ids)
    return next(names, sense.ids[0]), scope, addresses.category(_COUNTRY_AWARD)


def name_of(frame: Frame, kind: str, id_: str) -> str:
    """Return what a film or a person is called. kind: "film" or "person"."""
    return frame.almanac.films[id_].title if kind == "film" else frame.almanac.people[id_].name


def _none_of(leaders: int, every: int, start: str) -> str:
    """Return that nobody leads: "Neither has more", "They have the same number"."""
    if every == 2:
        return f"{'neither' if start else 'Neither'} has more"
    if leaders == every:
        return f"{'they' if start else 'They'} have the same number"
    return f"{'there' if start else 'There'} is a tie at the top"
