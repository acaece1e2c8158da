"""One list, opened or scrolled, in a process of its own: ``open`` or ``scroll``, and the office."""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.contacts.queries import PersonListing
from app.contacts.tables import Person
from app.gui.contacts.people_list import COLUMNS
from app.gui.framework.list_view import ListView
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.window_model import WindowModel
from bench.offices import NOW, open_at

_FRAMES = 300
_STANDARD_ROWS = 3000


@dataclass(frozen=True)
class Counted(PersonListing):
    """The list of people that counts itself, so that its keys are read only when needed."""

    def count(self, session: Session) -> int:
        return session.scalars(select(func.count()).select_from(Person)).one()

    def first_keys(self, session: Session, limit: int) -> Sequence[int]:
        return session.scalars(self.select_keys().limit(limit)).all()


def main(what: str, office: str) -> None:
    app = QApplication([])
    plain = open_at(Path(office))
    store = ObservableStore(plain)
    store.ask(Counted(NOW.date()).first_keys, 1)
    began = time.perf_counter()
    view = ListView()
    view.resize(1100, 820)
    view.show_model(WindowModel(store, COLUMNS, Counted(NOW.date()), view), "")
    view.show()
    QTest.qWaitForWindowExposed(view)
    view.viewport().repaint()
    took = (time.perf_counter() - began) * 1000
    found: object = {"ms": took, "memory": _resident()}
    if what == "scroll":
        found = _scrolling(view)
    print(json.dumps(found))
    plain.copy_due = False
    plain.close()
    del app


def _scrolling(view: ListView) -> dict[str, list[float]]:
    """Scroll both tables in turn, three rows a frame; then jump about in ours."""
    standard = _standard(view)
    bar, other = view.verticalScrollBar(), standard.verticalScrollBar()
    found: dict[str, list[float]] = {"ours": [], "standard": [], "jump": []}
    for frame in range(_FRAMES):
        found["ours"].append(_frame(view, lambda at=frame * 3: bar.setValue(at)))
        found["standard"].append(_frame(standard, lambda at=frame * 3: other.setValue(at)))
    chance = random.Random(1)
    bar.setValue(bar.maximum())
    view.repaint()
    for _ in range(_FRAMES // 3):
        place = chance.randrange(bar.maximum())
        found["jump"].append(_frame(view, lambda at=place: bar.setValue(at)))
    return found


def _frame(view: QTableView, move: Callable[[], None]) -> float:
    began = time.perf_counter()
    move()
    view.viewport().repaint()
    return (time.perf_counter() - began) * 1000


def _standard(view: ListView) -> QTableView:
    """Return a table of Qt's own model with the same text and the same looks."""
    model, source = QStandardItemModel(), view.model()
    for row in range(_STANDARD_ROWS):
        items = []
        for column in range(source.columnCount()):
            index = source.index(row, column)
            item = QStandardItem(index.data())
            alignment = index.data(Qt.ItemDataRole.TextAlignmentRole)
            if alignment is not None:
                item.setTextAlignment(Qt.AlignmentFlag(alignment))
            items.append(item)
        model.appendRow(items)
    table = ListView()
    table.resize(view.size())
    model.setParent(table)
    QTableView.setModel(table, model)
    for column in range(source.columnCount()):
        table.setColumnWidth(column, view.columnWidth(column))
    table.show()
    QTest.qWaitForWindowExposed(table)
    return table


def _resident() -> float:
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


if __name__ == "__main__":
    main(*sys.argv[1:])
