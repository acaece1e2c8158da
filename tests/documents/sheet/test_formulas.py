from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.sheet.cells import Cell, Row
from app.documents.sheet.colours import Palette
from app.documents.sheet.formulas import compute
from app.documents.sheet.look import CellError
from app.documents.sheet.page_setup import PageSetup
from app.documents.sheet.styles import Styles
from app.documents.sheet.worksheet import Worksheet


def _computed(formula, *values):
    """Return what the formula in A1 gives when the values stand in B1, B2 …"""
    rows = {1: Row(None, hidden=False, style=None, cells={1: Cell(None, 0, formula)})}
    for place, value in enumerate(values, 1):
        row = rows.setdefault(place, Row(None, hidden=False, style=None))
        is_formula = isinstance(value, str) and value.startswith("=")
        row.cells[2] = Cell(None, 0, value[1:]) if is_formula else Cell(value, 0)
    sheet = Worksheet(
        "表", Styles(None, Palette()), rows, [], [], PageSetup(), 15.0, None, 8,
        rows_hidden=False, shows_zeros=True,
    )  # fmt: skip
    compute(sheet)
    return sheet.cell(1, 1).value


MARKS = ("○", "×", "○", "遅", None)


@pytest.mark.parametrize(
    ("formula", "values", "result"),
    [
        ('COUNTIF(B1:B5,"○")', MARKS, 2.0),
        ('COUNTIF(B1:B5,"<>○")', MARKS, 3.0),
        ('COUNTIF($B$1:$B$5,"*")', MARKS, 4.0),
        ('COUNTIF(B1:B3,">=2")', (1.0, 2.0, 3.0), 2.0),
        ("COUNTIF(B1:B3,B1)", ("a", "A", "b"), 2.0),
        ("COUNTA(B1:B5)", MARKS, 4.0),
        ("COUNTBLANK(B1:B5)", MARKS, 1.0),
        ("COUNT(B1:B3)", (1.0, "x", 2.0), 2.0),
        ("SUM(B1:B3)", (0.1, 0.2, "x"), 0.3),
        ("SUM(B1:B3,10)", (1.0, 2.0, None), 13.0),
        ("AVERAGE(B1:B2)", (1.0, 2.0), 1.5),
        ("MAX(B1:B2)-MIN(B1:B2)", (1.0, 5.0), 4.0),
        ("B1*B2+2^3-50%", (2.0, 3.0), 13.5),
        ("-B1+-2", (1.0,), -3.0),
        ("ROUND(B1/3,2)", (2.0,), 0.67),
        ('IF(B1="","",B1*2)', (None,), ""),
        ('IF(B1="","",B1*2)', (4.0,), 8.0),
        ('IF(B1>=5,"修了","")', (5.0,), "修了"),
        ('B1&"回"', (5.0,), "5回"),
        ("B1", (None,), 0.0),
        ("B1/B2", (1.0, 0.0), CellError("#DIV/0!")),
        ("B1+1", ("=B2*2", 4.0), 9.0),
        ('"a"="A"', (), True),
        ("1<2", (), True),
    ],
)
def test_that_what_forms_use_is_computed(formula, values, result):
    found = _computed(formula, *values)
    assert found == (pytest.approx(result) if isinstance(result, float) else result)


@pytest.mark.parametrize(
    "formula",
    [
        "VLOOKUP(1,B1:B2,1)", "A1+1", "SUM(A1:B2)", "表2!B1", "SUM(", "1+", "B1:B3", "名前",
        '"a"+1', "(" * 300 + "1" + ")" * 300, "-" * 500 + "1", "9^9^9^9", "?", "{1,2}",
    ],
)  # fmt: skip
def test_that_anything_else_stays_empty(formula):
    assert _computed(formula, 1.0, 2.0) is None


def test_that_a_circle_over_two_cells_stays_empty():
    assert _computed("B1", "=B2", "=B1") is None


@given(st.text(alphabet='AB12:$()+-*/^&=<>,"%.IFSUMCOT ', max_size=25))
def test_that_any_text_can_be_tried(formula):
    _computed(formula, 1.0, "x", None)
