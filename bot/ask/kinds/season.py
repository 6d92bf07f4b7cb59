"""Other awards of the season: answered where the data has them, declined where it has not."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.ask import lexicon
from bot.ask.frame import Frame
from bot.ask.kinds import moments
from bot.ask.query import Answer, Decline, Query, Scope
from bot.cards import addresses
from bot.cards.card import Link
from bot.library import Shelf
from bot.models import SeasonAward
from bot.names.fold import fold
from bot.store.almanac import Almanac
from bot.wording import listed, ordinal

# Bodies in the data, by how people call them.
_BODIES = (
    ("BAFTA", r"baftas?|british academy|british film awards?"),
    ("Golden Globes", r"golden globes?|globes"),
    ("SAG", r"sag(?: awards?)?|screen actors? guild"),
    ("DGA", r"dga|directors? guild"),
    ("PGA", r"pga|producers? guild"),
    ("WGA", r"wga|writers? guild"),
    ("Critics Choice", r"critics? choice"),
    ("Independent Spirit", r"(?:independent |indie )?spirit awards?|independent spirits?|spirits"),
    ("Cannes", r"cannes|palme d ?or|palme|palm d or"),
    ("Venice", r"venice|golden lion|silver lion"),
)
# Awards that are not in the data, in the words used for them.
_OTHERS = re.compile(
    r"\b(?:emmys?|grammys?|tonys?|tony awards?|cesars?|cesar awards?|filmfare|national "
    r"film award|sahitya|goyas?|razzies?|"
    r"raspberry|mtv|nobel|pulitzer|booker|annies|annie awards?|saturn awards?|berlinale|"
    r"golden bear|silver bear|berlin|peoples choice|"
    r"country music|acms?|cmas?|bet awards?|teen choice|vmas?|super bowl|superbowl|ballon "
    r"d ?or|world cup|kids choice|"
    r"academy of country|iifa|donatello|lumiere|toronto|sundance|gotham|satellite awards?|"
    r"naacp|image awards?|gaudi|logie|"
    r"juno awards?|brit awards?|brits|mercury prize|billboard|american music|game awards?|webby|"
    r"peabody|obie|olivier awards?|laurence olivier awards?|"
    r"japan academy|asian academy|academy of motion picture arts india|blue dragon|golden "
    r"horse|hong kong film awards?|ariel awards?|"
    r"european film awards?|afi|afca|nbr|national board of review|new york film critics|"
    r"critics circle|los angeles film critics|"
    r"ace eddie|eddie awards?|costume designers guild|cinema audio|american cinema "
    r"editors|asc awards?|visual effects society|ves awards?|"
    r"stellar awards?|dove awards?|golden raspberry|golden calf|guldbagge|bodil|robert "
    r"awards?|dhallywood|nandi|zee cine|screen awards?|stardust|"
    r"padma|dadasaheb|phalke|miss universe|miss world|formula one|f1|olympics?|nba|nfl|"
    r"mvp|heisman|eurovision)\b"
)


_OSCARS = r"\b(?:oscars?|academy awards?)\b"


@dataclass(frozen=True)
class SeasonQuery:
    """The prizes of other bodies, as far as the question narrows them."""

    awards: tuple[SeasonAward, ...]
    what: str
    verdict: bool

    def told(self, almanac: Almanac) -> str:  # noqa: ARG002  (every query can be told)
        """Return how the question was understood."""
        return f"prizes of the season: {self.what}"

    def answer(self, shelf: Shelf) -> Answer:
        """Name the winners, or list the prizes."""
        almanac = shelf.almanac
        won = [award for award in self.awards if award.won]
        if not won:
            lines = [_line(award) for award in self.awards[:3]]
            lost = "; ".join(f"{line} was nominated only" for line in lines)
            return Answer(f"No: {lost or 'no such prize is on record here'}.", bool(self.awards))
        start = "Yes: " if self.verdict else ""
        links = tuple(
            Link(award.film or "", addresses.film(award.film_id))
            for award in won[:1]
            if award.film_id
        )
        ceremony = almanac.ceremonies[won[0].ceremony]
        season = (
            f"in the season before the {ordinal(ceremony.number)} Academy Awards, "
            f"held {ceremony.held_on.year}, for films of {ceremony.film_year}"
        )
        if len(won) <= 3:
            return Answer(
                f"{start}{'; '.join(_line(award) for award in won)}, {season}.", links=links
            )
        return Answer(
            f"{start}{self.what}, {season}:", items=tuple(_line(a) for a in won), links=links
        )


def parse(frame: Frame) -> Query | None:
    """Recognise an award of another body, by its name."""
    text = " ".join(fold(frame.question).split())
    others = _OTHERS.search(text)
    if others and _is_film(frame, others[0], text):
        others = None
    bodies = [name for name, pattern in _BODIES if re.search(rf"\b(?:{pattern})\b", text)]
    season = not bodies and frame.says(
        r"(?:which|what|other) (?:award )?(?:shows?|body|bodies|guilds?)|"
        r"(?:before|besides|other than|apart from|outside) the oscars|"
        r"other (?:awards?|prizes|trophies|honou?rs)(?! \w* ?(?:at|from) the oscars)|"
        r"awards? season|"
        r"(?:that|same) season|precursors?"
    )
    if others and not bodies and not re.search(_OSCARS, text):
        return _declined(others[0])
    if others and not bodies:
        named_with_oscars = re.search(r"\b(?:and|or|vs|than|both|also)\b", text)
        return _declined(others[0]) if not named_with_oscars or not frame.mentions else None
    if not bodies and not (season and (frame.first_named("film", "person"))):
        unknown = _unknown_award(frame, text)
        return _declined(unknown) if unknown else None
    if set(bodies) <= {"Cannes", "Venice"} and bodies and "best-picture" in frame.category_ids:
        return moments.parse(frame) or _declined(f"what {listed(bodies)} and the Oscars agreed on")
    awards = _narrowed(frame, text, bodies)
    if not awards:
        return _declined(f"the {listed(bodies) or 'other prizes'} of that year")
    what = f"{listed(bodies) or 'other prizes of the season'}"
    verdict = frame.texts[0] in ("did", "has", "was", "is", "does", "have") and frame.has(
        lexicon.WIN
    )
    return SeasonQuery(tuple(awards), what, verdict)


def _is_film(frame: Frame, name: str, text: str) -> bool:
    """Whether the name of an award or a contest is that of a film here: "F1"."""
    titled = any(
        m.sense("film") and " ".join(frame.texts[m.start : m.end]) == name for m in frame.mentions
    )
    if titled and frame.says(r"<film> (?:the )?(?:movie|film|picture)\b|(?:movie|film) <film>"):
        return True
    meant = frame.categories or frame.has(lexicon.FILM_NOUN) or re.search(_OSCARS, text)
    return titled and bool(meant) and frame.first_named("person") is None


def _narrowed(frame: Frame, text: str, bodies: Sequence[str]) -> list[SeasonAward]:
    found = [a for a in frame.almanac.season_awards if not bodies or a.body in bodies]
    told = _told_by(frame)
    year = told if told is not None else _season(frame, bodies)
    if year is not None:
        found = [a for a in found if a.ceremony in year]
    films = {i for s in frame.named_things("film") for i in s.ids}
    people = {
        fold(frame.almanac.people[i].name) for s in frame.named_things("person") for i in s.ids
    }
    if told is None:
        # Only what names the season itself does not narrow what was won in it.
        found = [a for a in found if not films or a.film_id in films]
        found = [a for a in found if not people or people & {fold(p) for p in a.people}]
    if year is None and not films and not people and found:
        latest = max(a.ceremony for a in found)
        found = [a for a in found if a.ceremony == latest]
    narrowed = [a for a in found if _same_prize(a, frame, text) or _of_genre(a, frame, text)]
    return narrowed if _names_prize(frame, text) else found


_BY_WINNER = (
    r"(?:the|that|same|in) (?:year|season) (?:that |when |in which |of )?<(?:film|person)>|"
    r"<film> season|season of <(?:film|person)>"
)


def _told_by(frame: Frame) -> set[int] | None:
    """Return the season that is told by who won an Oscar then; None where none is told so."""
    if not frame.says(_BY_WINNER):
        return None
    films = frozenset(i for s in frame.named_things("film") for i in s.ids)
    people = frozenset(i for s in frame.named_things("person") for i in s.ids)
    scope = Scope(people=people, won=True) if people else Scope(films=films)
    seasons = {award.ceremony for award in frame.almanac.season_awards}
    return {row.ceremony for row in scope.select(frame.almanac)} & seasons


def _names_prize(frame: Frame, text: str) -> bool:
    return bool(
        frame.category_ids
        or frame.categories
        or re.search(
            r"palme|golden lion|ensemble|cast|grand prix|jury|best \w+|feature|"
            r"performance|drama|comedy|animated|documentary",
            text,
        )
    )


def _of_genre(award: SeasonAward, frame: Frame, text: str) -> bool:
    """Whether an award is the one for films of a kind, where no other category is named."""
    genre = re.search(r"drama|comedy|musical", text)
    prize = fold(award.category)
    return bool(genre and not frame.categories and prize.startswith("motion") and genre[0] in prize)


# Prizes by how people call them, with the words that they have in the data.
_PRIZES = (
    (r"palme|palm d or", r"^palme"),
    (r"golden lion", r"golden lion"),
    (r"grand prix", r"grand prix"),
    (r"\b(?:cast|ensemble)\b", r"cast in|ensemble"),
    (r"british film(?! awards?)", r"british film"),
)


def _same_prize(award: SeasonAward, frame: Frame, text: str) -> bool:
    """Whether an award is the one the question names, by the words of its category."""
    prize = fold(award.category)
    ids = {i for c in frame.categories for i in c.ids}
    for asked, given in _PRIZES:
        if re.search(asked, text):
            return re.search(given, prize) is not None
    tests = (
        ("actor-leading", r"(?:leading |lead )?actor|actor(?:, .*)?|lead performance"),
        ("actress-leading", r"(?:leading |lead )?actress|lead performance"),
        ("actor-supporting", r"supporting actor|supporting performance"),
        ("actress-supporting", r"supporting actress|supporting performance"),
        ("directing", r"direct(?:or|ing)|theatrical feature"),
        (
            "best-picture",
            (
                r"best film|picture|feature|motion picture|best picture|"
                r"theatrical motion picture|palme d or|golden lion"
            ),
        ),
        ("original-screenplay", r"original screenplay|(?<!adapted )screenplay"),
        ("adapted-screenplay", r"adapted screenplay|(?<!original )screenplay"),
        ("animated-feature", r"animat"),
        ("international-feature", r"not in the english|foreign|international|non english"),
        ("documentary-feature", r"documentary"),
        ("cinematography", r"cinematography"),
        ("film-editing", r"editing"),
        ("original-score", r"score"),
        ("original-song", r"song"),
        ("production-design", r"production design"),
        ("costume-design", r"costume"),
        ("makeup-and-hairstyling", r"make ?up|hair"),
        ("visual-effects", r"visual effects"),
        ("sound", r"sound"),
        ("casting", r"casting"),
    )
    for category, pattern in tests:
        if category in ids and re.search(rf"\b(?:{pattern})", prize):
            support = "support" in prize
            if category.endswith("leading") and (
                support or (category.startswith("actor") and "actress" in prize)
            ):
                continue
            if category == "best-picture" and re.search(
                r"animat|document|international|british|debut|first|not in|director", prize
            ):
                continue
            if re.search(r"drama|comedy|musical", text) and not all(
                w in prize for w in re.findall(r"drama|comedy|musical", text)[:1]
            ):
                continue
            return True
    return False


def _season(frame: Frame, bodies: Sequence[str]) -> set[int] | None:
    if frame.period is None:
        return None
    when = frame.period.when
    if when.numbers:
        editions = {
            a.ceremony
            for a in frame.almanac.season_awards
            if any(a.edition == ordinal(n) for n in when.numbers) and a.body in bodies
        }
        return editions or set(when.numbers)
    if when.relative:
        return set(frame.period.ceremonies)
    held = {
        a.ceremony
        for a in frame.almanac.season_awards
        if (not bodies or a.body in bodies)
        and (a.held_on.year if a.held_on else _film_year(a, frame)) == when.first
    }
    return held or ({*frame.period.ceremonies} if not bodies else set())


def _film_year(award: SeasonAward, frame: Frame) -> int:
    return frame.almanac.ceremonies[award.ceremony].film_years[-1]


def _unknown_award(frame: Frame, text: str) -> str | None:
    """Return an award named by words that are unknown here: "... Sahitya Academy Award"."""
    found = re.search(r"\b(\w+(?: \w+)?) (?:academy )?awards?\b", text)
    if not found or (frame.mentions and frame.has(lexicon.WIN)):
        return None
    unknown = {word.text for word in frame.unknown}
    words = found[1].split()
    if words[-1] in unknown - {"televised"}:
        return found[0]
    return None


def _declined(award: str) -> Decline:
    return Decline(
        f"I know the Academy Awards, and some prizes of the last two seasons; {award} is "
        "not on record here.",
        (
            "who won best picture at the 98th Oscars",
            "who won best actress at the BAFTAs 2025",
        ),
        understood=f"an award that is not in the store: {award}",
    )


def _line(award: SeasonAward) -> str:
    people = listed(award.people)
    body = f"{award.body} ({award.edition}{f', {award.held_on.year}' if award.held_on else ''})"
    subject = f"{people} for {award.film}" if people and award.film else people or award.film or ""
    return f"{award.category} of {body}: {subject}"
