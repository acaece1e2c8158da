"""What the chosen document is asked for: the course, the session, the order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox

from app.gui.compiled.reporting.ui_reporting_page import Ui_ReportingPage
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.year_choice import YearChoice
from app.gui.reporting.course_label import course_label
from app.gui.reporting.edition_choice import EditionChoice
from app.gui.reporting.last_choice import LastChoice
from app.gui.reporting.person_choice import PersonChoice
from app.gui.reporting.question_boxes import QuestionBoxes
from app.kernel.fiscal_year import FiscalYear
from app.office import commands as office
from app.reporting.catalogue import Ask, Document, Request
from app.reporting.produce import Made, export_of
from app.reporting.questions import TABLES
from app.training import queries as training
from app.training.course import CourseId, SheetOrder
from app.training.queries import CourseListing


class Choices(QObject):
    """Fills the boxes, remembers the last choice, and turns it into a request."""

    changed = Signal()

    def __init__(self, ui: Ui_ReportingPage, store: ObservableStore, year: YearChoice) -> None:
        super().__init__(ui.choicePanel)
        self._ui = ui
        self._store = store
        self._year = year
        self._person: int | None = None
        self._document: Document | None = None
        self.person = PersonChoice(ui, store)
        self.edition = EditionChoice(ui, store)
        self.questions = QuestionBoxes(ui.askForm, store)
        self.last = LastChoice(store.plain.place.path.stem)
        for order in SheetOrder:
            ui.orderCombo.addItem(order.label, order.value)
        ui.courseCombo.currentIndexChanged.connect(self._course_changed)
        ui.sessionCombo.currentIndexChanged.connect(self._changed)
        ui.orderCombo.currentIndexChanged.connect(self._order_changed)
        self.person.changed.connect(self._changed)
        self.edition.changed.connect(self._changed)
        self.questions.changed.connect(self._changed)
        year.changed.connect(self._year_changed)
        self.reload()

    def ask(self, document: Document) -> None:
        """Show only the boxes that this document needs, in the order it was last made in."""
        self._document = document
        self._person = None
        self.last.document = document.id
        self._ui.orderCombo.blockSignals(True)  # noqa: FBT003
        _choose(self._ui.orderCombo, self.last.order(document.id) or SheetOrder.KANA.value)
        self._ui.orderCombo.blockSignals(False)  # noqa: FBT003
        needs_course = Ask.COURSE in document.asks
        for widget in (self._ui.courseLabel, self._ui.courseCombo):
            widget.setVisible(needs_course)
        for widget in (self._ui.sessionLabel, self._ui.sessionCombo):
            widget.setVisible(Ask.SESSION in document.asks)
        self.person.show(wanted=Ask.PERSON in document.asks)
        self.questions.show(document, self._plain)
        ordered = needs_course and document.has_order
        for widget in (self._ui.orderLabel, self._ui.orderCombo):
            widget.setVisible(ordered)
        self.offer_editions()

    def offer_editions(self) -> None:
        """Offer the registered forms of the document anew."""
        if self._document is not None:
            self.edition.show(self._document.id, self._year.value)
        # Rows hidden before they were ever seen are still counted in the height otherwise.
        self._ui.askForm.invalidate()

    def set(self, asked: Mapping[str, str]) -> None:
        """Choose what a link asks for; the year is that of the link, or follows the course.

        Raises ``Refusal`` where the course is no longer there.
        """
        self.blockSignals(True)  # noqa: FBT003  one change, not four
        try:
            if "year" in asked:
                self._year.choose(FiscalYear(int(asked["year"])))
            if "course" in asked:
                course = CourseId(int(asked["course"]))
                self._year.choose(self._store.ask(training.course, course).year)
                self.reload()
                _choose(self._ui.courseCombo, course)
            if "session" in asked:
                _choose(self._ui.sessionCombo, int(asked["session"]))
            if "order" in asked:
                _choose(self._ui.orderCombo, asked["order"])
            self._person = int(asked["person"]) if "person" in asked else None
            if self._person is not None and self._asks(Ask.PERSON):
                self.person.choose(self._person)
            self.questions.set(asked, self._plain)
        finally:
            self.blockSignals(False)  # noqa: FBT003

    def request(self) -> Request:
        """Return what is chosen, as far as the document asks for it; the page adds the day."""
        asked = replace(
            self._plain,
            course=self._ui.courseCombo.currentData() if self._asks(Ask.COURSE) else None,
            session=self._ui.sessionCombo.currentData() if self._asks(Ask.SESSION) else None,
            person=self.person.person if self._asks(Ask.PERSON) else self._person,
            order=self._ui.orderCombo.currentData(),
            edition=self.edition.edition,
        )
        return self.questions.put(asked)

    @property
    def _plain(self) -> Request:
        year: FiscalYear = self._year.value
        return Request(today=year.first_day, year=year)

    def _asks(self, what: Ask) -> bool:
        return self._document is not None and what in self._document.asks

    def record(self, document: Document, made: Made, kind: str, purpose: str) -> None:
        """Enter in the record of exports what was printed or saved."""
        if made.content.people:
            export = export_of(document, made, kind, purpose)
            self._store.note(f"書類を出力: {document.name}", office.record_export, export)

    def data_changed(self, tables: frozenset[str]) -> None:
        """Offer anew what depends on these tables."""
        if tables & {"course", "course_session"}:
            self.reload()
        if tables & {"form_edition"}:
            self.offer_editions()
        if tables & TABLES:
            self.questions.fill(self._plain)

    def reload(self) -> None:
        """Read the courses of the year anew, keeping the choice where it is still there."""
        combo = self._ui.courseCombo
        chosen = combo.currentData()
        listing = CourseListing(self._year.value)
        keys = self._store.ask(listing.keys)
        rows = self._store.ask(listing.rows, keys)
        combo.blockSignals(True)  # noqa: FBT003
        combo.clear()
        for key in keys:
            combo.addItem(course_label(rows[key]), rows[key].id)
            combo.setItemData(combo.count() - 1, rows[key].title, Qt.ItemDataRole.ToolTipRole)
        _choose(combo, self.last.course if chosen is None else chosen)
        combo.blockSignals(False)  # noqa: FBT003
        self._fill_sessions()

    def _fill_sessions(self) -> None:
        combo = self._ui.sessionCombo
        chosen = combo.currentText()
        course = self._ui.courseCombo.currentData()
        combo.blockSignals(True)  # noqa: FBT003
        combo.clear()
        if course is not None:
            for one in self._store.ask(training.sessions, CourseId(course)):
                combo.addItem(one.label, one.id)
        combo.setCurrentIndex(max(combo.findText(chosen), 0 if combo.count() else -1))
        combo.blockSignals(False)  # noqa: FBT003

    @Slot()
    def _course_changed(self) -> None:
        self._person = None
        self._fill_sessions()
        if (course := self._ui.courseCombo.currentData()) is not None:
            self.last.course = course
        self.changed.emit()

    @Slot()
    def _order_changed(self) -> None:
        if self._document is not None:
            self.last.keep_order(self._document.id, self._ui.orderCombo.currentData())
        self.changed.emit()

    @Slot()
    def _changed(self) -> None:
        self.changed.emit()

    @Slot()
    def _year_changed(self) -> None:
        self.reload()
        self.questions.fill(self._plain)
        self.offer_editions()
        self.changed.emit()


def _choose(combo: QComboBox, value: object) -> None:
    index = combo.findData(value)
    if index >= 0:
        combo.setCurrentIndex(index)
