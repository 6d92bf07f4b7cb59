"""What a ranking ranks: people, films, countries, companies."""

from collections.abc import Hashable
from enum import Enum

from bot.models import Nomination
from bot.store.almanac import Almanac


class By(Enum):
    """What is ranked."""

    PERSON = "person"
    FILM = "film"
    COUNTRY = "country"
    COMPANY = "company"
    DIRECTOR = "director of films"


def thing_of(key: Hashable) -> str:
    """Return the id of what is ranked, with or without a night."""
    return str(key[0] if isinstance(key, tuple) else key)


def directors_of(row: Nomination, almanac: Almanac) -> list[str]:
    """Return who directed the films of a nomination, by their credits."""
    found = []
    for film_id in row.film_ids:
        credited = [
            c.person_id for c in almanac.credits_by_film.get(film_id, ()) if c.role == "Director"
        ]
        nominated = [
            i
            for n in almanac.by_film.get(film_id, ())
            if n.category_id.startswith("directing")
            for i in n.person_ids
        ]
        found += credited or nominated
    return list(dict.fromkeys(found))


def noun_of(by: By, number: int) -> str:
    """Return what so many of them are called."""
    one, many = {
        By.PERSON: ("person", "people"),
        By.FILM: ("film", "films"),
        By.COUNTRY: ("country", "countries"),
        By.COMPANY: ("company", "companies"),
        By.DIRECTOR: ("director", "directors"),
    }[by]
    return one if number == 1 else many
