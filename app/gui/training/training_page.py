"""The page 研修: the courses of the year at the left, the card of the chosen one at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout

from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.page import Page
from app.gui.framework.search import Hit, Target
from app.gui.framework.shortcuts import KeyHelp
from app.gui.training.applicants_tab import ApplicantsTab
from app.gui.training.attendance_tab import AttendanceTab
from app.gui.training.completion_tab import CompletionTab
from app.gui.training.course_card import CourseCard
from app.gui.training.course_list import CourseList
from app.gui.training.overview_tab import OverviewTab
from app.gui.training.schedule_tab import ScheduleTab
from app.gui.training.tab_keys import TabKeys
from app.gui.widgets.empty_state import EmptyState
from app.kernel.errors import Refusal
from app.training import queries
from app.training.completion import SessionId
from app.training.course import CourseId
from app.training.queries import CourseListing

TABS = (OverviewTab, ScheduleTab, ApplicantsTab, AttendanceTab, CompletionTab)
"""The tabs of a course's card, in their order."""

_LIST_EMS = 21


def find_courses(store: ObservableStore, text: str, limit: int) -> list[Hit]:
    """Find courses of every year by a part of their title."""
    listing = CourseListing(text=text)
    keys = store.ask(listing.keys)[:limit]
    rows = store.ask(listing.rows, keys)
    return [
        Hit(rows[key].title, rows[key].status.label, Target("training", "course", key))
        for key in keys
    ]


class TrainingPage(Page):
    """Links: ``course`` with its key, ``session`` with its key (opens the attendance grid)."""

    finders = (find_courses,)

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)  # type: ignore[arg-type]
        self.keys = TabKeys(self, self._told_keys)
        self.list = CourseList(self)
        self.card = CourseCard(self, TABS)
        self.nothing = EmptyState(
            "講座を選んでください", "左の一覧で選んだ講座の中身が、ここに出ます。"
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self.nothing)
        self.stack.addWidget(self.card)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(self.list)
        self.splitter.addWidget(self.stack)
        self.splitter.setStretchFactor(1, 1)
        em = self.fontMetrics().horizontalAdvance("国")
        self.splitter.setSizes([_LIST_EMS * em, 60 * em])
        self.splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)
        self.setFocusProxy(self.list.ui.courseList)
        self.keys.add("講座の一覧を出す・たたむ", "F4", self.card.ui.listButton.toggle)
        self.list.chosen.connect(self._chosen)
        self.card.wide.connect(self._widen)
        self.card.listed.connect(self._fold)
        self.list.choose_first()

    def open_target(self, target: Target) -> None:
        """Show a course, the attendance of a session, or begin a new course."""
        if not self.may_leave():
            return
        if target.kind == "new":
            self.list.open_course()
        if target.key is None:
            return
        try:
            if target.kind == "course":
                self.list.choose(CourseId(int(target.key)))
            elif target.kind == "session":
                self._open_session(SessionId(int(target.key)))
        except Refusal as refusal:
            self.said.emit(refusal.text)

    def may_leave(self) -> bool:
        return self.card.may_leave()

    def _told_keys(self) -> tuple[KeyHelp, ...]:
        return self.card.told_keys()

    def _open_session(self, session: SessionId) -> None:
        self.list.choose(self.store.ask(queries.course_of, session))
        self.card.open_session(AttendanceTab, session)

    @Slot(object)
    def _chosen(self, key: int | None) -> None:
        shown = self.card.course
        if shown is not None and key != shown and not self.card.may_leave():
            self.list.ui.courseList.choose(shown)
            return
        if key is None:
            self.stack.setCurrentWidget(self.nothing)
            self._fold(listed=True)
            return
        self.stack.setCurrentWidget(self.card)
        self.card.show_course(CourseId(key))

    @Slot(bool)
    def _widen(self, wide: bool) -> None:
        """Fold the list away for a tab that needs the width; F4 brings it back."""
        self.card.ui.listButton.setVisible(wide)
        self.card.ui.listButton.setChecked(not wide)
        self._fold(listed=not wide)

    @Slot(bool)
    def _fold(self, listed: bool) -> None:
        self.list.setVisible(listed)
