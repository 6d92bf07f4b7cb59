"""Recognises the winner of a category as the subject: "how many did the best actor's film win"."""

from bot.ask.frame import Frame
from bot.ask.kinds.aspects import aspect_of
from bot.ask.kinds.award_query import winners_at
from bot.ask.kinds.subject_answers import SubjectQuery
from bot.ask.query import Query, Scope


def parse(frame: Frame) -> Query | None:
    """Recognise the winner of a category as the subject: "how many did the best actor film win"."""
    if not frame.category_ids or not frame.says(
        r"winner of <category>|<category> winner|did (?:the )?(?:<time> )?<category>|"
        r"(?:film|movie|one) that won <category>|winner"
    ):
        return None
    if not frame.says(
        r"how many (?:\w+ )?(?:oscars|awards|academy|nominations|statuettes|did|wins)|"
        r"what else|which (?:other|oscars)"
    ):
        return None
    rows = winners_at(frame)
    if not rows:
        return None
    row = rows[0]
    aspect = aspect_of(frame)
    if row.works and frame.almanac.categories[row.category_id].honours == "film":
        film_id = row.works[0].film_id
        return SubjectQuery("film", film_id, Scope(films=frozenset((film_id,))), aspect)
    if row.nominees:
        person_id = row.nominees[0].person_id
        return SubjectQuery("person", person_id, Scope(people=frozenset((person_id,))), aspect)
    return None
