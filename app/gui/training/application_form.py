"""Writing down applications (受付), one after another, in the order of the paper form."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.contacts.person import PersonDraft, PersonId
from app.gui.compiled.training.ui_application_form import Ui_ApplicationForm
from app.gui.framework.edit_form import EditForm
from app.gui.framework.page import Page
from app.gui.training.application_fields import fill_heard, fill_ways
from app.kernel.errors import Refusal
from app.training import commands
from app.training.course import ApplicationDraft, CourseId


class ApplicationForm(QWidget):
    """``added`` carries an application that was written down, ``closed`` says that it is enough."""

    added = Signal(int)
    closed = Signal()

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._course: CourseId | None = None
        self._known: PersonId | None = None
        self.ui = Ui_ApplicationForm()
        self.ui.setupUi(self)
        ui = self.ui
        ui.who.prepare(page)
        ui.appliedEdit.prepare(lambda: page.today, "申込日")
        fill_ways(ui.wayCombo)
        fill_heard(ui.heardCombo)
        self.form = EditForm(self)
        self.form.bind("applied_on", ui.appliedEdit)
        self.form.bind("applied_by", ui.wayCombo)
        self.form.bind("heard_from", ui.heardCombo)
        self.form.bind("motive", ui.motiveEdit)
        self.form.submitted.connect(self._add)
        self.form.cancelled.connect(self.closed)
        ui.who.picked.connect(self._picked)
        ui.who.submitted.connect(self.form.focus_first)
        ui.who.cancelled.connect(self.closed)
        ui.exceptionEdit.returnPressed.connect(self._add)
        ui.addButton.clicked.connect(self._add)
        ui.cancelButton.clicked.connect(self.closed)

    def start(self, course: CourseId) -> None:
        """Ask for the next application; day and way stay as they were for the last one."""
        before = self.form.read() if self._course == course else None
        self._course, self._known = course, None
        kept = (
            before if isinstance(before, ApplicationDraft) else ApplicationDraft(self._page.today)
        )
        self.form.show_draft(ApplicationDraft(kept.applied_on, kept.applied_by))
        self.ui.exceptionEdit.clear()
        self.ui.exceptionEdit.hide()
        self._say("")
        self.ui.who.start()

    @Slot(int)
    def _picked(self, key: int) -> None:
        self._known = PersonId(key)
        self._apply(self._known)

    @Slot()
    def _add(self) -> None:
        if self._known is not None and not self.ui.who.form.dirty:
            self._apply(self._known)
        elif (draft := self.ui.who.read()) is not None:
            self._known = None
            self._apply(draft)

    def _apply(self, person: PersonId | PersonDraft) -> None:
        draft = self.form.read()
        if self._course is None or not isinstance(draft, ApplicationDraft):
            return
        command = commands.apply_newcomer if isinstance(person, PersonDraft) else commands.apply_for
        done = self._page.store.do(
            "申込の受付",
            command,
            self._course,
            person,
            draft,
            self.ui.exceptionEdit.text(),
            on_refusal=self._refused,
        )
        if done is not None:
            self.added.emit(done.result)
            self.start(self._course)

    def _refused(self, refusal: Refusal) -> None:
        self._say(refusal.text)
        self.ui.who.mark(refusal.fields)
        if "entry_exception" in refusal.fields:
            self.ui.exceptionEdit.show()
            self.ui.exceptionEdit.setFocus()

    def _say(self, text: str) -> None:
        self.ui.problemLabel.setText(text)
        self.ui.problemLabel.setVisible(bool(text))
