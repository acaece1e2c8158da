"""A field for several things that are found by typing; each stands as a button that takes it away.

As ``FoundEdit`` for one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.gui.framework import icons
from app.gui.widgets.flow_row import FlowRow
from app.gui.widgets.person_picker import Choice, PersonPicker
from app.kernel.errors import Refusal
from app.kernel.text import quoted

Found = Sequence[tuple[Any, str, str]]
"""What a text finds: the value, its name, and what tells it from others."""
_LINES = 6.5


class ChipsEdit(QWidget):
    """``value()`` is a tuple of what was chosen.

    Enter takes the marked line of the list and stays, for the next one; in an empty line it goes
    on.  Backspace in an empty line takes the last one away.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen: list[Any] = []
        self._names: dict[Any, str] = {}
        self._found: Found = ()
        self._find: Callable[[str], Found] = lambda _text: ()
        self._known: Callable[[Sequence[Any]], Mapping[Any, str]] = lambda _values: {}
        self.chips = FlowRow(self)
        self.picker = PersonPicker()
        self.picker.prepare(self._search)
        self.picker.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.picker.picked.connect(self._picked)
        self.line = self.picker.line
        self.line.textChanged.connect(self.edited)
        self.line.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.chips)
        column.addWidget(self.picker)
        self.chips.hide()
        # A form hears Enter only where the line and its list have no use for it.
        self.setFocusProxy(self.picker)

    def prepare(
        self,
        name: str,
        hint: str,
        find: Callable[[str], Found],
        known: Callable[[Sequence[Any]], Mapping[Any, str]],
    ) -> None:
        """Say what the field is called, how things are found, and what known ones are called."""
        self._find, self._known = find, known
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(hint)
        self.picker.list.setAccessibleName(f"見つかった{name}")
        self.picker.list.setMaximumHeight(round(self.fontMetrics().height() * 1.4 * _LINES))

    def value(self) -> tuple[Any, ...]:
        """Return what was chosen.  Raises ``Refusal`` for a text nothing was found for."""
        if self.picker.list.isVisible():  # saved with Ctrl+Enter, the field was not left
            self.picker.pick_current()
        if text := self.line.text().strip():
            raise Refusal(
                f"{quoted(text)}が見つかりません。名前の一部を打って一覧から選んでください。"
            )
        return tuple(self._chosen)

    def set_value(self, value: Sequence[Any]) -> None:
        """Show these, as far as they are known."""
        self._names = dict(self._known(value))
        self._chosen = [one for one in value if one in self._names]
        self.line.clear()
        self._show()

    def typed(self) -> tuple[tuple[Any, ...], str]:
        return tuple(self._chosen), self.line.text()

    def _search(self, text: str) -> Sequence[Choice]:
        self._found = self._find(text)
        return [Choice(place, name, more) for place, (_, name, more) in enumerate(self._found)]

    @Slot(int)
    def _picked(self, place: int) -> None:
        value, name, _ = self._found[place]
        if value not in self._chosen:
            self._names[value] = self._known([value]).get(value, name)
            self._chosen.append(value)
        self._show()
        self.edited.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.FocusOut and self.picker.list.isVisible():
            self.picker.pick_current()
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Backspace and self._chosen and not self.line.text():
            self._remove(self._chosen[-1])
            return True
        return False

    def _remove(self, value: Any) -> None:
        self._chosen.remove(value)
        self._show()
        self.line.setFocus()
        self.edited.emit()

    def _show(self) -> None:
        for old in self.chips.findChildren(QPushButton):
            old.hide()
            old.deleteLater()
        for one in self._chosen:
            name = self._names[one]
            chip = QPushButton(icons.icon("close"), name, self.chips)
            chip.setProperty("choice", True)  # noqa: FBT003
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Backspace is the way by keys
            chip.setAccessibleName(f"{name}を外す")
            chip.setToolTip(f"{name}を外す")
            chip.clicked.connect(partial(self._remove, one))
            chip.show()
        self.chips.setVisible(bool(self._chosen))
        self.chips.updateGeometry()
