"""The rows beside a request as a model: read out whole, dragged by their supporters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from app.gui.matching.ranking_rows import Asked, Heading, Row, supporters_of
from app.supporters.supporter import SupporterId

Index = QModelIndex | QPersistentModelIndex
_MIME = "application/x-kurashi-supporters"


def dragged_supporters(data: QMimeData) -> list[SupporterId]:
    """Return the supporters that are being dragged, none if it is something else."""
    text = bytes(data.data(_MIME).data()).decode()
    return [SupporterId(int(key)) for key in text.split()]


class RankingModel(QAbstractListModel):
    """Shows ``Row`` after ``Row``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def at(self, index: Index) -> Row | None:
        """Return the row of an index, nothing for an invalid one."""
        return self.rows[index.row()] if index.isValid() else None

    def row_of(self, key: tuple[str, int]) -> int:
        """Return where a row stands, -1 if it has gone."""
        return next((number for number, row in enumerate(self.rows) if row.key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.at(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            badge = () if isinstance(row, Heading) else (row.badge,)
            return "\n".join(
                (row.text, *badge, *(text for group in row.said for text in group), *row.warnings)
            )
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.at(index)
        if row is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled
        if not isinstance(row, Heading) or row.opens:
            flags |= Qt.ItemFlag.ItemIsSelectable
        if not isinstance(row, Heading | Asked):
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags

    def mimeTypes(self) -> list[str]:  # noqa: N802
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802
        rows = [row for index in indexes if (row := self.at(index)) is not None]
        data = QMimeData()
        data.setData(_MIME, " ".join(map(str, supporters_of(rows))).encode())
        return data
