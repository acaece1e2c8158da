"""A field that shows at once what it understood, and keeps what was typed when it did not."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QLineEdit, QWidget

from app.kernel.errors import Refusal

_LINE = 18
_GAP = 6


class CheckedEdit(QWidget):
    """Subclasses say how a text is read, written, and repeated in words.

    ``edited`` says that something was typed; ``settled`` that the field was left with a value
    that is understood.  Where there is no room beside the field, and always with the property
    ``below``, what was understood stands under it.
    """

    edited = Signal()
    settled = Signal()

    beside_ems = 4.0
    """The room that is needed beside the field, in full-width characters."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.understood = QLabel()
        self.understood.setObjectName("hint")
        self.understood.setAccessibleName(f"{name}：読み取った内容")
        self.understood.setWordWrap(True)
        self.line.setMinimumWidth(self.fontMetrics().horizontalAdvance("0") * _LINE)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        self._row.addWidget(self.line, 2)
        self._row.addWidget(self.understood, 3)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self._changed)
        self.line.editingFinished.connect(self._finished)

    def value(self) -> Any:
        """Return what was typed, as it is stored.  Raises ``Refusal`` if it is not understood."""
        text = self.line.text().strip()
        return self.read(text) if text else self.nothing()

    def set_value(self, value: Any) -> None:
        """Show a stored value."""
        self.line.setText(self.write(value) if value else "")

    def typed(self) -> str:
        return self.line.text()

    def read(self, text: str) -> Any:
        """Return the value of a text.  Raises ``Refusal``."""
        return text

    def write(self, value: Any) -> str:
        """Return how a value is shown in the field."""
        return str(value)

    def repeat(self, value: Any) -> str:
        """Return what is shown beside the field for a value that was understood."""
        return str(value)

    def nothing(self) -> Any:
        """Return the value of an empty field."""
        return ""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DynamicPropertyChange:
            self._arrange()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Let what was understood stand beside the field, or under it."""
        way = QBoxLayout.Direction
        beside = self.fontMetrics().horizontalAdvance("国") * self.beside_ems
        narrow = self.width() < self.line.minimumWidth() + _GAP + beside
        below = bool(self.property("below")) or narrow
        wanted = way.TopToBottom if below else way.LeftToRight
        if self._row.direction() != wanted:
            self._row.setDirection(wanted)
            self._row.setSpacing(0 if below else _GAP)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.line.setMinimumWidth(self.fontMetrics().horizontalAdvance("0") * _LINE)

    @Slot(str)
    def _changed(self, text: str) -> None:
        self.understood.setText(self._understood(text.strip()))
        self.edited.emit()

    def _understood(self, text: str) -> str:
        if not text:
            return ""
        try:
            return f"＝ {self.repeat(self.read(text))}"
        except Refusal:
            return ""

    @Slot()
    def _finished(self) -> None:
        text = self.line.text().strip()
        try:
            value = self.read(text) if text else self.nothing()
        except Refusal as refusal:
            self.understood.setText(refusal.text)
            return
        self.set_value(value)
        self.settled.emit()
