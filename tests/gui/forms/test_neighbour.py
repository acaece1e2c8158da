"""A grid of two columns whose first has a merged cell two rows high.

| 1 | 2 |
|   | 3 |
|   4   |
"""

from __future__ import annotations

import pytest

from app.documents.print.sheet_picture import CellBox
from app.gui.forms.neighbour import DOWN, LEFT, RIGHT, UP, first_box, neighbour

ONE = CellBox(1, 1, 0, 0, 50, 40)
TWO = CellBox(1, 2, 50, 0, 50, 20)
THREE = CellBox(2, 2, 50, 20, 50, 20)
FOUR = CellBox(3, 1, 0, 40, 100, 20)
BOXES = (TWO, FOUR, ONE, THREE)


@pytest.mark.parametrize(
    ("here", "way", "found"),
    [
        (ONE, RIGHT, TWO),
        (ONE, DOWN, FOUR),
        (TWO, LEFT, ONE),
        (TWO, DOWN, THREE),
        (THREE, LEFT, ONE),
        (THREE, UP, TWO),
        (FOUR, UP, ONE),
        (ONE, LEFT, None),
        (ONE, UP, None),
        (FOUR, RIGHT, None),
        (FOUR, DOWN, None),
    ],
)
def test_that_arrows_lead_to_the_cell_beside(
    here: CellBox, way: tuple[int, int], found: CellBox | None
) -> None:
    assert neighbour(BOXES, here, way) == found


def test_that_they_begin_at_the_top_left() -> None:
    assert first_box(BOXES) == ONE
    assert first_box(()) is None
