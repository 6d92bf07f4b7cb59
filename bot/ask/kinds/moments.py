"""What happened on the nights: speeches, firsts, facts, found by the words they share."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from rapidfuzz.distance import OSA

from bot.ask import lexicon
from bot.ask.frame import Frame
from bot.ask.moment_vocabulary import ORDINALS, TRAITS, folded
from bot.ask.moment_words import MomentWords, Wording
from bot.ask.query import Answer, Decline, Query, Scope
from bot.ask.say import briefly
from bot.cards import addresses
from bot.cards.card import Link
from bot.library import Shelf
from bot.models import Moment
from bot.names.fold import fold
from bot.store.almanac import Almanac

ENOUGH, CLEAR_LEAD = 0.72, 0.08
RARE = 3.8
"""The weight of a word that hardly any moment is told by, so that it alone tells one."""

_ASKED_FOR = lexicon.HOST | lexicon.words(
    "many number else nominee nominees nominations contenders presenter presenters presented"
)
"""What asks for more than a moment, unless the moment tells of just that."""

FITTING, CLEAR_FIT = 0.72, 0.02
NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class MomentQuery:
    """A moment of a night that the question speaks of."""

    moment: Moment

    def told(self, almanac: Almanac) -> str:  # noqa: ARG002  (every query can be told)
        """Return how the question was understood."""
        return f"a moment of a night: {self.moment.heading}"

    def answer(self, shelf: Shelf) -> Answer:
        """Tell it."""
        ceremony = shelf.almanac.ceremonies[self.moment.ceremony]
        return Answer(
            f"{self.moment.text} ({briefly(ceremony)})",
            links=(Link("The night", addresses.ceremony(self.moment.ceremony, "moments")),),
        )


def parse_first(frame: Frame) -> Query | None:
    """Recognise a first or an extreme that the awards alone cannot tell: age, origin, colour."""
    asked = _Asked.of(frame)
    if _misread(frame) or (not asked.traits and not asked.ordinals & {"youngest", "oldest"}):
        return None
    asks = frame.says(r"who|which|what|has|have|any|is there|list|name") or not frame.verdict
    if not asked.ordinals and not asks:
        return None
    numbers = _one_night(frame)
    ids = frame.scope_ids or {i for c in frame.categories for i in c.ids if i == "original-song"}
    found = [
        (share + fit / 2, moment)
        for moment in frame.almanac.moments
        if moment.kind != "speech"
        and (not numbers or moment.ceremony in numbers)
        and (not ids or moment.category_id is None or moment.category_id in ids)
        and (share := asked.share(moment)) >= ENOUGH
        and (fit := asked.fit(moment)) >= FITTING
    ]
    found.sort(key=lambda pair: -pair[0])
    if not found or (len(found) > 1 and found[0][0] - found[1][0] < CLEAR_FIT):
        return None
    return MomentQuery(found[0][1])


def _one_night(frame: Frame) -> frozenset[int]:
    """Return the ceremonies that one time named can mean; none where it names no one night."""
    period = frame.period
    if period is None or period.is_span or period.when.numbers == (1,):
        return frozenset()
    return frozenset((*period.ceremonies, *period.others))


def _misread(frame: Frame) -> bool:
    """Whether a word far from it was taken for one that sets a winner apart."""
    return any(
        word.mended
        and OSA.distance(word.typed.lower(), word.text) > 1
        and not TRAITS.isdisjoint(folded([word.text]))
        for word in frame.words
    )


@dataclass(frozen=True)
class _Asked:
    """A first that is asked for: what sets it apart, and which one of the kind it is.

    traits, ordinals: words of `TRAITS` and of `ORDINALS`. implied: traits that words such as
    "actress" have in them. named: whether a category is named. nominated: whether a nomination
    is enough, as opposed to a win.
    """

    words: MomentWords
    weights: Mapping[str, float]
    traits: frozenset[str]
    implied: frozenset[str]
    ordinals: frozenset[str]
    named: bool
    nominated: bool

    @classmethod
    def of(cls, frame: Frame) -> "_Asked":
        """Return what a question asks, by its words outside times."""
        timed = {at for time in frame.times for at in range(time.start, time.end)}
        typed = [word.text for at, word in enumerate(frame.words) if at not in timed]
        named = {at for c in frame.categories if c.sure for at in range(c.start, c.end)}
        free = frozenset(folded([w.text for at, w in enumerate(frame.words) if at not in named]))
        words = frame.spotter.moment_words
        if free & ORDINALS and not frame.has(lexicon.WIN, lexicon.NOMINATE):
            typed.append("won")  # "the first Black best actress"
        return cls(
            words,
            words.asked(typed, NOTHING),
            free & TRAITS,
            frozenset({"woman"}) if "actress" in " ".join(typed) else frozenset(),
            (free - {"many"} | (free & {"many"} if frame.says("how many") else set())) & ORDINALS,
            bool(frame.category_ids) or any("original-song" in c.ids for c in frame.categories),
            "nominated" in folded(typed),
        )

    def share(self, moment: Moment) -> float:
        """Return which share of what is asked a moment tells; 0 where it lacks a trait."""
        if not self.words.has(moment, self.traits | self.ordinals):
            return 0.0
        return self.words.share(self.weights, moment)

    def same_place(self, moment: Moment) -> bool:
        """Whether a moment tells no first or extreme, or one that is asked for."""
        return any(
            wording.words & (ORDINALS - {"many"}) <= self.ordinals
            for wording in self.words.wordings(moment)
        )

    def fit(self, moment: Moment) -> float:
        """Return how well the best wording of a moment fits, from 0 to 1."""
        return max(self._fit(wording) for wording in self.words.wordings(moment))

    def _fit(self, wording: Wording) -> float:
        told = wording.words
        if told & ORDINALS != self.ordinals or told & TRAITS - self.traits - self.implied:
            return 0.0
        if ("best" in told and not self.named) or ("nominated" in told) != self.nominated:
            return 0.0
        return wording.fit(self.weights)


def parse_claim(frame: Frame) -> Query | None:
    """Recognise a statement on a night, which the moment then confirms or puts right."""
    if frame.says(r"(?:songs?|films?|movies?|roles?) <person> (?:won|got|has|was)"):
        return None
    verb = frame.says(r"was|were|won|had|took|got|lost|beat|is|are|did|gave|made|led|became")
    if (
        not frame.is_statement
        or (frame.claimed is not None and not frame.says("already|by the time"))
        or len(frame.words) < 6
        or not verb
        or not frame.mentions
        or frame.says(r"^(?:\w+ )?(?:oscars?|awards?|nominations?|wins?) (?:won )?(?:for|of|by)\b")
    ):
        return None
    if frame.cues & ({*lexicon.ORDINALS} | lexicon.FIRST | lexicon.PLAY):
        return None
    if frame.category_ids and frame.has(lexicon.WIN, lexicon.NOMINATE):
        return None  # who won what is for the record to tell
    return _best(frame, frame.almanac.moments, enough=0.85)


def parse_told(frame: Frame) -> Query | None:
    """Recognise what somebody said or did on a night."""
    if not frame.says(_TOLD):
        return None
    told = parse(frame)
    if told is None and frame.says(_THERE):
        return Decline(
            "Who was there that night, and who accepted the award for whom, is not on record here.",
            understood="who was there on a night",
        )
    if told is None and frame.says(_SAID) and _has_won(frame):
        return Decline("That speech is not on record here.", understood="the words of a speech")
    return told


def _has_won(frame: Frame) -> bool:
    """Whether the person named won, for the film named if there is one: there was a speech then."""
    people = frozenset(i for sense in frame.named_things("person") for i in sense.ids)
    films = frozenset(i for sense in frame.named_things("film") for i in sense.ids)
    return bool(Scope(people=people, films=films or None, won=True).select(frame.almanac))


_THERE = (
    r"where (?:\w+ ){0,3}was <person>(?: when| while| that| on| during|$)|"
    r"why (?:wasnt|was|isnt) <person> (?:\w+ )?(?:there|present|absent|missing)|"
    r"(?:was|were) <person> (?:\w+ )?(?:there|present|absent)\b|"
    r"(?:accepted|collected|picked up|went|took) (?:\w+ ){0,4}(?:for|on behalf of) <person>"
    r"(?: when| while|$)"
)
_SAID = (
    r"(?:what|whom?) (?:did|does) <person> (?:\w+ ){0,2}?(?:say|thank|dedicate|mention)|"
    r"what <person> said|what (?:did|does) <person> \w+ in (?:his|her|the) (?:\w+ )?speech|"
    r"<person> (?:\w+ ){0,2}speech|speech (?:of|by) <person>"
)
_FOR_HIM = (
    r"who (?:\w+ )?(?:accepted|collected|picked up|received|fetched|took|went) (?:his|her|their|"
    r"<person>|(?:\w+ ){1,4}(?:for|on behalf of) <person>)"
)
_DEEDS = (("accepted", _FOR_HIM), ("speech", _SAID))
"""Words that a moment must be told by, with the patterns of the questions after them."""

_TOLD = (
    r"what (?:did|does) <person> do\b|stage for <person>|"
    r"how long (?:was|did|is) (?:the )?(?:<time>|(?:\w+ )?(?:show|ceremony|oscars?|academy|"
    r"telecast|broadcast|awards))|where (?:\w+ ){0,3}was <person>|did (?:\S+ ){1,5}ask\b|"
    r"(?:was|were) <person> (?:\w+ )?(?:there|present|absent)\b|"
    r"did <person> (?:skip|miss|attend)|wh(?:y|ere) (?:wasnt|was|is|didnt|did) <person>|absent|"
    r"(?:wasnt|was not|werent|not) (?:\w+ )?(?:there|present|around)|<person> (?:asked?|missing)|"
    r"accept(?:ed)? (?:\w+ ){0,4}(?:for|on behalf of) <person>|ratings|"
    r"(?:accepted|collected|picked up|received) <person> \w+|already|"
    r"who asked\b|naked|nude|"
    r"on (?:tv|television)|spoke|speech|said|say|thank|joked|joke|dedicat|slap|"
    r"audience|viewers|viewership|watched|tuned in|stream|teas(?:e|ed)|made fun|reminded|"
    r"(?:announced?|read|reading|unveiled?|revealed?) (?:out )?the (?:\S+ )?(?:\w+ )?nomin|"
    r"why (?:was|were|did) the (?:<time>|ceremony|show|oscars?|academy)|"
    r"who (?:produced|were the producers of) (?:the )?(?:<time>|show|oscars|ceremony|telecast)"
    r"(?: show| ceremony| telecast|$)|carried|threw|toss|streak|performed live|nominated songs|"
    r"refus|declin|turned (?:it |down)|reject|envelope|"
    r"first (?:time )?(?:televised|broadcast)|televised"
)


_WHO_WAS = r"(?:who|whom) (?:was|were) (?:\w+ ){0,2}(?:on|at|in|beside|near|with)\b"
_WHEN = r"(?:which|what) (?:year|ceremony|oscars|edition|night)|when (?:was|did|were)"


def parse(frame: Frame) -> Query | None:
    """Recognise anything else that a moment tells, where most of the words agree."""
    if not frame.mentions and not frame.times and len(frame.words) < 3:
        return None
    if _misread(frame):
        return None
    pool = frame.almanac.moments
    if numbers := _one_night(frame):
        pool = [m for m in pool if m.ceremony in numbers]
    if frame.asks and frame.category_ids and frame.has(lexicon.WON):
        pool = [m for m in pool if m.category_id in frame.scope_ids and (m.film_id or m.people)]
    if frame.category_ids:
        pool = [m for m in pool if m.category_id is None or m.category_id in frame.scope_ids]
    if frame.says(_WHO_WAS):
        pool = [m for m in pool if m.people]
    asked = _Asked.of(frame)
    if asked.traits and asked.ordinals:
        pool = [m for m in pool if m.kind != "first"]
    timed = {text for time in frame.times for text in frame.texts[time.start : time.end]}
    place = asked.ordinals - {"many"} - timed
    won = {"win"} if asked.traits and place and frame.has(lexicon.WIN) else set()
    return _best(frame, [m for m in pool if asked.same_place(m)], must=place | won)


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
    night = frame.says(_WHEN) or (frame.period is not None and not frame.period.is_span)
    one_night = night and frame.says(_TOLD)
    rare = frame.says(_TOLD) and all(weight > RARE for weight in asked.values())
    if len(asked) < (1 if must or one_night or rare else 2):
        return None
    told = {*must, *(_ASKED_FOR & set(typed))}
    told |= {word for word, pattern in _DEEDS if frame.says(pattern)}
    near = _nearest(words, asked, pool, told, enough)
    if not near:
        return None
    best = near[0]
    if all(moment.heading == best.heading for moment in near):
        # What is on record for every night is asked of the latest, where none is named.
        return MomentQuery(max(near, key=lambda moment: moment.ceremony))
    return MomentQuery(best) if all(m.ceremony == best.ceremony for m in near) else None


def night_of(words: MomentWords, typed: Sequence[str], almanac: Almanac) -> int | None:
    """Return the ceremony on which happened what some words tell; None where that is unclear."""
    asked = words.asked(typed, NOTHING)
    if not asked:
        return None
    pool = [moment for moment in almanac.moments if moment.kind != "speech"]
    near = _nearest(words, asked, pool, ORDINALS & set(folded(typed)), ENOUGH)
    nights = {moment.ceremony for moment in near}
    return nights.pop() if len(nights) == 1 else None


def _nearest(
    words: MomentWords,
    asked: Mapping[str, float],
    pool: Iterable[Moment],
    must: Collection[str],
    enough: float,
) -> list[Moment]:
    """Return the moments that hold most of what is asked, the best first, if any hold enough."""
    told = (m for m in pool if words.has(m, must) and words.happened(asked, m))
    shares = [(words.share(asked, m), m) for m in told]
    scored = [
        (share + words.fit(asked, m) / 3 + words.topic_share(asked, m) / 6, m)
        for share, m in shares
        if share >= enough
    ]
    scored.sort(key=lambda pair: -pair[0])
    return [m for score, m in scored if scored[0][0] - score < CLEAR_LEAD]
