"""The list of documents, each with the form it is made with in the year of the window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.gui.forms.shown_form import ShownForm
from app.gui.framework import theme
from app.reporting.catalogue import Document

_LINE = Qt.ItemDataRole.UserRole
_NAME = 0
_LEADING = 1.35
_INSET = 10


@dataclass(frozen=True, slots=True)
class FormLine:
    """A document, the form in effect for it, if there is one, and every form it has."""

    document: Document
    form: ShownForm | None
    forms: tuple[ShownForm, ...] = ()

    @property
    def lines(self) -> tuple[str, str, str]:
        """What is told of it: its name, the form, and since when that is used."""
        if self.form is None:
            return self.document.name, "様式はまだありません", ""
        row = self.form.row
        if row is None:
            return self.document.name, self.form.title, ""
        return self.document.name, row.name, f"{row.version}　{self.form.since}".strip()


class FormList(QListWidget):
    """``chosen`` carries the ``FormLine`` that became current."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_LineDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(self._current_changed)

    def show_lines(self, lines: Sequence[FormLine]) -> None:
        """List these; the document that was chosen stays so if it is still there."""
        before = self.line()
        self.blockSignals(True)  # noqa: FBT003  told once, below
        self.clear()
        for line in lines:
            item = QListWidgetItem(line.document.name)
            item.setData(_LINE, line)
            said = "　".join(part for part in line.lines if part)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            item.setToolTip("\n".join(part for part in line.lines if part))
            self.addItem(item)
        self.blockSignals(False)  # noqa: FBT003
        if before is None or not self.choose(before.document.id):
            self.setCurrentRow(0)

    def line(self) -> FormLine | None:
        """Return what is chosen."""
        item = self.currentItem()
        line: FormLine | None = None if item is None else item.data(_LINE)
        return line

    def choose(self, document: str) -> bool:
        """Choose a document by its id; return whether it is listed."""
        for row in range(self.count()):
            if self.item(row).data(_LINE).document.id == document:
                self.setCurrentRow(row)
                return True
        return False

    @Slot(QListWidgetItem, QListWidgetItem)
    def _current_changed(self, now: QListWidgetItem | None, _before: object) -> None:
        if now is not None:
            self.chosen.emit(now.data(_LINE))


class _LineDelegate(QStyledItemDelegate):
    """Paints the name of a document over what is said of its form."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        self.initStyleOption(option, index)
        line: FormLine = index.data(_LINE)
        option.text = ""  # the style paints the ground only
        widget = option.widget
        style = widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        colours = theme.current()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        rect: QRect = option.rect
        inside = rect.adjusted(_INSET, 0, -_INSET, 0)
        height = self._line_height(option)
        top = inside.top() + (inside.height() - height * self._count(line)) // 2
        painter.save()
        for number, text in enumerate(part for part in line.lines if part):
            font = option.font
            font.setBold(number == _NAME)
            painter.setFont(font)
            strong = colours.on_chosen if chosen else colours.text
            weak = colours.on_chosen if chosen else colours.quiet
            painter.setPen(QColor(strong if number == _NAME else weak))
            shown = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideRight, inside.width()
            )
            place = QRect(inside.left(), top + number * height, inside.width(), height)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()

    def sizeHint(  # noqa: N802
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        height = self._line_height(option) * self._count(index.data(_LINE)) + _INSET
        return QSize(0, height)

    def _line_height(self, option: QStyleOptionViewItem) -> int:
        return round(option.fontMetrics.height() * _LEADING)

    def _count(self, line: FormLine) -> int:
        return sum(bool(part) for part in line.lines)
