"""Who, or what, a ranking leaves out: "apart from ...", "two share the record with ..."."""

from bot.ask.frame import Frame

_SHARED_RECORD = (
    r"record.* <film>.*\b(?:the third|the other|the fourth|the second|the missing|the remaining|"
    r"third one|other one)|"
    r"(?:which|what) (?:\w+ )?(?:film|movie|picture)s? (?:\w+ )?(?:equal|match)\w* "
    r"(?:the record of )?<film>"
)


def shares_record(frame: Frame) -> bool:
    """Whether holders of a record are named, and the one that is not is asked for."""
    return frame.says(_SHARED_RECORD)


def excluded_from(frame: Frame) -> frozenset[str]:
    """Return who is left out: "apart from ...", "who is second after ..."."""
    out = (
        r"(?:excluding|except(?: for)?|besides|apart from|aside from|other than|not counting|after)"
    )
    films = [mention.senses[0] for mention in frame.mentions]
    if shares_record(frame) and all(sense.kind == "film" for sense in films):
        return frozenset(id_ for sense in films for id_ in sense.ids)
    if all(sense.kind == "film" for sense in films) and frame.says(rf"{out} <film>"):
        return frozenset(id_ for sense in films for id_ in sense.ids)
    exact = [mention.senses[0] for mention in frame.mentions if mention.senses[0].exact]
    found = [sense for sense in exact if sense.kind == "person"]
    if len(exact) != len(found) or not frame.says(rf"{out} <person>"):
        return frozenset()
    return frozenset(id_ for sense in found for id_ in sense.ids[:1])
