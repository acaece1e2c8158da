"""設定 → 保存期間と廃棄: how long data is kept, what is due, and its disposal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QAbstractItemView
from sqlalchemy.orm import Session

from app.gui.compiled.settings.ui_retention_section import Ui_RetentionSection
from app.gui.framework.jobs import Job
from app.gui.framework.page import Page
from app.gui.framework.search import Target
from app.gui.framework.window_model import Column, WindowModel
from app.gui.settings.section import Section
from app.gui.settings.whole_listing import WholeListing
from app.kernel.progress import Progress
from app.office import queries as office
from app.retention import commands, queries
from app.retention.disposing import WARNING, Disposed, about_backups, dispose_of
from app.retention.rule import DataKind, DueRow

_WORD = "廃棄"


@dataclass(frozen=True, slots=True)
class _Row:
    id: int
    due: DueRow


COLUMNS = (
    Column[_Row]("名前", lambda row: row.due.name, width=10, tip=lambda row: row.due.name),
    Column[_Row]("最後の年度", lambda row: str(row.due.last), width=6),
    Column[_Row]("理由", lambda row: row.due.reason, width=20, tip=lambda row: row.due.reason),
)


class RetentionSection(Section):
    """One kind at a time: its period, and the list of what is due, of which some is chosen."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.ui = Ui_RetentionSection()
        self.ui.setupUi(self)
        self._due: tuple[DueRow, ...] = ()
        for kind in DataKind:
            self.ui.kindCombo.addItem(kind.label, kind)
        self.model = WindowModel(self.store, COLUMNS, self._listing(), self)
        self.ui.dueList.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.ui.dueList.show_model(self.model, "settings_due")
        self.ui.kindCombo.currentIndexChanged.connect(self._show)
        self.ui.yearsSpin.valueChanged.connect(self._enable)
        self.ui.yearsButton.clicked.connect(self.set_years)
        self.ui.allButton.clicked.connect(self.ui.dueList.selectAll)
        self.ui.disposeButton.clicked.connect(self.dispose)
        self.ui.recordButton.clicked.connect(self._open_record)
        self.ui.dueList.selectionModel().selectionChanged.connect(self._enable)
        self.store.changed.connect(self._changed)

    @property
    def kind(self) -> DataKind:
        """The kind of data that is shown."""
        kind: DataKind = self.ui.kindCombo.currentData()
        return kind

    @property
    def chosen(self) -> list[DueRow]:
        """The rows that are selected."""
        rows = self.ui.dueList.selectionModel().selectedRows()
        keys = {self.model.keys()[index.row()] for index in rows}
        return [row for row in self._due if row.kind is self.kind and row.key in keys]

    def reveal(self) -> None:
        self._due = self.store.ask(queries.due, self.page.today)
        for place, kind in enumerate(DataKind):
            count = sum(row.kind is kind for row in self._due)
            text = f"{kind.label}　{count:,}件" if count else kind.label
            self.ui.kindCombo.setItemText(place, text)
        self._show()

    @Slot()
    def set_years(self) -> None:
        """Set the period of the kind that is shown."""
        years = self.ui.yearsSpin.value()
        label = f"保存期間「{self.kind.label}」を{years}年度に変更"
        self.store.do(label, commands.set_retention_years, {self.kind: years})

    @Slot()
    def dispose(self) -> None:
        """Say what cannot be undone and where it remains, ask again for a word, and dispose."""
        chosen = self.chosen
        told = f"{self.kind.label}{len(chosen):,}件を廃棄します。{WARNING}\n\n"
        title, dialogs = "廃棄", self.page.dialogs
        if not chosen or not dialogs.confirm(title, told + about_backups(self.store.plain), "次へ"):
            return
        word = dialogs.ask_text(title, f"元に戻せません。よければ「{_WORD}」と入力してください。")
        if word is None or word.strip() != _WORD:
            self.page.said.emit("廃棄をやめました。何も消していません。")
            return
        store, by = self.store.plain, self.store.ask(office.settings).coordinator

        def work(progress: Progress) -> Disposed:
            return dispose_of(store, chosen, by=by, progress=progress)

        job = Job(work, title="廃棄しています", writes=True)
        job.succeeded.connect(self._disposed)
        self.page.jobs.start(job)

    @Slot(object)
    def _disposed(self, done: Disposed) -> None:
        self.store.changed.emit(done.tables)
        self.reveal()
        self.page.said.emit("廃棄しました。「廃棄記録」を印刷して保管してください。")

    @Slot()
    def _open_record(self) -> None:
        self.page.wanted.emit(Target("reporting", "document", "disposal-record"))

    @Slot()
    def _show(self) -> None:
        self.model.show(self._listing())
        self.ui.yearsSpin.setValue(self.store.ask(queries.retention_years)[self.kind])
        count = self.model.rowCount()
        text = f"廃棄の候補 {count:,}件" if count else "保存期間を過ぎたものはありません。"
        self.ui.countLabel.setText(text)
        self._enable()

    @Slot()
    def _enable(self) -> None:
        years = self.store.ask(queries.retention_years)[self.kind]
        self.ui.yearsButton.setEnabled(self.ui.yearsSpin.value() != years)
        self.ui.allButton.setEnabled(self.model.rowCount() > 0)
        self.ui.disposeButton.setEnabled(bool(self.chosen))

    @Slot(object)
    def _changed(self, _tables: frozenset[str]) -> None:
        if self.isVisible():
            self.reveal()

    def _listing(self) -> WholeListing[_Row]:
        rows = [
            _Row(row.key, row)
            for row in self._due
            if self.ui.kindCombo.count() and row.kind is self.kind
        ]
        return WholeListing(partial(_same, rows=rows), frozenset())


def _same(_session: Session, *, rows: Sequence[_Row]) -> Sequence[_Row]:
    return rows
