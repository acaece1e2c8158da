"""設定 → 控え: the state of the backups, making one now, and going back to one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Slot
from sqlalchemy.orm import Session

from app.gui.backups import (
    KINDS,
    REASONS,
    backup_folder,
    backup_job,
    kept_backups,
    size,
    when,
)
from app.gui.compiled.settings.ui_backup_section import Ui_BackupSection
from app.gui.framework import icons, theme
from app.gui.framework.page import Page
from app.gui.framework.search import Target
from app.gui.framework.window_model import Column, WindowModel
from app.gui.settings.place_links import open_folder
from app.gui.settings.section import Section
from app.gui.settings.whole_listing import WholeListing
from app.reporting.today import backup_state
from app.storage.backup import Backup

_ICON = 24


class _Row(NamedTuple):
    id: int
    backup: Backup


COLUMNS = (
    Column[_Row]("作った日時", lambda row: when(row.backup), width=17),
    Column[_Row]("きっかけ", lambda row: REASONS[row.backup.reason], width=9),
    Column[_Row]("大きさ", lambda row: size(row.backup), number=True, width=6),
    Column[_Row]("ファイル", lambda row: row.backup.path.name, width=6),
)


class BackupSection(Section):
    """Restoring leaves the office: the window closes it, puts the backup there, and opens it."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.ui = Ui_BackupSection()
        self.ui.setupUi(self)
        self._backups: tuple[Backup, ...] = ()
        self.model = WindowModel(self.store, COLUMNS, self._listing(), self)
        self.ui.backupList.show_model(self.model, "settings_backups")
        self.ui.backupButton.clicked.connect(self.back_up)
        self.ui.folderButton.clicked.connect(self._open_folder)
        self.ui.restoreButton.clicked.connect(self.restore)
        self.ui.otherButton.clicked.connect(self.restore_other)
        self.ui.backupList.chosen.connect(self._chosen)
        self.store.changed.connect(self._changed)
        self._chosen(None)

    def reveal(self) -> None:
        self._backups = kept_backups(self.store)
        self.model.show(self._listing())
        newest = self._backups[0].made if self._backups else None
        state = backup_state(newest, self.page.clock(), changed=self.store.plain.copy_due)
        self.ui.stateLabel.setText(state.sentence)
        colours = theme.current()
        name, colour = ("warning", colours.warning) if state.due else ("done", colours.good)
        self.ui.stateIcon.setPixmap(icons.icon(name, colour).pixmap(_ICON, _ICON))
        folder = backup_folder()
        self.ui.folderLabel.setText(f"控えの場所：{folder}" if folder else "")
        self.ui.folderButton.setEnabled(folder is not None)

    def _listing(self) -> WholeListing[_Row]:
        rows = [_Row(number, backup) for number, backup in enumerate(self._backups)]
        return WholeListing(partial(_same, rows=rows), frozenset())

    @Slot(object)
    def _chosen(self, key: int | None) -> None:
        self.ui.restoreButton.setEnabled(key is not None)

    @Slot()
    def back_up(self) -> None:
        """Make a checked backup now."""
        job = backup_job(self.store)
        job.succeeded.connect(self._backed_up)
        self.page.jobs.start(job)

    @Slot(object)
    def _backed_up(self, path: Path) -> None:
        self.reveal()
        self.page.said.emit(f"控えを取りました：{path.name}")

    @Slot()
    def restore(self) -> None:
        """Ask, then go back to the chosen backup."""
        key = self.ui.backupList.current_key()
        if key is not None:
            backup = self._backups[key]
            self._restore(backup.path, f"{when(backup)}の控え")

    @Slot()
    def restore_other(self) -> None:
        """Ask for a backup in another place, then go back to it."""
        path = self.page.dialogs.ask_open_path("戻す控えを選ぶ", KINDS)
        if path is not None:
            self._restore(path, f"「{path.name}」")

    def _restore(self, path: Path, told: str) -> None:
        sure = self.page.dialogs.confirm(
            "控えに戻す",
            f"{told}に戻します。そのあとの記録は、戻したファイルには入っていません。\n"
            "いまの記録はまず控えに取り、いまの事務所ファイルも名前を変えて残します。",
            "控えに戻す",
        )
        if sure:
            self.page.wanted.emit(Target("office", "restore", str(path)))

    @Slot()
    def _open_folder(self) -> None:
        folder = backup_folder()
        if folder is not None and not open_folder(folder):
            self.page.said.emit(f"控えの場所は「{folder}」です。")

    @Slot(object)
    def _changed(self, _tables: frozenset[str]) -> None:
        if self.isVisible():
            self.reveal()


def _same(_session: Session, *, rows: Sequence[_Row]) -> Sequence[_Row]:
    return rows
