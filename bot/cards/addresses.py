"""The address of a card: what a button or a menu holds to say where it leads.

An address is words joined by "/", short enough for Discord's `custom_id`, and holds everything
needed to make the card again: after a restart, and in any process.
"""


def winner(category_id: str, ceremony: int) -> str:
    """Return the address of who won a category."""
    return f"winner/{category_id}/{ceremony}"


def nominees(category_id: str, ceremony: int) -> str:
    """Return the address of all who were nominated in a category."""
    return f"nominees/{category_id}/{ceremony}"


def ceremony(number: int, part: str = "night", page: int = 1) -> str:
    """Return the address of a night; part: night, awards, presenters, performances, moments."""
    return f"ceremony/{number}/{part}/{page}"


def category(category_id: str, page: int = 1) -> str:
    """Return the address of a category through the years."""
    return f"category/{category_id}/{page}"


def film(film_id: str, page: int = 1) -> str:
    """Return the address of a film."""
    return f"film/{film_id}/{page}"


def cast(film_id: str) -> str:
    """Return the address of a film's cast."""
    return f"cast/{film_id}"


def person(person_id: str, page: int = 1) -> str:
    """Return the address of a person."""
    return f"person/{person_id}/{page}"


def question(text: str) -> str:
    """Return the address of the answer to a question."""
    return f"ask/{text}"


def answer(page: int) -> str:
    """Return the address of a page of an answer; its question stands above the answer itself."""
    return f"answer/{page}"
