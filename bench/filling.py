"""What filling costs: a form of 200 kB beside writing its bytes, and a list of 1,000 rows."""

from __future__ import annotations

import random
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import xlsxwriter
from PIL import Image

from app.documents.form.fill import fill
from app.documents.print.book import print_bytes
from app.documents.whole_file import write_whole
from app.kernel.resources import resources
from bench.rounds import Line, alternate, figure, timed

_UNTOUCHED_MS, _A_PAGE_MS = 10, 1000 / 60
_ROWS = 1000


def run(folder: Path) -> Iterator[Line]:
    form, target = folder / "form.xlsx", folder / "filled.xlsx"
    form.write_bytes(_form_of_200_kb())
    plain = form.read_bytes()
    found = alternate(
        {
            "written": lambda: timed(lambda: write_whole(target, plain)),
            "untouched": lambda: timed(lambda: write_whole(target, fill(form, {}).data)),
            "ten cells": lambda: timed(lambda: write_whole(target, fill(form, _TEN).data)),
        },
        rounds=21,
        warm=3,
    )
    note = f"form of {len(plain) / 1000:.0f} kB"
    for name, goal in (("untouched", _UNTOUCHED_MS), ("ten cells", None)):
        more = [one - other for one, other in zip(found[name], found["written"], strict=True)]
        yield figure(f"filling, {name}, over writing the file", more, goal, note=note)
    yield from _list_of_rows()


_TEN = {f"申請書!B{row}": f"函館市本町{row}番地" for row in range(1, 11)}


def _form_of_200_kb() -> bytes:
    """Return a form with a picture that does not pack, as a scanned seal is."""
    picture, book = BytesIO(), BytesIO()
    seal = Image.frombytes("RGB", (250, 250), random.Random(1).randbytes(250 * 250 * 3))
    seal.save(picture, "png")
    workbook = xlsxwriter.Workbook(book)
    sheet = workbook.add_worksheet("申請書")
    for row in range(40):
        sheet.write(row, 0, f"項目{row + 1}")
    sheet.insert_image("D2", "seal.png", {"image_data": picture})
    workbook.close()
    return book.getvalue()


def _list_of_rows() -> Iterator[Line]:
    person = {
        "受講番号": "R8-001", "ふりがな": "はこだて　はなこ", "性別": "女", "年齢": 71,
        "郵便番号": "040-0001", "住所": "函館市本町12番3号", "電話": "0138-00-0000",
        "圏域": "中央部第1", "申込方法": "電話", "きっかけ": "市政はこだて",
    }  # fmt: skip
    people = [{**person, "No": n, "氏名": f"函館　花子{n}"} for n in range(1, _ROWS + 1)]
    values = {"講座名": "養成研修", "受講者": people}
    form = resources() / "forms" / "trainee-roster.xlsx"
    book = fill(form, values).data
    pages = print_bytes(book)[1].pages
    filled = [timed(lambda: fill(form, values)) for _ in range(5)]
    printed = [timed(lambda: print_bytes(book)) / pages for _ in range(5)]
    yield figure(f"list of {_ROWS:,} rows filled", filled)
    yield figure(
        f"list of {_ROWS:,} rows printed, a page", printed, _A_PAGE_MS, note=f"{pages} pages"
    )
