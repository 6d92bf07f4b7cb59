"""Recognises a superlative, a threshold, or a search for whoever never won."""

from collections.abc import Container
from dataclasses import replace

from bot.ask import lexicon
from bot.ask.categories import ACTING
from bot.ask.frame import Frame
from bot.ask.kinds import moments
from bot.ask.kinds.exclusions import excluded_from, shares_record
from bot.ask.kinds.of_both_sexes import with_actresses
from bot.ask.kinds.ranked import By
from bot.ask.kinds.ranking_query import RankingQuery
from bot.ask.kinds.ranking_scopes import narrowed
from bot.ask.kinds.series import one_of_several
from bot.ask.kinds.surpassing import by_surpassed, more_than, surpassed_by
from bot.ask.kinds.thresholds import is_winless, threshold
from bot.ask.leftovers import narrows
from bot.ask.query import Decline, Query, Scope

_FILMS = lexicon.words(
    "film films movie movies picture pictures flick flicks blockbuster franchise"
)
_PEOPLE = lexicon.words("who whom whose") | (
    lexicon.PERSON_NOUN - lexicon.words("winner winners nominee nominees name names star stars")
)
_WOMEN = lexicon.words("woman women female lady ladies girl")
# Animated films were up for other awards for six decades before they had one of their own.
_YOUNG = "animated-feature"
_UNTOLD = (
    "Which films are animated is on record only since they have an award of their own, "
    "so I can't rank those of all years."
)
_INSTEAD = ("which animated film has the most nominations since 2002",)
_ONE_NIGHT = (
    r"against (?:him|her|them)sel|"
    r"(?:in )?(?:a |one |the |any )?(?:single|one|same) (?:night|year|"
    r"ceremony|evening|season|edition|film)|in one (?:night|year|ceremony)|"
    r"same (?:night|year|ceremony)|one ceremony|single ceremony"
)


def parse_shared(frame: Frame) -> Query | None:
    """Recognise films that share a record, of which the one that is not named is asked for."""
    return parse(frame) if shares_record(frame) else None


def parse(frame: Frame) -> Query | None:
    """Recognise what is ranked, by what, and among which."""
    query = None if _tells_more(frame) else _asked(frame)
    if query is None:
        return None
    query = narrowed(query, frame)
    if set(query.among) == {frame.almanac.categories[_YOUNG].name} and query.period is None:
        return Decline(_UNTOLD, _INSTEAD, "a ranking of animated films")
    scope = query.scope
    if query.by is By.PERSON and frame.has(_WOMEN) and not _is_acting(scope):
        told = moments.parse(frame) if query.wins and not scope.categories else None
        return told or Decline(
            "Outside the acting awards the record does not tell women from men.",
            understood="a ranking of women",
        )
    honours = any(not frame.almanac.categories[i].competitive for i in scope.categories or ())
    query = replace(
        query,
        scope=scope.with_(competitive=None if honours else True),
        one_night=query.by is By.PERSON and frame.says(_ONE_NIGHT),
    )
    return with_actresses(query, frame)


def _is_acting(scope: Scope) -> bool:
    return scope.categories is not None and scope.categories <= ACTING


def _asked(frame: Frame) -> RankingQuery | None:
    """Return what the words ask, in the categories named."""
    most, fewest = _most(frame), _fewest(frame)
    least, exactly = threshold(frame)
    surpassed = more_than(frame)
    least = surpassed or least
    winless = is_winless(frame)
    swept = _swept(frame)
    if not (most or fewest or least or exactly or winless or swept):
        return None
    if frame.says(r"most recent") and not least:
        return None
    if shares_record(frame) and least:
        least, exactly = 0, least
    losses = frame.says(
        r"(?:biggest|greatest) losers?|most (?:losses|lost)|lost (?:the )?most|most (?:\w+ )?losses"
    )
    excluded = surpassed_by(frame) if surpassed else excluded_from(frame)
    bare = winless and exactly and not frame.first_named("film")
    if _has_subject(frame) and not (excluded or bare or surpassed or _of_films_by(frame)):
        return None
    if not (_about_awards(frame) or (winless and exactly)):
        return None
    if not (most or fewest) and _bars_category(frame):
        return None
    pick = 0
    if least or exactly:
        pick = 1 if frame.says("first") else -1 if frame.says(r"last\b|latest|most recent") else 0
    return RankingQuery(
        by=by_surpassed(frame) if surpassed else _by(frame),
        scope=Scope(categories=frame.scope_ids or None),
        wins=swept or (not losses and _counts_wins(frame, winless=winless)),
        period=frame.period,
        names=frame.scope_names,
        winless=winless,
        losses=losses,
        at_least=least,
        exactly=exactly,
        fewest=fewest,
        count_only=frame.says("how many"),
        pick=pick,
        excluded=excluded,
        swept=swept,
        place=_place_asked(frame),
    )


def _place_asked(frame: Frame) -> int:
    """Return which place of the ranking is asked for: 2 for "the second most"."""
    places = ((place, word) for word, place in lexicon.ORDINALS.items())
    return next((p for p, w in places if frame.says(rf"{w} (?:most|highest|largest|fewest)")), 1)


def _swept(frame: Frame) -> bool:
    """Whether only those are asked for that won all they were up for."""
    return frame.says(
        r"(?:won|wins?|winning|converted|took|swept|taking)(?: \w+)? (?:all|every|100)\b"
    ) and frame.has(lexicon.NOMINATE, {"up", "chances"})


def _tells_more(frame: Frame) -> bool:
    """Whether something is said that no ranking accounts for: a country, a tie, an odd word."""
    tie = frame.says(r"tie\b|ties\b|draw\b|dead heat") and not frame.says(r"tie for (?:the )?most")
    five = frame.says(lexicon.BIG_FIVE)
    return bool(tie or five or narrows(frame) or frame.first_named("country"))


def _most(frame: Frame) -> bool:
    return frame.has(lexicon.MOST - {"more", "record"}) or frame.says(
        r"record|winningest|more (?:[\w<>]+ ){0,3}than any|"
        r"(?<!both )(?<!two )(?<!the )leads\b(?! to)|"
        r"lead(?:ing)? the (?:table|list|field|pack)|tops the|top of the"
    )


def _fewest(frame: Frame) -> bool:
    return (
        frame.has(lexicon.LEAST - {"less", "fewer"})
        and frame.says(r"fewest|least|lowest|smallest")
        and not frame.says("at least")
    )


def _bars_category(frame: Frame) -> bool:
    """Whether a category is named as not won: a combination, and no ranking."""
    return bool(frame.category_ids) and frame.says(
        r"(?:without|but|not|no|never|lost|lose|losing)(?: \w+){0,4} <category>"
    )


def _has_subject(frame: Frame) -> bool:
    return bool(frame.first_named("film", "person", "character", "song"))


def _of_films_by(frame: Frame) -> bool:
    """Whether the films of a person are ranked: "which Spielberg film won seven Oscars"."""
    if frame.first_named("film") and not frame.first_named("person"):
        return len(one_of_several(frame)) > 1
    return frame.first_named("film") is None and frame.says(
        r"(?:which|what|name the)(?: \w+)? <person> (?:brothers )?(?:films?|movies?|pictures?)\b|"
        r"(?:which|what) (?:film|movie|picture)s? (?:of|by|directed by) <person>"
    )


def _about_awards(frame: Frame) -> bool:
    return bool(
        frame.category_ids
        or frame.has(lexicon.AWARD, lexicon.NOMINATE, {"losses"})
        or (
            frame.has(lexicon.WIN)
            and (
                frame.times
                or frame.occupation
                or frame.has(lexicon.FILM_NOUN, lexicon.PERSON_NOUN, lexicon.COUNTRY_NOUN)
            )
        )
    )


def _counts_wins(frame: Frame, *, winless: bool) -> bool:
    if winless:
        return False
    nominated = frame.has(lexicon.NOMINATE)
    won = frame.says(
        r"(?:win|wins|won|winning|winner|winners|victories|awarded|taken home|most oscars|"
        r"collected)\b"
    )
    return not nominated or (
        won
        and not frame.says(
            r"most (?:\w+ )?(?:nominat|nods)|nominations? for|nominated|"
            r"(?:one|single|1) (?:\w+ )?(?:nomination|nod)"
        )
    )


def _by(frame: Frame) -> By:
    if frame.has(lexicon.COUNTRY_NOUN):
        return By.COUNTRY
    if frame.has(lexicon.STUDIO_NOUN):
        return By.COMPANY
    if frame.occupation:
        return By.PERSON
    return _by_noun(frame) or _by_category(frame)


def _by_noun(frame: Frame) -> By | None:
    """Return what the first noun calls it, films or people."""
    film_at, person_at = _place(frame, _FILMS), _place(frame, _PEOPLE)
    if film_at is not None and (person_at is None or film_at < person_at):
        return By.FILM
    return None if person_at is None else By.PERSON


def _place(frame: Frame, nouns: Container[str]) -> int | None:
    """Return where the first of the nouns stands that is no part of a name."""
    return next(
        (at for at, text in enumerate(frame.texts) if text in nouns and at not in frame.named),
        None,
    )


def _by_category(frame: Frame) -> By:
    """Return what the category named, if any, is given to."""
    if frame.says(r"without(?: \w+){0,3} <category>") or frame.says(
        r"by an? (?:film|movie)|what won|what (?:was|is|has)|which (?:<category> )?winner|"
        r"<category> winner"
    ):
        return By.FILM
    categories = frame.category_ids
    if not categories and any(threshold(frame)):
        return By.FILM
    if categories and all(frame.almanac.categories[i].honours == "film" for i in categories):
        return By.COUNTRY if categories == ("international-feature",) else By.FILM
    return By.FILM if frame.times and not categories else By.PERSON
