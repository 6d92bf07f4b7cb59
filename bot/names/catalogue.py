"""The names of everything in one build: films, people and categories, each in an index."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from bot.models import Category, Credit, Nomination
from bot.names.index import NameIndex
from bot.store.almanac import Almanac
from bot.wording import ordinal

# What makes a film or a person likelier to be meant than another of the same name: prizes that
# everybody follows, wins over nominations, and among equals the later.
_FAME = {
    "acting": 4.0,
    "directing": 4.0,
    "picture": 3.0,
    "writing": 1.5,
    "honorary": 0.5,
    "scientific": 0.1,
}
_OF_AUTHOR = re.compile(r"(?:[A-Z][\w.]*\s)+?[A-Z][\w]*(?:'s|s') (?=[A-Z])(.+)")
_WIN, _CREDIT, _RECENT = 2.0, 0.2, 0.01


class Catalogue:
    """One index a kind, made from an almanac in about half a second."""

    def __init__(self, almanac: Almanac) -> None:
        self.almanac = almanac
        self._places = {id_: place for place, id_ in enumerate(almanac.categories)}
        self._film_labels = self._label_films()
        self.films = NameIndex(
            _film_names(almanac), _weights(almanac, almanac.by_film, almanac.credits_by_film)
        )
        self.people = NameIndex(
            _person_names(almanac), _weights(almanac, almanac.by_person, almanac.credits_by_person)
        )
        self.categories = NameIndex(
            _category_names(almanac),
            {id_: float(-place) for place, id_ in enumerate(almanac.categories)},
        )

    def film_label(self, film_id: str) -> str:
        """Return a film's title with the year that tells it from its namesakes.

        Where two of one year have the same title, the category of each is told too.
        """
        return self._film_labels[film_id]

    def film_year(self, film_id: str) -> str | None:
        """Return the film year of a film's first nomination, or its year of release."""
        ceremony = self.almanac.film_ceremony(film_id)
        if ceremony:
            return ceremony.film_year
        facts = self.almanac.facts.get(film_id)
        return str(facts.release_year) if facts else None

    def person_label(self, person_id: str) -> str:
        """Return a person's name with what tells the person from namesakes."""
        name = self.almanac.people[person_id].name
        rows = self.almanac.by_person.get(person_id)
        if rows:
            first, last = rows[0].ceremony, rows[-1].ceremony
            nights = ordinal(first) if first == last else f"{ordinal(first)} to {ordinal(last)}"
            return f"{name} ({self._known_for(rows)}, {nights})"
        credits = self.almanac.credits_by_person.get(person_id)
        if credits:
            role, film_id = credits[0].role or "cast", credits[0].film_id
            return f"{name} ({role}, {self.almanac.films[film_id].title})"
        return name

    def _known_for(self, rows: Sequence[Nomination]) -> str:
        first = min(rows, key=lambda row: (not row.won, self._places[row.category_id]))
        return self.almanac.categories[first.category_id].name

    def _label_films(self) -> dict[str, str]:
        years = {film_id: self.film_year(film_id) for film_id in self.almanac.films}
        titles = {film.id: film.title for film in self.almanac.films.values()}
        count = Counter((titles[id_].casefold(), year) for id_, year in years.items())
        labels = {}
        for film_id, title in titles.items():
            year, rows = years[film_id], self.almanac.by_film.get(film_id)
            parts = [year or ""]
            if rows and count[title.casefold(), year] > 1:
                parts.append(self._known_for(rows))
            labels[film_id] = f"{title} ({', '.join(parts)})" if any(parts) else title
        return labels

    def category_scope(self, category_id: str) -> tuple[str, ...]:
        """Return the categories that a category stands for: its whole family, if it heads one."""
        category = self.almanac.categories[category_id]
        return (
            self.almanac.families[category_id] if category.family == category_id else (category_id,)
        )


def _weights(
    almanac: Almanac,
    nominations: Mapping[str, list[Nomination]],
    credits: Mapping[str, list[Credit]],
) -> dict[str, float]:
    weights: dict[str, float] = defaultdict(float)
    for target, rows in nominations.items():
        for row in rows:
            fame = _FAME.get(almanac.categories[row.category_id].group, 1.0)
            weights[target] += fame * _WIN if row.won else fame
        weights[target] += _RECENT * rows[-1].ceremony
    for target, parts in credits.items():
        weights[target] += _CREDIT * len(parts)
    for person in almanac.people.values():
        if person.kind != "person":
            weights[person.id] = 0.0
    return dict(weights)


def _film_names(almanac: Almanac) -> Iterator[tuple[str, str]]:
    titles = {film.title for film in almanac.films.values()}
    for film in almanac.films.values():
        yield film.id, film.title
        # "The Postman (Il Postino)" is called by either of its titles.
        if film.title.endswith(")") and not film.title.startswith("("):
            yield from ((film.id, name) for name in film.title[:-1].split("(", maxsplit=1))
        # "The Lord of the Rings: The Return of the King" is called by its second half too.
        _, colon, second = film.title.partition(": ")
        if colon and second.count(" ") > 1:
            yield film.id, second
        # "Dr. Seuss' How the Grinch Stole Christmas" is called by what follows the author.
        of_author = _OF_AUTHOR.match(film.title)
        if of_author and " " in of_author[1] and of_author[1] not in titles:
            yield film.id, of_author[1]
    for nomination in almanac.nominations:
        for work in nomination.works:
            yield work.film_id, work.title
    for kind, id_, name in almanac.aliases:
        if kind == "film":
            yield id_, name


def _person_names(almanac: Almanac) -> Iterator[tuple[str, str]]:
    for person in almanac.people.values():
        yield person.id, person.name
    for nomination in almanac.nominations:
        for nominee in nomination.nominees:
            yield nominee.person_id, nominee.name
    for credit in almanac.credits:
        yield credit.person_id, credit.name
    for kind, id_, name in almanac.aliases:
        if kind == "person":
            yield id_, name


def _category_names(almanac: Almanac) -> Iterator[tuple[str, str]]:
    def with_best(category: Category, name: str) -> Iterator[tuple[str, str]]:
        yield category.id, name
        if category.competitive and not name.startswith("Best "):
            yield category.id, f"best {name}"

    for category in almanac.categories.values():
        yield category.id, category.id
        yield from with_best(category, category.name)
        yield from with_best(category, category.name.removeprefix("Best "))
        for nomination in almanac.by_category.get(category.id, ()):
            yield from with_best(category, nomination.official_name)
    for name, category_id in almanac.category_names:
        yield from with_best(almanac.categories[category_id], name)
