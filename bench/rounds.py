"""Contenders measured in turn, so that what else the machine does hits all of them alike."""

from __future__ import annotations

import gc
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median, quantiles

Samples = list[float]
_PATIENCE = 600
ROOT = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Line:
    """One figure: ours beside the anchor, their ratio, and the goal for it (at most).

    Without an anchor ``ratio`` is the figure itself, in ``unit``.  ``noise`` is the range of the
    middle half of all samples over their median, the worse of both sides.
    """

    what: str
    ours: float
    anchor: float | None
    unit: str
    ratio: float
    goal: float | None
    noise: float
    note: str = ""

    @property
    def verdict(self) -> str:
        if self.goal is None:
            return ""
        return "met" if self.ratio <= self.goal else "MISSED"

    def to_json(self) -> dict[str, object]:
        return {**asdict(self), "verdict": self.verdict}


def alternate(
    contenders: Mapping[str, Callable[[], float]], rounds: int = 7, warm: int = 1
) -> dict[str, Samples]:
    """Run every contender once a round, the order turning; each says what it measured itself."""
    found: dict[str, Samples] = {name: [] for name in contenders}
    names = list(contenders)
    for number in range(-warm, rounds):
        shift = number % len(names)
        for name in names[shift:] + names[:shift]:
            value = contenders[name]()
            if number >= 0:
                found[name].append(value)
    return found


def compare(
    what: str,
    ours: Sequence[float],
    anchor: Sequence[float],
    goal: float | None,
    *,
    unit: str = "ms",
    note: str = "",
) -> Line:
    """Return ours over the anchor, medians of both."""
    mine, theirs = median(ours), median(anchor)
    noise = max(spread(ours), spread(anchor))
    return Line(what, mine, theirs, unit, mine / theirs, goal, noise, note)


def figure(
    what: str,
    ours: Sequence[float],
    goal: float | None = None,
    *,
    unit: str = "ms",
    note: str = "",
) -> Line:
    """Return a figure that has no anchor."""
    return Line(what, median(ours), None, unit, median(ours), goal, spread(ours), note)


def spread(samples: Sequence[float]) -> float:
    if len(samples) < 3 or not median(samples):
        return 0.0
    low, _, high = quantiles(samples, n=4)
    return (high - low) / median(samples)


def percentile(samples: Sequence[float], share: int) -> float:
    """Return the value below which ``share`` of a hundred samples lie."""
    return quantiles(samples, n=100, method="inclusive")[share - 1]


def timed(work: Callable[[], object]) -> float:
    """Return how many milliseconds something took."""
    gc.collect()
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def python(module: str, *words: object) -> str:
    """Run a module of this folder as a process of its own and return what it printed."""
    command = [sys.executable, "-m", f"bench.{module}", *map(str, words)]
    done = subprocess.run(
        command, cwd=ROOT, check=True, capture_output=True, text=True, timeout=_PATIENCE
    )
    return done.stdout


def process(*command: object) -> float:
    """Return how many milliseconds a whole process took."""
    words = [str(word) for word in command]
    return timed(lambda: subprocess.run(words, cwd=ROOT, check=True, capture_output=True))


def table(lines: Sequence[Line]) -> str:
    """Return the figures as text, a line each."""
    rows = [("what", "ours", "anchor", "ratio", "goal", "noise", "")]
    for line in lines:
        unit = f" {line.unit}" if line.unit else ""
        rows.append(
            (
                line.what,
                f"{_short(line.ours)}{unit}",
                "" if line.anchor is None else f"{_short(line.anchor)}{unit}",
                "" if line.anchor is None else f"{line.ratio:.3g}",
                "" if line.goal is None else f"≤ {line.goal:g}",
                f"{line.noise:.0%}",
                "  ".join(part for part in (line.verdict, line.note) if part),
            )
        )
    widths = [max(len(row[column]) for row in rows) for column in range(6)]
    return "\n".join(
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[6]])
        for row in rows
    )


def _short(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"
