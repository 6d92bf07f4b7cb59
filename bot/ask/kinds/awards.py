"""Recognises a category, or a night, with nobody and nothing else named."""

from bot.ask import lexicon
from bot.ask.frame import Frame
from bot.ask.kinds.award_query import MAIN, AwardsQuery, NightQuery
from bot.ask.leftovers import narrows
from bot.ask.query import Query
from bot.ask.times import FIRST_YEAR, LAST_YEAR, When, period


def parse(frame: Frame) -> Query | None:
    """Recognise a category, or a night, with nobody and nothing else named."""
    if frame.mentions and frame.first_named("film", "person", "character", "song"):
        return None
    when = frame.period
    if frame.has(lexicon.ELSE) and not frame.has(lexicon.NOMINATE):
        return None
    nominees = frame.has(lexicon.NOMINATE) or frame.says(
        r"up for|in the running|shortlist|(?:were|was|are) (?:up )?in (?:the )?<category>|"
        r"<category> (?:category )?(?:contenders|lineup|field|slate)"
    )
    winners = frame.has(lexicon.WIN)
    if frame.says(r"how many (?:oscars|awards|academy|wins)"):
        return None
    if frame.category_ids:
        abroad = frame.first_named("country") and "international-feature" not in frame.category_ids
        if abroad and when is None:
            return None
        if when is None and _wants_all(frame):
            when = period(When((), FIRST_YEAR, LAST_YEAR), frame.almanac)
        if when is None and _wants_more(frame):
            return None
        won = winners or not nominees
        if nominees and winners and frame.says(r"who (?:was|were|all|got) nominated|nominees"):
            won = False
        return AwardsQuery(frame.category_ids, when, won)
    asked = _asked_noun(frame)
    if asked and winners and (when is not None or frame.has(lexicon.AWARD)):
        return AwardsQuery(asked, when, won=True)
    return _of_a_night(frame, winners=winners, nominees=nominees)


def _of_a_night(frame: Frame, *, winners: bool, nominees: bool) -> Query | None:
    """Return the award that an odd word names on a night, or the night as a whole."""
    when = frame.period
    if when is None or when.is_span:
        return None
    if frame.occupation and (nominees or winners):
        return AwardsQuery(frame.occupation, when, won=winners)
    weak = next((m.ids for m in frame.categories if m.ids != MAIN[:1]), ())
    if weak and winners:
        return AwardsQuery(weak, when, won=True)
    told = winners or frame.says(
        r"results?|oscars|academy awards|recap|happened|summary|highlights"
    )
    told = told or (
        set(frame.free) <= {"the"} and not {"oscars", "academy"}.isdisjoint(frame.texts)
    )
    return NightQuery(when) if told and not frame.says("how many") else None


def parse_field(frame: Frame) -> Query | None:
    """Recognise "who was up for Best Actress at the 23rd", whoever else is named to describe it."""
    of_film = frame.says(r"<category> (?:in|for) (?:the )?(?:<time> )?(?:film |movie )?<film>")
    if of_film:
        return None
    if frame.settled and frame.says(
        r"who (?:else |all )?(?:was|were|got) (?:also |all )?(?:nominated|up) for (?:the "
        r")?<category>|^(?:the )?nominees for (?:the )?<category>|"
        r"<category> (?:lineup|field|slate|nominees)"
    ):
        return AwardsQuery(frame.category_ids, frame.period, won=False)
    if frame.settled and frame.says(r"(?:which|what) <film> (?:stars?|actor|actress|legend)\b"):
        return AwardsQuery(frame.category_ids, frame.period, won=not frame.has(lexicon.NOMINATE))
    return None


def _wants_all(frame: Frame) -> bool:
    """Whether the whole list is asked for: "all Best Picture winners"."""
    return frame.says(
        r"(?:all|every)(?: (?:the|of|of the|single))? <category>(?: oscars?)? "
        r"(?:winners?|nominees?)|"
        r"(?:list|names?) of (?:all |every )?(?:the )?<category> winners|^<category> winners$|"
        r"<category> winners (?:ever|of all time|in (?:oscar )?history|list|so far|by year)"
    )


def _wants_more(frame: Frame) -> bool:
    """Whether something is said that the latest winner does not answer."""
    return narrows(frame) or frame.says(
        r"since|before|after|until|whose|began|begin|started?\b|introduced|exist|"
        r"how (?:many|long|often|old)|why|made of|the (?:same|opposite)|every|"
        r"all\b(?! (?:of )?(?:the )?(?:nominees|contenders|nominations))"
    )


def _asked_noun(frame: Frame) -> tuple[str, ...]:
    """Return the category of "which song won in 1987", "what film took the Oscar"."""
    texts = frame.texts
    for mention in frame.categories:
        before = texts[max(0, mention.start - 3) : mention.start]
        after = texts[mention.end : mention.end + 2]
        told = after[:1] in (("who",), ("that",)) and bool(lexicon.WIN.intersection(after[1:]))
        if not mention.sure and (told or {"which", "what", "whos"} & set(before)):
            return mention.ids
    return ()


_NARROWER = lexicon.DESCRIPTION - lexicon.words(
    "animated animation foreign language short shorts live action documentary cartoon original"
)
"""Kinds of films that no category is for: they describe a winner, but do not find one."""


def weak_award(frame: Frame) -> Query | None:
    """Take "actor 1975" or "2014 song" for a category where nothing else was understood."""
    weak = [mention for mention in frame.categories if not mention.sure]
    if not weak or frame.category_ids or frame.mentions or frame.unknown:
        return None
    if frame.period is None and (_wants_more(frame) or frame.has(_NARROWER)):
        return None
    nominees = frame.has(lexicon.NOMINATE) and not frame.has(lexicon.WIN)
    return AwardsQuery(weak[0].ids, frame.period, not nominees)
