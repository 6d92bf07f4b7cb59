"""What was talked about last, for ten minutes, by person and channel, in a bounded memory."""

from collections import OrderedDict
from datetime import datetime, timedelta
from typing import Generic, TypeVar

T = TypeVar("T")

KEPT_FOR = timedelta(minutes=10)
MOST_KEPT = 2000
"""Some 2 MB at worst; the conversation longest at rest gives way."""


class Conversations(Generic[T]):
    """What was said in the last ten minutes. Times are given, never taken from a clock."""

    def __init__(self, most: int = MOST_KEPT) -> None:
        self._most = most
        self._kept: OrderedDict[tuple[int, int], tuple[datetime, T]] = OrderedDict()

    def last(self, asker: int, channel: int, at: datetime) -> T | None:
        """Return what somebody asked about last in a channel; None after ten minutes."""
        kept = self._kept.get((asker, channel))
        if kept is None:
            return None
        since, said = kept
        return said if at - since <= KEPT_FOR else None

    def keep(self, asker: int, channel: int, at: datetime, said: T) -> None:
        """Remember what somebody asked about, in place of what was before."""
        self._kept[asker, channel] = (at, said)
        self._kept.move_to_end((asker, channel))
        self._forget(at)

    def __len__(self) -> int:
        return len(self._kept)

    def _forget(self, at: datetime) -> None:
        """Drop what is too old, or too much; the oldest stand first."""
        while self._kept:
            since, _ = next(iter(self._kept.values()))
            if len(self._kept) <= self._most and at - since <= KEPT_FOR:
                return
            self._kept.popitem(last=False)
