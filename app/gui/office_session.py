"""The office the window shows: opening, making, backing up and closing its file.

Everything that touches the file runs as a job.  The database is imported by the first of them,
after the window has been drawn.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal, Slot

from app.gui.framework.dialogs import Dialogs
from app.gui.framework.jobs import Job, Jobs
from app.gui.framework.observable_store import ObservableStore
from app.gui.places import PLACES
from app.kernel.errors import FileLost, Refusal
from app.kernel.paths import Paths
from app.kernel.progress import Progress

if TYPE_CHECKING:
    from types import ModuleType

    from app.gui.office_work import Opened
    from app.gui.welcome.answers import Answers

_EAGER_SWITCH = 0.0005
KINDS = "事務所ファイル (*.kurashi);;すべてのファイル (*)"
NEW_NAME = "くらしの台帳.kurashi"
_CLOSING = "控えを取って、事務所ファイルを閉じています"


class OfficeSession(QObject):
    """The office that is open, if any.

    ``opened`` carries the ``Opened`` office, ``none`` says that there is none to show, ``lost``
    carries the path of one that is damaged or gone, and the sentence that says so;
    ``created`` carries the answers and the passphrase an office was made with, ``page_ready``
    a page class that has been imported; ``closed`` says that the file has been let go.
    """

    opened = Signal(object)
    none = Signal()
    lost = Signal(object, str)
    created = Signal(object, object)
    page_ready = Signal(object)
    closed = Signal()

    def __init__(
        self,
        paths: Paths,
        dialogs: Dialogs,
        jobs: Jobs,
        clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._paths, self._dialogs, self._jobs, self._clock = paths, dialogs, jobs, clock
        self._quiet = Jobs(self)
        self.current: Opened | None = None
        self.store: ObservableStore | None = None
        self._path = Path()
        self._then: Callable[[], None] | None = None
        self._made: tuple[Answers, str | None] | None = None

    def start(self, path: Path | None) -> None:
        """Import the database in the background, then open a file or say that there is none."""
        if path is None:
            self._run(self._import_quietly, self._nothing_to_open)
        else:
            self.open(path)

    def open(self, path: Path, passphrase: str | None = None) -> None:
        """Open an office file, asking for its passphrase if it has one that is not given."""
        self._path = path
        if passphrase is None:
            self._run(partial(_look_at, path), self._looked_at)
        else:
            work = partial(_open, path, passphrase, self._paths, self._clock)
            self._run(work, self._show)

    def choose(self) -> Path | None:
        """Ask for an office file."""
        return self._dialogs.ask_open_path("事務所ファイルを開く", KINDS)

    def create(self, answers: Answers) -> None:
        """Ask where, make the office, and open it."""
        path = self._dialogs.ask_save_path("事務所ファイルを作る場所", NEW_NAME, KINDS)
        if path is None:
            return
        passphrase = None
        if answers.encrypted:
            passphrase = self._dialogs.ask_passphrase(
                "パスフレーズを決める",
                "事務所ファイルを開くときのパスフレーズを決めてください。",
                new=True,
            )
            if passphrase is None:
                return
        self._made = (answers, passphrase)
        work = partial(_create, path, passphrase, answers, self._paths, self._clock)
        job = Job(work, title="事務所ファイルを作っています", writes=True)
        job.succeeded.connect(self._show)
        job.failed.connect(self._not_made)
        job.cancelled.connect(self._not_made)
        self._jobs.start(job)

    def back_up(self) -> None:
        """Take a checked copy now."""
        if self.store is not None:
            work = partial(_back_up, self.store, self._paths.backups)
            job = Job(work, title="控えを取っています", writes=True)
            job.succeeded.connect(self._backed_up)
            self._jobs.start(job)

    def close(self, then: Callable[[], None] | None = None) -> None:
        """Take the backup that belongs to closing, let go of the file, then go on."""
        self._then = then
        if self.current is None:
            self._closed()
            return
        job = Job(partial(_close, self.current), title=_CLOSING, writes=True)
        job.succeeded.connect(self._closed)
        job.failed.connect(self._not_closed)
        self._jobs.start(job)

    def import_pages(self) -> None:
        """Import the pages that have not been shown, so that they appear at once."""
        self._run(self._import_pages, None)

    def end(self) -> None:
        """Wait for what still runs."""
        self._quiet.close()

    # Work on the other thread

    def _import_quietly(self, _progress: Progress) -> None:
        _work()

    def _import_pages(self, _progress: Progress) -> None:
        for place in PLACES:
            self.page_ready.emit(place.page_class())

    def _run(self, work: Callable[[Progress], object], then: Callable[..., None] | None) -> None:
        job = Job(work)
        if then is not None:
            job.succeeded.connect(then)
        job.failed.connect(self._failed)
        self._quiet.start(job)

    # What follows, on the window's own thread

    @Slot(object)
    def _nothing_to_open(self, _nothing: object = None) -> None:
        self.none.emit()

    @Slot(object)
    def _looked_at(self, encrypted: object) -> None:
        passphrase = None
        if encrypted:
            passphrase = self._dialogs.ask_passphrase(
                "パスフレーズ", f"「{self._path.stem}」のパスフレーズを入力してください。"
            )
            if passphrase is None:
                self.none.emit()
                return
        work = partial(_open, self._path, passphrase, self._paths, self._clock)
        self._run(work, self._show)

    @Slot(object)
    def _show(self, opened: Opened) -> None:
        self.current = opened
        self.store = ObservableStore(opened.store, self)
        self.opened.emit(opened)
        if self._made is not None:
            answers, passphrase = self._made
            self._made = None
            self.created.emit(answers, passphrase)

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        if isinstance(error, FileLost):
            self.lost.emit(self._path, error.text)
            return
        if not isinstance(error, Refusal):
            sys.excepthook(type(error), error, error.__traceback__)
        else:
            self._dialogs.tell(error.text)
            if "passphrase" in error.fields:
                self._looked_at(encrypted=True)
                return
        if self.current is None:
            self.none.emit()

    @Slot()
    def _not_made(self, _error: object = None) -> None:
        self._made = None

    @Slot(object)
    def _backed_up(self, path: Path) -> None:
        if self.store is not None:
            self.store.noted.emit(f"控えを取りました：{path.name}")

    @Slot(object)
    def _closed(self, _nothing: object = None) -> None:
        self.current = None
        self.store = None
        self.closed.emit()
        if self._then is not None:
            self._then()

    @Slot(object)
    def _not_closed(self, _error: Exception) -> None:
        """Ask whether to go on: the window has told why there is no backup."""
        if self._dialogs.confirm(
            "控えを取れませんでした",
            "控えを取らずに閉じますか。保存した記録は事務所ファイルに残っています。",
            "控えなしで閉じる",
        ):
            self._closed()


def _work() -> ModuleType:
    """Import the work on office files; the window's thread keeps getting its turns meanwhile."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(_EAGER_SWITCH)
    try:
        return importlib.import_module("app.gui.office_work")
    finally:
        sys.setswitchinterval(before)


def _look_at(path: Path, _progress: Progress) -> bool:
    return cast("bool", _work().needs_passphrase(path))


def _open(
    path: Path,
    passphrase: str | None,
    paths: Paths,
    clock: Callable[[], datetime],
    _progress: Progress,
) -> object:
    opened = _work().open_office(path, passphrase, paths, clock)
    PLACES[0].page_class().prepare(opened.store, clock().date())
    return opened


def _create(
    path: Path,
    passphrase: str | None,
    answers: Answers,
    paths: Paths,
    clock: Callable[[], datetime],
    progress: Progress,
) -> object:
    return _work().create_office(path, passphrase, answers, paths, clock, progress)


def _back_up(store: ObservableStore, folder: Path, progress: Progress) -> object:
    return _work().back_up(store.plain, folder, progress)


def _close(opened: Opened, _progress: Progress) -> None:
    _work().close_office(opened.store)
