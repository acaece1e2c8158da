"""Backups in the window's words, those of the open office, and making one now."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from app.gui.framework import folders
from app.gui.framework.jobs import Job
from app.gui.framework.observable_store import ObservableStore
from app.kernel.errors import Refusal
from app.kernel.progress import Progress
from app.kernel.wareki import format_day
from app.storage.backup import Backup, Reason, back_up, backups_of

KINDS = "控え (*.kurashi);;すべてのファイル (*)"
REASONS = {
    Reason.CLOSING: "閉じるとき",
    Reason.BEFORE_IMPORT: "取り込みの前",
    Reason.BEFORE_RESTORE: "戻す前",
    Reason.BEFORE_MIGRATION: "新しい版にする前",
    Reason.MANUAL: "手で作ったもの",
}


def when(backup: Backup) -> str:
    """Say when a backup was made."""
    return f"{format_day(backup.made.date(), '令和8年4月1日（水）')} {backup.made:%H:%M}"


def size(backup: Backup) -> str:
    """Say how large a backup is."""
    return f"{backup.size / 1e6:.1f} MB"


def backup_folder() -> Path | None:
    """Return where backups are kept, if the program was told."""
    paths = folders.current()
    return paths.backups if paths else None


def kept_backups(store: ObservableStore) -> tuple[Backup, ...]:
    """Return the backups of the open office, newest first."""
    folder = backup_folder()
    return backups_of(folder, store.plain.place.path.stem) if folder else ()


def backup_job(store: ObservableStore) -> Job:
    """Return the work of making a checked backup now; it ends with the path of the copy."""
    return Job(partial(_back_up, store), title="控えを取っています", writes=True)


def _back_up(store: ObservableStore, progress: Progress) -> Path:
    folder = backup_folder()
    if folder is None:
        raise Refusal("控えを置く場所が決まっていません。プログラムを開き直してください。")
    return back_up(store.plain, folder, Reason.MANUAL, progress)
