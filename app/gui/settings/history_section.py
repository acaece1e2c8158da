"""設定 → 操作の記録: everything that was done, and taking one of it back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot

from app.gui.compiled.settings.ui_history_section import Ui_HistorySection
from app.gui.framework.page import Page
from app.gui.framework.window_model import Column, WindowModel
from app.gui.settings.section import Section
from app.gui.settings.whole_listing import WholeListing
from app.kernel.wareki import format_day
from app.storage.undo import HistoryRow, history

_STEP = 500


def state(row: HistoryRow) -> str:
    """Say in a word whether an operation stands, was taken back, or is only a record."""
    if row.undone:
        return "戻しました"
    if row.undoes is not None:
        return "戻す操作"
    return "" if row.undoable else "記録のみ"


COLUMNS = (
    Column[HistoryRow](
        "いつ",
        lambda row: f"{format_day(row.done_at.date(), 'R8.4.1')} {row.done_at:%H:%M}",
        width=9,
    ),
    Column[HistoryRow]("何を", lambda row: row.label, width=24, tip=lambda row: row.label),
    Column[HistoryRow]("記録の数", lambda row: f"{row.changes:,}件", number=True, width=6),
    Column[HistoryRow]("いまの状態", state, width=6),
)


class HistorySection(Section):
    """The newest operations; more are read when asked for."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.ui = Ui_HistorySection()
        self.ui.setupUi(self)
        self._limit = _STEP
        self.model = WindowModel(self.store, COLUMNS, self._listing(), self)
        self.ui.historyList.show_model(self.model, "settings_history")
        self.ui.undoButton.clicked.connect(self.undo)
        self.ui.moreButton.clicked.connect(self.more)
        self.ui.historyList.chosen.connect(self._chosen)
        for signal in (self.store.changed, self.store.noted):
            signal.connect(self._changed)
        self._chosen(None)

    def reveal(self) -> None:
        self.model.show(self._listing())
        self.ui.moreButton.setEnabled(self.model.rowCount() >= self._limit)

    def _listing(self) -> WholeListing[HistoryRow]:
        return WholeListing(partial(history, limit=self._limit), frozenset())

    def _row(self) -> HistoryRow | None:
        index = self.ui.historyList.currentIndex()
        return self.model.row(index) if index.isValid() else None

    @Slot()
    def undo(self) -> None:
        """Take the chosen operation back, or say in words why that cannot be."""
        key = self.ui.historyList.current_key()
        if key is not None:
            self.store.undo(key)
            self._chosen(key)

    @Slot()
    def more(self) -> None:
        """Read further back."""
        self._limit += _STEP
        self.reveal()

    @Slot(object)
    def _chosen(self, _key: int | None) -> None:
        row = self._row()
        self.ui.undoButton.setEnabled(row is not None and row.undoable)
        self.ui.reasonLabel.setText(_reason(row))

    @Slot()
    def _changed(self) -> None:
        if self.isVisible():
            self.reveal()


def _reason(row: HistoryRow | None) -> str:
    """Say why the chosen operation cannot be taken back, where that is known beforehand."""
    if row is None or row.undoable:
        return ""
    if row.undone:
        return "すでに元に戻しています。"
    if row.undoes is not None:
        return "元に戻す操作です。「やり直す」（Ctrl+Y）で取り消せます。"
    return "記録のための操作なので、元に戻せません。"
