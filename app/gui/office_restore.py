"""Going back to a backup: what is there is backed up, the office closed, replaced, and opened.

The office that was there is kept beside it under another name, whatever happens; so a backup
before restoring that fails need not stop anybody whose file is damaged.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from app.gui.framework.dialogs import Dialogs
from app.gui.framework.jobs import Job, Jobs
from app.gui.office_session import OfficeSession
from app.kernel.errors import Refusal
from app.kernel.progress import Progress

if TYPE_CHECKING:
    from app.gui.framework.observable_store import ObservableStore

PutAway = Callable[[Callable[[], None]], None]


class OfficeRestore(QObject):
    """``put_away`` closes the office that is open, then goes on."""

    def __init__(
        self,
        session: OfficeSession,
        dialogs: Dialogs,
        jobs: Jobs,
        backups: Path,
        put_away: PutAway,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._dialogs, self._jobs = session, dialogs, jobs
        self._backups, self._put_away = backups, put_away
        self._backup, self._office = Path(), Path()
        self._passphrase: str | None = None

    @Slot(str)
    def start(self, backup: str) -> None:
        """Go back to this backup; it has been asked whether that is wanted."""
        opened, store = self._session.current, self._session.store
        if opened is None or store is None:
            return
        self._backup, self._office = Path(backup), opened.path
        if not self._ask_passphrase():
            return
        job = Job(
            partial(_back_up, store, self._backups),
            title="いまの記録の控えを取っています",
            writes=True,
        )
        job.succeeded.connect(self._backed_up)
        job.failed.connect(self._not_backed_up)
        self._jobs.start(job)

    def _ask_passphrase(self) -> bool:
        """Ask for the passphrase of an encrypted backup; return whether to go on."""
        self._passphrase = None
        try:
            encrypted = needs_passphrase(self._backup)
        except Refusal as refusal:
            self._dialogs.tell(refusal.text)
            return False
        if encrypted:
            self._passphrase = self._dialogs.ask_passphrase(
                "パスフレーズ", f"控え「{self._backup.stem}」のパスフレーズを入力してください。"
            )
        return self._passphrase is not None or not encrypted

    @Slot(object)
    def _backed_up(self, _copy: Path) -> None:
        self._put_away(self._replace)

    @Slot(object)
    def _not_backed_up(self, _error: Exception) -> None:
        """Ask whether to go on: the window has told why there is no copy."""
        if self._dialogs.confirm(
            "いまの記録の控えを取れませんでした",
            "このまま戻しますか。いまの事務所ファイルは、名前を変えて同じ場所に残します。",
            "このまま戻す",
        ):
            self._put_away(self._replace)

    def _replace(self) -> None:
        work = partial(put_back, self._backup, self._office, self._passphrase)
        job = Job(work, title="控えに戻しています", writes=True)
        job.succeeded.connect(self._restored)
        job.failed.connect(self._not_restored)
        job.cancelled.connect(self._not_restored)
        self._jobs.start(job)

    @Slot(object)
    def _restored(self, kept: Path | None) -> None:
        name = f"いままでのファイルは「{kept.name}」として残しています。" if kept else ""
        self._dialogs.tell(f"控え「{self._backup.stem}」に戻しました。{name}")
        self._session.open(self._office, self._passphrase)

    @Slot()
    def _not_restored(self, _error: object = None) -> None:
        """Open again what was there: nothing has been replaced."""
        self._session.open(self._office)


def needs_passphrase(path: Path) -> bool:
    """Say whether a file is encrypted.  Raises ``Refusal`` if it cannot be read."""
    from app.storage.office_file import is_encrypted  # noqa: PLC0415  not at start

    return is_encrypted(path)


def _back_up(store: ObservableStore, folder: Path, progress: Progress) -> Path:
    from app.storage.backup import Reason, back_up  # noqa: PLC0415  not at start

    return back_up(store.plain, folder, Reason.BEFORE_RESTORE, progress)


def put_back(backup: Path, office: Path, passphrase: str | None, progress: Progress) -> Path | None:
    """Put a backup in the place of an office; return where what was there is now."""
    from app.storage.backup import restore  # noqa: PLC0415  not at start

    return restore(backup, office, passphrase, progress)
