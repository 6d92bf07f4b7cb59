"""Tells which film is meant, and whose: "david lynch's dune", "the movie it"."""

from bot.ask.frame import Frame
from bot.ask.senses import Mention, Sense
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


def weak_film(frame: Frame) -> Sense | None:
    """Return a film whose title is a common word, where nothing else can be meant."""
    for mention in frame.weak:
        sense = mention.sense("film")
        if mention.start - 1 in frame.named:
            continue
        before = frame.texts[max(0, mention.start - 2) : mention.start]
        owners = {m.end for m in frame.mentions if m.sense("person")}
        owned = mention.start in owners and possessive(frame.words[mention.start - 1])
        called = owned or (mention.start and before[-1] in ("movie", "film", "picture", "awards"))
        alone = (
            not (frame.category_ids or frame.times or frame.mentions)
            and mention.start
            and before[-1] in ("for", "of")
            and mention.end == len(frame.texts)
        )
        if sense is not None and sense.exact and (called or alone):
            return sense
    return None
