"""What the page dialog says of errors, drafts, colours, fits, and sheets that are no worksheets."""

from __future__ import annotations

import zipfile

import openpyxl
import pytest
import xlsxwriter
from openpyxl.styles import PatternFill

from app.documents.print.book import print_bytes
from app.kernel.errors import Refusal


def _changed(path, change):
    """Change the text of the first sheet's part of a package."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    name = "xl/worksheets/sheet1.xml"
    parts[name] = change(parts[name].decode()).encode()
    with zipfile.ZipFile(path, "w") as package:
        for part, data in parts.items():
            package.writestr(part, data)
    return path


@pytest.mark.parametrize(
    ("errors", "shown"),
    [("displayed", "#DIV/0!"), ("dash", "--"), ("NA", "#N/A"), ("blank", "")],
)
def test_that_errors_are_printed_as_wished(tmp_path, read, errors, shown):
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    sheet.write(0, 0, "前")
    sheet.write_formula(0, 1, "=1/0", None, "#DIV/0!")
    book.close()
    end = "</worksheet>"
    _changed(path, lambda text: text.replace(end, f'<pageSetup errors="{errors}"/>{end}'))
    (page,) = read(print_bytes(path)[0])
    assert page.text.replace("前", "").strip() == shown


def test_that_black_and_white_leaves_fills_out_and_letters_black(tmp_path, read):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["B2"].fill = PatternFill("solid", fgColor="FF0000")
    sheet["A1"] = "字"
    path = tmp_path / "a.xlsx"
    book.save(path)
    coloured = read(print_bytes(path)[0])[0]
    sheet.page_setup.blackAndWhite = True
    book.save(path)
    plain = read(print_bytes(path)[0])[0]
    box = (125, 92, 155, 98)
    assert coloured.dark(*box) == 1
    assert plain.dark(*box) == 0
    assert "字" in plain.text


def test_that_a_draft_has_no_drawings(tmp_path, read):
    def make(draft):
        path = tmp_path / f"{draft}.xlsx"
        book = xlsxwriter.Workbook(path)
        sheet = book.add_worksheet()
        sheet.write(0, 0, "字")
        sheet.insert_textbox(3, 1, "図形", {"fill": {"color": "#000000"}})
        book.close()
        end = "<drawing "
        setup = '<pageSetup draft="1"/>' if draft else ""
        _changed(path, lambda text: text.replace(end, setup + end))
        return read(print_bytes(path)[0])[0]

    box = (110, 110, 200, 150)
    assert make(draft=False).dark(*box) > 0.5
    assert make(draft=True).dark(*box) == 0


def test_that_a_sheet_of_a_chart_is_named_and_left_out(tmp_path):
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("数")
    sheet.write_column(0, 0, [1, 2, 3])
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=数!$A$1:$A$3"})
    book.add_chartsheet("グラフ").set_chart(chart)
    book.close()
    _, result = print_bytes(path)
    assert result.pages == 1
    assert any("グラフだけのシート「グラフ」" in sentence for sentence in result.warnings)
    assert not print_bytes(path, sheets=["数"])[1].warnings


def _sections(path, rows, *, breaks=()):
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    for row in range(rows):
        sheet.set_row(row, 20)
        sheet.write(row, 0, f"{row + 1}行")
    sheet.set_h_pagebreaks(list(breaks))
    book.close()
    return path


def test_that_sections_a_little_too_high_are_kept_on_the_pages_meant(tmp_path):
    path = _sections(tmp_path / "a.xlsx", 78, breaks=[39])
    assert print_bytes(path)[1].pages == 4
    assert print_bytes(path, as_meant=True)[1].pages == 2


def test_that_a_long_list_is_not_made_smaller_for_that(tmp_path):
    path = _sections(tmp_path / "a.xlsx", 200)
    assert print_bytes(path, as_meant=True)[0] == print_bytes(path)[0]


@pytest.mark.parametrize(
    ("area", "pages"), [("$A$1:$XFD$1048576", 1), ("$A:$XFD", 1), ("$1:$1048576", 1)]
)
def test_that_an_area_of_the_whole_sheet_prints_what_is_there(tmp_path, area, pages):
    book = openpyxl.Workbook()
    book.active["B2"] = "ここだけ"
    names = book.active.defined_names
    names["_xlnm.Print_Area"] = openpyxl.workbook.defined_name.DefinedName(
        "_xlnm.Print_Area", attr_text=f"Sheet!{area}"
    )
    path = tmp_path / "a.xlsx"
    book.save(path)
    assert print_bytes(path)[1].pages == pages


def test_that_pages_without_number_are_counted_in_the_refusal(tmp_path):
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    frame = book.add_format({"border": 1})
    sheet.write(0, 0, "始め")
    sheet.write_blank(1_048_575, 16_383, None, frame)
    book.close()
    with pytest.raises(Refusal, match=r"[\d,]{6,}ページになり、上限の2,000ページを超えます"):
        print_bytes(path)


def test_that_a_line_at_the_last_row_is_a_page_of_its_own(tmp_path):
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    sheet.write(0, 0, "始め")
    sheet.write_blank(1_048_575, 0, None, book.add_format({"border": 1}))
    sheet.set_h_pagebreaks(range(1, 1000))
    book.close()
    assert print_bytes(path)[1].pages == 2
