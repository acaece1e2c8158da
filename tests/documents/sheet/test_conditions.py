from __future__ import annotations

import io
import zipfile
from datetime import datetime

import pytest
import xlsxwriter

from app.documents.form.addresses import split_cell
from app.documents.sheet.book import Book
from app.documents.sheet.look import Edge


class Drawn:
    """A sheet 表 with values in column A, opened with its conditional formats."""

    def __init__(self, values, rules, *, moment=datetime(2026, 4, 1), more=None):
        stream = io.BytesIO()
        book = xlsxwriter.Workbook(stream)
        sheet = book.add_worksheet("表")
        for row, value in enumerate(values):
            if isinstance(value, datetime):
                sheet.write_datetime(row, 0, value)
            elif value is not None:
                sheet.write(row, 0, value)
        if more:
            more(book, sheet)
        for area, rule in rules:
            format_ = rule.get("format")
            kept = {**rule, "format": book.add_format(format_)} if format_ else rule
            sheet.conditional_format(area, kept)
        book.close()
        (self.sheet,) = Book(stream.getvalue(), moment).sheets(["表"])

    def look(self, cell):
        return self.sheet.look(*(split_cell(cell) or (1, 1)))

    def red(self, column="A", last=12):
        """Return the rows of a column that are filled with red."""
        return [row for row in range(1, last) if self.look(f"{column}{row}").fill == "FF0000"]


RED = {"bg_color": "#FF0000"}
NUMBERS = [5, 1, 9, 3, None, "文", 7, 7]


def _rule(kind, **rest):
    return [("A1:A8", {"type": kind, "format": RED, **rest})]


@pytest.mark.parametrize(
    ("rules", "rows"),
    [
        (_rule("cell", criteria=">", value=5), [3, 6, 7, 8]),
        (_rule("cell", criteria="=", value='"文"'), [6]),
        (_rule("cell", criteria="between", minimum=7, maximum=3), [1, 4, 7, 8]),
        (_rule("cell", criteria="not between", minimum=3, maximum=7), [2, 3, 5, 6]),
        (_rule("cell", criteria="<", value="$A$1"), [2, 4, 5]),
        (_rule("formula", criteria="=$A1=7"), [7, 8]),
        (_rule("formula", criteria="=AND(ISNUMBER(A1),MOD(ROW(),2)=0)"), [2, 4, 8]),
        (_rule("formula", criteria="=A1/0"), []),
        (_rule("formula", criteria='="TRUE"'), [1, 2, 3, 4, 5, 6, 7, 8]),
        (_rule("blanks"), [5]),
        (_rule("no_blanks"), [1, 2, 3, 4, 6, 7, 8]),
        (_rule("text", criteria="containing", value="文"), [6]),
        (_rule("text", criteria="begins with", value="文"), [6]),
        (_rule("text", criteria="not containing", value="文"), [1, 2, 3, 4, 5, 7, 8]),
        (_rule("duplicate"), [7, 8]),
        (_rule("unique"), [1, 2, 3, 4, 6]),
        (_rule("top", value=3), [3, 7, 8]),
        (_rule("bottom", value=1), [2]),
        (_rule("top", value=50, criteria="%"), [3, 7, 8]),
        (_rule("average", criteria="above"), [3, 7, 8]),
        (_rule("average", criteria="below"), [1, 2, 4]),
        (_rule("average", criteria="1 std dev above"), [3]),
    ],
)
def test_that_a_rule_holds_where_excel_says_so(rules, rows):
    assert Drawn(NUMBERS, rules).red() == rows


def test_that_errors_are_found():
    def more(_, sheet):
        sheet.write_formula("A1", "=1/0", None, "#DIV/0!")

    assert Drawn([1, 2], _rule("errors"), more=more).red() == [1]
    assert Drawn([1, 2], [("A1:A2", {"type": "no_errors", "format": RED})], more=more).red() == [2]


@pytest.mark.parametrize(
    ("when", "rows"), [("yesterday", [1]), ("today", [2]), ("this month", [2])]
)
def test_that_days_are_seen_from_the_day_of_the_print(when, rows):
    days = [datetime(2026, 3, 31), datetime(2026, 4, 1), datetime(2025, 1, 1)]
    assert Drawn(days, [("A1:A3", {"type": "time_period", "criteria": when, "format": RED})]).red(
        last=4
    ) == rows  # fmt: skip


def test_that_the_day_must_be_known():
    drawn = Drawn([1], _rule("time_period", criteria="today"), moment=None)
    assert drawn.red() == []
    (sentence,) = drawn.sheet.conditions.unshown
    assert "A1の条件付き書式" in sentence


def test_that_the_first_rule_wins_where_two_say_something():
    rules = [
        ("A1:A8", {"type": "cell", "criteria": ">", "value": 6, "format": {"bg_color": "#00FF00"}}),
        ("A1:A8", {"type": "cell", "criteria": ">", "value": 4,
                   "format": {"bg_color": "#FF0000", "bold": True}}),
    ]  # fmt: skip
    drawn = Drawn(NUMBERS, rules)
    assert (drawn.look("A3").fill, drawn.look("A3").font.bold) == ("00FF00", True)
    assert (drawn.look("A1").fill, drawn.look("A1").font.bold) == ("FF0000", True)


def test_that_a_rule_may_stop_the_others():
    rules = [
        ("A1:A8", {"type": "cell", "criteria": ">", "value": 6, "stop_if_true": True,
                   "format": {"italic": True}}),
        ("A1:A8", {"type": "cell", "criteria": ">", "value": 4, "format": RED}),
    ]  # fmt: skip
    assert Drawn([5, 9], rules).red() == [1]


def test_that_all_of_a_look_can_change():
    format_ = {
        "font_color": "#0000FF", "bold": True, "italic": True, "underline": 1, "num_format": "0.00",
        "font_strikeout": True, "bottom": 1, "bottom_color": "#00FF00",
    }  # fmt: skip
    look = Drawn([5], [("A1", {"type": "no_blanks", "format": format_})]).look("A1")
    assert (look.font.colour, look.font.bold, look.font.italic) == ("0000FF", True, True)
    assert (look.font.underline, look.font.strike, look.format) == ("single", True, "0.00")
    assert look.borders.bottom == Edge("thin", "00FF00")
    assert look.borders.top is None


def test_that_what_is_switched_on_can_be_switched_off():
    def more(book, sheet):
        sheet.write(0, 0, 5, book.add_format({"bold": True, "bg_color": "#FF0000", "size": 20}))

    rule = {"type": "no_blanks", "format": {"font_color": "#0000FF"}}
    look = Drawn([], [("A1", rule)], more=more).look("A1")
    assert (look.font.bold, look.font.size, look.fill) == (True, 20, "FF0000")


def test_that_empty_cells_and_other_sheets_count():
    def more(book, sheet):
        hidden = book.add_worksheet("設定")
        hidden.write_formula("A1", "=2+3", None, "")
        hidden.hide()
        sheet.write("C3", 9)

    rules = [("B1:C3", {"type": "formula", "criteria": "=B1<設定!$A$1", "format": RED})]
    drawn = Drawn([], rules, more=more)
    assert (drawn.red("B"), drawn.red("C")) == ([1, 2, 3], [1, 2])


def test_that_rules_of_the_newer_kind_are_read():
    assert _newer().red() == [2]


def _newer():
    """Return a sheet whose rule stands in the list of extensions, as Excel 2010 writes it."""
    stream, out = io.BytesIO(), io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    sheet = book.add_worksheet("表")
    sheet.write_column("A1", [1, 2])
    book.add_worksheet("別").write("A1", 2)
    book.close()
    rule = (
        b'<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" '
        b'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" '
        b'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">'
        b"<x14:conditionalFormattings><x14:conditionalFormatting>"
        b'<x14:cfRule type="expression" priority="1" id="{0}"><xm:f>A1=\xe5\x88\xa5!$A$1</xm:f>'
        b'<x14:dxf><fill><patternFill><bgColor rgb="FFFF0000"/></patternFill></fill></x14:dxf>'
        b"</x14:cfRule><xm:sqref>A1:A2</xm:sqref>"
        b"</x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst></worksheet>"
    )
    with zipfile.ZipFile(io.BytesIO(stream.getvalue())) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            raw = old.read(name)
            first = name.endswith("sheet1.xml")
            new.writestr(name, raw.replace(b"</worksheet>", rule) if first else raw)
    drawn = Drawn.__new__(Drawn)
    (drawn.sheet,) = Book(out.getvalue()).sheets(["表"])
    return drawn


def test_that_colour_scales_colour_numbers():
    rule = {"type": "2_color_scale", "min_color": "#000000", "max_color": "#FFFFFF"}
    drawn = Drawn([0, 5, 10, "文"], [("A1:A4", rule)])
    assert [drawn.look(f"A{row}").fill for row in (1, 2, 3, 4)] == [
        "000000",
        "808080",
        "FFFFFF",
        "",
    ]
    three = {"type": "3_color_scale", "min_color": "#FF0000", "mid_color": "#FFFFFF",
             "max_color": "#0000FF", "mid_type": "num", "mid_value": 2}  # fmt: skip
    drawn = Drawn([0, 2, 10], [("A1:A3", three)])
    assert [drawn.look(f"A{row}").fill for row in (1, 2, 3)] == ["FF0000", "FFFFFF", "0000FF"]


def test_that_bars_and_icons_are_named():
    rules = [
        ("A1:A2", {"type": "data_bar"}),
        ("B1", {"type": "icon_set", "icon_style": "3_arrows"}),
    ]
    drawn = Drawn([1, 2], rules)
    for cell in ("A1", "A2", "B1"):
        drawn.look(cell)
    sentences = list(drawn.sheet.conditions.unshown)
    assert len(sentences) == 2
    assert "データバー" in sentences[0]


def test_that_nonsense_rules_do_no_harm():
    rules = [
        ("A1:A2", {"type": "formula", "criteria": "=NICHTS(A1)", "format": RED}),
        ("A1:A2", {"type": "formula", "criteria": "=A1+", "format": RED}),
        ("A1:A2", {"type": "cell", "criteria": ">", "value": "=B1:B", "format": RED}),
    ]
    drawn = Drawn([1, 2], rules)
    assert drawn.red() == []
    assert len(drawn.sheet.conditions.unshown) >= 1


def test_that_a_rule_over_many_cells_is_judged_once_each():
    drawn = Drawn(
        [1], [("A1:Z400", {"type": "formula", "criteria": "=MOD(ROW(),2)=0", "format": RED})]
    )
    filled = sum(
        drawn.sheet.look(row, column).fill == "FF0000"
        for row in range(1, 401)
        for column in range(1, 27)
    )
    assert filled == 5_200
