"""The line at the foot of the window: what was just done, and 元に戻す beside it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.gui.framework.observable_store import ObservableStore


class StatusLine(QWidget):
    """Says one sentence; a refusal is marked by a word as well as by colour."""

    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 1, 12, 0)
        self.text = QLabel()
        self.text.setObjectName("statusText")
        self.text.setAccessibleName("いま行ったこと")
        self.text.setMinimumWidth(1)
        layout.addWidget(self.text)
        self.undo = self._button("元に戻す", "いま行ったことを元に戻す", self.undo_wanted)
        self.redo = self._button("やり直す", "元に戻したことをやり直す", self.redo_wanted)
        layout.addWidget(self.undo)
        layout.addWidget(self.redo)
        layout.addStretch(1)

    def _button(self, text: str, name: str, wanted: SignalInstance) -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleName(name)
        button.clicked.connect(wanted)
        button.hide()
        return button

    def watch(self, store: ObservableStore) -> None:
        """Say what the store does from now on."""
        store.done.connect(self.say_done)
        store.noted.connect(self.say)
        store.reverted.connect(self.say_reverted)
        store.repeated.connect(self.say_done)
        store.refused.connect(self.say_refused)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Be as high as with a button, so that the page above does not move."""
        hint = super().sizeHint()
        margins = self.contentsMargins()
        height = self.undo.sizeHint().height() + margins.top() + margins.bottom() + 1
        return QSize(hint.width(), max(hint.height(), height))

    def clear(self) -> None:
        """Say nothing."""
        self._show("")

    @Slot(str)
    def say(self, text: str) -> None:
        """Show a sentence with nothing to take back."""
        self._show(text)

    @Slot(str)
    def say_done(self, label: str) -> None:
        self._show(f"{label}：保存しました。", undo=True)

    @Slot(str)
    def say_reverted(self, label: str) -> None:
        self._show(f"「{label}」を元に戻しました。", redo=True)

    @Slot(str)
    def say_refused(self, text: str) -> None:
        self._show(f"できませんでした：{text}", refused=True)

    def _show(
        self, text: str, *, undo: bool = False, redo: bool = False, refused: bool = False
    ) -> None:
        self.text.setText(text)
        self.text.setToolTip(text)
        self.text.setProperty("refused", refused)
        self.text.style().unpolish(self.text)
        self.text.style().polish(self.text)
        self.undo.setVisible(undo)
        self.redo.setVisible(redo)
