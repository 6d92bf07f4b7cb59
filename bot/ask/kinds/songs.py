"""Songs by their titles: from which film, by whom, and whether they won."""

from dataclasses import dataclass

from bot.ask import lexicon
from bot.ask.frame import Frame
from bot.ask.query import Answer, Query
from bot.ask.say import at_night
from bot.cards import addresses
from bot.cards.card import Link
from bot.cards.credits import credited, song_of, titles_of
from bot.cards.plain import plain_line
from bot.library import Shelf
from bot.models import Nomination
from bot.store.almanac import Almanac
from bot.wording import listed


@dataclass(frozen=True)
class SongQuery:
    """One song, or several of one title."""

    nominations: tuple[Nomination, ...]
    verdict: bool

    def told(self, almanac: Almanac) -> str:  # noqa: ARG002  (every query can be told)
        """Return how the question was understood."""
        return f"the song “{song_of(self.nominations[0])}”"

    def answer(self, shelf: Shelf) -> Answer:
        """Tell the film, the writers, and what became of it."""
        almanac = shelf.almanac
        lines = []
        for row in self.nominations[:3]:
            film = listed(titles_of(row))
            people = plain_line(credited(row))
            name = almanac.categories[row.category_id].name
            night = at_night(almanac.ceremonies[row.ceremony])
            fate = f"won {name}" if row.won else f"was nominated for {name}, and lost,"
            start = ("Yes: " if row.won else "No: ") if self.verdict else ""
            lines.append(f"{start}“{song_of(row)}” from {film} ({people}) {fate} {night}.")
        row = self.nominations[0]
        return Answer(
            "\n".join(lines),
            links=(
                Link(titles_of(row)[0], addresses.film(row.film_ids[0])),
                Link("The award", addresses.winner(row.category_id, row.ceremony)),
            ),
        )


def parse(frame: Frame) -> Query | None:
    """Recognise a song that was nominated, where the question is about a song."""
    mentions = [m for m in (*frame.mentions, *frame.weak) if m.sense("song")]
    if not mentions:
        return None
    about_song = (
        frame.has(lexicon.SONG_NOUN, {"sang", "sung", "sing", "tune", "lyrics", "singer"})
        or "original-song" in frame.category_ids
    )
    best = max(mentions, key=lambda m: m.end - m.start)
    alone = best.senses[0].kind == "song"
    if not about_song and not alone:
        return None
    if not about_song and best in frame.weak:
        return None
    sense = best.sense("song")
    assert sense is not None
    rows = [row for row in frame.almanac.by_category["original-song"] if row.id in sense.ids]
    films = {i for s in frame.named_things("film") for i in s.ids}
    if films and len(frame.mentions) > 1:
        rows = [row for row in rows if films & set(row.film_ids)] or rows
    if frame.period is not None:
        numbers = {*frame.period.ceremonies, *frame.period.others}
        rows = [row for row in rows if row.ceremony in numbers] or rows
    if frame.has(lexicon.WIN):
        rows = [row for row in rows if row.won] or rows
    verdict = frame.texts[0] in ("did", "has", "is", "was", "does")
    return SongQuery(tuple(rows), verdict and frame.has(lexicon.WIN))
