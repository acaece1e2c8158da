"""Rows without a height of their own grow with the text in merged cells, and only those."""

import io

import openpyxl
import pytest
import xlsxwriter

from app.documents.proof import fill_and_proof

LONG = "話し合ったことと、次にすること。" * 20


def form(height=None, **look):
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet("様式")
        cell = book.add_format({"font_size": 10, "text_wrap": True, **look})
        sheet.set_row(2, height)
        sheet.merge_range("A3:D3", "{{文}}", cell)
        sheet.write("E3", "{{横}}", cell)
        sheet.write("A4", "以上")
    return stream.getvalue()


def height(data, **values):
    filled = fill_and_proof(data, {"横": "", **values})
    book = openpyxl.load_workbook(io.BytesIO(filled.data))
    return book["様式"].row_dimensions[3].height, [one.kind for one in filled.findings]


def test_that_a_row_is_as_high_as_its_text_and_nothing_is_cut():
    tall, findings = height(form(), 文=LONG)
    assert findings == []
    assert tall > 10 * 12


@pytest.mark.parametrize(
    ("data", "values"),
    [
        (form(), {"文": "短い"}),
        (form(), {"文": LONG, "横": LONG}),  # Excel itself fits the row to the other cell.
        (form(30), {"文": LONG}),
        (form(text_wrap=False), {"文": LONG}),
    ],
)
def test_that_other_rows_stay_as_the_form_has_them(data, values):
    before = openpyxl.load_workbook(io.BytesIO(data))["様式"].row_dimensions[3].height
    assert height(data, **values)[0] == before


@pytest.mark.parametrize("place", ["文", "横"])
def test_that_a_text_longer_than_the_tallest_row_goes_on_below_it(place):
    longest = "".join(f"{number}つめの話。\n𠮷野　様と、続ける。 " for number in range(600))
    assert len(longest) > 10_000
    filled = fill_and_proof(form(), {"文": "上", "横": "右", place: longest})
    assert filled.findings == ()
    sheet = openpyxl.load_workbook(io.BytesIO(filled.data))["様式"]
    column = "A" if place == "文" else "E"
    end = next(row for row in range(4, sheet.max_row + 1) if sheet[f"A{row}"].value == "以上")
    shown = [sheet[f"{column}{row}"].value for row in range(3, end)]
    assert len(shown) > 3
    assert "".join(shown).replace("\n", "") == longest.replace("\n", "")
    assert max(len(one) for one in shown) < 4_000
    assert f"A{end - 1}:D{end - 1}" in {str(area) for area in sheet.merged_cells.ranges}
    other = "E" if place == "文" else "A"
    assert [sheet[f"{other}{row}"].value for row in (3, 4)] == [
        "右" if place == "文" else "上",
        None,
    ]
    assert {("様式", f"{column}{end - 1}"), ("様式", "A3"), ("様式", "E3")} <= set(filled.written)


def test_that_an_empty_list_says_so_where_the_form_wants_it():
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet("様式")
        sheet.write("A1", "{{会議.月日}}")
        sheet.write("B1", "{{*会議 該当なし}}{{会議.会議名}}")
    for meetings, shown in (([], [None, "該当なし"]), ([{"会議名": "協議体"}], [None, "協議体"])):
        data = fill_and_proof(stream.getvalue(), {"会議": meetings}).data
        row = openpyxl.load_workbook(io.BytesIO(data))["様式"][1]
        assert [cell.value for cell in row] == shown
