"""One line of 記録: an icon, when and what, the text, and the buttons that belong to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from app.gui.framework import icons, theme
from app.gui.widgets.flow_row import FlowRow
from app.gui.widgets.paragraph import Paragraph
from app.kernel.wareki import format_day
from app.timeline.event import Event
from app.timeline.note import NoteRow

_DAY = "令和8年4月1日(水)"
_THIS_YEAR = "4月1日(水)"
_TOP = Qt.AlignmentFlag.AlignTop
_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse


@dataclass(frozen=True, slots=True)
class Act:
    """A button: its verb, what it does, and its icon where it is one without words."""

    verb: str
    slot: Callable[[], object]
    icon: str = ""


class EventLine(QWidget):
    """Shows one event; ``follow`` are the buttons of what was promised in it."""

    def __init__(
        self,
        event: Event,
        today: date,
        acts: Sequence[Act] = (),
        follow: Sequence[Act] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.event_shown = event
        self.buttons: dict[str, QPushButton | QToolButton] = {}
        grid = QHBoxLayout(self)
        grid.setContentsMargins(0, 2, 0, 6)
        grid.setSpacing(8)
        mark = QLabel()
        size = self.fontMetrics().height()
        mark.setPixmap(icons.icon(event.icon, theme.current().quiet).pixmap(size, size))
        mark.setAccessibleName(event.title)
        grid.addWidget(mark, 0, _TOP)
        column = QVBoxLayout()
        column.setSpacing(2)
        grid.addLayout(column, 1)
        column.addWidget(self._label(when_text(event, today), quiet=True))
        if event.text:
            column.addWidget(self._paragraph(event.text))
        if event.detail:
            column.addWidget(self._label(event.detail, quiet=True))
        if event.note is not None and event.note.draft.follow_up_on is not None:
            promise = self._label(promise_text(event.note, today))
            due = event.note.open_until
            promise.setProperty("warning", due is not None and due < today)
            promise.setProperty("quiet", due is None)
            column.addWidget(promise)
            column.addWidget(self._promise(event.note, today, follow))
        for act in acts:
            grid.addWidget(self._tool(act, when_text(event, today)), 0, _TOP)

    def _label(self, text: str, *, quiet: bool = False) -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("quiet", quiet)
        label.setTextInteractionFlags(_SELECTABLE)
        return label

    def _paragraph(self, text: str) -> Paragraph:
        label = Paragraph()
        label.setText(text)
        label.setTextInteractionFlags(_SELECTABLE)
        return label

    def _promise(self, note: NoteRow, today: date, follow: Sequence[Act]) -> QWidget:
        row = FlowRow()
        for act in follow:
            button = QPushButton(act.verb, row)
            button.setAccessibleName(f"{act.verb}：{promise_text(note, today)}")
            button.clicked.connect(partial(_press, act.slot))
            self.buttons[act.verb] = button
        return row

    def _tool(self, act: Act, when: str) -> QWidget:
        button: QPushButton | QToolButton
        if act.icon:
            button = QToolButton()
            button.setIcon(icons.icon(act.icon))
        else:
            button = QPushButton(act.verb)
        button.setAccessibleName(f"{act.verb}：{when}")
        button.setToolTip(act.verb)
        button.clicked.connect(partial(_press, act.slot))
        self.buttons[act.verb] = button
        return button


def _press(slot: Callable[[], object], _checked: bool = False) -> None:  # noqa: FBT002
    slot()


def when_text(event: Event, today: date) -> str:
    """Return when an event was and what it is called; this year's days without their year."""
    day = format_day(event.on, _THIS_YEAR if event.on.year == today.year else _DAY)
    time = f" {event.at.hour}:{event.at:%M}" if event.at is not None else ""
    return f"{day}{time}　{event.title}"


def promise_text(note: NoteRow, today: date) -> str:
    """Return what was promised, by which day, and whether it was done."""
    due = note.draft.follow_up_on
    assert due is not None
    what = f"　{note.draft.follow_up}" if note.draft.follow_up else ""
    if note.followed_up_on is not None:
        return f"次の連絡{what}：{format_day(note.followed_up_on, '4月1日')}に済み"
    late = "（過ぎています）" if due < today else "（今日）" if due == today else ""
    return f"次の連絡：{format_day(due, _DAY)}{late}{what}"
