"""One mark in the attendance grid: key pressed, committed, painted; and its syncs counted.

The anchor paints what a mark paints, and nothing more: the regions are noted while marks are made,
then the same regions are painted without any mark.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.gui.framework.jobs import Jobs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.qt_dialogs import QtDialogs
from app.gui.framework.search import Target
from app.gui.framework.view import View
from app.gui.framework.year_choice import YearChoice
from app.gui.main_window import MainWindow
from app.gui.training.attendance_tab import AttendanceTab
from app.kernel.fiscal_year import FiscalYear
from app.storage.store import Store
from app.training import commands, queries
from app.training.completion import Mark
from app.training.course import CourseId, EnrollmentId
from bench.offices import NOW, copied, open_at, sample_office
from bench.rounds import ROOT, Line, Samples, compare, figure, percentile

_MARKS = 120
_SYNCED = 40
_COURSE = CourseId(5)


def run(folder: Path) -> Iterator[Line]:
    source = sample_office(folder)
    yield from _syncs(source, folder)
    app = QApplication.instance() or QApplication([])
    View().apply()
    plain = open_at(copied(source, "marking"))
    plain.do("測定", commands.reopen, _COURSE)
    store = ObservableStore(plain)
    jobs = Jobs()
    year = YearChoice(FiscalYear.of(NOW.date()))
    window = MainWindow(View(), year, QtDialogs(), jobs, lambda: NOW)
    window.show_office(store, "測定")
    session = store.ask(queries.sheet, _COURSE).sessions[0].id
    window.show()
    QTest.qWaitForWindowExposed(window)
    window.go(Target("training", "session", session))
    _settle()
    (tab,) = window.findChildren(AttendanceTab)
    marks, bare, stored = _measure(window, tab, plain)
    yield compare("mark, committed and painted / painting alone", marks, bare, 4)
    yield figure("mark, 99th percentile", [percentile(marks, 99)])
    yield figure("the store's part of a mark", stored)
    window.leave_office()
    plain.copy_due = False
    plain.close()
    del app


def _measure(
    window: MainWindow, tab: AttendanceTab, plain: Store
) -> tuple[Samples, Samples, Samples]:
    watch = _Painted(window)
    marks: Samples = []
    bare: Samples = []
    stored: Samples = []
    tab.grid.setFocus()
    tab.grid.go_to_session(0)
    sheet = tab.grid.grid.sheet
    assert sheet is not None
    keys = [EnrollmentId(row.enrollment) for row in sheet.rows]
    session = sheet.sessions[0].id
    for number in range(_MARKS):
        row = number % len(keys)
        began = time.perf_counter()
        plain.do("測定", commands.mark_attendance, session, {keys[row]: Mark.ABSENT})
        stored.append((time.perf_counter() - began) * 1000)
        tab.reload()
        tab.grid.go_to_row(row)
        _settle()
        watch.forget()
        began = time.perf_counter()
        QTest.keyClick(tab.grid, Qt.Key.Key_O)
        _settle()
        marks.append((time.perf_counter() - began) * 1000)
        regions = watch.taken()
        began = time.perf_counter()
        for widget, region in regions:
            widget.update(region)
        _settle()
        bare.append((time.perf_counter() - began) * 1000)
    return marks[10:], bare[10:], stored[10:]


def _settle() -> None:
    """Let everything posted happen, painting last."""
    QCoreApplication.sendPostedEvents()
    QCoreApplication.processEvents()


class _Painted(QObject):
    """Notes what is painted."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._regions: list[tuple[QWidget, QRegion]] = []
        for widget in [window, *window.findChildren(QWidget)]:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QPaintEvent) and isinstance(watched, QWidget):
            self._regions.append((watched, QRegion(event.region())))
        return False

    def forget(self) -> None:
        self._regions = []

    def taken(self) -> list[tuple[QWidget, QRegion]]:
        taken, self._regions = self._regions, []
        return taken


def _syncs(source: Path, folder: Path) -> Iterator[Line]:
    """Count the syncs of forty marks with strace, those of opening and closing taken off."""
    if shutil.which("strace") is None:
        print("strace is not installed: the syncs of a mark are not counted.")
        return
    counts = []
    for marks in (0, _SYNCED):
        path = copied(source, "marking")
        log = folder / "syncs.txt"
        command = ["strace", "-f", "-qq", "-e", "trace=fsync,fdatasync", "-o", log, sys.executable]
        words = [*command, "-m", "bench.marking", path, marks]
        subprocess.run([str(word) for word in words], cwd=ROOT, check=True, capture_output=True)
        counts.append(sum("sync(" in line for line in log.read_text().splitlines()))
    yield figure("syncs of one mark", [(counts[1] - counts[0]) / _SYNCED], 1, unit="")


def main(office: str, marks: str) -> None:
    """Mark so many times, for the count of syncs."""
    store = open_at(Path(office))
    store.do("測定", commands.reopen, _COURSE)
    sheet = store.ask(queries.sheet, _COURSE)
    rows, session = sheet.rows, sheet.sessions[0].id
    everybody = {EnrollmentId(row.enrollment): Mark.EXCUSED for row in rows}
    store.do("測定", commands.mark_attendance, session, everybody)
    for key in list(everybody)[: int(marks)]:
        store.do("測定", commands.mark_attendance, session, {key: Mark.ABSENT})
    store.copy_due = False
    store.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
