"""設定 → 提供記録: what left this computer with names in it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot

from app.documents.table_file import write_csv, write_xlsx
from app.gui.compiled.settings.ui_exports_section import Ui_ExportsSection
from app.gui.framework.jobs import Job
from app.gui.framework.page import Page
from app.gui.framework.window_model import Column, WindowModel
from app.gui.settings.section import Section
from app.kernel.progress import Progress
from app.kernel.wareki import format_day
from app.office.exports import ExportRow
from app.office.queries import ExportListing

KINDS = "Excelブック (*.xlsx);;CSV (*.csv)"
FORMATS = {"print": "印刷", "pdf": "PDF", "xlsx": "Excel", "csv": "CSV", "json": "JSON"}


def when(row: ExportRow) -> str:
    """Say when something left."""
    return f"{format_day(row.made_at.date(), 'R8.4.1')} {row.made_at:%H:%M}"


def _facts(row: ExportRow) -> str:
    return "、".join(row.export.columns)


COLUMNS = (
    Column[ExportRow]("いつ", when, width=9),
    Column[ExportRow](
        "何を", lambda row: row.export.title, width=17, tip=lambda row: row.export.title
    ),
    Column[ExportRow]("形", lambda row: FORMATS.get(row.export.format, row.export.format), width=4),
    Column[ExportRow]("人数", lambda row: f"{row.export.people}名", number=True, width=4),
    Column[ExportRow](
        "目的", lambda row: row.export.purpose, width=9, tip=lambda row: row.export.purpose
    ),
    Column[ExportRow]("項目", _facts, width=6, tip=_facts),
)


class ExportsSection(Section):
    """The record, newest first; it can be written to a file for an inspection (実地検査)."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.ui = Ui_ExportsSection()
        self.ui.setupUi(self)
        self.model = WindowModel(self.store, COLUMNS, ExportListing(), self)
        self.ui.exportList.show_model(self.model, "settings_exports")
        self.ui.saveButton.clicked.connect(self.save)
        self.model.modelReset.connect(self.reveal)

    @Slot()
    def reveal(self) -> None:
        count = self.model.rowCount()
        self.ui.countLabel.setText(f"{count:,}件" if count else "まだ何も出していません。")
        self.ui.saveButton.setEnabled(bool(count))

    @Slot()
    def save(self) -> None:
        """Write the record as a list; it names no people, so it is not recorded itself."""
        day = format_day(self.page.today, "2026-04-01")
        target = self.page.dialogs.ask_save_path("提供記録を保存", f"提供記録_{day}.xlsx", KINDS)
        if target is None:
            return
        if target.suffix.lower() not in (".xlsx", ".csv"):
            target = target.with_name(f"{target.name}.xlsx")
        plain = self.store.plain

        def work(_progress: Progress) -> Path:
            listing = ExportListing()
            keys = plain.ask(listing.keys)
            rows = plain.ask(listing.rows, keys)
            lines = [[column.show(rows[key]) for column in COLUMNS] for key in keys]
            write = write_csv if target.suffix.lower() == ".csv" else write_xlsx
            write(target, [column.heading for column in COLUMNS], lines)
            return target

        job = Job(work, title="提供記録を保存しています")
        job.succeeded.connect(self._saved)
        self.page.jobs.start(job)

    @Slot(object)
    def _saved(self, path: Path) -> None:
        self.page.said.emit(f"「{path.name}」に保存しました。")
