"""Taking 町名→圏域 from a file: read on another thread, said, asked, then one step of undo."""

from __future__ import annotations

from collections import Counter
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.documents.table_file import read_table
from app.gui.framework.jobs import Job
from app.gui.framework.page import Page
from app.kernel.progress import Progress
from app.office import commands, queries
from app.office.masters import TownDraft
from app.office.town_list import town_drafts

KINDS = "町名と圏域の表 (*.xlsx *.xlsm *.xls *.ods *.csv *.txt);;すべてのファイル (*)"


class TownImport(QObject):
    """Asks for the file; ``done`` carries what became of its towns (``TownsAssigned``)."""

    done = Signal(object)

    def __init__(self, page: Page, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._name = ""

    @Slot()
    def ask(self) -> None:
        """Ask for a file and read it."""
        path = self._page.dialogs.ask_open_path("町名と圏域を取り込む", KINDS)
        if path is None:
            return
        self._name = path.name
        names = [row.name for row in self._page.store.ask(queries.districts)]
        job = Job(partial(_read, path, names), title="表を読んでいます")
        job.succeeded.connect(self._read)
        self._page.jobs.start(job)

    @Slot(object)
    def _read(self, drafts: list[TownDraft]) -> None:
        """Say what would happen, and do it when that is wanted."""
        counted = Counter(draft.district or "（圏域なし）" for draft in drafts)
        told = "\n".join(f"・{name}：{count}件" for name, count in counted.most_common(15))
        wanted = self._page.dialogs.confirm(
            "町名と圏域を取り込む",
            f"「{self._name}」に{len(drafts)}件の町名があります。\n{told}\n"
            "ない町名は追加し、ある町名は圏域を付け替えます。あとで元に戻せます。",
            "取り込む",
        )
        if not wanted:
            return
        label = f"町名と圏域を取り込み（{len(drafts)}件）"
        done = self._page.store.do(label, commands.assign_towns, drafts)
        if done is not None:
            self.done.emit(done.result)


def _read(path: Path, districts: list[str], _progress: Progress) -> list[TownDraft]:
    table = read_table(path)
    return town_drafts([[cell.text for cell in row] for row in table.rows], districts)
