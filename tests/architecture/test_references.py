"""PySide6 gives back every reference it takes.

PySide6 6.12 loses one reference to ``None`` with each call that returns nothing, and one to a
``bool`` with some others; under Python 3.11 the program then ends in the middle of somebody's work.
From Python 3.12 on these objects are immortal, and the counts cannot move.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel, QTableWidget
from pytestqt.qtbot import QtBot

CALLS = 2_000
SLACK = 100

Use = Callable[[QTableWidget, QLabel], object]
USES: dict[str, Use] = {
    "a call that returns nothing": lambda _, label: label.setText("氏名"),
    "a call with a truth value": lambda _, label: label.setEnabled(True),
    "a call that returns a truth value": lambda _, label: label.isEnabled(),
    "a call that returns no object": lambda table, _: table.item(0, 0),
    "a call on the rows of a table": lambda table, _: table.setRowHeight(0, 24),
}


@pytest.mark.parametrize("constant", [None, True, False], ids=str)
@pytest.mark.parametrize("use", USES.values(), ids=USES.keys())
def test_that_no_reference_is_lost(qtbot: QtBot, use: Use, constant: object) -> None:
    table, label = QTableWidget(1, 1), QLabel()
    qtbot.addWidget(table)
    qtbot.addWidget(label)
    gc.collect()
    before = sys.getrefcount(constant)
    for _ in range(CALLS):
        use(table, label)
    assert abs(sys.getrefcount(constant) - before) < SLACK
