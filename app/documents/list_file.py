"""Lists as workbooks of our own: a frozen heading, widths, text that stays text."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import xlsxwriter

from app.documents.whole_file import write_whole
from app.kernel.errors import Refusal

_FONT = {"font_name": "BIZ UDPゴシック", "font_size": 10, "valign": "vcenter"}
# XlsxWriter would note the time of writing; the same list shall give the same file.
_MADE = datetime(2000, 1, 1)
_WIDEST = 60
_MOST_ROWS = 1_000_000


def write_xlsx(
    target: Path,
    header: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    title: str = "一覧",
    widths: Sequence[float] | None = None,
) -> None:
    """Write a list as a workbook of one sheet; ``widths`` are columns in characters.

    Everything is built in memory, so that no half-written names lie in a folder for temporary
    files.  Raises ``Refusal`` when the list is longer than a sheet or cannot be written.
    """
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.set_properties({"created": _MADE})
        sheet = book.add_worksheet(_sheet_name(title))
        looks = _looks(book)
        found = [_width(name) for name in header]
        for column, name in enumerate(header):
            sheet.write_string(0, column, name, looks["header"])
        for number, row in enumerate(rows, start=1):
            if number > _MOST_ROWS:
                raise Refusal("一覧が長すぎます(上限100万行)。条件で絞ってから書き出してください。")
            for column, value in enumerate(row):
                _write(sheet, number, column, value, looks)
                if number <= 500 and column < len(found):
                    found[column] = max(found[column], _width(str(value or "")))
        _arrange(sheet, header, widths or found)
    write_whole(target, stream.getvalue())


def _looks(book: Any) -> dict[str, Any]:
    return {
        "header": book.add_format(
            {**_FONT, "bold": True, "bg_color": "#E7EEF4", "border": 1, "text_wrap": True}
        ),
        "text": book.add_format({**_FONT, "num_format": "@"}),
        "number": book.add_format(_FONT),
        "day": book.add_format({**_FONT, "num_format": "yyyy/mm/dd"}),
        "moment": book.add_format({**_FONT, "num_format": "yyyy/mm/dd hh:mm"}),
        "time": book.add_format({**_FONT, "num_format": "hh:mm"}),
    }


def _write(sheet: Any, row: int, column: int, value: object, looks: dict[str, Any]) -> None:
    match value:
        case None | "":
            pass
        case bool():
            sheet.write_string(row, column, "はい" if value else "いいえ", looks["text"])
        case int() | float():
            sheet.write_number(row, column, value, looks["number"])
        case datetime():
            sheet.write_datetime(row, column, value.replace(tzinfo=None), looks["moment"])
        case date():
            sheet.write_datetime(row, column, value, looks["day"])
        case time():
            sheet.write_datetime(row, column, value, looks["time"])
        case _:
            sheet.write_string(row, column, str(value)[:32_767], looks["text"])


def _arrange(sheet: Any, header: Sequence[str], widths: Sequence[float]) -> None:
    for column, width in enumerate(widths):
        sheet.set_column(column, column, min(max(width, 4), _WIDEST))
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=20 / 25.4, right=15 / 25.4, top=20 / 25.4, bottom=18 / 25.4)
    sheet.set_footer("&C- &P / &N -")
    if header:
        sheet.autofilter(0, 0, 0, len(header) - 1)


def _width(text: str) -> float:
    longest = max(sum(2 if char > "\xff" else 1 for char in line) for line in text.split("\n"))
    return longest + 2


def _sheet_name(title: str) -> str:
    return "".join(char for char in title if char not in "[]:*?/\\'")[:31] or "一覧"
