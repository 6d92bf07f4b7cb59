"""Recognises a question on one person or one film: whether, how often, for what, when."""

from bot.ask import lexicon
from bot.ask.choose import chosen, film_meant, which_one
from bot.ask.frame import Frame
from bot.ask.kinds.awards import winners_at
from bot.ask.kinds.subject_query import Aspect, EachQuery, SubjectQuery
from bot.ask.query import Query, Scope
from bot.ask.senses import Sense
from bot.ask.words import Word


def parse(frame: Frame) -> Query | None:
    """Recognise a person or a film, with what is asked of it."""
    person, film = frame.first_named("person"), frame.first_named("film") or _weak_film(frame)
    if person is not None and film is not None and _of_it(frame):
        return _of_film(frame, film)
    if person is not None and (film is None or person.score >= film.score or _both(frame)):
        return _of_person(frame, person)
    if film is not None:
        return _of_film(frame, film)
    return _of_winner(frame)


def _weak_film(frame: Frame) -> Sense | None:
    """Return a film whose title is a common word, where nothing else can be meant."""
    for mention in frame.weak:
        sense = mention.sense("film")
        before = frame.texts[max(0, mention.start - 2) : mention.start]
        owned = mention.start and _possessive(frame.words[mention.start - 1])
        called = owned or mention.start and before[-1] in ("movie", "film", "picture")
        alone = (
            not (frame.category_ids or frame.times or frame.mentions)
            and mention.start
            and (
                before[-1] in ("for", "did", "does", "is", "was", "has", "the", "of")
                or frame.texts[mention.end : mention.end + 1]
                in (["won"], ["win"], ["took"], ["got"])
            )
        )
        if sense is not None and sense.exact and (called or alone):
            return sense
    return None


def _possessive(word: Word) -> bool:
    return word.base != word.text or word.typed.endswith(("'", "’"))


def _of_winner(frame: Frame) -> Query | None:
    """Recognise the winner of a category as the subject: "how many did the best actor film win"."""
    if not frame.category_ids or not frame.says(
        r"winner of <category>|<category> winner|(?:film|movie|one) that won <category>|winner"
    ):
        return None
    if not frame.says(
        r"how many (?:\w+ )?(?:oscars|awards|academy|nominations|statuettes|did|wins)|what else|which (?:other|oscars)"
    ):
        return None
    rows = winners_at(frame)
    if not rows:
        return None
    row = rows[0]
    aspect = _aspect(frame) or Aspect.COUNT_WINS
    if row.works and frame.almanac.categories[row.category_id].honours == "film":
        film_id = row.works[0].film_id
        return SubjectQuery("film", film_id, Scope(films=frozenset((film_id,))), aspect)
    if row.nominees:
        person_id = row.nominees[0].person_id
        return SubjectQuery("person", person_id, Scope(people=frozenset((person_id,))), aspect)
    return None


def _of_it(frame: Frame) -> bool:
    """Whether the person only tells which film is meant: "david lynch's dune", "movie where ..."."""
    for one, two in zip(frame.mentions, frame.mentions[1:], strict=False):
        if one.sense("person") and two.sense("film") and two.start - one.end <= 1:
            if _possessive(frame.words[one.end - 1]):
                return True
    return frame.says(r"(?:movie|film) (?:where|in which|with|starring|that stars) <person>")


def _both(frame: Frame) -> bool:
    """Whether a person and a film are named by different words."""
    return any(
        one is not two and one.sense("person") and two.sense("film") and not one.sense("film")
        for one in frame.mentions
        for two in frame.mentions
    )


def _of_person(frame: Frame, sense: Sense) -> Query | None:
    film_sense = next(
        (
            m.sense("film")
            for m in frame.mentions
            if m.sense("film") and m.sense("person") is not sense
        ),
        None,
    )
    scope_ids = frame.scope_ids or frozenset(_as_what(frame))
    scope = Scope(categories=scope_ids or None)

    def fits(person_id: str) -> bool:
        wide = scope.with_(people=frozenset((person_id,)))
        rows = wide.select(frame.almanac)
        if frame.occupation and not scope_ids:
            rows = [row for row in rows if row.category_id in frame.occupation]
        if frame.period is not None:
            numbers = {*frame.period.ceremonies, *frame.period.others}
            rows = [row for row in rows if row.ceremony in numbers]
        if film_sense is not None:
            rows = [row for row in rows if not set(film_sense.ids).isdisjoint(row.film_ids)]
        return bool(rows)

    picked = chosen(frame, sense, fits)
    if picked.id is None:
        return which_one(frame, sense, picked.ids)
    scope = scope.with_(people=frozenset((picked.id,)))
    film_id = None
    if film_sense is not None:
        meant = film_meant(frame, film_sense, scope)
        film_id = meant.id
        films = meant.ids if film_id is None else (film_id,)
        scope = scope.with_(films=frozenset(films))
    aspect = _aspect(frame)
    if aspect is None:
        return None
    return SubjectQuery(
        "person", picked.id, scope, aspect, frame.scope_names, frame.period if not film_id else None,
        _pick(frame), _only(frame), picked.guessed, film_id, frame.claimed,
        frame.negated,
    )  # fmt: skip


def _of_film(frame: Frame, sense: Sense) -> Query | None:
    scope_ids = frame.scope_ids
    scope = Scope(categories=scope_ids or None)
    picked = film_meant(frame, sense, scope)
    aspect = _aspect(frame)
    if aspect is None:
        return None
    if picked.id is None:
        if len(picked.ids) <= 4:
            queries = [
                SubjectQuery(
                    "film", id_, scope.with_(films=frozenset((id_,))), aspect, frame.scope_names
                )
                for id_ in picked.ids
            ]
            return EachQuery(tuple(queries))
        return which_one(frame, sense, picked.ids)
    return SubjectQuery(
        "film", picked.id, scope.with_(films=frozenset((picked.id,))), aspect, frame.scope_names,
        None, 0, False, picked.guessed, None, frame.claimed, frame.negated,
    )  # fmt: skip


def _as_what(frame: Frame) -> tuple[str, ...]:
    """Return the categories of "as a director", "for acting" and the like."""
    if frame.says(
        r"as an? (?:actor|actress|performer)|for (?:acting|his acting|her acting|a performance)"
    ):
        return ("actor-leading", "actor-supporting", "actress-leading", "actress-supporting")
    if frame.says(r"as an? (?:film ?maker|director)|for directing|for direction"):
        return ("directing", "directing-comedy", "directing-dramatic")
    if frame.says(r"as an? producer|for producing"):
        return ("best-picture",)
    if frame.says(r"as an? (?:screen)?writer|for (?:writing|screenplay)"):
        return ("original-screenplay", "adapted-screenplay", "original-story")
    if frame.says(r"as an? composer|for (?:composing|music)"):
        return ("original-score", "original-song", "song-or-adaptation-score")
    return ()


def _aspect(frame: Frame) -> Aspect | None:
    nominated = frame.has(lexicon.NOMINATE) or frame.says(r"up for|in the running|considered for")
    win = frame.has(lexicon.WIN) or frame.says(
        r"(?:has|have|had|got) (?:\w+ ){0,3}(?:oscars?|academy award)"
    )
    count = frame.says(
        r"how (?:many|often)|number of|count\b|how much|competitive|total (?:number|oscars?|wins?|nomination)|tally|how much"
    ) or (frame.says("total") and bool(frame.has(lexicon.CATEGORY_NOUN)))
    if count:
        by_wins = win and not (nominated and not frame.says(r"wins?\b|won\b"))
        if nominated and not frame.says(r"(?:win|wins|won|winning|losing)\b"):
            by_wins = False
        return Aspect.COUNT_WINS if by_wins or not nominated else Aspect.COUNT_NOMINATIONS
    asked = frame.texts[0] if frame.texts else ""
    verdict = frame.claims or asked in (
        "did",
        "has",
        "have",
        "had",
        "was",
        "were",
        "is",
        "does",
        "do",
        "are",
        "isnt",
    ) or frame.says(
        r"is it true|true that|did <|has <|was <\w+> (?:ever )?nominated|ever (?:won|win|been|get|got|receive)"
    )
    open_question = frame.free_set & {
        "what",
        "which",
        "who",
        "when",
        "where",
        "how",
        "name",
        "list",
        "whom",
    }
    if verdict and not (
        open_question and asked not in ("did", "has", "have", "was", "were", "is", "does")
    ):
        if nominated and not frame.says(r"(?:win|wins|won|winning)\b"):
            return Aspect.WAS_NOMINATED
        if frame.says("history"):
            return Aspect.HISTORY
        return Aspect.DID_WIN
    if frame.says(
        r"history|at the (?:oscars|academy awards)$|<person> at the <time>|record|filmography|career|all (?:the )?(?:nominations|oscars)|nominations and wins|wins and nominations|stats"
    ):
        return Aspect.HISTORY
    if nominated and not frame.says(r"(?:win|wins|won|winning|winner|winners)\b"):
        return Aspect.NOMINATIONS
    return Aspect.WINS


def _pick(frame: Frame) -> int:
    if frame.says(r"first|earliest|debut|initial|1st"):
        return 1
    if frame.says(r"last|latest|most recent|newest|recent"):
        return -1
    for word, number in lexicon.ORDINALS.items():
        if word in frame.free_set:
            return number
    return 0


def _only(frame: Frame) -> bool:
    return bool(frame.free_set & {"only", "sole", "lone"})
