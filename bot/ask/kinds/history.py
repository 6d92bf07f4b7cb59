"""The categories themselves: since when they are given, how often, under which names."""

from dataclasses import dataclass
from enum import Enum

from bot.ask.frame import Frame
from bot.ask.query import Answer, Query
from bot.ask.say import at_night, briefly, told
from bot.cards import addresses
from bot.cards.card import Link
from bot.cards.credits import official_title
from bot.library import Shelf
from bot.store.almanac import Almanac
from bot.wording import counted, listed, ordinal


class Fact(Enum):
    """What is asked of a category."""

    FIRST = "when it was first given"
    LAST = "when it was last given"
    COUNT = "how often it was given"
    NAMES = "what it was called"


@dataclass(frozen=True)
class CategoryQuery:
    """A fact of a category through the years."""

    category_id: str
    fact: Fact

    def told(self, almanac: Almanac) -> str:
        """Return how the question was understood."""
        return f"{almanac.categories[self.category_id].name}: {self.fact.value}"

    def answer(self, shelf: Shelf) -> Answer:
        """Tell the fact."""
        almanac = shelf.almanac
        name = almanac.categories[self.category_id].name
        scope = shelf.catalogue.category_scope(self.category_id)
        given = almanac.given(scope)
        first, last = almanac.ceremonies[given[0]], almanac.ceremonies[given[-1]]
        links = (Link("The category", addresses.category(self.category_id)),)
        if self.fact is Fact.COUNT:
            return Answer(
                f"{name} was given at {counted(len(given), 'ceremony', 'ceremonies')}, from the "
                f"{briefly(first)}, to the {briefly(last)}.",
                links=links,
            )
        if self.fact is Fact.NAMES:
            names: dict[str, list[int]] = {}
            for row in sorted(
                (r for i in scope for r in almanac.by_category.get(i, ())), key=lambda r: r.ceremony
            ):
                names.setdefault(official_title(row.official_name), []).append(row.ceremony)
            lines = tuple(
                f"{n}: {ordinal(min(c))} to {ordinal(max(c))} ceremony" for n, c in names.items()
            )
            return Answer(
                f"{name} has been called {listed(list(names))}.", items=lines, links=links
            )
        night = first if self.fact is Fact.FIRST else last
        won = [
            r
            for i in scope
            for r in almanac.by_category.get(i, ())
            if r.ceremony == night.number and r.won
        ]
        winners = listed([told(row, almanac.categories[row.category_id]) for row in won])
        word = "first" if self.fact is Fact.FIRST else "last"
        return Answer(f"{name} was {word} given {at_night(night)}: to {winners}.", links=links)


def parse(frame: Frame) -> Query | None:
    """Recognise a question on a category itself."""
    if len(frame.category_ids) != 1 or frame.first_named("film", "person", "character", "song"):
        return None
    id_ = frame.category_ids[0]
    if frame.says(
        r"what was <category> (?:called|named)|(?:called|named|known as) before|used to "
        r"be called|(?:other|old|former|previous|original|different) names?|names? of "
        r"<category>|renamed"
    ):
        return CategoryQuery(id_, Fact.NAMES)
    introduced = (
        r"(?:introduced|created|established|added|started|begin|began|begun|"
        r"inaugurated|discontinued|dropped|ended|retired|exist|instituted)"
    )
    asks = frame.says(
        r"when|what year|which year|since when|how long|first (?:awarded|given|presented|"
        r"handed)|last (?:awarded|given|presented)|(?:at )?which ceremony|what ceremony"
    )
    given = frame.says(
        rf"{introduced}|(?:first|last) (?:awarded|given|presented|hand(?:ed)?(?: out)?|"
        rf"won)|(?:awarded|given|presented|handed out)(?: for the)? (?:first|last)|become "
        rf"a category|became a category|category (?:first|last)|start giving|stop giving|"
        rf"first <category> (?:oscar|award)?(?: given| awarded)?"
    )
    if asks and given:
        last = frame.says(r"last|discontinued|dropped|ended|retired|stop")
        return CategoryQuery(id_, Fact.LAST if last else Fact.FIRST)
    if frame.says(r"how many times") and frame.says(r"awarded|given|presented|handed"):
        return CategoryQuery(id_, Fact.COUNT)
    return None
