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


@dataclass(frozen=True)
class CategoriesQuery:
    """One fact of each of a few categories."""

    each: tuple[CategoryQuery, ...]

    def told(self, almanac: Almanac) -> str:
        """Return how the question was understood."""
        return "; ".join(query.told(almanac) for query in self.each)

    def answer(self, shelf: Shelf) -> Answer:
        """Tell the facts, a line each."""
        answers = [query.answer(shelf) for query in self.each]
        links = tuple(link for answer in answers for link in answer.links)
        return Answer("\n".join(answer.line for answer in answers), links=links)


_NAMES = (
    r"what (?:was|is) <category> (?:called|named)|(?:called|named|known as) before|used to "
    r"be called|(?:other|old|former|previous|original|different) names?|names? of "
    r"<category>|renamed"
)
_ASKS = (
    r"when|what year|which year|from which|since when|how long|first (?:awarded|given|presented|"
    r"handed)|last (?:awarded|given|presented)|(?:at )?which ceremony|what ceremony"
)
_GIVEN = (
    r"(?:introduced|created|established|added|start|started|begin|began|begun|inaugurated|discontinued|"
    r"dropped|ended|retired|exist|instituted|scrapped|abolished)|"
    r"(?:first|last) (?:awarded|given|presented|hand(?:ed)?(?: out)?|won)|"
    r"(?:awarded|given|presented|handed out)(?: for the)? (?:first|last)|become a category|"
    r"became a category|category (?:first|last)|(?:start|stop|begin)(?:ed|ped)? (?:giving|handing|"
    r"awarding)|first <category> (?:oscar|award)?(?: given| awarded)?|"
    r"since (?:when|(?:which|what) year) (?:\w+ ){0,4}(?:give|given|hand|handed|"
    r"award|awarded|exist)"
)


def parse(frame: Frame) -> Query | None:
    """Recognise a question on a category itself."""
    ids = frame.category_ids or _called_a_category(frame)
    if not 0 < len(ids) < 4 or frame.first_named("film", "person", "character", "song", "country"):
        return None
    fact = _fact(frame)
    if fact is None:
        return None
    queries = tuple(CategoryQuery(id_, fact) for id_ in ids)
    return queries[0] if len(queries) == 1 else CategoriesQuery(queries)


def _called_a_category(frame: Frame) -> tuple[str, ...]:
    """Return what "the sound category" names, though "sound" alone would not."""
    return next(
        (
            category.ids
            for category in frame.categories
            if {*frame.texts[category.end : category.end + 1]} & {"category", "award", "oscar"}
        ),
        (),
    )


def _fact(frame: Frame) -> Fact | None:
    if frame.says(_NAMES):
        return Fact.NAMES
    if frame.has({"before"}):
        return None
    if frame.says(_ASKS) and frame.says(_GIVEN):
        last = frame.says(r"last|discontinued|dropped|ended|retired|stop|scrapped|abolished")
        return Fact.LAST if last else Fact.FIRST
    if frame.says(r"how many times") and frame.says(r"awarded|given|presented|handed"):
        return Fact.COUNT
    return None
