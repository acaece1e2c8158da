"""The lines of 記録, one under the other, and the way to those before them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from app.gui.timeline.event_line import Act, EventLine
from app.gui.widgets.paragraph import Paragraph
from app.timeline.event import Event

_NOTHING = "まだ記録はありません。電話を受けたら Ctrl+M を押すと、すぐに書き始められます。"
_FIRST_BUTTONS = ("済", "済みを取り消す", "直す")


class EventList(QWidget):
    """``more`` says that older lines are wanted."""

    more = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[EventLine] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.more_button = QPushButton("もっと前の記録")
        self.more_button.clicked.connect(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._rows)
        column.addWidget(self.more_button)

    def show_events(
        self,
        events: Sequence[Event],
        today: date,
        acts: Callable[[Event], Sequence[Act]],
        follow: Callable[[Event], Sequence[Act]],
        *,
        more: bool,
    ) -> None:
        """Show these events; a note that had the focus has it again."""
        focused = self._focused_note()
        self._clear()
        for event in events:
            line = EventLine(event, today, acts(event), follow(event), self)
            self._rows.addWidget(line)
            self.lines.append(line)
            line.show()
        if not events:
            nothing = Paragraph()
            nothing.setText(_NOTHING)
            nothing.setProperty("quiet", True)  # noqa: FBT003
            self._rows.addWidget(nothing)
        self.more_button.setVisible(more)
        if focused is not None:
            self.focus_note(focused)

    def line_of(self, note: int | None) -> EventLine | None:
        """Return the line of a note, if it is shown."""
        for line in self.lines:
            if line.event_shown.note is not None and line.event_shown.note.id == note:
                return line
        return None

    def focus_note(self, note: int) -> EventLine | None:
        """Go to the first button of a note; return its line."""
        line = self.line_of(note)
        if line is not None:
            verb = next(verb for verb in _FIRST_BUTTONS if verb in line.buttons)
            line.buttons[verb].setFocus()
        return line

    def _focused_note(self) -> int | None:
        focus = QApplication.focusWidget()
        for line in self.lines:
            if focus is not None and line.isAncestorOf(focus):
                note = line.event_shown.note
                return note.id if note is not None else None
        return None

    def _clear(self) -> None:
        self.lines.clear()
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
