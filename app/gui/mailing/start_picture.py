"""A drawn label sheet: click, or move with the arrow keys, where the first label goes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.documents.label_sheet import LABEL_SHEETS, LabelSheet

_A4 = (210.0, 297.0)
_SIZE = QSize(148, 210)


class StartPicture(QWidget):
    """``changed`` carries the number of the first label to be used, counted from 1."""

    changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet: LabelSheet = LABEL_SHEETS[0]
        self.start = 1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolTip("使い始めるラベルを押します（矢印キーでも選べます）。")
        self._say()

    def show_sheet(self, sheet: LabelSheet) -> None:
        """Draw another sheet; the start goes back to its first label."""
        if sheet != self.sheet:
            self.sheet = sheet
            self.choose(1)

    def choose(self, start: int) -> None:
        """Let the first letter stand on this label; one that is not there changes nothing."""
        if 1 <= start <= self.sheet.count:
            changed = start != self.start
            self.start = start
            self._say()
            self.update()
            if changed:
                self.changed.emit(start)

    def label_box(self, number: int) -> QRectF:
        """Return where a label (from 1) is drawn."""
        scale = min(self.width() / _A4[0], self.height() / _A4[1])
        left, top = self.sheet.place(number - 1)
        return QRectF(
            left * scale, top * scale, self.sheet.width * scale, self.sheet.height * scale
        )

    def _say(self) -> None:
        self.setAccessibleName(f"開始位置 {self.start}番目（{self.sheet.count}面のうち）")

    def sizeHint(self) -> QSize:  # noqa: N802
        return _SIZE

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        palette = self.palette()
        scale = min(self.width() / _A4[0], self.height() / _A4[1])
        painter.fillRect(QRectF(0, 0, _A4[0] * scale, _A4[1] * scale), palette.base())
        for number in range(1, self.sheet.count + 1):
            box = self.label_box(number).adjusted(1, 1, -1, -1)
            used = number < self.start
            painter.setPen(palette.mid().color())
            painter.setBrush(palette.window() if used else palette.base())
            if number == self.start:
                painter.setBrush(palette.highlight())
            painter.drawRect(box)
            ink = palette.highlightedText() if number == self.start else palette.text()
            painter.setPen(palette.mid().color() if used else ink.color())
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "済" if used else str(number))
        if self.hasFocus():
            painter.setPen(palette.highlight().color())
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        for number in range(1, self.sheet.count + 1):
            if self.label_box(number).contains(event.position()):
                self.choose(number)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self.sheet.across,
            Qt.Key.Key_Down: self.sheet.across,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.choose(self.start + step)
