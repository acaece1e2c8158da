"""Forms drawn for a test, and what a filled one says when other programs read it."""

import io
from collections.abc import Callable

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from app.documents.form.fill import fill_bytes


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

    def fill(form: bytes, values: dict[str, object]) -> Workbook:
        return openpyxl.load_workbook(io.BytesIO(fill_bytes(form, values)[0]), rich_text=True)

    return fill
