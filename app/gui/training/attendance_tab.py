"""The tab 出席: the grid, the line of number and reason under it, and the counts beside it.

Every mark is saved as it is made.  The count of the session follows at once; who needs watching
is read a moment later, when no key has been pressed for a while.
"""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, QTimer, Slot
from PySide6.QtWidgets import QWidget

from app.gui.compiled.training.ui_attendance_tab import Ui_AttendanceTab
from app.gui.framework.page import Page
from app.gui.training.attendance_side import AttendanceSide
from app.gui.training.course_tab import CourseTab
from app.gui.training.make_up_form import MakeUpForm
from app.gui.training.marker import Marker
from app.gui.training.marks import ASKS_REASON
from app.gui.training.marks_menu import CLEAR, REASON, TOLD, MarksMenu
from app.gui.training.walk_in_form import WalkInForm
from app.gui.widgets.empty_state import EmptyState
from app.training import queries
from app.training.completion import Mark, SessionId
from app.training.course import EnrollmentId, SessionStatus, SheetOrder
from app.training.sheet import Sheet, SheetRow, SheetSession

_CALM_MS = 150
_SIDE_EMS = 16
_HINT = "番号と印のキーを打ってください（例：12 X）。F2 で空欄の全員を出席にします。"
_AHEAD = frozenset({SessionStatus.PLANNED, SessionStatus.POSTPONED})
_HELP = (
    ("12 X", "12番に印を付ける（O 出席　X 欠席　L 遅刻　E 早退　K 公欠　M 補講）"),
    ("12 Enter", "12番が空欄なら出席にする。記入済みならその人へ移る"),
    ("O X L E K M", "いまの欄に印を付ける"),
    ("+ * / -", "テンキーで 出席 欠席 遅刻 早退"),
    ("P", "事前連絡の欠席にする"),
    ("R", "理由を書く"),
    ("Delete", "印を消す"),
    ("Space", "印のメニューを出す"),
    ("← →", "前の回・次の回へ移る"),
)


class AttendanceTab(CourseTab):
    """Marks the session in whose column the current cell is."""

    title = "出席"
    wide = True
    tables: ClassVar[frozenset[str]] = frozenset(
        {"course", "course_session", "enrollment", "attendance", "person"}
    )

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(page, parent)
        self.ui = Ui_AttendanceTab()
        self.ui.setupUi(self)
        self.grid = self.ui.grid
        self.line = self.ui.entryLine
        self.marker = Marker(page)
        self.side = AttendanceSide(page)
        self.walk_in = WalkInForm(page)
        self.make_up = MakeUpForm(page)
        for widget in (self.side, self.walk_in, self.make_up):
            self.ui.side.addWidget(widget)
        self.empty = EmptyState(
            "受講者がまだいません",
            "「申込者」で受講を決定すると、出席簿と同じ順番と番号でここに並びます。",
        )
        self.ui.gridStack.addWidget(self.empty)
        for order in SheetOrder:
            self.ui.orderCombo.addItem(order.label)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM_MS)
        self.setFocusProxy(self.grid)
        self._fit_side()
        self._connect()
        self._add_keys()
        self.line.show_nothing(_HINT)

    def _fit_side(self) -> None:
        """Keep the width for the grid, whatever stands beside it."""
        self.ui.sideScroll.setFixedWidth(self.fontMetrics().horizontalAdvance("国") * _SIDE_EMS)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "ui"):
            self._fit_side()

    def _connect(self) -> None:
        grid, ui = self.grid, self.ui
        grid.marked.connect(self.mark)
        grid.told.connect(self._tell_ahead)
        grid.came.connect(self._came)
        grid.cleared.connect(self._clear)
        grid.reason_wanted.connect(self._ask_reason)
        grid.menu_wanted.connect(self._show_menu)
        grid.typed.connect(self._show_entry)
        grid.unknown.connect(self._say_unknown)
        grid.moved.connect(self._show_entry)
        grid.session_changed.connect(self._show_session)
        self.line.written.connect(self.marker.write_reason)
        self.line.finished.connect(self._back_to_grid)
        ui.orderCombo.currentIndexChanged.connect(self.reload)
        ui.makeUpButton.clicked.connect(self._make_up_current)
        self.side.ui.sheetButton.clicked.connect(self._show_sheet)
        self.side.ui.receptionButton.clicked.connect(self._show_reception)
        self._calm.timeout.connect(self.side.show_people)
        self.side.row_wanted.connect(self._go_to)
        self.side.blanks_left.connect(self._go_to_blank)
        self.walk_in.closed.connect(self._form_closed)
        self.make_up.closed.connect(self._form_closed)

    def _add_keys(self) -> None:
        self.add_key("空欄を全員出席に", "F2", self.mark_all, self.ui.presentButton)
        self.add_key("飛び入りを追加", "F6", self.add_walk_in, self.ui.walkInButton)
        self.add_key("この回を実施にする", "Ctrl+Return", self.side.hold)
        self.add_key("出席簿を見る・印刷・Excel", "Ctrl+P", self._show_sheet)
        for keys, text in _HELP:
            self.tell_key(keys, text)

    # Showing

    @Slot()
    def reload(self) -> None:
        """Read the sheet; the current cell stays with the same person and session."""
        if self.course is None:
            return
        sheet = self.store.ask(queries.sheet, self.course, self.order)
        before, place = self.grid.grid.sheet, self._place()
        self.grid.grid.show(sheet)
        self.ui.gridStack.setCurrentIndex(0 if sheet.rows else 1)
        for button in (self.ui.presentButton, self.ui.makeUpButton):
            button.setEnabled(bool(sheet.rows))
        if before is None or before.course != sheet.course:
            self.ui.side.setCurrentWidget(self.side)
            self._go_to_session_of(sheet)
        elif place is not None and self.session() is None:
            self._go_back_to(*place)
        self._show_session()

    @property
    def order(self) -> SheetOrder:
        """The order of the rows, here and on the printed sheet."""
        return list(SheetOrder)[self.ui.orderCombo.currentIndex()]

    def session(self) -> SheetSession | None:
        """Return the session being marked."""
        column = self.grid.session_column()
        return self.grid.grid.sessions[column] if self.grid.grid.is_session(column) else None

    def open_session(self, session: SessionId) -> None:
        """Go to the column of a session."""
        ids = [one.id for one in self.grid.grid.sessions]
        if session in ids:
            self.grid.go_to_session(ids.index(session))
            self.grid.setFocus()

    def _place(self) -> tuple[SessionId, EnrollmentId] | None:
        session, row = self.session(), self._row(self.grid.row())
        return (session.id, row.enrollment) if session and row else None

    def _row(self, row: int) -> SheetRow | None:
        rows = self.grid.grid.rows
        return rows[row] if 0 <= row < len(rows) else None

    def _go_to_session_of(self, sheet: Sheet) -> None:
        """Go to the session of today, else the first not yet held, else the last."""
        today = [n for n, one in enumerate(sheet.sessions) if one.held_on == self.page.today]
        ahead = [n for n, one in enumerate(sheet.sessions) if one.status in _AHEAD]
        self.grid.go_to_session(next(iter([*today, *ahead]), len(sheet.sessions) - 1))

    def _go_back_to(self, session: SessionId, enrollment: EnrollmentId) -> None:
        """Find the cell again after rows or columns came or went."""
        columns = [one.id for one in self.grid.grid.sessions]
        people = [row.enrollment for row in self.grid.grid.rows]
        self.grid.go_to_session(columns.index(session) if session in columns else 0)
        self.grid.go_to_row(people.index(enrollment) if enrollment in people else 0)

    @Slot()
    def _show_session(self) -> None:
        session, sheet = self.session(), self.grid.grid.sheet
        if session is None or sheet is None or self.course is None:
            return
        self.side.show_session(self.course, session, self.order)
        self.side.show_counts(sheet)
        self._calm.start()
        self._show_entry()

    @Slot()
    def _show_entry(self) -> None:
        session, column = self.session(), self.grid.session_column()
        row = self._row(self.grid.row())
        if session is None or row is None:
            self.line.show_nothing(_HINT)
            return
        self.line.show_place(session, row, column)
        if self.grid.digits:
            typed = self.grid.typed_row()
            shown = None if typed is None else self._row(typed)
            self.line.show_typed(self.grid.digits, shown, column)

    @Slot(str)
    def _say_unknown(self, digits: str) -> None:
        self.said.emit(
            f"{digits}番の行はありません（1番から{len(self.grid.grid.rows)}番までです）。"
        )

    # Marking

    @Slot(int, object)
    def mark(self, row: int, mark: Mark) -> None:
        """Mark a row (from 0) in the current session; who is away is asked why."""
        session, person = self.session(), self._row(row)
        if session is None or person is None:
            return
        self.grid.go_to_row(row)
        if mark is Mark.MADE_UP:
            self._make_up_current()
            return
        cell = person.cells[self.grid.session_column()]
        if self.marker.mark(session, person, cell, mark) and mark in ASKS_REASON:
            self.line.ask()

    @Slot()
    def mark_all(self) -> None:
        """Mark everyone present who is blank in the current session."""
        session = self.session()
        if session is None:
            return
        blanks = self.grid.grid.blanks(self.grid.session_column())
        if blanks:
            self.marker.all_present(session, len(blanks))
        else:
            self.said.emit(f"{session.label}に空欄はありません。")
        self.grid.setFocus()

    @Slot(int)
    def _came(self, row: int) -> None:
        person = self._row(row)
        if person is not None and person.cells[self.grid.session_column()].mark is None:
            self.mark(row, Mark.PRESENT)

    @Slot(int)
    def _tell_ahead(self, row: int) -> None:
        session, person = self.session(), self._row(row)
        if session and person and self.marker.tell_ahead(session, person):
            self.line.ask()

    @Slot(int)
    def _clear(self, row: int) -> None:
        session, person = self.session(), self._row(row)
        if session and person:
            self.marker.clear(session, person, person.cells[self.grid.session_column()])

    @Slot(int)
    def _ask_reason(self, row: int) -> None:
        self.grid.go_to_row(row)
        if not self.line.ask():
            self.said.emit("理由を書けるのは、欠席・公欠・遅刻・早退のときです。")

    @Slot(int)
    def _show_menu(self, row: int) -> None:
        person = self._row(row)
        if person is None or self.session() is None:
            return
        cell = person.cells[self.grid.session_column()]
        menu = MarksMenu(person, cell, self)
        menu.chosen.connect(self._chosen)
        menu.popup(self.grid.menu_place(row))

    @Slot(int, object)
    def _chosen(self, row: int, what: object) -> None:
        if isinstance(what, Mark):
            self.mark(row, what)
        else:
            {TOLD: self._tell_ahead, REASON: self._ask_reason, CLEAR: self._clear}[str(what)](row)

    @Slot(bool)
    def _back_to_grid(self, on: bool) -> None:
        self.grid.setFocus()
        if on:
            self.grid.go_to_row(self.grid.row() + 1)

    # Walk-ins and make-ups

    @Slot()
    def add_walk_in(self) -> None:
        """Ask beside the grid who has come unannounced."""
        session = self.session() or next(iter(self.grid.grid.sessions), None)
        if session is not None and self.course is not None:
            self.ui.side.setCurrentWidget(self.walk_in)
            self.walk_in.start(self.course, session)

    @Slot()
    def _make_up_current(self) -> None:
        session, person = self.session(), self._row(self.grid.row())
        if session and person and self.course is not None:
            self.ui.side.setCurrentWidget(self.make_up)
            self.make_up.start(self.course, session, person)

    @Slot(object)
    def _form_closed(self, enrollment: EnrollmentId | None) -> None:
        self.ui.side.setCurrentWidget(self.side)
        session = self.session()
        if enrollment is not None and session is not None:
            self._go_back_to(session.id, enrollment)
        self.grid.setFocus()

    # Going somewhere

    @Slot(int)
    def _go_to(self, row: int) -> None:
        self.grid.go_to_row(row)
        self.grid.setFocus()

    @Slot()
    def _go_to_blank(self) -> None:
        blanks = self.grid.grid.blanks(self.grid.session_column())
        if blanks:
            self._go_to(blanks[0])

    @Slot()
    def _show_sheet(self) -> None:
        self.want_document("attendance-sheet", order=self.order.value)

    @Slot()
    def _show_reception(self) -> None:
        session = self.session()
        self.want_document("reception-sheet", session.id if session else None, self.order.value)
