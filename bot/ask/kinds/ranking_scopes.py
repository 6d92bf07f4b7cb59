"""Narrows a ranking: to winners, to a kind of film, to somebody's films, to an occupation."""

from dataclasses import replace

from bot.ask import lexicon
from bot.ask.categories import KINDS_OF_FILMS
from bot.ask.frame import Frame
from bot.ask.kinds.ranked import By
from bot.ask.kinds.ranking_query import RankingQuery
from bot.ask.kinds.series import one_of_several
from bot.ask.query import Scope
from bot.wording import listed


def narrowed(query: RankingQuery, frame: Frame) -> RankingQuery:
    """Return a ranking with all that the question says of what is ranked."""
    for narrow in (
        _among_winners,
        _among_kind,
        _without_category,
        _among_films_of,
        _in_categories_of,
    ):
        query = narrow(query, frame)
    return query


def _among_winners(query: RankingQuery, frame: Frame) -> RankingQuery:
    """Rank the winners of the category alone: "the Best Picture winner with the fewest Oscars"."""
    if (
        query.by is By.FILM
        and query.scope.categories
        and frame.says(r"<category> (?:winner|winners|winning)")
        and frame.says(
            r"(?:most|fewest|least) (?:\w+ )?(?:oscars?|awards?|wins?|nominations?|"
            r"academy|statue|statuettes|prizes)|(?:one|single|1) (?:\w+ )?(?:nomination|nod)"
        )
    ):
        return replace(query, base=_films_of(query, frame, won=True), scope=Scope(), names=())
    return query


def _among_kind(query: RankingQuery, frame: Frame) -> RankingQuery:
    """Rank by all their awards films of one kind, which can have a single one of that kind."""
    categories = query.scope.categories
    asked = frame.says(
        r"(?:what|which)(?: \w+){0,2} <category>|(?:for|by) an? <category>|"
        r"<category> (?:\w+ )?(?:with|has|have)|"
        r"most (?:nominated|awarded|honou?red|decorated) <category>"
    )
    if (
        query.by not in (By.FILM, By.COUNTRY)
        or frame.has(lexicon.COUNTRY_NOUN)
        or query.base is not None
        or not categories
        or not categories <= KINDS_OF_FILMS
        or (query.by is By.COUNTRY and not asked)
    ):
        return query
    rows = query.scope.select(frame.almanac)
    base = frozenset(film_id for row in rows for film_id in row.film_ids)
    return replace(query, by=By.FILM, base=base, scope=Scope(), names=(), among=query.names)


def _without_category(query: RankingQuery, frame: Frame) -> RankingQuery:
    """Leave the winners of the category out: "the most Oscars without winning Best Picture"."""
    if (
        query.by in (By.FILM, By.PERSON)
        and query.scope.categories
        and frame.says(
            r"(?:without|but (?:not|no|never|did|lost|didnt)|not|never|didnt|losing|lost|"
            r"despite (?:not|losing))(?: \w+){0,3} <category>"
        )
    ):
        nominated = frame.says(r"\w+(?: \w+){0,3} <category> (?:nominations?|nods?)")
        rows = query.scope.with_(won=None if nominated else True).select(frame.almanac)
        of_films = query.by is By.FILM
        without = frozenset(i for r in rows for i in (r.film_ids if of_films else r.person_ids))
        lacking = f"a {'nomination' if nominated else 'win'} for {listed(query.names)}"
        return replace(
            query, without=without, scope=Scope(), names=(), winless=False, lacking=lacking
        )
    return query


def _films_of(query: RankingQuery, frame: Frame, *, won: bool | None) -> frozenset[str]:
    """Return the films that won, or were nominated for, the categories ranked."""
    rows = query.scope.with_(won=won).select(frame.almanac)
    return frozenset(film_id for row in rows for film_id in row.film_ids)


def _among_films_of(query: RankingQuery, frame: Frame) -> RankingQuery:
    """Rank the films of the person named, whether nominated or credited."""
    person = frame.first_named("person")
    several = one_of_several(frame)
    if several and person is None:
        return replace(query, by=By.FILM, base=frozenset(several), whose="the films of that name")
    if person is None or query.excluded:
        return query
    almanac = frame.almanac
    rows = (row for id_ in person.ids for row in almanac.by_person.get(id_, ()))
    credits_ = (c for id_ in person.ids for c in almanac.credits_by_person.get(id_, ()))
    films = frozenset(film_id for row in rows for film_id in row.film_ids)
    names = listed(list(dict.fromkeys(almanac.people[id_].name for id_ in person.ids)), "or")
    return replace(
        query,
        by=By.FILM,
        base=films | {c.film_id for c in credits_},
        whose=f"the films of {names}",
    )


def _in_categories_of(query: RankingQuery, frame: Frame) -> RankingQuery:
    """Rank in the categories that an occupation, or a ranking of countries, stands for."""
    if query.by is By.PERSON and frame.occupation and not query.scope.categories:
        in_scope = frame.spotter.catalogue.category_scope
        categories = frozenset(i for id_ in frame.occupation for i in in_scope(id_))
        query = replace(
            query, scope=Scope(categories=categories or None), names=_occupation_names(frame)
        )
    if query.by is By.COUNTRY and not query.scope.categories:
        return replace(
            query,
            scope=Scope(categories=frozenset({"international-feature"})),
            names=(frame.almanac.categories["international-feature"].name,),
        )
    pictures = {"best-picture"} == set(frame.category_ids)
    if query.by is By.PERSON and pictures and "directing" in frame.occupation:
        return replace(query, by=By.DIRECTOR)
    return query


def _occupation_names(frame: Frame) -> tuple[str, ...]:
    if frame.says(r"actress"):
        return ("acting as an actress",)
    if frame.says(r"actor"):
        return ("acting as an actor",)
    if frame.says(r"perform"):
        return ("acting",)
    return tuple(
        frame.almanac.categories[i].name for i in frame.occupation if i in frame.almanac.categories
    )
