"""元に戻す and やり直す for the menu, saying in words what they would take back or repeat."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QKeySequence

from app.gui.framework.observable_store import ObservableStore
from app.kernel.text import shortened

_MOST = 60
"""How many characters of what was done a menu shows."""


class UndoActions(QObject):
    """Two actions that follow the store once there is one."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._store: ObservableStore | None = None
        self.undo = QAction("元に戻す(&U)", parent)
        self.undo.setShortcut(QKeySequence("Ctrl+Z"))
        self.redo = QAction("やり直す(&R)", parent)
        self.redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        self.undo.triggered.connect(self._undo)
        self.redo.triggered.connect(self._redo)
        self._follow()

    def watch(self, store: ObservableStore | None) -> None:
        """Follow a store, or none."""
        self._store = store
        if store is not None:
            for signal in (store.done, store.reverted, store.repeated):
                signal.connect(self._follow)
        self._follow()

    @Slot()
    @Slot(str)
    def _follow(self, _label: str = "") -> None:
        undo = self._store.undo_label() if self._store else None
        redo = self._store.redo_label() if self._store else None
        self.undo.setEnabled(undo is not None)
        self.undo.setText(f"「{_in_menu(undo)}」を元に戻す(&U)" if undo else "元に戻す(&U)")
        self.redo.setEnabled(redo is not None)
        self.redo.setText(f"「{_in_menu(redo)}」をやり直す(&R)" if redo else "やり直す(&R)")

    @Slot()
    def _undo(self) -> None:
        if self._store is not None:
            self._store.undo()

    @Slot()
    def _redo(self) -> None:
        if self._store is not None:
            self._store.redo()


def _in_menu(label: str) -> str:
    """Return a label as a menu shows it: short, an ampersand as itself."""
    return shortened(label, _MOST).replace("&", "&&")
