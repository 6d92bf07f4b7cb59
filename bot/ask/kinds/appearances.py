"""Who appeared on a night: presenters, performers, those who gave a tribute, announcers."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.ask import lexicon
from bot.ask.frame import Frame
from bot.ask.query import Answer, Query, Scope
from bot.ask.say import at_night
from bot.library import Shelf
from bot.models import Appearance
from bot.names.fold import fold
from bot.store.almanac import Almanac
from bot.wording import listed, ordinal

_PRESENTED = (
    r"present(?:ed|er|ers|ing|s)?\b|(?:who|(?:which|what) \w+) (?:\w+ )?(?:handed|gave) <person>|"
    r"who handed|who (?:\w+ )?handed (?:out|over)|(?<!was )(?<!were )announced|announcer|"
    r"introduced|read out|opened the envelope|"
    r"gave (?:out )?(?:the )?<category>"
)
_GIVEN = (
    r"empty handed|(?:first|last) (?:presented|given|handed)|to whom|presented (?:to|"
    r"with)|was presented|(?:when|since|year) (?:\S+ ){1,6}(?:introduced|presented)"
)
_BY_WORK = r"(?:films?|movies?|pictures?|roles?|part|performance|song) (?:that )?gave"
"""Works give awards too: "which film gave Humphrey Bogart his Oscar"."""

_ON_STAGE = ("performer", "tribute")
_PLAIN = lexicon.words(
    "who what which sang sing sung singing performed perform performs performing performer "
    "performers performance danced dance did was were the at on in of for to live song songs stage "
    "night ceremony oscars oscar academy awards show a an and gave give given presented presenter "
    "presenters "
    "presenting announced by from with that is there opening opened bit number comic "
    "musical start beginning together singer singers sings all every everyone full"
)
_SUNG = r"sang|sung|sings?\b|singing|singers?|song|music"
_DESCRIBED = 3
"""How many words of a description, all of them held, tell a recorded appearance."""


@dataclass(frozen=True)
class AppearanceQuery:
    """Who presented a category, performed a song or gave a tribute on a night."""

    ceremony: int
    roles: tuple[str, ...]
    categories: frozenset[str] | None = None
    person: str | None = None
    about: tuple[str, ...] = ()
    nominated: bool = False
    sung: bool = False

    def told(self, almanac: Almanac) -> str:
        """Return how the question was understood."""
        what = listed([almanac.categories[i].name for i in sorted(self.categories or ())])
        return f"{' and '.join(self.roles)} at the {ordinal(self.ceremony)} ceremony {what}".strip()

    def answer(self, shelf: Shelf) -> Answer:
        """Name them."""
        almanac = shelf.almanac
        ceremony = almanac.ceremonies[self.ceremony]
        night = [a for a in almanac.appearances if a.ceremony == self.ceremony]
        found = [a for a in night if a.role in self.roles]
        if not night:
            return Answer(
                f"Who presented or performed {at_night(ceremony)} is not on record here; "
                "the 97th and the 98th are.",
                answered=False,
            )
        if self.categories is not None:
            found = [a for a in found if a.category_id in self.categories]
        if self.nominated:
            songs = {
                fold(work.song)
                for row in almanac.by_ceremony[self.ceremony]
                for work in row.works
                if work.song
            }
            found = [a for a in found if fold(a.subject or "") in songs]
        if self.person is not None:
            wanted = fold(self.person)
            found = [a for a in found if any(fold(name) == wanted for name in a.people)]
            lines = [_appearance(a, almanac) + _beside(a, wanted) for a in found]
            if not found:
                return Answer(f"{self.person} is not on record for {at_night(ceremony)}.", False)
            return Answer(f"{self.person} {'; '.join(lines)}, {at_night(ceremony)}.")
        if self.about:
            sung = [a for a in found if _is_song(a)] if self.sung else []
            found = _matching(sung, self.about) or _matching(found, self.about)
        if not found:
            return Answer(f"Who did that {at_night(ceremony)} is not on record here.", False)
        if len(found) <= 3:
            lines = [f"{listed(a.people)} {_appearance(a, almanac)}" for a in found]
            notes = (found[0].note,) if len(found) == 1 and found[0].note else ()
            return Answer(f"{'; '.join(lines)}, {at_night(ceremony)}.", notes=notes)
        return Answer(
            f"{'Presenters' if 'presenter' in self.roles else 'Performers'} {at_night(ceremony)}:",
            items=tuple(f"{listed(a.people)} {_appearance(a, almanac)}" for a in found),
        )


def is_asked(frame: Frame) -> bool:
    """Whether presenting, performing or a tribute is spoken of."""
    return _presented(frame) or _performed(frame) or _tribute(frame)


def _presented(frame: Frame) -> bool:
    return frame.says(_PRESENTED) and not frame.says(rf"{_GIVEN}|{_BY_WORK}")


def _performed(frame: Frame) -> bool:
    awarded = frame.has(lexicon.WIN, lexicon.NOMINATE, lexicon.TIE) or frame.says(
        r"with (?:\w+ ){0,4}(?:oscars|awards|wins|nominations)"
    )
    sung = frame.says(r"who (?:sang|sings) (?!and)")
    acted = frame.says(r"performances? (?:in|as|by|of)\b")
    return frame.has(lexicon.PERFORM) and (
        (not awarded and not acted) or sung or frame.says("nominated songs?")
    )


def _tribute(frame: Frame) -> bool:
    return frame.says(r"tribute|in memoriam|memoriam")


def parse(frame: Frame, person: str | None) -> Query | None:
    """Recognise a question on an appearance. person: whoever is named."""
    if not is_asked(frame):
        return None
    presented, performed = _presented(frame), _performed(frame)
    fragment = frame.says(r"<(?:film|song)> (?:singer|performer)|(?:singer|performer|dancer) ")
    if frame.is_statement and person is None and frame.first_named("film") and not fragment:
        return None
    number = _ceremony_meant(frame, person)
    if number is None:
        return None
    handed = handed_to(frame) if presented else None
    if handed is not None:
        return handed
    roles = _ON_STAGE if performed and not presented else ("presenter", *_ON_STAGE)
    seen = person is not None and bool(_nights_of(frame, person, roles))
    if seen and frame.says(r"what|which|did|where|whom") and not frame.category_ids:
        return AppearanceQuery(number, roles, person=person)
    if presented and frame.category_ids:
        return AppearanceQuery(number, ("presenter",), frame.scope_ids)
    return _by_its_words(frame, number, on_stage=performed or _tribute(frame))


_ODD = lexicon.words("wrong envelope mistake mistakenly accidentally mixup")


def _ceremony_meant(frame: Frame, person: str | None) -> int | None:
    """Return the night named, the film's or the person's last, else the latest; None of a span."""
    appearances = frame.almanac.appearances
    latest = frame.almanac.latest.number
    if frame.period is None and any(word.text in _ODD for word in frame.words):
        return None
    if frame.period is not None:
        if frame.period.is_span or not frame.period.ceremonies:
            return None
        known = {a.ceremony for a in appearances}
        return next((n for n in frame.period.ceremonies if n in known), frame.period.ceremonies[0])
    about = _about(frame)
    recorded = sorted({a.ceremony for a in appearances}, reverse=True)
    if len(about) >= _DESCRIBED:
        for number in recorded:
            if _matching([a for a in appearances if a.ceremony == number], about, least=1):
                return number
    if song := frame.first_named("song"):
        rows = [row for row in frame.almanac.by_category["original-song"] if row.id in song.ids]
        return rows[-1].ceremony
    if film := frame.first_named("film"):
        ceremony = frame.almanac.film_ceremony(film.ids[0])
        return ceremony.number if ceremony else latest
    if person is not None and (seen := _nights_of(frame, person)):
        return seen[-1]
    nights = [n for n in recorded if _matching([a for a in appearances if a.ceremony == n], about)]
    return nights[0] if nights else latest


def performer_named(frame: Frame) -> str | None:
    """Return whoever is named who is on record only for having performed on a night."""
    unknown = {word.text for word in frame.unknown}
    names = {name for a in frame.almanac.appearances if a.role == "performer" for name in a.people}
    text = f" {frame.text} "
    return next(
        (n for n in sorted(names) if f" {fold(n)} " in text and unknown & set(fold(n).split())),
        None,
    )


def of_performer(frame: Frame, name: str) -> Query | None:
    """Return what somebody performed, on the night named or the last."""
    asked = not frame.has(lexicon.WIN, lexicon.NOMINATE) and not frame.category_ids
    number = _ceremony_meant(frame, name) if asked else None
    return None if number is None else AppearanceQuery(number, _ON_STAGE, person=name)


def _nights_of(frame: Frame, person: str, roles: Sequence[str] = ()) -> list[int]:
    """Return the nights on which somebody appeared, in any role or in these."""
    wanted = fold(person)
    seen = [
        a
        for a in frame.almanac.appearances
        if wanted in map(fold, a.people) and (not roles or a.role in roles)
    ]
    return [appearance.ceremony for appearance in seen]


def parse_described(frame: Frame) -> Query | None:
    """Recognise an appearance by what is told of it, clothes and all."""
    if frame.period is None or not frame.has(lexicon.PERFORM, {"dancer", "dancers"}):
        return None
    about = _about(frame)
    for number in frame.period.ceremonies[:2]:
        found = [a for a in frame.almanac.appearances if a.ceremony == number]
        if len(about) > 2 and _matching(found, about, least=0.8):
            roles = tuple(sorted({a.role for a in found}))
            return AppearanceQuery(number, roles, about=about, sung=frame.says(_SUNG))
    return None


def _by_its_words(frame: Frame, number: int, *, on_stage: bool) -> Query | None:
    """Return the appearance that the question describes. on_stage: a performance or a tribute."""
    if frame.says(r"announced the nominations|nominations"):
        return None
    if frame.says("nominated songs?"):
        return AppearanceQuery(number, ("performer",), nominated=True)
    if on_stage:
        return AppearanceQuery(number, _ON_STAGE, about=_about(frame), sung=frame.says(_SUNG))
    if frame.says("announcer|voice of"):
        return AppearanceQuery(number, ("announcer",))
    return AppearanceQuery(number, ("presenter",), about=_about(frame))


def handed_to(frame: Frame) -> Query | None:
    """Recognise who presented the award that somebody won: "who gave Adrien Brody his Oscar"."""
    winner = frame.first_named("person")
    if winner is None or not frame.says(r"(?:gave|handed|presented|announced)(?: out)? <person>"):
        return None
    known = {a.ceremony for a in frame.almanac.appearances}
    won = [
        row
        for row in Scope(people=frozenset(winner.ids), won=True).select(frame.almanac)
        if row.ceremony in known
    ]
    if not won:
        return None
    night = won[-1].ceremony
    categories = frozenset(row.category_id for row in won if row.ceremony == night)
    categories = categories & frame.scope_ids or categories
    return AppearanceQuery(night, ("presenter",), categories)


def _about(frame: Frame) -> tuple[str, ...]:
    timed = {at for time in frame.times for at in range(time.start, time.end)}
    titled = {at for m in frame.mentions if m.sense("song") for at in range(m.start, m.end)}
    return tuple(
        word.text
        for at, word in enumerate(frame.words)
        if at in titled
        or (
            at not in timed
            and word.text not in _PLAIN
            and word.text not in lexicon.FILLER
            and not word.text.isdigit()
        )
    )


def _is_song(seen: Appearance) -> bool:
    return seen.role == "performer" or "sang" in fold(seen.note or "").split()


def _matching(
    found: Sequence[Appearance], about: Sequence[str], least: float = 0.5
) -> list[Appearance]:
    """Return the appearances that hold most of the words asked about, and this share at least."""
    scored = []
    for seen in found:
        text = fold(f"{seen.subject or ''} {seen.note or ''} {' '.join(seen.people)}").split()
        scored.append((sum(word in text for word in about), seen))
    most = max((score for score, _ in scored), default=0)
    if most == 0 or most < len(about) * least:
        return []
    return [seen for score, seen in scored if score == most]


def _beside(seen: Appearance, wanted: str) -> str:
    """Return who else appeared there: " with Goldie Hawn"."""
    others = [name for name in seen.people if fold(name) != wanted]
    return f" with {listed(others)}" if others else ""


def _appearance(seen: Appearance, almanac: Almanac) -> str:
    what = almanac.categories[seen.category_id].name if seen.category_id else seen.subject or ""
    verb = {
        "presenter": "presented",
        "performer": "performed",
        "tribute": "spoke the tribute to",
        "announcer": "was the announcer of",
    }[seen.role]
    return f"{verb} {what or 'the show'}"
