"""Which row (or column) of one edition is which of the next, by the labels that stand in them.

The pairs are those that keep the order and the most labels together, where a label that stands
in few rows counts for more.  A row without labels goes with its neighbours: as long as as many
such rows lie between them as before.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

MOST_PAIRS = 250_000
"""Above this many pairs of lines none are compared: every line then stays where it was."""

Said = tuple[str, ...]
Lines = Mapping[int, Sequence[str]]
"""The labels of each row (or column) that has any."""


@dataclass(frozen=True, slots=True)
class Line:
    """Where a row or column has gone; ``sure`` unless it might as well be another."""

    number: int
    sure: bool


class Alignment:
    """The rows (or columns) of one edition, found in the next; ``last`` are the last used ones."""

    def __init__(self, old: Lines, new: Lines, last: tuple[int, int]) -> None:
        pairs = _pairs(old, new)
        self._sure = _sure(pairs, old, new)
        self._starts = [0, *(first for first, _ in pairs), last[0] + 1]
        self._targets = [0, *(second for _, second in pairs), last[1] + 1]

    def find(self, number: int) -> Line:
        """Return where a line has gone."""
        place = bisect_right(self._starts, number) - 1
        start, target = self._starts[place], self._targets[place]
        if number in self._sure:
            return Line(target, self._sure[number])
        moved = target + number - start
        if place + 1 == len(self._starts):
            return Line(moved, sure=True)
        gap = self._starts[place + 1] - start, self._targets[place + 1] - target
        return Line(moved, gap[0] == gap[1])


def _pairs(old: Lines, new: Lines) -> list[tuple[int, int]]:
    """Return the pairs of lines that keep order and labels best."""
    first, second = sorted(old), sorted(new)
    if len(first) * len(second) > MOST_PAIRS:
        return [(number, number) for number in first if number in new]
    weights = _weights([old[number] for number in first], [new[number] for number in second])
    best = [[0.0] * (len(second) + 1) for _ in range(len(first) + 1)]
    for i in range(len(first) - 1, -1, -1):
        row, below, shared = best[i], best[i + 1], weights[i]
        for j in range(len(second) - 1, -1, -1):
            found = max(row[j + 1], below[j])
            if j in shared:
                found = max(found, below[j + 1] + shared[j])
            row[j] = found
    return [(first[i], second[j]) for i, j in _walk(best, weights)]


def _walk(
    best: Sequence[Sequence[float]], weights: Sequence[Mapping[int, float]]
) -> Iterable[tuple[int, int]]:
    i = j = 0
    while i < len(best) - 1 and j < len(best[0]) - 1:
        if j in weights[i] and best[i][j] == best[i + 1][j + 1] + weights[i][j]:
            yield i, j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1


def _weights(old: Sequence[Sequence[str]], new: Sequence[Sequence[str]]) -> list[dict[int, float]]:
    """Return for each old line the new ones it shares labels with, and how much that says."""
    often = Counter(key for line in (*old, *new) for key in set(line))
    where: dict[str, Counter[int]] = defaultdict(Counter)
    for place, line in enumerate(new):
        for key in line:
            where[key][place] += 1
    weights = []
    for line in old:
        shared: dict[int, float] = defaultdict(float)
        for key, times in Counter(line).items():
            for place, count in where[key].items():
                shared[place] += 2 * min(times, count) / often[key]
        weights.append(dict(shared))
    return weights


def _sure(pairs: Sequence[tuple[int, int]], old: Lines, new: Lines) -> dict[int, bool]:
    """Return for each paired old line whether its partner can be no other.

    It cannot where the two share a label that stands nowhere else.  Lines that say the same are
    told apart by their order alone: between two sure ones there must be as many as before.
    """
    unique = _once(old) & _once(new)
    sure: dict[int, bool] = {}
    run: list[tuple[int, int]] = []
    start, end = (0, 0), (max(old, default=0) + 1, max(new, default=0) + 1)
    for first, second in (*pairs, end):
        last = (first, second) == end
        if not last and not unique & set(old[first]) & set(new[second]):
            run.append((first, second))
            continue
        if run:
            before = _said(old, start[0], first)
            after = _said(new, start[1], second)
            sure.update((one, _as_often(old[one], new[other], before, after)) for one, other in run)
        if not last:
            sure[first] = True
        run, start = [], (first, second)
    return sure


def _as_often(
    line: Sequence[str], other: Sequence[str], before: Counter[Said], after: Counter[Said]
) -> bool:
    said = tuple(line)
    return said == tuple(other) and before[said] == after[said]


def _once(lines: Lines) -> set[str]:
    """Return the labels that stand in one place only."""
    times = Counter(key for line in lines.values() for key in line)
    return {key for key, count in times.items() if count == 1}


def _said(lines: Lines, after: int, before: int) -> Counter[Said]:
    """Return how often each line occurs between two lines."""
    between = range(after + 1, before)
    return Counter(tuple(lines[number]) for number in between if number in lines)
