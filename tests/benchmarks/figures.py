"""What a process used so far, as Linux tells it, and the table of everything measured."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Figure:
    """One number that was measured, and the most that it may be, where there is a limit.

    aim: whether the limit is only aimed at: missing it is told, and fails nothing.
    """

    what: str
    value: float
    unit: str
    limit: float | None = None
    aim: bool = False

    @property
    def fails(self) -> bool:
        return self._is_missed and not self.aim

    @property
    def _is_missed(self) -> bool:
        return self.limit is not None and self.value > self.limit

    def row(self) -> str:
        """Return a row of a Markdown table."""
        limit = "" if self.limit is None else f"{self.limit:g} {self.unit}".strip()
        missed = ", missed" if self._is_missed else ""
        return f"| {self.what} | {_rounded(self.value)} {self.unit} | {limit}{missed} |"


def cpu_seconds(process: int) -> float:
    """Return the processor time that all threads of a running process have used."""
    spent = 0
    for thread in Path(f"/proc/{process}/task").iterdir():
        spent += int((thread / "schedstat").read_text().split()[0])
    return spent / 1e9


def memory_mb(process: int) -> float:
    """Return the memory that a process holds by itself, without what it shares with others."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()[1:]
    kilobytes = {name: int(rest.split()[0]) for name, rest in (x.split(":") for x in lines)}
    return sum(kilobytes[f"Private_{kind}"] for kind in ("Clean", "Dirty")) * 1024 / MEGABYTE


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value that `share` percent of the values do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(len(ordered) * share / 100) - 1)]


def _rounded(value: float) -> str:
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}"
