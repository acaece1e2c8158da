"""What a panel does with attached files: attach, open, save, remove."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from app.documents.whole_file import write_whole
from app.gui.contacts.card_panel import Owner
from app.gui.framework import folders
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.gui.timeline.opened_files import write_copy
from app.kernel.errors import Refusal
from app.kernel.text import quoted
from app.timeline import commands, queries
from app.timeline.attachment import AttachmentRow, check_size, may_open
from app.timeline.note import NoteRow

_KINDS = "書類・写真 (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.docx *.xlsx);;すべてのファイル (*)"


class AttachedFiles(QObject):
    """Speaks to the store, the disk and other programs; refusals are said by the store."""

    def __init__(self, store: ObservableStore, dialogs: Dialogs, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._dialogs = dialogs

    def ask_and_attach(self, owner: Owner, note: NoteRow | None = None) -> None:
        """Ask for a file and attach it to a contact, or to a note of theirs."""
        path = self._dialogs.ask_open_path("添付するファイル", _KINDS)
        if path is not None:
            self.attach(owner, [path], note)

    def attach(self, owner: Owner, paths: Sequence[Path], note: NoteRow | None = None) -> None:
        """Attach files: each of them one step of undo."""
        for path in paths:
            try:
                data = _read(path)
            except Refusal as refusal:
                self._store.refused.emit(refusal.text)
                continue
            command = partial(commands.attach, name=path.name, data=data)
            label = f"ファイルの添付（{owner.name}）"
            QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
            try:
                if note is not None:
                    self._store.do(label, command, note=note.id)
                else:
                    self._store.do(label, command, **owner.named)
            finally:
                QGuiApplication.restoreOverrideCursor()

    def open(self, row: AttachmentRow) -> None:
        """Open a copy of an attached file in the program that opens such files."""
        try:
            may_open(row.name)
            _name, data = self._store.ask(queries.attachment, row.id)
            path = write_copy(_data_folder(), row.id, row.suffix, data)
        except Refusal as refusal:
            self._store.refused.emit(refusal.text)
        except OSError:
            self._store.refused.emit("写しを作れませんでした。ディスクの空きを確かめてください。")
        else:
            if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
                self._store.refused.emit(
                    f"{quoted(row.name)}を開くプログラムが見つかりません。"
                    "「保存…」で取り出してください。"
                )

    def save(self, row: AttachmentRow) -> None:
        """Ask for a place and write an attached file there."""
        kinds = f"{row.suffix} (*{row.suffix})" if row.suffix else "すべてのファイル (*)"
        path = self._dialogs.ask_save_path("添付ファイルを取り出す", row.name, kinds)
        if path is None:
            return
        try:
            _name, data = self._store.ask(queries.attachment, row.id)
            write_whole(path, data)
        except Refusal as refusal:
            self._store.refused.emit(refusal.text)

    def remove(self, owner: Owner, row: AttachmentRow) -> None:
        """Take an attached file away; that can be undone."""
        self._store.do(f"添付ファイルを外す（{owner.name}）", commands.detach, row.id)


def _read(path: Path) -> bytes:
    """Return what is in a file, looking at its size first.  Raises ``Refusal``."""
    if path.is_dir():
        raise Refusal(f"{quoted(path.name)}はフォルダーです。中のファイルを選んでください。")
    try:
        check_size(path.name, path.stat().st_size)
        return path.read_bytes()
    except OSError as error:
        raise Refusal(
            f"{quoted(path.name)}を読めません。ファイルが別の場所へ移っていないか、"
            "ほかのプログラムで開いたままでないかを確かめてください。"
        ) from error


def _data_folder() -> Path:
    known = folders.current()
    return known.data if known is not None else Path(tempfile.gettempdir()) / "kurashi-opened"
