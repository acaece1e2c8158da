"""Tags said from outside: a cell counts as if a text with tags stood there."""

from app.documents.form.fill import fill


def listed(sheet) -> None:
    sheet["A1"], sheet["B1"] = "氏名", "年　月　日"
    sheet["A3"], sheet["A4"] = "見本", "計"
    sheet.merge_cells("A3:B3")


def test_that_a_mapped_cell_is_filled_as_if_it_were_tagged(drawn, filled):
    values = {"氏名": "函館 花子", "受講者": [{"氏名": "一"}, {"氏名": "二"}]}
    sheet = filled(
        drawn(listed), values, A1="{{氏名|敬称}} 殿宛", B3="{{受講者.氏名}}", D9="{{氏名}}"
    )["様式"]
    assert [cell.value for cell in sheet["A"][:5]] == ["函館 花子　様 殿宛", None, "一", "二", "計"]
    assert sheet["D10"].value == "函館 花子"
    assert {str(area) for area in sheet.merged_cells.ranges} == {"A3:B3", "A4:B4"}


def test_that_what_is_drawn_stays_where_a_mapped_field_has_no_value(drawn, filled):
    form = drawn(listed)
    marks = {"A1": "{{氏名}}", "B1": "{{日}}", "D9": "{{日}}"}
    sheet = filled(form, {"氏名": "花子", "日": None}, **marks)["様式"]
    assert (sheet["A1"].value, sheet["B1"].value) == ("花子", "年　月　日")
    assert sheet.max_row == 4
    done = fill(form, {"氏名": "花子"}, {"様式!A1": "{{氏名}}", "無い!A1": "{{氏名}}"})
    assert done.written == (("様式", "A1"),)
    assert [finding.kind for finding in done.findings] == ["target"]
    assert fill(form, {}, {"様式!A1": "{{氏名}}"}).data == form


def test_that_mapped_frames_fill_and_go_on_in_a_copy(drawn, filled):
    people = {"人": [{"名": n} for n in "いろは"]}
    book = filled(drawn(listed), people, A3="{{*人 枠2}}{{人.名}}")
    assert [[sheet["A3"].value, sheet["A4"].value] for sheet in book] == [
        ["い", "ろ"],
        ["は", "計"],
    ]
