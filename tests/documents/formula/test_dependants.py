from __future__ import annotations

import pytest

from app.documents.formula.dependants import Dependants
from tests.documents.formula.workings import Workings


def _changed(cells, seed, *, names=None, **sheets):
    workings = Workings(表=cells, names=names or {}, **sheets)
    grid = workings.grids["表"]
    found = Dependants(workings.sheets, [grid]).of([(grid, seed)])
    return {(place.name, at) for place, at in found} - {("表", seed)}


def test_that_what_is_built_on_a_cell_is_found_over_any_steps():
    cells = {"A1": "=1", "A2": "=A1", "A3": "=SUM(A2:A2)", "B1": "=C1", "B2": "=SUM(A1:A400)"}
    assert _changed(cells, (1, 1)) == {("表", (2, 1)), ("表", (3, 1)), ("表", (2, 2))}


@pytest.mark.parametrize(
    "formula",
    ["=別!A1", "=税率", "=SUM(別:表!A1)", "=別!$A:$A A1:A9", '=INDIRECT("A1")', "=OFFSET(C1,0,-2)",
     "=IF(FALSE,A1,0)", "=A1:INDEX(C:C,2)", "=未知の式("],
)  # fmt: skip
def test_that_every_kind_of_reference_counts(formula):
    found = _changed({"A1": "=1", "C9": formula}, (1, 1), names={"税率": "表!$A$1"},
                     別={"A1": "=表!A1"})  # fmt: skip
    assert ("表", (9, 3)) in found


def test_that_sheets_are_read_only_where_they_are_needed():
    workings = Workings(表={"A1": "=別!A1"}, 別={"A1": "=1"}, 無関係={"A1": "=1"})
    found = Dependants(workings.sheets, [workings.grids["表"]])
    assert [grid.name for grid in found.grids] == ["表", "別"]


def test_that_a_great_many_areas_are_taken_as_hit():
    cells = {f"C{row}": f"=SUM(A{row}:B{row + 200})" for row in range(1, 300)}
    workings = Workings(表=cells)
    found = Dependants(workings.sheets, [workings.grids["表"]])
    found._steps = 10
    assert len(found.of([(workings.grids["表"], (1, 1))])) == 300
