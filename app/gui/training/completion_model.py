"""Proposals for completion as a table, with a check box for the decision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.kernel.wareki import format_day
from app.training.course import EnrollmentId
from app.training.queries import CertificateRow, Proposal

Index = QModelIndex | QPersistentModelIndex

HEADINGS = ("No.", "氏名", "判定", "いまの状態", "出席", "証書の番号", "交付日", "理由")
WIDTHS = (2.5, 8.0, 5.0, 8.0, 3.5, 7.0, 5.5, 22.0)
DECISION = 2
_DISPLAY, _TOOL_TIP, _CHECK, _ACCESSIBLE = 0, 3, 10, 11
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class CompletionModel(QAbstractTableModel):
    """Decisions are the proposal's, or what was decided before, until they are changed here."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.proposals: Sequence[Proposal] = ()
        self._certificates: Mapping[EnrollmentId, CertificateRow] = {}
        self._chosen: dict[EnrollmentId, bool] = {}

    def show(
        self, proposals: Sequence[Proposal], certificates: Sequence[CertificateRow], *, keep: bool
    ) -> None:
        """Show proposals; ``keep`` the decisions that were changed and not yet confirmed."""
        same = [one.enrollment for one in self.proposals] == [one.enrollment for one in proposals]
        if not same:
            self.beginResetModel()
        self.proposals = proposals
        self._certificates = {one.enrollment: one for one in certificates}
        if not keep:
            self._chosen.clear()
        if not same:
            self.endResetModel()
        elif proposals:
            last = self.index(len(proposals) - 1, len(HEADINGS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def decision(self, row: int) -> bool:
        """Return whether the person in a row completes, as it is now shown."""
        one = self.proposals[row]
        default = one.completes if one.decided is None else one.decided
        return self._chosen.get(one.enrollment, default)

    def decisions(self) -> dict[EnrollmentId, bool]:
        """Return all decisions as shown."""
        return {one.enrollment: self.decision(row) for row, one in enumerate(self.proposals)}

    def open(self) -> int:
        """Return how many rows differ from what is confirmed."""
        return sum(one.decided is not self.decision(n) for n, one in enumerate(self.proposals))

    def certificate(self, row: int) -> CertificateRow | None:
        """Return the certificate of the person in a row, if it was given out."""
        return self._certificates.get(self.proposals[row].enrollment)

    def toggle(self, row: int) -> None:
        """Decide the other way about somebody; nothing is stored yet."""
        if 0 <= row < len(self.proposals):
            self._chosen[self.proposals[row].enrollment] = not self.decision(row)
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(HEADINGS) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self.proposals)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(HEADINGS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == DECISION else flags

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role == _CHECK and index.column() == DECISION:
            return _CHECKED if self.decision(index.row()) else _UNCHECKED
        if role == _DISPLAY:
            return self._texts(index.row())[index.column()]
        if role in (_TOOL_TIP, _ACCESSIBLE):
            one = self.proposals[index.row()]
            return f"{one.name}：{''.join(one.reasons)}"
        return None

    def setData(self, index: Index, value: Any, role: int = _CHECK) -> bool:  # noqa: N802
        if role != _CHECK or index.column() != DECISION:
            return False
        if Qt.CheckState(value) is not self.data(index, _CHECK):
            self.toggle(index.row())
        return True

    def _texts(self, row: int) -> tuple[str, ...]:
        one, completes = self.proposals[row], self.decision(row)
        certificate = self.certificate(row)
        again = (
            f"（再交付{len(certificate.reissues)}回）"
            if certificate and certificate.reissues
            else ""
        )
        return (
            str(one.row),
            one.name,
            "修了" if completes else "未修了",
            _state(one, completes=completes),
            f"{one.standing.attended}/{one.standing.needed}回",
            certificate.number if certificate else "",
            format_day(certificate.issued_on, "R8.4.1") + again if certificate else "",
            "".join(one.reasons),
        )

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> Any:
        if role == _DISPLAY and orientation is Qt.Orientation.Horizontal:
            return HEADINGS[section]
        return super().headerData(section, orientation, role)


def _state(one: Proposal, *, completes: bool) -> str:
    against = "・提案と異なる" if completes is not one.completes else ""
    if one.decided is None:
        return f"案{against}"
    if one.decided is not completes:
        return "変更（未確定）"
    return f"確定{against}"
