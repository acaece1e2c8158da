"""The grids of cells: weekdays × parts of the day, and months."""

from __future__ import annotations

import random

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.gui.widgets.cell_grid import Cell, CellGrid
from app.gui.widgets.week_grid import MonthGrid, WeekGrid
from app.supporters.availability import (
    MONTHS_OF_YEAR,
    PARTS_OF_WEEK,
    DayPart,
    months_of,
    parts_of,
    week_of,
    year_of,
)

LEFT = Qt.MouseButton.LeftButton


def shown(grid: CellGrid, qtbot: QtBot) -> None:
    qtbot.addWidget(grid)
    grid.show()
    grid.activateWindow()
    qtbot.waitUntil(grid.isActiveWindow)
    grid.setFocus()


def click(grid: CellGrid, cell: Cell) -> None:
    QTest.mouseClick(grid, LEFT, pos=grid.place_of(cell).center())


def press(grid: CellGrid, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(grid, key)


def test_that_any_week_and_any_months_come_back_as_they_were_shown(qtbot: QtBot) -> None:
    week, months, draw = WeekGrid(), MonthGrid(), random.Random(5)
    qtbot.addWidget(week)
    qtbot.addWidget(months)
    for _ in range(100):
        bits = draw.getrandbits(PARTS_OF_WEEK)
        week.set_value(bits)
        assert week.value() == bits
        bits = draw.getrandbits(MONTHS_OF_YEAR)
        months.set_value(bits)
        assert months.value() == bits


def test_that_cells_rows_and_columns_are_switched_with_the_keyboard(qtbot: QtBot) -> None:
    grid = WeekGrid()
    shown(grid, qtbot)
    press(grid, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert parts_of(grid.value()) == ((1, DayPart.AFTERNOON),)
    assert grid.accessibleDescription() == "午後の火：○"
    press(grid, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Space)
    assert parts_of(grid.value()) == tuple((1, part) for part in DayPart)
    press(grid, Qt.Key.Key_Space)
    assert grid.value() == 0
    press(grid, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Space)
    assert grid.value() == (1 << PARTS_OF_WEEK) - 1


def test_that_the_mouse_switches_cells_headings_and_what_it_is_drawn_over(qtbot: QtBot) -> None:
    grid = WeekGrid()
    shown(grid, qtbot)
    with qtbot.waitSignal(grid.edited):
        click(grid, (0, -1))
    assert grid.value() == week_of((day, DayPart.MORNING) for day in range(7))
    click(grid, (0, 6))
    QTest.mousePress(grid, LEFT, pos=grid.place_of((2, 0)).center())
    for column in (1, 2):
        QTest.mouseMove(grid, grid.place_of((2, column)).center())
    QTest.mouseRelease(grid, LEFT, pos=grid.place_of((2, 2)).center())
    assert [day for day, part in parts_of(grid.value()) if part is DayPart.EVENING] == [0, 1, 2]
    assert (6, DayPart.MORNING) not in parts_of(grid.value())
    QTest.mouseClick(grid, LEFT, pos=QPoint(grid.width() - 1, grid.height() - 1))


def test_that_a_grid_to_look_at_cannot_be_changed(qtbot: QtBot) -> None:
    grid = MonthGrid()
    grid.fix()
    qtbot.addWidget(grid)
    assert grid.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert grid.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_that_months_stand_from_april_to_march(qtbot: QtBot) -> None:
    grid = MonthGrid()
    shown(grid, qtbot)
    press(grid, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert grid.value() == year_of([4, 12])
    click(grid, (2, 3))
    assert months_of(grid.value()) == (3, 4, 12)
