"""Finds the categories that a question names, under any name people use for them."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.ask.words import Word
from bot.names.catalogue import Catalogue

LONGEST_PHRASE = 9

# Words that name a category on their own, and words that do so only after "best" or "Oscar for":
# "which film won", "a director with two Oscars".
_STRONG = set(
    "cinematography screenplay editing score costume costumes makeup hairstyling directing "
    "documentary "
    "documentaries choreography thalberg hersholt sawyer casting vfx humanitarian".split()
)
_WEAK = {
    "actor": ("actor-leading",),
    "actors": ("actor-leading",),
    "actress": ("actress-leading",),
    "actresses": ("actress-leading",),
    "director": ("directing",),
    "directors": ("directing",),
    "direction": ("directing",),
    "film": ("best-picture",),
    "picture": ("best-picture",),
    "movie": ("best-picture",),
    "pictures": ("best-picture",),
    "song": ("original-song",),
    "songs": ("original-song",),
    "writer": ("original-screenplay", "adapted-screenplay"),
    "writing": ("original-screenplay", "adapted-screenplay"),
    "screenwriter": ("original-screenplay", "adapted-screenplay"),
    "script": ("original-screenplay", "adapted-screenplay"),
    "editor": ("film-editing",),
    "composer": ("original-score",),
    "music": ("original-score",),
    "soundtrack": ("original-score",),
    "sound": ("sound",),
    "effects": ("visual-effects",),
    "cinematographer": ("cinematography",),
    "photography": ("cinematography",),
    "foreign": ("international-feature",),
    "international": ("international-feature",),
    "animated": ("animated-feature",),
    "animation": ("animated-feature",),
    "cartoon": ("animated-short",),
    "short": ("live-action-short", "animated-short", "documentary-short"),
    "shorts": ("live-action-short", "animated-short", "documentary-short"),
    "acting": ("actor-leading", "actress-leading", "actor-supporting", "actress-supporting"),
    "supporting": ("actor-supporting", "actress-supporting"),
    "lead": ("actor-leading", "actress-leading"),
    "leading": ("actor-leading", "actress-leading"),
    "adapted": ("adapted-screenplay",),
    "honorary": ("honorary-award",),
    "dance": ("dance-direction",),
    "art": ("production-design",),
    "wardrobe": ("costume-design",),
}
OCCUPATIONS = {
    "actor": ("actor-leading", "actor-supporting"),
    "actors": ("actor-leading", "actor-supporting"),
    "actress": ("actress-leading", "actress-supporting"),
    "actresses": ("actress-leading", "actress-supporting"),
    "performer": ("actor-leading", "actress-leading", "actor-supporting", "actress-supporting"),
    "performers": ("actor-leading", "actress-leading", "actor-supporting", "actress-supporting"),
    "director": ("directing",),
    "directors": ("directing",),
    "filmmaker": (),
    "filmmakers": (),
    "composer": ("original-score", "original-song", "song-or-adaptation-score"),
    "composers": ("original-score", "original-song", "song-or-adaptation-score"),
    "songwriter": ("original-song",),
    "songwriters": ("original-song",),
    "lyricist": ("original-song",),
    "cinematographer": ("cinematography",),
    "cinematographers": ("cinematography",),
    "dp": ("cinematography",),
    "cameraman": ("cinematography",),
    "cameramen": ("cinematography",),
    "writer": ("original-screenplay", "adapted-screenplay", "original-story"),
    "writers": ("original-screenplay", "adapted-screenplay", "original-story"),
    "screenwriter": ("original-screenplay", "adapted-screenplay", "original-story"),
    "screenwriters": ("original-screenplay", "adapted-screenplay", "original-story"),
    "editor": ("film-editing",),
    "editors": ("film-editing",),
    "producer": ("best-picture",),
    "producers": ("best-picture",),
    "playwright": ("original-screenplay", "adapted-screenplay", "original-story"),
    "novelist": ("original-screenplay", "adapted-screenplay", "original-story"),
    "author": ("original-screenplay", "adapted-screenplay", "original-story"),
    "musician": ("original-score", "original-song", "song-or-adaptation-score"),
    "singer": ("original-song",),
}
_BEST = {"best", "outstanding"}
_JOINTS = {
    "and",
    "or",
    "but",
    "plus",
    "&",
    "for",
    "also",
    "as",
    "well",
    "both",
    "a",
    "the",
    "not",
} | {
    "another",
    "one",
}
_GENERIC = {"featurefilm", "featurefilms", "motionpicture", "motionpictures"}
"""A category only after "best"."""

_MEN = {"actor", "actors", "male", "man", "men"}
_WOMEN = {"actress", "actresses", "female", "woman", "women"}
_BOTH = ("actor-", "actress-")
ACTING = frozenset({"actor-leading", "actress-leading", "actor-supporting", "actress-supporting"})
_COLOUR = {"color", "colour"}
_PRIZES = {"oscar", "oscars", "award", "awards", "prize", "prizes", "statuettes", "categories"}
_NODS = {"nomination", "nod", "nominated", "oscar"}
_VOTED = {"voted", "named", "judged", "chosen"}
_FILM = {"film", "movie", "picture", "song"}
_AWARD = {"oscar", "oscars", "award", "awards"}
# After "best" these begin no category: "best known", "at best", "best of all".
_NOT_CATEGORY = {"known", "of", "ever", "all", "when", "for", "to"}


@dataclass(frozen=True, slots=True)
class CategoryMention:
    """A category, or several of one name, and the words that name it.

    sure: whether they can mean nothing else; other ones are taken only where they fit.
    """

    start: int
    end: int
    ids: tuple[str, ...]
    sure: bool


def categories_in(
    words: Sequence[Word], busy: set[int], catalogue: Catalogue
) -> tuple[list[CategoryMention], str | None]:
    """Return the categories named, in order, and the "best ..." that is no category, if any."""
    texts = [word.text for word in words]
    found: list[CategoryMention] = []
    unknown: str | None = None
    at = 0
    while at < len(texts):
        mention = _longest(texts, at, busy, catalogue)
        if mention is not None:
            found.append(mention)
            at = mention.end
            continue
        if texts[at] in _BEST and at + 1 < len(texts) and at not in busy:
            following = texts[at + 1]
            voted = _VOTED & set(texts[max(0, at - 2) : at])
            if (
                not voted
                and following not in _NOT_CATEGORY
                and at + 1 not in busy
                and following not in _AWARD
            ):
                unknown = unknown or following
        at += 1
    found = list(_promoted(texts, list(_described(texts, found))))
    found = list(_coordinated(texts, found))
    found = [_coloured(mention, texts, catalogue) for mention in found]
    found = [m for m in found if m.sure or m.end - m.start == 1]
    return found, unknown


def _longest(
    texts: Sequence[str], at: int, busy: set[int], catalogue: Catalogue
) -> CategoryMention | None:
    start = at
    best = texts[at] in _BEST
    if best:
        at += 1
        while at < len(texts) and texts[at] in (
            "in",
            "the",
            "achievement",
            "performance",
            "by",
            "a",
            "an",
            "oscar",
        ):
            at += 1
    for end in range(min(len(texts), at + LONGEST_PHRASE), at, -1):
        if not busy.isdisjoint(range(start, end)):
            continue
        squashed = "".join(texts[at:end])
        ids = catalogue.categories.exact_squashed(squashed)
        if not ids and texts[end - 1].endswith("s") and end - at > 1:
            ids = catalogue.categories.exact_squashed(squashed[:-1])
        weak = _WEAK.get(squashed) if end - at == 1 else None
        if not ids and not weak:
            continue
        if squashed in _GENERIC and not best:
            continue
        sure = best or (end - at > 1) or squashed in _STRONG
        if not best and end - at == 1 and weak is None and squashed not in _STRONG:
            continue
        if end - at == 1 and weak is not None:
            ids = weak if not best or squashed in _WEAK else ids
        return CategoryMention(start, end, _heads(ids, catalogue), sure)
    return None


def _coloured(
    mention: CategoryMention, texts: Sequence[str], catalogue: Catalogue
) -> CategoryMention:
    """Take "cinematography ... color" for the award of the years that were split by colour."""
    words = set(texts)
    men, women = not words.isdisjoint(_MEN), not words.isdisjoint(_WOMEN)
    if men != women and len(mention.ids) == len(_BOTH) and set(mention.ids) <= ACTING:
        return replace(mention, ids=tuple(i for i in mention.ids if i.startswith(_BOTH[women])))
    split = (
        "black-and-white" if {"black", "white"} <= words else "color" if words & _COLOUR else None
    )
    if split is None or not mention.sure or len(mention.ids) > 1:
        return mention
    narrower = f"{mention.ids[0]}-{split}"
    if narrower not in catalogue.almanac.categories:
        return mention
    return replace(mention, ids=(narrower,))


def _heads(ids: Sequence[str], catalogue: Catalogue) -> tuple[str, ...]:
    categories = catalogue.almanac.categories
    heads = {id_ for id_ in ids if categories[id_].family == id_}
    return tuple(i for i in dict.fromkeys(ids) if i in heads or categories[i].family not in heads)


_HELD = {"winner", "winners", "nominee", "nominees", "winning"} | _AWARD
KINDS_OF_FILMS = {
    "animated-feature",
    "international-feature",
    "documentary-feature",
    "live-action-short",
    "animated-short",
}


def _described(texts: Sequence[str], found: Sequence[CategoryMention]) -> Iterator[CategoryMention]:
    """Leave out a kind of film beside a category: "animated films nominated for Best Picture"."""
    best = [m for m in found if m.sure]
    for mention in found:
        kind = set(mention.ids) <= KINDS_OF_FILMS and texts[mention.start] not in _BEST
        # "in both animated feature and best picture" names two categories all the same.
        joined = {"and", "both", "or"} & set(texts[max(0, mention.start - 1) : mention.end + 1])
        joined |= _HELD & set(texts[max(0, mention.start - 2) : mention.end + 1])
        if kind and any(other is not mention for other in best) and not joined:
            continue
        yield mention


_RANKS = {"lead": "leading", "leading": "leading", "supporting": "supporting"}


def _coordinated(
    texts: Sequence[str], found: Sequence[CategoryMention]
) -> Iterator[CategoryMention]:
    """Read "lead and supporting actress", "supporting actor and actress" as two of a kind each."""
    for place, mention in enumerate(found):
        before = found[place - 1] if place else None
        after = found[place + 1] if place + 1 < len(found) else None
        word = texts[mention.start] if mention.end - mention.start == 1 else ""
        if word in _RANKS and after is not None and _is_joined(texts, mention, after):
            genders = {id_.split("-")[0] for id_ in after.ids}
            kept = tuple(id_ for id_ in mention.ids if id_.split("-")[0] in genders)
            yield replace(mention, ids=kept or mention.ids)
        elif (
            word in ("actor", "actress")
            and before is not None
            and _is_joined(texts, before, mention)
            and (rank := _RANKS.get(texts[before.end - 2]))
            and texts[before.end - 1] in ("actor", "actress")
        ):
            yield replace(mention, ids=(f"{word}-{rank}",))
        else:
            yield mention


def _is_joined(texts: Sequence[str], left: CategoryMention, right: CategoryMention) -> bool:
    between = texts[left.end : right.start]
    return bool(between) and set(between) <= {"and", "or", "both"}


def _stands_for_award(texts: Sequence[str], mention: CategoryMention) -> bool:
    """Whether the words beside a weak one make it an award: "supporting prizes"."""
    word = texts[mention.start]
    before = texts[max(0, mention.start - 3) : mention.start]
    following = texts[mention.end : mention.end + 4]
    return (
        (word in ("supporting", "writing", "sound") and not _PRIZES.isdisjoint(following[:1]))
        or (before[-1:] == ["whose"] and word == "director")
        or (before[1:] == ["for", "the"] and before[0] in _NODS and word not in _FILM)
        or (not _VOTED.isdisjoint(following[:2]) and "best" in following)
    )


def _begins_pair(texts: Sequence[str], pair: Sequence[CategoryMention]) -> bool:
    """Whether two are won together: "won picture and director"."""
    if len(pair) < 2 or not pair[0].start:
        return False
    won = texts[pair[0].start - 1] in ("won", "win", "wins", "winning", "both")
    return won and list(texts[pair[0].end : pair[1].start]) == ["and"]


def _promoted(texts: Sequence[str], found: Sequence[CategoryMention]) -> Iterator[CategoryMention]:
    """Take weak ones for categories where they follow "Oscar for", or stand in a list of such."""
    sure = [mention.sure for mention in found]
    for place, mention in enumerate(found):
        before = texts[mention.start - 1] if mention.start else ""
        before2 = texts[mention.start - 2] if mention.start > 1 else ""
        if before in ("for", "in", "as") and (
            before2 in _AWARD
            or before2 in ("won", "win", "nominated", "nod", "nomination", "nominations", "up")
        ):
            sure[place] = texts[mention.start] not in _FILM | {"acting"} or before == "for"
        if _stands_for_award(texts, mention) or _begins_pair(texts, found[place : place + 2]):
            sure[place] = True
        if before == "oscar" and texts[mention.start] not in _FILM | {"songs"}:
            sure[place] = True
    changed = True
    while changed:
        changed = False
        for place, (left, right) in enumerate(itertools.pairwise(found)):
            between = texts[left.end : right.start]
            # "best director for the film Braveheart" names one award.
            titled = between[-2:] == ["for", "the"] and texts[right.start] in _FILM
            joined = all(word in _JOINTS for word in between) and not titled
            near = bool(between) or left.end == right.start
            if joined and near and sure[place] != sure[place + 1]:
                sure[place] = sure[place + 1] = True
                changed = True
    for mention, is_sure in zip(found, sure, strict=True):
        yield replace(mention, sure=is_sure)
