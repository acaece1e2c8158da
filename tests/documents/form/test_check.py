"""What is said about a form before it is used."""

import io
from pathlib import Path

import pytest
import xlsxwriter

from app.documents.form.check import Expected, check

FORMS = Path(__file__).parents[4] / "shared" / "data" / "02_forms"


def test_that_fields_and_lists_are_named_once_in_order(drawn):
    def draw(sheet):
        sheet.append(["{{講座名}}は{{期間}}", "{{講座名}}", "{{*受講者 頁20}}{{受講者.氏名}}"])
        sheet.append([None, "{{受講者.回#2.印}}"])

    found = check(drawn(draw))
    assert found.fields == ("講座名", "期間")
    assert found.lists == ("受講者.氏名", "受講者.回.印")
    assert found.findings == ()


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
