"""Words left over that nothing accounts for, and which of them narrow what is asked.

"Which left-handed actor has the most Oscars" must not be answered as if it said "which actor";
"which film converted all eleven nominations" loses nothing without its verb.
"""

from bot.ask import lexicon
from bot.ask.categories import OCCUPATIONS
from bot.ask.frame import Frame

_NOUNS = (
    lexicon.FILM_NOUN
    | lexicon.PERSON_NOUN
    | lexicon.COUNTRY_NOUN
    | lexicon.STUDIO_NOUN
    | frozenset(OCCUPATIONS)
)
_BEFORE = lexicon.words("from in at about under by with of for among over on born as without")
_REACH = 2


def narrows(frame: Frame) -> bool:
    """Whether an unknown word describes what is asked for, or names what it has to do with."""
    unknown = set(frame.unknown)
    return any(
        word in unknown and (word.capital or _qualifies(frame, at))
        for at, word in enumerate(frame.words)
    )


def _qualifies(frame: Frame, at: int) -> bool:
    if at and frame.texts[at - 1] in _BEFORE and not frame.words[at].pause:
        return True
    for following in range(at + 1, min(at + 1 + _REACH, len(frame.words))):
        if frame.words[following].pause or following in frame.named:
            return False
        if frame.texts[following] in _NOUNS:
            return True
        if frame.texts[following] in _BEFORE or frame.texts[following].isdigit():
            return False
    return False
