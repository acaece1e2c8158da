"""Controls of forms and cells that are boxes to tick, as they look on paper."""

from __future__ import annotations

import io
import zipfile

import pytest

from app.documents.print.book import print_bytes
from tests.documents.drawn_books import drawn_book, with_parts

MARGIN = 36.0
_CONTROL = """<v:shape id="_x0000_s{id}" type="#_x0000_t201" style='position:absolute'
 filled="f" stroked="f"><v:textbox><div style='text-align:left'><font face="MS UI Gothic"
 size="180" color="#000000">{text}</font><br></div></v:textbox><x:ClientData ObjectType="{kind}">
<x:Anchor>1, 0, {row}, 0, 3, 0, {end}, 0</x:Anchor><x:TextVAlign>Center</x:TextVAlign>{more}
</x:ClientData></v:shape>"""


def book(*controls, build=None):
    """Return a workbook with these controls: (kind, text, row, more)."""

    def commented(workbook, sheet):
        sheet.write_comment(0, 0, "コメントの文")
        if build:
            build(workbook, sheet)

    shapes = "".join(
        _CONTROL.format(id=2000 + at, kind=kind, text=text, row=row, end=row + 2, more=more)
        for at, (kind, text, row, more) in enumerate(controls)
    )
    made = drawn_book([], commented)
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        part = next(name for name in package.namelist() if name.endswith(".vml"))
        old = package.read(part).decode()
    # What Excel writes is no well-formed XML: the break is left open.
    return with_parts(made, {part: old.replace("</xml>", shapes + "</xml>").encode()})


@pytest.fixture
def show(read):
    def run(*controls, build=None):
        data, result = print_bytes(book(*controls, build=build))
        return read(data)[0], result

    return run


def ink_in(page, row):
    """Return how much of a box to tick is dark."""
    x, middle = MARGIN + 10.71 * 5.5 + 2.5, MARGIN + (row + 1) * 15
    return page.dark(x + 3, middle - 1.5, x + 6, middle + 1.5)


def columns(_, sheet):
    sheet.set_column(0, 9, 10)


def test_that_boxes_are_ticked_as_they_are_set(show):
    page, result = show(
        ("Checkbox", "はい", 2, "<x:Checked>1</x:Checked>"),
        ("Checkbox", "いいえ", 5, ""),
        ("Radio", "選ぶ", 8, "<x:Checked>1</x:Checked>"),
        ("Radio", "選ばない", 11, ""),
        build=columns,
    )
    assert [ink_in(page, row) > 0.02 for row in (2, 5, 8, 11)] == [True, False, True, False]
    found = page.find("はい")
    assert found.left == pytest.approx(MARGIN + 10.71 * 5.5 + 16.5, abs=1)
    assert (found.top + found.bottom) / 2 == pytest.approx(MARGIN + 3 * 15, abs=1.5)
    assert result.warnings == ()


def test_that_the_linked_cell_knows_better(show):
    def build(_, sheet):
        columns(_, sheet)
        sheet.write(20, 0, True)

    linked = "<x:FmlaLink>$A$21</x:FmlaLink>"
    page, _ = show(("Checkbox", "はい", 2, linked), build=build)
    assert ink_in(page, 2) > 0.02


def test_that_labels_and_groups_have_their_text_and_comments_do_not_print(show):
    page, _ = show(
        ("Label", "ラベルの文", 2, ""),
        ("GBox", "枠の題", 5, ""),
        ("Button", "押す", 9, ""),
        build=columns,
    )
    for text in ("ラベルの文", "枠の題", "押す"):
        assert text in page.text
    assert "コメント" not in page.text


def test_that_a_control_that_is_not_to_print_does_not_and_others_are_named(show):
    page, result = show(
        ("Button", "印刷しない", 2, "<x:PrintObject>False</x:PrintObject>"),
        ("Drop", "", 5, ""),
    )
    assert "印刷しない" not in page.text
    assert "ドロップダウン" in result.warnings[0]


def test_that_cells_may_be_boxes_to_tick(read):
    def build(_, sheet):
        sheet.insert_checkbox(2, 0, boolean=True)
        sheet.insert_checkbox(3, 0, boolean=False)
        sheet.write(4, 0, True)

    page = read(print_bytes(drawn_book([], build))[0])[0]
    assert page.find("☑").top < page.find("☐").top < page.find("TRUE").top


def test_that_gridlines_and_headings_are_printed_where_asked_for(read):
    def build(book, sheet):
        sheet.hide_gridlines(0)
        sheet.print_row_col_headers()
        sheet.write(2, 2, "端")
        sheet.merge_range(0, 0, 1, 0, "", book.add_format())

    page = read(print_bytes(drawn_book([], build))[0])[0]
    left = page.find("端").left - page.find("C").left
    assert abs(left) < 40
    assert page.find("3").right < page.find("端").left
    assert page.find("3").top == pytest.approx(page.find("端").top, abs=2)
    x, y = page.find("B").left, page.find("3").top
    assert page.dark(x - 30, y - 8, x + 40, y + 20) > 0.002


def test_that_comments_asked_for_are_named():
    made = drawn_book([], lambda _, sheet: sheet.write_comment(0, 0, "覚え書き"))
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        sheet = package.read("xl/worksheets/sheet1.xml")
    asked = sheet.replace(b"<pageSetup ", b'<pageSetup cellComments="asDisplayed" ')
    assert asked != sheet
    _, result = print_bytes(with_parts(made, {"xl/worksheets/sheet1.xml": asked}))
    assert "コメント" in result.warnings[0]
