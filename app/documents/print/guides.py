"""The outline of a shape worked out for its size: guide formulas, arcs, and the text's box.

Inside, lengths are EMU and angles sixty thousandths of a degree (ECMA-376 part 1, 20.1.9.11); what
comes out is in points from the shape's top left corner.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from app.documents.sheet.anchors import EMU
from app.documents.sheet.outlines import Recipe, Step, Trace

_DEGREE = 60_000
_QUARTER = 5_400_000
_MOST = 1e12
_PART = re.compile(r"(w|h|ss|ls)d(\d{1,3})")
_ANGLE = re.compile(r"(\d?)cd(\d)")

Point = tuple[float, float]
Segment = tuple[str, tuple[Point, ...]]
"""``M`` or ``L`` with one point, ``C`` with three, ``Z`` with none."""


class Outline(NamedTuple):
    """One path in points; ``fill`` is how its inside is shaded."""

    segments: list[Segment]
    fill: str
    stroked: bool


class Figure(NamedTuple):
    """A shape's paths from back to front, and the box (x, y, width, height) of its text."""

    outlines: list[Outline]
    text_box: tuple[float, float, float, float]


def work_out(
    recipe: Recipe, adjusts: Iterable[tuple[str, str]], width: float, height: float
) -> Figure:
    """Work out a recipe for a shape of this size in points, with its own adjust values."""
    given = dict(adjusts)
    values = Values(width * EMU, height * EMU)
    for name, formula in recipe.guides:
        own = given.get(name) if formula.startswith("val") else None
        values.set(name, own or formula)
    left, top, right, bottom = (values.value(side) / EMU for side in recipe.text_box)
    box = (left, top, max(right - left, 0.0), max(bottom - top, 0.0))
    return Figure([_outline(trace, values) for trace in recipe.traces], box)


class Values:
    """The values of names, for one size; what makes no sense is 0."""

    def __init__(self, width: float, height: float) -> None:
        """Set the names that every shape knows."""
        self._known: dict[str, float] = {
            "w": width, "h": height, "l": 0, "t": 0, "r": width, "b": height, "hc": width / 2,
            "vc": height / 2, "ss": min(width, height), "ls": max(width, height),
        }  # fmt: skip

    def set(self, name: str, formula: str) -> None:
        """Work out a formula such as ``*/ w adj 100000`` and name the result."""
        operator, *operands = formula.split() or ["val"]
        work = _WORK.get(operator)
        if work is None:
            self._known[name] = 0.0
            return
        numbers = [self.value(operand) for operand in operands[:3]]
        try:
            result = work(*numbers, *[0.0] * (3 - len(numbers)))
        except (ValueError, OverflowError, ZeroDivisionError):
            result = 0.0
        self._known[name] = min(max(result, -_MOST), _MOST) if math.isfinite(result) else 0.0

    def value(self, name: str) -> float:
        """Return a name's value, or the number that stands for itself."""
        if name in self._known:
            return self._known[name]
        if found := _PART.fullmatch(name):
            return self._known[found[1]] / max(int(found[2]), 1)
        if found := _ANGLE.fullmatch(name):
            return int(found[1] or 1) * 4 * _QUARTER / max(int(found[2]), 1)
        try:
            number = float(name)
        except ValueError:
            return 0.0
        return min(max(number, -_MOST), _MOST) if math.isfinite(number) else 0.0


def _radians(angle: float) -> float:
    return math.radians(angle / _DEGREE)


def _angle(x: float, y: float) -> float:
    return math.degrees(math.atan2(y, x)) * _DEGREE


_WORK: Mapping[str, Callable[[float, float, float], float]] = {
    "val": lambda x, _y, _z: x,
    "*/": lambda x, y, z: x * y / z if z else 0.0,
    "+-": lambda x, y, z: x + y - z,
    "+/": lambda x, y, z: (x + y) / z if z else 0.0,
    "?:": lambda x, y, z: y if x > 0 else z,
    "abs": lambda x, _y, _z: abs(x),
    "at2": lambda x, y, _z: _angle(x, y),
    "cat2": lambda x, y, z: x * math.cos(math.atan2(z, y)),
    "sat2": lambda x, y, z: x * math.sin(math.atan2(z, y)),
    "cos": lambda x, y, _z: x * math.cos(_radians(y)),
    "sin": lambda x, y, _z: x * math.sin(_radians(y)),
    "tan": lambda x, y, _z: x * math.tan(_radians(y)),
    "max": lambda x, y, _z: max(x, y),
    "min": lambda x, y, _z: min(x, y),
    "mod": lambda x, y, z: math.sqrt(x * x + y * y + z * z),
    "pin": lambda x, y, z: x if y < x else min(y, z),
    "sqrt": lambda x, _y, _z: math.sqrt(max(x, 0.0)),
}


def _outline(trace: Trace, values: Values) -> Outline:
    width, height = trace.size
    scale_x = values.value("w") / width if width else 1.0
    scale_y = values.value("h") / height if height else 1.0
    pen = _Pen(scale_x / EMU, scale_y / EMU)
    for letter, names in trace.steps:
        pen.step((letter, names), [values.value(name) for name in names])
    return Outline(pen.segments, trace.fill, trace.stroked)


class _Pen:
    """Follows the steps of one path, in the path's own measure."""

    def __init__(self, scale_x: float, scale_y: float) -> None:
        self.segments: list[Segment] = []
        self._scale_x, self._scale_y = scale_x, scale_y
        self._at: Point = (0.0, 0.0)

    def step(self, step: Step, numbers: Sequence[float]) -> None:
        match step[0]:
            case "A":
                self._arc(*numbers)
            case "Q":
                x0, y0 = self._at
                x1, y1, x, y = numbers
                self._add(
                    "C", (x0 + (x1 - x0) * 2 / 3, y0 + (y1 - y0) * 2 / 3),
                    (x + (x1 - x) * 2 / 3, y + (y1 - y) * 2 / 3), (x, y),
                )  # fmt: skip
            case "Z":
                if self.segments:
                    self.segments.append(("Z", ()))
            case letter:
                self._add(letter, *zip(numbers[::2], numbers[1::2], strict=True))

    def _add(self, letter: str, *places: Point) -> None:
        letter = letter if self.segments else "M"
        self._at = places[-1]
        shown = places if letter == "C" else places[-1:]
        self.segments.append(
            (letter, tuple([(x * self._scale_x, y * self._scale_y) for x, y in shown]))
        )

    def _arc(self, wide: float, high: float, start: float, sweep: float) -> None:
        """Go on along an ellipse; angles are those seen, not those of the ellipse's circle."""
        sweep = min(max(sweep, -4 * _QUARTER), 4 * _QUARTER)
        first, last = (_on_circle(angle, wide, high) for angle in (start, start + sweep))
        full = math.copysign(2 * math.pi, sweep)
        if abs(sweep) >= 4 * _QUARTER:
            last = first + full
        elif sweep and (last - first) * sweep < 0:
            last += full
        middle = (self._at[0] - wide * math.cos(first), self._at[1] - high * math.sin(first))
        count = max(math.ceil(abs(last - first) / (math.pi / 2) - 1e-9), 1)
        step = (last - first) / count
        for place in range(count):
            self._quarter(middle, (wide, high), first + place * step, step)

    def _quarter(self, middle: Point, size: Point, start: float, step: float) -> None:
        reach = 4 / 3 * math.tan(step / 4)
        ends = []
        for angle, sign in ((start, 1), (start + step, -1)):
            across, down = math.cos(angle), math.sin(angle)
            ends.append((across, down))
            ends.append((across - sign * reach * down, down + sign * reach * across))
        places = (ends[1], ends[3], ends[2])
        self._add("C", *((middle[0] + x * size[0], middle[1] + y * size[1]) for x, y in places))


def _on_circle(angle: float, wide: float, high: float) -> float:
    """Return the angle on the circle that, made an ellipse, is seen at ``angle``."""
    seen = _radians(angle)
    found = math.atan2(wide * math.sin(seen), high * math.cos(seen))
    return found + 2 * math.pi * round((seen - found) / (2 * math.pi))
