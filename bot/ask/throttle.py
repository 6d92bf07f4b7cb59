"""How often somebody may ask: five times in ten seconds, in a bounded memory."""

from collections import OrderedDict, deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum

MOST, WITHIN = 5, timedelta(seconds=10)
MOST_REMEMBERED = 2000


class Admission(Enum):
    """What to do with somebody's question: answer it, ask for patience, or say nothing."""

    ANSWER = "answer"
    NOTICE = "notice"
    SILENCE = "silence"


@dataclass
class _Asker:
    times: deque[datetime] = field(default_factory=lambda: deque(maxlen=MOST + 1))
    told: bool = False


class Throttle:
    """Counts questions by asker. Times are given, never taken from a clock."""

    def __init__(self, most_remembered: int = MOST_REMEMBERED) -> None:
        self._most_remembered = most_remembered
        self._askers: OrderedDict[int, _Asker] = OrderedDict()

    def admit(self, asker: int, at: datetime) -> Admission:
        """Count a question and return what to do with it.

        One notice is given; then there is silence until the last ten seconds hold five or fewer,
        those that were not answered among them.
        """
        known = self._askers.setdefault(asker, _Asker())
        self._askers.move_to_end(asker)
        if len(self._askers) > self._most_remembered:
            self._askers.popitem(last=False)
        known.times.append(at)
        if len(known.times) <= MOST or at - known.times[0] > WITHIN:
            known.told = False
            return Admission.ANSWER
        told, known.told = known.told, True
        return Admission.SILENCE if told else Admission.NOTICE
