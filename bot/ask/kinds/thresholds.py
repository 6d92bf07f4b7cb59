"""How many are asked for: "at least three", "exactly two", "lost all ten", none at all."""

import re

from bot.ask import lexicon
from bot.ask.frame import Frame

_MANY = lexicon.words(
    "films movies pictures picture film movie people actors actresses directors persons performers "
    "women men composers composer who which has have first person performer actor actress director"
)
_COUNTED = lexicon.words(
    "oscars oscar awards award wins nominations academy statuettes nods noms prizes nomination "
    "<category>"
)
_WHO = (
    r"(?:films|movies|pictures|people|actors|actresses|directors|persons|performers|"
    r"<person> (?:film|movie|picture)|"
    r"women|men|composers|performer|person|actor|actress|composer|who (?:has|have|won|else)|"
    r"(?:which|what|any) (?:actor|actress|director|film|movie|picture|people|person)s?|how many|"
    r"first|last|only)"
)


def threshold(frame: Frame) -> tuple[int, int]:
    """Return (at least, exactly) as the question says; 0 where it does not."""
    told = _told_apart(frame)
    if told is not None:
        return told
    if frame.says(r"at least (?:one|two|1|2) of (?:them|these|those)"):
        return 0, 0
    words = frame.free_text.split()
    for at, word in enumerate(words):
        number = int(word) if word.isdigit() and len(word) < 3 else lexicon.NUMBERS.get(word, 0)
        if number < 1:
            continue
        before = " ".join(words[max(0, at - 3) : at])
        after = " ".join(words[at + 1 : at + 4])
        if before.endswith(("more than", "over", "greater than", "above")):
            return number + 1, 0
        if _is_least(before, after):
            return number, 0
        if before.endswith(("exactly", "precisely", "just")):
            return 0, number
        if number > 1 and _counts_times(frame, word, after):
            return number, 0
        if _is_part(frame, after) or _counts_awards(frame, number, before, after):
            return number, 0
    return 0, 0


def _told_apart(frame: Frame) -> tuple[int, int] | None:
    """Return the threshold where no number stands beside what it counts; None elsewhere."""
    lost = _all_lost(frame)
    if lost:
        return 0, lost
    if frame.says(
        r"(?:just|only|exactly)(?: got| had)?(?: the| a)? (?:one|single|1) (?:\w+ "
        r")?(?:nomination|nod)\b"
    ):
        return 0, 1
    if frame.says(r"against (?:him|her|them)sel"):
        return 2, 0
    won = re.search(r"\ball (?:of )?(?:its |their |the )?(\w+)", frame.free_text)
    whole = frame.says(r"(?:won|wins?|winning|lost|losing|converted|swept|took)(?: \w+){0,3} all")
    if won and won[1] in lexicon.NUMBERS and whole and frame.has(lexicon.NOMINATE, {"up"}):
        return 0, lexicon.NUMBERS[won[1]]
    return (10, 0) if frame.says(r"double (?:figures|digits)") else None


def _all_lost(frame: Frame) -> int:
    """Return how many somebody lost who lost all of them; 0 where that is not asked."""
    found = re.search(
        r"(?:lost all|all|(?:0|zero|none) (?:for|of|out of|from))(?: of)?(?: its| their| "
        r"his| her)? (\w+)",
        frame.free_text,
    )
    if not found or not is_winless(frame):
        return 0
    number = int(found[1]) if found[1].isdigit() else lexicon.NUMBERS.get(found[1], 0)
    return number if number > 1 else 0


def _is_least(before: str, after: str) -> bool:
    return before.endswith(
        ("at least", "minimum of", "no fewer than", "no less than")
    ) or after.startswith(
        ("or more", "plus", "and more", "or above", "and above", "times or more", "and over")
    )


def _counts_times(frame: Frame, word: str, after: str) -> bool:
    """Whether the number is of times: "who won three times"."""
    return bool(
        (word in ("twice", "thrice") or after.split()[:1] == ["times"])
        and frame.free_set & _MANY
        and not frame.says("how many times")
        and frame.has(lexicon.WIN, lexicon.NOMINATE)
    )


def _is_part(frame: Frame, after: str) -> bool:
    """Whether the number is of some more: "films that won four of the five"."""
    return after.startswith("of the") and frame.has(
        {"films", "movies", "people", "film", "movie", "who"}
    )


def _counts_awards(frame: Frame, number: int, before: str, after: str) -> bool:
    """Whether the number is of awards: "films with three Oscars", "with ten Academy Awards"."""
    rest = after.split()
    described = len(rest) > 1 and rest[0] not in ("of", "in", "for", "to", "at")
    return bool(
        number > 1
        and rest
        and (rest[0] in _COUNTED or (described and rest[1] in _COUNTED))
        and frame.free_set & _MANY
        and frame.says(_WHO)
        and not (before.endswith("the") and number == len(frame.category_ids))
    )


def is_winless(frame: Frame) -> bool:
    """Whether only those are asked for who won nothing."""
    return frame.says(
        r"without (?:(?:a|ever|any|actually|single|competitive) )*(?:win|wins|"
        r"winning)\b(?! (?:the |"
        r"a )?<category>)|never (?:ever |once |actually )?(?:won|wins?|winning|to win)"
        r"(?! <category>)|no wins?|not "
        r"(?:a |even |one )+(?:\w+ )?(?:win|oscar)|"
        r"zero wins?|0 wins?|winless|without (?:an? )?(?:oscar|award)|not (?:won|win)(?! "
        r"<category>)|but no win|and (?:won )?(?:nothing|none|zero)|"
        r"(?:has|have|had) (?:not|never) won(?! <category>)|no (?:competitive )?oscars?|"
        r"but (?:zero|0|no)\b(?! <category>)|(?:won|winning) (?:none|nothing|zero)|"
        r"lost (?:them )?all|empty handed|lost every|all (?:of )?(?:its|their) nominations|"
        r"left with nothing|(?:0|zero|none) (?:for|of|out of|from)"
    )
