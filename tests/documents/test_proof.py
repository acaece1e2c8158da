"""What a proof says of a filled form before it is printed."""

import io

import pytest
import xlsxwriter

from app.documents.form.fill import fill
from app.documents.proof import fill_and_proof, proof

LONG = "函館市くらしのサポーター養成研修実行委員会事務局長代理"


def form(width=10, height=20, hidden=False, **look):
    """Draw a form with a label, one tag beside it and one column of a list below."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet("様式")
        cell = book.add_format({"font_name": "ＭＳ 明朝", "font_size": 10, **look})
        sheet.set_default_row(height)
        sheet.set_column("C:C", width, cell)
        sheet.write("B5", "氏名")
        sheet.write("C5", "{{氏名}}", cell)
        sheet.write("D5", "印")
        sheet.write("C7", "備 考")
        sheet.write("C8", "{{人.備考}}", cell)
        sheet.write("D8", "{{人.印}}")
        if hidden:
            sheet.hide()
            book.add_worksheet("表").activate()
    return stream.getvalue()


def said(data, values):
    return [(one.cell, one.kind, one.text) for one in fill_and_proof(data, values).findings]


def test_that_a_text_that_is_cut_is_said_with_where_and_from_what_on():
    ((cell, kind, text),) = said(form(), {"氏名": LONG, "人": []})
    assert (cell, kind) == ("C5", "fit")
    assert text.startswith("氏名欄（様式!C5）に入りきりません。")
    assert text.endswith("印刷で切れます。文字を小さくするか、欄を広げてください。")
    kept = len(LONG) - int(text.partition("（様式!C5）")[2].partition("（")[2].partition("字")[0])
    assert f"「{LONG[kept:][:12]}…」から先" in text
    assert 4 <= kept <= 6


def test_that_a_finding_names_its_cell_once():
    finding = fill_and_proof(form(), {"氏名": LONG, "人": []}).findings[0]
    assert str(finding) == finding.text


@pytest.mark.parametrize(
    ("look", "values"),
    [
        ({}, {"氏名": "函館　花子", "人": []}),
        ({"width": 80}, {"氏名": LONG, "人": []}),
        ({"text_wrap": True, "height": 80}, {"氏名": LONG, "人": []}),
        ({"shrink": True, "width": 30}, {"氏名": LONG, "人": []}),
        ({}, {"人": [{"備考": LONG, "印": ""}]}),
        ({"height": 40, "text_wrap": True}, {"氏名": "一行目\n二行目", "人": []}),
        ({}, {"人": [{"備考": None, "印": None}]}),
    ],
    ids=["short", "wide", "wrapped", "shrunk", "empty neighbour", "two lines", "empty"],
)
def test_that_what_can_be_read_is_not_said(look, values):
    assert said(form(**look), {"氏名": "", **values}) == []


def test_that_a_full_neighbour_cuts_what_an_empty_one_does_not():
    values = {"氏名": "", "人": [{"備考": LONG, "印": ""}, {"備考": LONG, "印": "済"}]}
    ((cell, kind, text),) = said(form(), values)
    assert (cell, kind) == ("C9", "fit")
    assert text.startswith("備考欄（様式!C9）")


def test_that_lines_that_do_not_fit_are_cut_from_below():
    ((_, _, text),) = said(form(text_wrap=True), {"氏名": "初めの行\n次の行\n終わりの行", "人": []})
    assert "「終わりの行」から先（5字）" in text


def test_that_a_number_too_wide_and_a_text_too_small_are_said():
    ((_, kind, text),) = said(form(num_format="#,##0"), {"氏名": 1234567890123, "人": []})
    assert kind == "fit"
    assert "####" in text
    ((_, kind, text),) = said(form(width=8, shrink=True), {"氏名": LONG, "人": []})
    assert kind == "fit"
    assert "%まで小さく" in text


def test_that_a_merged_cell_is_measured_whole():
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet("様式")
        sheet.merge_range("B2:H3", "{{氏名}}", book.add_format({"font_size": 10}))
        sheet.merge_range("B5:C5", "{{氏名}}", book.add_format({"font_size": 10}))
    assert [cell for cell, _, _ in said(stream.getvalue(), {"氏名": LONG})] == ["B5"]


def test_that_characters_no_font_has_are_named_with_their_codes():
    ((cell, kind, text),) = said(form(), {"氏名": "函館\U0003134a", "人": []})
    assert (cell, kind) == ("C5", "glyph")
    assert "U+3134A" in text
    assert said(form(), {"氏名": "𠮷葛\U000e0100", "人": []}) == []


def test_that_many_cells_of_a_column_are_said_in_few_sentences():
    values = {"氏名": "", "人": [{"備考": LONG, "印": "済"}] * 30}
    found = said(form(), values)
    assert [cell for cell, _, _ in found] == ["C8", "C9", "C10", "C11"]
    assert "ほかに27か所（様式!C11からC37まで）" in found[-1][2]


def test_that_a_sheet_nobody_prints_is_not_proofed():
    filled = fill(form(hidden=True), {"氏名": LONG, "人": []})
    assert filled.written
    assert proof(filled) == ()


def test_that_an_untouched_form_has_nothing_to_proof():
    assert fill_and_proof(form(), {}).findings == ()
