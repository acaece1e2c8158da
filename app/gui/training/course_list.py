"""The courses of the chosen year: search, bin, and opening or copying one."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.gui.compiled.training.ui_course_list import Ui_CourseList
from app.gui.framework.page import Page
from app.gui.framework.window_model import Column, WindowModel
from app.gui.widgets.empty_state import EmptyState
from app.training import commands, queries
from app.training.course import CourseId
from app.training.queries import CourseListing, CourseRow

_FEWEST_TO_COPY = 1


def short_title(row: CourseRow) -> str:
    """Return what tells the course from the others of its year: its kind, or its own title."""
    if row.kind not in row.title:
        return row.title.removeprefix(f"{row.year} ")
    return row.kind if row.term == 1 else f"{row.kind} 第{row.term}クール"


_COLUMNS: tuple[Column[CourseRow], ...] = (
    Column("講座", short_title, width=9, tip=lambda row: row.title),
    Column("状態", lambda row: row.status.label, width=3),
    Column("受講/定員", lambda row: f"{row.accepted}/{row.capacity}", width=4),
)


class CourseList(QWidget):
    """``chosen`` carries the key of the course that is current, or nothing."""

    chosen = Signal(object)

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._store = page.store
        self.ui = Ui_CourseList()
        self.ui.setupUi(self)
        self.ui.countLabel.prepare(ems=12, quiet=True)
        self.model = WindowModel(self._store, _COLUMNS, self._listing(), self)
        self.ui.courseList.show_model(self.model, "courses")
        self.empty = EmptyState(
            "この年度の講座はまだありません",
            "養成研修やステップアップ研修を開設すると、ここに並びます。"
            "去年の講座を写して開設することもできます。",
            "講座を開設",
        )
        self.ui.stack.addWidget(self.empty)
        self._connect()
        self._say()

    def _connect(self) -> None:
        ui, keys = self.ui, self._page.keys
        keys.add("講座を開設", "Ctrl+N", self.open_course, ui.openButton)
        keys.add("前の講座を写して開設", "Ctrl+Shift+N", self.copy_course, ui.copyButton)
        keys.add("講座を探す", "Ctrl+F", self.focus_search)
        self.empty.wanted.connect(self.open_course)
        ui.searchEdit.textChanged.connect(self._narrow)
        ui.searchEdit.returnPressed.connect(ui.courseList.setFocus)
        ui.binCheck.toggled.connect(self._narrow)
        ui.courseList.chosen.connect(self.chosen)
        self._page.year.changed.connect(self._narrow)
        self.model.modelReset.connect(self._say)

    def choose(self, course: CourseId) -> bool:
        """Make a course current, showing its year or the bin where it is; say whether it is."""
        card = self._store.ask(queries.course, course)
        self._page.year.choose(card.year)
        self.ui.binCheck.setChecked(card.deleted_at is not None)
        if self.model.row_of(course) is None:
            self.ui.searchEdit.clear()
        return self.ui.courseList.choose(course)

    def choose_first(self) -> None:
        """Make the first course current if none is."""
        if self.ui.courseList.current_key() is None and self.model.rowCount():
            self.ui.courseList.setCurrentIndex(self.model.index(0, 0))

    @Slot()
    def open_course(self) -> None:
        """Ask which kind, open such a course with the defaults of its kind, and show it."""
        kinds = self._store.ask(queries.kinds)
        names = [kind.draft.name for kind in kinds]
        year = self._page.year.value
        answer = self._page.dialogs.choose(
            "講座を開設", f"{year}に開設する研修の種別を選んでください。", names
        )
        if answer is None:
            return
        draft = self._store.ask(queries.draft_for, kinds[answer].id, year)
        done = self._store.do(f"講座の開設（{draft.title}）", commands.open_course, draft)
        if done is not None:
            self.choose(done.result)

    @Slot()
    def copy_course(self) -> None:
        """Ask which course to copy into the chosen year, and show the copy."""
        year = self._page.year.value
        listing = CourseListing()
        keys = self._store.ask(listing.keys)
        rows = self._store.ask(listing.rows, keys)
        earlier = [rows[key] for key in keys if rows[key].year <= year]
        if len(earlier) < _FEWEST_TO_COPY:
            self._page.said.emit("写せる講座がまだありません。「講座を開設」から始めてください。")
            return
        answer = self._page.dialogs.choose(
            "前の講座を写す",
            f"{year}に写す講座を選んでください。回のテーマや講師を写し、日程は空にします。",
            [row.title for row in earlier],
        )
        if answer is None:
            return
        source = earlier[answer]
        label = f"講座の写し（{source.title}）"
        done = self._store.do(label, commands.copy_course, source.id, year.start)
        if done is not None:
            self.choose(done.result)

    @Slot()
    def focus_search(self) -> None:
        """Go to the search field."""
        self.ui.searchEdit.setFocus()
        self.ui.searchEdit.selectAll()

    def _listing(self) -> CourseListing:
        return CourseListing(
            self._page.year.value,
            text=self.ui.searchEdit.text().strip(),
            binned=self.ui.binCheck.isChecked(),
        )

    @Slot()
    def _narrow(self) -> None:
        self.model.show(self._listing())

    @Slot()
    def _say(self) -> None:
        listing = self.model.listing
        count = self.model.rowCount()
        narrowed = bool(listing.text) or listing.binned
        self.ui.stack.setCurrentIndex(0 if count or narrowed else 1)
        told = self._store.ask(listing.description)
        self.ui.countLabel.setText(f"{told}　{count}件")
