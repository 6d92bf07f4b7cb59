"""Whether the first or the last of several is asked for."""

from bot.ask import lexicon
from bot.ask.frame import Frame


def pick_of(frame: Frame) -> int:
    """Return 1 where the first is asked for, -1 where the last is, else 0."""
    if frame.says(r"first|earliest|inaugural|1st"):
        return 1
    if frame.says(r"last|latest|most recent|newest"):
        return -1
    if frame.free_set & set(lexicon.ORDINALS) and frame.says(
        r"(?:second|third|2nd|3rd|fourth)(?: ever)? (?:winner|person|film|actor|actress|<category>)"
    ):
        return 1
    return 0
