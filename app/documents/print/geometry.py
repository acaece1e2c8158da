"""Where rows, columns and merged areas of a sheet lie, in points from its top left corner."""

from __future__ import annotations

from functools import cached_property
from math import ceil, floor

from app.documents.form.addresses import Area
from app.documents.named_fonts import named_font
from app.documents.print.covering import Covering
from app.documents.print.row_heights import fitted_height, printed_share
from app.documents.print.rules import Rules
from app.documents.sheet.cells import Row
from app.documents.sheet.worksheet import Worksheet

_PIXEL = 0.75
_COLUMN_MARGIN = 5
_COLUMN_STEP = 8
_LEAST_DIGITS = 3


class Geometry:
    """Sizes and places of one sheet.

    A column's width counts digits of the workbook's default font *as named*; the font that stands
    in for it is wider or narrower and says nothing (design/printing.md, 1 and 2).
    """

    def __init__(self, sheet: Worksheet, rules: Rules) -> None:
        """Measure a sheet; rows and columns are counted as they are asked for."""
        self._sheet, self.rules = sheet, rules
        font = sheet.styles.default_font
        self.digit = named_font(font.name).digit * font.size
        self._row_share = printed_share(font)
        self._usual_width = self._default_width()
        self._lefts, self._tops = [0.0, 0.0], [0.0, 0.0]
        self._widths = self._own_widths()
        self._covering: Covering | None = None

    def _in_points(self, digits: float) -> float:
        if self.rules.whole_twips:
            return round(digits * round(self.digit * 20)) / 20
        return digits * self.digit

    def _default_width(self) -> float:
        sheet = self._sheet
        if sheet.default_width is not None:
            return self._in_points(sheet.default_width)
        if self.rules.whole_twips:
            return self._in_points(sheet.base_digits) + _COLUMN_MARGIN * _PIXEL
        pixels = max(round(self.digit / _PIXEL), 1)
        wide = sheet.base_digits * pixels + _COLUMN_MARGIN
        return ceil(wide / _COLUMN_STEP) * _COLUMN_STEP / pixels * self.digit

    def _own_widths(self) -> list[tuple[int, int, float]]:
        spans = []
        for span in self._sheet.columns:
            own = self._usual_width if span.width is None else self._in_points(span.width)
            spans.append((span.first, span.last, 0.0 if span.hidden else own))
        return spans

    def width(self, column: int) -> float:
        """Return a column's width; 0 when hidden."""
        end = self.left(column + 1)
        return end - self._lefts[column]

    def height(self, row: int) -> float:
        """Return a row's height; 0 when hidden."""
        end = self.top(row + 1)
        return end - self._tops[row]

    def left(self, column: int) -> float:
        """Return where a column begins."""
        lefts = self._lefts
        while len(lefts) <= column:
            lefts.append(lefts[-1] + self._width_of(len(lefts) - 1))
        return lefts[column]

    def lefts(self, last: int) -> list[float]:
        """Return where every column begins, up to the one after ``last``; by number, 0 unused."""
        self.left(last + 1)
        return self._lefts

    def tops(self, last: int) -> list[float]:
        """Return where every row begins, up to the one after ``last``; by number, 0 unused."""
        self.top(last + 1)
        return self._tops

    def top(self, row: int) -> float:
        """Return where a row begins."""
        tops = self._tops
        while len(tops) <= row:
            tops.append(tops[-1] + self._height_of(len(tops) - 1))
        return tops[row]

    def _width_of(self, column: int) -> float:
        for first, last, width in self._widths:
            if first <= column <= last:
                return width
        return self._usual_width

    def _height_of(self, row: int) -> float:
        sheet = self._sheet
        line = sheet.rows.get(row)
        if line.hidden if line else sheet.rows_hidden:
            return 0.0
        height = sheet.default_height
        if line:
            height = self._fitted(row, line) if line.height is None else line.height
        if self.rules.whole_twips:
            return floor(height / _PIXEL + 1e-6) * _PIXEL
        return height * self.rules.row_factor * self._row_share

    def _fitted(self, number: int, row: Row) -> float:
        if self._sheet.heights_fixed or not self.rules.rows_fit_text:
            return self._sheet.default_height
        return fitted_height(
            self._sheet,
            row,
            lambda column: self.merged(number, column) is not None,
            self.width,
            self.rules,
        )

    def merged(self, row: int, column: int) -> Area | None:
        """Return the merged area that a cell belongs to."""
        if self._covering is None:
            self._covering = Covering(self._sheet.merges, self._sheet.name)
        return self._covering.at(row, column)

    @cached_property
    def headings(self) -> tuple[float, float]:
        """Return the width of the rows' numbers and the height of the columns' letters."""
        if not self._sheet.setup.headings:
            return 0.0, 0.0
        digits = max(len(str(self.bounds[0])), _LEAST_DIGITS)
        return digits * self.digit + _COLUMN_MARGIN * _PIXEL, self._sheet.default_height

    @cached_property
    def bounds(self) -> tuple[int, int]:
        """Return the last row and column that the sheet's file mentions."""
        sheet = self._sheet
        columns = [max(row.cells) for row in sheet.rows.values() if row.cells]
        corners = [(area.top, area.left) for area in sheet.merges]
        last_row = max([*sheet.rows, *(row for row, _ in corners), 1])
        last_column = max([*columns, *(column for _, column in corners), 1])
        return last_row, last_column
