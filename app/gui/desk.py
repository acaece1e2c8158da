"""The window with all that it needs, and how an office comes into it and leaves it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from app.gui.backup_start import BackupStart
from app.gui.framework.collector import Collector
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.excepthook import Reporter
from app.gui.framework.job_progress import JobProgress
from app.gui.framework.jobs import Jobs
from app.gui.framework.search import Target
from app.gui.framework.view import View
from app.gui.framework.year_choice import YearChoice
from app.gui.main_window import MainWindow
from app.gui.office_restore import OfficeRestore
from app.gui.office_session import OfficeSession
from app.gui.timeline.opened_files import remove_copies
from app.gui.window_menus import BACK_UP, CLOSE, NEW, OPEN
from app.kernel.fiscal_year import FiscalYear
from app.kernel.paths import Paths

if TYPE_CHECKING:
    from app.gui.office_work import Opened
    from app.gui.welcome.answers import Answers
    from app.gui.welcome.welcome_page import WelcomePage

_IDLE_MS = 300


class Desk(QObject):
    """Joins the window and the session; owns the jobs."""

    def __init__(
        self,
        paths: Paths,
        clock: Callable[[], datetime],
        view: View,
        dialogs: Dialogs,
        reporter: Reporter,
    ) -> None:
        super().__init__()
        self._collector = Collector(self)
        self._clock, self._view, self._dialogs = clock, view, dialogs
        self.year = YearChoice(FiscalYear.of(clock().date()), self)
        self.jobs = Jobs(self)
        self.window = MainWindow(view, self.year, dialogs, self.jobs, clock)
        self.progress = JobProgress(self.jobs, dialogs, reporter, self.window)
        self.session = OfficeSession(paths, dialogs, self.jobs, clock, self)
        self._restore = OfficeRestore(
            self.session, dialogs, self.jobs, paths.backups, self._put_away, self
        )
        self._begin = BackupStart(self.session, dialogs, self.jobs, paths.backups, self)
        self._data = paths.data
        remove_copies(self._data)
        self._welcome: WelcomePage | None = None
        self._first: Path | None = None
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_IDLE_MS)
        self._idle.timeout.connect(self.session.import_pages)
        self.window.painted.connect(self._painted)
        self.window.command.connect(self._command)
        self.window.restore_wanted.connect(self._restore.start)
        self.window.closing.connect(self._leave)
        self.session.opened.connect(self._opened)
        self.session.created.connect(self._created)
        self.session.none.connect(self._show_welcome)
        self.session.lost.connect(self._lost)
        self._begin.shown.connect(self.window.show_alone)
        self._begin.left.connect(self._show_welcome)
        self.session.page_ready.connect(self.window.search.remember)

    def start(self, office: Path | None) -> None:
        """Open an office (or the last one) once the window has been drawn."""
        recent = self._view.settings.recent
        self._first = office or (Path(recent[0]) if recent else None)

    def end(self) -> None:
        """Wait for everything that runs, and let go of the office if that has not been done."""
        self._idle.stop()
        self.jobs.close()
        self.session.end()
        remove_copies(self._data)
        self.window.deleteLater()
        self._collector.close()

    @Slot()
    def _painted(self) -> None:
        QTimer.singleShot(0, partial(self.session.start, self._first))

    @Slot(object)
    def _opened(self, opened: Opened) -> None:
        self._view.change(self._view.settings.opened(opened.path))
        store = self.session.store
        if store is not None:
            self.window.show_office(store, opened.title)
            self._idle.start()

    @Slot(object, object)
    def _created(self, answers: Answers, passphrase: str | None) -> None:
        self.year.choose(answers.year)
        if answers.start == "import":
            self.window.go(Target("contacts", "import"))
        if passphrase is not None and self.session.current is not None:
            self._show_recovery_sheet(self.session.current.path, passphrase)

    def _show_recovery_sheet(self, path: Path, passphrase: str) -> None:
        from app.gui.welcome.recovery import show_recovery_sheet  # noqa: PLC0415

        show_recovery_sheet(self.window, path, passphrase, self._clock().date(), self._dialogs)

    @Slot()
    def _show_welcome(self) -> None:
        from app.gui.welcome.welcome_page import WelcomePage  # noqa: PLC0415  not at start

        if self._welcome is None:
            self._welcome = WelcomePage(self.year.value)
            self._welcome.create_wanted.connect(self.session.create)
            self._welcome.open_path.connect(self.session.open)
            self._welcome.open_other.connect(self._choose)
            self._welcome.backup_wanted.connect(self._show_backups)
        self._welcome.show_recent(self._recent())
        self.window.show_alone(self._welcome)

    def _recent(self) -> list[Path]:
        return [Path(name) for name in self._view.settings.recent]

    @Slot()
    def _show_backups(self) -> None:
        self._begin.show_list(self._recent())

    @Slot(object, str)
    def _lost(self, path: Path, text: str) -> None:
        self._begin.offer(path, text, self._recent())

    @Slot(str)
    def _command(self, command: str) -> None:
        if command == OPEN:
            self._choose()
        elif command == BACK_UP:
            self.session.back_up()
        elif command in (CLOSE, NEW):
            self._put_away(self._show_welcome)

    @Slot()
    def _choose(self) -> None:
        path = self.session.choose()
        if path is not None:
            self._put_away(partial(self.session.open, path))

    def _put_away(self, then: Callable[[], None]) -> None:
        self.window.leave_office()
        remove_copies(self._data)
        self.session.close(then=then)

    @Slot()
    def _leave(self) -> None:
        """Close the office, then the window."""
        self._put_away(self._close_window)

    def _close_window(self) -> None:
        self.window.allow_close()
        self.window.close()
