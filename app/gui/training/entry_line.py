"""The line under the grid: the number being typed, whose it is, and the reason.

Enter in an empty reason goes on; what was typed is saved by Enter and by leaving the field.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from app.gui.compiled.training.ui_entry_line import Ui_EntryLine
from app.gui.training.marks import WITH_REASON, in_words
from app.training.sheet import SheetRow, SheetSession

_ASKED = "理由（空のまま Enter で次へ）"


class EntryLine(QFrame):
    """Shows whose cell is current.

    ``written(session, row, reason)`` says that a reason is to be saved; ``finished(on)`` that
    the grid is wanted again: in the next row after Enter, in the same after Esc.
    """

    written = Signal(object, object, str)
    finished = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place: tuple[SheetSession, SheetRow] | None = None
        self._stored = ""
        self.ui = Ui_EntryLine()
        self.ui.setupUi(self)
        self.ui.entryLabel.prepare(ems=20, bold=True)
        self.ui.reasonEdit.returnPressed.connect(self._entered)
        self.ui.reasonEdit.editingFinished.connect(self._save)
        self.ui.reasonEdit.installEventFilter(self)

    def show_place(self, session: SheetSession, row: SheetRow, column: int) -> None:
        """Show whose cell is current, how it is marked, and why."""
        cell = row.cells[column]
        same = self._place is not None and (
            self._place[0].id == session.id and self._place[1].enrollment == row.enrollment
        )
        typing = self.ui.reasonEdit.hasFocus() and self.ui.reasonEdit.isModified()
        self._place = session, row
        self.ui.entryLabel.setText(f"{row.row}番 {row.name}　{session.label}：{in_words(cell)}")
        may_say = cell.mark in WITH_REASON and not cell.struck
        self.ui.reasonEdit.setEnabled(may_say)
        self.ui.reasonLabel.setEnabled(may_say)
        self.ui.reasonEdit.setPlaceholderText(_ASKED if may_say else "")
        self._stored = cell.reason
        if not (same and typing):
            self.ui.reasonEdit.setText(cell.reason)

    def show_typed(self, digits: str, row: SheetRow | None, column: int) -> None:
        """Show the number that is being typed, and whose it would be."""
        who = (
            f"{row.name}（いま {in_words(row.cells[column])}）"
            if row
            else "この番号の行はありません"
        )
        self.ui.entryLabel.setText(f"番号 {digits}▏　{who}")

    def show_nothing(self, text: str) -> None:
        """Say something while no cell is current."""
        self._place = None
        self.ui.entryLabel.setText(text)
        self.ui.reasonEdit.clear()
        self.ui.reasonEdit.setEnabled(False)

    def ask(self) -> bool:
        """Go to the reason; return whether the current mark can have one."""
        if not self.ui.reasonEdit.isEnabled():
            return False
        self.ui.reasonEdit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ui.reasonEdit.selectAll()
        return True

    @Slot()
    def _entered(self) -> None:
        self._save()
        self.finished.emit(True)  # noqa: FBT003

    @Slot()
    def _save(self) -> None:
        reason = self.ui.reasonEdit.text().strip()
        self.ui.reasonEdit.setModified(False)
        if self._place is not None and self.ui.reasonEdit.isEnabled() and reason != self._stored:
            self._stored = reason
            self.written.emit(*self._place, reason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.ui.reasonEdit.setText(self._stored)
                self.finished.emit(False)  # noqa: FBT003
                return True
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self.finished.emit(event.key() == Qt.Key.Key_Down)
                return True
        return super().eventFilter(watched, event)
