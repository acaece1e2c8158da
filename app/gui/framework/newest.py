"""Reading off the window's thread: of several requests only the newest is answered."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from app.gui.framework.jobs import Job, Jobs
from app.gui.framework.observable_store import ObservableStore
from app.kernel.progress import Progress

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.storage.store import Store


class Newest(QObject):
    """``arrived`` carries what the newest request read, unless it was dropped meanwhile.

    The page goes on showing what it has until then, and says itself that it reads.
    """

    arrived = Signal(object)

    def __init__(self, store: ObservableStore, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._jobs = store.plain, jobs
        self._job: Job | None = None

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._job is not None

    def ask(self, query: Callable[[Session], Any]) -> None:
        """Read; what was asked before is not wanted any more."""
        self.drop()
        self._job = Job(partial(_read, self._store, query), quiet=True)
        self._job.succeeded.connect(self._read)
        self._job.failed.connect(self._forget)
        self._jobs.start(self._job)

    def drop(self) -> None:
        """Want nothing any more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    @Slot(object)
    def _read(self, found: object) -> None:
        if self.sender() is self._job:
            self._job = None
            self.arrived.emit(found)

    @Slot(object)
    def _forget(self, _error: object) -> None:
        """Let the window say what was wrong: what was shown before stays."""
        if self.sender() is self._job:
            self._job = None


def _read(store: Store, query: Callable[[Session], Any], progress: Progress) -> object:
    progress.step(0, 1)  # one that was superseded while it waited is not read at all
    return store.ask(query)
