"""A question -> words: folded, split where they were run together, misspelt ones mended.

Only words of the bot's own vocabulary are mended here; names are left to the name indexes.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.ask.figures import spelt_year
from bot.ask.lexicon import ABBREVIATIONS, DOMAIN, JOINABLE, KIN, KNOWN
from bot.names.fold import fold

LONGEST_QUESTION = 400
MOST_WORDS = 64

_CHUNK = re.compile(r"[^\s,;:!?()\[\]{}<>«»“”\"…/|=+~^_]+|[“”\"«»?!;:,.()]")
_LETTERS_AND_DIGITS = re.compile(r"[a-z]+|\d+(?:st|nd|rd|th|s)?")
_DRAWN_OUT = re.compile(r"(?:(?<=[a-z])([iyz])\1+|([a-z])\2{2,})$")
"""The end of "hiii" or "pleaseee"."""

_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th|s)?")
_WITHOUT = re.compile(r"\bw/o\b", re.IGNORECASE)
_URL_OR_MENTION = re.compile(r"https?://\S+|<[@#:!&][^>\s]*>|<a?:\w+:\d+>")


@dataclass(frozen=True, slots=True)
class Word:
    """One word. `text` is folded; `base` is it without a possessive s.

    typed: as it stood in the question. capital: whether it has a capital that its place in the
    sentence does not explain. quoted: whether it stands in quotation marks. pause: whether a
    mark parts it from the word before. bracketed: whether it stands in round brackets. mended:
    whether `text` is a correction of what was typed.
    """

    text: str
    typed: str
    base: str = ""
    capital: bool = False
    quoted: bool = False
    pause: bool = False
    bracketed: bool = False
    mended: bool = False


def words_of(question: str, is_name_word: Callable[[str], bool]) -> list[Word]:
    """Return the words of a question, at most 64 of them.

    is_name_word: whether a word stands in the name of some film or person; such words are not
    taken for misspelt ones.
    """
    found: list[Word] = []
    for word in _typed_words(question[:LONGEST_QUESTION]):
        found += _mended(word, is_name_word)
        if len(found) >= MOST_WORDS:
            break
    return _without_kinship(_with_years(found[:MOST_WORDS]))


def _with_years(words: list[Word]) -> list[Word]:
    """Write years in figures: "nineteen ninety nine", "two thousand and eight"."""
    kept: list[Word] = []
    at = 0
    while at < len(words):
        year, length = spelt_year([word.text for word in words[at : at + 5]])
        kept.append(replace(words[at], text=str(year), base=str(year)) if length else words[at])
        at += length or 1
    return kept


def _without_kinship(words: list[Word]) -> list[Word]:
    """Leave out "father and son", which only tells how those named are related."""
    kept: list[Word] = []
    at = 0
    while at < len(words):
        three = [word.text for word in words[at : at + 3]]
        if len(three) == 3 and three[1] == "and" and three[0] in KIN and three[2] in KIN:
            at += 3
            continue
        kept.append(words[at])
        at += 1
    return kept


def _typed_words(question: str) -> Iterator[Word]:
    text = _WITHOUT.sub(" without ", _URL_OR_MENTION.sub(" ", question))
    letters = [c for c in text if c.isalpha()]
    shouting = sum(c.isupper() for c in letters) > 0.7 * len(letters) if letters else False
    titled = _is_titled(text)
    quoted, starts, pause, brackets = False, True, True, 0
    for chunk in _CHUNK.findall(text):
        if chunk == "&":
            yield Word("and", chunk, "and")
            pause = False
            continue
        if len(chunk) == 1 and not chunk.isalnum():
            if chunk in '“”"«»':
                quoted = not quoted
            brackets = max(0, brackets + (chunk == "(") - (chunk == ")"))
            starts = starts or chunk in ".?!:"
            pause = True
            continue
        capital = chunk[0].isupper() and not starts and not shouting and not titled
        parts = fold(chunk).split()
        possessive = re.search(r"(?:'s|’s|s'|s’)$", chunk, re.IGNORECASE) is not None
        for place, part in enumerate(parts):
            base = part[:-1] if possessive and place == len(parts) - 1 and part[-1] == "s" else part
            of_a_year = base.isdigit() and not base.endswith("0")  # "1976's best picture"
            text = base if of_a_year else part
            yield Word(text, chunk, base, capital, quoted, pause, brackets > 0)
            pause = False
        pause = chunk.endswith((".", "?", "!"))
        starts = chunk.endswith((".", "?", "!")) and len(chunk) > 3


def _is_titled(text: str) -> bool:
    """Whether Nearly Every Word Begins With A Capital, so that capitals tell nothing."""
    words = [word for word in text.split() if word[0].isalpha()]
    return len(words) > 4 and sum(word[0].isupper() for word in words) > 0.85 * len(words)


def _mended(word: Word, is_name_word: Callable[[str], bool]) -> list[Word]:
    text = word.text
    short = _DRAWN_OUT.sub(lambda found: found[1] or found[2], text)
    if short != text and text not in KNOWN and short in KNOWN and not is_name_word(text):
        return [replace(word, text=short, base=short, mended=True)]
    if text in ABBREVIATIONS and not word.capital:
        parts = ABBREVIATIONS[text].split()
        return [replace(word, text=part, base=part, mended=True) for part in parts]
    if text in KNOWN or _ORDINAL.fullmatch(text) or len(text) < 4 or is_name_word(text):
        return [word]
    if word.base != text and (word.base in KNOWN or is_name_word(word.base)):
        return [word]
    if any(c.isdigit() for c in text):
        parts = _LETTERS_AND_DIGITS.findall(text)
        if "".join(parts) == text and all(_sensible(part) for part in parts):
            return [
                piece
                for part in parts
                for piece in _mended(replace(word, text=part, base=part), is_name_word)
            ]
        return [word]
    together = _run_together(text, is_name_word)
    if together:
        return [replace(word, text=part, base=part, mended=True) for part in together]
    near = _nearest(text)
    return [replace(word, text=near, base=near, mended=True)] if near else [word]


def _sensible(part: str) -> bool:
    return part.isalpha() or len(part) >= 2


def _run_together(text: str, is_name: Callable[[str], bool]) -> list[str]:
    """Split "bestpicture" into words of the domain, a name at the end; [] for anything else."""
    if len(text) < 6:
        return []
    for at in range(2, len(text) - 1):
        if text[:at] in JOINABLE:
            rest = text[at:]
            if rest in JOINABLE and (rest in DOMAIN or text[:at] in DOMAIN):
                return [text[:at], rest]
            if text[:at] in ("for", "of", "did", "has") and len(rest) > 4 and is_name(rest):
                return [text[:at], rest]
            further = _run_together(rest, is_name)
            if further:
                return [text[:at], *further]
    return []


def _nearest(text: str) -> str | None:
    wrong = 1 if len(text) < 8 else 2
    best = process.extractOne(text, DOMAIN, scorer=OSA.distance, score_cutoff=wrong)
    return best[0] if best and best[0][0] == text[0] else None
