"""A row of buttons that goes on in a second row where the window is too narrow for one.

Its children need no layout: they stand in the order they were made.  A child with the property
``apart`` begins a group that stands at the right end while all fit on one row; of several such
groups the last does, and the others share what is between.  One with ``ems`` is that many
full-width characters wide; one with ``fills`` takes what is left of its row.  A label and its
buddy stay together.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_GAP = 8


class FlowRow(QWidget):
    """Is as high as its rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        rows = self._rows(width)
        return sum(map(self._height, rows)) + _GAP * max(len(rows) - 1, 0)

    def sizeHint(self) -> QSize:  # noqa: N802
        shown = self._shown()
        width = sum(self._size(one).width() for one in shown) + _GAP * max(len(shown) - 1, 0)
        return QSize(width, self._height(shown))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        shown = self._shown()
        widest = max((self._size(one).width() for one in shown), default=0)
        return QSize(widest, self._height(shown))

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.FontChange, QEvent.Type.Show):
            self.updateGeometry()
            self._place()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._place()

    def _shown(self) -> list[QWidget]:
        children = self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return [one for one in children if not one.isHidden() and not one.isWindow()]

    def _size(self, child: QWidget) -> QSize:
        size = child.sizeHint().expandedTo(child.minimumSizeHint())
        if (ems := child.property("ems")) is not None:
            size.setWidth(round(float(ems) * self.fontMetrics().horizontalAdvance("国")))
        return size.expandedTo(child.minimumSize()).boundedTo(child.maximumSize())

    def _height(self, row: list[QWidget]) -> int:
        return max((self._size(one).height() for one in row), default=0)

    def _rows(self, width: int) -> list[list[QWidget]]:
        rows: list[list[QWidget]] = []
        left = 0
        for group in self._groups():
            needed = sum(self._size(one).width() + _GAP for one in group)
            if not rows or needed - _GAP > left:
                rows.append([])
                left = width
            rows[-1].extend(group)
            left -= needed
        return rows

    def _groups(self) -> list[list[QWidget]]:
        groups: list[list[QWidget]] = []
        for one in self._shown():
            before = groups[-1][-1] if groups else None
            if isinstance(before, QLabel) and before.buddy() is one:
                groups[-1].append(one)
            else:
                groups.append([one])
        return groups

    def _place(self) -> None:
        rows, top = self._rows(self.width()), 0
        for row in rows:
            height = self._height(row)
            used = sum(self._size(one).width() + _GAP for one in row) - _GAP
            spare, left = self.width() - used, 0
            groups = sum(bool(one.property("apart")) for one in row) or 1
            for one in row:
                if one.property("apart") and len(rows) == 1:
                    left += max(spare, 0) // groups
                size = self._size(one).boundedTo(QSize(self.width(), height))
                if one.property("fills"):
                    size.setWidth(size.width() + max(spare, 0))
                down = (height - size.height()) // 2
                one.setGeometry(QRect(QPoint(left, top + down), size))
                left += size.width() + _GAP
            top += height + _GAP
