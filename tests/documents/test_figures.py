"""Figures on the sheets of a workbook, measured where they are printed."""

from __future__ import annotations

import io

import pypdfium2
from openpyxl import load_workbook
from pypdfium2 import raw

from app.documents.exact_form import Box, Corners, Leaf, Sheet, draw_leaves
from app.documents.figures import Cluster, Outline, Sign, with_figures
from app.documents.form.tags import literal, read_tags
from app.documents.print.book import print_bytes

POINT = 25.4 / 72
PAPER = Sheet(9, 210, 297)


def test_that_figures_lie_where_a_ruler_says_also_on_high_cells() -> None:
    frame = Box(10, 20, 200, 280, "", {"border": 1})
    leaf = Leaf("地図", PAPER, [[Box(10, 10, 60, 20, "題"), frame]])
    square = ((50.0, 100.0), (90.0, 100.0), (90.0, 260.0), (50.0, 260.0), (50.0, 100.0))
    figures = [
        Outline((square,), "EEEEEE"),
        Sign(100, 60, 10, 10, "ellipse", "FF0000", "000000", text="7"),
    ]
    book = draw_leaves("地図", [leaf])
    drawn = with_figures(book, [(Corners(leaf), [Cluster((10, 20), figures, (190, 260))])])
    pdf, result = print_bytes(drawn, name="地図", moment=None)
    assert result.warnings == ()
    page = pypdfium2.PdfDocument(pdf)[0]
    found = set()
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
        left, low, right, high = (edge * POINT for edge in item.get_bounds())
        found.add((round(left), round(297 - high), round(right), round(297 - low)))
    assert (50, 100, 90, 260) in found
    assert (95, 55, 105, 65) in found
    assert "7" in page.get_textpage().get_text_range()


def test_that_sheets_of_one_name_are_told_apart() -> None:
    pages = [[Box(10, 10, 60, 20, "題")]]
    leaves = [Leaf(name, PAPER, pages) for name in ("北部", "北部", "a/b", "A*B", "")]
    names = load_workbook(io.BytesIO(draw_leaves("名", leaves))).sheetnames
    assert names == ["北部", "北部 2", "ab", "AB 2", "地図"]


def test_that_a_literal_text_holds_no_tag() -> None:
    for text in ("{{名称}}", "｛｛名称｝｝", "{{{{a}}}}"):
        assert not read_tags(literal(text))
        assert literal(text).replace("\u2060", "") == text
    assert literal("みほん") == "みほん"
