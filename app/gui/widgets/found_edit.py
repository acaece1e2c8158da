"""A field of a form for something known: a part of its name is typed, the list offers what fits.

Leaving the field (Enter, Tab) takes the line of the list that is marked.  What is not known yet
can be left as a text, where the list offers that (the choice with the key ``NEW``).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.gui.widgets.person_picker import NEW, Choice, PersonPicker
from app.kernel.errors import Refusal
from app.kernel.text import quoted

_LINES = 5.5


class FoundEdit(QWidget):
    """``value() -> int | str | None``: a key, the name of something new, or nothing.

    ``edited`` says that something was typed or chosen, ``settled`` that something was chosen.
    """

    edited = Signal()
    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key: int | None = None
        self._searched = ""
        self._found: dict[int, Choice] = {}
        self._find: Callable[[str], Sequence[Choice]] = lambda _text: ()
        self._known: Callable[[int], Choice] = lambda key: Choice(key, "")
        self._anew = ""
        self.picker = PersonPicker()
        self.picker.prepare(self._search)
        self.picker.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a click must not leave the field
        self.picker.picked.connect(self._picked)
        self.line = self.picker.line
        self.line.textChanged.connect(self._typed)
        self.line.installEventFilter(self)
        self.understood = QLabel()
        self.understood.setObjectName("hint")
        self.understood.setWordWrap(True)
        self.understood.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.picker)
        column.addWidget(self.understood)
        self.setFocusProxy(self.line)

    def prepare(
        self,
        name: str,
        hint: str,
        find: Callable[[str], Sequence[Choice]],
        known: Callable[[int], Choice],
        anew: str = "新しく登録します",
    ) -> None:
        """Say what the field is called, how something is found, and what a key stands for.

        ``anew`` is what is said of a name that is left as a text.
        """
        self._find, self._known, self._anew = find, known, anew
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(hint)
        self.picker.list.setAccessibleName(f"見つかった{name}")
        self.understood.setAccessibleName(f"{name}：読み取った内容")
        height = self.fontMetrics().height() * 1.4
        self.picker.list.setMaximumHeight(round(height * _LINES))

    def value(self) -> int | str | None:
        """Return what stands in the field.  Raises ``Refusal`` for a text nothing was found for."""
        if self.picker.list.isVisible():  # saved with Ctrl+Enter, the field was not left
            self.picker.pick_current()
        text = self.line.text().strip()
        if not text:
            return None
        if self._key is None:
            raise Refusal(
                f"{quoted(text)}が見つかりません。名前の一部を打って一覧から選んでください。"
            )
        return text if self._key == NEW else self._key

    def set_value(self, value: int | str | None) -> None:
        """Show something known by its key, or the name of something new."""
        if isinstance(value, str):
            self._show(Choice(NEW, value))
        elif value is None:
            self._key = None
            self._write("")
            self._say("")
        else:
            self._show(self._known(value))

    def typed(self) -> tuple[str, int | None]:
        return self.line.text(), self._key

    def _search(self, text: str) -> Sequence[Choice]:
        self._searched = text
        found = self._find(text)
        self._found = {choice.key: choice for choice in found}
        return found

    @Slot(str)
    def _typed(self) -> None:
        self._key = None
        self._say("")
        self.edited.emit()

    @Slot(int)
    def _picked(self, key: int) -> None:
        choice = self._found[key]
        self._show(Choice(NEW, self._searched) if key == NEW else choice)
        self.edited.emit()
        self.settled.emit()

    def _show(self, choice: Choice) -> None:
        self._key = choice.key
        self._write(choice.title)
        self._say(self._anew if choice.key == NEW else choice.detail)

    def _write(self, text: str) -> None:
        """Put a text into the field without looking for it."""
        self.line.blockSignals(True)  # noqa: FBT003
        self.line.setText(text)
        self.line.blockSignals(False)  # noqa: FBT003
        self.picker.list.hide()

    def _say(self, text: str) -> None:
        self.understood.setText(f"＝ {text}" if text else "")
        self.understood.setVisible(bool(text))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Take the marked line when the field is left, not when the whole window is."""
        if event.type() == QEvent.Type.FocusOut and self.picker.list.isVisible():
            self.picker.pick_current()
        return False
