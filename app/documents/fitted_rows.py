"""Rows made as high as the text that was filled into cells merged across.

Excel fits a row whose height nobody set to its text when it opens the file, but never to merged
cells: their text would be cut.  So such a row is given the height it needs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from math import ceil

from app.documents.form.addresses import split_cell
from app.documents.form.cells import Grid
from app.documents.form.workbook import Workbook
from app.documents.print.fitting import wraps
from app.documents.print.geometry import Geometry
from app.documents.print.row_heights import TALLEST, text_height
from app.documents.print.rules import RULES
from app.documents.sheet.book import Book
from app.documents.sheet.worksheet import Worksheet

_PIXEL = 0.75
_SAFE = 0.98
"""The part of a cell's width that is counted on: no two programs break lines quite alike."""

Heights = Mapping[int, float]


def with_fitted_rows(data: bytes, written: Iterable[tuple[str, str]]) -> bytes:
    """Return a filled workbook with the heights such rows need; ``written`` are (sheet, cell)."""
    book = Book(data)
    workbook = Workbook(book.package)
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for sheet, cell in written:
        if place := split_cell(cell):
            places[sheet].append(place)
    found = False
    for worksheet in book.sheets([name for name in book.visible if name in places]):
        if heights := dict(_heights(worksheet, places[worksheet.name])):
            _set(workbook, worksheet.name, heights)
            found = True
    return book.package.to_bytes() if found else data


def _heights(sheet: Worksheet, places: Iterable[tuple[int, int]]) -> Iterator[tuple[int, float]]:
    """Yield rows and the heights they need, where that is more than they have."""
    if sheet.heights_fixed:
        return
    rules = RULES["excel"]
    geometry = Geometry(sheet, rules)
    needed: dict[int, float] = defaultdict(float)
    for row, column in places:
        area, line = geometry.merged(row, column), sheet.rows[row]
        if line.height is not None or line.hidden or area is None or area.top != area.bottom:
            continue
        look, value = sheet.look(row, column), sheet.cell(row, column).value
        if isinstance(value, str | tuple) and wraps(look):
            width = (geometry.left(area.right + 1) - geometry.left(area.left)) * _SAFE
            needed[row] = max(needed[row], text_height(value, look, width, rules))
    for row, height in needed.items():
        if height > geometry.height(row):
            yield row, min(ceil(height / _PIXEL) * _PIXEL, TALLEST)


def _set(workbook: Workbook, name: str, heights: Heights) -> None:
    sheet = workbook.sheet(name)
    assert sheet is not None
    rows = Grid(sheet.root).rows
    for row, height in heights.items():
        rows[row].set("ht", f"{height:g}")
        rows[row].set("customHeight", "1")
    sheet.touch()
