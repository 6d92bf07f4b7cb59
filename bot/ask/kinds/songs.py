"""Songs by their titles: from which film, by whom, and whether they won."""

from dataclasses import dataclass

from bot.ask import lexicon
from bot.ask.choose import film_meant
from bot.ask.frame import Frame
from bot.ask.query import Answer, Query, Scope
from bot.ask.say import at_night
from bot.cards import addresses
from bot.cards.card import Link
from bot.cards.credits import credited, song_of, titles_of
from bot.cards.plain import plain_line
from bot.library import Shelf
from bot.models import Nomination
from bot.store.almanac import Almanac
from bot.wording import counted, listed


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


@dataclass(frozen=True)
class FilmSongsQuery:
    """The songs of a film that were nominated, or that won."""

    film_id: str
    won: bool

    def told(self, almanac: Almanac) -> str:
        """Return how the question was understood."""
        which = "winning" if self.won else "nominated"
        return f"the {which} songs of {almanac.films[self.film_id].title}"

    def answer(self, shelf: Shelf) -> Answer:
        """Name them."""
        almanac = shelf.almanac
        title = almanac.films[self.film_id].title
        links = (Link(title, addresses.film(self.film_id)),)
        rows = _songs_of(almanac, self.film_id)
        if not rows:
            return Answer(f"No song from {title} was nominated for an Oscar.", links=links)
        night = at_night(almanac.ceremonies[rows[0].ceremony])
        won = [row for row in rows if row.won]
        if self.won and won:
            return SongQuery(tuple(won), verdict=False).answer(shelf)
        start = "None: " if self.won else ""
        count = counted(len(rows), "song")
        named = listed([f"“{song_of(row)}”{' (won)' if row.won else ''}" for row in rows])
        was = "was" if len(rows) == 1 else "were"
        return Answer(
            f"{start}{count} from {title} {was} nominated for Best Original Song: "
            f"{named}, {night}.",
            links=links,
        )


@dataclass(frozen=True)
class BeatenSongQuery:
    """Whether one song beat another of its night; or, of a single one, which song won."""

    songs: tuple[Nomination, ...]

    def told(self, almanac: Almanac) -> str:  # noqa: ARG002  (every query can be told)
        """Return how the question was understood."""
        names = [f"“{song_of(row)}”" for row in self.songs]
        return f"which song won: {listed(names, 'or')}"

    def answer(self, shelf: Shelf) -> Answer:
        """Name the winner of the night."""
        almanac = shelf.almanac
        night = self.songs[0].ceremony
        rows = [row for row in almanac.by_ceremony[night] if row.category_id == "original-song"]
        winner = next(row for row in rows if row.won)
        start = ""
        if len(self.songs) > 1:
            start = "Yes: " if self.songs[0].won else "No: "
        others = [
            f"“{song_of(row)}” from {listed(titles_of(row))}" for row in self.songs if not row.won
        ]
        lost = f", over {listed(others)}" if others else ""
        return Answer(
            f"{start}“{song_of(winner)}” from {listed(titles_of(winner))} "
            f"({plain_line(credited(winner))}) won Best Original Song{lost}, "
            f"{at_night(almanac.ceremonies[night])}.",
            links=(Link("The award", addresses.winner("original-song", night)),),
        )


def _songs_of(almanac: Almanac, film_id: str) -> list[Nomination]:
    rows = almanac.by_film.get(film_id, ())
    return [row for row in rows if row.category_id == "original-song" and row.counts]


def parse_of_film(frame: Frame) -> Query | None:
    """Recognise the songs of a film: "which songs from ... were nominated"."""
    film = frame.first_named("film")
    others = frame.has(lexicon.PERFORM, lexicon.WRITE, lexicon.COMPOSE, lexicon.BEAT, lexicon.HOST)
    if film is None or others or frame.first_named("person") or len(frame.category_ids) > 1:
        return None
    if not frame.says(_OF_FILM) or (frame.category_ids or ("original-song",)) != ("original-song",):
        return None
    picked = film_meant(frame, film, Scope(categories=frozenset({"original-song"})))
    if picked.id is None:
        return None
    won = frame.has(lexicon.WIN) and not frame.has(lexicon.NOMINATE)
    return FilmSongsQuery(picked.id, won)


_OF_FILM = (
    r"(?:which|what|how many|name|list|the|any) (?:\w+ )?songs? (?:from|of|in|by) <film>|"
    r"(?:is|was|were|are|has|have|had) there (?:\w+ ){0,2}songs? (?:in|from|of|for) <film>|"
    r"<film> (?:\w+ ){0,5}(?<!best )songs? (?:nominated|up|won|was|were|got)|"
    r"(?:which|what|how many|any) songs? (?:\w+ ){1,4}(?:from|for|of|in) <film>|"
    r"songs? (?:nominated|up|that won) (?:from|of|for|in) <film>|"
    r"songs? (?:from|of) <film> (?:\w+ )?(?:nominated|won|win|up)|"
    r"(?:which|what|how many) <film> songs?|what (?:is|was) (?:its|the) song (?:called|from <film>)"
)


def parse_beaten(frame: Frame) -> Query | None:
    """Recognise songs that were rivals of one night: "did ... beat ...", "what song beat ..."."""
    if not frame.has(lexicon.BEAT, lexicon.LOSE):
        return None
    songs = frame.almanac.by_category["original-song"]
    named = [
        [row for row in songs if row.id in sense.ids]
        for mention in frame.mentions
        if (sense := mention.sense("song"))
    ]
    about_song = frame.has(lexicon.SONG_NOUN) or "original-song" in frame.category_ids
    if len(named) == 1 and about_song and named[0]:
        return BeatenSongQuery((named[0][0],))
    if len(named) != 2 or frame.has(lexicon.LOSE):
        return None
    pairs = [(a, b) for a in named[0] for b in named[1] if a.ceremony == b.ceremony]
    return BeatenSongQuery(pairs[0]) if pairs and pairs[0][0] != pairs[0][1] else None


def parse(frame: Frame) -> Query | None:
    """Recognise a song that was nominated, where the question is about a song."""
    mentions = [m for m in (*frame.mentions, *frame.weak) if m.sense("song")]
    if not mentions:
        return None
    if frame.says(r"songs? (?:from|of|in) <(?:song|film)>"):
        titled = next((m.sense("film") for m in mentions if m.sense("film")), None)
        titled = titled if len(frame.mentions) == 1 else None
        if titled is not None:
            return FilmSongsQuery(titled.ids[0], frame.has(lexicon.WIN))
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
