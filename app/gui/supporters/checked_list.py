"""A list whose rows are ticked, for what is done with many of them at once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.gui.framework.list_view import ListView
from app.gui.framework.window_model import Index, WindowModel

R = TypeVar("R")
_DISPLAY, _CHECK = 0, 10
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class CheckedModel(WindowModel[R]):
    """A ``WindowModel`` with a box in its first column; what is ticked stays so when read anew.

    ``ticked`` says that another number of rows is ticked.
    """

    ticked = Signal()

    def __init__(self, *made_with: Any) -> None:
        self._ticked: set[int] = set()
        super().__init__(*made_with)

    def ticked_keys(self) -> list[int]:
        """Return the keys that are ticked and listed, in the order shown."""
        return [key for key in self.keys() if key in self._ticked]

    def switch(self, keys: Iterable[int]) -> None:
        """Tick these, or where all of them are ticked take the ticks away."""
        meant = set(keys)
        if meant <= self._ticked:
            self._ticked -= meant
        else:
            self._ticked |= meant
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 0))
        self.ticked.emit()

    def clear_ticks(self) -> None:
        """Take every tick away."""
        self.switch(set(self._ticked))

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role == _CHECK and index.column() == 0:
            return _CHECKED if self.key(index) in self._ticked else _UNCHECKED
        return super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = _CHECK) -> bool:  # noqa: N802
        if role != _CHECK or index.column() != 0:
            return False
        if Qt.CheckState(value) is not self.data(index, _CHECK):
            self.switch([self.key(index)])
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else flags


class CheckedList(ListView):
    """Space ticks the selected rows; a click on the first heading ticks all, or none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.allow_several()
        self.horizontalHeader().sectionClicked.connect(self._heading)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        model = self.model()
        if event.key() == Qt.Key.Key_Space and isinstance(model, CheckedModel):
            model.switch(self.selected_keys())
        else:
            super().keyPressEvent(event)

    def tick_all(self) -> None:
        """Tick every row, or none where all are ticked."""
        model = self.model()
        if isinstance(model, CheckedModel):
            model.switch(self.listed_keys())

    @Slot(int)
    def _heading(self, column: int) -> None:
        if column == 0:
            self.tick_all()
