"""Folds text to the form in which names are compared: no accents, no case, no punctuation."""

import re
import unicodedata

# Letters that Unicode does not decompose into a base letter and a mark.
_PLAIN = str.maketrans(
    {
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i",
        "&": " and ", "½": " 1 2 ",
        "'": "", "’": "", "‘": "", "`": "", "´": "", "ʻ": "", "*": "",
    }
)  # fmt: skip
_ELLIPSIS = re.compile(r"\.{2,}|…")
_SEPARATOR = re.compile(r"[^a-z0-9]+")
_NUMBERS = {
    word: str(number)
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
} | {"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9"}
ARTICLES = frozenset({"the", "a", "an"})


def fold(text: str) -> str:
    """Return `text` in lower-case ASCII letters and digits, words parted by one space.

    Apostrophes, single full stops and asterisks vanish ("M*A*S*H" gives "mash", "E.T." gives
    "et"); any other mark parts words. Letters of other alphabets are dropped.
    """
    if not text.isascii():
        text = text.casefold().translate(_PLAIN)
        text = "".join(
            c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)
        )
    else:
        text = text.lower().translate(_PLAIN)
    text = _ELLIPSIS.sub(" ", text).replace(".", "")
    return _SEPARATOR.sub(" ", text).strip()


def key(text: str) -> str:
    """Return the folded form under which one name is filed, however its numbers are written.

    "The Godfather Part II" and "the godfather part 2" give the same key; so do "Twelve Monkeys"
    and "12 Monkeys". A leading article is left out: "The Artist" is filed as "artist".
    """
    words = [_NUMBERS.get(word, word) for word in fold(text).split()]
    if len(words) > 1 and words[0] in ARTICLES:
        words = words[1:]
    return " ".join(words)


def slug(text: str) -> str:
    """Return `text` as an id: folded words joined by hyphens, at most 44 characters."""
    return fold(text).replace(" ", "-")[:44].rstrip("-")
