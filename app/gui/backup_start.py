"""Beginning with a backup while no office is open: the office file is damaged, gone, or new here.

What is in the place of the office file is kept beside it under another name.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from app.gui.framework.dialogs import Dialogs
from app.gui.framework.jobs import Job, Jobs
from app.gui.office_restore import needs_passphrase, put_back
from app.gui.office_session import KINDS, NEW_NAME, OfficeSession
from app.kernel.errors import Refusal
from app.kernel.progress import Progress

if TYPE_CHECKING:
    from app.gui.welcome.restore_page import RestorePage
    from app.storage.backup import Backup

BACKUP_KINDS = "控え (*.kurashi);;すべてのファイル (*)"
_NEWEST = "最新の控えに戻して開く"
_CHOOSE = "ほかの控えを選ぶ…"
_ELSEWHERE = "ほかの事務所ファイルを開く…"


class BackupStart(QObject):
    """``shown`` carries the page of backups; ``left`` says that it is not wanted any more."""

    shown = Signal(object)
    left = Signal()

    def __init__(
        self, session: OfficeSession, dialogs: Dialogs, jobs: Jobs, folder: Path, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._dialogs, self._jobs, self._folder = session, dialogs, jobs, folder
        self._page: RestorePage | None = None
        self._recent: Sequence[Path] = ()
        self._lost: Path | None = None
        self._text = ""
        self._backup, self._office = Path(), Path()
        self._passphrase: str | None = None

    def show_list(self, recent: Sequence[Path]) -> None:
        """Show the backups there are; ``recent`` are the offices opened lately."""
        self._lost, self._recent = None, recent
        self._list(self._show_page)

    def offer(self, lost: Path, text: str, recent: Sequence[Path]) -> None:
        """Say why an office cannot be opened, and offer its newest backup."""
        self._lost, self._text, self._recent = lost, text, recent
        self._list(self._ask)

    @Slot(object)
    def _ask(self, backups: Sequence[Backup]) -> None:
        assert self._lost is not None
        own = [one for one in backups if one.office == self._lost.stem]
        if not own:
            self._dialogs.tell(self._text)
            self.left.emit()
            return
        chosen = self._dialogs.choose(
            "事務所ファイルを開けません",
            f"{self._text}\n\n最新の控え：{_told(own[0])}\n"
            f"控えは「{self._lost}」に戻します。いまのファイルがあれば、名前を変えて残します。",
            (_NEWEST, _CHOOSE, _ELSEWHERE),
        )
        if chosen == 0:
            self._begin(own[0].path, self._lost)
        elif chosen == 1:
            self._show_page(backups)
        elif chosen is not None:
            self._open_other()
        else:
            self.left.emit()

    def _open_other(self) -> None:
        path = self._session.choose()
        if path is None:
            self.left.emit()
        else:
            self._session.open(path)

    @Slot(object)
    def _show_page(self, backups: Sequence[Backup]) -> None:
        from app.gui.welcome.restore_page import RestorePage  # noqa: PLC0415  not at start

        if self._page is None:
            self._page = RestorePage()
            self._page.left.connect(self.left)
            self._page.begin_wanted.connect(self._chosen)
            self._page.target_wanted.connect(self._choose_target)
            self._page.other_wanted.connect(self._choose_other)
        lost = [self._lost] if self._lost else []
        places = {path.stem: path for path in reversed([*lost, *self._recent])}
        self._page.show_backups(backups, places, self._lost.stem if self._lost else "")
        self.shown.emit(self._page)

    @Slot()
    def _choose_target(self) -> None:
        page = self._page
        if page is not None and (target := self._ask_target(page.backup)) is not None:
            page.choose_target(target)

    def _ask_target(self, backup: Backup | None) -> Path | None:
        """Ask where the office file is to be; the folder of the backups is not the place."""
        name = f"{backup.office}.kurashi" if backup else NEW_NAME
        target = self._dialogs.ask_save_path("控えを戻す先を選ぶ", name, KINDS)
        if target is not None and target.parent.resolve() == self._folder.resolve():
            self._dialogs.tell(
                "ここは控えを置くフォルダーです。"
                "「ドキュメント」など、ほかのフォルダーを選んでください。"
            )
            return None
        return target

    @Slot()
    def _choose_other(self) -> None:
        path = self._dialogs.ask_open_path("控えを選ぶ", BACKUP_KINDS)
        if path is not None:
            self._run(partial(_backup_at, path), "控えを調べています", self._add)

    @Slot(object)
    def _add(self, backup: Backup) -> None:
        if self._page is not None:
            self._page.add(backup)

    @Slot(object, object)
    def _chosen(self, backup: Backup, target: Path | None) -> None:
        target = target or self._ask_target(backup)
        if target is not None:
            self._begin(backup.path, target)

    def _begin(self, backup: Path, office: Path) -> None:
        self._backup, self._office, self._passphrase = backup, office, None
        self._run(partial(_looked_at, backup), "控えを調べています", self._looked)

    @Slot(object)
    def _looked(self, answer: bool | Refusal) -> None:
        if isinstance(answer, Refusal):
            self._refused(answer)
        elif answer:
            self._ask_passphrase()
        else:
            self._replace()

    def _ask_passphrase(self) -> None:
        self._passphrase = self._dialogs.ask_passphrase(
            "パスフレーズ", f"控え「{self._backup.stem}」のパスフレーズを入力してください。"
        )
        if self._passphrase is None:
            self._list(self._show_page)
        else:
            self._replace()

    def _replace(self) -> None:
        work = partial(_put_back, self._backup, self._office, self._passphrase)
        self._run(work, "控えを点検して戻しています", self._put_back, writes=True)

    @Slot(object)
    def _put_back(self, answer: Path | Refusal | None) -> None:
        if isinstance(answer, Refusal):
            self._refused(answer)
            return
        kept = f"\nいままでのファイルは「{answer.name}」として残しています。" if answer else ""
        self._dialogs.tell(f"控え「{self._backup.stem}」を「{self._office}」に戻しました。{kept}")
        self._session.open(self._office, self._passphrase)

    def _refused(self, refusal: Refusal) -> None:
        """Say why: nothing has been replaced.  Then ask again, or let another be chosen."""
        self._dialogs.tell(refusal.text)
        if "passphrase" in refusal.fields:
            self._ask_passphrase()
        else:
            self._list(self._show_page)

    def _list(self, then: Callable[[Sequence[Backup]], None]) -> None:
        self._run(partial(_every_backup, self._folder), "控えを調べています", then)

    def _run(
        self,
        work: Callable[[Progress], object],
        title: str,
        then: Callable[..., None],
        *,
        writes: bool = False,
    ) -> None:
        job = Job(work, title=title, writes=writes)
        job.succeeded.connect(then)
        job.failed.connect(self._stopped)
        job.cancelled.connect(self._stopped)
        self._jobs.start(job)

    @Slot()
    def _stopped(self, _error: object = None) -> None:
        """Go on where something else can be chosen; the window has told what went wrong."""
        if self._page is not None and self._page.isVisible():
            return
        self.left.emit()


def _told(backup: Backup) -> str:
    from app.gui.backups import REASONS, size, when  # noqa: PLC0415  not at start

    return f"{when(backup)}（{REASONS[backup.reason]}、{size(backup)}）"


def _every_backup(folder: Path, _progress: Progress) -> tuple[Backup, ...]:
    from app.storage.backup import every_backup  # noqa: PLC0415  not at start

    return every_backup(folder)


def _backup_at(path: Path, _progress: Progress) -> Backup:
    from app.storage.backup import backup_at  # noqa: PLC0415  not at start

    return backup_at(path)


def _looked_at(backup: Path, _progress: Progress) -> bool | Refusal:
    try:
        return needs_passphrase(backup)
    except Refusal as refusal:
        return refusal


def _put_back(
    backup: Path, office: Path, passphrase: str | None, progress: Progress
) -> Path | Refusal | None:
    """Return where the earlier file is now, or why nothing was replaced."""
    try:
        return put_back(backup, office, passphrase, progress)
    except Refusal as refusal:
        return refusal
