"""Paper to draw a form on: columns and rows in millimetres, looks by name, set up for print.

The sheet's standard font is BIZ UDゴシック 12 pt, whose digits are exactly 8 pixels wide on every
system; so a column of so many pixels is equally wide in Excel, in LibreOffice and in our print.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import xlsxwriter

GOTHIC = "BIZ UDゴシック"
PGOTHIC = "BIZ UDPゴシック"
MINCHO = "BIZ UD明朝 Medium"
PMINCHO = "BIZ UDP明朝 Medium"

CARE = "取扱注意（個人情報）"
_MADE = datetime(2026, 4, 1)
_PIXELS_A_MM = 96 / 25.4
_INCH = 25.4
_SPARE_MM = 2
"""What the right margin leaves free: a printer rounds each column to its own dots, and one that
no longer fits would be printed on a page of its own."""

Look = Mapping[str, Any]
BOX: Look = {"border": 1, "align": "center", "text_wrap": True}
HEAD: Look = {**BOX, "bold": True, "bg_color": "#E9EDF1", "font_size": 8}
SHRINK: Look = {"text_wrap": False, "shrink": True}


class Paper:
    """One form: a workbook, mostly of one sheet."""

    def __init__(
        self,
        sheet: str,
        columns: Sequence[float],
        *,
        landscape: bool = False,
        large: bool = False,
        margins: tuple[float, float, float, float] = (20, 18, 20, 15),
        font: str = PGOTHIC,
    ) -> None:
        """Take a sheet of A4, or of A3 where it is ``large``.

        ``columns`` and ``margins`` (top, bottom, left, right) are mm.
        """
        self._stream = io.BytesIO()
        self._paper = (landscape, 8 if large else 9, margins)
        self._book = xlsxwriter.Workbook(
            self._stream,
            {
                "in_memory": True,
                "default_format_properties": {"font_name": GOTHIC, "font_size": 12},
                "default_column_width": 72,
                "default_row_height": 20,
            },
        )
        self._book.set_properties({"title": sheet, "created": _MADE})
        self._font = font
        self._looks: dict[tuple[tuple[str, Any], ...], Any] = {}
        self.turn(sheet, columns)

    def turn(self, sheet: str, columns: Sequence[float], *, landscape: bool | None = None) -> None:
        """Go on drawing on another sheet of the same paper, with columns of its own.

        The sheet lies as the one before unless ``landscape`` says how it does.
        """
        if landscape is not None:
            self._paper = (landscape, *self._paper[1:])
        self.sheet = self._book.add_worksheet(sheet)
        self._set_up()
        self._columns(columns)

    def _set_up(self) -> None:
        landscape, size, margins = self._paper
        top, bottom, left, right = margins
        self.sheet.set_paper(size)
        if landscape:
            self.sheet.set_landscape()
        self.sheet.set_margins(
            left=left / _INCH,
            right=(right - _SPARE_MM) / _INCH,
            top=top / _INCH,
            bottom=bottom / _INCH,
        )
        self.sheet.hide_gridlines(2)

    def _columns(self, columns: Sequence[float]) -> None:
        # Rounded from the left edge, so that the whole is never wider than the sum of its parts.
        done = 0
        for number in range(len(columns)):
            edge = int(sum(columns[: number + 1]) * _PIXELS_A_MM)
            self.sheet.set_column_pixels(number, number, edge - done)
            done = edge

    def margins_text(self, *, care: bool, numbered: bool = True, header: str = "") -> None:
        """Write the page's header and footer: 取扱注意 right, page number in the middle."""
        face = f'&"{PGOTHIC},標準"'
        right = f"&R{face}&9{CARE}" if care else ""
        if header or right:
            self.sheet.set_header(f"&L{face}&8{header}{right}", {"margin": 10 / _INCH})
        middle = f"&C{face}&9- &P / &N -" if numbered else ""
        self.sheet.set_footer(f"{middle}", {"margin": 8 / _INCH})

    def row(self, number: int, points: float) -> None:
        """Set a row's height; multiples of 0.75 points are whole pixels."""
        self.sheet.set_row(number - 1, points)

    def put(self, place: str, text: str = "", *looks: Look, **more: Any) -> None:
        """Write into a cell, or into several that become one (``A1:C2``)."""
        look: dict[str, Any] = {"font_name": self._font, "font_size": 9, "valign": "vcenter"}
        for each in (*looks, more):
            look.update(each)
        style = self._style(look)
        if ":" in place:
            self.sheet.merge_range(place, "", style)
            place = place.partition(":")[0]
        if text:
            self.sheet.write_string(place, text, style)
        else:
            self.sheet.write_blank(place, None, style)

    def _style(self, look: Mapping[str, Any]) -> Any:
        key = tuple(sorted(look.items()))
        if key not in self._looks:
            self._looks[key] = self._book.add_format(dict(look))
        return self._looks[key]

    def print_area(self, area: str, titles: tuple[int, int] | None = None) -> None:
        """Print this area, with some rows repeated on every page."""
        self.sheet.print_area(area)
        if titles:
            self.sheet.repeat_rows(titles[0] - 1, titles[1] - 1)

    def finish(self) -> bytes:
        """Return the workbook."""
        self._book.close()
        return self._stream.getvalue()
