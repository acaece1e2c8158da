"""What is said about a form before it is used."""

import io
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from app.documents.form.check import Expected, TagPlace, check
from tests.documents.form.hostile_books import damaged_in

FORMS = Path(__file__).parents[4] / "shared" / "data" / "02_forms"


def test_that_fields_and_lists_are_named_once_in_order(drawn):
    def draw(sheet):
        sheet.append(["{{講座名}}は{{期間}}", "{{講座名}}", "{{*受講者 頁20}}{{受講者.氏名}}"])
        sheet.append([None, "{{受講者.回#2.印}}"])

    found = check(drawn(draw))
    assert found.fields == ("講座名", "期間")
    assert found.lists == ("受講者.氏名", "受講者.回.印")
    assert {one.kind for one in found.findings} == {"twice"}


def test_that_unknown_and_missing_fields_are_said_with_their_cell(drawn):
    form = drawn(lambda sheet: sheet.append(["{{講坐名}}", "{{受講者.氏名}}"]))
    expected = Expected(
        frozenset({"講座名"}), frozenset({"受講者.氏名"}), frozenset({"講座名", "受講者.氏名"})
    )
    findings = check(form, expected).findings
    assert [(finding.kind, finding.cell) for finding in findings] == [
        ("unknown", "A1"), ("missing", ""),
    ]  # fmt: skip
    assert str(findings[0]).startswith("様式!A1: 「{{講坐名}}」")


def test_that_a_tag_inside_a_merge_and_unusable_words_are_said():
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet("様式")
        sheet.merge_range("A1:C1", "題")
        sheet.write("B1", "{{講座名}}")
        sheet.write("A2", "{{日|四半期}}{{*受講者 逆順}}")
        sheet.protect()
    kinds = {(f.kind, f.cell) for f in check(stream.getvalue()).findings}
    assert kinds == {("merged", "B1"), ("format", "A2"), ("control", "A2"), ("protected", "")}


@pytest.mark.skipif(not FORMS.is_dir(), reason="the shared forms are not here")
def test_that_a_protected_official_form_is_said_to_be_protected():
    findings = check(FORMS / "subsidy" / "r3i_y3e.xlsx").findings
    assert "protected" in {finding.kind for finding in findings}


COURSE = Expected(
    frozenset({"講座名", "期間", "性別"}),
    frozenset({"受講者.氏名", "受講者.ふりがな", "講師.氏名", "受講者.回.印"}),
    examples={"性別": "男性"},
)


def said(form, kind, expected=None, marks=None):
    """Return (where, what) of each finding of one kind."""
    found = check(form, expected, marks or {}).findings
    for one in found:
        assert one.text.endswith("。"), one
    return [(f"{one.sheet}!{one.cell}", one.text) for one in found if one.kind == kind]


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("講坐名", "「講座名」のことですか。"),
        ("講 座 名", "「講座名」のことですか。"),
        ("氏名", "「講師.氏名」のことですか。"),
        ("受講者.フリガナ", "「受講者.ふりがな」のことですか。"),
        ("電話番号", "使える項目の名前に直してください。"),
    ],
)
def test_that_the_nearest_name_is_suggested(drawn, typed, known):
    form = drawn(lambda sheet: sheet.append([f"{{{{{typed}}}}}"]))
    ((place, text),) = said(form, "unknown", COURSE)
    assert place == "様式!A1"
    assert text.endswith(known)


def test_that_the_nearest_format_and_word_are_suggested(drawn):
    form = drawn(
        lambda sheet: sheet.append(
            ["{{期間|令和八年四月}}{{期間|千丹}}{{期間|漢数学}}{{*受講者 頁}}"]
        )
    )
    texts = [text for _, text in said(form, "format")]
    assert [text.partition("。")[2] for text in texts] == [
        "「千円」のことですか。", "「漢数字」のことですか。",
    ]  # fmt: skip
    assert "「頁20」のことですか。" in said(form, "control")[0][1]


def test_that_a_field_in_two_places_is_a_remark_that_says_where(drawn):
    def draw(sheet):
        sheet.append(["{{講座名}}", "{{受講者.氏名}}"])
        sheet.append(["{{期間}}", "{{受講者.氏名}}"])
        sheet["D9"] = "第1回 {{講座名}}"

    form = drawn(draw)
    assert said(form, "twice") == [
        (
            "様式!A1",
            "「講座名」は2か所に入ります。ほかの場所は 様式!D9 です。"
            "そのつもりでなければ、要らないほうを消してください。",
        )
    ]
    assert all(one.remark for one in check(form).findings)
    assert "様式!E5" in said(form, "twice", marks={"様式!E5": "{{期間}}"})[1][1]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{{講座名}", True),
        ("{講座名}}", True),
        ("{{講座名", True),
        ("｛｛講座名｝", True),
        ("{{}}", True),
        ("{講座名}", True),
        ("{講座名|敬称}", True),
        ("{ご記入ください}", False),
        ("{{講座名}}と{注}", False),
        ("｛｛講座名｝｝", False),
    ],
)
def test_that_braces_that_do_not_pair_are_found(drawn, text, found):
    places = said(drawn(lambda sheet: sheet.append([text])), "brace", COURSE)
    assert [place for place, _ in places] == (["様式!A1"] if found else [])


def test_that_lists_out_of_their_rows_are_found(drawn):
    def draw(sheet):
        sheet.append(["{{受講者}}", "{{*講帥 頁5}}"])
        sheet.append(["{{受講者.氏名}}", "{{講師.氏名}}"])
        sheet.append(["{{受講者.氏名}}", "{{受講者.回.印}}", "{{受講者.回.印}}"])

    form = drawn(draw)
    ((place, text),) = said(form, "list", COURSE)
    assert place == "様式!A1"
    assert "{{受講者." in text
    assert [place for place, _ in said(form, "mixed", COURSE)] == ["様式!B2"]
    ((place, text),) = said(form, "control", COURSE)
    assert place == "様式!B1"
    assert text.endswith("「講師」のことですか。")


def test_that_names_of_the_workbook_that_are_fields_are_said(drawn):
    def draw(sheet):
        names = sheet.parent.defined_names
        names["期間"] = openpyxl.workbook.defined_name.DefinedName("期間", attr_text="様式!$C$5")
        names["性別"] = openpyxl.workbook.defined_name.DefinedName("性別", attr_text="#REF!")
        names["他"] = openpyxl.workbook.defined_name.DefinedName("他", attr_text="様式!$C$6")
        sheet.append(["{{期間}}"])

    form = drawn(draw)
    assert [place for place, _ in said(form, "name", COURSE)] == ["様式!C5"]
    assert "名前の管理" in said(form, "target", COURSE)[0][1]
    assert "様式!C5" in said(form, "twice", COURSE)[0][1]
    expected = Expected(COURSE.fields, COURSE.lists, frozenset({"期間"}))
    assert said(form, "missing", expected) == []


def test_that_marks_that_lead_nowhere_or_onto_formulas_are_found(drawn):
    def draw(sheet):
        sheet["A1"], sheet["B2"] = "=1+1", "氏名"

    marks = {
        "様式!A1": "{{講座名}}",
        "様式!B2": "{{講坐名}}",
        "別紙!C5": "{{期間}}",
        "名": "{{期間}}",
    }
    form = drawn(draw)
    assert [place for place, _ in said(form, "formula", None, marks)] == ["様式!A1"]
    lost = [text for _, text in said(form, "target", None, marks)]
    assert len(lost) == 2
    assert "「別紙!C5」" in lost[0]
    assert [place for place, _ in said(form, "unknown", COURSE, marks)] == ["様式!B2"]
    assert check(form, None, marks).fields == ("講座名", "講坐名")


@pytest.mark.parametrize("source", ['"男,女"', "$H$1:$H$2", "選択肢!$A$1:$A$2", "性別一覧"])
def test_that_a_value_the_validation_does_not_have_is_found(drawn, source):
    def draw(sheet):
        rule = openpyxl.worksheet.datavalidation.DataValidation("list", formula1=source)
        rule.add("B2")
        sheet.add_data_validation(rule)
        sheet["B2"], sheet["B3"], sheet["H1"], sheet["H2"] = "{{性別}}", "{{性別}}", "男", "女"
        choices = sheet.parent.create_sheet("選択肢")
        choices["A1"], choices["A2"] = "男", "女"
        name = openpyxl.workbook.defined_name.DefinedName("性別一覧", attr_text="選択肢!$A$1:$A$2")
        sheet.parent.defined_names["性別一覧"] = name

    form = drawn(draw)
    ((place, text),) = said(form, "validation", COURSE)
    assert place == "様式!B2"
    assert "男、女" in text
    assert "男性" in text
    fitting = Expected(COURSE.fields, COURSE.lists, examples={"性別": "女"})
    assert said(form, "validation", fitting) == []


def test_that_tags_in_margins_formulas_and_hidden_sheets_are_found(drawn):
    def draw(sheet):
        sheet.oddHeader.center.text = "{{講座名}} {{受講者.氏名}} {{講坐名}}"
        sheet["A1"] = '="{{講座名}}"&"様"'
        hidden = sheet.parent.create_sheet("控え")
        hidden["C3"] = "{{期間}}"
        hidden.sheet_state = "veryHidden"

    form = drawn(draw)
    assert "ヘッダー" in said(form, "margin", COURSE)[0][1]
    assert "ヘッダーの「{{講坐名}}」" in said(form, "unknown", COURSE)[0][1]
    assert [place for place, _ in said(form, "formula_tag")] == ["様式!A1"]
    assert [place for place, _ in said(form, "hidden")] == ["控え!C3"]


def test_that_text_boxes_charts_and_strange_fonts_are_found():
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet("様式")
        sheet.write("A1", "字", book.add_format({"font_name": "だれも知らない書体"}))
        sheet.write("A2", "字", book.add_format({"font_name": "ＭＳ Ｐゴシック"}))
        sheet.insert_textbox("C3", "図の中の{{講座名}}")
        sheet.write_comment("A2", "{{注}}")
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "=様式!$A$1:$A$3"})
        sheet.insert_chart("F3", chart)
    form = stream.getvalue()
    assert check(form).fields == ("講座名",)
    assert "コメントの中の「{{注}}」" in said(form, "shape")[0][1]
    assert "グラフ" in said(form, "stays")[0][1]
    assert [(place, "だれも知らない書体" in text) for place, text in said(form, "font")] == [
        ("様式!A1", True)
    ]


def test_that_a_damaged_part_nobody_needs_is_named_and_the_form_used_all_the_same():
    form = damaged_in("docProps/app.xml")
    assert "docProps/app.xml" in said(form, "damaged")[0][1]
    assert check(form).fields == ("講座名",)
    assert check(form).places[0] == TagPlace("様式", "A1", "講座名")
