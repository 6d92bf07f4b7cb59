"""Questions that leave out what was named before: "who else was nominated?", "for what?"."""

import re
from collections.abc import Callable, Iterator

from bot.ask.rewriting import at_time
from bot.ask.topics import Topic
from bot.library import Shelf
from bot.wording import ordinal

_WHO = r"(?:who|what|which)(?: films?| movies?| ones?| people)?"
_BESIDES = r"(?: (?:for|with|against|alongside|besides|beside) (?:it|that|him|her|them|this))?"
_WHEN = r"(?: (?:in |at |for )?(?:the )?<time>| then| that (?:year|night))?"
_NOMINEES = (
    (
        rf"{_WHO}(?: else)?(?: was| were|s)?(?: also)?(?: else)? (?:nominated|up|in the running)"
        rf"{_BESIDES}{_WHEN}"
    ),
    (
        rf"(?:{_WHO} (?:were|was|are) )?(?:all )?(?:the )?(?:other |rest of the )?"
        rf"(?:nominees|contenders|losers|others){_WHEN}"
    ),
    r"who(?: else)? lost(?: to (?:him|her|it|them))?",
    r"whom? did (?:he|she|it|they) (?:beat|defeat)",
    r"who else",
    r"(?:any|any(?:one|body)) (?:others?|else)",
)
_WON = (
    rf"{_WHO} (?:won|wins|got|took|received)(?: it| that| this)?(?: instead)?{_WHEN}",
    r"who did(?: then| instead)?",
)
_SUBJECT_WON = (r"(?:for )?(?:what|which)(?: films?| movies?| ones?)?(?: for)?",)
_HOW_MANY = (r"how many(?: (?:oscars|wins|awards))?(?: in (?:all|total)| total)?",)
_NOMINATIONS = (r"how many (?:nominations|nods|noms)(?: in (?:all|total)| total)?",)

Maker = Callable[["Known"], str | None]


class Known:
    """What the topic gives to a question that leaves it out; None for what it does not."""

    def __init__(self, topic: Topic, shelf: Shelf, time: str) -> None:
        """time: what the question itself says of when, as typed; "" where it says nothing."""
        almanac = shelf.almanac
        known = topic.category_id in almanac.categories
        self.category = almanac.categories[topic.category_id or ""].name if known else None
        self.night = night_of(topic)
        self.when = at_time(time) if time else f"at {self.night}" if self.night else None
        self.subject = subject_of(topic, shelf)


def night_of(topic: Topic) -> str | None:
    """Return "the 97th Academy Awards"; None where no ceremony was spoken of."""
    return f"the {ordinal(topic.ceremony)} Academy Awards" if topic.ceremony else None


def subject_of(topic: Topic, shelf: Shelf) -> str | None:
    """Return the film or the person that was spoken of, as a question may name them."""
    category = shelf.almanac.categories.get(topic.category_id or "")
    of_films = not topic.people or (category is not None and category.honours == "film")
    if of_films and topic.films and topic.films[0] in shelf.almanac.films:
        return film_named(topic.films[0], shelf)
    known = [shelf.almanac.people[id_].name for id_ in topic.people if id_ in shelf.almanac.people]
    return known[0] if known else None


def film_named(film_id: str, shelf: Shelf) -> str:
    """Return a film's title, with its year where others have the title too."""
    title, year = shelf.almanac.films[film_id].title, shelf.catalogue.film_year(film_id)
    alone = len(shelf.catalogue.films.exact(title)) < 2
    return f"“{title}”" if alone or not year else f"“{title}” ({year[:4]})"


def _nominees(known: Known) -> str | None:
    if known.category and known.when:
        return f"who was nominated for {known.category} {known.when}?"
    return None


def _winner(known: Known) -> str | None:
    return f"who won {known.category} {known.when}?" if known.category and known.when else None


def _date(known: Known) -> str | None:
    return f"when was {known.night} held?" if known.night else None


def _place(known: Known) -> str | None:
    return f"where was {known.night} held?" if known.night else None


def _host(known: Known) -> str | None:
    return f"who hosted {known.night}?" if known.night else None


def _presenter(known: Known) -> str | None:
    return f"who presented {known.category} {known.when}?" if known.category else None


def _won_what(known: Known) -> str | None:
    return f"what did {known.subject} win?" if known.subject else None


def _won_how_many(known: Known) -> str | None:
    return f"how many Oscars did {known.subject} win?" if known.subject else None


def _nominated_how_often(known: Known) -> str | None:
    return f"how many nominations did {known.subject} get?" if known.subject else None


_MAKERS: tuple[tuple[tuple[str, ...], Maker], ...] = (
    (_NOMINEES, _nominees),
    (_WON, _winner),
    ((r"(?:when|(?:what|which) (?:year|date|day)) (?:was|is) (?:that|it|this)",), _date),
    ((r"where (?:was|is) (?:that|it|this)(?: held)?",), _place),
    ((r"who (?:was the host|hosted)(?: it| that| the show| then)?",), _host),
    ((rf"who (?:presented|gave out|handed out)(?: it| that| the award){_WHEN}",), _presenter),
    (_SUBJECT_WON, _won_what),
    (_HOW_MANY, _won_how_many),
    (_NOMINATIONS, _nominated_how_often),
)
_ELLIPSES = tuple((re.compile("|".join(patterns)), maker) for patterns, maker in _MAKERS)


def is_elliptical(text: str) -> bool:
    """Whether a question leaves out what it is about. text: its words, names as marks."""
    return any(pattern.fullmatch(text) for pattern, _ in _ELLIPSES)


def filled_in(text: str, known: Known) -> Iterator[str]:
    """Yield a question that leaves out what it is about as a whole one."""
    for pattern, maker in _ELLIPSES:
        whole = maker(known) if pattern.fullmatch(text) else None
        if whole:
            yield whole
