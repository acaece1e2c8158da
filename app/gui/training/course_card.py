"""The card of one course: what it is and how it stands, and its tabs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.gui.compiled.training.ui_course_card import Ui_CourseCard
from app.gui.framework.page import Page
from app.gui.framework.shortcuts import KeyHelp
from app.gui.training.course_tab import CourseTab
from app.kernel.errors import Refusal
from app.training import queries
from app.training.completion import SessionId
from app.training.course import CourseId, SessionStatus

_TABLES = frozenset({"course", "course_session", "enrollment"})


class CourseCard(QWidget):
    """Makes each tab when it is first shown.

    ``wide`` says whether the tab now shown needs the whole width; ``listed`` that the list of
    courses is wanted beside it, or not.
    """

    wide = Signal(bool)
    listed = Signal(bool)

    def __init__(
        self, page: Page, tabs: Sequence[type[CourseTab]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._classes = tuple(tabs)
        self._made: dict[int, CourseTab] = {}
        self._layouts: list[QVBoxLayout] = []
        self.course: CourseId | None = None
        self.ui = Ui_CourseCard()
        self.ui.setupUi(self)
        self.ui.tabs.setDrawBase(False)
        self.ui.tabs.setExpanding(False)
        self.ui.factsLabel.prepare(ems=22, quiet=True)
        for number, tab in enumerate(self._classes):
            holder = QWidget()
            layout = QVBoxLayout(holder)
            layout.setContentsMargins(0, 5, 0, 0)
            self._layouts.append(layout)
            self.ui.tabStack.addWidget(holder)
            self.ui.tabs.addTab(tab.title)
            page.keys.add(f"「{tab.title}」を開く", f"Alt+{number + 1}", self._to(number))
        self.ui.tabs.currentChanged.connect(self._tab_chosen)
        self.ui.tabs.tabBarClicked.connect(self._tab_clicked, Qt.ConnectionType.QueuedConnection)
        self.ui.listButton.toggled.connect(self.listed)
        page.store.changed.connect(self._changed)

    def show_course(self, course: CourseId) -> None:
        """Show a course in the tab that is open."""
        self.course = course
        self._say()
        self._tab_chosen()

    def show_tab(self, tab: type[CourseTab]) -> CourseTab:
        """Open the tab of a class and return it."""
        number = self._classes.index(tab)
        self.ui.tabs.setCurrentIndex(number)
        return self._tab(number)

    def open_session(self, tab: type[CourseTab], session: SessionId) -> None:
        """Open a tab at a session."""
        self.show_tab(tab).open_session(session)

    def may_leave(self) -> bool:
        """Say whether the tab now shown can be left."""
        shown = self._made.get(self.ui.tabs.currentIndex())
        return shown is None or shown.may_leave()

    def told_keys(self) -> tuple[KeyHelp, ...]:
        """Return the keys the tab now shown handles by itself."""
        shown = self._made.get(self.ui.tabs.currentIndex())
        return shown.told_keys() if shown else ()

    @property
    def is_wide(self) -> bool:
        return self._classes[self.ui.tabs.currentIndex()].wide

    def _to(self, number: int) -> Callable[[], None]:
        def go() -> None:
            self.ui.tabs.setCurrentIndex(number)
            self._tab(number).setFocus()

        return go

    def _tab(self, number: int) -> CourseTab:
        made = self._made.get(number)
        if made is None:
            made = self._classes[number](self._page)
            made.wanted.connect(self._page.wanted)
            made.said.connect(self._page.said)
            self._made[number] = made
            self._layouts[number].addWidget(made)
            made.show()
        return made

    @Slot(int)
    def _tab_clicked(self, number: int) -> None:
        """Let the keys of a tab that was clicked work at once."""
        if number == self.ui.tabs.currentIndex() and self.course is not None:
            self._tab(number).setFocus()

    @Slot()
    def _tab_chosen(self) -> None:
        self.ui.tabStack.setCurrentIndex(self.ui.tabs.currentIndex())
        self._head_in_one_row(self.is_wide)
        if self.course is not None:
            self._tab(self.ui.tabs.currentIndex()).show_course(self.course)
        self.wide.emit(self.is_wide)

    def _head_in_one_row(self, one: bool) -> None:
        """Put the title beside the tabs, or above them where there is not the width."""
        beside, above = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.BottomToTop
        self.ui.headBox.setDirection(beside if one else above)
        em = self.fontMetrics().horizontalAdvance("国")
        self.ui.headBox.setSpacing(em if one else 4)
        self.ui.titleRow.setSpacing(em)

    @Slot(object)
    def _changed(self, tables: frozenset[str]) -> None:
        if tables & _TABLES and self.course is not None:
            self._say()

    def _say(self) -> None:
        if self.course is None:
            return
        try:
            card = self._page.store.ask(queries.course, self.course)
        except Refusal:  # the course was opened a moment ago and that was undone
            self.course = None
            return
        counted = card.counts
        held = sum(one.status is SessionStatus.HELD for one in card.sessions)
        facts = [
            "ごみ箱" if card.deleted_at else card.draft.status.label,
            f"受講決定 {counted.on_roll}/{counted.capacity}名",
            f"実施 {held}/{len(card.sessions)}回",
            f"キャンセル待ち {counted.waiting}名" if counted.waiting else "",
        ]
        self._show_title(card.draft.title.removeprefix(f"{card.year} "))
        self.ui.factsLabel.setText("　".join(fact for fact in facts if fact))

    def _show_title(self, title: str) -> None:
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(title) / metrics.horizontalAdvance("国")
        self.ui.titleLabel.prepare(ems=width + 1, bold=True)
        self.ui.titleLabel.setText(title)
