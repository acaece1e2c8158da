"""The one window: places at the left, year and search above, the page, and the status line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QMainWindow, QWidget

from app.gui.compiled.ui_main_window import Ui_MainWindow
from app.gui.framework import icons, window_state
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.jobs import Jobs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.page import Page
from app.gui.framework.search import Hit, Target
from app.gui.framework.view import View
from app.gui.framework.year_choice import YearChoice
from app.gui.places import PLACES, Place, find_place
from app.gui.window_menus import WindowMenus
from app.gui.window_search import WindowSearch

_ROOM = QSize(1180, 820)
RESTORE = ("office", "restore")
"""The link that goes back to a backup: its key is the path."""


class MainWindow(QMainWindow):
    """Knows a table of places; makes each page when it is first shown.

    ``painted`` is emitted once, after the window has been drawn.  ``command`` carries a word of
    ``window_menus`` for whoever looks after office files.  ``closing`` asks whether the window
    may go: ``allow_close`` and ``close`` let it.
    """

    painted = Signal()
    command = Signal(str)
    restore_wanted = Signal(str)
    closing = Signal()

    def __init__(
        self,
        view: View,
        year: YearChoice,
        dialogs: Dialogs,
        jobs: Jobs,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__()
        self._view, self.year, self.dialogs = view, year, dialogs
        self._jobs, self._clock = jobs, clock
        self.store: ObservableStore | None = None
        self._pages: dict[str, Page] = {}
        self._may_close = False
        self._was_painted = False
        self.ui = Ui_MainWindow()
        self.ui.setupUi(self)
        self.menus = WindowMenus(
            self, self.command.emit, self.go_to, self.show_keys, self.focus_search
        )
        self.search = WindowSearch(lambda: self.store, self._actions, self.go)
        self._blank = QLabel("読み込んでいます…")
        self._blank.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._blank.setProperty("quiet", True)  # noqa: FBT003
        self.ui.pages.addWidget(self._blank)
        self.ui.placeList.setEnabled(False)
        self._connect()
        self._draw_icons()
        self._show_year()
        self._restore()

    def _connect(self) -> None:
        self.ui.placeList.wanted.connect(self.go_to)
        self.ui.yearBack.clicked.connect(self.year.back)
        self.ui.yearForward.clicked.connect(self.year.forward)
        self.year.changed.connect(self._show_year)
        self._view.changed.connect(self._draw_icons)
        self.ui.searchBox.prepare(self.search.hits)
        self.ui.searchBox.chosen.connect(self._follow_hit)
        self.ui.searchBox.left.connect(self._focus_page)

    @Slot()
    def _draw_icons(self) -> None:
        """Draw everything again that depends on the colours or the size of text."""
        self.ui.placeList.draw()
        self.ui.yearBack.setIcon(icons.icon("chevron-left"))
        self.ui.yearForward.setIcon(icons.icon("chevron-right"))

    def _restore(self) -> None:
        state = window_state.current()
        if state is None or not state.restore_window(self):
            self.resize(_ROOM.boundedTo(self.screen().availableSize()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.ui.placeList.setFocus()

    # The office

    def show_office(self, store: ObservableStore, title: str) -> None:
        """Show an office that has been opened, with its first place."""
        self.leave_office()
        self.store = store
        self.setWindowTitle(f"{title} — くらしの台帳")
        self.menus.undo.watch(store)
        self.menus.office_open(is_open=True)
        self.ui.statusLine.watch(store)
        self.ui.statusLine.undo_wanted.connect(store.undo_last)
        self.ui.statusLine.redo_wanted.connect(store.redo)
        self.ui.placeList.setEnabled(True)
        self.go_to(PLACES[0].name)

    def leave_office(self) -> None:
        """Let go of every page and of the office."""
        self.ui.placeList.setEnabled(False)
        self.ui.placeList.show_place("")
        self.ui.pages.setCurrentWidget(self._blank)
        for page in self._pages.values():
            self.ui.pages.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        self.ui.statusLine.clear()
        self.menus.undo.watch(None)
        self.menus.office_open(is_open=False)
        self.setWindowTitle("くらしの台帳")
        self.store = None

    def show_alone(self, widget: QWidget) -> None:
        """Show something while no office is open (the welcome page)."""
        if self.ui.pages.indexOf(widget) < 0:
            self.ui.pages.addWidget(widget)
        self.ui.pages.setCurrentWidget(widget)
        widget.setFocus()

    @Slot()
    def close_alone(self) -> None:
        """Take away what was shown alone and go to the first place."""
        shown = self.ui.pages.currentWidget()
        self.go_to(PLACES[0].name)
        if shown is not None and not isinstance(shown, Page):
            self.ui.pages.removeWidget(shown)
            shown.close()
            shown.deleteLater()

    # Going somewhere

    def go_to(self, name: str) -> None:
        """Show a place."""
        self.go(Target(name))

    @Slot(object)
    def go(self, target: Target) -> None:
        """Show a place, and in it what a link leads to, unless the page there is kept open."""
        if (target.place, target.kind) == RESTORE:
            self.restore_wanted.emit(str(target.key))
            return
        current = self.ui.pages.currentWidget()
        _number, place = find_place(target.place)
        if self.store is None or place is None:
            return
        page = self._page(place)
        if isinstance(current, Page) and current is not page and not current.may_leave():
            self.ui.placeList.show_place(self._name_of(current))
            return
        self.ui.pages.setCurrentWidget(page)
        self.ui.placeList.show_place(place.name)
        if target.kind:
            page.open_target(target)

    def _name_of(self, page: Page) -> str:
        return next((name for name, known in self._pages.items() if known is page), "")

    def _page(self, place: Place) -> Page:
        page = self._pages.get(place.name)
        if page is None:
            made = place.page_class()
            self.search.remember(made)
            store = self.store
            assert store is not None
            page = made(store, self.year, self.dialogs, self._jobs, self._clock, self)
            page.wanted.connect(self.go)
            page.said.connect(self.ui.statusLine.say)
            self._pages[place.name] = page
            self.ui.pages.addWidget(page)
        return page

    # Search and keys

    def _actions(self) -> list[QAction]:
        current = self.ui.pages.currentWidget()
        of_page = current.keys.actions if isinstance(current, Page) else []
        return [*of_page, *self.menus.actions]

    @Slot(object)
    def _follow_hit(self, hit: Hit) -> None:
        self._focus_page()
        self.search.follow(hit)

    def focus_search(self) -> None:
        self.ui.searchBox.setFocus()
        self.ui.searchBox.selectAll()

    @Slot()
    def _focus_page(self) -> None:
        if (page := self.ui.pages.currentWidget()) is not None:
            page.setFocus()

    def show_keys(self) -> None:
        """Show the keys of this page and of the window."""
        from app.gui.framework.keys_dialog import KeysDialog  # noqa: PLC0415  not at start

        page = self.ui.pages.currentWidget()
        own = page.keys.help() if isinstance(page, Page) else ()
        sections = [("この画面", own)] if own else []
        KeysDialog([*sections, ("どこでも", self.menus.help())], self).open()

    @Slot()
    def _show_year(self) -> None:
        self.ui.yearLabel.setText(str(self.year.value))

    # Leaving

    def allow_close(self) -> None:
        self._may_close = True

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        page = self.ui.pages.currentWidget()
        if not self._may_close and isinstance(page, Page) and not page.may_leave():
            event.ignore()
            return
        if self.store is not None and not self._may_close:
            event.ignore()
            self.closing.emit()
            return
        if (state := window_state.current()) is not None:
            state.save_window(self)
        super().closeEvent(event)
