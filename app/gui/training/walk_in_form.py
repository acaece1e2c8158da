"""Taking in somebody who came unannounced (飛び入り), beside the grid: present at once."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.contacts.person import PersonDraft, PersonId
from app.gui.compiled.training.ui_walk_in_form import Ui_WalkInForm
from app.gui.framework.page import Page
from app.kernel.errors import Refusal
from app.training import commands, queries
from app.training.course import CourseId
from app.training.sheet import SheetSession


class WalkInForm(QWidget):
    """``closed`` carries the enrolment that was made, or nothing."""

    closed = Signal(object)

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = page.store
        self._course: CourseId | None = None
        self._session: SheetSession | None = None
        self._known: PersonId | None = None
        self.ui = Ui_WalkInForm()
        self.ui.setupUi(self)
        self.ui.who.prepare(page)
        self.ui.who.picked.connect(self._add_known)
        self.ui.who.submitted.connect(self._add)
        self.ui.who.cancelled.connect(self._cancel)
        self.ui.exceptionEdit.returnPressed.connect(self._add)
        self.ui.addButton.clicked.connect(self._add)
        self.ui.cancelButton.clicked.connect(self._cancel)

    def start(self, course: CourseId, session: SheetSession) -> None:
        """Ask who came to a session."""
        self._course, self._session, self._known = course, session, None
        counted = self._store.ask(queries.counts, course)
        left = f"空きは{counted.free}名分です。" if counted.free > 0 else "定員はいっぱいです。"
        self.ui.introLabel.setText(f"{session.label}に出席とし、受講者に加えます。{left}")
        self.ui.exceptionEdit.clear()
        self.ui.exceptionEdit.hide()
        self.ui.overCheck.setChecked(False)
        self.ui.overCheck.setVisible(counted.free <= 0)
        self._say("")
        self.ui.who.start()

    @Slot(int)
    def _add_known(self, key: int) -> None:
        self._known = PersonId(key)
        self._take_in(self._known)

    @Slot()
    def _add(self) -> None:
        if self._known is not None and not self.ui.who.form.dirty:
            self._take_in(self._known)
        elif (draft := self.ui.who.read()) is not None:
            self._known = None
            self._take_in(draft)

    def _take_in(self, person: PersonId | PersonDraft) -> None:
        if self._course is None or self._session is None:
            return
        done = self._store.do(
            f"飛び入りの追加（{self._session.label}）",
            commands.add_walk_in,
            self._course,
            self._session.id,
            person,
            over_capacity=self.ui.overCheck.isChecked(),
            entry_exception=self.ui.exceptionEdit.text(),
            on_refusal=self._refused,
        )
        if done is not None:
            self.closed.emit(done.result)

    def _refused(self, refusal: Refusal) -> None:
        self._say(refusal.text)
        self.ui.who.mark(refusal.fields)
        if "entry_exception" in refusal.fields:
            self.ui.exceptionEdit.show()
            self.ui.exceptionEdit.setFocus()

    def _say(self, text: str) -> None:
        self.ui.problemLabel.setText(text)
        self.ui.problemLabel.setVisible(bool(text))

    @Slot()
    def _cancel(self) -> None:
        self.closed.emit(None)
