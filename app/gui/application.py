"""Builds the program's window and runs it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from app.gui.desk import Desk
from app.gui.framework import folders, view, window_state
from app.gui.framework.dialogs import program_dialogs
from app.gui.framework.excepthook import Reporter
from app.gui.framework.jobs import Jobs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.view import View
from app.gui.framework.window_state import WindowState
from app.gui.framework.year_choice import YearChoice
from app.gui.main_window import MainWindow
from app.gui.places import PLACES
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.kernel.paths import Paths
from app.machine import find_paths, now, start_log

if TYPE_CHECKING:
    from app.storage.store import Store


def run(office: Path | None = None, data: Path | None = None) -> int:
    """Show the window until it is closed; return the exit code.

    Opens ``office``, or else the office opened last, or else the welcome page.
    """
    app = make_application()
    try:
        paths = find_paths(data)
    except Refusal as refusal:
        program_dialogs()[0].tell(refusal.text)
        return 2
    desk = build(paths, now)
    desk.window.painted.connect(partial(start_log, paths))
    desk.start(office)
    desk.window.show()
    code = app.exec()
    desk.end()
    return code


def make_application() -> QApplication:
    """Return the application, speaking Japanese."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("kurashi")
    app.setApplicationDisplayName("くらしの台帳")
    QLocale.setDefault(QLocale(QLocale.Language.Japanese, QLocale.Country.Japan))
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_ja", folder):
        app.installTranslator(translator)
    return app


def build(paths: Paths, clock: Callable[[], datetime]) -> Desk:
    """Return everything around a window that has no office yet."""
    look = View(paths.data)
    look.apply()
    view.use(look)
    window_state.use(WindowState(paths.data))
    folders.use(paths)
    dialogs, late = program_dialogs()
    reporter = Reporter(dialogs, paths.logs, "")
    reporter.install()
    desk = Desk(paths, clock, look, dialogs, reporter)
    late.over(desk.window)
    return desk


def show_every_page(store: Store, paths: Paths, clock: Callable[[], datetime]) -> int:
    """Show every place of the window once on an office and return how many there are."""
    app = make_application()
    look = View(paths.data)
    look.apply()
    view.use(look)
    folders.use(paths)
    jobs = Jobs()
    year = YearChoice(FiscalYear.of(clock().date()))
    window = MainWindow(look, year, program_dialogs()[0], jobs, clock)
    window.show_office(ObservableStore(store, window), "点検")
    window.show()
    for place in PLACES:
        window.go_to(place.name)
        app.processEvents()
        window.grab()
    window.leave_office()
    window.close()
    jobs.close()
    window.deleteLater()
    app.processEvents()
    return len(PLACES)
