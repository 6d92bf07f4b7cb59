"""The kinds of questions, in the order in which they are tried."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.ask import lexicon as lex
from bot.ask.categories import OCCUPATIONS
from bot.ask.frame import Frame
from bot.ask.kinds import (
    appearances,
    awards,
    big_five,
    blocked,
    characters,
    combinations,
    companions,
    countries,
    film_facts,
    films_about,
    happenings,
    history,
    holders,
    makers,
    moments,
    nights,
    origins,
    rankings,
    refusals,
    rest,
    rivals,
    runs,
    season,
    series,
    songs,
    subjects,
    ties,
    told_nights,
)
from bot.ask.query import Query


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of question: how it is recognised, and which cues it accounts for."""

    parse: Callable[[Frame], Query | None]
    explains: frozenset[str]


_MAKING = lex.DIRECT | lex.WRITE | lex.COMPOSE | lex.SHOOT | lex.EDITED | lex.PRODUCE | lex.STAR
_WON = lex.WIN | lex.NOMINATE | lex.GENDER
_NAMED = (
    _WON
    | lex.DESCRIPTION
    | lex.FIRST
    | lex.LAST
    | lex.ONLY
    | lex.NEVER
    | frozenset(lex.ORDINALS)
    | lex.COUNTS
)
_SUBJECTS = (
    lex.ASPECT
    | _NAMED
    | lex.PLAY
    | lex.WHEN
    | lex.SONG_NOUN
    | _MAKING
    | lex.PERFORM
    | lex.LOSE
    | lex.STUDIO_NOUN
    | lex.WHERE
    | lex.BLOCKERS
    | lex.words("record")
    | lex.CONSECUTIVE
    | lex.BOTH
)
_RANKED = (
    _WON
    | lex.MOST
    | lex.LEAST
    | lex.NEVER
    | lex.LOSE
    | lex.ONLY
    | lex.MORE
    | lex.NEGATION
    | lex.COUNTRY_NOUN
    | lex.STUDIO_NOUN
    | lex.COUNTS
    | _MAKING
    | lex.SAME
    | lex.PERFORM
    | lex.FIRST
    | lex.LAST
    | frozenset(lex.ORDINALS)
    | lex.TIE
    | lex.BOTH
    | lex.words("against other than besides")
)
_ALL = lex.CUES

KINDS: tuple[Kind, ...] = (
    Kind(refusals.parse_orders, _ALL),
    Kind(season.parse, _ALL),
    Kind(refusals.parse_first, _ALL),
    Kind(
        series.parse,
        _NAMED | lex.BOTH | lex.MORE | lex.PRODUCE | lex.words("original old older"),
    ),
    Kind(happenings.parse, _ALL),
    Kind(told_nights.parse, _ALL),
    Kind(moments.parse_first, _ALL),
    Kind(moments.parse_told, _ALL),
    Kind(moments.parse_claim, _ALL),
    Kind(characters.parse_name, _ALL),
    Kind(appearances.parse_described, _ALL),
    Kind(blocked.parse, _ALL),
    Kind(
        nights.parse,
        _NAMED
        | lex.HOST
        | lex.PRESENT
        | lex.PERFORM
        | lex.WHERE
        | lex.WHEN
        | lex.MOST
        | lex.SONG_NOUN
        | lex.BOTH
        | lex.STAR
        | lex.WRITE
        | lex.TIE
        | lex.BLOCKERS
        | lex.MORE
        | lex.LEAST
        | lex.ELSE
        | lex.COMPARE
        | lex.DIRECT
        | lex.words("with"),
    ),
    Kind(
        film_facts.parse,
        _NAMED
        | lex.FILM_FACT
        | lex.COUNTRY_NOUN
        | lex.WHERE
        | lex.WHEN
        | lex.SPEAK
        | lex.MORE
        | lex.COMPARE
        | lex.ELSE
        | lex.PRODUCE
        | lex.SHOOT
        | lex.MOST
        | lex.STAR,
    ),
    Kind(songs.parse_beaten, _ALL),
    Kind(songs.parse_of_film, _ALL),
    Kind(
        runs.parse,
        _WON
        | frozenset(OCCUPATIONS)
        | lex.CONSECUTIVE
        | lex.FIRST
        | lex.LAST
        | lex.ONLY
        | lex.COUNTS
        | lex.MORE
        | lex.DIRECT
        | lex.SHOOT
        | lex.COMPOSE
        | lex.WHEN
        | lex.PERFORM
        | lex.MOST,
    ),
    Kind(awards.parse_field, _ALL),
    Kind(rankings.parse_shared, _RANKED | lex.words("other")),
    Kind(rest.parse, _ALL),
    Kind(
        companions.parse,
        _NAMED
        | frozenset(OCCUPATIONS)
        | lex.BOTH
        | lex.STAR
        | lex.ELSE
        | lex.TIE
        | lex.BEAT
        | lex.WRITE
        | lex.COMPOSE
        | lex.DIRECT
        | lex.SONG_NOUN
        | lex.PRODUCE
        | lex.LOSE
        | (lex.NEGATION | {"when"}),
    ),
    Kind(
        rivals.parse,
        _NAMED
        | frozenset(OCCUPATIONS)
        | lex.BEAT
        | lex.LOSE
        | lex.MORE
        | lex.COMPARE
        | lex.MOST
        | lex.NEGATION
        | lex.BOTH
        | lex.STAR
        | lex.COUNTRY_NOUN
        | lex.words("when"),
    ),
    Kind(
        history.parse,
        _WON
        | lex.FIRST
        | lex.LAST
        | lex.WHEN
        | lex.PRESENT
        | lex.DESCRIPTION
        | lex.SAME
        | lex.words("before"),
    ),
    Kind(rankings.parse, _RANKED),
    Kind(
        ties.parse,
        _NAMED
        | lex.TIE
        | lex.BOTH
        | lex.WHEN
        | lex.STAR
        | lex.PERFORM
        | lex.DIRECT
        | lex.words("record after"),
    ),
    Kind(big_five.parse, _NAMED | lex.LOSE | lex.BOTH | lex.WHEN | lex.words("after")),
    Kind(
        origins.parse,
        _WON
        | lex.COUNTRY_NOUN
        | lex.DESCRIPTION
        | lex.FIRST
        | lex.LAST
        | lex.ONLY
        | lex.COUNTS
        | lex.words("other than not"),
    ),
    Kind(
        combinations.parse,
        _WON
        | lex.BOTH
        | lex.NEVER
        | lex.NEGATION
        | lex.FIRST
        | lex.LAST
        | lex.ONLY
        | lex.LOSE
        | lex.TIE
        | lex.SAME
        | lex.COUNTS
        | lex.ELSE
        | lex.DIRECT
        | lex.WHEN
        | frozenset(lex.ORDINALS)
        | lex.PERFORM
        | lex.STAR
        | lex.COMPOSE
        | lex.SONG_NOUN
        | lex.words("where short shorts"),
    ),
    Kind(films_about.parse, _NAMED | lex.STAR),
    Kind(
        characters.parse,
        _NAMED
        | lex.words("when")
        | lex.LOSE
        | lex.PLAY
        | lex.ROLE_NOUN
        | lex.STAR
        | lex.PERFORM
        | lex.BLOCKERS
        | lex.SAME
        | lex.BOTH
        | lex.COUNTRY_NOUN
        | lex.KIN,
    ),
    Kind(
        songs.parse,
        _NAMED | lex.SONG_NOUN | lex.WRITE | lex.COMPOSE | lex.PERFORM | lex.WHEN | lex.STAR,
    ),
    Kind(
        countries.parse,
        _WON
        | lex.COUNTRY_NOUN
        | lex.BOTH
        | lex.SUBMIT
        | lex.DESCRIPTION
        | lex.FIRST
        | lex.LAST
        | lex.ONLY
        | lex.COUNTS
        | lex.WHEN
        | lex.WHERE
        | lex.NEVER,
    ),
    Kind(
        makers.parse,
        _NAMED
        | _MAKING
        | lex.PLAY
        | lex.COUNTRY_NOUN
        | lex.WHERE
        | lex.WHEN
        | lex.SPEAK
        | lex.PERFORM
        | lex.MOST
        | lex.STUDIO_NOUN,
    ),
    Kind(characters.in_film, _ALL),
    Kind(refusals.parse_unknown, _ALL),
    Kind(subjects.parse, _SUBJECTS),
    Kind(holders.parse, _SUBJECTS),
    Kind(
        awards.parse,
        _WON
        | lex.words("star stars actors")
        | lex.BOTH
        | lex.SONG_NOUN
        | lex.PERFORM
        | lex.DIRECT
        | lex.WRITE
        | lex.COMPOSE
        | lex.PRESENT
        | lex.REFUSE
        | lex.ELSE,
    ),
    Kind(moments.parse, _ALL),
    Kind(
        awards.weak_award,
        _WON
        | lex.DIRECT
        | lex.WRITE
        | lex.COMPOSE
        | lex.SONG_NOUN
        | lex.EDITED
        | lex.SHOOT
        | lex.DESCRIPTION,
    ),
)
"""The kinds of questions, in the order in which they are tried: the more particular first."""
