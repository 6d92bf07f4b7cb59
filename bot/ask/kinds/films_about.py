"""Films told by a character: "which 1935 film about Captain Bligh won Best Picture"."""

from bot.ask import lexicon
from bot.ask.frame import Frame
from bot.ask.kinds.subject_answers import EachQuery, SubjectQuery
from bot.ask.kinds.subject_query import Aspect
from bot.ask.query import Query, Scope

MOST_FILMS = 3


def parse(frame: Frame) -> Query | None:
    """Recognise a film by a character in it, where an award is named that it won."""
    sense = frame.first_named("character")
    if sense is None or not frame.scope_ids or frame.first_named("film", "person"):
        return None
    if not frame.says(r"(?:film|movie|picture) (?:about|with|featuring|starring|on) <character>"):
        return None
    films = frozenset(frame.spotter.parts[number].film_id for number in sense.ids)
    won = True if frame.has(lexicon.WON) else None
    rows = Scope(categories=frame.scope_ids, films=films, won=won).select(frame.almanac)
    if frame.period is not None:
        nights = {*frame.period.ceremonies, *frame.period.others}
        rows = [row for row in rows if row.ceremony in nights]
    ids = dict.fromkeys(id_ for row in rows for id_ in row.film_ids if id_ in films)
    aspect = Aspect.WINS if won else Aspect.NOMINATIONS
    queries = tuple(
        SubjectQuery(
            "film",
            id_,
            Scope(categories=frame.scope_ids, films=frozenset((id_,))),
            aspect,
            frame.scope_names,
        )
        for id_ in ids
    )
    if not 0 < len(queries) <= MOST_FILMS:
        return None
    return queries[0] if len(queries) == 1 else EachQuery(queries)
