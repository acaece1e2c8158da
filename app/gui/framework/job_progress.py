"""What the window shows of a running job: a bar after a moment, and what it was refused for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from app.gui.framework.dialogs import Dialogs
from app.gui.framework.excepthook import Reporter
from app.gui.framework.jobs import Job, Jobs
from app.kernel.errors import Refusal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QProgressDialog

PATIENCE_MS = 400


class JobProgress(QObject):
    """Watches the jobs of a window.

    A bar appears once a job has taken 400 ms.  It is modal if the job writes, so that nothing
    else can slip in between.  A refusal is told, any other failure reported as a fault.
    """

    def __init__(self, jobs: Jobs, dialogs: Dialogs, reporter: Reporter, window: QWidget) -> None:
        super().__init__(window)
        self._dialogs = dialogs
        self._reporter = reporter
        self._window = window
        self._job: Job | None = None
        self._focus: QWidget | None = None
        self.bar: QProgressDialog | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE_MS)
        self._timer.timeout.connect(self._show)
        jobs.started.connect(self._watch)

    @Slot(object)
    def _watch(self, job: Job) -> None:
        job.failed.connect(self._fail)
        if job.quiet:
            return
        job.progressed.connect(self._step)
        job.ending.connect(self._end)
        self._job = job
        self._timer.start()
        if job.writes:
            self._focus = QApplication.focusWidget()
            self._window.setEnabled(False)

    @Slot()
    def _show(self) -> None:
        if self._job is None or self.bar is not None:
            return
        from PySide6.QtWidgets import QProgressDialog  # noqa: PLC0415  not needed at start

        bar = QProgressDialog(self._job.title, "中止する", 0, 0, self._window)
        bar.setWindowTitle("くらしの台帳")
        bar.setWindowModality(
            Qt.WindowModality.WindowModal if self._job.writes else Qt.WindowModality.NonModal
        )
        bar.setAutoReset(False)
        bar.setAutoClose(False)
        bar.setMinimumDuration(0)
        bar.canceled.connect(self._job.cancel)
        self._unlock()
        bar.show()
        self.bar = bar

    @Slot(int, int)
    def _step(self, done: int, total: int) -> None:
        if self.bar is not None:
            self.bar.setMaximum(total)
            self.bar.setValue(done)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        if isinstance(error, Refusal):
            self._dialogs.tell(error.text)
        else:
            self._reporter.report(error)

    @Slot()
    def _end(self) -> None:
        self._timer.stop()
        self._job = None
        self._unlock()
        if self.bar is not None:
            self.bar.close()
            self.bar.deleteLater()
            self.bar = None

    def _unlock(self) -> None:
        """Let the window take input again, with the cursor where it was."""
        if not self._window.isEnabled():
            self._window.setEnabled(True)
            if self._focus is not None and isValid(self._focus):
                self._focus.setFocus()
        self._focus = None
