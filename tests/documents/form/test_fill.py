"""Single fields: tags, names and cells; everything else stays."""

from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.workbook.defined_name import DefinedName

from app.documents.form.fill import Filled, fill
from app.documents.form.values import RULE, STRIKE
from app.documents.table_file import read_table
from app.kernel.errors import Refusal


def kinds(form: bytes, values: dict[str, object]) -> list[tuple[str, str]]:
    return [(finding.kind, finding.cell) for finding in fill(form, values).findings]


def test_that_a_tag_alone_in_its_cell_is_written_typed(drawn, filled):
    def draw(sheet):
        for row, name in enumerate("文数率日時刻可無電", start=1):
            sheet.cell(row, 1, f"{{{{{name}}}}}")

    sheet = filled(
        drawn(draw),
        {
            "文": "函館 花子", "数": 40, "率": Decimal("87.5"), "日": date(2026, 4, 1),
            "時": datetime(2026, 4, 1, 13, 30), "刻": time(13, 30), "可": True, "無": None,
            "電": "0138226262",
        },
    )["様式"]  # fmt: skip
    values = [sheet.cell(row, 1).value for row in range(1, 10)]
    assert values == [
        "函館 花子", 40, 87.5, datetime(2026, 4, 1), datetime(2026, 4, 1, 13, 30), time(13, 30),
        True, None, "0138226262",
    ]  # fmt: skip
    assert sheet["A4"].number_format == '[$-411]ggge"年"m"月"d"日"'
    assert sheet["A9"].data_type in {"s", "inlineStr"}


def test_that_a_day_keeps_the_format_of_its_cell(drawn, filled):
    def draw(sheet):
        sheet["A1"], sheet["A2"], sheet["A3"] = "{{日}}", "{{日}}", "{{元}}"
        sheet["A1"].number_format = "yyyy/m/d"
        sheet["A2"].number_format = "@"

    sheet = filled(drawn(draw), {"日": date(2026, 4, 1), "元": date(1989, 2, 3)})["様式"]
    assert (sheet["A1"].value, sheet["A1"].number_format) == (datetime(2026, 4, 1), "yyyy/m/d")
    assert sheet["A2"].value == "令和8年4月1日"
    assert sheet["A3"].number_format == '[$-411]ggg"元年"m"月"d"日"'


@pytest.mark.parametrize(
    "text", ["=1+1", "+81", "-", "@SUM(A1)", "0138", "_x0041_", " 空 ", "改\n行"]
)
def test_that_text_stays_the_text_it_is(drawn, filled, tmp_path, text):
    form = drawn(lambda sheet: sheet.append(["{{文}}", "前{{文}}後"]))
    (tmp_path / "a.xlsx").write_bytes(fill(form, {"文": text}).data)
    assert [cell.value for cell in read_table(tmp_path / "a.xlsx").rows[0]] == [text, f"前{text}後"]
    assert filled(form, {"文": text})["様式"]["A1"].data_type != "f"


def test_that_characters_xml_cannot_hold_are_left_out(drawn, filled):
    form = drawn(lambda sheet: sheet.append(["{{文}}"]))
    assert filled(form, {"文": "a\x00\x0bb\ud800c𠮷葛\U000e0100"})["様式"]["A1"].value == (
        "abc𠮷葛\U000e0100"
    )


def test_that_a_text_too_long_for_a_cell_is_cut_and_said(drawn):
    form = drawn(lambda sheet: sheet.append(["{{文}}"]))
    assert kinds(form, {"文": "あ" * 40_000}) == [("length", "A1")]


def test_that_runs_keep_their_looks_and_a_tag_may_cross_them(drawn, filled):
    red, bold = InlineFont(color="FFFF0000"), InlineFont(b=True)

    def draw(sheet):
        sheet["A1"] = CellRichText(
            TextBlock(red, "第{{回"), TextBlock(bold, "}}回 {{テーマ}}"), "(終)"
        )

    text = filled(drawn(draw), {"回": 3, "テーマ": "傾聴"})["様式"]["A1"].value
    assert [str(run) for run in text] == ["第3", "回 傾聴", "(終)"]
    assert text[0].font.color.rgb == "FFFF0000"
    assert text[1].font.b


def test_that_wide_signs_are_understood(drawn, filled):
    form = drawn(lambda sheet: sheet.append(["｛｛交付日｜令和8年9月30日(水)｝｝"]))
    assert filled(form, {"交付日": date(2026, 9, 30)})["様式"]["A1"].value == "令和8年9月30日(水)"


def test_that_names_and_cells_are_written_and_merges_lead_to_their_first_cell(drawn, filled):
    def draw(sheet):
        sheet.merge_cells("B2:D3")
        sheet["A5"] = "=B2&A1"
        sheet.parent.defined_names["会場"] = DefinedName("会場", attr_text="様式!$A$1")

    form = drawn(draw)
    values = {"会場": "市民会館", "様式!C3": "結合", "'様式'!A5": 1, "表!A1": 2}
    sheet = filled(form, values)["様式"]
    assert (sheet["A1"].value, sheet["B2"].value, sheet["A5"].value) == ("市民会館", "結合", 1)
    assert sorted(kinds(form, values)) == [("formula", "A5"), ("merged", "C3"), ("target", "")]


def test_that_an_unknown_tag_is_left_empty_and_said(drawn, filled):
    form = drawn(lambda sheet: sheet.append(["{{講坐名}}", "{{日|四半期}}", "{{日|R8.4.1}}"]))
    values = {"講座名": "x", "日": date(2026, 10, 5)}
    row = [cell.value for cell in filled(form, values)["様式"][1]]
    assert row == [None, datetime(2026, 10, 5), "R8.10.5"]
    assert kinds(form, values) == [("unknown", "A1"), ("format", "B1")]


def test_that_a_struck_cell_gets_a_line_and_no_other_cell_does(drawn, filled):
    def draw(sheet):
        sheet["A1"], sheet["B1"] = "{{印}}", "そのまま"

    for value in (STRIKE, {"strike": True}):
        sheet = filled(drawn(draw), {"印": value})["様式"]
        assert sheet["A1"].value == RULE
        assert sheet["A1"].alignment.horizontal == "fill"
        assert sheet["B1"].alignment.horizontal != "fill"


def test_that_json_days_are_days(drawn, filled):
    form = drawn(lambda sheet: sheet.append(["{{日}}"]))
    assert filled(form, {"日": {"date": "2026-04-01"}})["様式"]["A1"].value == datetime(2026, 4, 1)
    with pytest.raises(Refusal, match="2026-13-01"):
        fill(form, {"日": {"date": "2026-13-01"}})


def test_that_nothing_to_fill_gives_the_same_bytes_and_the_same_values_the_same_file(drawn):
    form = drawn(lambda sheet: sheet.append(["{{講座名}}", "{{数}}"]))
    assert fill(form, {}) == Filled(form, (), ())
    values = {"講座名": "養成研修", "数": Fraction(7, 2)}
    assert fill(form, values) == fill(form, values)
