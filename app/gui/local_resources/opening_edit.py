"""Opening days in a form: words as people say them, and the days they mean.

Words that are understood become days at once, and days that are pointed at become words.  Words
that are not understood stay as they are, and the days are pointed at beside them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.gui.local_resources.opening_line import OpeningLine
from app.kernel.errors import Refusal
from app.kernel.wareki import format_day
from app.local_resources.open_days import open_days
from app.local_resources.opening import Opening, checked_openings
from app.local_resources.opening_text import opening_text, read_openings

_AHEAD = timedelta(days=120)
_TOLD = 3


@dataclass(frozen=True, slots=True)
class Days:
    """The words of a list, and the days that are counted on."""

    words: str = ""
    openings: tuple[Opening, ...] = ()


class OpeningEdit(QWidget):
    """``value() -> Days``; ``submitted`` and ``cancelled`` as of the form around."""

    edited = Signal()
    submitted = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today: Callable[[], date] | None = None
        self._lines: list[OpeningLine] = []
        self._read = ""
        self.line = QLineEdit()
        self.line.setAccessibleName("開催日")
        self.line.setPlaceholderText("例：第2・4水曜 10時～12時")
        self.hint = QLabel()
        self.hint.setObjectName("hint")
        self.hint.setWordWrap(True)
        self.hint.setAccessibleName("開催日：読み取った内容")
        self.add_button = QPushButton("曜日と週を選んで加える")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        for widget in (self.line, self.hint):
            self._column.addWidget(widget)
        self._column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self._words_typed)
        self.line.editingFinished.connect(self._take_words)
        self.add_button.clicked.connect(self.add_line)

    def prepare(self, today: Callable[[], date]) -> None:
        """Say what day it is, to tell the next days it opens."""
        self._today = today
        self._tell()

    # As a field of a form

    def value(self) -> Days:
        """Return words and days.  Raises ``Refusal`` for days that are not whole."""
        self._take_words()
        return Days(self.line.text().strip(), checked_openings(self._chosen()))

    def set_value(self, days: Days) -> None:
        """Show words and days; the days are shown to be pointed at where the words say others."""
        self._read = days.words
        self.line.blockSignals(True)  # noqa: FBT003  the words are not read again
        self.line.setText(days.words)
        self.line.blockSignals(False)  # noqa: FBT003
        own = read_openings(days.words) != days.openings
        self._put(days.openings if own else ())
        self._tell()

    def typed(self) -> tuple[str, tuple[object, ...]]:
        return self.line.text(), tuple(self._state(line) for line in self._lines)

    def _state(self, line: OpeningLine) -> object:
        return (
            line.weekdays.cells,
            line.weeks.cells,
            line.limited.isChecked() and line.months.value(),
            line.starts.typed(),
            line.ends.typed(),
            line.note.text(),
        )

    # Words

    @Slot()
    def _words_typed(self) -> None:
        self._tell()
        self.edited.emit()

    @Slot()
    def _take_words(self) -> None:
        """Let new words that are understood stand for the days, in place of those pointed at."""
        words = self.line.text()
        if words != self._read:
            self._read = words
            if read_openings(words):
                self._put(())
            self._tell()

    def _tell(self) -> None:
        """Say what was understood, and when it opens next."""
        words = self.line.text().strip()
        found = read_openings(words)
        if self._lines and (not found or words == self._read):
            text = "下で選んだ日に開きます。"
            found = self._checked()
        elif found:
            text = f"＝ {opening_text(found)}"
        elif words:
            text = (
                "日付としては読み取れません。言葉はこのまま残ります。"
                "次の開催日も出すには、下のボタンで曜日を選んでください。"
            )
        else:
            text = "「毎週月曜 10時～12時」「第2、第4水曜」のように入力してください。"
        self.hint.setText("　".join(part for part in (text, self._next(found)) if part))

    def _next(self, openings: Sequence[Opening]) -> str:
        if self._today is None or not openings:
            return ""
        first = self._today()
        days = islice(open_days(openings, first, first + _AHEAD), _TOLD)
        told = "、".join(format_day(one.day, "4月1日（水）") for one in days)
        return f"次は {told}" if told else ""

    # Days

    @Slot()
    def add_line(self) -> None:
        """Point at days: those the words say first, then another."""
        self._take_words()
        known = () if self._lines else read_openings(self.line.text())
        if known:
            self._put(known)
        else:
            self._add(Opening(()))
        self._lines[-1].weekdays.setFocus()
        self._tell()
        self.edited.emit()

    def _put(self, openings: Sequence[Opening]) -> None:
        for line in list(self._lines):
            self._drop(line)
        for one in openings:
            self._add(one)

    def _add(self, opening: Opening) -> None:
        line = OpeningLine(opening, self)
        line.edited.connect(self._write_words)
        line.removed.connect(self._remove)
        self._column.insertWidget(self._column.count() - 1, line)
        self._lines.append(line)
        line.show()
        QTimer.singleShot(0, self, self._grow)

    @Slot()
    def _grow(self) -> None:
        """Keep the room the rows need: the layouts above remember the height before they came."""
        height = self.heightForWidth(self.width()) if self._lines else 0
        if height != self.minimumHeight():
            self.setMinimumHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._grow()

    def _drop(self, line: OpeningLine) -> None:
        self._lines.remove(line)
        line.hide()
        line.deleteLater()
        QTimer.singleShot(0, self, self._grow)

    @Slot(object)
    def _remove(self, line: OpeningLine) -> None:
        self._drop(line)
        self._write_words()
        self.add_button.setFocus()

    @Slot()
    def _write_words(self) -> None:
        """Write the words anew, unless somebody wrote words of their own."""
        words = self.line.text().strip()
        ours = not words or bool(read_openings(words))
        now = self._checked()
        if ours and (now or not self._lines):
            self._read = opening_text(now)
            self.line.blockSignals(True)  # noqa: FBT003  the words are not read again
            self.line.setText(self._read)
            self.line.blockSignals(False)  # noqa: FBT003
        self._tell()
        self.edited.emit()

    def _chosen(self) -> tuple[Opening, ...]:
        if self._lines:
            return tuple(line.opening() for line in self._lines)
        return read_openings(self.line.text())

    def _checked(self) -> tuple[Opening, ...]:
        try:
            return checked_openings(self._chosen())
        except Refusal:
            return ()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Go on with Enter in the days too, as in every field of the form."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submitted.emit()
        elif enter:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)
