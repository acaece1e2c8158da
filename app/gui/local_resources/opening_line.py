"""One kind of opening day to be pointed at: weekdays, weeks of the month, hours, months."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.gui.widgets.cell_grid import CellGrid, Headings
from app.gui.widgets.flow_row import FlowRow
from app.gui.widgets.time_edit import TimeEdit
from app.gui.widgets.week_grid import MonthGrid
from app.kernel.bits import bits_of, numbers_of
from app.kernel.wareki import WEEKDAYS
from app.local_resources.opening import Opening

_WEEKS = ("第1", "第2", "第3", "第4", "第5")


class OpeningLine(QFrame):
    """``edited`` says that something was chosen or typed, ``removed`` that it is to go."""

    edited = Signal()
    removed = Signal(object)

    def __init__(self, opening: Opening, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.weekdays = CellGrid(Headings.labelled("曜日", list(WEEKDAYS), len(WEEKDAYS)))
        self.weeks = CellGrid(Headings.labelled("月の何週目（なければ毎週）", _WEEKS, len(_WEEKS)))
        self.starts, self.ends = TimeEdit(), TimeEdit()
        self.starts.prepare("始まる時刻")
        self.ends.prepare("終わる時刻")
        self.note = QLineEdit()
        self.note.setAccessibleName("開催日の補足")
        self.note.setPlaceholderText("補足（例：祝日は休み）")
        self.limited = QCheckBox("開催する月を限る")
        self.months = MonthGrid()
        self.months.setAccessibleName("開催する月")
        self.removal = QPushButton("この開催日を外す")
        self._lay_out()
        self._show(opening)
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        rows: Sequence[Sequence[QWidget]] = (
            (self.weekdays, self.weeks),
            (self.starts, QLabel("から"), self.ends, QLabel("まで")),
            (self.note, self.limited, self.removal),
        )
        self.note.setProperty("ems", 14)
        for widgets in rows:
            row = FlowRow(self)
            for widget in widgets:
                widget.setParent(row)
                widget.show()  # a new parent hides
            column.addWidget(row)
        column.addWidget(self.months, 0, Qt.AlignmentFlag.AlignLeft)
        for edit in (self.starts, self.ends):
            edit.setProperty("ems", 17)

    def _show(self, opening: Opening) -> None:
        self.weekdays.show_cells([(0, one) for one in opening.weekdays])
        self.weeks.show_cells([(0, one - 1) for one in opening.weeks])
        self.starts.set_value(opening.starts_at)
        self.ends.set_value(opening.ends_at)
        self.note.setText(opening.note)
        self.limited.setChecked(bool(opening.months))
        self.months.set_value(bits_of(opening.months, first=1))
        self.months.setVisible(bool(opening.months))

    def _connect(self) -> None:
        for grid in (self.weekdays, self.weeks, self.months):
            grid.edited.connect(self.edited)
        for edit in (self.starts, self.ends):
            edit.edited.connect(self.edited)
        self.note.textEdited.connect(self.edited)
        self.limited.toggled.connect(self.months.setVisible)
        self.limited.toggled.connect(self.edited)
        self.removal.clicked.connect(self._remove)

    def opening(self) -> Opening:
        """Return what is chosen.  Raises ``Refusal`` for a time that is not understood."""
        limited = self.limited.isChecked()
        return Opening(
            tuple(sorted(column for _, column in self.weekdays.cells)),
            tuple(sorted(column + 1 for _, column in self.weeks.cells)),
            numbers_of(self.months.value(), first=1) if limited else (),
            self.starts.value(),
            self.ends.value(),
            self.note.text(),
        )

    @Slot()
    def _remove(self) -> None:
        self.removed.emit(self)
