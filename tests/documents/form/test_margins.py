"""Tags in headers and footers, and reading of formulas."""

from datetime import date

import pytest

from app.documents.form.formulas import references, renamed, shifted


def test_that_headers_and_footers_are_filled_and_shielded(drawn, filled):
    def draw(sheet):
        sheet["A1"] = "x"
        sheet.oddHeader.left.text = "{{作成者}} {{日|R8.4.1}}"
        sheet.oddFooter.center.text = "&8{{部数}} &P"

    values = {"作成者": "山田&佐藤", "日": date(2026, 4, 1), "部数": "3部"}
    sheet = filled(drawn(draw), values)["様式"]
    assert sheet.HeaderFooter.oddHeader.left.text == "山田&&佐藤 R8.4.1"
    assert "3部" in sheet.HeaderFooter.oddFooter.center.text


@pytest.mark.parametrize(
    ("formula", "found"),
    [
        ('"A1"&A1', ["A1"]),
        ("LOG10(B2)+TRUE+1E5", ["B2"]),
        ("'My S''h'!$B$3+集計!A3", ["$B$3", "A3"]),
        ("[1]Sheet!A1+'[b.xlsx]S'!A2+表[A1]+A1B+R1C1", []),
        ("SUM(A:A,$3:5,A1:B2)", ["A:A", "$3:5", "A1:B2"]),
    ],
)
def test_that_references_are_told_from_other_words(formula, found):
    written = [
        f"{reference.first}:{reference.last}" if reference.last else str(reference.first)
        for reference in references(formula)
    ]
    assert written == found


def test_that_formulas_are_copied_and_renamed():
    assert shifted("C5*D$5/$E5+SUM(A1:B2)", 2, 1) == "D7*E$5/$E7+SUM(B3:C4)"
    assert shifted("A1", -1, 0) == "#REF!"
    assert renamed("様式!A1+他!A1", "様式", "'様式 (2)'") == "'様式 (2)'!A1+他!A1"
