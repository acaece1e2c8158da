"""Running something long without freezing the window.

A job is a plain function of a ``Progress``.  It runs on another thread, touches no
widget, and answers with a value; what follows happens on the window's own thread.
Create, connect, start, in that order.  Connect a page's methods to a job, never a lambda:
when the page goes, Qt drops the connections to its methods, but a lambda would still be
called, on what is left.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from app.kernel.errors import Cancelled
from app.kernel.progress import Progress


class Job(QObject):
    """One piece of work.  Exactly one of the last three signals ends it.

    ``failed`` carries the exception: ``JobProgress`` tells a refusal and reports a fault.
    ``ending`` comes just before them: the window takes input again, so what follows may go to
    a field.

    ``title`` is what a person reads while it runs (「名簿を取り込んでいます」).  ``writes`` says
    that it changes the office: the window then takes no other work until it is over.  ``quiet``
    says that a page itself shows that it runs: the window shows no bar for it.
    """

    progressed = Signal(int, int)
    ending = Signal()
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(
        self,
        work: Callable[[Progress], Any],
        *,
        title: str = "処理しています",
        writes: bool = False,
        quiet: bool = False,
    ) -> None:
        super().__init__()
        self.title = title
        self.writes = writes
        self.quiet = quiet
        self._work = work
        self._stop = threading.Event()
        self._ended = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._stop.set()

    def step(self, done: int, total: int) -> None:
        if self._stop.is_set():
            raise Cancelled
        self.progressed.emit(done, total)

    def run(self) -> None:
        try:
            self._carry_out()
        finally:
            self._ended.set()

    def _carry_out(self) -> None:
        try:
            result = self._work(self)
        except Cancelled:
            self.ending.emit()
            self.cancelled.emit()
        except Exception as error:
            self.ending.emit()
            self.failed.emit(error)
        else:
            self.ending.emit()
            self.succeeded.emit(result)

    def put_away(self) -> None:
        """Delete the job once its thread has let go of it: that may still be in a signal."""
        self._ended.wait()
        self.deleteLater()


class Jobs(QObject):
    """Runs jobs one after another.  Lives as long as the program, unlike the pages.

    A page may be closed while its job runs.  The job belongs here, so its signals
    still have a sender; Qt drops them if the page they were for is gone.
    ``started`` carries each job: the window shows its progress and what it was refused for.
    """

    started = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._running: list[Job] = []

    @property
    def busy(self) -> bool:
        return bool(self._running)

    def start(self, job: Job) -> None:
        """Queue a job.  Connect to it first: it may be over before this returns."""
        job.setParent(self)
        self._running.append(job)
        job.succeeded.connect(self._over)
        job.failed.connect(self._over)
        job.cancelled.connect(self._over)
        self.started.emit(job)
        # A QRunnable made here would leave its wrapper at an address Qt gives to something else.
        self._pool.start(job.run)

    def close(self) -> None:
        """Stop what runs, forget what waits, and return when all is quiet."""
        self._pool.clear()
        for job in self._running:
            job.cancel()
        self._pool.waitForDone()

    @Slot()
    def _over(self) -> None:
        job = self.sender()
        if isinstance(job, Job) and job in self._running:
            self._running.remove(job)
            job.put_away()
