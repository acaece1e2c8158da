"""Lists that go on: on copies of their sheet, or on a 別紙."""

import pytest

from app.documents.form.fill import fill
from tests.documents.form.workbooks import parts, tree, written

PEOPLE = {"人": [{"名": name, "印": "○"} for name in "いろはにほへと"], "題": "名簿"}


def form(first: str, second: str, *, rows: int = 2):
    def draw(sheet):
        sheet["A1"], sheet["A3"] = "{{題}}", f"{first}{{{{人.名}}}}"
        sheet["A6"] = "以上"
        annex = sheet.parent.create_sheet("別紙 1")
        annex["A1"], annex["A2"] = "{{題}}（続き）", f"{second}{{{{人.名}}}}"
        annex.cell(2 + rows, 1, "おわり")

    return draw


def names(book) -> dict[str, list[object]]:
    return {
        sheet.title: [cell.value for cell in sheet["A"] if cell.value is not None] for sheet in book
    }


@pytest.mark.parametrize("said", ["別紙='別紙 1'", "別紙=「別紙 1」", "別紙＝'別紙 1'"])
def test_that_what_does_not_fit_goes_on_to_the_annex_and_grows_there(drawn, filled, said):
    book = filled(drawn(form(f"{{{{*人 枠3 {said}}}}}", "")), PEOPLE)
    assert names(book) == {
        "様式": ["名簿", "い", "ろ", "は", "以上"],
        "別紙 1": ["名簿（続き）", "に", "ほ", "へ", "と", "おわり"],
    }


def test_that_an_annex_with_frames_goes_on_in_copies(drawn, filled):
    draw = form("{{*人 枠3 別紙='別紙 1'}}", "{{*人 枠2}}")
    assert names(filled(drawn(draw), PEOPLE)) == {
        "様式": ["名簿", "い", "ろ", "は", "以上"],
        "別紙 1": ["名簿（続き）", "に", "ほ", "おわり"],
        "別紙 1 (2)": ["名簿（続き）", "へ", "と", "おわり"],
    }


def test_that_an_annex_nobody_needs_is_hidden_and_blank(drawn, filled):
    draw = form("{{*人 枠3 別紙='別紙 1'}}", "")

    def opened_at_the_annex(sheet):
        draw(sheet)
        sheet.parent.active = 1

    book = filled(drawn(opened_at_the_annex), {**PEOPLE, "人": PEOPLE["人"][:3]})
    assert book.active.title == "様式"
    assert [sheet.sheet_state for sheet in book] == ["visible", "hidden"]
    assert names(book)["別紙 1"] == ["名簿（続き）", "おわり"]


def test_that_numbered_places_go_on_to_an_annex(drawn, filled):
    def draw(sheet):
        sheet["A1"], sheet["B1"] = "{{*人 別紙=裏}}{{人#1.名}}", "{{人#2.名}}"
        sheet.parent.create_sheet("裏")["A1"] = "{{人.名}}"

    book = filled(drawn(draw), PEOPLE)
    assert [cell.value for cell in book["様式"][1]] == ["い", "ろ"]
    assert names(book)["裏"] == list("はにほへと")


def test_that_an_annex_that_is_not_there_is_said_and_a_copy_serves(drawn, filled):
    draw = form("{{*人 枠3 別紙=別紙9}}", "")
    done = fill(drawn(draw), PEOPLE)
    assert [(finding.kind, finding.cell) for finding in done.findings] == [("control", "A3")]
    assert "別紙9" in done.findings[0].text
    assert names(filled(drawn(draw), PEOPLE))["様式 (2)"] == ["名簿", "に", "ほ", "へ", "以上"]


def test_that_a_copy_is_about_itself_with_all_it_holds():
    def draw(book):
        sheet, other = book.add_worksheet("様式"), book.add_worksheet("集計")
        sheet.write("A1", "{{*人 シート}}{{人.名}}")
        sheet.write_formula("B1", "=様式!A1&集計!A1&題", None, 5)
        sheet.conditional_format("C1", {"type": "formula", "criteria": "=様式!$A$1>1"})
        sheet.write_comment("D1", "注")
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=様式!$A$1:$A$2"})
        sheet.insert_chart("E1", chart)
        sheet.print_area("A1:D9")
        other.write_formula("B1", "=様式!A1&題", None, 5)
        book.define_name("題", "=様式!$A$1")
        book.define_name("外", "=集計!$A$1")

    data = fill(written(draw), {"人": PEOPLE["人"][:2]}).data
    names = tree(data, "xl/workbook.xml").iter("{*}definedName")
    found = [(n.get("name"), n.get("localSheetId"), n.text) for n in names]
    assert sorted(found, key=str) == sorted(
        [
            ("_xlnm.Print_Area", "0", "様式!$A$1:$D$9"),
            ("_xlnm.Print_Area", "1", "'様式 (2)'!$A$1:$D$9"),
            ("外", None, "集計!$A$1"), ("題", None, "様式!$A$1"), ("題", "1", "'様式 (2)'!$A$1"),
        ], key=str
    )  # fmt: skip
    copy = tree(data, "xl/worksheets/sheet3.xml")
    assert copy.findtext(".//{*}c/{*}f") == "'様式 (2)'!A1&集計!A1&題"
    assert copy.findtext(".//{*}cfRule/{*}formula") == "'様式 (2)'!$A$1>1"
    assert tree(data, "xl/charts/chart2.xml").findtext(".//{*}f") == "'様式 (2)'!$A$1:$A$2"
    assert tree(data, "xl/charts/chart1.xml").findtext(".//{*}f") == "様式!$A$1:$A$2"
    assert "xl/comments2.xml" in parts(data)
    assert tree(data, "xl/worksheets/sheet2.xml").findtext(".//{*}f") == "様式!A1&題"
