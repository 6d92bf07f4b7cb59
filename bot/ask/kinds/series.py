"""What the films of a series won together: "the Lord of the Rings trilogy"."""

import itertools
from dataclasses import dataclass

from bot.ask import lexicon
from bot.ask.frame import Frame
from bot.ask.query import Answer, Query, Scope
from bot.ask.say import tally
from bot.ask.senses import Mention
from bot.ask.words import Word
from bot.cards import addresses
from bot.cards.card import Link
from bot.library import Shelf
from bot.names.fold import key
from bot.store.almanac import Almanac
from bot.wording import counted, listed

_TOGETHER = (
    r"<film> (?:(?:original|old|new|prequel|sequel|\d+|two|three|four|five|six|seven|eight) ){0,2}"
    r"(?:trilogy|saga|series|franchise|quadrilogy|films|movies)\b|"
    r"(?:all|the) (?:\w+ ){0,3}?<film> (?:films|movies|pictures)|trilogy|franchise"
)


FEWEST = 2


@dataclass(frozen=True)
class SeriesQuery:
    """The record of several films together. name: what the asker calls the series."""

    name: str
    films: tuple[str, ...]

    def told(self, almanac: Almanac) -> str:
        """Return how the question was understood."""
        titles = listed([almanac.films[i].title for i in self.films])
        return f"the films of a series together: {titles}"

    def answer(self, shelf: Shelf) -> Answer:
        """Tell the sum, and each film's part of it."""
        almanac = shelf.almanac
        lines, wins, nominations = [], 0, 0
        for film_id in self.films:
            won, tries, _ = tally(Scope(films=frozenset((film_id,))).select(almanac), almanac)
            wins, nominations = wins + won, nominations + tries
            lines.append(
                f"{shelf.catalogue.film_label(film_id)}: {counted(won, 'win')} from "
                f"{counted(tries, 'nomination')}"
            )
        return Answer(
            f"Together, the {len(self.films)} nominated films of “{self.name}” have won "
            f"{counted(wins, 'competitive Oscar')} from {counted(nominations, 'nomination')}.",
            items=tuple(lines),
            links=tuple(Link(shelf.catalogue.film_label(i), addresses.film(i)) for i in self.films),
        )


def parse(frame: Frame) -> Query | None:
    """Recognise a series by its name, where what its films won together is asked."""
    if not frame.says(_TOGETHER) or frame.category_ids:
        return None
    if not frame.has(lexicon.WIN, lexicon.NOMINATE, lexicon.AWARD):
        return None
    named = [mention for mention in frame.mentions if mention.sense("film")]
    beside = any(one.end == two.start for one, two in itertools.pairwise(named))
    if not named or beside or frame.first_named("person"):
        return None
    mention = named[0]
    every = of_title(frame, mention)
    name = " ".join(word.typed for word in _title(frame, mention))
    return SeriesQuery(name, every) if len(every) >= FEWEST else None


def of_title(frame: Frame, mention: Mention) -> tuple[str, ...]:
    """Return the films whose title is, or begins with, the one named; the oldest first."""
    typed = key(" ".join(word.text for word in _title(frame, mention)))
    films = frame.spotter.catalogue.films
    every = {*films.beginning_with(typed), *films.exact_squashed(typed.replace(" ", ""))}
    return tuple(sorted(every, key=lambda id_: _number(frame.almanac, id_)))


def one_of_several(frame: Frame) -> tuple[str, ...]:
    """Return the films of "which Godfather film", one of which is asked for; () elsewhere."""
    if not frame.says(r"(?:which|what) (?:of the )?<film> (?:films?|movies?|part|one)\b"):
        return ()
    mention = next((m for m in frame.mentions if m.sense("film")), None)
    return of_title(frame, mention) if mention else ()


def _title(frame: Frame, mention: Mention) -> list[Word]:
    words = frame.words[mention.start : mention.end]
    return [word for word in words if word.text not in lexicon.NUMBERS]


def _number(almanac: Almanac, film_id: str) -> int:
    ceremony = almanac.film_ceremony(film_id)
    return ceremony.number if ceremony else 0
