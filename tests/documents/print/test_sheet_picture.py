"""A sheet to point at: the cells lie where the page shows their texts."""

from pathlib import Path

import pypdfium2
import pytest
import xlsxwriter

from app.documents.print.sheet_picture import sheet_names, sheet_picture
from app.kernel.errors import Refusal


@pytest.fixture
def form(tmp_path: Path) -> Path:
    path = tmp_path / "form.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("申請書")
    sheet.set_column(0, 0, 12)
    sheet.merge_range("B2:D3", "氏名")
    sheet.write("A5", "住所")
    sheet.write("E9", "印")
    sheet.set_landscape()
    sheet.center_horizontally()
    sheet.set_print_scale(80)
    sheet.set_h_pagebreaks([6])
    hidden = book.add_worksheet("裏")
    hidden.write("A1", "x")
    hidden.hide()
    book.close()
    return path


def test_that_every_text_lies_in_the_box_of_its_cell(form: Path) -> None:
    picture = sheet_picture(form, "申請書")
    pdf = pypdfium2.PdfDocument(picture.pdf)
    found = {}
    for page, shown in zip(picture.pages, pdf, strict=True):
        assert shown.get_size() == pytest.approx((page.width, page.height), abs=0.1)
        text = shown.get_textpage()
        for place in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(place)
            box = page.at((left + right) / 2, page.height - (top + bottom) / 2)
            assert box is not None
            found.setdefault((box.row, box.column), "")
            found[box.row, box.column] += text.get_text_range(place, 1)
        text.close()
    pdf.close()
    found = {cell: text.strip() for cell, text in found.items()}
    assert found == {(2, 2): "氏名", (5, 1): "住所", (9, 5): "印"}


def test_that_a_merged_area_is_one_box(form: Path) -> None:
    page = sheet_picture(form, "申請書").pages[0]
    (merged,) = [box for box in page.boxes if (box.row, box.column) == (2, 2)]
    single = next(box for box in page.boxes if (box.row, box.column) == (5, 2))
    assert merged.width == pytest.approx(3 * single.width)
    assert merged.height == pytest.approx(2 * single.height)
    assert not any((box.row, box.column) == (3, 3) for box in page.boxes)


def test_that_beside_the_cells_there_is_none(form: Path) -> None:
    page = sheet_picture(form, "申請書").pages[0]
    assert page.at(1, 1) is None


def test_that_hidden_sheets_are_not_offered(form: Path) -> None:
    assert sheet_names(form) == ("申請書",)


def test_that_a_sheet_that_is_not_there_is_refused(form: Path) -> None:
    with pytest.raises(Refusal, match="表紙"):
        sheet_picture(form, "表紙")
