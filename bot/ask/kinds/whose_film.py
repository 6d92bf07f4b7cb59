"""Tells whose film is meant: "david lynch's dune", "gravity, the sandra bullock one"."""

from bot.ask.frame import Frame
from bot.ask.senses import Mention
from bot.ask.words import Word
from bot.names.fold import key


def tells_film(frame: Frame) -> bool:
    """Whether the person only tells which film is meant: "david lynch's dune"."""
    for one, two in zip(frame.mentions, frame.mentions[1:], strict=False):
        beside = one.sense("person") and two.sense("film") and two.start - one.end <= 1
        if beside and (possessive(frame.words[one.end - 1]) or _owns(frame, one)):
            return True
    return frame.says(
        r"(?:movie|film) (?:where|in which|with|starring|that stars) <person>|"
        r"<film> (?:\w+ )?(?:with|starring|featuring) <person>(?: \w+){0,2} (?:it|film|movie)\b|"
        r"<person> <film>(?: \w+){0,4} (?:it|that|the film|the movie)\b|"
        r"<film> (?:with|starring|featuring) <person>$|"
        r"<film> (?:by|of) <person> (?:ever )?(?:win|won|get|take)\b|"
        r"<film> (?:the )?<person> (?:one|version|movie|film|remake)\b|"
        r"(?:nominations|nods|oscars|awards|wins) (?:did|for|has|does|of) (?:the )?(?:new |old )?"
        r"<film> (?:by|from|of) <person>|"
        r"did (?:the )?<person> (?:brothers )?<film> (?:<time> )?(?:win|get|take|receive|earn|"
        r"have)\b|<person> (?:era|version|starrer) <film>"
    )


def _owns(frame: Frame, mention: Mention) -> bool:
    """Whether the apostrophe of a possessive is left out: "kenneth branaghs hamlet"."""
    person = mention.sense("person")
    typed = frame.texts[mention.end - 1]
    name = key(frame.almanac.people[person.ids[0]].name).split() if person else [""]
    return typed == f"{name[-1]}s"


def possessive(word: Word) -> bool:
    """Whether a word has the apostrophe of an owner."""
    return word.base != word.text or word.typed.endswith(("'", "’"))
