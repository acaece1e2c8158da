"""Next editions of a form, as a city would draw them: rows and columns put in, labels changed."""

from __future__ import annotations

import io
from collections.abc import Callable

import openpyxl
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet


def edited(form: bytes, *changes: Callable[[Worksheet], object]) -> bytes:
    """Return a form with its first sheet changed."""
    book = openpyxl.load_workbook(io.BytesIO(form))
    for change in changes:
        change(book.worksheets[0])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def insert_rows(at: int, count: int) -> Callable[[Worksheet], None]:
    """Put rows in above a row; merged cells move, and grow where they are cut."""
    return lambda sheet: _shift(sheet, at, count, "row")


def insert_columns(at: int, count: int) -> Callable[[Worksheet], None]:
    return lambda sheet: _shift(sheet, at, count, "col")


def write(cell: str, text: str | None) -> Callable[[Worksheet], None]:
    def change(sheet: Worksheet) -> None:
        sheet[cell] = text

    return change


def rename(title: str) -> Callable[[Worksheet], None]:
    def change(sheet: Worksheet) -> None:
        sheet.title = title

    return change


def _shift(sheet: Worksheet, at: int, count: int, way: str) -> None:
    areas = [CellRange(each.coord) for each in sheet.merged_cells.ranges]
    for area in areas:
        sheet.unmerge_cells(area.coord)
    (sheet.insert_rows if way == "row" else sheet.insert_cols)(at, count)
    for area in areas:
        first, last = f"min_{way}", f"max_{way}"
        grown = count if getattr(area, last) >= at else 0
        moved = count if getattr(area, first) >= at else 0
        sizes = {"min_row": 0, "max_row": 0, "min_col": 0, "max_col": 0, last: grown, first: moved}
        edges = {name: getattr(area, name) + by for name, by in sizes.items()}
        sheet.merge_cells(
            start_row=edges["min_row"],
            end_row=edges["max_row"],
            start_column=edges["min_col"],
            end_column=edges["max_col"],
        )
