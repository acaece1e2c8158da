"""Forms drawn for a test, and what a filled one says when other programs read it."""

import io
from collections.abc import Callable

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from app.documents.form.fill import fill


@pytest.fixture
def drawn() -> Callable[[Callable[[Worksheet], object]], bytes]:
    """Return a function that draws a form of one sheet, 様式, and gives its bytes."""

    def draw(how: Callable[[Worksheet], object]) -> bytes:
        book = openpyxl.Workbook()
        book.active.title = "様式"
        how(book.active)
        stream = io.BytesIO()
        book.save(stream)
        return stream.getvalue()

    return draw


@pytest.fixture
def filled() -> Callable[..., Workbook]:
    """Return a function that fills a form and opens the result with openpyxl."""

    def filled(form: bytes, values: dict[str, object], **marks: str) -> Workbook:
        mapping = {f"様式!{cell}": text for cell, text in marks.items()}
        return openpyxl.load_workbook(io.BytesIO(fill(form, values, mapping).data), rich_text=True)

    return filled
