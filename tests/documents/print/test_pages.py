from __future__ import annotations

import openpyxl
import pytest
from openpyxl.styles import Font
from openpyxl.workbook.defined_name import DefinedName

from app.documents.print.book import print_bytes
from app.kernel.errors import Refusal


def _rows(count, columns=3, **setup):
    def build(book):
        sheet = book.add_worksheet()
        sheet.set_column(0, columns - 1, 12)
        for row in range(count):
            for column in range(columns):
                sheet.write(row, column, f"{row + 1}行{column + 1}列")
        for name, arguments in setup.items():
            getattr(sheet, name)(*arguments)

    return build


def _first_words(printed):
    return [page.text.split()[0] for page in printed.pages]


def test_that_rows_that_do_not_fit_go_to_the_next_page(press):
    printed = press(_rows(120))
    body = 841.89 - 2 * 54
    on_one = int(body // 15)
    assert len(printed.pages) == -(-120 // on_one)
    assert f"{on_one}行1列" in printed.pages[0].text
    assert _first_words(printed)[1] == f"{on_one + 1}行1列"


def test_that_columns_that_do_not_fit_come_after_all_rows(press):
    printed = press(_rows(60, columns=10))
    assert [word[-2:] for word in _first_words(printed)] == ["1列", "1列", "8列", "8列"]
    over = press(_rows(60, columns=10, print_across=()))
    assert [word[-2:] for word in _first_words(over)] == ["1列", "8列", "1列", "8列"]


def test_that_manual_breaks_are_kept(press):
    printed = press(_rows(30, set_h_pagebreaks=([10, 20],), set_v_pagebreaks=([2],)))
    assert _first_words(printed) == [
        "1行1列", "11行1列", "21行1列", "1行3列", "11行3列", "21行3列",
    ]  # fmt: skip


def test_that_titles_stand_on_every_later_page(press):
    printed = press(_rows(120, repeat_rows=(0, 1)))
    assert all("1行1列" in page.text for page in printed.pages)
    assert all(page.text.count("1行1列") >= 1 for page in printed.pages)
    rows = [word for page in printed.pages for word in page.text.split() if word.endswith("行1列")]
    assert len(set(rows)) == 120


def test_that_a_sheet_is_fitted_to_its_pages(press):
    assert len(press(_rows(120, columns=12, fit_to_pages=(1, 1))).pages) == 1
    wide = press(_rows(120, columns=12, fit_to_pages=(1, 0)))
    assert len(wide.pages) > 1
    assert all("12列" in page.text for page in wide.pages)


def test_that_the_print_area_is_all_that_is_printed(press):
    printed = press(_rows(30, print_area=(1, 1, 3, 1)))
    assert printed.page.text.split() == ["2行2列", "3行2列", "4行2列"]


def _with_area(path, area):
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    for row in range(1, 31):
        for column in range(1, 4):
            sheet.cell(row, column, f"{row}行{column}列").font = Font(name="BIZ UDゴシック")
    sheet.defined_names["_xlnm.Print_Area"] = DefinedName("_xlnm.Print_Area", attr_text=area)
    workbook.save(path)
    return print_bytes(path)[0]


def test_that_several_print_areas_are_pages_of_their_own(tmp_path, read):
    pages = read(_with_area(tmp_path / "a.xlsx", "Sheet!$A$1:$A$2,Sheet!$B$5:$B$6"))
    assert [page.text.split() for page in pages] == [
        ["1行1列", "2行1列"],
        ["5行2列", "6行2列"],
    ]


def test_that_an_open_ended_area_stops_at_the_last_used_cell(tmp_path, read):
    (page,) = read(_with_area(tmp_path / "a.xlsx", "Sheet!$A:$B"))
    assert "30行2列" in page.text
    assert "3列" not in page.text


@pytest.mark.parametrize(
    ("paper", "portrait"), [(9, (595.3, 841.9)), (8, (841.9, 1190.6)), (13, (515.9, 728.5))]
)
def test_that_paper_and_orientation_are_kept(press, paper, portrait):
    upright = press(_rows(1, set_paper=(paper,))).page
    assert (upright.width, upright.height) == pytest.approx(portrait, abs=0.1)
    across = press(_rows(1, set_paper=(paper,), set_landscape=())).page
    assert (across.height, across.width) == pytest.approx(portrait, abs=0.1)


def test_that_margins_and_centring_place_the_body(press):
    page = press(_rows(1, columns=1, set_margins=(1, 1, 2, 1))).page
    box = page.find("1行1列")
    assert box.left == pytest.approx(72 + 1.5, abs=0.6)
    assert box.top == pytest.approx(144 + 2, abs=3)
    centred = press(_rows(1, columns=1, center_horizontally=(), center_vertically=())).page
    middle = centred.find("1行1列")
    assert middle.left == pytest.approx(595.3 / 2 - 12.71 * 5.5 / 2 + 1.5, abs=1)
    assert (middle.top + middle.bottom) / 2 == pytest.approx(841.9 / 2, abs=3)


def test_that_scale_makes_everything_smaller(press):
    full, half = press(_rows(2)).page, press(_rows(2, set_print_scale=(50,))).page
    wide, small = full.find("1行1列"), half.find("1行1列")
    assert small.right - small.left == pytest.approx((wide.right - wide.left) / 2, abs=0.3)


def test_that_empty_pages_are_left_out(press):
    def build(book):
        sheet = book.add_worksheet()
        sheet.write(0, 0, "始め")
        sheet.write(200, 0, "終わり")

    assert [page.text.strip() for page in press(build).pages] == ["始め", "終わり"]


def test_that_text_goes_on_on_the_page_to_the_right(press):
    def build(book):
        sheet = book.add_worksheet()
        sheet.set_column(0, 5, 12)
        sheet.write(0, 0, "長い題名" * 6)
        sheet.set_v_pagebreaks([2])

    printed = press(build)
    assert len(printed.pages) == 2
    copied = "".join(page.text.strip() for page in printed.pages)
    assert copied.count("題") in {6, 7}


def test_that_a_print_of_thousands_of_pages_is_refused(press):
    def build(book):
        sheet = book.add_worksheet()
        for row in range(0, 2200 * 48, 48):
            sheet.write(row, 0, "行")

    with pytest.raises(Refusal, match="上限の2,000ページを超えます"):
        press(build)


def test_that_a_merged_cell_over_a_break_is_not_drawn_outside_the_body(press):
    def build(book):
        sheet = book.add_worksheet()
        sheet.write(0, 0, "上")
        sheet.merge_range(1, 0, 39, 0, "中ほど", book.add_format({"valign": "vcenter"}))
        sheet.write(39, 1, "下")
        sheet.set_h_pagebreaks([30])

    first, second = press(build).pages
    assert "中ほど" in first.text
    assert "中ほど" not in second.text


def test_that_a_row_without_a_height_fits_its_text(press):
    def build(book):
        sheet = book.add_worksheet()
        sheet.set_column(0, 0, 10)
        sheet.write(0, 0, "大", book.add_format({"font_size": 36, "font_name": "BIZ UDゴシック"}))
        wrapping = book.add_format({"text_wrap": True, "font_name": "BIZ UDゴシック"})
        sheet.write(1, 0, "折り返して三行にはなる長い文字", wrapping)
        sheet.write(2, 0, "次")

    page = press(build).page
    assert page.find("次").top - page.find("折").top > 2 * 13.5 - 1
    assert page.find("折").top >= page.find("大").bottom - 6
    assert "長い文字" in page.text.replace("\r\n", "")
