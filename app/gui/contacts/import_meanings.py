"""What each column of a list is taken as: a line a column, read back as a mapping."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QComboBox, QHeaderView, QTableWidget, QTableWidgetItem

from app.contacts.custom import CONTACTS, CustomFieldRow, FieldKind
from app.gui.framework import theme
from app.importing.fields import TAKEN, Field
from app.importing.mapping import Mapping, Meaning, checked_mapping, letter
from app.importing.own import OwnColumn, guessed_kind, own_name, own_text
from app.importing.table import SourceTable

_SAMPLES = 3
_GUESSED_FROM = 300
_MEANING, _KIND = 3, 4
_HEADINGS = ("列", "見出し", "はじめの値", "何として取り込むか", "種類")


class MeaningTable(QObject):
    """A table of columns with a choice each; fields of the office's own have their kind beside."""

    def __init__(self, view: QTableWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._table: SourceTable | None = None
        self._known: dict[str, CustomFieldRow] = {}
        self._today = date.min
        self._columns: list[int] = []
        """The column of each line."""

    def show_table(
        self,
        table: SourceTable,
        mapping: Mapping,
        known: Sequence[CustomFieldRow],
        today: date,
    ) -> None:
        """Show the filled columns of a list as a mapping has them."""
        self._table, self._today = table, today
        self._known = {field.name: field for field in known}
        view = self._view
        view.clear()
        self._columns = [
            at for at in range(table.columns) if table.headings[at] or table.column(at, 1)
        ]
        view.setColumnCount(len(_HEADINGS))
        view.setRowCount(len(self._columns))
        view.setHorizontalHeaderLabels(_HEADINGS)
        view.verticalHeader().hide()
        for line, column in enumerate(self._columns):
            samples = "、".join(cell.text.strip() for cell in table.column(column, _SAMPLES))
            for at, text in enumerate((letter(column), table.headings[column], samples)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                view.setItem(line, at, item)
            combo = self._meanings(table, column, mapping.fields[column])
            view.setCellWidget(line, _MEANING, combo)
            self._show_kind(line, mapping.fields[column])
            combo.currentIndexChanged.connect(self._meaning_changed)
        self._lay_out()

    def mapping(self) -> Mapping:
        """Return what was chosen.  Raises ``Refusal`` where two columns cannot mean the same."""
        assert self._table is not None
        fields: list[Meaning | None] = [None] * self._table.columns
        for line, column in enumerate(self._columns):
            meant: Meaning | None = self.combo(line).currentData()
            if isinstance(meant, OwnColumn):
                meant = OwnColumn(meant.name, self._kind(line))
            fields[column] = meant
        return checked_mapping(Mapping(tuple(fields)))

    def combo(self, line: int) -> QComboBox:
        """Return the choice of a line."""
        combo = self._view.cellWidget(line, _MEANING)
        assert isinstance(combo, QComboBox)
        return combo

    def kind_combo(self, line: int) -> QComboBox | None:
        """Return the choice of the kind, where a line is a field of the office's own."""
        combo = self._view.cellWidget(line, _KIND)
        return combo if isinstance(combo, QComboBox) else None

    @Slot()
    def keep_the_rest(self) -> None:
        """Let every column nobody takes become a field of the office's own."""
        for line, column in enumerate(self._columns):
            combo = self.combo(line)
            assert self._table is not None
            if combo.currentData() is None and self._table.column(column, 1):
                combo.setCurrentIndex(combo.count() - 1)

    def _meanings(self, table: SourceTable, column: int, meant: Meaning | None) -> QComboBox:
        heading = table.headings[column]
        combo = QComboBox()
        combo.setAccessibleName(f"「{heading}」の列を何として取り込むか")
        combo.setMaxVisibleItems(20)
        combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        combo.addItem("取り込まない", None)
        for field in TAKEN[table.subject]:
            combo.addItem(field.label, field)
        if table.subject in CONTACTS:
            self._offer_own(combo, _new_name(table, column), meant)
        combo.setCurrentIndex(_place(combo, meant))
        return combo

    def _offer_own(self, combo: QComboBox, new: str, meant: Meaning | None) -> None:
        said = meant.name if isinstance(meant, OwnColumn) else new
        for name in dict.fromkeys((*self._known, said, new)):
            own = OwnColumn(name)
            combo.addItem(own.label if name in self._known else f"新しい{own.label}", own)

    def _show_kind(self, line: int, meant: Meaning | None) -> None:
        self._view.removeCellWidget(line, _KIND)
        if not isinstance(meant, OwnColumn):
            return
        combo = QComboBox()
        combo.setAccessibleName(f"{meant.label}の種類")
        combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        known = self._known.get(meant.name)
        if known is not None:
            combo.addItem(known.draft.kind.label, known.draft.kind)
            combo.setEnabled(False)
        else:
            combo.addItem(f"値から（{self._guessed(line).label}）", None)
            for kind in FieldKind:
                combo.addItem(kind.label, kind)
            if meant.kind is not None:
                combo.setCurrentText(meant.kind.label)
        self._view.setCellWidget(line, _KIND, combo)

    def _guessed(self, line: int) -> FieldKind:
        assert self._table is not None
        cells = self._table.column(self._columns[line], _GUESSED_FROM)
        return guessed_kind(map(own_text, cells), self._today)

    def _kind(self, line: int) -> FieldKind | None:
        combo = self.kind_combo(line)
        kind: FieldKind | None = None if combo is None else combo.currentData()
        return kind

    @Slot()
    def _meaning_changed(self) -> None:
        for line in range(len(self._columns)):
            combo = self.combo(line)
            if combo is self.sender():
                self._show_kind(line, combo.currentData())

    def _lay_out(self) -> None:
        view = self._view
        em = view.fontMetrics().horizontalAdvance("国")
        for column, width in enumerate((2.5, 8, 9, 15)):
            view.setColumnWidth(column, round(width * em))
        view.horizontalHeader().setStretchLastSection(True)
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.verticalHeader().setDefaultSectionSize(theme.row_height() + 6)


def _new_name(table: SourceTable, column: int) -> str:
    """Return the name a new field has; of columns with one heading each has its letter."""
    heading = table.headings[column]
    name = own_name(heading)
    if name and table.headings.count(heading) == 1:
        return name
    return f"{name} {letter(column)}列".strip()


def _place(combo: QComboBox, meant: Meaning | None) -> int:
    """Return where a meaning stands among the choices; the first where it is none of them."""
    for at in range(combo.count()):
        choice = combo.itemData(at)
        if isinstance(meant, OwnColumn) and isinstance(choice, OwnColumn):
            if choice.name == meant.name:
                return at
        elif isinstance(meant, Field) and choice is meant:
            return at
    return 0
