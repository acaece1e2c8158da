"""Texts with a part replaced, and values in cells that were made for something else."""

import io
from datetime import date, datetime, time

import openpyxl
import pytest
import xlsxwriter
from lxml import etree

from app.documents.form.cell_writing import fitting
from app.documents.form.fill import fill
from tests.documents.form.workbooks import parts, tree, with_parts, written

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET, STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"


def with_strings(*items: str) -> bytes:
    """A form whose A1, A2 … and B1 hold these shared strings; B1 the first one again."""

    def draw(book):
        sheet = book.add_worksheet("様式")
        for row, _ in enumerate(items):
            sheet.write(row, 0, f"s{row}")
        sheet.write(0, 1, "s0")

    strings = f'<sst xmlns="{MAIN}">' + "".join(f"<si>{item}</si>" for item in items) + "</sst>"
    return with_parts(written(draw), {STRINGS: strings.encode()})


def cell(data: bytes, name: str) -> etree._Element:
    return next(each for each in tree(data, SHEET).iter("{*}c") if each.get("r") == name)


def readings(found: etree._Element) -> list[tuple[str, str, str]]:
    return [(r.get("sb"), r.get("eb"), r.findtext("{*}t")) for r in found.iter("{*}rPh")]


FURIGANA = (
    "<t>氏名{{氏名}}𠮷田様</t><rPh sb='0' eb='2'><t>シメイ</t></rPh>"
    "<rPh sb='4' eb='6'><t>シメイ</t></rPh><rPh sb='8' eb='11'><t>ヨシダ</t></rPh>"
    "<phoneticPr fontId='1'/>"
)


def test_that_readings_move_with_their_text_and_go_with_replaced_text():
    found = cell(fill(with_strings(FURIGANA), {"氏名": "𠮷"}).data, "A1")
    assert found.findtext("{*}is/{*}t") == "氏名𠮷𠮷田様"
    assert readings(found) == [("0", "2", "シメイ"), ("4", "7", "ヨシダ")]
    assert found.find("{*}is/{*}phoneticPr") is not None
    alone = "<t>{{氏名}}</t><rPh sb='2' eb='4'><t>シメイ</t></rPh><phoneticPr fontId='1'/>"
    found = cell(fill(with_strings(alone), {"氏名": "花"}).data, "A1")
    assert [child.tag.rpartition("}")[2] for child in found[0]] == ["t"]


def test_that_a_shared_string_changes_only_where_it_is_filled():
    form = with_strings("<t>{{氏名}}</t>", "<t>題</t>")
    done = fill(form, {"様式!A2": "x", "様式!A1": "先"})
    assert parts(done.data)[STRINGS] == parts(form)[STRINGS]
    assert cell(done.data, "A2").findtext("{*}is/{*}t") == "x"
    done = fill(form, {"氏名": "花子"}, {"様式!B1": "{{題}}"})
    assert cell(done.data, "A1").findtext("{*}is/{*}t") == "花子"
    assert cell(done.data, "B1").get("t") == "s"


def test_that_runs_keep_their_looks_in_shared_and_inline_strings():
    runs = "<r><rPr><b/></rPr><t>第{</t></r><r><t>{回}}回</t></r><r><rPr><i/></rPr><t>終</t></r>"
    for form in (with_strings(runs), inline(runs)):
        found = cell(fill(form, {"回": 3}).data, "A1")
        assert [run.findtext("{*}t") for run in found.iter("{*}r")] == ["第3", "回", "終"]
        assert found.find("{*}is/{*}r/{*}rPr/{*}b") is not None


def inline(runs: str) -> bytes:
    form = with_strings("<t>x</t>")
    old = parts(form)[SHEET]
    new = f'<c r="A1" t="inlineStr"><is>{runs}</is></c>'.encode()
    return with_parts(form, {SHEET: old.replace(b'<c r="A1" t="s"><v>0</v></c>', new)})


def test_that_a_text_is_cut_at_what_excel_counts():
    assert fitting("a" * 32_767) == "a" * 32_767
    assert fitting("a" * 40_000) == "a" * 32_767
    assert fitting("𠮷" * 20_000) == "𠮷" * 16_383
    form = with_strings("<r><t>前{{文}}</t></r><r><t>後</t></r>")
    done = fill(form, {"文": "あ" * 32_766})
    assert [finding.kind for finding in done.findings] == ["length"] * 2
    assert len(cell(done.data, "A1").findtext("{*}is/{*}t")) == 32_767


def formatted(book: xlsxwriter.Workbook) -> None:
    sheet = book.add_worksheet("様式")
    for row, code in enumerate(("@", "yyyy/m/d", "0.00", "General")):
        look = book.add_format({"num_format": code, "bold": True})
        for column, tag in enumerate(("{{数}}", "{{日}}", "{{文}}", "{{数|カンマ}}", "{{刻}}")):
            sheet.write(row, column, tag, look)


@pytest.mark.parametrize("base", [0, 1], ids=["1900", "1904"])
def test_that_values_stay_what_they_are_in_cells_made_for_something_else(base):
    form = written(formatted)
    if base:
        book = parts(form)["xl/workbook.xml"]
        form = with_parts(
            form, {"xl/workbook.xml": book.replace(b"<workbookPr ", b'<workbookPr date1904="1" ')}
        )
    values = {"数": 1234, "日": date(2026, 4, 1), "文": "=1+1", "刻": time(9, 30)}
    sheet = openpyxl.load_workbook(io.BytesIO(fill(form, values).data))["様式"]
    day = datetime(2026, 4, 1)
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        [1234, "令和8年4月1日", "=1+1", "1,234", "09:30"],
        [sheet["A2"].value, day, "=1+1", sheet["D2"].value, sheet["E2"].value],
        [1234, sheet["B3"].value, "=1+1", 1234, 9.5 / 24],
        [1234, day, "=1+1", 1234, time(9, 30)],
    ]  # fmt: skip
    assert {cell.data_type for cell in sheet["C"]} <= {"s", "inlineStr"}
    assert [cell.font.b for cell in sheet[4]] == [True] * 5
    assert [cell.number_format for cell in sheet[4]] == [
        "General", '[$-411]ggge"年"m"月"d"日"', "General", "#,##0", "h:mm",
    ]  # fmt: skip


def test_that_days_before_excel_counts_rightly_are_text(drawn, filled):
    sheet = filled(drawn(lambda s: s.append(["{{日}}"])), {"日": date(1899, 5, 3)})["様式"]
    assert sheet["A1"].value == "明治32年5月3日"


def test_that_a_cell_that_was_not_there_looks_as_its_row_or_column():
    def draw(book):
        sheet = book.add_worksheet("様式")
        sheet.set_column("C:C", 10, book.add_format({"num_format": "0.0"}))
        sheet.set_row(4, 20, book.add_format({"num_format": "0.000"}))
        sheet.write("A1", "x")

    form = written(draw)
    sheet = openpyxl.load_workbook(io.BytesIO(fill(form, {"様式!C2": 1, "様式!C5": 1}).data))[
        "様式"
    ]
    assert (sheet["C2"].number_format, sheet["C5"].number_format) == ("0.0", "0.000")


def test_that_the_declaration_of_a_part_stays_as_it_was():
    form = with_strings("<t>{{題}}</t>")
    old = parts(form)[SHEET]
    for head in (
        b"",
        b"<?xml version='1.0' encoding='utf-8' ?>\n",
        b'\xef\xbb\xbf<?xml version="1.0"?>',
    ):
        body = old[old.index(b"<worksheet") :]
        done = parts(fill(with_parts(form, {SHEET: head + body}), {"題": "x"}).data)[SHEET]
        assert done.startswith(head + b"<worksheet")
    wide = old.decode().replace("UTF-8", "UTF-16").encode("utf-16")
    done = parts(fill(with_parts(form, {SHEET: wide}), {"題": "漢字"}).data)[SHEET]
    assert "漢字" in etree.fromstring(done).findtext(".//{*}is/{*}t")
