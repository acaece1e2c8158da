"""Recording that a missed session was made up (補講): where or when, and who confirmed it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.gui.compiled.training.ui_make_up_form import Ui_MakeUpForm
from app.gui.framework.edit_form import EditForm
from app.gui.framework.page import Page
from app.kernel.errors import Refusal
from app.kernel.wareki import format_day
from app.training import commands, queries
from app.training.completion import Mark, SessionId
from app.training.course import CourseId, SessionStatus
from app.training.queries import CourseListing
from app.training.sheet import SheetRow, SheetSession

_ANOTHER_DAY = "別の日に個別に補った"


@dataclass(frozen=True, slots=True)
class MakeUp:
    """What the form says."""

    made_up_in: SessionId | None = None
    made_up_on: date | None = None
    confirmed_by: str = ""
    note: str = ""


class MakeUpForm(QWidget):
    """``closed`` carries the enrolment whose make-up was recorded, or nothing."""

    closed = Signal(object)

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._store = page.store
        self._place: tuple[SheetSession, SheetRow] | None = None
        self.ui = Ui_MakeUpForm()
        self.ui.setupUi(self)
        ui = self.ui
        ui.onEdit.prepare(lambda: page.today, "補った日")
        self.form = EditForm(self)
        self.form.bind("made_up_in", ui.inCombo)
        self.form.bind("made_up_on", ui.onEdit)
        self.form.bind("confirmed_by", ui.byEdit)
        self.form.bind("note", ui.noteEdit)
        self.form.submitted.connect(self._save)
        self.form.cancelled.connect(self._cancel)
        ui.saveButton.clicked.connect(self._save)
        ui.cancelButton.clicked.connect(self._cancel)

    def start(self, course: CourseId, session: SheetSession, row: SheetRow) -> None:
        """Ask how a trainee made up a session; what is recorded already is shown."""
        self._place = session, row
        day = format_day(session.held_on, "4月1日(水)") if session.held_on else "日程未定"
        self.ui.whoLabel.setText(
            f"{row.row}番 {row.name}さんの{session.label}（{day}）を補講にします。"
        )
        self._fill_sessions(course, session)
        sheet = self._store.ask(queries.sheet, course)
        column = [one.id for one in sheet.sessions].index(session.id)
        cell = next(one for one in sheet.rows if one.enrollment == row.enrollment).cells[column]
        known = cell.mark is Mark.MADE_UP
        self.form.show_draft(
            MakeUp(cell.made_up_in, cell.made_up_on, cell.confirmed_by, cell.note)
            if known
            else MakeUp()
        )
        self._say("")
        self.form.focus_first()

    def _fill_sessions(self, course: CourseId, missed: SheetSession) -> None:
        """Offer the other sessions of this course and those of the year's other クール."""
        combo = self.ui.inCombo
        combo.clear()
        combo.addItem(_ANOTHER_DAY, None)
        own = self._store.ask(queries.course, course)
        listing = CourseListing(own.year, own.draft.kind_id)
        keys = self._store.ask(listing.keys)
        for key in sorted(keys, key=lambda one: one != course):
            card = own if key == course else self._store.ask(queries.course, CourseId(key))
            head = "" if key == course else f"第{card.draft.term}クール "
            for one in card.sessions:
                if one.id != missed.id and one.status is not SessionStatus.CANCELLED:
                    day = one.draft.held_on
                    when = format_day(day, "4/1(水)") if day else "日程未定"
                    combo.addItem(f"{head}{one.label}　{when}", one.id)

    @Slot()
    def _save(self) -> None:
        draft = self.form.read()
        if self._place is None or not isinstance(draft, MakeUp):
            return
        session, row = self._place
        done = self._store.do(
            f"補講の記録（{session.label} {row.row}番 {row.name}）",
            commands.make_up,
            row.enrollment,
            session.id,
            confirmed_by=draft.confirmed_by,
            made_up_in=draft.made_up_in,
            made_up_on=draft.made_up_on,
            note=draft.note,
            on_refusal=self._refused,
        )
        if done is not None:
            self.closed.emit(row.enrollment)

    def _refused(self, refusal: Refusal) -> None:
        self._say(self.form.mark_refusal(refusal))

    def _say(self, text: str) -> None:
        self.ui.problemLabel.setText(text)
        self.ui.problemLabel.setVisible(bool(text))

    @Slot()
    def _cancel(self) -> None:
        self.closed.emit(None)
