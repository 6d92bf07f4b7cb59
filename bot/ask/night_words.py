"""What happened on the nights told in full, by the words that people use for it.

A night is told in full where it is on record who presented and performed. Moments and appearances
are one here: each is something told, with the words it can be found by. Some words tell a deed: a
question on an award shares names with what is told, never a deed.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from bot.ask import lexicon
from bot.ask.moment_vocabulary import PHRASES, folded
from bot.models import Appearance, Moment
from bot.names.fold import fold
from bot.store.almanac import Almanac
from bot.wording import listed

_GROUPS = {
    "win": " ".join(lexicon.WIN - {"given", "accepted", "accept", "voted"}),
    "present": "present presents presented presenter presenters presenting handed hand handing "
    "hands announce announces announced announcing introduce introduces introduced introducing "
    "read reads reading deliver delivered revealed unveiled presentation",
    "perform": "perform performs performed performer performers performing performance "
    "performances sing sings sang sung singing singer singers vocalist covered cover belted "
    "vocals",
    "dance": "dance danced dances dancer dancers dancing ballerina ballet",
    "song": "song songs music musical tune track number numbers ballad hit",
    "tribute": "tribute tributes honor honour honors honours honored honoured honoring honouring "
    "homage remember remembered remembers remembering memory eulogy eulogised eulogized "
    "respects celebrated celebrate celebrating commemorated",
    "memorial": "memorial memoriam farewell",
    "speech": "speech speeches acceptance thank thanked thanking",
    "say": "say says said saying tell tells told spoke speak speaks speaking talk talked talking "
    "mention mentioned mentions shout shouted shouting shoutout yell yelled scream screamed "
    "remark remarks message podium addressed stated declared proclaimed call calls called wish "
    "wished wishes hope hoped hopes",
    "dedicate": "dedicate dedicated dedicates dedicating dedication",
    "joke": "joke joked jokes joking quip quipped gag gags kidding prank",
    "plea": "plead pleaded plea urge urged beg begged begging appeal appealed",
    "pray": "pray prayed prayer praying",
    "quote": "quote quoted quoting quotes cite cited citing",
    "equal": "equal equals equaled equalled match matched matches",
    "break": "break breaks broke broken beat beats surpassed",
    "play": "play plays played playing",
    "host": "host hosts hosted hosting emcee emceed mc presided cohost cohosted",
    "announcer": "announcer narrator narrated narration voice voiceover offstage",
    "mother": "mother mom mum mama mommy",
    "child": "child children kid kids baby babies",
    "partner": "partner girlfriend wife spouse boyfriend husband",
    "lift": "lift elevator",
    "parody": "parody spoof spoofed spoofing parodied parodying sketch skit sendup mocked spoofs",
    "open": "open opens opened opening opener start starts started starting began begin begins "
    "beginning kick kicked kickoff",
    "fire": "fire fires wildfire wildfires firefighter firefighters fireman firemen",
    "clothes": "clothes outfit costume dressed dress wear wearing wore worn gown suit uniform",
    "late": "delayed delay delays postponed postpone pushed late rescheduled",
    "replace": "replace replaced replaces replacement substitute substituted filled stood stepped",
    "america": "america american americans usa us stateside",
    "number of": "many",
    "again": "again reunion reunited reunite reuniting",
    "boo": "boo booed booing boos",
    "apology": "apologise apologised apologize apologized apology sorry regret",
    "produce": "produce produced producer producers producing",
    "toss": "toss tossed throw threw throws throwing thrown chuck chucked flung spat lobbed",
    "catch": "catch caught",
    "stream": "stream streamed streaming streamer streams livestream livestreamed",
    "lose": "lose lost losing loses losses loss",
    "nominate": "nominate nominated nominee nominees nomination nominations nods nod",
    "length": "length runtime duration lasted",
    "audience": "audience audiences viewers viewership ratings watched watch crowd tuned",
    "trans": "trans transgender",
    "politics": "politics political activism activist",
    "ask": "ask asks asked asking",
    "accepted": "accepted accept accepts accepting behalf",
    "absent": "absent absence missing skip skipped attend attended present there",
    "country": "country nation countries",
}
_GROUPS["absent"] = "absent absence missing skip skipped attend attended miss"
_MEANT = {word: meant for meant, words in _GROUPS.items() for word in words.split()}
_PHRASES = (
    *PHRASES,
    ("who gave", "present"),
    ("to give", "present"),
    ("gave which", "present"),
    ("gave what", "present"),
    ("tuned in", "audience"),
    ("how long between", "years between"),
    ("tell me", ""),
    ("tell us", ""),
    ("how many awards were there", "categorycount"),
    ("how many awards were given", "categorycount"),
    ("how many awards were handed", "categorycount"),
    ("how many awards were presented", "categorycount"),
    ("how many awards did they", "categorycount"),
    ("gave out", "present"),
    ("gives out", "present"),
    ("what time", "start"),
    ("voice of god", "announcer"),
    ("from whom", "present"),
    ("by whom", "present"),
    ("from who", "present"),
    ("took over", "replace"),
    ("takes over", "replace"),
    ("cut off", "cutoff"),
    ("cut short", "cutoff"),
    ("played off", "cutoff"),
    ("in memoriam", "memorial"),
    ("left handed", "lefthanded"),
    ("right handed", "righthanded"),
    ("empty handed", "nothing"),
    ("how many categories", "categorycount"),
    ("number of categories", "categorycount"),
    ("mates", "friends"),
)

_LIGHT = {
    "present": 1.5,
    "perform": 1.5,
    "speech": 1.0,
    "say": 1.0,
    "joke": 1.5,
    "play": 1.2,
    "ask": 0.6,
    "open": 1.5,
    "tribute": 1.5,
    "win": 0.5,
    "song": 1.2,
    "number of": 0.6,
    "again": 2.0,
}
"""How much the commonest deeds tell, as far as it is not by how often they were done."""

_EMPTY = (
    (
        (
            lexicon.FILLER
            | lexicon.AWARD
            | lexicon.words("while during whose theirs himself herself")
        )
        - lexicon.words("joking birthday opened began host")
    )
    | lexicon.OWN
    | lexicon.words(
        "film movie movies films together bit own onto big biggest sort show holder holders"
    )
)
_DESCRIBING = (
    lexicon.PERSON_NOUN
    | frozenset(lexicon.NUMBERS)
    | lexicon.words(
        "actor actress actors actresses director comedian comic winner winners producer composer "
        "writer celebrity celebs celeb stars singer couple pair duo trio legend kpop musician rock "
        "band cast both ones woman man hollywood famous veteran british old new young only"
    )
)
"""What tells only of what kind those asked about are; a night is not told by it."""

_DEEDS = (
    frozenset(_GROUPS)
    - lexicon.words("win nominate lose song country host produce america again mother play break")
    - {"number of"}
) | lexicon.words("cutoff categorycount")
COMMONEST = frozenset(_LIGHT)
"""What many do on every night, so that it alone tells nothing."""
MUST = lexicon.words("present perform dance speech announcer audience length nominate lose stream")
"""What is not told of something that has no such word."""
MEASURED = lexicon.words("length audience stream")
"""What other things have too, so that it tells a night only where one is named."""

_NO_DEEDS = _DESCRIBING | lexicon.words(
    "work worked works working made making held same won oscars performer performers performance "
    "performances singer singers longest shortest youngest oldest minute minutes hour hours"
)
_CAPITAL = re.compile(r"(?<=[^.!?:] )[A-Z]\w+")
UNKNOWN, KNOWN, DESCRIBING, AWARD = 5.0, 2.5, 0.6, 3.0


@dataclass(frozen=True)
class Told:
    """Something told of a night.

    kind: of the moment, or the role of those who appeared. note: what else is told. names: its
    words that are in names. wordings: the words of each way to tell it.
    """

    ceremony: int
    kind: str
    heading: str
    text: str
    note: str
    categories: frozenset[str]
    words: frozenset[str]
    names: frozenset[str]
    wordings: tuple[frozenset[str], ...]


def spelt(text: str) -> list[str]:
    """Return the words of a text, several that stand for one put as that one."""
    plain = f" {fold(text)} "
    for phrase, word in _PHRASES:
        plain = plain.replace(f" {phrase} ", f" {word} ")
    return plain.split()


def tokens(text: str) -> list[str]:
    """Return the words of a text as things are found by: one for those of one meaning."""
    return [token(word) for word in spelt(text)]


def token(word: str) -> str:
    """Return what stands for a word."""
    if word in _MEANT:
        return _MEANT[word]
    same = folded([word])
    return _MEANT.get(same[0], _stem(same[0])) if same else word


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) > 2 and not word.endswith("ss"):
            word = word[: -len(ending)]
            break
    return word.removesuffix("e") if len(word) > 3 else word


class NightWords:
    """All that is told of the nights told in full, with the weight of each word."""

    def __init__(self, almanac: Almanac) -> None:
        self.nights = frozenset(a.ceremony for a in almanac.appearances)
        moments = (m for m in almanac.moments if m.ceremony in self.nights)
        self.told: tuple[Told, ...] = (
            *(_of_moment(moment, almanac) for moment in moments),
            *_of_appearances(almanac),
        )
        people = (person.name for person in almanac.people.values())
        self._people = frozenset(fold(" ".join(people)).split()) - lexicon.KNOWN
        titles = {word for film in almanac.films.values() for word in fold(film.title).split()}
        self._named = frozenset(word for told in self.told for word in told.names) | {
            token(word)
            for told in self.told
            for word in fold(" ".join(_CAPITAL.findall(f"{told.text} {told.note}"))).split()
            if word in titles
        }
        counts = Counter(word for told in self.told for word in told.words)
        total = len(self.told)
        self._weights = {word: math.log(1 + total / n) for word, n in counts.items()}

    def weight(self, typed: str) -> float:
        """Return how much a word of a question tells; 0 for one that may be passed over."""
        word = token(typed)
        if word in _LIGHT:
            return _LIGHT[word]
        if typed in _EMPTY and word not in _DEEDS:
            return 0.0
        if typed in _DESCRIBING or word in _DESCRIBING:
            return DESCRIBING
        unknown = UNKNOWN if typed in self._people else KNOWN
        return self._weights.get(word, unknown)

    def knows(self, typed: str) -> bool:
        """Whether anything is told by a word."""
        return token(typed) in self._weights

    def is_done(self, typed: str) -> bool:
        """Whether a word is one of those for what is done on every night."""
        return token(typed) in _DEEDS

    def is_deed(self, typed: str) -> bool:
        """Whether a word tells what somebody did, and not only who, or of which award."""
        word = token(typed)
        if typed in _NO_DEEDS or typed.isdigit():
            return False
        return word in _DEEDS or (word not in self._named and typed not in lexicon.KNOWN)

    def holds(self, told: Told, typed: str) -> bool:
        """Whether a word, or one with a letter wrong, is among those of something told."""
        word = token(typed)
        if word in told.words:
            return True
        return (
            len(word) > 5
            and word not in self._weights
            and any(
                other[0] == word[0] and OSA.distance(word, other, score_cutoff=1) <= 1
                for other in told.words
            )
        )

    def fit(self, told: Told, asked: Iterable[str]) -> float:
        """Return which share of the best of its wordings, from 0 to 1, is asked."""
        wanted = set(asked)
        return max(
            sum(self._weights[w] for w in wording & wanted)
            / (sum(self._weights[w] for w in wording) or 1.0)
            for wording in told.wordings
        )


def _of_moment(moment: Moment, almanac: Almanac) -> Told:
    film = almanac.films[moment.film_id].title if moment.film_id else ""
    category = almanac.categories[moment.category_id].name if moment.category_id else ""
    names = _names([*moment.people, film, category])
    kind = "speech" if moment.kind == "speech" else ""
    words = frozenset(tokens(f"{moment.topic} {moment.text} {kind}")) | names
    return Told(
        moment.ceremony,
        moment.kind,
        moment.heading,
        moment.text,
        "",
        frozenset({moment.category_id} if moment.category_id else ()),
        words,
        names,
        tuple(_wording(f"{part} {kind}") for part in (*moment.topic.split(";"), moment.text)),
    )


_DONE = {
    "presenter": ("presented", "presented"),
    "performer": ("performed", "performed sang song music"),
    "tribute": ("spoke the tribute to", "tribute spoke introduced remembered"),
    "announcer": ("was the announcer of the show", "announcer voice"),
}


def _of_appearances(almanac: Almanac) -> Iterator[Told]:
    """Yield what is told of appearances, one for all that the same people presented."""
    groups: dict[object, list[Appearance]] = defaultdict(list)
    for seen in almanac.appearances:
        alone = seen.subject if seen.role != "presenter" else None
        groups[seen.ceremony, seen.role, seen.people, alone].append(seen)
    for group in groups.values():
        first = group[0]
        categories = [a.category_id for a in group if a.category_id]
        awards = [almanac.categories[id_].name for id_ in categories]
        winners = [
            name
            for row in almanac.by_ceremony[first.ceremony]
            if row.won and row.category_id in categories
            for name in (
                *(nominee.name for nominee in row.nominees),
                *(work.title for work in row.works),
                row.country or "",
            )
        ]
        done, more = _DONE[first.role]
        subjects = [a.subject for a in group if a.subject]
        what = listed(awards or subjects)
        notes = " ".join(dict.fromkeys(a.note for a in group if a.note))
        names = _names([*first.people, *awards, *winners])
        words = frozenset(tokens(f"{done} {more} {' '.join(subjects)} {notes}")) | names
        yield Told(
            first.ceremony,
            first.role,
            f"{listed(first.people)}: {what}",
            f"{listed(first.people)} {done} {what}".strip(),
            notes,
            frozenset(categories),
            words,
            names,
            (_wording(f"{' '.join(first.people)} {done} {what}"), _wording(notes or done)),
        )


def _names(names: Iterable[str]) -> frozenset[str]:
    return frozenset(word for name in names for word in tokens(name))


def _wording(text: str) -> frozenset[str]:
    return frozenset(token(word) for word in spelt(text) if word not in _EMPTY)


def weighed(words: NightWords, asked: Iterable[str]) -> Mapping[str, float]:
    """Return the words of a question that tell something, with how much each tells."""
    return {word: weight for word in asked if (weight := words.weight(word)) > 0}
