"""What is said around a question: greetings, what the asker is about, who claimed it.

"My dad insists that Jaws won Best Picture. True?" asks whether it did, and "I am preparing a quiz,
please tell me which film ..." asks from "which" on. Only words that name nothing are left out, and
none of those that change what is asked.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from bot.ask import lexicon
from bot.ask.words import Word

_QUESTION = lexicon.words("who what which when where how whose whom name list")
_PERSONAL = lexicon.words(
    "i im ive id ill me my mine we our us myself you your sorry hi hello hey good morning evening "
    "afternoon thanks thank cheers please lol quiz trivia question bet channel yes no asdf "
    "argument bored homework project class dont help grateful preparing pub appreciate kindly "
    "random wondering curious"
)
_WEIGHTY = lexicon.CUES - lexicon.NARROWING - lexicon.words("no not dont least back date day city")
_SAYING = re.compile(
    r"(?:(?:my|a|some|the|this|our|that|her|his)(?: (?!<)\w+){1,4}?|someone|somebody|everyone|"
    r"people|i|they|he|she|internet|google|chatgpt)(?: (?:at|on|in) (?:\w+ )?\w+)?(?: \w+)? "
    r"(?:says?|said|claims?|claimed|insists?|insisted|swears?|reckons?|thinks?|told me|"
    r"keeps? saying|believes?|heard|read|is convinced|is certain|is sure|bet|bets)(?: that)? "
    r"|(?:im |i am |am )?(?:pretty|fairly|quite|very|almost|so|100)? ?(?:sure|certain|positive)"
    r"(?: that)? |(?:claim|fact check|statement) "
)
_SHORTEST_LEAD = 3


@dataclass(frozen=True)
class Essence:
    """What is left of a question without what is said around it.

    reported: whether it is told as what somebody says, so that yes or no is asked.
    """

    words: tuple[Word, ...]
    reported: bool


def essence(words: Sequence[Word], named: AbstractSet[int], denied: AbstractSet[int]) -> Essence:
    """Return a question without its asides.

    named: the places of words that name something. denied: those that tell what is not meant.
    """
    places = [at for at in range(len(words)) if at not in denied]
    named = named - denied
    for clause in list(clauses(words)):
        rest = [at for at in places if at not in clause]
        if _is_aside(words, clause, named) and any(at in named for at in rest):
            places = rest
    said = _saying(words, places, named)
    places = places[said:]
    if not said:
        places = places[_lead(words, places, named) :]
    return Essence(tuple(words[at] for at in places), bool(said))


def clauses(words: Sequence[Word]) -> Iterator[range]:
    """Yield the places of the words between the marks of a question, clause by clause."""
    starts = [at for at, word in enumerate(words) if at == 0 or word.pause]
    for start, end in itertools.pairwise([*starts, len(words)]):
        yield range(start, end)


def _is_aside(words: Sequence[Word], clause: range, named: AbstractSet[int]) -> bool:
    """Whether a clause is in brackets, or of the asker alone, and names and asks nothing."""
    texts = {words[at].text for at in clause}
    if not named.isdisjoint(clause) or texts & (_QUESTION | _WEIGHTY):
        return False
    bracketed = all(words[at].bracketed for at in clause)
    return bracketed or bool(texts & _PERSONAL)


def _saying(words: Sequence[Word], places: Sequence[int], named: AbstractSet[int]) -> int:
    """Return how many words from the start only tell who said what follows."""
    marked = ["<name>" if at in named else words[at].text for at in places]
    found = _SAYING.match(" ".join(marked) + " ")
    return found[0].count(" ") if found and found.end() < len(" ".join(marked)) else 0


def _lead(words: Sequence[Word], places: Sequence[int], named: AbstractSet[int]) -> int:
    """Return how many words from the start only lead up to the question word."""
    for count, at in enumerate(places):
        text = words[at].text
        if text in _QUESTION:
            lead = {words[place].text for place in places[:count]}
            return count if count >= _SHORTEST_LEAD and lead & _PERSONAL else 0
        if at in named or text in _WEIGHTY:
            return 0
    return 0
