"""Which part of a map is taken: pins step aside for pins, and names for pins and names."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from app.local_resources.geo_projection import Bounds, Point

_TURNS: Final = 12
_MOST_ROUNDS: Final = 60
_CELL: Final = 2.0
_ENDS: Final = 3

Rings = Sequence[Sequence[Point]]


def spread(points: Sequence[Point], size: float, room: Bounds) -> list[Point]:
    """Return where pins of a size are drawn: each at its place, or next to it where that is taken.

    In order: the first stays, later ones go round it, ever further.  All stay in the room.
    """
    drawn: list[Point] = []
    taken: dict[tuple[int, int], list[Point]] = {}

    def is_free(at: Point) -> bool:
        column, row = _square(at, size)
        return all(
            math.dist(at, other) >= size
            for across in (-1, 0, 1)
            for down in (-1, 0, 1)
            for other in taken.get((column + across, row + down), ())
        )

    for point in points:
        inside = (
            min(max(point[0], room.left), room.right),
            min(max(point[1], room.low), room.high),
        )
        at = next((one for one in _around(inside, size, room) if is_free(one)), inside)
        drawn.append(at)
        taken.setdefault(_square(at, size), []).append(at)
    return drawn


def _square(at: Point, size: float) -> tuple[int, int]:
    return math.floor(at[0] / size), math.floor(at[1] / size)


def _around(at: Point, size: float, room: Bounds) -> Iterator[Point]:
    yield at
    for ring in range(1, _MOST_ROUNDS):
        steps = _TURNS if ring < 3 else _TURNS * 2
        for step in range(steps):
            angle = math.radians(30 + 360 * step / steps)
            far = size * (0.52 + 0.5 * ring)
            place = at[0] + far * math.cos(angle), at[1] - far * math.sin(angle)
            if room.holds(*place):
                yield place


class Ground:
    """A frame of paper in squares of 2 mm, of which some are taken."""

    def __init__(self, room: Bounds) -> None:
        self._room = room
        self._taken: set[tuple[int, int]] = set()

    def take(self, box: Bounds) -> None:
        """Take a box of paper."""
        self._taken.update(self._squares(box))

    def name_place(
        self,
        at: Point,
        size: tuple[float, float],
        reach: float,
        own: Rings,
        others: Sequence[Rings] = (),
    ) -> tuple[Point, bool] | None:
        """Take the free place for a name nearest to ``at``; return it and whether it is in ``own``.

        A place within its own rings goes before one where nobody is, and that before any other.
        Nothing where there is none within ``reach`` mm.
        """
        free: list[Point] = []
        inside = None
        for place in self._places(at, reach):
            if self._is_free(_box(place, size)):
                free.append(place)
                if not own or _count(own, place, size) == _ENDS:
                    inside = place
                    break
        if not free:
            return None
        blank = inside or next(
            (one for one in free if not any(_count(of, one, size) for of in others)), free[0]
        )
        self.take(_box(blank, size))
        return blank, inside is not None

    def _places(self, at: Point, reach: float) -> list[Point]:
        steps = int(reach / _CELL)
        around = [
            (at[0] + across * _CELL, at[1] + down * _CELL)
            for across in range(-steps, steps + 1)
            for down in range(-steps, steps + 1)
        ]
        near = [one for one in around if math.dist(one, at) <= reach]
        return sorted(near, key=lambda one: (round(math.dist(one, at), 6), one[1], one[0]))

    def _is_free(self, box: Bounds) -> bool:
        room = self._room
        within = (
            box.left >= room.left
            and box.right <= room.right
            and box.low >= room.low
            and box.high <= room.high
        )
        return within and self._taken.isdisjoint(self._squares(box))

    def _squares(self, box: Bounds) -> Iterator[tuple[int, int]]:
        rows = range(math.floor(box.low / _CELL), math.ceil(box.high / _CELL))
        for column in range(math.floor(box.left / _CELL), math.ceil(box.right / _CELL)):
            for row in rows:
                yield column, row


def _box(at: Point, size: tuple[float, float]) -> Bounds:
    wide, high = size[0] / 2, size[1] / 2
    return Bounds(at[0] - wide, at[1] - high, at[0] + wide, at[1] + high)


def _count(rings: Rings, at: Point, size: tuple[float, float]) -> int:
    """Return how many of the ends and the middle of a name lie in rings."""
    ends = (at[0] - size[0] / 2, at[0], at[0] + size[0] / 2)
    return sum(encloses(rings, (end, at[1])) for end in ends)


def encloses(rings: Rings, at: Point) -> bool:
    """Return whether a point lies in rings of which the inner ones are holes."""
    inside = False
    for ring in rings:
        if len(ring) < 3 or ring[0] != ring[-1]:
            continue
        for (x1, y1), (x2, y2) in pairwise(ring):
            crosses = (y1 > at[1]) != (y2 > at[1])
            if crosses and at[0] < x1 + (at[1] - y1) / (y2 - y1) * (x2 - x1):
                inside = not inside
    return inside


def ring_middle(ring: Sequence[Point]) -> tuple[Point, float]:
    """Return the centre of gravity of a ring and its area; of a line the middle of its corners."""
    doubled = x = y = 0.0
    left, low = ring[0]
    for (x1, y1), (x2, y2) in pairwise(ring):
        cross = (x1 - left) * (y2 - low) - (x2 - left) * (y1 - low)
        doubled += cross
        x += (x1 + x2 - 2 * left) * cross
        y += (y1 + y2 - 2 * low) * cross
    if ring[0] != ring[-1] or not doubled:
        count = len(ring)
        return (sum(point[0] for point in ring) / count, sum(point[1] for point in ring) / count), 0
    return (left + x / (3 * doubled), low + y / (3 * doubled)), abs(doubled) / 2
