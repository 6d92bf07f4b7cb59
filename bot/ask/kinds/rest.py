"""Recognises "what else did it win", "what are the other two": all of somebody's awards."""

from bot.ask import lexicon
from bot.ask.choose import chosen, which_one
from bot.ask.frame import Frame
from bot.ask.kinds.subject_answers import SubjectQuery
from bot.ask.kinds.subject_query import Aspect
from bot.ask.kinds.thresholds import threshold
from bot.ask.query import Query, Scope

_REST = (
    r"what else|(?:or|for|was it) something else|"
    r"(?:what|which|whats|name|list|is|was)(?: \w+){0,3} (?:the |her |his |its )?other (?:one|ones|"
    r"two|three|four|films?|movies?|oscars?|wins?|awards?|prizes?|performances?|roles?)\b|"
    r"(?:the|her|his|its) other(?: (?:one|two|three|oscars?|wins?|film|movie))?$|"
    r"(?:what|which) (?:\w+ )?(?:oscars?|awards?)(?: [\w<>]+){0,6} (?:other than|besides|"
    r"apart from|except)|"
    r"(?:besides|apart from|other than|beyond|aside from) (?:the )?(?:<film>|<category>|big one|"
    r"that)"
)
_RIVALS = r"who else|against|compet|nominees|other (?:films|movies|people) (?:were|was|up)|rival"


def parse(frame: Frame) -> Query | None:
    """Recognise "what else did it win", "Spartacus is one, what is the other": all are told."""
    if not frame.says(_REST) or frame.says(_RIVALS):
        return None
    if any(threshold(frame)) and frame.says(r"(?:what|which) (?:other )?(?:films|movies|people)"):
        return None  # those that share a record are asked for
    if not frame.has(lexicon.WIN, lexicon.NOMINATE, lexicon.AWARD):
        return None
    for kind in ("person", "film"):
        sense = frame.first_named(kind)
        if sense is not None:
            break
    else:
        return None
    picked = chosen(frame, sense, lambda _: False)
    if picked.id is None:
        return which_one(frame, sense, picked.ids)
    only = frozenset((picked.id,))
    scope = Scope(people=only) if sense.kind == "person" else Scope(films=only)
    nominated = frame.has(lexicon.NOMINATE) and not frame.has(lexicon.WON)
    aspect = Aspect.NOMINATIONS if nominated else Aspect.WINS
    beside = tuple(sorted(frame.scope_ids)) if frame.category_ids else ()
    return SubjectQuery(sense.kind, picked.id, scope, aspect, guessed=picked.guessed, beside=beside)
