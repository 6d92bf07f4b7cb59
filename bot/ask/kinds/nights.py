"""The nights themselves: when and where, who hosted, presented, performed."""

from bot.ask import lexicon
from bot.ask.frame import Frame
from bot.ask.kinds import appearances, hosts, night_facts
from bot.ask.query import Query
from bot.names.fold import fold


def parse(frame: Frame) -> Query | None:
    """Recognise the facts of a night: host, date, place, presenters, performers."""
    if not hosts.is_asked(frame) and not appearances.is_asked(frame):
        if performer := appearances.performer_named(frame):
            return appearances.of_performer(frame, performer)
        return None if frame.has(lexicon.ELSE, lexicon.COMPARE) else night_facts.parse(frame)
    if hosts.is_asked(frame) and (compared := hosts.compared(frame)):
        return compared
    person = _person_name(frame)
    if frame.has(lexicon.ELSE, lexicon.COMPARE) and not hosts.is_asked(frame):
        return None
    return (
        hosts.parse(frame, person) or appearances.parse(frame, person) or night_facts.parse(frame)
    )


def _person_name(frame: Frame) -> str | None:
    sense = frame.first_named("person")
    if sense is not None:
        return frame.almanac.people[sense.ids[0]].name
    timed = {at for time in frame.times for at in range(time.start, time.end)}
    text = f" {' '.join(word for at, word in enumerate(frame.texts) if at not in timed)} "
    names = {name for a in frame.almanac.appearances for name in a.people}
    names |= {host for c in frame.almanac.ceremonies.values() for host in c.hosts}
    full = next((n for n in sorted(names, key=len, reverse=True) if f" {fold(n)} " in text), None)
    if full is not None:
        return full
    said = frame.free_set - lexicon.FILLER
    hosts = {host for c in frame.almanac.ceremonies.values() for host in c.hosts}
    called = [host for host in hosts if {fold(host).split()[0], fold(host).split()[-1]} & said]
    return called[0] if len(called) == 1 and frame.has(lexicon.HOST) else None
