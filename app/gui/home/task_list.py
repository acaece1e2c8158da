"""The lines of 今日 under their headings; a click or Enter follows a line's link."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QBrush, QColor, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from app.gui.framework import icons, theme
from app.gui.framework.search import Target
from app.reporting.today_line import Line

_LINE = Qt.ItemDataRole.UserRole
_SENTENCE_PART = 0.6


class TaskList(QTreeWidget):
    """``followed`` carries the ``Target`` of the line that was clicked or opened by Enter."""

    followed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(14)
        self.setAlternatingRowColors(False)
        self.setUniformRowHeights(True)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.header().setStretchLastSection(True)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.lines: tuple[Line, ...] = ()
        self.itemClicked.connect(self._follow)
        self.itemActivated.connect(self._follow)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines; the current one stays so if it is still among them."""
        before = self.currentItem()
        current = before.data(0, _LINE) if before is not None else None
        self.lines = tuple(lines)
        self.clear()
        for matter, group in groupby(lines, key=lambda line: line.matter):
            told = list(group)
            heading = self._heading(f"{matter.label}（{len(told)}）")
            for line in told:
                item = _item(line)
                heading.addChild(item)
                if current is None or line == current:
                    current = line
                    self.setCurrentItem(item)
            heading.setExpanded(True)

    def _heading(self, text: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem([text])
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = self.font()
        font.setBold(True)
        item.setFont(0, font)
        item.setSizeHint(0, QSize(0, theme.row_height()))
        self.addTopLevelItem(item)
        item.setFirstColumnSpanned(True)
        return item

    @Slot(QTreeWidgetItem)
    def _follow(self, item: QTreeWidgetItem) -> None:
        line = item.data(0, _LINE)
        if isinstance(line, Line):
            self.followed.emit(Target(line.place, line.kind, line.key))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(
            self, "lines"
        ):
            self.show_lines(self.lines)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.setColumnWidth(0, int(self.viewport().width() * _SENTENCE_PART))


def _item(line: Line) -> QTreeWidgetItem:
    colours = theme.current()
    item = QTreeWidgetItem(
        [f"急ぎ　{line.sentence}" if line.urgent else line.sentence, line.detail]
    )
    item.setData(0, _LINE, line)
    name, colour = ("warning", colours.warning) if line.urgent else ("chevron-right", colours.quiet)
    item.setIcon(0, icons.icon(name, colour))
    item.setForeground(1, QBrush(QColor(colours.quiet)))
    for column, text in enumerate((line.sentence, line.detail)):
        item.setToolTip(column, text)
    item.setData(0, Qt.ItemDataRole.AccessibleDescriptionRole, line.detail)
    item.setSizeHint(0, QSize(0, theme.row_height()))
    return item
