"""The marks of one cell as a menu: for the mouse, and for Space."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.gui.training.marks import LETTERS, WITH_REASON
from app.training.completion import Mark
from app.training.sheet import Cell, SheetRow

TOLD, REASON, CLEAR = "told", "reason", "clear"


class MarksMenu(QMenu):
    """``chosen(row, what)``: a mark, or one of the three words above; the row from 0."""

    chosen = Signal(int, object)

    def __init__(self, row: SheetRow, cell: Cell, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._row = row.row - 1
        head = self.addAction(f"{row.row}番 {row.name}")
        head.setEnabled(False)
        for mark in Mark:
            more = "…" if mark is Mark.MADE_UP else ""
            action = self._add(f"{mark.sign} {mark.label}(&{LETTERS[mark]}){more}", mark)
            action.setCheckable(True)
            action.setChecked(cell.mark is mark)
        self.addSeparator()
        self._add("事前連絡の欠席(&P)", TOLD)
        self._add("理由を書く(&R)", REASON).setEnabled(cell.mark in WITH_REASON)
        self._add("印を消す(&D)", CLEAR).setEnabled(cell.mark is not None)

    def _add(self, text: str, what: object) -> QAction:
        action = self.addAction(text)
        action.setData(what)
        action.triggered.connect(self._take)
        return action

    @Slot()
    def _take(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.chosen.emit(self._row, action.data())
