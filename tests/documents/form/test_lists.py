"""Lists: rows that grow, places across, grids, pages, copies of sheets."""

import io
import zipfile

import openpyxl
import pytest
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, OneCellAnchor
from openpyxl.formatting.rule import FormulaRule
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.pagebreak import Break

from app.documents.form.fill import fill
from app.documents.form.values import RULE, STRIKE
from app.kernel.errors import Refusal

PEOPLE = [{"No": n, "氏名": f"氏名{n}", "ふりがな": f"しめい{n}"} for n in range(1, 6)]


def column(sheet, letter: str) -> list[object]:
    return [cell.value for cell in sheet[letter]]


def kinds(form: bytes, values: dict[str, object]) -> list[str]:
    return [finding.kind for finding in fill(form, values).findings]


def roster(sheet) -> None:
    sheet["A1"] = "{{講座名}} 名簿"
    sheet["A3"], sheet["B3"], sheet["C3"] = "{{受講者.No}}", "{{受講者.氏名}}", "=A3*2"
    sheet["A4"], sheet["B4"] = "=SUM(A3:A3)", "計"
    sheet["A6"] = "以上"
    sheet.row_dimensions[3].height = 31
    sheet.row_dimensions[6].height = 44
    sheet.merge_cells("B3:B3")
    sheet.merge_cells("A6:C7")


def test_that_a_list_repeats_its_row_and_everything_below_moves(drawn, filled):
    sheet = filled(drawn(roster), {"講座名": "養成研修", "受講者": PEOPLE})["様式"]
    assert column(sheet, "A")[:11] == [
        "養成研修 名簿", None, 1, 2, 3, 4, 5, "=SUM(A3:A7)", None, "以上", None,
    ]  # fmt: skip
    assert [sheet.cell(row, 3).value for row in range(3, 8)] == [f"=A{r}*2" for r in range(3, 8)]
    assert [sheet.row_dimensions[row].height for row in (3, 7, 10)] == [31, 31, 44]
    assert "A10:C11" in {str(area) for area in sheet.merged_cells.ranges}


@pytest.mark.parametrize("people", [[], PEOPLE[:1]])
def test_that_an_empty_list_and_one_item_leave_the_drawn_row(drawn, filled, people):
    sheet = filled(drawn(roster), {"講座名": "x", "受講者": people})["様式"]
    assert sheet["A3"].value == (1 if people else None)
    assert (sheet["A4"].value, sheet["A6"].value) == ("=SUM(A3:A3)", "以上")
    assert kinds(drawn(roster), {"講座名": "x", "受講者": people}) == []


def test_that_everything_that_points_at_the_rows_follows(drawn, filled):
    def draw(sheet):
        roster(sheet)
        book = sheet.parent
        other = book.create_sheet("集計")
        other["A1"], other["A2"], other["A3"] = "=様式!A4", "=SUM(様式!A3:A3)", "=A4"
        sheet.print_area = "A1:C7"
        sheet.print_title_rows = "1:2"
        book.defined_names["合計"] = DefinedName("合計", attr_text="様式!$A$4")
        listed = DataValidation(type="list", formula1='"男,女"', sqref="B3")
        below = DataValidation(type="list", formula1="$A$4:$A$4", sqref="B6")
        sheet.add_data_validation(listed)
        sheet.add_data_validation(below)
        sheet.conditional_formatting.add("A3:C3", FormulaRule(formula=["$A3>2"]))
        sheet.conditional_formatting.add("A4", FormulaRule(formula=["A4>2"]))
        sheet.row_breaks.append(Break(id=3))
        sheet.row_breaks.append(Break(id=1))

    book = filled(drawn(draw), {"講座名": "x", "受講者": PEOPLE})
    sheet, other = book["様式"], book["集計"]
    assert column(other, "A") == ["=様式!A8", "=SUM(様式!A3:A7)", "=A4"]
    assert sheet.print_area == "'様式'!$A$1:$C$11"
    assert sheet.print_title_rows == "$1:$2"
    assert book.defined_names["合計"].attr_text == "様式!$A$8"
    rules = {str(rule.sqref): rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert rules == {"B3:B7": '"男,女"', "B10": "$A$8:$A$8"}
    formats = {str(area.sqref): area.rules[0].formula for area in sheet.conditional_formatting}
    assert formats == {"A3:C7": ["$A3>2"], "A8": ["A8>2"]}
    assert [entry.id for entry in sheet.row_breaks.brk] == [7, 1]


def test_that_a_drawing_below_the_list_moves_with_it(drawn):
    def draw(sheet):
        roster(sheet)
        chart = openpyxl.chart.BarChart()
        chart.add_data(openpyxl.chart.Reference(sheet, range_string="様式!$A$3:$A$4"))
        chart.anchor = OneCellAnchor(_from=AnchorMarker(col=0, row=9), ext=None)
        chart.anchor.ext = openpyxl.drawing.xdr.XDRPositiveSize2D(10, 10)
        sheet.add_chart(chart)

    data = fill(drawn(draw), {"講座名": "x", "受講者": PEOPLE}).data
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        assert b"row>13</" in opened.read("xl/drawings/drawing1.xml")
        assert b"$A$3:$A$8" in opened.read("xl/charts/chart1.xml")


def test_that_an_item_may_take_several_rows(drawn, filled):
    def draw(sheet):
        sheet["A1"], sheet["B1"] = "{{受講者.No}}", "{{受講者.ふりがな}}"
        sheet["B2"] = "{{受講者.氏名}}"
        sheet.merge_cells("A1:A2")
        sheet["B3"] = "おわり"
        sheet.conditional_formatting.add("B2", FormulaRule(formula=['B2=""']))

    sheet = filled(drawn(draw), {"受講者": PEOPLE[:3]})["様式"]
    assert column(sheet, "B") == [
        "しめい1", "氏名1", "しめい2", "氏名2", "しめい3", "氏名3", "おわり",
    ]  # fmt: skip
    assert {str(area) for area in sheet.merged_cells.ranges} == {"A1:A2", "A3:A4", "A5:A6"}
    assert [str(area.sqref) for area in sheet.conditional_formatting] == ["B2 B4 B6"]


def grid(sheet) -> None:
    sheet["B1"], sheet["C1"], sheet["D1"] = ("{{回.月日}}",) * 3
    sheet["A2"] = "{{受講者.氏名}}"
    sheet["B2"], sheet["C2"], sheet["D2"] = ("{{受講者.回.印}}",) * 3


def test_that_a_list_across_and_a_list_down_make_a_grid(drawn, filled):
    people = [
        {"氏名": "一人目", "回": [{"印": "○"}, {"印": "×"}]},
        {"氏名": "二人目", "回": [{"印": "△"}, {"印": STRIKE}]},
    ]
    values = {"回": [{"月日": "4/1"}, {"月日": "4/8"}], "受講者": people}
    sheet = filled(drawn(grid), values)["様式"]
    assert [cell.value for cell in sheet[1]] == [None, "4/1", "4/8", None]
    assert [cell.value for cell in sheet[2]] == ["一人目", "○", "×", None]
    assert [cell.value for cell in sheet[3]] == ["二人目", "△", RULE, None]
    assert sheet["C3"].alignment.horizontal == "fill"
    assert kinds(drawn(grid), values) == []


def test_that_more_items_than_places_is_said(drawn):
    values = {"回": [{"月日": n} for n in range(5)], "受講者": []}
    assert kinds(drawn(grid), values) == ["overflow"]


def test_that_pages_are_broken_and_filled_with_drawn_rows(drawn, filled):
    def draw(sheet):
        sheet["A1"] = "見出し"
        sheet["A2"] = "{{*受講者 頁２ 埋める}}{{受講者.No}}"
        sheet["A3"] = "合計"

    sheet = filled(drawn(draw), {"受講者": PEOPLE})["様式"]
    assert column(sheet, "A") == ["見出し", 1, 2, 3, 4, 5, None, "合計"]
    assert [entry.id for entry in sheet.row_breaks.brk] == [3, 5]


def test_that_numbered_places_go_on_in_a_copy_of_the_sheet(drawn, filled):
    def draw(sheet):
        sheet["A1"], sheet["B1"] = "{{*名札 続き}}{{名札#1.氏名}}", "{{名札#2.氏名}}"
        sheet["A2"] = "{{講座名}}"
        sheet.print_area = "A1:B2"
        sheet.parent.create_sheet("次").print_area = "A1:A9"

    book = filled(drawn(draw), {"名札": PEOPLE, "講座名": "x"})
    assert book.sheetnames == ["様式", "様式 (2)", "様式 (3)", "次"]
    assert [[cell.value for cell in sheet[1]] for sheet in book.worksheets[:3]] == [
        ["氏名1", "氏名2"], ["氏名3", "氏名4"], ["氏名5", None],
    ]  # fmt: skip
    assert [sheet.print_area for sheet in book.worksheets] == [
        "'様式'!$A$1:$B$2", "'様式 (2)'!$A$1:$B$2", "'様式 (3)'!$A$1:$B$2", "'次'!$A$1:$A$9",
    ]  # fmt: skip
    assert [sheet["A2"].value for sheet in book.worksheets[:3]] == ["x"] * 3


def test_that_drawn_frames_are_filled_and_go_on_in_a_copy(drawn, filled):
    def draw(sheet):
        sheet["A1"], sheet["B1"] = "{{*受講者 枠2}}{{受講者.No}}", "{{受講者.氏名}}"
        sheet["A3"] = "欄外"

    book = filled(drawn(draw), {"受講者": PEOPLE})
    assert [column(sheet, "A") for sheet in book.worksheets] == [
        [1, 2, "欄外"], [3, 4, "欄外"], [5, None, "欄外"],
    ]  # fmt: skip


def test_that_tags_in_every_frame_do_no_harm_and_empty_frames_stay_drawn(drawn, filled):
    def draw(sheet):
        for row in range(1, 4):
            sheet.cell(row, 1, "{{人.No}}")
        sheet["B1"], sheet["C1"] = "{{*人 枠3}}", "{{人.氏名}}"
        sheet["C2"], sheet["C3"], sheet["A4"] = "年　月　日", "年　月　日", "計"

    book = filled(drawn(draw), {"人": PEOPLE[:2]})
    rows = [[cell.value for cell in row] for row in book["様式"].iter_rows()]
    assert rows == [
        [1, None, "氏名1"], [2, None, "氏名2"], [None, None, "年　月　日"], ["計", None, None],
    ]  # fmt: skip
    assert len(filled(drawn(draw), {"人": PEOPLE[:4]}).sheetnames) == 2


def test_that_a_sheet_is_repeated_for_every_item(drawn, filled):
    def draw(sheet):
        sheet["A1"] = "{{*修了者 シート}}{{修了者.氏名}}　様"
        sheet["A2"] = "{{修了者.科目.名}}"

    people = [{"氏名": f"人{n}", "科目": [{"名": k} for k in "あいう"[:n]]} for n in (1, 2, 3)]
    book = filled(drawn(draw), {"修了者": people})
    assert [sheet["A1"].value for sheet in book.worksheets] == [f"人{n}　様" for n in (1, 2, 3)]
    assert column(book.worksheets[2], "A") == ["人3　様", "あ", "い", "う"]
    assert len(filled(drawn(draw), {"修了者": []}).worksheets) == 1


def test_that_a_control_for_no_list_or_with_an_unknown_word_is_said(drawn):
    form = drawn(lambda sheet: sheet.append(["{{*名簿 頁3}}", "{{*受講者 逆順}}{{受講者.No}}"]))
    assert kinds(form, {"受講者": []}) == ["control", "control"]


def test_that_a_list_longer_than_a_sheet_is_refused(drawn):
    def draw(sheet):
        sheet["A1"] = "{{受講者.No}}"
        sheet["A1048570"] = "末尾"

    with pytest.raises(Refusal, match="最後の行"):
        fill(drawn(draw), {"受講者": [{"No": n} for n in range(50)]})


def test_that_shared_formulas_survive_growing(drawn, filled):
    def draw(sheet):
        roster(sheet)

    form = drawn(draw)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(form)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name.endswith("sheet1.xml"):
                data = (
                    data.replace(b"<f>A3*2</f>", b'<f t="shared" ref="C3:C4" si="0">A3*2</f>')
                    .replace(b'<c r="B4"', b'<c r="B4"', 1)
                    .replace(
                        b'</row><row r="6"', b'<c r="C4"><f t="shared" si="0"/></c></row><row r="6"'
                    )
                )
            target.writestr(name, data)
    sheet = filled(out.getvalue(), {"講座名": "x", "受講者": PEOPLE[:2]})["様式"]
    assert [sheet.cell(row, 3).value for row in (3, 4, 5)] == ["=A3*2", "=A4*2", "=A5*2"]
