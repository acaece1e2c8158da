"""Small workbooks as a city might send them; the same words give the same bytes."""

from __future__ import annotations

import io
import zipfile
from functools import cache

from openpyxl import Workbook

_TIME = (2026, 4, 1, 9, 0, 0)


@cache
def book(title: str = "参加申請書", extra: int = 0) -> bytes:
    """Return a form of one sheet: labels in B, places in C and D, ``extra`` rows above them."""
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = "申請書"
    sheet["B2"] = title
    for row, label in enumerate(("講座名", "担当者", "ふりがな", "氏名", "会場"), start=5):
        sheet.cell(row + extra, 2, label)
    sheet.merge_cells(start_row=8 + extra, start_column=3, end_row=8 + extra, end_column=4)
    return _settled(workbook)


def _settled(workbook: Workbook) -> bytes:
    """Return a workbook's bytes without the time at which it was written."""
    written, settled = io.BytesIO(), io.BytesIO()
    workbook.save(written)
    with zipfile.ZipFile(written) as parts, zipfile.ZipFile(settled, "w") as target:
        for name in parts.namelist():
            if name != "docProps/core.xml":
                target.writestr(zipfile.ZipInfo(name, _TIME), parts.read(name))
    return settled.getvalue()
