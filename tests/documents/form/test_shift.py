"""Everything that hangs on rows follows when a list above it grows."""

import io

import openpyxl
import pytest
from lxml import etree

from app.documents.form.fill import fill
from app.documents.form.insertion import Insertion
from app.documents.form.shift_parts import moved_vml
from tests.documents.form.workbooks import parts, picture, tree, with_parts, written

SHEET, DRAWING = "xl/worksheets/sheet1.xml", "xl/drawings/drawing1.xml"
FIVE = {"表": [{"数": number} for number in range(1, 6)]}
GROWN = Insertion("様式", 5, 5, 4)


def listed(draw) -> bytes:
    """A form whose row 5 is drawn for a list; with five items, row 6 becomes row 10."""

    def how(book):
        sheet = book.add_worksheet("様式")
        sheet.write("A5", "{{表.数}}")
        draw(book, sheet)

    return written(how)


def plain(book, sheet) -> None:
    sheet.write("B9", "x")


def grown(draw) -> bytes:
    return fill(listed(draw), FIVE).data


def opened(data: bytes, name: str = "様式"):
    return openpyxl.load_workbook(io.BytesIO(data))[name]


@pytest.mark.parametrize(
    ("formula", "after"),
    [
        ("=SUM(A5:A5)", "=SUM(A5:A9)"),
        ("=SUM($A$5:$A$5)", "=SUM($A$5:$A$9)"),
        ("=SUM(A5:A6)", "=SUM(A5:A10)"),
        ("=SUM(A4:A5)", "=SUM(A4:A9)"),
        ("=SUM(A3:A4)", "=SUM(A3:A4)"),
        ("=SUM(A6:A7)", "=SUM(A10:A11)"),
        ("=A6+A4+A5", "=A10+A4+A5"),
        ("=SUM(A:A,5:5,6:6)", "=SUM(A:A,5:9,10:10)"),
        ('="A6"&A6', '="A6"&A10'),
        ("=SUM('様式:他'!A6)", "=SUM('様式:他'!A6)"),
    ],
)
def test_that_a_formula_below_follows(formula, after):
    sheet = opened(grown(lambda _, sheet: sheet.write_formula("C8", formula)))
    assert sheet["C12"].value == after


@pytest.mark.parametrize(
    ("formula", "of_items"),
    [
        ("=A5*2", ["=A5*2", "=A6*2", "=A9*2"]),
        ("=SUM(A$5:A5)", ["=SUM(A$5:A5)", "=SUM(A$5:A6)", "=SUM(A$5:A9)"]),
        ("=SUM(A$4:A5)", ["=SUM(A$4:A5)", "=SUM(A$4:A6)", "=SUM(A$4:A9)"]),
        ("=C4+A5", ["=C4+A5", "=C5+A6", "=C8+A9"]),
        ("=A5/$A$6", ["=A5/$A$10", "=A6/$A$10", "=A9/$A$10"]),
        ("=A5/MAX($A$5:$A$5)", [f"=A{row}/MAX($A$5:$A$9)" for row in (5, 6, 9)]),
        ("=A5*B1", ["=A5*B1", "=A6*B1", "=A9*B1"]),
    ],
)  # fmt: skip
def test_that_a_formula_of_the_list_is_about_its_own_item(formula, of_items):
    sheet = opened(grown(lambda _, sheet: sheet.write_formula("C5", formula)))
    assert [sheet[cell].value for cell in ("C5", "C6", "C9")] == of_items


def test_that_formulas_of_other_sheets_and_names_follow():
    def draw(book, sheet):
        other = book.add_worksheet("別 表")
        other.write_formula("A1", "=様式!A6")
        other.write_formula("A2", "=A6")
        other.data_validation("A3", {"validate": "list", "source": "=様式!$A$6:$A$7"})
        other.conditional_format("A4", {"type": "formula", "criteria": "=様式!$A$6>1"})
        other.write_url("A5", "internal:'様式'!A6")
        book.define_name("末尾", "=様式!$A$6")
        sheet.autofilter("A4:B6")
        sheet.print_area("A1:C8")
        sheet.repeat_rows(3, 5)

    data = grown(draw)
    other = opened(data, "別 表")
    assert [other["A1"].value, other["A2"].value] == ["=様式!A10", "=A6"]
    assert other.data_validations.dataValidation[0].formula1 == "様式!$A$10:$A$11"
    assert (
        tree(data, "xl/worksheets/sheet2.xml").findtext(".//{*}cfRule/{*}formula") == "様式!$A$10>1"
    )
    assert other["A5"].hyperlink.location == "'様式'!A10"
    names = {n.get("name"): n.text for n in tree(data, "xl/workbook.xml").iter("{*}definedName")}
    assert names == {
        "末尾": "様式!$A$10", "_xlnm._FilterDatabase": "様式!$A$4:$B$10",
        "_xlnm.Print_Area": "様式!$A$1:$C$12", "_xlnm.Print_Titles": "様式!$4:$10",
    }  # fmt: skip
    assert opened(data).auto_filter.ref == "A4:B10"


def test_that_rules_of_both_generations_follow():
    def draw(book, sheet):
        other = book.add_worksheet("他")
        other.write("A1", 1)
        bar = {"type": "data_bar", "data_bar_2010": True}
        sheet.conditional_format("A5:A6", bar)
        sheet.conditional_format("B5", {"type": "formula", "criteria": "=$A5>2"})
        sheet.conditional_format("B7", {"type": "formula", "criteria": "=$A7>2"})
        sheet.data_validation("C5:C5", {"validate": "list", "source": ["男", "女"]})
        sheet.ignore_errors({"number_stored_as_text": "A5:B7"})

    data = grown(draw)
    root = tree(data, SHEET)
    rules = [each.get("sqref") for each in root.findall("{*}conditionalFormatting")]
    assert rules == ["A5:A10", "B5:B9", "B11"]
    assert [each.text for each in root.iter("{*}sqref")] == ["A5:A10"]
    assert [each.text for each in root.iter("{*}formula")] == ["$A5>2", "$A11>2"]
    assert root.find(".//{*}dataValidation").get("sqref") == "C5:C9"
    assert root.find(".//{*}ignoredError").get("sqref") == "A5:B11"


def test_that_newer_validations_with_areas_of_their_own_follow():
    extension = (
        '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14='
        '"http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:dataValidations '
        'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" count="1">'
        '<x14:dataValidation type="list"><x14:formula1><xm:f>様式!$F$6:$F$9</xm:f></x14:formula1>'
        "<xm:sqref>C5 C7</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>"
        "</worksheet>"
    ).encode()
    form = listed(plain)
    form = with_parts(form, {SHEET: parts(form)[SHEET].replace(b"</worksheet>", extension)})
    root = tree(fill(form, FIVE).data, SHEET)
    assert root.findtext(".//{*}sqref") == "C5:C9 C11"
    assert root.findtext(".//{*}formula1/{*}f") == "様式!$F$10:$F$13"


def test_that_tables_take_in_the_list_and_sparklines_are_repeated():
    def draw(book, sheet):
        columns = [{"header": "数"}, {"header": "倍", "total_function": "sum"}]
        sheet.add_table("A4:B6", {"name": "売上", "columns": columns, "total_row": True})
        sheet.write("A5", "{{表.数}}")
        sheet.add_sparkline("D5", {"range": "様式!A5:C5"})
        sheet.add_sparkline("D8", {"range": "様式!A8:C8"})

    data = grown(draw)
    table = tree(data, "xl/tables/table1.xml")
    assert (table.get("ref"), table.find("{*}autoFilter").get("ref")) == ("A4:B10", "A4:B9")
    lines = tree(data, SHEET).iter("{*}sparkline")
    pairs = {line.findtext("{*}sqref"): line.findtext("{*}f") for line in lines}
    assert pairs == {
        **{f"D{row}": f"様式!A{row}:C{row}" for row in range(5, 10)}, "D12": "様式!A12:C12",
    }  # fmt: skip


def test_that_comments_and_their_boxes_follow():
    data = grown(
        lambda _, sheet: (sheet.write_comment("B2", "上"), sheet.write_comment("B8", "下"))
    )
    comments = {
        c.get("ref"): "".join(c.itertext())
        for c in tree(data, "xl/comments1.xml").iter("{*}comment")
    }
    assert comments == {"B2": "上", "B12": "下"}
    old = parts(data)["xl/drawings/vmlDrawing1.vml"]
    assert b"<x:Row>1</x:Row>" in old
    assert b"<x:Row>11</x:Row>" in old


def test_that_old_drawings_need_not_be_sound():
    drawing = (
        b"<br><x:Anchor>\n 1, 15, %d, 2, 3, 15, %d, 4</x:Anchor><x:FmlaLink>$A$%d</x:FmlaLink>"
    )
    assert moved_vml(drawing % (6, 9, 6), GROWN) == drawing % (10, 13, 10)


def anchors(data: bytes) -> list[tuple[int, int]]:
    corners = ((a.find("{*}from"), a.find("{*}to")) for a in tree(data, DRAWING))
    return [(int(a.findtext("{*}row")), int(b.findtext("{*}row"))) for a, b in corners]


@pytest.mark.parametrize(
    ("position", "after"),
    [(1, (1, 11)), (2, (1, 7)), (3, (1, 7))],
    ids=["stretches", "moves only", "stays"],
)
def test_that_a_box_over_the_list_keeps_what_its_setting_says(position, after):
    box = {"height": 120, "object_position": position}
    assert anchors(grown(lambda _, sheet: sheet.insert_textbox("C2", "x", box))) == [after]


@pytest.mark.parametrize(("position", "row"), [(1, 11), (2, 11), (3, 7)])
def test_that_a_box_below_moves_unless_it_is_to_stay(position, row):
    box = {"height": 40, "object_position": position}
    data = grown(lambda _, sheet: sheet.insert_textbox("C8", "x", box))
    assert anchors(data) == [(row, row + 2)]


def test_that_what_is_drawn_in_the_row_is_repeated_with_it():
    def draw(book, sheet):
        sheet.set_row(4, 30)
        image = {"image_data": io.BytesIO(picture(10, 10)), "object_position": 1}
        sheet.insert_image("C5", "印.png", image)
        sheet.insert_image("C7", "印.png", image)

    data = grown(draw)
    assert sorted(anchors(data)) == [(n, n) for n in (4, 5, 6, 7, 8, 10)]
    ids = [entry.get("id") for entry in tree(data, DRAWING).iter("{*}cNvPr")]
    assert len(set(ids)) == 6


def test_that_a_chart_takes_in_the_list_and_keeps_its_size():
    def draw(book, sheet):
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=様式!$A$5:$A$5", "categories": "=様式!$B$6:$B$7"})
        sheet.insert_chart("E8", chart)
        book.add_worksheet("他")

    root = tree(grown(draw), "xl/charts/chart1.xml")
    assert [each.text for each in root.iter("{*}f")] == ["様式!$B$10:$B$11", "様式!$A$5:$A$9"]


def test_that_hidden_and_grouped_rows_breaks_and_protected_ranges_follow():
    def draw(book, sheet):
        sheet.set_row(4, 20, None, {"level": 1})
        sheet.set_row(7, None, None, {"hidden": True})
        sheet.set_h_pagebreaks([4, 5, 8])
        sheet.unprotect_range("A6:B8", "範囲")
        sheet.protect()

    data = grown(draw)
    sheet = opened(data)
    assert [sheet.row_dimensions[row].outlineLevel for row in (5, 9, 10)] == [1, 1, 0]
    assert sheet.row_dimensions[12].hidden
    assert [entry.id for entry in sheet.row_breaks.brk] == [4, 9, 12]
    assert tree(data, SHEET).find(".//{*}protectedRange").get("sqref") == "A10:B12"


def test_that_a_pivot_table_is_left_and_named():
    form = listed(plain)
    form = with_parts(form, {"xl/pivotTables/pivotTable1.xml": b"<x/>"})
    assert [finding.kind for finding in fill(form, FIVE).findings] == ["pivot"]


def test_that_two_lists_and_lists_side_by_side_grow_together(drawn, filled):
    def draw(sheet):
        sheet["A1"], sheet["C1"] = "{{甲.名}}", "{{乙.名}}"
        sheet["A2"], sheet["A3"], sheet["A4"] = "間", "{{丙.名}}", "=COUNTA(A1:A1)+COUNTA(A3:A3)"

    values = {
        "甲": [{"名": n} for n in "いろ"],
        "乙": [{"名": n} for n in "はにほ"],
        "丙": [{"名": n} for n in "への"],
    }
    rows = [[cell.value for cell in row] for row in filled(drawn(draw), values)["様式"].iter_rows()]
    assert [(row[0], row[2]) for row in rows] == [
        ("い", "は"), ("ろ", "に"), (None, "ほ"), ("間", None), ("へ", None), ("の", None),
        ("=COUNTA(A1:A3)+COUNTA(A5:A6)", None),
    ]  # fmt: skip


def test_that_elements_keep_their_prefixes_and_ignorable_names():
    form = listed(plain)
    old = parts(form)[SHEET]
    head = b'<worksheet xmlns:mc="http://c" mc:Ignorable="xr" xmlns:xr="http://b" xr:uid="1" '
    form = with_parts(form, {SHEET: old.replace(b"<worksheet ", head)})
    data = parts(fill(form, FIVE).data)[SHEET]
    assert head.rstrip() in data
    assert data.startswith(old[: old.index(b"<worksheet")])
    assert etree.fromstring(data).get("{http://b}uid") == "1"
