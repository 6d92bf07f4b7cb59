"""What a question asks of somebody's nominations, and in which of them."""

from bot.ask import lexicon
from bot.ask.categories import ACTING
from bot.ask.frame import Frame
from bot.ask.kinds.subject_query import Aspect

_WHICH_MAKER = (
    r"(?:which|what|only|first)(?: [\w<>]+)? (?:actor|actress|director|composer|writer|"
    r"screenwriter|cinematographer|editor)s? (?:\w+ ){0,2}(?:won|win|wins|nominated|got|"
    r"received|took)\b"
)


def craft_of(frame: Frame) -> frozenset[str]:
    """Return the categories of the one of a film's makers whom a question means.

    It asks "which actress won for ...", or for yes or no after somebody.
    """
    scope = frame.spotter.catalogue.category_scope
    if frame.says(rf"{_WHICH_MAKER}|actors (?:\w+ ){{0,2}}(?:won|nominated)"):
        if frame.has({"actors"}):
            return ACTING  # men and women
        return frozenset(i for id_ in frame.occupation for i in scope(id_))
    somebody = frame.says(r"(?:guy|man|woman|person|lady|he|she|they|director|composer|editor)\b")
    if not frame.verdict or not somebody:
        return frozenset()
    weak = {i for c in frame.categories if not c.sure for i in c.ids if i != "best-picture"}
    return frozenset(i for id_ in weak | set(frame.occupation) for i in scope(id_))


_WORK = (
    (
        (
            r"as (?:an? )?(?:actor|actress|performer)|for (?:acting|his acting|her acting|a "
            r"performance)"
        ),
        ("actor-leading", "actor-supporting", "actress-leading", "actress-supporting"),
    ),
    (
        r"as an? (?:film ?maker|director)|for directing|for direction",
        ("directing", "directing-comedy", "directing-dramatic"),
    ),
    (
        r"as an? producer|for producing",
        ("best-picture", "animated-feature", "documentary-feature", "documentary-short"),
    ),
    (
        r"as an? (?:screen)?writer|for (?:writing|screenplay)",
        ("original-screenplay", "adapted-screenplay", "original-story"),
    ),
    (
        r"as an? composer|for (?:composing|music)",
        ("original-score", "original-song", "song-or-adaptation-score"),
    ),
)


def as_what(frame: Frame) -> tuple[str, ...]:
    """Return the categories of "as a director", "for acting" and the like; none of several."""
    said = [categories for pattern, categories in _WORK if frame.says(pattern)]
    return said[0] if len(said) == 1 else ()


_BEFORE_WINNING = (
    r"(?:before|until|till) (?:(?:he|she|they|it|<person>)(?: \w+){0,3} )?(?:won|win|"
    r"winning|wins)\b|"
    r"before (?:his|her|their) (?:first )?(?:win|oscar)|(?:took|needed|take)(?: \w+){0,4} to win"
)


_LOST = (
    r"how (?:many|often)(?: \w+){0,3} (?:(?:<person>|<film>|it|he|she|they) )?"
    r"(?:lose|lost|losses)\b|<(?:person|film)> losses$"
)


def _special(frame: Frame) -> Aspect | None:
    """Return what is asked where a turn of phrase alone tells it."""
    if frame.says(_BEFORE_WINNING) and frame.has(lexicon.NOMINATE) and frame.says("how many"):
        return Aspect.TRIES
    return Aspect.COUNT_LOSSES if frame.says(_LOST) else None


def aspect_of(frame: Frame) -> Aspect:
    """Return what is asked: whether, how often, for what."""
    special = _special(frame)
    if special is not None:
        return special
    nominated = frame.has(lexicon.NOMINATE) or frame.says(r"up for|in the running|considered for")
    win = frame.has(lexicon.WIN) or frame.says(
        r"(?:has|have|had|got) (?:\w+ ){0,3}(?:oscars?|academy award)"
    )
    count = frame.says(
        r"how (?:many|often)|number of|count\b|how much|competitive|total (?:number|"
        r"oscars?|wins?|nomination)|tally|how much"
    ) or (frame.says("total") and bool(frame.has(lexicon.CATEGORY_NOUN)))
    if count:
        return _counted(frame, nominated=nominated, win=win)
    if (
        frame.says(
            r"(?:won|wins?)(?: \w+){0,4} (?:lost|lose|nominations?|nominated)\b|"
            r"nominat\w+(?: \w+){0,3} wins?\b"
        )
        and not frame.verb_first
    ):
        return Aspect.HISTORY
    if frame.says(r"(?:oscars?|awards?) won\b(?: by| so far| total|$)|number$"):
        return Aspect.COUNT_WINS
    if frame.verdict:
        if nominated and not frame.says(r"(?:win|wins|won|winning)\b"):
            return Aspect.WAS_NOMINATED
        if frame.says("history"):
            return Aspect.HISTORY
        return Aspect.DID_WIN
    if frame.says(
        r"history|all of <person>|everything|oscar stuff|"
        r"at the (?:oscars|academy awards)$|<person> at the <time>|record|"
        r"filmography|career|all (?:the )?(?:nominations|oscars)|nominations and wins|"
        r"wins and nominations|stats"
    ):
        return Aspect.HISTORY
    if nominated and not frame.says(r"(?:win|wins|won|winning|winner|winners)\b"):
        return Aspect.NOMINATIONS
    return Aspect.WINS


def _counted(frame: Frame, *, nominated: bool, win: bool) -> Aspect:
    wins_too = frame.says(r"wins?\b|won\b|winning\b|losing\b")
    by_wins = not nominated or (win and wins_too)
    return Aspect.COUNT_WINS if by_wins else Aspect.COUNT_NOMINATIONS


def pick_of(frame: Frame) -> int:
    """Return 1 for the first that is asked for, 2 for the second, -1 for the last, 0 for all."""
    if frame.says(r"first|earliest|debut|initial|1st"):
        return 1
    if frame.says(r"last|latest|most recent|newest|recent"):
        return -1
    for word, number in lexicon.ORDINALS.items():
        if word in frame.free_set:
            return number
    return 0


def only_one(frame: Frame) -> bool:
    """Whether a single one is spoken of."""
    return bool(frame.free_set & {"only", "sole", "lone"})
