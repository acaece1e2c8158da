"""The formulas of a workbook computed in whatever order they need one another.

A formula is tried; where it meets a cell that has to be computed first, that one is put on top of
the pile and the formula is tried again later.  So a chain of any length needs no recursion, and
only what is really read is computed.
"""

from __future__ import annotations

from collections.abc import Iterable

from app.documents.form.addresses import Area
from app.documents.formula.evaluation import Evaluation
from app.documents.formula.grid import Grid, Place, Waiting, Written
from app.documents.formula.scalars import Scalar, Uncomputable
from app.documents.formula.values import Array
from app.documents.formula.workbook import Sheets

Spot = tuple[Grid, Place]

_CIRCLE = "計算が自分自身に戻ってくる(循環参照)"
_HIGHEST_PILE = 200_000


class Calculation:
    """Computes cells that were opened (``Grid.open``) before."""

    def __init__(self, sheets: Sheets) -> None:
        """Compute with these sheets."""
        self._sheets = sheets
        self._spread: dict[tuple[Grid, Place], Array] = {}

    def compute(self, wanted: Iterable[Spot]) -> None:
        """Compute these cells and what they need; reasons of failures stand in ``Grid.failed``."""
        for spot in wanted:
            self._compute(spot)

    def _compute(self, spot: Spot) -> None:
        pile, busy = [spot], dict[Spot, None]()
        while pile:
            top = pile[-1]
            if self._is_done(top):
                pile.pop()
                busy.pop(top, None)
                continue
            needed = self._tried(*top)
            if needed:
                busy[top] = None
                circle = next((other for other in needed if other in busy), None)
                if circle is None:
                    pile += needed if len(pile) < _HIGHEST_PILE else needed[-1:]
                else:
                    _give_up(list(busy), circle)

    def _tried(self, grid: Grid, place: Place) -> list[Spot]:
        """Compute a cell, or return the cells that have to be computed first."""
        try:
            grid.put(place, self._result(grid, place, grid.formulas[place]))
        except Waiting as waiting:
            # The furthest on top: running totals go from there to this cell.
            below = waiting.grid is grid and waiting.places[0] > place
            needed = waiting.places if below else reversed(waiting.places)
            return [(waiting.grid, other) for other in needed]
        except (Uncomputable, RecursionError) as failure:
            reason = failure.reason if isinstance(failure, Uncomputable) else "式が長すぎる"
            grid.failed[place] = reason
        return []

    def _is_done(self, spot: Spot) -> bool:
        grid, place = spot
        return place in grid.failed or not grid.is_open(place)

    def _result(self, grid: Grid, place: Place, written: Written) -> Scalar:
        if written.spread is None:
            return Evaluation(self._sheets, grid, place, written.home).result(written.tree)
        return self._of_spread(grid, place, written, written.spread)

    def _of_spread(self, grid: Grid, place: Place, written: Written, spread: Area) -> Scalar:
        key = (grid, written.home)
        if key not in self._spread:
            here = Evaluation(self._sheets, grid, written.home, written.home, arrays=True)
            value = here.single(written.tree)
            self._spread[key] = value if isinstance(value, Array) else Array([[value]])
        found = self._spread[key].stretched(place[0] - spread.top, place[1] - spread.left)
        return 0.0 if found is None else found


def _give_up(busy: list[Spot], circle: Spot) -> None:
    """Give up every cell of a circle: those under way since the one that is needed again."""
    for grid, place in busy[busy.index(circle) :]:
        grid.failed[place] = _CIRCLE
