"""The vocabulary of the nights told in full: words of one meaning, deeds, what tells nothing."""

from functools import lru_cache

from bot.ask import lexicon
from bot.ask.moment_vocabulary import PHRASES, folded
from bot.names.fold import fold

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

LIGHT = {
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

EMPTY = (
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
DESCRIBING = (
    lexicon.PERSON_NOUN
    | frozenset(lexicon.NUMBERS)
    | lexicon.words(
        "actor actress actors actresses director comedian comic winner winners producer composer "
        "writer celebrity celebs celeb stars singer couple pair duo trio legend kpop musician rock "
        "band cast both ones woman man hollywood famous veteran british old new young only"
    )
)
"""What tells only of what kind those asked about are; a night is not told by it."""

DEEDS = (
    frozenset(_GROUPS)
    - lexicon.words("win nominate lose song country host produce america again mother play break")
    - {"number of"}
) | lexicon.words("cutoff categorycount")
COMMONEST = frozenset(LIGHT)
"""What many do on every night, so that it alone tells nothing."""
MUST = lexicon.words("present perform dance speech announcer audience length nominate lose stream")
"""What is not told of something that has no such word."""
MEASURED = lexicon.words("length audience stream")
"""What other things have too, so that it tells a night only where one is named."""

NO_DEEDS = DESCRIBING | lexicon.words(
    "work worked works working made making held same won oscars performer performers performance "
    "performances singer singers longest shortest youngest oldest minute minutes hour hours"
)


def spelt(text: str) -> list[str]:
    """Return the words of a text, several that stand for one put as that one."""
    plain = f" {fold(text)} "
    for phrase, word in _PHRASES:
        plain = plain.replace(f" {phrase} ", f" {word} ")
    return plain.split()


def tokens(text: str) -> list[str]:
    """Return the words of a text as things are found by: one for those of one meaning."""
    return [token(word) for word in spelt(text)]


@lru_cache(maxsize=8192)  # each question holds its words against all that is told
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
