"""What of a sheet shows anything: the used range, and which pages are not empty."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from app.documents.form.addresses import Area
from app.documents.print.cell_text import Box, overflow
from app.documents.print.content import content_of
from app.documents.print.geometry import Geometry
from app.documents.print.rules import Rules
from app.documents.sheet.cells import Cell
from app.documents.sheet.worksheet import Worksheet

_FURTHEST = 60
_TALL = 200


class Extent:
    """The visible cells of a sheet as spans of columns by row."""

    def __init__(
        self, sheet: Worksheet, geometry: Geometry, rules: Rules, *, from_1904: bool
    ) -> None:
        """Look at every cell that the file lists."""
        self._sheet, self._geometry, self._rules = sheet, geometry, rules
        self._from_1904 = from_1904
        self._spans: dict[int, list[tuple[int, int]]] = {}
        self._tall: list[Area] = []
        for number, row in sheet.rows.items():
            if geometry.height(number):
                for column, cell in row.cells.items():
                    self._mark_cell(number, column, cell)
        if sheet.drawings:
            self._mark_drawings()
        self.used = self._whole()

    def _mark(self, area: Area) -> None:
        if area.bottom - area.top > _TALL:
            self._tall.append(area)
            return
        for row in range(area.top, area.bottom + 1):
            self._spans.setdefault(row, []).append((area.left, area.right))

    def _mark_cell(self, row: int, column: int, cell: Cell) -> None:
        shows = self._sheet.styles.look(cell.style).shows
        merged = self._geometry.merged(row, column)
        if cell.value is None or (merged and (merged.top, merged.left) != (row, column)):
            if shows and self._geometry.width(column):
                self._mark_span(row, column, column)
        elif merged:
            self._mark(self._merged_part(merged))
        elif self._geometry.width(column):
            self._mark_span(row, column, self._reach(row, column, cell))

    def _mark_span(self, row: int, first: int, last: int) -> None:
        """Note that columns of a row show something; cells side by side become one span."""
        spans = self._spans.setdefault(row, [])
        if spans and spans[-1][1] == first - 1:
            spans[-1] = (spans[-1][0], last)
        else:
            spans.append((first, last))

    def _merged_part(self, merged: Area) -> Area:
        if self._rules.merges_extend:
            last_row, last_column = self._geometry.bounds
            return Area(
                merged.top, merged.left,
                max(min(merged.bottom, last_row), merged.top),
                max(min(merged.right, last_column), merged.left),
            )  # fmt: skip
        last_column = self._geometry.bounds[1]
        return Area(
            merged.top, merged.left, merged.top, max(min(merged.right, last_column), merged.left)
        )

    def _reach(self, row: int, column: int, cell: Cell) -> int:
        """Return the last column that a text runs over."""
        if not isinstance(cell.value, (str, tuple)) or self._is_full(row, column + 1):
            return column
        geometry, look = self._geometry, self._sheet.styles.look(cell.style)
        box = Box(0, 0, geometry.width(column), geometry.height(row))
        content = content_of(cell.value, look, from_1904=self._from_1904)
        default = self._sheet.styles.default_font
        right = overflow(content, look, box, self._rules, default).right
        room, last = box.width, column
        while right > room and last < column + _FURTHEST:
            if self._is_full(row, last + 1):
                break
            last += 1
            room += geometry.width(last)
        return last

    def _is_full(self, row: int, column: int) -> bool:
        return self._sheet.cell(row, column).value is not None

    def _mark_drawings(self) -> None:
        from app.documents.print.frames import cells_under  # noqa: PLC0415 - few sheets need it

        for drawing in self._sheet.drawings:
            if area := cells_under(drawing, self._geometry):
                self._mark(area)

    def _whole(self) -> Area | None:
        rights = [spans[-1][1] for spans in self._spans.values()]
        rights += [last for spans in self._spans.values() if len(spans) > 1 for _, last in spans]
        rights += [area.right for area in self._tall]
        bottoms = [*self._spans, *(area.bottom for area in self._tall)]
        return Area(1, 1, max(bottoms), max(rights)) if bottoms else None

    @cached_property
    def _rows(self) -> list[int]:
        return sorted(self._spans)

    def shows(self, rows: Sequence[int], columns: Sequence[int]) -> bool:
        """Return whether anything stands in these rows and columns, both without gaps."""
        first, last = columns[0], columns[-1]
        begin, end = bisect_left(self._rows, rows[0]), bisect_right(self._rows, rows[-1])
        page = Area(rows[0], first, rows[-1], last)
        return any(
            start <= last and end >= first
            for row in self._rows[begin:end]
            for start, end in self._spans[row]
        ) or any(_meet(page, area) for area in self._tall)


def _meet(one: Area, other: Area) -> bool:
    across = one.left <= other.right and other.left <= one.right
    return across and one.top <= other.bottom and other.top <= one.bottom
