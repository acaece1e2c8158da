"""How the paper of a map is divided: title, map, key, kinds and foot.  Lengths in mm."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from app.documents.exact_form import Box, Sheet
from app.local_resources.geo_projection import Bounds, Point
from app.reporting.resource_choice import ResourcePaper

_A4: Final = (9, 210.0, 297.0)
_A3: Final = (8, 297.0, 420.0)
_MARGIN: Final = 10.0
_LARGER: Final = 1.2
_TITLE, _NOTE, _FOOT, _GAP = 9.0, 5.0, 5.0, 2.0
_PITCH, _KIND = 4.5, 40.0
_KEY, NARROW_KEY = 84.0, 60.0
_LETTERS: Final = 7.5
_EDGE: Final = "#5A5A5A"
_KEY_SHARE: Final = 0.45
"""Of the height, the most a key below the map takes."""
_SHARES: Final = (0.06, 0.07, 0.45, 0.235, 0.185)
"""Of the width of a key: sign, number, name, kind, town."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a key: a heading, or the cells after its sign."""

    cells: tuple[str, ...]
    heading: bool = False


@dataclass(frozen=True, slots=True)
class MapPaper:
    """A sheet of A4 or A3, upright or on its side; ``unit`` is how much larger A3 is written."""

    sheet: Sheet
    unit: float
    kinds: int
    """How many kinds are explained below the map."""
    key: float = _KEY
    """How wide a column of the key is on A4."""

    @property
    def inner(self) -> Bounds:
        """The paper without its margins."""
        sheet = self.sheet
        return Bounds(_MARGIN, _MARGIN, sheet.width - _MARGIN, sheet.height - _MARGIN)

    @property
    def pitch(self) -> float:
        """The height of a line of the key."""
        return _PITCH * self.unit

    @property
    def letters(self) -> float:
        """The size of type of the key, in points."""
        return _LETTERS * self.unit

    @property
    def body(self) -> Bounds:
        """Where map and key lie."""
        inner, unit = self.inner, self.unit
        rows = math.ceil(self.kinds / self.kinds_across)
        low = inner.low + (_TITLE + _NOTE) * unit
        return Bounds(
            inner.left, low, inner.right,
            inner.high - (_FOOT + _GAP) * unit - rows * self.pitch,
        )  # fmt: skip

    @property
    def kinds_across(self) -> int:
        """How many kinds stand side by side."""
        return max(int(self.inner.width / (_KIND * self.unit)), 1)

    @property
    def room(self) -> int:
        """How many lines a key beside the map may have."""
        return self._rows * self._most_columns

    @property
    def _most_columns(self) -> int:
        if self.sheet.landscape:
            return 1 if self.unit == 1 else 2
        return max(round(self.inner.width / (self.key * self.unit)), 1)

    @property
    def _rows(self) -> int:
        share = 1.0 if self.sheet.landscape else _KEY_SHARE
        return int(self.body.height * share / self.pitch)

    def divided(self, lines: int) -> tuple[Bounds, tuple[Bounds, ...]]:
        """Return the frame of the map, and the columns of a key of so many lines."""
        body = self.body
        if not lines:
            return body, ()
        gap = 2 * _GAP
        if self.sheet.landscape:
            columns = min(math.ceil(lines / self._rows), self._most_columns)
            wide = self.key * self.unit
            frame = Bounds(body.left, body.low, body.right - columns * (wide + gap), body.high)
            lefts = [frame.right + gap + number * (wide + gap) for number in range(columns)]
            return frame, tuple(Bounds(left, body.low, left + wide, body.high) for left in lefts)
        columns = self._most_columns
        rows = math.ceil(lines / columns)
        frame = Bounds(body.left, body.low, body.right, body.high - rows * self.pitch - gap)
        return frame, self.columns(Bounds(body.left, frame.high + gap, body.right, body.high))

    def columns(self, area: Bounds) -> tuple[Bounds, ...]:
        """Return columns of a key over a whole area."""
        count = max(round(area.width / (self.key * self.unit)), 1)
        gap = 2 * _GAP
        wide = (area.width - (count - 1) * gap) / count
        return tuple(
            Bounds(left, area.low, left + wide, area.high)
            for left in (area.left + number * (wide + gap) for number in range(count))
        )

    def heads(self, title: str, note: str, care: str) -> Iterator[Box]:
        """Yield the title, what must not be done with the sheet, and the note below."""
        inner, unit = self.inner, self.unit
        split, below = inner.right - 50 * unit, inner.low + _TITLE * unit
        yield Box(inner.left, inner.low, split, below, title, _look(16 * unit, bold=True))
        care_look = _look(9 * unit, align="right")
        yield Box(split, inner.low, inner.right, below, care, care_look)
        low = below + _NOTE * unit
        yield Box(inner.left, below, inner.right, low, note, _look(8.5 * unit, valign="top"))

    def foot(self, text: str) -> Box:
        """Return the last line of the sheet."""
        inner = self.inner
        low = inner.high - _FOOT * self.unit
        look = _look(8 * self.unit, align="right")
        return Box(inner.left, low, inner.right, inner.high, text, look)

    def kind_boxes(self, names: Sequence[str]) -> Iterator[tuple[Box, tuple[Point, Point]]]:
        """Yield the name of each kind below the map, the corner before it, and its sign's place."""
        inner, across = self.inner, self.kinds_across
        wide, top = inner.width / across, self.body.high + _GAP * self.unit
        for number, name in enumerate(names):
            row, column = divmod(number, across)
            left, low = inner.left + column * wide, top + row * self.pitch
            sign = 7 * self.unit
            look = _look(8 * self.unit)
            yield (
                Box(left + sign, low, left + wide, low + self.pitch, name, look),
                ((left, low), (left + sign / 2, low + self.pitch / 2)),
            )

    def key_boxes(self, column: Bounds, lines: Sequence[Line]) -> Iterator[tuple[list[Box], Point]]:
        """Yield the cells of each line of a key in a column, and where its sign stands."""
        for row, line in enumerate(lines):
            low = column.low + row * self.pitch
            high = low + self.pitch
            sign = (column.left + _SHARES[0] * column.width / 2, (low + high) / 2)
            if line.heading:
                look = _look(self.letters + 0.5, bold=True, bottom=1, bottom_color=_EDGE)
                yield [Box(column.left, low, column.right, high, line.cells[0], look)], sign
                continue
            yield list(self._cells(column, (low, high), line)), sign

    def _cells(self, column: Bounds, ends: tuple[float, float], line: Line) -> Iterator[Box]:
        left = column.left
        line_look = {"bottom": 4, "bottom_color": "#B0B0B0"}
        for number, (share, text) in enumerate(zip(_SHARES, ("", *line.cells), strict=True)):
            look = _look(self.letters, **line_look, **({"align": "center"} if number == 1 else {}))
            yield Box(left, ends[0], left + share * column.width, ends[1], text, look)
            left += share * column.width


def frame_box(frame: Bounds) -> Box:
    """Return the bordered cell a map is drawn on."""
    look = {"border": 1, "border_color": _EDGE}
    return Box(frame.left, frame.low, frame.right, frame.high, "", look)


def papers(paper: ResourcePaper, kinds: int, key: float = _KEY) -> tuple[MapPaper, MapPaper]:
    """Return the paper on its side, and upright."""
    number, short, long = _A4 if paper is ResourcePaper.A4 else _A3
    unit = 1.0 if paper is ResourcePaper.A4 else _LARGER
    return (
        MapPaper(Sheet(number, long, short, landscape=True), unit, kinds, key),
        MapPaper(Sheet(number, short, long), unit, kinds, key),
    )


def _look(size: float, **more: Any) -> dict[str, Any]:
    return {"font_size": round(size * 2) / 2, **more}
