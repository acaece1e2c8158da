"""The heads and tails of arrows, and the lines cut short to make room for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from math import hypot
from typing import NamedTuple

from app.documents.print.guides import Point, Segment
from app.documents.sheet.paints import Stroke, Tip

_THINNEST = 2.0
"""Lines thinner than this have the tips of a line of this width, in points."""

_CIRCLE = 0.5523
_SHAPES: dict[str, tuple[Point, ...]] = {
    "triangle": ((0, 0), (-1, 0.5), (-1, -0.5)),
    "stealth": ((0, 0), (-1, 0.5), (-0.6, 0), (-1, -0.5)),
    "diamond": ((0.5, 0), (0, 0.5), (-0.5, 0), (0, -0.5)),
    "arrow": ((-1, 0.5), (0, 0), (-1, -0.5)),
}
_SHORTER = {"triangle": 0.9, "stealth": 0.55, "arrow": 0.1}
OPEN = "arrow"


class TipPath(NamedTuple):
    """A tip's path; ``filled`` or drawn as a line."""

    segments: list[Segment]
    filled: bool


def with_tips(segments: Sequence[Segment], stroke: Stroke) -> tuple[list[Segment], list[TipPath]]:
    """Return an open path cut short at its tips, and the tips; a closed one has none."""
    line = list(segments)
    if len(line) < 2 or line[-1][0] == "Z":
        return line, []
    tips = []
    base = max(stroke.width, _THINNEST)
    if stroke.tail:
        line, tip = _at_end(line, stroke.tail, base)
        tips.append(tip)
    if stroke.head:
        back, tip = _at_end(_reversed(line), stroke.head, base)
        line = _reversed(back)
        tips.append(tip)
    return line, tips


def _at_end(line: list[Segment], tip: Tip, base: float) -> tuple[list[Segment], TipPath]:
    letter, places = line[-1]
    end = places[-1]
    before = [*(line[-2][1]), *places[:-1]]
    origin = next((place for place in reversed(before) if place != end), end)
    length = hypot(end[0] - origin[0], end[1] - origin[1]) or 1.0
    way = ((end[0] - origin[0]) / length, (end[1] - origin[1]) / length)
    long, wide = tip.long * base, tip.wide * base
    cut = min(_SHORTER.get(tip.kind, 0.0) * long, length * 0.9)
    moved = (end[0] - way[0] * cut, end[1] - way[1] * cut)
    shown = TipPath(_path(tip.kind, end, way, (long, wide)), tip.kind != OPEN)
    return [*line[:-1], (letter, (*places[:-1], moved))], shown


def _path(kind: str, end: Point, way: Point, size: Point) -> list[Segment]:
    def place(x: float, y: float) -> Point:
        x, y = x * size[0], y * size[1]
        return end[0] + x * way[0] - y * way[1], end[1] + x * way[1] + y * way[0]

    if kind == "oval":
        return _oval(place)
    points = [place(x, y) for x, y in _SHAPES.get(kind, _SHAPES["triangle"])]
    found: list[Segment] = [("M", (points[0],)), *(("L", (point,)) for point in points[1:])]
    return found if kind == OPEN else [*found, ("Z", ())]


def _oval(place: Callable[[float, float], Point]) -> list[Segment]:
    round_, half = _CIRCLE / 2, 0.5
    corners = [(half, 0.0), (0.0, half), (-half, 0.0), (0.0, -half), (half, 0.0)]
    found: list[Segment] = [("M", (place(*corners[0]),))]
    for (x0, y0), (x1, y1) in pairwise(corners):
        bend = round_ / half
        first = place(x0 + x1 * bend, y0 + y1 * bend)
        second = place(x1 + x0 * bend, y1 + y0 * bend)
        found.append(("C", (first, second, place(x1, y1))))
    return [*found, ("Z", ())]


def _reversed(line: Sequence[Segment]) -> list[Segment]:
    """Return the same path from its end to its start."""
    found: list[Segment] = [("M", (line[-1][1][-1],))]
    for place in range(len(line) - 1, 0, -1):
        letter, points = line[place]
        start = line[place - 1][1][-1]
        if letter == "M":
            found.append(("M", (start,)))
        else:
            found.append((letter, (*reversed(points[:-1]), start)))
    return found
