"""A field for a name that learns its reading from the input method.

All that is known about input methods is in ``furigana``; this only passes their events on.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from app.gui.widgets.furigana import ReadingCapture

GUESSED = "ふりがな要確認"


class NameEdit(QLineEdit):
    """Emits ``read`` when what it knows about the reading may have changed."""

    read = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.capture = ReadingCapture()
        self._in_event = False
        self.textEdited.connect(self._edited)
        self.textChanged.connect(self._changed)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802
        commit, preedit = event.commitString(), event.preeditString()
        self._in_event = True
        super().inputMethodEvent(event)
        self._in_event = False
        self.capture.input_method(commit, preedit, self.text())
        if commit or not preedit:
            self.read.emit()

    @Slot(str)
    def _edited(self, text: str) -> None:
        if not self._in_event:
            self.capture.edited(text)
            self.read.emit()

    @Slot(str)
    def _changed(self, text: str) -> None:
        """Take over a text that the program put there."""
        if not self._in_event and text != self.capture.text:
            self.capture.reset(text)


class ReadingLink(QObject):
    """Writes the reading of one or more name fields into a field of its own.

    Never once the user has written there, until they empty it.  ``guessed`` says that nobody
    has confirmed the reading; the mark then says ふりがな要確認.  After a form has been filled
    by the program, call ``loaded``.
    """

    guessed_changed = Signal(bool)

    def __init__(
        self, names: Sequence[NameEdit], reading: QLineEdit, mark: QLabel | None = None
    ) -> None:
        super().__init__(reading)
        self._names = tuple(names)
        self._reading = reading
        self._mark = mark
        self._theirs = False
        self._guessed = False
        for name in self._names:
            name.read.connect(self._fill)
        reading.textEdited.connect(self._written)
        if mark is not None:
            mark.setText(GUESSED)
            mark.setProperty("warning", True)  # noqa: FBT003
            mark.hide()

    @property
    def guessed(self) -> bool:
        return self._guessed

    def loaded(self, *, guessed: bool) -> None:
        """Take over what a form shows: a reading that is there is left alone."""
        self._theirs = bool(self._reading.text())
        self._say(guessed=guessed)

    @Slot()
    def _fill(self) -> None:
        if self._theirs:
            return
        captures = [name.capture for name in self._names]
        reading = "　".join(capture.reading for capture in captures if capture.reading)
        self._reading.setText(reading)
        named = any(name.text().strip() for name in self._names)
        self._say(guessed=named and not all(capture.sure for capture in captures))

    @Slot(str)
    def _written(self, text: str) -> None:
        self._theirs = bool(text.strip())
        self._say(guessed=False)

    def _say(self, *, guessed: bool) -> None:
        if self._mark is not None:
            self._mark.setVisible(guessed)
        if guessed != self._guessed:
            self._guessed = guessed
            self.guessed_changed.emit(guessed)
