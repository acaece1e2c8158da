from __future__ import annotations

import pytest

from app.documents.print.content import Content, content_of
from app.documents.print.geometry import Geometry
from app.documents.print.measure import cell_fits, fits
from app.documents.print.rules import RULES
from app.documents.sheet.book import Book
from app.documents.sheet.look import Font, Look

FONT = Font(name="BIZ UDゴシック", size=10)


def _fit(text, width, height, **look):
    style = Look(font=FONT, **look)
    return fits(content_of(text, style), style, width, height)


def test_that_a_text_that_fits_is_measured():
    found = _fit("函館市", 40, 15)
    assert (found.fits, found.cut, found.lines) == (True, "", ("函館市",))
    assert found.width == pytest.approx(30)


@pytest.mark.parametrize(
    ("text", "width", "height", "look", "cut"),
    [
        ("函館市役所", 33.5, 15, {}, "役所"),
        ("函館市役所", 33.5, 15, {"wrap": True}, "役所"),
        ("函館市役所", 33.5, 25, {"wrap": True}, ""),
        ("函館市役所", 33.5, 15, {"shrink": True}, ""),
        ("函館市役所", 15, 33, {"rotation": 90}, "役所"),
        ("函館市役所", 15, 33, {"rotation": 255}, "役所"),
        ("函館市役所", 15, 60, {"rotation": 255}, ""),
        ("函館市役所", 15, 15, {"rotation": 45}, ""),
        (1234567.0, 20, 15, {"format": "#,##0"}, "1,234,567"),
        (1.23456, 20, 15, {}, ""),
        ("函館", 33.5, 15, {"horizontal": "left", "indent": 1}, "館"),
    ],
)
def test_that_what_is_cut_off_is_named(text, width, height, look, cut):
    found = _fit(text, width, height, **look)
    assert (found.fits, found.cut) == (not cut, cut)


def test_that_nothing_fits_anywhere():
    empty = Content([], "left")
    assert fits(empty, Look(font=FONT), 10, 10).fits


def test_that_a_cell_may_use_its_empty_neighbours_and_its_merged_area(write_book):
    def build(book):
        sheet = book.add_worksheet("表")
        sheet.set_column(0, 5, 5)
        sheet.write(0, 0, "函館市役所福祉課")
        sheet.write(1, 0, "函館市役所福祉課")
        sheet.write(1, 1, "壁")
        sheet.merge_range(2, 0, 2, 3, "函館市役所福祉課")

    (sheet,) = Book(write_book(build)).sheets(["表"])
    geometry = Geometry(sheet, RULES["excel"])
    found = [cell_fits(sheet, geometry, row, 1) for row in (1, 2, 3)]
    assert [each.fits for each in found] == [True, False, True]
    assert found[1].cut == "市役所福祉課"
