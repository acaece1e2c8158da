from __future__ import annotations

from datetime import datetime

import pytest

from app.documents.form.addresses import Area
from app.documents.formula.tables import Table
from tests.documents.formula.workings import Workings, computed


def test_that_a_long_chain_needs_no_recursion():
    cells = {f"A{row}": f"=A{row + 1}+1" for row in range(1, 20_000)}
    assert Workings(表={**cells, "A20000": 1}).value("A1") == 20_000


def test_that_totals_of_totals_are_computed():
    cells = {f"A{row}": f"=SUM(A$1:A{row - 1})+1" for row in range(2, 400)}
    assert Workings(表={"A1": 1, **cells}).value("A12") == 2.0**11


@pytest.mark.parametrize(
    "cells",
    [
        {"A1": "=A1"},
        {"A1": "=B1", "B1": "=C1+1", "C1": "=A1*2"},
        {"A1": "=SUM(A:A)"},
        {"A1": "=B1", "B1": "=B1"},
        {"A1": '=INDIRECT("A"&1)'},
    ],
)
def test_that_a_circle_is_named(cells):
    assert "循環参照" in Workings(表=cells).value("A1")


def test_that_a_circle_in_what_is_not_chosen_does_no_harm():
    cells = {"A1": "=IF(TRUE,1,A1)", "B1": "=IF(C1>0,5,B2)", "C1": 1, "B2": "=B1"}
    assert Workings(表=cells).value("A1") == 1
    assert Workings(表=cells).value("B2") == 5


def test_that_cells_beside_a_circle_are_computed():
    workings = Workings(表={"A1": "=B1", "B1": "=A1", "C1": "=1+1", "D1": "=A1+C1"})
    assert "循環" in workings.value("D1")
    assert workings.value("C1") == 2


def test_that_other_sheets_and_names_are_read():
    workings = Workings(
        表={
            "A1": "=設定!B2*税率",
            "A2": "=SUM(一覧)",
            "A3": "=左",
            "A4": "='設定'!$B$2:$B$3 設定!B3:C3",
        },
        設定={"B2": 1_000, "B3": 5},
        names={"税率": "0.1", "一覧": "設定!$B$2:$B$3", "左": "設定!A1", "二重": "税率*2"},
    )
    assert workings.value("A1") == 100
    assert workings.value("A2") == 1_005
    assert workings.value("A4") == 5


def test_that_names_that_name_one_another_end():
    workings = Workings(表={"A1": "=甲"}, names={"甲": "乙+1", "乙": "甲+1"})
    assert workings.value("A1").startswith("Failed")


def test_that_relative_names_go_with_the_cell():
    # Written for A1, so XFD1 is the cell to the left.
    workings = Workings(表={"B5": 7, "C5": "=左隣"}, names={"左隣": "表!XFD1"})
    assert workings.value("C5") == 7


def test_that_a_run_of_sheets_is_summed():
    workings = Workings(
        表={"A1": "=SUM('1月:3月'!C5)", "A2": "=COUNT('3月:1月'!C:C)"},
        **{"1月": {"C5": 1}, "2月": {"C5": 2}, "3月": {"C5": 4}},
    )
    assert workings.value("A1") == 7
    assert workings.value("A2") == 3


def test_that_an_area_meets_the_cell_level_with_it():
    cells = {"A1": 1, "A2": 2, "A3": 3, "B2": "=A1:A3*10", "B9": "=A1:A3"}
    assert Workings(表=cells).value("B2") == 20
    assert Workings(表=cells).value("B9") == "#VALUE!"


def test_that_array_formulas_fill_their_area():
    cells = {"A1": 1, "A2": 2, "C1": "{C1:C3}=A1:A2*10", "D1": "{D1:D1}=SUM((A1:A2>1)*A1:A2)"}
    workings = Workings(表=cells)
    assert [workings.value(cell) for cell in ("C1", "C2", "C3", "D1")] == [10, 20, "#N/A", 2]


def test_that_whole_columns_end_where_the_workbook_does():
    cells = {f"A{row}": row for row in range(1, 50)}
    assert computed("SUMPRODUCT((A:A>40)*1)", cells) == 9
    assert computed("COUNTBLANK(A:A)", cells) == 1_048_576 - 49
    assert computed("ROWS(A:A)", cells) == 1_048_576


def test_that_a_lone_cell_far_away_costs_nothing():
    workings = Workings(表={"A1": "=SUM(遠!A:XFD)+COUNTA(遠!1:1048576)"}, 遠={"XFD1048576": 5})
    assert workings.value("A1") == 6


def test_that_too_much_work_is_given_up():
    cells = {"A1": 1, "XFD1048576": 1}
    assert "多すぎる" in computed("SUMPRODUCT(A1:XFD1048576*1)", cells)


def test_that_the_day_is_the_one_given():
    moment = datetime(2026, 4, 1, 18)
    assert computed("TODAY()", moment=moment) == 46_113
    assert computed('TEXT(NOW(),"m/d h:mm")', moment=moment) == "4/1 18:00"
    assert computed("TODAY()", moment=moment, from_1904=True) == 46_113 - 1_462


def test_that_days_may_count_from_1904():
    assert computed("DATE(2026,4,1)", from_1904=True) == 44_651
    assert computed("WEEKDAY(DATE(2026,4,1))", from_1904=True) == 4
    assert computed('TEXT(DATE(2026,4,1),"yyyy/m/d(aaa)")', from_1904=True) == "2026/4/1(水)"


TABLE = Table("表", Area(1, 1, 4, 2), ("品名", "金額"), 1, 1)


@pytest.mark.parametrize(
    ("formula", "result"),
    [
        ("SUM(売上[金額])", 30),
        ("売上[[#Totals],[金額]]", 99),
        ("売上[[#Headers],[金額]]", "金額"),
        ("COUNTA(売上[#All])", 7),
        ("COUNTA(売上)", 4),
        ("売上[なし]", "#REF!"),
        ("なし[金額]", "#NAME?"),
    ],
)
def test_that_tables_are_read_by_their_headings(formula, result):
    cells = {"A1": "品名", "B1": "金額", "A2": "甲", "B2": 10, "A3": "乙", "B3": 20, "B4": 99}
    assert computed(formula, cells, tables={"売上": TABLE}) == result


def test_that_a_row_of_a_table_is_the_formulas_own():
    cells = {"B2": 10, "B3": 20, "C3": "=売上[[#This Row],[金額]]*2", "C4": "=売上[@金額]"}
    workings = Workings(表=cells, tables={"売上": TABLE})
    assert workings.value("C3") == 40
    assert workings.value("C4") == "#REF!"


def test_that_errors_go_through_until_they_are_caught():
    cells = {"A1": "=1/0", "A2": "=A1+1", "A3": '=IFERROR(A2,"済")', "A4": "=SUM(A1:A3)"}
    workings = Workings(表=cells)
    assert [workings.value(f"A{row}") for row in (2, 3, 4)] == ["#DIV/0!", "済", "#DIV/0!"]


def test_that_subtotals_leave_out_subtotals():
    cells = {"A1": 1, "A2": 2, "A3": "=SUBTOTAL(9,A1:A2)", "A4": 4, "A5": "=SUBTOTAL(9,A1:A4)"}
    assert Workings(表=cells).value("A5") == 7


def test_that_running_totals_upwards_are_computed():
    cells = {f"A{row}": f"=SUM(A{row + 1}:A2001)" for row in range(1, 2_001)}
    assert Workings(表={**cells, "A2001": 1}).value("A1998") == 4


def test_that_names_that_double_one_another_are_given_up():
    names = {f"名{step}": f"名{step + 1}+名{step + 1}" for step in range(100)}
    assert Workings(表={"A1": "=名0"}, names=names).value("A1").startswith("Failed")


@pytest.mark.parametrize(
    ("formula", "result"),
    [
        ("SUM({1,2,3}+{10;20})", 102),
        ("SUM(IFERROR({1,2,3}+{1,2},100))", 106),
        ('SUMPRODUCT(LEN({"a","bb"}))', 3),
        ("SUMPRODUCT(({1;2;3}>1)*{10;20;30})", 50),
        ('INDEX(IF({1,0},"甲","乙"),1,2)', "乙"),
    ],
)
def test_that_arrays_meet_element_by_element(formula, result):
    assert computed(formula) == result
