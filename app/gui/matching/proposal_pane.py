"""一括の提案: who could be asked for all open requests at once, accepted row by row."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.gui.framework import theme
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.shortcuts import PageKeys
from app.gui.matching.proposal_rows import ProposalRow, accept, rows_of, summary
from app.gui.widgets.paragraph import Paragraph
from app.matching import queries

_HEADINGS = ("受付番号", "件名", "提案する人", "点", "理由", "注意")
_EMS = (6, 10, 7, 3, 22, 10)
_TABLES = frozenset({"help_request", "match", "hand_raise", "supporter", "ranking_weight"})


class ProposalPane(QWidget):
    """``left`` says that the user is finished."""

    left = Signal()

    def __init__(self, store: ObservableStore, today: Callable[[], date]) -> None:
        super().__init__()
        self._store, self._today = store, today
        self._rows: list[ProposalRow] = []
        self._lay_out()
        self.keys = PageKeys(self, inside=True)
        self.keys.add("チェックの付いた人に打診する", "Ctrl+Return", self.apply, self.applyButton)
        self.keys.add("一覧へ戻る", "Esc", self.left.emit, self.closeButton)
        self.keys.tell("Space", "選んだ行の提案を外す・入れる")
        self.list.itemChanged.connect(self._count)
        self.list.currentItemChanged.connect(self._tell)
        store.changed.connect(self._changed)
        self.setFocusProxy(self.list)

    def _lay_out(self) -> None:
        self.headingLabel = QLabel("一括の提案")
        self.headingLabel.setProperty("heading", True)  # noqa: FBT003
        self.closeButton, self.applyButton = QPushButton("一覧へ戻る"), QPushButton("打診する")
        self.applyButton.setProperty("primary", True)  # noqa: FBT003
        bar = QHBoxLayout()
        bar.addWidget(self.headingLabel, 1)
        bar.addWidget(self.applyButton)
        bar.addWidget(self.closeButton)
        self.summaryLabel = Paragraph()
        self.list = QTreeWidget()
        self.list.setAccessibleName("提案の一覧")
        self.list.setHeaderLabels(_HEADINGS)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAlternatingRowColors(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        em = self.fontMetrics().horizontalAdvance("国")
        for number, width in enumerate(_EMS):
            self.list.setColumnWidth(number, width * em + 16)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(12, 10, 12, 8)
        whole.addLayout(bar)
        whole.addWidget(self.summaryLabel)
        whole.addWidget(self.list, 1)
        self.reasonLabel, self.warningLabel = Paragraph(), Paragraph()
        self.reasonLabel.setAccessibleName("選んだ行の理由")
        self.warningLabel.setAccessibleName("選んだ行で気をつけること")
        self.warningLabel.setProperty("warning", True)  # noqa: FBT003
        whole.addWidget(self.reasonLabel)
        whole.addWidget(self.warningLabel)

    def begin(self) -> None:
        """Make the proposal, everybody in it accepted."""
        proposal = self._store.ask(queries.proposal, self._today())
        self._rows = rows_of(proposal)
        self.summaryLabel.setText(summary(proposal))
        self.list.blockSignals(True)  # noqa: FBT003  counted below, once
        self.list.clear()
        for row in self._rows:
            self.list.addTopLevelItem(_item(row))
        self.list.blockSignals(False)  # noqa: FBT003
        if (first := self.list.topLevelItem(0)) is not None:
            self.list.setCurrentItem(first)
        self._count()

    @property
    def accepted(self) -> list[ProposalRow]:
        """The rows that are ticked."""
        ticked = Qt.CheckState.Checked
        return [
            row
            for number, row in enumerate(self._rows)
            if row.ranked is not None
            and (item := self.list.topLevelItem(number)) is not None
            and item.checkState(0) is ticked
        ]

    @Slot()
    def _count(self) -> None:
        count = len(self.accepted)
        self.applyButton.setText(f"{count}人に打診する" if count else "打診する")
        self.applyButton.setEnabled(bool(count))

    @Slot()
    def _tell(self) -> None:
        """Say whole what the row that is current has no room for."""
        item = self.list.currentItem()
        number = -1 if item is None else self.list.indexOfTopLevelItem(item)
        row = self._rows[number] if 0 <= number < len(self._rows) else None
        self.reasonLabel.setText("" if row is None else f"{row.who}　{row.reasons}")
        self.warningLabel.setText("" if row is None else row.warnings)
        self.warningLabel.setVisible(bool(row is not None and row.warnings))

    @Slot()
    def apply(self) -> None:
        """Ask everybody who is ticked, in one step."""
        rows = self.accepted
        label = f"一括の提案：{len(rows)}人に打診"
        if rows and self._store.do(label, accept, rows, on=self._today()) is not None:
            self.left.emit()

    @Slot(object)
    def _changed(self, tables: frozenset[str]) -> None:
        if tables & _TABLES and self.isVisible():
            self.begin()

    def forget(self) -> None:
        """Let go of the proposal."""
        self._rows = []


def _item(row: ProposalRow) -> QTreeWidgetItem:
    item = QTreeWidgetItem([row.number, row.title, row.who, row.points, row.reasons, row.warnings])
    item.setSizeHint(0, QSize(0, theme.row_height()))
    item.setTextAlignment(3, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    if row.ranked is None:
        for column in range(len(_HEADINGS)):
            item.setForeground(column, QBrush(QColor(theme.current().warning)))
    else:
        item.setCheckState(0, Qt.CheckState.Checked)
    return item
