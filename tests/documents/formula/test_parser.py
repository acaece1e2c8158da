from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.formula.parser import parse
from app.documents.formula.scalars import Uncomputable
from app.documents.formula.tree import Call, Cells, Constant, Name, Operation, TablePart
from tests.documents.formula.workings import computed


@pytest.mark.parametrize(
    ("formula", "result"),
    [
        ("2+3*4", 14),
        ("(2+3)*4", 20),
        ("10-4-3", 3),
        ("2^3^2", 64),
        ("-3^2", 9),
        ("--TRUE", 1),
        ("1+2&3+4", "37"),
        ("1&2=12", False),
        ('1&2="12"', True),
        ("50%%", 0.005),
        (" 1 +\n2 ", 3),
        ('"a""b"', 'a"b'),
        (".5+1.", 1.5),
        ("1E2+1e-1", 100.1),
        ("+".join(["1"] * 4_000), 4_000),
        ("-" * 500 + "1", 1),
        ("(" * 50 + "1" + ")" * 50, 1),
        ("IF(1,,2)", 0),
        ("#REF!+1", "#REF!"),
        ("@A1", 0),
    ],
)
def test_that_operators_bind_as_in_excel(formula, result):
    assert computed(formula) == result


def test_that_references_are_told_apart_from_names():
    assert isinstance(parse("$A$1"), Cells)
    assert isinstance(parse("A:C"), Cells)
    assert isinstance(parse("1:3"), Cells)
    assert isinstance(parse("AB12CD"), Name)
    assert isinstance(parse("税率"), Name)
    assert parse("TRUE") == Constant(True)
    assert isinstance(parse("表1[[#This Row],[金額]]"), TablePart)
    assert isinstance(parse("LOG10(1)"), Call)


def test_that_sheets_may_have_any_name():
    for name, sheet in (
        ("'4月 分'!A1", "4月 分"), ("計画書②!A1", "計画書②"), ("'It''s'!A1:B2", "It's"),
    ):  # fmt: skip
        node = parse(name)
        assert isinstance(node, Cells)
        assert node.sheets == (sheet, sheet)
    node = parse("'1月:12月'!C5")
    assert isinstance(node, Cells)
    assert node.sheets == ("1月", "12月")


@pytest.mark.parametrize(
    "formula",
    [
        "", "1+", "SUM(", "SUM(1", ")", "{1,2;3}", "{1,A1}", "1 2", '"a', "'表!A1", "A1048577",
        "XFE1:XFE2", "=" * 3, "(" * 100 + "1" + ")" * 100, "1" * 9_000, "[1]Sheet!A1", "a b c",
    ],
)  # fmt: skip
def test_that_anything_else_is_not_computed(formula):
    result = computed(formula)
    assert str(result).startswith("Failed") or result == "#NAME?"


@given(st.text(alphabet="AB12:$()+-*/^&=<>,\"%.{};'![]# SUMIF", max_size=30))
def test_that_any_text_is_read_or_refused(text):
    with suppress(Uncomputable):
        assert parse(text) is not None


def test_that_a_run_of_operators_is_one_node():
    tree = parse("1+2-3")
    assert isinstance(tree, Operation)
    assert [sign for sign, _ in tree.rest] == ["+", "-"]
