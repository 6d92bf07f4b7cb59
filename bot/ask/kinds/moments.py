"""What happened on the nights: speeches, firsts, facts, found by the words they share."""

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from rapidfuzz.distance import OSA

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

# Words that no moment is told by; the names and the rest are what counts.
_EMPTY = lexicon.words(
    "who what which when where how did do does was were is are the a an of in at on for to and or by with that this "
    "ever it its his her their he she they him them oscar oscars academy award awards ceremony night show person people "
    "one someone somebody name tell me about s get got won win winner wins winning best film movie there been has have had "
    "any at as from be be won't all time history year years out up into so many much long over"
)
_SAME = {
    "actress": "actor", "actresses": "actor", "actors": "actor", "male": "man", "female": "woman", "women": "woman",
    "men": "man", "african": "black", "american": "american", "latino": "latina", "hispanic": "latina",
    "colour": "color", "coloured": "color", "colored": "color", "youngest": "youngest", "oldest": "oldest",
    "posthumously": "posthumous", "directing": "director", "direction": "director", "directed": "director",
    "nominee": "nominated", "nomination": "nominated", "nominations": "nominated", "viewers": "audience", "ratings": "audience",
    "watched": "audience", "viewership": "audience", "slapped": "slap", "slaps": "slap", "hit": "slap", "punched": "slap",
    "spoke": "speech", "speak": "speech", "say": "speech", "said": "speech", "says": "speech", "thanked": "thank", "thanks": "thank",
    "dedicated": "dedicate", "gum": "gum", "threw": "toss", "throw": "toss", "tossed": "toss", "naked": "streaker", "streaked": "streaker",
    "refuse": "refused", "declined": "refused", "decline": "refused", "turned": "refused", "rejected": "refused", "reject": "refused",
    "films": "film", "movies": "film", "streamed": "stream", "streaming": "stream", "duration": "length",
    "televised": "televised", "television": "televised", "tv": "televised", "wrong": "wrong", "mistake": "wrong", "mistakenly": "wrong",
    "envelopes": "envelope", "postponed": "postpone", "delayed": "postpone", "moved": "postpone", "asian": "asian",
    "lgbtq": "trans", "transgender": "trans", "animation": "animated", "silent": "silent", "composer": "score",
    "tease": "fun", "teased": "fun", "mocked": "fun", "comedian": "host", "announced": "announced", "kids": "children",
    "read": "announced", "reminded": "told", "remind": "told",
}  # fmt: skip


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
    if not special or not frame.has({"first", "youngest", "oldest", "only", "posthumous", "posthumously", "longest", "shortest", "second", "who", "last"}):
        return None
    pool = [m for m in frame.almanac.moments if m.kind in ("first", "fact")]
    if frame.category_ids:
        pool = [m for m in pool if m.category_id in frame.scope_ids] or pool
    return _best(frame, pool, must=special)


def parse_claim(frame: Frame) -> Query | None:
    """Recognise a statement on a night, which the moment then confirms or puts right."""
    verb = frame.says(r"was|were|won|had|took|got|lost|beat|is|are|did|gave|made|led|became")
    if not frame.is_statement or frame.claimed is not None or len(frame.words) < 6 or not verb or not frame.mentions:
        return None
    if frame.cues & ({*lexicon.ORDINALS} | lexicon.FIRST | lexicon.PLAY):
        return None
    return _best(frame, list(frame.almanac.moments), must=frozenset(), enough=0.85)


def parse_told(frame: Frame) -> Query | None:
    """Recognise what somebody said or did on a night."""
    if not frame.says(r"on (?:tv|television)|spoke|speech|said|say|thank|joked|joke|dedicat|slap|audience|viewers|watched|how long (?:was|did) the (?:show|ceremony|oscars|telecast)|stream|teas(?:e|ed)|made fun|reminded|announced the nominations|carried|threw|toss|streak|performed live|nominated songs|refus|declin|turned (?:it |down)|reject|envelope|first (?:time )?(?:televised|broadcast)|televised"):
        return None
    return parse(frame)


def parse(frame: Frame) -> Query | None:
    """Recognise anything else that a moment tells, where most of the words agree."""
    if not frame.mentions and not frame.times and len(frame.words) < 3:
        return None
    pool = list(frame.almanac.moments)
    first_night = frame.period is not None and frame.period.when.numbers == (1,)
    if frame.period is not None and not frame.period.is_span and not first_night:
        numbers = {*frame.period.ceremonies, *frame.period.others}
        pool = [m for m in pool if m.ceremony in numbers]
    return _best(frame, pool, must=frozenset())


_SPECIAL = lexicon.words(
    "woman women female black african asian korean latina latino hispanic muslim native indigenous deaf blind youngest oldest "
    "bond alone own posthumous posthumously silent color colour animated superhero streaming rated rating trans transgender openly language english foreign "
    "speech performance american puerto chinese rapper"
)


def first_of(frame: Frame, word: str, country: str) -> Query | None:
    """Return the first that a country had. word: as the question has it, "latvian"."""
    firsts = [m for m in frame.almanac.moments if m.kind == "first"]
    name = fold(country).split()[0]
    return _best(frame, firsts, must=frozenset({name}), same={word: name})


def _best(
    frame: Frame,
    pool: list[Moment],
    must: frozenset[str],
    enough: float = ENOUGH,
    same: Mapping[str, str] = _SAME,
) -> Query | None:
    """Return the moment that holds most of what is asked, where it holds enough and clearly most.

    must: words it has to hold. same: words of the question and what they stand for.
    """
    timed = {at for time in frame.times for at in range(time.start, time.end)}
    asked = [w.text for at, w in enumerate(frame.words) if at not in timed and w.text not in _EMPTY]
    if frame.period is not None and frame.period.when.numbers == (1,):
        asked.append("first")
    wanted = {same.get(word, _SAME.get(word, word)) for word in asked}
    if len(wanted) < 2 and not must:
        return None
    weights = _weights(frame.almanac)
    total = sum(weights.get(_stem(word)) or _strangeness(word) for word in wanted)
    scored = []
    for moment in pool:
        have = _words(moment, frame.almanac)
        if must and not all(_stem(_SAME.get(word, word)) in have for word in must):
            continue
        share = sum(weights.get(_stem(w)) or _strangeness(w) for w in wanted if _held(_stem(w), have)) / total
        scored.append((share, moment))
    scored.sort(key=lambda pair: -pair[0])
    if not scored or scored[0][0] < enough:
        return None
    lead = scored[0][0] - scored[1][0] if len(scored) > 1 else 1.0
    if lead < CLEAR_LEAD and scored[0][1].ceremony != scored[1][1].ceremony:
        return None
    return MomentQuery(scored[0][1])


def _words(moment: Moment, almanac: Almanac) -> set[str]:
    category = almanac.categories[moment.category_id].name if moment.category_id else ""
    film = almanac.films[moment.film_id].title if moment.film_id else ""
    text = fold(f"{moment.topic} {moment.text} {' '.join(moment.people)} {category} {film} {moment.kind}")
    return {_stem(_SAME.get(word, word)) for word in text.split()}


def _weights(almanac: Almanac) -> dict[str, float]:
    counts = Counter(word for moment in almanac.moments for word in _words(moment, almanac))
    return {word: math.log(1 + len(almanac.moments) / n) for word, n in counts.items()}


def _strangeness(word: str) -> float:
    """Return the weight of a word that no moment has: little for one that says nothing."""
    return 1.0 if word in lexicon.FILLER else 3.0 if word in lexicon.KNOWN else 6.0


def _held(word: str, have: set[str]) -> bool:
    return word in have or (
        len(word) > 5 and any(OSA.distance(word, other, score_cutoff=1) <= 1 for other in have if other[0] == word[0])
    )


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 3:
            return word[: -len(ending)]
    return word
