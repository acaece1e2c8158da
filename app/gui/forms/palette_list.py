"""The palette: the fields a document has, each with what it is at this office, to be taken."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem, QWidget

from app.gui.forms.mark_text import tag_text
from app.gui.forms.sheet_view import FIELD_MIME
from app.gui.framework import theme
from app.kernel.kana import to_hiragana
from app.reporting.palette import PaletteField

_FIELD = Qt.ItemDataRole.UserRole
_DONE, _NEEDED = "✓", "要"
_NAME_EMS = 9.5
_LEAST_ROWS = 4
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PaletteList(QTreeWidget):
    """A field that is clicked is ``taken``; ``chosen`` was meant for the chosen cell.

    Both carry the field's name, as does ``copy_wanted``.  Fields can be dragged onto a cell.
    """

    taken = Signal(str)
    chosen = Signal(str)
    copy_wanted = Signal(str)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: tuple[PaletteField, ...] = ()
        self._used: frozenset[str] = frozenset()
        self._text = ""
        self.setAccessibleName("この書類の項目")
        self.setHeaderLabels(("", "項目", "この事務所では"))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(True)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.itemClicked.connect(self._clicked)
        self.itemDoubleClicked.connect(self._double_clicked)
        self._widths()
        self.setMinimumHeight(_LEAST_ROWS * theme.row_height())

    def _widths(self) -> None:
        em = self.fontMetrics().horizontalAdvance("国")
        self.header().setMinimumSectionSize(em)
        for column, ems in ((0, 1.6), (1, _NAME_EMS)):
            self.setColumnWidth(column, round(em * ems))

    def show_fields(self, fields: Sequence[PaletteField]) -> None:
        """Show the fields of another document."""
        self._fields = tuple(fields)
        self._fill()

    def mark_used(self, used: frozenset[str]) -> None:
        """Tick the fields that have a place in the form."""
        if used != self._used:
            self._used = used
            for row in range(self.topLevelItemCount()):
                item = self.topLevelItem(row)
                if item is not None:
                    item.setText(0, self._sign(item.data(0, _FIELD)))

    @Slot(str)
    def filter(self, text: str) -> None:
        """Show only the fields whose name or example has a text in it."""
        self._text = text.strip()
        self._fill()

    def field(self) -> str:
        """Return the name of the field that is chosen, or nothing."""
        item = self.currentItem()
        return str(item.data(0, _FIELD).tag) if item is not None else ""

    def _fill(self) -> None:
        before = self.field()
        self.clear()
        for field in self._found():
            item = QTreeWidgetItem((self._sign(field), field.tag, field.example))
            item.setData(0, _FIELD, field)
            item.setSizeHint(1, QSize(0, theme.row_height()))
            item.setToolTip(1, tag_text(field.tag))
            item.setToolTip(2, field.example)
            item.setData(
                1,
                Qt.ItemDataRole.AccessibleTextRole,
                f"{field.tag}　{field.example}　{self._said(field)}",
            )
            self.addTopLevelItem(item)
            if field.tag == before:
                self.setCurrentItem(item)
        first = self.topLevelItem(0)
        if self.currentItem() is None and first is not None:
            self.setCurrentItem(first)

    def _found(self) -> list[PaletteField]:
        """Return the fields that are looked for, those that are called just so first."""
        text = self._text
        wanted = _folded(text)
        found = [one for one in self._fields if wanted in _folded(f"{one.tag} {one.example}")]
        return sorted(found, key=lambda one: _rank(text, one.tag)) if text else found

    def _sign(self, field: PaletteField) -> str:
        if field.tag in self._used:
            return _DONE
        return _NEEDED if field.required else ""

    def _said(self, field: PaletteField) -> str:
        if field.tag in self._used:
            return "様式に入っています"
        return "必要な項目です" if field.required else ""

    @Slot(QTreeWidgetItem, int)
    def _clicked(self, _item: QTreeWidgetItem, _column: int) -> None:
        self.taken.emit(self.field())

    @Slot(QTreeWidgetItem, int)
    def _double_clicked(self, _item: QTreeWidgetItem, _column: int) -> None:
        self.chosen.emit(self.field())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in _ENTER and self.field():
            self.chosen.emit(self.field())
        elif event.key() == Qt.Key.Key_C and control and self.field():
            self.copy_wanted.emit(self.field())
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def mimeData(self, items: Sequence[QTreeWidgetItem]) -> QMimeData:  # noqa: N802
        data = QMimeData()
        for item in items[:1]:
            tag = str(item.data(0, _FIELD).tag)
            data.setData(FIELD_MIME, tag.encode("utf-8"))
            data.setText(tag_text(tag))
        return data


def _folded(text: str) -> str:
    return to_hiragana(unicodedata.normalize("NFKC", text).casefold())


def _rank(text: str, name: str) -> int:
    """Return how well a name is what was typed: just so, in other signs, begins so, has it."""
    if name == text:
        return 0
    text, name = _folded(text), _folded(name)
    if name == text:
        return 1
    return 2 if name.startswith(text) else 3 if text in name else 4
