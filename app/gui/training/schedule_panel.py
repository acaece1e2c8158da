"""Proposing the days of the sessions still ahead, with what speaks against a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.gui.compiled.training.ui_schedule_panel import Ui_SchedulePanel
from app.gui.framework.edit_form import EditForm
from app.gui.framework.page import Page
from app.kernel.errors import Refusal
from app.kernel.wareki import format_day
from app.training import commands
from app.training.course import CourseId
from app.training.scheduling import Schedule, propose

_WEEK = 7


@dataclass(frozen=True, slots=True)
class Plan:
    """What the panel asks."""

    first: date | None = None
    every_days: int = _WEEK
    starts_at: time | None = None
    ends_at: time | None = None


class SchedulePanel(QWidget):
    """``closed`` says that the days were taken over, or that it was given up."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: Page | None = None
        self._course: CourseId | None = None
        self._count = 0
        self._schedule: Schedule | None = None
        self.ui = Ui_SchedulePanel()
        self.ui.setupUi(self)
        ui = self.ui
        ui.startEdit.prepare("開始の時刻")
        ui.endEdit.prepare("終了の時刻")
        self.form = EditForm(self)
        self.form.bind("first", ui.firstEdit)
        self.form.bind("every_days", ui.everySpin)
        self.form.bind("starts_at", ui.startEdit)
        self.form.bind("ends_at", ui.endEdit)
        self.form.edited.connect(self._propose)
        self.form.submitted.connect(self.apply)
        self.form.cancelled.connect(self.closed)
        ui.applyButton.clicked.connect(self.apply)
        ui.closeButton.clicked.connect(self.closed)

    def prepare(self, page: Page) -> None:
        """Say which page it is on."""
        self._page = page
        self.ui.firstEdit.prepare(lambda: page.today, "最初の日")

    def start(self, course: CourseId, ahead: int) -> None:
        """Ask for the days of so many sessions still ahead."""
        self._course, self._count = course, ahead
        self.form.show_draft(Plan())
        self._propose()
        self.form.focus_first()

    @Slot()
    def _propose(self) -> None:
        """Show the days at once while the first of them is typed."""
        ui = self.ui
        self._schedule = None
        ui.problemLabel.hide()
        try:
            first = ui.firstEdit.value()
            if isinstance(first, date):
                self._schedule = propose(first, self._count, ui.everySpin.value())
        except Refusal as refusal:
            self._say_problem(refusal.text)
        ui.applyButton.setEnabled(self._schedule is not None)
        ui.daysLabel.setText(self._words())

    def _words(self) -> str:
        if self._schedule is None:
            return f"最初の日を入力すると、これからの{self._count}回の日程案が出ます。"
        lines = []
        for number, one in enumerate(self._schedule.days, start=1):
            note = f"　{one.note}" if one.note else ""
            lines.append(f"{number}. {format_day(one.day, '令和8年4月1日(水)')}{note}")
        lines += [
            f"（除いた日）{format_day(one.day, '4月1日(水)')}　{one.note}"
            for one in self._schedule.skipped
        ]
        return "\n".join(lines)

    @Slot()
    def apply(self) -> None:
        """Give the sessions ahead the days that are shown."""
        draft = self.form.read()
        if self._page is None or self._course is None or self._schedule is None:
            return
        if not isinstance(draft, Plan):
            return
        done = self._page.store.do(
            "日程の決定",
            commands.plan_sessions,
            self._course,
            [one.day for one in self._schedule.days],
            draft.starts_at,
            draft.ends_at,
            on_refusal=self._refused,
        )
        if done is not None:
            self.closed.emit()

    def _refused(self, refusal: Refusal) -> None:
        self._say_problem(refusal.text)

    def _say_problem(self, text: str) -> None:
        self.ui.problemLabel.setText(text)
        self.ui.problemLabel.show()
