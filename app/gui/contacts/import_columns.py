"""The second step of an import: what was found in the file, and which column means what."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QTableWidgetItem,
)

from app.contacts import queries as contacts
from app.contacts.custom import CONTACTS, Subject
from app.gui.compiled.contacts.ui_import_pane import Ui_ImportPane
from app.gui.contacts.import_meanings import MeaningTable
from app.gui.contacts.import_work import Asked, Source
from app.gui.framework import theme
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.year_choice import YearChoice
from app.importing.list_name import list_name
from app.importing.mapping import Mapping, letter
from app.importing.plan import ListEdition
from app.importing.queries import imported_lists
from app.importing.table import SourceTable
from app.training.course import OVER, CourseId
from app.training.queries import CourseListing

_PREVIEWED = 8
_ROOM = 13
"""The rows that must fit into the pane for the first rows of the file to be shown as well."""
_OF_LENGTH = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
"""A long name of a sheet or a list does not make the window wider."""


class ColumnStep(QObject):
    """Shows a ``Source`` and reads back the mapping, the course and the day.

    ``wanted`` carries an ``Asked``: the file is to be read again that way.
    """

    wanted = Signal(object)

    def __init__(
        self,
        ui: Ui_ImportPane,
        store: ObservableStore,
        year: YearChoice,
        today: Callable[[], date],
    ) -> None:
        super().__init__(ui.columnStep)
        self._ui = ui
        self._store = store
        self._year = year
        self._file_name = ""
        self.meanings = MeaningTable(ui.columnTable, self)
        self._table: SourceTable | None = None
        self._today = today
        ui.dayEdit.prepare(today, "申込日")
        for combo, length in ((ui.courseCombo, 16), (ui.listCombo, 12), (ui.sheetCombo, 6)):
            combo.setSizeAdjustPolicy(_OF_LENGTH)
            combo.setMinimumContentsLength(length)
        for subject in Subject:
            ui.subjectCombo.addItem(subject.label, subject)
        ui.sheetCombo.activated.connect(self._sheet_chosen)
        ui.subjectCombo.activated.connect(self._ask_again)
        ui.headerSpin.valueChanged.connect(self._ask_again)
        ui.courseCombo.currentIndexChanged.connect(self._course_changed)
        ui.ownButton.clicked.connect(self.meanings.keep_the_rest)
        for widget in (ui.previewTable, ui.columnTable):
            widget.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
            widget.setTabKeyNavigation(False)
            widget.setWordWrap(False)
            widget.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def offer_courses(self, chosen: int | None) -> None:
        """List the courses of the year, and the one that was asked for."""
        combo = self._ui.courseCombo
        combo.blockSignals(True)  # noqa: FBT003
        combo.clear()
        combo.addItem("申込にはしない（連絡先だけ）", None)
        listing = CourseListing(self._year.value)
        keys = list(self._store.ask(listing.keys))
        if chosen is not None and chosen not in keys:
            keys.append(chosen)
        rows = self._store.ask(listing.rows, keys)
        for key in keys:
            if key in rows and rows[key].status not in OVER:
                combo.addItem(rows[key].title, key)
        combo.setCurrentIndex(max(combo.findData(chosen), 0))
        combo.blockSignals(False)  # noqa: FBT003
        self._ui.dayEdit.set_value(self._today())
        self._course_changed()

    def show_source(self, source: Source) -> None:
        """Show what was read."""
        table = self._table = source.table
        ui = self._ui
        ui.sheetCombo.clear()
        ui.sheetCombo.addItems([table.sheet, *table.other_sheets])
        ui.sheetCombo.setEnabled(bool(table.other_sheets))
        ui.subjectCombo.setCurrentIndex(ui.subjectCombo.findData(table.subject))
        ui.subjectCombo.setEnabled(not table.cards)
        with QSignalBlocker(ui.headerSpin):
            ui.headerSpin.setValue(table.header_row or 0)
        ui.headerSpin.setEnabled(not table.cards)
        self._offer_course(table.subject)
        ui.ownButton.setVisible(table.subject in CONTACTS)
        ui.headerLabel.setText(_header_text(source))
        self.say_problem("")
        self._show_preview(table)
        known = self._store.ask(contacts.custom_fields, table.subject)
        self.meanings.show_table(table, source.mapping, known, self._today())
        self._offer_lists(source)

    def _offer_lists(self, source: Source) -> None:
        """Propose the name of the file without its edition; the lists there are can be chosen."""
        combo = self._ui.listCombo
        self._file_name = source.path.name
        combo.clear()
        combo.addItems(list(self._store.ask(imported_lists, source.table.subject)))
        combo.setCurrentText(list_name(source.path.stem))

    def say_problem(self, text: str) -> None:
        """Say what is wrong with the columns; a blank text says that nothing is."""
        self._ui.columnProblemLabel.setText(text)
        self._ui.columnProblemLabel.setVisible(bool(text))

    def _show_preview(self, table: SourceTable) -> None:
        view = self._ui.previewTable
        view.clear()
        # In large letters there is room for one table only; that of the columns shows samples too.
        view.setVisible(self._ui.steps.height() > _ROOM * theme.row_height())
        rows = table.rows[:_PREVIEWED]
        view.setColumnCount(table.columns)
        view.setRowCount(len(rows))
        view.setHorizontalHeaderLabels(
            [table.headings[at] or f"{letter(at)}列" for at in range(table.columns)]
        )
        view.setVerticalHeaderLabels([f"{row.number}行目" for row in rows])
        for number, row in enumerate(rows):
            for column in range(table.columns):
                view.setItem(number, column, QTableWidgetItem(row.text(column)))
        view.horizontalHeader().setDefaultSectionSize(
            view.fontMetrics().horizontalAdvance("国") * 7
        )
        view.verticalHeader().setDefaultSectionSize(theme.row_height() - 4)

    def mapping(self) -> Mapping:
        """Return what was chosen.  Raises ``Refusal`` where two columns cannot mean the same."""
        return self.meanings.mapping()

    def edition(self) -> ListEdition:
        """Return what the list is known by over its editions; a blank name follows none."""
        return ListEdition(self._ui.listCombo.currentText(), self._file_name)

    def course(self) -> CourseId | None:
        """Return the course the people apply for, if any."""
        chosen = self._ui.courseCombo.currentData()
        return None if chosen is None else CourseId(int(chosen))

    def applied_on(self) -> date:
        """Return the day of the applications.  Raises ``Refusal`` if it is not understood."""
        day: date | None = self._ui.dayEdit.value()
        return day or self._today()

    def _offer_course(self, subject: Subject) -> None:
        """Only people apply for a course."""
        combo = self._ui.courseCombo
        of_people = subject is Subject.PERSON
        if not of_people:
            combo.setCurrentIndex(0)
        combo.setEnabled(of_people)

    @Slot()
    def _sheet_chosen(self) -> None:
        sheet = self._ui.sheetCombo.currentText()
        if self._table is not None and sheet != self._table.sheet:
            self.wanted.emit(Asked(sheet))

    @Slot()
    def _ask_again(self) -> None:
        """Have the file read as a list of what is chosen, the headings in this row."""
        table, ui = self._table, self._ui
        if table is None:
            return
        subject: Subject = ui.subjectCombo.currentData()
        row: int | None = ui.headerSpin.value() or None
        if subject is not table.subject:
            row = None
        elif row == table.header_row:
            return
        self.wanted.emit(Asked(table.sheet, subject, row))

    @Slot()
    def _course_changed(self) -> None:
        asked = self._ui.courseCombo.currentData() is not None
        self._ui.dayLabel.setVisible(asked)
        self._ui.dayEdit.setVisible(asked)


def _header_text(source: Source) -> str:
    table = source.table
    said = f"「{source.path.name}」："
    if table.cards:
        return f"{said}連絡先のカードが{len(table.rows) + len(table.left_out):,}枚あります。"
    if table.header_row is None:
        said += "見出しの行が見つかりませんでした。列の中身から見当をつけています。"
    else:
        rows = "・".join(str(row) for row in table.header_rows)
        said += f"見出しは{rows}行目です。"
        above = [left.row for left in table.left_out if left.row < table.header_row]
        if above:
            said += f"その上の{len(above)}行（題名など）は取り込みません。"
    count = f"下に{len(table.rows):,}行あります。"
    known = "列の対応は前回と同じにしました。" if source.remembered else ""
    return said + count + known
