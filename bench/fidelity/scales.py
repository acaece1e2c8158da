"""The scales that Excel left in sheets that are fitted to pages, beside ours."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from app.documents.form.markup import q
from app.documents.form.workbook import Workbook
from app.documents.print.plan import plan
from app.documents.print.rules import RULES
from app.documents.sheet.attributes import flag, whole
from app.documents.sheet.book import Book
from app.kernel.errors import Refusal
from bench.fidelity.workbooks import SHARED


class Scale(NamedTuple):
    """A fitted sheet: what its file says, and what we compute, in percent."""

    workbook: str
    sheet: str
    stored: int
    ours: int


def stored_scales() -> Iterator[Scale]:
    """Yield every visible fitted sheet of the shared workbooks that has a stored scale."""
    for path in sorted(SHARED.rglob("*.xls[xm]")):
        try:
            yield from _of_book(path)
        except Refusal:
            continue


def _of_book(path: Path) -> Iterator[Scale]:
    book = Book(path)
    for name in book.visible:
        sheet = Workbook(book.package).sheet(name)
        root = sheet.root if sheet else None
        if root is None:
            continue
        setup = root.find(q("pageSetup"))
        fits = flag(root.find(f"{q('sheetPr')}/{q('pageSetUpPr')}"), "fitToPage")
        if fits and setup is not None and setup.get("scale"):
            (planned,) = plan(book, [name], RULES["excel"])
            ours = round(planned.pages[0].scale * 100)
            yield Scale(path.stem, name, whole(setup, "scale"), ours)
