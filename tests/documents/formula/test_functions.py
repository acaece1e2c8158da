from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.formula.functions import CHOOSING, FUNCTIONS
from tests.documents.formula.workings import computed

CELLS = {
    "A1": 1, "A2": 2, "A3": 3, "A4": "x", "A6": True, "A7": -4.5, "A8": "12", "A9": "",
    "B1": "りんご", "B2": "みかん", "B3": "りんご", "B4": "ぶどう", "B5": "Apple", "B6": "apple",
    "B7": "ＡＢＣ", "B8": "a*b", "B9": "もも",
    **{f"C{row}": row * 10 for row in range(1, 10)},
    "D1": 46113, "D2": 46143.75, "D3": 43585, "D4": 43586, "D5": 60, "D6": 36526,
    "E1": 5, "E2": 3, "E3": 5, "E4": 1, "E5": 4, "F1": "=1/0", "F2": "=NA()", "F3": '="a"+1',
}  # fmt: skip


def _truths():
    lines = (Path(__file__).parent / "truths.txt").read_text("utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if not line.startswith("#")]


def _meant(text):
    if text in {"TRUE", "FALSE"}:
        return text == "TRUE"
    if text.startswith('"'):
        return text[1:-1]
    try:
        return pytest.approx(float(text), rel=1e-12)
    except ValueError:
        return text


TRUTHS = _truths()


@pytest.mark.parametrize("family", range(8))
def test_that_functions_give_what_excel_gives(family):
    wrong = []
    for formula, result in TRUTHS[family::8]:
        found = computed(formula, CELLS)
        meant = _meant(result)
        if found != meant or isinstance(found, bool) is not isinstance(meant, bool):
            wrong.append((formula, found, result))
    assert wrong == []


def test_that_every_function_has_a_truth():
    seen = "\n".join(formula for formula, _ in TRUTHS)
    names = {*FUNCTIONS, *CHOOSING} - {":", " "}
    missing = {name for name in names if f"{name}(" not in seen}
    assert missing <= {
        "AREAS", "AVERAGEIFS", "CEILING.MATH", "CEILING.PRECISE", "FLOOR.MATH", "FLOOR.PRECISE",
        "HYPERLINK", "ISFORMULA", "ISNONTEXT", "MAXA", "MINA", "MODE.SNGL", "NA", "NOW",
        "PERCENTILE.INC", "QUARTILE.INC", "RANK.EQ", "SHEET", "SINGLE", "STDEV.P", "STDEV.S",
        "TRUE", "FALSE", "VAR.P", "VAR.S", "VARP",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("formula", "result"),
    [
        ("AREAS((A1,B1:B2))", 2),
        ("AVERAGEIFS(C1:C9,B1:B9,B1)", 20),
        ("CEILING.MATH(-2.5)", -2),
        ("FLOOR.MATH(-2.5)", -3),
        ('HYPERLINK("http://x","見る")', "見る"),
        ("ISFORMULA(F1)", True),
        ("ISNONTEXT(1)", True),
        ("MAXA(A4:A6)", 1),
        ("MINA(A3:A4)", 0),
        ("IF(TRUE(),NA(),1)", "#N/A"),
        ("PERCENTILE.INC(C1:C9,1)", 90),
        ("SHEET()", 1),
        ("_xlfn.STDEV.P(C1:C4)", pytest.approx(11.180339887498949)),
        ("_xlfn.SINGLE(A1)", 1),
    ],
)
def test_that_newer_spellings_are_known(formula, result):
    assert computed(formula, CELLS) == result


_PIECES = [
    "SUM(", "IF(", "TEXT(", "VLOOKUP(", "DATE(", "INDEX(", "OFFSET(", "MID(", "ROUND(", "COUNTIF(",
    "LARGE(", "REPT(", "EDATE(", "A1", "C1:C9", "B:B", "D1", "F1", "1", "-1", "1E300", "0", '"x"',
    '""', "TRUE", ",", ",", ")", ")", "+", "*", "/", "^", "&", "=", "<", "{1,2;3,4}", "%",
]  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=9))
def test_that_any_formula_can_be_tried(pieces):
    computed("".join(pieces), CELLS)


@given(st.sampled_from(sorted(FUNCTIONS)), st.lists(st.sampled_from(
    ["A1", "C1:C9", "F1", "-1", "1E300", '"x"', '"2026/4/1"', "TRUE", "A5", "{1,2}", "99999999"]
), max_size=4))  # fmt: skip
def test_that_any_arguments_can_be_tried(name, arguments):
    computed(f"{name}({','.join(arguments)})" if name.strip(": ") else "1", CELLS)
