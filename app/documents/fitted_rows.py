"""Rows made as high as the text that was filled into them, and continued where none is so high.

Excel fits a row whose height nobody set to its text when it opens the file, but never to merged
cells: their text would be cut.  So such a row is given the height it needs.  No row can be higher
than 409.5 points: what a text has beyond a piece goes on in rows put in below it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil

from app.documents.continued_rows import continue_row, cut_text
from app.documents.form.addresses import split_cell
from app.documents.form.cells import Grid
from app.documents.form.fill import Filled
from app.documents.form.workbook import Sheet, Workbook
from app.documents.print.fitting import wraps
from app.documents.print.geometry import Geometry
from app.documents.print.row_heights import TALLEST, text_height
from app.documents.print.rules import RULES
from app.documents.sheet.book import Book
from app.documents.sheet.look import Look, Value
from app.documents.sheet.worksheet import Worksheet

_RULES = RULES["excel"]
_PIXEL = 0.75
_SAFE = 0.98
"""The part of a cell's width that is counted on: no two programs break lines quite alike."""

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Text:
    """A text in a row whose height nobody set.  Lengths in points."""

    place: Place
    value: Value
    look: Look
    width: float
    merged: bool

    @property
    def height(self) -> float:
        return text_height(self.value, self.look, self.width, _RULES)


def with_fitted_rows(filled: Filled) -> Filled:
    """Return a filled workbook in which every text has room that a row can give it."""
    book = Book(filled.data)
    workbook = Workbook(book.package)
    places: dict[str, list[Place]] = defaultdict(list)
    for name, cell in filled.written:
        if place := split_cell(cell):
            places[name].append(place)
    written = list(filled.written)
    changed = False
    for worksheet in book.sheets([name for name in book.visible if name in places]):
        sheet = workbook.sheet(worksheet.name)
        assert sheet is not None
        geometry = Geometry(worksheet, _RULES)
        texts = list(_texts(worksheet, geometry, places[worksheet.name]))
        heights = _heights(texts, geometry)
        _set_heights(sheet, {row: height for row, height in heights.items() if height < TALLEST})
        tall = sorted((row for row, height in heights.items() if height >= TALLEST), reverse=True)
        for row in tall:
            cut = {
                one.place[1]: cut_text(one.value, one.look.font, one.width)
                for one in texts
                if one.place[0] == row
            }
            written = continue_row(workbook, sheet, row, cut, written)
        changed = changed or bool(heights)
    if not changed:
        return filled
    done = replace(filled, data=book.package.to_bytes(), written=tuple(written))
    return done if written == list(filled.written) else with_fitted_rows(done)


def _texts(sheet: Worksheet, geometry: Geometry, places: Sequence[Place]) -> Iterator[_Text]:
    for row, column in () if sheet.heights_fixed else places:
        area, line = geometry.merged(row, column), sheet.rows.get(row)
        if line is None or line.height is not None or line.hidden:
            continue
        if area and area.top != area.bottom:
            continue
        look, value = sheet.look(row, column), sheet.cell(row, column).value
        if isinstance(value, str | tuple) and wraps(look):
            right = area.right if area else column
            width = geometry.left(right + 1) - geometry.left(column)
            yield _Text((row, column), value, look, width * _SAFE, area is not None)


def _heights(texts: Sequence[_Text], geometry: Geometry) -> dict[int, float]:
    """Return the heights rows need where they have less, or where no row has so much."""
    needed: dict[int, float] = defaultdict(float)
    for one in texts:
        row = one.place[0]
        if one.merged or geometry.height(row) >= TALLEST:
            needed[row] = max(needed[row], ceil(one.height / _PIXEL) * _PIXEL)
    return {
        row: height
        for row, height in needed.items()
        if height > geometry.height(row) or height >= TALLEST
    }


def _set_heights(sheet: Sheet, heights: Mapping[int, float]) -> None:
    rows = Grid(sheet.root).rows if heights else {}
    for row, height in heights.items():
        rows[row].set("ht", f"{height:g}")
        rows[row].set("customHeight", "1")
        sheet.touch()
