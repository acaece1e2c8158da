"""A press: builds a workbook, prints it, and reads the PDF back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2
import pytest
import xlsxwriter

from app.documents.print.book import print_book
from app.documents.print.result import PrintResult

Build = Callable[[xlsxwriter.Workbook], None]


class Char(NamedTuple):
    """A character of a page with its box, in points from the top left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass
class PageRead:
    """What a reader sees of a page."""

    width: float
    height: float
    text: str
    chars: list[Char]
    picture: Any

    def find(self, text: str) -> Char:
        """Return the box of the first place where these characters stand one after another."""
        whole = "".join(char.text for char in self.chars)
        at = whole.index(text)
        boxes = self.chars[at : at + len(text)]
        return Char(
            text,
            min(box.left for box in boxes),
            min(box.top for box in boxes),
            max(box.right for box in boxes),
            max(box.bottom for box in boxes),
        )

    def dark(self, left: float, top: float, right: float, bottom: float) -> float:
        """Return the share of a rectangle's pixels that are not white."""
        step = self.picture.width / self.width
        part = self.picture.crop(
            (int(left * step), int(top * step), int(right * step) + 1, int(bottom * step) + 1)
        ).convert("L")
        values = part.tobytes()
        return sum(value < 200 for value in values) / len(values)


@dataclass
class Printed:
    result: PrintResult
    data: bytes
    pages: list[PageRead]

    @property
    def page(self) -> PageRead:
        assert len(self.pages) == 1
        return self.pages[0]


def read_pdf(data: bytes) -> list[PageRead]:
    document = pypdfium2.PdfDocument(data)
    try:
        return [_read(page) for page in document]
    finally:
        document.close()


def _read(page: pypdfium2.PdfPage) -> PageRead:
    width, height = page.get_size()
    text_page = page.get_textpage()
    chars = []
    for place in range(text_page.count_chars()):
        left, bottom, right, top = text_page.get_charbox(place, loose=True)
        text = text_page.get_text_range(place, 1, errors="ignore")
        if text.strip():
            chars.append(Char(text, left, height - top, right, height - bottom))
    whole = text_page.get_text_range()
    picture = page.render(scale=3).to_pil()
    text_page.close()
    page.close()
    return PageRead(width, height, whole, chars, picture)


@pytest.fixture
def read() -> Callable[[bytes], list[PageRead]]:
    """Return what reads the pages of a PDF."""
    return read_pdf


@pytest.fixture
def write_book(tmp_path: Path) -> Callable[[Build], Path]:
    """Return what builds a workbook with XlsxWriter."""

    def run(build: Build) -> Path:
        book = tmp_path / "帳票.xlsx"
        workbook = xlsxwriter.Workbook(str(book))
        workbook.formats[0].set_font_name("BIZ UDゴシック")
        build(workbook)
        workbook.close()
        return book

    return run


@pytest.fixture
def press(tmp_path: Path, write_book: Callable[[Build], Path]) -> Callable[..., Printed]:
    """Return what builds a workbook with XlsxWriter and prints it."""

    def run(build: Build, **options: Any) -> Printed:
        target = tmp_path / "印刷.pdf"
        result = print_book(write_book(build), target, **options)
        data = target.read_bytes()
        return Printed(result, data, read_pdf(data))

    return run
