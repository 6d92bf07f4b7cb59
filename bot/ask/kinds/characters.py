"""Who played whom: from a character to the performer, and from a performer to the character."""

import re
from collections.abc import Collection, Sequence

from bot.ask import lexicon
from bot.ask.frame import Frame
from bot.ask.kinds.character_query import CharacterQuery, RoleQuery, SameCharacterQuery
from bot.ask.parts import Part
from bot.ask.query import Decline, Query
from bot.ask.senses import Mention
from bot.names.fold import fold, key
from bot.store.almanac import Almanac

_ENDS = lexicon.words(
    "in for at from who what which film movie win won oscar and when that best name oscars during "
    "opposite"
)
_SKIP = lexicon.words("the a an as of role character part named called s her his their")

# Words for a role, with the words of a character's name that stand for it.
_ROLES = {"emcee": ("ceremonies",), "mc": ("ceremonies",)}


def parse(frame: Frame) -> Query | None:
    """Recognise a character, or somebody whose character is asked for."""
    person = frame.first_named("person")
    both = _same_character(frame)
    if both is not None:
        return both
    if person is not None and _asks_role(frame):
        return _role(frame, person.ids)
    if frame.says("how many|how often|(?:which|what) countr(?:y|ies)"):
        return None
    if person is None and _SOME_KIND.search(frame.text):
        return _OF_A_KIND
    plays = frame.has(lexicon.PLAY) or frame.says(
        r"(?:the )?(?:role|part|character|portrayal|performance) (?:of|as)|as <character>|"
        r"turn as|(?:for being|behind|won as) <(?:character|film)>"
    )
    as_character = frame.says(r"as <character>|as (?:the )?\w+")
    surname = person is not None and not person.exact and frame.says(_PLAYED_SURNAME)
    spelt = _by_words(frame, least=1 if surname else 2) if plays or as_character else []
    if spelt:
        query = _query(frame, spelt, in_part=True)
        others = _named_parts(frame) if isinstance(query, Decline) else []
        won = [part for part in others if part.nomination and part.nomination.won]
        return _query(frame, won) if won else query
    awarded = frame.has(lexicon.WIN, lexicon.NOMINATE)
    if not plays and not (as_character and awarded) and not _only_character(frame):
        return None
    if person is not None and not any(
        m.sense("character") for m in frame.mentions if m.sense("person")
    ):
        return None
    if frame.says(rf"<(?:character|film)> (?:{'|'.join(_KIN)})\b"):
        related = _related(frame)
        return _query(frame, related) if related else _OF_KIN
    parts = _described(frame) or _named_parts(frame)
    parts = parts or _by_words(frame, least=1) or _title_role(frame)
    if not parts and frame.says(_PLAYED_FILM):
        return in_film(frame) or _UNTOLD
    return (
        _query(frame, parts, in_part=frame.says(r"<character> (?:ii|iii|iv)\b")) if parts else None
    )


_SOME_KIND = re.compile(r"\b(?:play(?:s|ed|ing)?|portray(?:s|ed|ing)?) an? \w+")
_OF_A_KIND = Decline(
    "Characters are on record by their names here, not by what they are.",
    ("who played Clarice Starling",),
    "who played a kind of character",
)
_KIN = {
    **dict.fromkeys(("mother", "mom", "wife"), "mrs"),
    **dict.fromkeys(("father", "dad", "husband"), "mr"),
    **dict.fromkeys(("son", "daughter", "brother", "sister"), ""),
}
"""Words for relatives, with the title that such a character goes by."""

_OF_KIN = Decline("Who is related to whom is not on record here.", (), "a relative of a character")
_PLAYED_FILM = r"(?:play|portray)(?:s|ed|ing) <film>"
_UNTOLD = Decline("Whoever played that is not on record here.", (), "who played a character")


def parse_name(frame: Frame) -> Query | None:
    """Recognise the question after the name of somebody's character, whatever describes it."""
    person, film = frame.first_named("person"), frame.first_named("film")
    if person is None:
        return None
    of_film = film is not None and frame.says(_NAME_OF_ROLE)
    return _role(frame, person.ids) if of_film or frame.says(_WHOM_PLAYED) else None


_PLAYED_SURNAME = r"(?:play(?:s|ed|ing)?|portray(?:s|ed|ing)?|embod(?:ies|ied|ying)) <person>"
_WHOM_PLAYED = (
    r"(?:the|which|what) (?:\w+ ){1,3}<person> (?:played|plays|embodied|embodies|portrayed|"
    r"portrays)(?: in <film>| for <film>| when| to win| at <time>|$)"
)
_NAME_OF_ROLE = r"(?:character|role|part)s? (?:is |was )?(?:name|called)|name of (?:\w+ )?character"


def _same_character(frame: Frame) -> Query | None:
    people = frame.named_things("person")
    if len(people) != 2 or not frame.says(r"same (?:\w+ )?(?:character|role|part)"):
        return None
    one, two = (tuple(frame.spotter.parts.of_people(sense.ids)) for sense in people)
    return SameCharacterQuery((one, two)) if one and two else None


def _asks_role(frame: Frame) -> bool:
    """Whether a person's character is asked for: "who did she play", "the singer she played"."""
    named = frame.has(lexicon.ROLE_NOUN) and frame.says(
        r"(?:what|which|name (?:the|of the)) (?:\w+ ){0,3}(?:role|character|part)|(?:role|"
        r"character|part) did|who did <person>(?: <film>)? play|for playing (?:who|whom|"
        r"what|which)|playing (?:who|what|which)|whom did"
    )
    return named or frame.says(
        r"<film> (?:role|character|part)(?: name)?$|<person> (?:\w+ )?(?:role|character|part)s?\b|"
        r"name of <person> <film>|(?:role|character|part) in <film>|"
        r"playing this \w+|his role as this|her role as this|"
        r"who did <person> play|for playing (?:who|whom|what|which)|playing which|what "
        r"did <person> play|(?:play|played|playing|portray|portraying) (?:what|which|whom)"
    )


def _related(frame: Frame) -> list[Part]:
    """Return the parts of the relative: "Forrest Gump's mother" is Mrs. Gump."""
    mention = next((m for m in frame.mentions if m.sense("character")), None)
    sense = mention.sense("character") if mention else None
    title = next(title for word, title in _KIN.items() if word in frame.free_set)
    found = []
    for number in sense.ids if sense else ():
        part = frame.spotter.parts[number]
        surname = key(part.character).split()[-1]
        pool = frame.spotter.parts.in_films((part.film_id,))
        found += [p for p in pool if title and key(p.character).split() == [title, surname]]
    return found


def _described(frame: Frame) -> list[Part]:
    """Return the parts whose names hold more of the words than the character that was found.

    "Stephen Hawking's wife Jane" is Jane Hawking, and not whoever is called just Jane.
    """
    at = next((at for at, text in enumerate(frame.texts) if text in lexicon.PLAY), None)
    several = len([m for m in frame.mentions if m.senses[0].kind == "character"]) > 1
    if at is None or frame.first_named("film") or not (frame.unknown or several):
        return []
    words = [word.base for word in frame.words[at + 1 :]]
    words += [word[:-1] for word in words if word.endswith("s")]
    return frame.spotter.parts.with_most_words(words)


def _named_parts(frame: Frame) -> list[Part]:
    """Return the parts of the characters named, in the films named if there are any."""
    named = [m for m in frame.mentions if m.sense("character") and not _within(frame, m)]
    numbers = [i for m in named for i in (m.sense("character") or m.senses[0]).ids]
    for mention in named:
        # "King Henry VIII" may stand as Henry VIII.
        numbers += frame.spotter.parts.untitled(frame.texts[mention.start : mention.end])
    parts = [frame.spotter.parts[number] for number in numbers]
    # A title that is the character's name too is meant as the character.
    films = [
        sense.ids
        for m in frame.mentions
        if m not in named or (m is not named[0] and m.senses[0].kind == "film")
        if (sense := m.sense("film"))
    ]
    wanted = frozenset(i for ids in films for i in ids)
    if not wanted:
        return parts
    inside = [part for part in parts if part.film_id in wanted]
    if inside or not named:
        return inside
    words = [frame.texts[at] for at in range(named[0].start, named[0].end)]
    return _with_words(frame, [w for w in words if w not in _SKIP], wanted)


def _title_role(frame: Frame) -> list[Part]:
    """Return the part that a film is named after: "who played lawrence of arabia"."""
    film = frame.first_named("film")
    if film is None or not frame.says(r"(?:played|plays|playing|portrayed|portraying) <film>"):
        return []
    title = {key(w) for w in fold(frame.almanac.films[film.ids[0]].title).split()} - _SKIP
    pool = frame.spotter.parts.in_films(film.ids[:1])
    return [part for part in pool if title & set(key(part.character).split())]


def _within(frame: Frame, mention: Mention) -> bool:
    """Whether a name stands after "in", as only a film's does."""
    return mention.start > 0 and frame.texts[mention.start - 1] in ("in", "from")


def in_film(frame: Frame) -> Query | None:
    """Recognise a character of the film named by words that are no name elsewhere."""
    ids = [i for sense in frame.named_things("film") for i in sense.ids]
    words = [word.text for word in frame.unknown] + [w for w in frame.free if w in _ROLES]
    if whom := re.search(r"who (?:was|is|were) (?:the )?(\w+)(?: \w+)? in <film>", frame.free_text):
        words.append(whom[1])
    if not ids or not words:
        return None
    wanted = {key(name) for word in words for name in (word, *_ROLES.get(word, ()))}
    parts = frame.spotter.parts.in_films(ids)
    found = [p for p in parts if wanted & set(key(p.character).split())]
    return _query(frame, found) if len({p.character for p in found}) == 1 else None


def _query(frame: Frame, parts: Sequence[Part], *, in_part: bool = False) -> Query | None:
    """Narrow the parts by the performer, the time and the category named.

    in_part: whether the words may be those of another character too; that nobody won for it is
    not to be told then.
    """
    performer = frame.first_named("person") if frame.says("<person> as ") else None
    if performer is not None:
        parts = [p for p in parts if p.person_id in performer.ids]
    if frame.period is not None:
        numbers_ = {*frame.period.ceremonies, *frame.period.others}
        then = [p for p in parts if _night(p, frame.almanac) in numbers_]
        parts = then or parts
    if frame.category_ids:
        fitting = [p for p in parts if p.nomination and p.nomination.category_id in frame.scope_ids]
        parts = fitting or parts
    if frame.has(lexicon.LOSE):
        parts = [p for p in parts if p.nomination and not p.nomination.won]
    seen = {(p.film_id, p.person_id): p for p in parts}
    if not seen:
        return None
    won = any(p.nomination and p.nomination.won for p in parts)
    if in_part and not won and frame.has(lexicon.WIN) and not frame.has(lexicon.NOMINATE):
        if frame.first_named("film") and frame.occupation:
            return None  # whoever won for that film is told instead
        return Decline("A win for that character is not on record here.", (), "a character")
    nominated = frame.has(lexicon.NOMINATE)
    won = frame.has(lexicon.WIN) and not frame.says("nominated")
    return CharacterQuery(tuple(seen.values()), won, nominated)


def _only_character(frame: Frame) -> bool:
    """Whether a character is all that is named, with a question after the performer."""
    kinds = [m.senses[0].kind for m in frame.mentions]
    if frame.free_text == "<character>":
        return True
    return (
        kinds.count("character") == 1
        and "person" not in kinds
        and (frame.says(r"who|which (?:actor|actress)|actor|actress|oscar"))
    )


def _role(frame: Frame, ids: Sequence[str]) -> Query | None:
    mine = _asked_of(frame, frame.spotter.parts.of_people(ids))
    if not mine:
        return None
    best = max({p.person_id for p in mine}, key=frame.spotter.catalogue.people.weight)
    mine = [p for p in mine if p.person_id == best]
    if frame.says(r"first"):
        mine = mine[:1]
    elif frame.says(r"second|2nd"):
        mine = mine[1:2]
    return RoleQuery(best, tuple(mine[:8])) if mine else None


def _asked_of(frame: Frame, parts: Sequence[Part]) -> Sequence[Part]:
    """Return those of somebody's parts that are asked about; none where no win is for a part."""
    films = {i for sense in frame.named_things("film") for i in sense.ids}
    kept = [p for p in parts if not films or p.film_id in films]
    up = [p for p in kept if p.nomination]
    if frame.category_ids:
        up = [p for p in up if p.nomination and p.nomination.category_id in frame.scope_ids]
    if frame.has(lexicon.WIN):
        kept = [p for p in up if p.nomination and p.nomination.won]
    elif frame.category_ids or frame.has(lexicon.NOMINATE):
        kept = up or kept
    if frame.period is None:
        return kept
    numbers = {*frame.period.ceremonies, *frame.period.others}
    return [p for p in kept if _night(p, frame.almanac) in numbers] or kept


def _by_words(frame: Frame, *, least: int) -> list[Part]:
    """Find the character by the words after "playing", which may be only a part of its name.

    least: how many words there must be.
    """
    words = list(frame.texts)
    cues = lexicon.PLAY | {"as", "of", "portrayal", "portraying", "role", "character"}
    starts = [at for at, word in enumerate(words) if word in cues]
    for start in reversed(starts):
        wanted: list[str] = []
        places: set[int] = set()
        for at in range(start + 1, len(words)):
            if words[at] in _SKIP and not wanted:
                continue
            if words[at] in _ENDS or words[at] in lexicon.PLAY:
                break
            wanted.append(words[at])
            places.add(at)
        if len(wanted) < least:
            continue
        # A film that is named by these very words is the character's name, not a film.
        films = {
            i
            for m in frame.mentions
            if places.isdisjoint(range(m.start, m.end)) and (sense := m.sense("film"))
            for i in sense.ids
        }
        found = _with_words(frame, wanted, films)
        if not found and not films and least == 1:
            found = frame.spotter.parts.like(" ".join(wanted))
        if found and len(found) <= 12:
            return found
    return []


def _with_words(frame: Frame, wanted: Sequence[str], films: Collection[str]) -> list[Part]:
    """Return the parts, of some films if there are any, whose names have all words, or some."""
    if not films:
        return frame.spotter.parts.with_words(wanted)
    pool = frame.spotter.parts.in_films(films)
    named = [(part, set(key(part.character).split())) for part in pool]
    asked = {key(word) for word in wanted}
    return [p for p, words in named if asked <= words] or [p for p, words in named if asked & words]


def _night(part: Part, almanac: Almanac) -> int:
    if part.nomination:
        return part.nomination.ceremony
    ceremony = almanac.film_ceremony(part.film_id)
    return ceremony.number if ceremony else 0
