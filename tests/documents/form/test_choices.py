"""Printed options that are ticked."""

import pytest

from app.documents.form.choices import ticks
from app.documents.form.fill import fill

SEX = "□男　□女　□その他（　　）"


@pytest.mark.parametrize(
    ("text", "value", "ticked"),
    [
        (SEX, "女", "□男　☑女　□その他（　　）"),
        (SEX, "その他", "□男　□女　☑その他（　　）"),
        ("☐明治・☐大正・☐昭和", "昭和", "☐明治・☐大正・☑昭和"),
        ("□女性 □女", "女", "□女性 ☑女"),
        ("□電話 □ ＦＡＸ □郵送", ["FAX", "郵送"], "□電話 ☑ ＦＡＸ ☑郵送"),
        ("□同意する", True, "☑同意する"),
        ("□同意する", False, "□同意する"),
        (SEX, None, SEX),
        (SEX, "", SEX),
    ],
)
def test_that_the_box_of_the_chosen_option_is_ticked(text, value, ticked):
    spans, lost = ticks(text, value)
    for start, end, new in reversed(spans):
        text = text[:start] + new + text[end:]
    assert (text, lost) == (ticked, [])


def test_that_a_tag_ticks_in_its_own_cell_and_vanishes(drawn, filled):
    form = drawn(lambda sheet: sheet.append([f"性別：{SEX}{{{{性別|選択}}}}", "{{性別|選択}}"]))
    sheet = filled(form, {"性別": "女"})["様式"]
    assert sheet["A1"].value == "性別：□男　☑女　□その他（　　）"
    assert sheet["B1"].value == "女"


def test_that_a_value_that_is_no_option_is_said(drawn):
    form = drawn(lambda sheet: sheet.append([f"{SEX}{{{{性別|選択}}}}"]))
    done = fill(form, {"性別": "不明"})
    assert [(finding.kind, finding.cell) for finding in done.findings] == [("choice", "A1")]
