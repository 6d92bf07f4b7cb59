"""A question -> its frame: words, then names, without what is said around them or taken back."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from bot.ask import lexicon
from bot.ask.asides import clauses, essence
from bot.ask.categories import categories_in
from bot.ask.events import with_nights
from bot.ask.frame import QUESTION_WORDS, Frame
from bot.ask.mentions import Spotter
from bot.ask.senses import WEAK, Mention
from bot.ask.surnames import FULL_NAME
from bot.ask.time_words import times_in
from bot.ask.times import TimeMention
from bot.ask.told_people import with_names
from bot.ask.words import Word, words_of
from bot.names.catalogue import Catalogue
from bot.names.fold import key

_TURNING = lexicon.NEVER | lexicon.NEGATION | lexicon.ELSE | lexicon.MOST | lexicon.LEAST
"""Words in a clause that turn the rest of the question into another one."""

_HOLDER = {"winner", "winning", "nominee"}
LONGEST_YEARLY = 4
"""So many words stand at the most before the year of a title that ends with one."""

_CORRECTIONS = {
    ("i", "mean"),
    ("i", "meant"),
    ("no", "wait"),
    ("wait", "no"),
    ("no", "sorry"),
    ("scratch", "that"),
}


def frame_of(question: str, spotter: Spotter, today: date) -> Frame:
    """Take a question apart against one catalogue of names. today: to know "last year"."""
    words = words_of(question, spotter.is_name_word)
    frame = _spotted(question, words, spotter, today)
    sure = [(m.start, m.end) for m in frame.mentions if m.senses[0].exact or m.score > FULL_NAME]
    sure += [(time.start, time.end) for time in frame.times]
    sure += [(c.start, c.end) for c in frame.categories if c.sure]
    named = {at for start, end in sure for at in range(start, end)}
    kept = essence(words, named, _denied(frame))
    if len(kept.words) < len(words):
        frame = replace(_spotted(question, kept.words, spotter, today), reported=kept.reported)
    for told in (with_nights, with_names):
        words = list(told(frame))
        if words != list(frame.words):
            frame = replace(_spotted(question, words, spotter, today), reported=frame.reported)
    return frame


def shorter(frame: Frame) -> Iterator[Frame]:
    """Yield a question without one of its clauses, for each that names no time and no award.

    What is left must name an award with its night, or with whoever was up for it: a description
    beside that changes nothing.
    """
    bound = {at for time in frame.times for at in range(time.start, time.end)}
    bound |= {at for c in frame.categories if c.sure for at in range(c.start, c.end)}
    for clause in clauses(frame.words):
        texts = set(frame.texts[clause.start : clause.stop])
        if len(clause) == len(frame.words) or not bound.isdisjoint(clause) or texts & _TURNING:
            continue
        rest = (*frame.words[: clause.start], *frame.words[clause.stop :])
        left = _spotted(frame.question, rest, frame.spotter, frame.today)
        weak = left.categories and left.period is not None and not left.period.is_span
        played = left.first_named("character") and left.has(lexicon.WIN, lexicon.NOMINATE)
        if left.settled or weak or played or (left.category_ids and left.sure_subject):
            yield replace(left, reported=frame.reported)


def _spotted(question: str, words: Sequence[Word], spotter: Spotter, today: date) -> Frame:
    catalogue = spotter.catalogue
    times = [
        time
        for time in times_in(words, spotter.almanac, today)
        if not _ends_title(words, time, catalogue)
    ]
    timed = {at for time in times for at in range(time.start, time.end)}
    categories, unknown = categories_in(words, timed, catalogue)
    taken = [(time.start, time.end) for time in times]
    taken += [(c.start, c.end) for c in categories if c.sure]
    every = spotter.mentions(words, taken)
    mentions = _merged([m for m in every if m.score >= WEAK], words, catalogue)
    named = {at for m in mentions for at in range(m.start, m.end)}
    categories = [c for c in categories if c.sure or named.isdisjoint(range(c.start, c.end))]
    return Frame(
        question,
        tuple(words),
        tuple(times),
        tuple(categories),
        unknown,
        tuple(mentions),
        tuple(mention for mention in every if mention.score < WEAK),
        spotter,
        today,
    )


def _ends_title(words: Sequence[Word], time: TimeMention, catalogue: Catalogue) -> bool:
    """Whether a year is the end of a title: "blade runner 2049"."""
    keys = [key(word.text) for word in words[: time.start + 1]]
    return keys[-1].isdigit() and any(
        catalogue.films.exact_squashed("".join(keys[start:]))
        for start in range(max(0, time.start - LONGEST_YEARLY), time.start)
    )


def _merged(
    mentions: Sequence[Mention], words: Sequence[Word], catalogue: Catalogue
) -> list[Mention]:
    """Take "lord of the rings two towers" for one film, where each half names one."""
    kept: list[Mention] = []
    for mention in mentions:
        film = mention.sense("film")
        before = kept[-1] if kept else None
        if film and before and before.end == mention.start and before.sense("film"):
            start = key(" ".join(word.text for word in words[before.start : before.end]))
            titles = (catalogue.almanac.films[id_].title for id_ in film.ids)
            if any(key(title).startswith(start) for title in titles):
                kept[-1] = Mention(before.start, mention.end, (film,))
                continue
        kept.append(mention)
    return kept


def _denied(frame: Frame) -> frozenset[int]:
    """Return the places of what is said not to be meant: "..., not lincoln, ..."."""
    things = [m for m in frame.mentions if m.senses[0].kind in ("film", "person")]
    denied = [
        range(mention.start - 1, mention.end)
        for mention in things
        if mention.start
        and frame.texts[mention.start - 1] == "not"
        and (frame.words[mention.start - 1].pause)
    ]
    places = {at for span in denied for at in span} if len(denied) < len(things) else set()
    places |= _denied_awards(frame) | _denied_clauses(frame) | _describing(frame)
    return frozenset(places) | _taken_back(frame)


def _describing(frame: Frame) -> set[int]:
    """Return the places of what only tells which film is meant: "the best picture winner Crash"."""
    films = {mention.start for mention in frame.mentions if mention.sense("film")}
    sure = [category for category in frame.categories if category.sure]
    telling = [
        range(category.start, category.end + 1)
        for category in sure
        if category.end + 1 in films and frame.texts[category.end] in _HOLDER
    ]
    asked = len(telling) < len(sure) or "acting" in frame.texts
    return {at for span in telling for at in span} if asked else set()


def _denied_clauses(frame: Frame) -> set[int]:
    """Return the places of "..., not the ceremony in 1975", "..., not who should have won"."""
    awards = {at for c in frame.categories if c.sure for at in range(c.start, c.end)}
    times = {at for time in frame.times for at in range(time.start, time.end)}
    denied: set[int] = set()
    for clause in clauses(frame.words):
        before = frame.named & set(range(clause.start))
        told = times.isdisjoint(clause) or not times.isdisjoint(range(clause.start))
        if frame.texts[clause.start] == "not" and before and awards.isdisjoint(clause) and told:
            denied.update(clause)
    return denied


def _denied_awards(frame: Frame) -> set[int]:
    """Return the places of "wasn't even for directing" where another award is named instead."""
    sure = [c for c in frame.categories if c.sure]
    for category in sure:
        before = range(max(0, category.start - 3), category.start)
        texts = [frame.texts[at] for at in before]
        others = [c for c in frame.categories if c.start > category.end]
        if texts[-1:] == ["for"] and {"wasnt", "isnt", "not"} & set(texts[:-1]) and others:
            return {*before, *range(category.start, category.end)}
    return set()


def _taken_back(frame: Frame) -> frozenset[int]:
    """Return the places of what is put right by "I mean" or "no wait" and something else."""
    turn = _turn(frame.words)
    if not turn or all(at < turn for at in frame.named):
        return frozenset()
    before = range(turn)
    if not QUESTION_WORDS.isdisjoint(frame.texts[turn:]):
        return frozenset(before)
    taken: set[int] = set()
    categories = [c for c in frame.categories if c.sure]
    for spans in (frame.times, categories, frame.mentions):
        if any(span.start >= turn for span in spans):
            taken.update(at for span in spans for at in range(span.start, span.end))
    if any(mention.start >= turn for mention in frame.mentions):
        taken.update(at for at in before if frame.words[at] in frame.unknown)
    return frozenset(at for at in taken if at < turn)


def _turn(words: Sequence[Word]) -> int:
    """Return where the asker corrects what was said, else 0."""
    texts = [word.text for word in words]
    for at in range(1, len(texts) - 2):
        if (texts[at], texts[at + 1]) in _CORRECTIONS:
            return at
        if texts[at] == "no" and words[at].pause and words[at + 1].pause:
            return at
    return 0
