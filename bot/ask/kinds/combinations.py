"""Recognises a combination of categories, or the first or last of a category."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.ask import lexicon
from bot.ask.categories import ACTING, CategoryMention
from bot.ask.frame import Frame
from bot.ask.kinds.combination_query import CombinationQuery, EdgeQuery
from bot.ask.kinds.picks import pick_of
from bot.ask.leftovers import narrows
from bot.ask.query import Query, Scope
from bot.wording import listed

_FILMS = lexicon.words("film films movie movies picture pictures")
_PEOPLE = lexicon.words(
    "actor actors actress actresses person people performer performers director directors women "
    "men who anyone anybody somebody composer composers"
)
_NEGATIONS = lexicon.words(
    "but without not no loses except despite never though yet minus losing lost lose didnt wasnt "
    "werent hasnt zero lacking although missed failed"
)
_NEGATED = (
    r"<category>(?: [\w<>]+){0,6} (?:but(?: not| never| without| did not| didnt| no| lost| failed "
    r"to win| the)?|without|not|and not|yet not|never|no|zero|0|lacking|though not|minus|losing|"
    r"lost|lose|loses|wasnt|werent|hasnt|didnt|missed|failed)"
    r"(?: [\w<>]+){0,5} <category>|but <category> (?:lost|lose|went|didnt|did not)"
)
_WHOSE = (
    r"\bwhose(?: own)? <category> (?:wasnt|didnt|hadnt|werent|never|lost|missed|"
    r"(?:was|were|did|had|is) (?:not|never))"
)
_LISTED = (
    r"\b(?:films?|movies?|pictures?|people|persons?|actors|actresses|directors|women|men|"
    r"performers|who (?:has|have|else)|anyone|anybody|has any|only|"
    r"(?:winner|nominee)s? (?:that|which|who|whose|with|without|to also))\b"
)
_PICTURE = frozenset({"best-picture"})
_ROLES = lexicon.words("lead leading supporting")
_TWO_NODS = r"an? (?:lead(?:ing)?|supporting)\b(?: \w+){0,2} and an? (?:lead(?:ing)?|supporting)\b"
_BOTH = (
    r"\bboth|also (?:nominated|up|won)|won(?: \w+)? too|as well as|same (?:film|movie|role)|double"
)


@dataclass(frozen=True, slots=True)
class _Group:
    """Categories named together, one of which is enough. start: where they stand."""

    start: int
    ids: frozenset[str]
    name: str


def parse(frame: Frame) -> Query | None:
    """Recognise a combination, or the first or last of a category."""
    if frame.first_named("film", "person", "character", "song"):
        return None
    return _combination(frame) or _edge(frame)


def _combination(frame: Frame) -> Query | None:
    mentions = _mentions(frame)
    alone = _alone(frame, mentions[0]) if len(mentions) == 1 else None
    if alone is not None:
        return alone
    if len(mentions) == 1 and len(mentions[0].ids) == 2 and frame.says("both"):
        mentions = [replace(mentions[0], ids=(id_,)) for id_ in mentions[0].ids]
    if len(mentions) < 2:
        return None
    single_night = frame.period is not None and not frame.period.is_span
    told = _marked(frame, mentions)
    negated = re.search(f"{_NEGATED}|{_WHOSE}", told) is not None
    two_roles = frame.says(_TWO_NODS)
    listing = two_roles or re.search(_LISTED, told) is not None
    both = two_roles or re.search(_BOTH, told) is not None
    if not (negated or both or listing):
        return None
    listing = listing or re.search(r"(?:for|in|won|win) both\b", told) is not None
    if single_night and not (both and listing) and not negated:
        return None
    films = _films(frame, [id_ for mention in mentions for id_ in mention.ids])
    scope = frame.spotter.catalogue.category_scope
    groups = [
        _Group(
            mention.start,
            frozenset(i for id_ in mention.ids for i in scope(id_)),
            _called(mention, frame),
        )
        for mention in mentions
    ]
    groups.sort(key=lambda group: group.start)
    groups = _either(groups, frame)
    if negated:
        return _but_not(frame, told, groups, films=films)
    return _every(frame, groups, films=films)


def _either(groups: Sequence[_Group], frame: Frame) -> list[_Group]:
    """Take "animated or foreign" for one group, beside another."""
    kept: list[_Group] = []
    for group in groups:
        before = kept[-1] if len(kept) > 1 else None
        if before and frame.texts[group.start - 1] == "or":
            name = f"{before.name} or {group.name}"
            kept[-1] = _Group(before.start, before.ids | group.ids, name)
        else:
            kept.append(group)
    return kept


def _called(mention: CategoryMention, frame: Frame) -> str:
    if set(mention.ids) == ACTING:
        return "an acting award"
    return listed([frame.almanac.categories[i].name for i in mention.ids], "or")


def _marked(frame: Frame, mentions: Sequence[CategoryMention]) -> str:
    """Return the free words with a mark for each of the categories that are combined."""
    spans = {at: mention for mention in mentions for at in range(mention.start, mention.end)}
    parts = []
    for at, text in enumerate(frame.texts):
        if at in spans:
            parts += ["<category>"] if spans[at].start == at else []
        elif at not in frame.named:
            parts.append(text)
    return " ".join(parts)


def _mentions(frame: Frame) -> list[CategoryMention]:
    """Return the categories named for certain; beside another, "acting" is one too."""
    mentions = [mention for mention in frame.categories if mention.sure]
    if not mentions and frame.says(_TWO_NODS):
        mentions = [m for m in frame.categories if frame.texts[m.start] in _ROLES]
    acting = re.search(r"\bacting\b", frame.text) if mentions else None
    at = frame.texts.index("acting") if acting else 0
    if acting and not any(mention.start <= at < mention.end for mention in mentions):
        mentions.append(CategoryMention(at, at + 1, tuple(sorted(ACTING)), sure=True))
        mentions.sort(key=lambda mention: mention.start)
    return mentions


def _but_not(frame: Frame, told: str, groups: Sequence[_Group], *, films: bool) -> Query | None:
    """Return the categories before the negation without those after it."""
    cut = _negation_place(frame)
    if re.search(_WHOSE, told):
        cut = min(cut, frame.texts.index("whose"))
    positive = [group for group in groups if group.start < cut]
    negative = [group for group in groups if group.start >= cut]
    if not (positive and negative):
        return None
    nominated = any(text in lexicon.NOMINATE for text in frame.texts[:cut])
    # "Who won Best Director but not Best Picture": the film is meant, as Best Picture is its prize.
    by_film = not films and any(group.ids == _PICTURE for group in groups)
    wins = bool(_won_at(frame)) or not nominated
    not_even_nominated = re.search(
        r"\bwithout(?: \w+){0,2} (?:nomination|nod) for (?:the )?<category>|"
        r"\b(?:no|not|without|never|zero|0|lacking)(?: \w+){0,4} <category> (?:nominations?|"
        r"nominated|nods?|noms?)\b|\b(?:not|never|wasnt|werent)(?: \w+){0,2} "
        r"nominated(?: \w+){0,2} <category>|\bno <category> nominat|"
        r"\bwhose(?: own)? <category> (?:wasnt|was not|was never)(?: even)? nominated",
        told,
    )
    return CombinationQuery(
        films or by_film,
        every=tuple(group.ids for group in positive),
        none=frozenset(id_ for group in negative for id_ in group.ids),
        names=tuple(group.name for group in positive),
        without=tuple(dict.fromkeys(group.name for group in negative)),
        won=(True if wins else None,) * len(positive),
        period=frame.period,
        pick=pick_of(frame),
        none_won=None if not_even_nominated else True,
        people_told=by_film and all(group.ids != _PICTURE for group in positive),
    )


def _every(frame: Frame, groups: Sequence[_Group], *, films: bool) -> Query:
    """Return all of the categories, each won or nominated for as the question says."""
    won_at = _won_at(frame)
    nominated = frame.has(lexicon.NOMINATE) or frame.says("up for")
    won: list[bool | None] = [None if nominated and not won_at else True] * len(groups)
    if nominated and won_at and len(groups) == 2:
        # "won X and was nominated for Y": each verb goes with the category after it.
        nominated_at = next(
            i for i, text in enumerate(frame.texts) if text in lexicon.NOMINATE or text == "up"
        )
        won = [
            None
            if nominated_at < group.start
            and not any(nominated_at < at < group.start for at in won_at)
            else True
            for group in groups
        ]
    one_film = frame.says(r"same (?:film|movie|role|part|performance)") and not films
    one_night = frame.says(r"same (?:year|night|ceremony)|one (?:night|year)|same")
    return CombinationQuery(
        films,
        every=tuple(group.ids for group in groups),
        none=frozenset(),
        names=tuple(group.name for group in groups),
        without=(),
        won=tuple(won),
        period=frame.period,
        pick=pick_of(frame),
        one_night=one_night and not films,
        one_film=one_film,
    )


def _alone(frame: Frame, mention: CategoryMention) -> Query | None:
    """Recognise "whose only Oscar was Best Picture", and nominees of a night that won nothing."""
    scope = frame.scope_ids
    others = frozenset(
        id_ for id_, c in frame.almanac.categories.items() if c.competitive and id_ not in scope
    )
    query = CombinationQuery(
        _films(frame, mention.ids),
        every=(scope,),
        none=others,
        names=frame.scope_names,
        without=("any other",),
        won=(True,),
        period=frame.period,
        pick=pick_of(frame),
    )
    if frame.says(
        r"only (?:one )?(?:oscar|award|win|academy award)(?: \w+){0,4} <category>|nothing (?:but|"
        r"except)|no other (?:oscar|award)s?|only won <category>|won only <category>|just "
        r"<category>|<category>(?: \w+){0,3} (?:its|their) only (?:oscar|award|win)|"
        r"<category> winners?(?: \w+){0,2} (?:only|just) (?:one|1) (?:oscar|award|win)"
    ) or (frame.says("nothing else") and not frame.has(lexicon.NOMINATE)):
        return query
    if frame.says(
        r"(?:any|no) other categor(?:y|ies)|no other (?:nominations?|nods)|only "
        r"nominat(?:ion|ed)(?: \w+){0,3} <category>|nothing else"
    ):
        won = True if frame.has(lexicon.WIN) else None
        return replace(query, without=("any other category",), won=(won,), none_won=None)
    empty = frame.says(
        r"empty handed|won nothing|without (?:a |any )?(?:win|oscar)|left with nothing|no "
        r"(?:wins|oscars)|(?:won|with) (?:none|zero)|winless|nothing"
    )
    if empty and frame.has(lexicon.NOMINATE):
        names = (f"a nomination for {listed(frame.scope_names)}",)
        return replace(
            query, none=others | scope, names=names, without=("any win",), won=(None,), pick=0
        )
    return None


def _edge(frame: Frame) -> Query | None:
    pick = pick_of(frame)
    if not pick or not frame.category_ids or frame.blockers - {"film"}:
        return None
    if frame.has(lexicon.FIRST) and frame.has(lexicon.LAST):
        return None
    if frame.has({"whose"}, lexicon.NEVER - lexicon.words("none nothing")) or narrows(frame):
        return None
    if frame.period is not None and not frame.period.is_span:
        # "the first Oscar for Makeup in 1982": the year is told besides, and must fit.
        scope = Scope(categories=frame.scope_ids, won=True)
        edge = EdgeQuery(frame.category_ids, scope, pick)
        rows = edge.rows(frame.almanac)
        night = rows[0 if pick > 0 else -1].ceremony
        return edge if night in (*frame.period.ceremonies, *frame.period.others) else None
    nominees = frame.has(lexicon.NOMINATE) and not frame.has(lexicon.WIN)
    scope = Scope(categories=frame.scope_ids, won=None if nominees else True)
    if frame.period is not None:
        scope = scope.with_(ceremonies=frozenset(frame.period.ceremonies))
    country = frame.first_named("country")
    if country is not None:
        scope = scope.with_(countries=frozenset(country.ids))
    place = next((n for w, n in lexicon.ORDINALS.items() if w in frame.free_set and n > 1), 1)
    return EdgeQuery(frame.category_ids, scope, pick, place)


def _won_at(frame: Frame) -> list[int]:
    """Return where the words for a win stand."""
    return [at for at, text in enumerate(frame.texts) if text in lexicon.WIN]


def _films(frame: Frame, ids: Sequence[str]) -> bool:
    """Whether films are asked for, and not people."""
    if frame.says(r"same (?:film|movie|role|part|performance)") and frame.has(_PEOPLE):
        return False
    if frame.has(_FILMS):
        return True
    return not frame.has(_PEOPLE) and not set(ids) <= ACTING


def _negation_place(frame: Frame) -> int:
    """Return where the words begin that tell what was not won."""
    return next(
        (at for at, text in enumerate(frame.texts) if text in _NEGATIONS and at not in frame.named),
        len(frame.texts),
    )
