"""A field in which some of a short list are ticked: by mouse, or by typing their numbers.

``3 7`` ticks the third and the seventh, a part of a name whatever bears it, as on a paper form
whose choices are numbered.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from app.gui.widgets.flow_row import FlowRow
from app.kernel.errors import Refusal
from app.kernel.text import quoted

_BETWEEN = re.compile(r"[\s,、，・.．]+")


class TicksEdit(QWidget):
    """``value() -> tuple[int, ...]``: the keys of what is ticked, in the order of the list."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: list[int] = []
        self.boxes: list[QCheckBox] = []
        self.line = QLineEdit()
        self.row = FlowRow(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.line)
        column.addWidget(self.row)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self._tick_typed)
        self.line.editingFinished.connect(self._write)

    def prepare(self, name: str, hint: str) -> None:
        """Say what the field is called, and what may be typed."""
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(hint)

    def offer(self, choices: Sequence[tuple[int, str]]) -> None:
        """Offer these, each with its key, numbered from 1; nothing is ticked."""
        for box in self.boxes:
            box.hide()
            box.deleteLater()
        self._keys = [key for key, _ in choices]
        self.boxes = [self._box(number, name) for number, (_, name) in enumerate(choices, start=1)]
        self.row.updateGeometry()

    def _box(self, number: int, name: str) -> QCheckBox:
        box = QCheckBox(f"{number} {name}", self.row)
        box.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the line is the way in by keys
        box.clicked.connect(self._write)
        box.clicked.connect(self.edited)
        box.show()
        return box

    def value(self) -> tuple[int, ...]:
        """Return what is ticked.  Raises ``Refusal`` for a word that names nothing."""
        _, unknown = self._named(self.line.text())
        if unknown:
            raise Refusal(f"{quoted(unknown[0])}は一覧にありません。番号か名前で選んでください。")
        return self._ticked()

    def set_value(self, value: Sequence[int]) -> None:
        """Tick these keys."""
        for key, box in zip(self._keys, self.boxes, strict=True):
            box.setChecked(key in value)
        self.line.clear()
        self._write()

    def typed(self) -> tuple[tuple[int, ...], str]:
        return self._ticked(), self.line.text()

    def _ticked(self) -> tuple[int, ...]:
        pairs = zip(self._keys, self.boxes, strict=True)
        return tuple(key for key, box in pairs if box.isChecked())

    @Slot(str)
    def _tick_typed(self, text: str) -> None:
        numbers, _ = self._named(text)
        for number, box in enumerate(self.boxes, start=1):
            box.setChecked(number in numbers)
        self.edited.emit()

    def _named(self, text: str) -> tuple[set[int], list[str]]:
        """Return the numbers a text names, and the words in it that name nothing."""
        numbers: set[int] = set()
        unknown: list[str] = []
        for word in filter(None, _BETWEEN.split(unicodedata.normalize("NFKC", text))):
            found = self._numbers_of(word)
            numbers |= found
            if not found:
                unknown.append(word)
        return numbers, unknown

    def _numbers_of(self, word: str) -> set[int]:
        if word.isdecimal():
            return {int(word)} & set(range(1, len(self.boxes) + 1))
        names = enumerate((box.text().split(" ", 1)[1] for box in self.boxes), start=1)
        return {number for number, name in names if word in unicodedata.normalize("NFKC", name)}

    @Slot()
    def _write(self) -> None:
        """Write the numbers of what is ticked; a word that names nothing stays."""
        _, unknown = self._named(self.line.text())
        ticked = [str(n) for n, box in enumerate(self.boxes, start=1) if box.isChecked()]
        self.line.setText(" ".join([*ticked, *unknown]))
