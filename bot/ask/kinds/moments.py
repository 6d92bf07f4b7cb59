"""What happened on the nights: speeches, firsts, facts, found by the words they share."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bot.ask import lexicon
from bot.ask.frame import Frame
from bot.ask.query import Answer, Query
from bot.ask.say import briefly
from bot.cards import addresses
from bot.cards.card import Link
from bot.library import Shelf
from bot.models import Moment
from bot.names.fold import fold
from bot.store.almanac import Almanac

ENOUGH, CLEAR_LEAD = 0.72, 0.08
NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class MomentQuery:
    """A moment of a night that the question speaks of."""

    moment: Moment

    def told(self, almanac: Almanac) -> str:  # noqa: ARG002  (every query can be told)
        """Return how the question was understood."""
        return f"a moment of a night: {self.moment.topic}"

    def answer(self, shelf: Shelf) -> Answer:
        """Tell it."""
        ceremony = shelf.almanac.ceremonies[self.moment.ceremony]
        return Answer(
            f"{self.moment.text} ({briefly(ceremony)})",
            links=(Link("The night", addresses.ceremony(self.moment.ceremony, "moments")),),
        )


def parse_first(frame: Frame) -> Query | None:
    """Recognise a first or an extreme that the awards alone cannot tell: age, origin, colour."""
    special = frame.free_set & _SPECIAL
    if not special or not frame.has(
        {
            "first",
            "youngest",
            "oldest",
            "only",
            "posthumous",
            "posthumously",
            "longest",
            "shortest",
            "second",
            "who",
            "last",
        }
    ):
        return None
    pool = [m for m in frame.almanac.moments if m.kind in ("first", "fact")]
    if frame.category_ids:
        pool = [m for m in pool if m.category_id in frame.scope_ids] or pool
    return _best(frame, pool, must=special)


def parse_claim(frame: Frame) -> Query | None:
    """Recognise a statement on a night, which the moment then confirms or puts right."""
    verb = frame.says(r"was|were|won|had|took|got|lost|beat|is|are|did|gave|made|led|became")
    if (
        not frame.is_statement
        or frame.claimed is not None
        or len(frame.words) < 6
        or not verb
        or not frame.mentions
    ):
        return None
    if frame.cues & ({*lexicon.ORDINALS} | lexicon.FIRST | lexicon.PLAY):
        return None
    return _best(frame, frame.almanac.moments, enough=0.85)


def parse_told(frame: Frame) -> Query | None:
    """Recognise what somebody said or did on a night."""
    if not frame.says(
        r"on (?:tv|television)|spoke|speech|said|say|thank|joked|joke|dedicat|slap|"
        r"audience|viewers|watched|how long (?:was|did) the (?:show|ceremony|oscars|"
        r"telecast)|stream|teas(?:e|ed)|made fun|reminded|announced the nominations|"
        r"carried|threw|toss|streak|performed live|nominated songs|refus|declin|turned "
        r"(?:it |down)|reject|envelope|first (?:time )?(?:televised|broadcast)|televised"
    ):
        return None
    return parse(frame)


def parse(frame: Frame) -> Query | None:
    """Recognise anything else that a moment tells, where most of the words agree."""
    if not frame.mentions and not frame.times and len(frame.words) < 3:
        return None
    pool = frame.almanac.moments
    first_night = frame.period is not None and frame.period.when.numbers == (1,)
    if frame.period is not None and not frame.period.is_span and not first_night:
        numbers = {*frame.period.ceremonies, *frame.period.others}
        pool = [m for m in pool if m.ceremony in numbers]
    return _best(frame, pool)


_SPECIAL = lexicon.words(
    "woman women female black african asian korean latina latino hispanic muslim native indigenous "
    "deaf blind youngest oldest bond alone own posthumous posthumously silent color colour "
    "animated superhero streaming rated rating trans transgender openly language english foreign "
    "speech performance american puerto chinese rapper"
)


def first_of(frame: Frame, word: str, country: str) -> Query | None:
    """Return the first that a country had. word: as the question has it, "latvian"."""
    firsts = [m for m in frame.almanac.moments if m.kind == "first"]
    name = fold(country).split()[0]
    return _best(frame, firsts, must={name}, same={word: name})


def _best(
    frame: Frame,
    pool: Iterable[Moment],
    must: Collection[str] = (),
    enough: float = ENOUGH,
    same: Mapping[str, str] = NOTHING,
) -> Query | None:
    """Return the moment that holds most of what is asked, where it holds enough and clearly most.

    must: words it has to hold. same: words of the question with what they stand for.
    """
    words = frame.spotter.moment_words
    timed = {at for time in frame.times for at in range(time.start, time.end)}
    typed = [word.text for at, word in enumerate(frame.words) if at not in timed]
    if frame.period is not None and frame.period.when.numbers == (1,):
        typed.append("first")
    asked = words.asked(typed, same)
    if len(asked) < (1 if must else 2):
        return None
    scored = [(words.share(asked, m), m) for m in pool if words.has(m, must)]
    scored.sort(key=lambda pair: -pair[0])
    if not scored or scored[0][0] < enough:
        return None
    lead = scored[0][0] - scored[1][0] if len(scored) > 1 else 1.0
    if lead < CLEAR_LEAD and scored[0][1].ceremony != scored[1][1].ceremony:
        return None
    return MomentQuery(scored[0][1])
