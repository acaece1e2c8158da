"""Looking at a document before it is printed or saved."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QImage, QPainter, QPixmap, QResizeEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.documents.whole_file import write_whole
from app.gui.framework import icons, theme
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.shortcuts import PageKeys
from app.gui.widgets.flow_row import FlowRow
from app.gui.widgets.pdf_pages import POINTS_PER_INCH, PdfPages
from app.gui.widgets.zoom import Zoom
from app.kernel.errors import Refusal

_PRINT_DPI = 300


class _Area(QScrollArea):
    """Says when the room for the page has changed."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.resized.emit()


class PdfPreview(QWidget):
    """Turns the pages of a PDF, prints it, and saves it.

    ``saved`` carries the path it was written to, ``printed`` says that it went to a printer,
    ``closed`` that the user is finished: whatever holds this widget then takes it away.
    ``before`` is asked before the document leaves the PC, printed or saved, and may refuse.
    """

    saved = Signal(object)
    printed = Signal()
    closed = Signal()

    def __init__(
        self,
        pdf: bytes,
        name: str,
        dialogs: Dialogs,
        parent: QWidget | None = None,
        *,
        before: Callable[[], bool] = lambda: True,
    ) -> None:
        super().__init__(parent)
        self._before = before
        self._pdf = pdf
        self._name = name
        self._dialogs = dialogs
        self.pages = PdfPages(pdf, self)
        self.page = 0
        self.zoom = Zoom(self._fitting)
        self._wanted = (0, 0)
        self.keys = PageKeys(self, inside=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._bar())
        self.sheet = QLabel()
        self.sheet.setAccessibleName(f"{name}の表示")
        self.sheet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.area = _Area()
        self.area.setWidget(self.sheet)
        self.area.setWidgetResizable(True)
        column.addWidget(self.area, 1)
        self.setFocusProxy(self.area)
        self.pages.drawn.connect(self._drawn)
        self.area.resized.connect(self._fit)
        self._show()

    def _bar(self) -> QVBoxLayout:
        around, bar = QVBoxLayout(), FlowRow(self)
        around.setContentsMargins(8, 8, 8, 4)
        around.addWidget(bar)
        self.back = self._button("前のページ", "chevron-left", "PgUp", self.turn_back, "")
        self.number = QLabel()
        self.number.setAccessibleName("ページ番号")
        self.forward = self._button("次のページ", "chevron-right", "PgDown", self.turn, "")
        self.smaller = self._button("小さく", "", "Ctrl+-", self.show_smaller, "－")
        self.fit = self._button("全体", "", "Ctrl+0", self.show_fit)
        self.larger = self._button("大きく", "", "Ctrl++", self.show_larger, "＋")
        self.save = self._button("PDFを保存", "save", "Ctrl+S", self.save_file)
        self.print = self._button("印刷", "print", "Ctrl+P", self.print_pages)
        self.print.setProperty("primary", True)  # noqa: FBT003
        self.close_button = self._button("閉じる", "close", "Esc", self._leave)
        for first in (self.smaller, self.save):
            first.setProperty("apart", True)  # noqa: FBT003
        turning = (self.back, self.number, self.forward)
        zooming = (self.smaller, self.fit, self.larger)
        for widget in (*turning, *zooming, self.save, self.print, self.close_button):
            widget.setParent(bar)
        return around

    def _button(
        self, text: str, icon: str, key: str, slot: Callable[[], None], shown: str | None = None
    ) -> QPushButton:
        """Make a button that says ``text``, or shows something shorter and says it aloud."""
        button = QPushButton(text if shown is None else shown)
        button.setAccessibleName(text)
        if icon:
            colour = theme.current().on_accent if icon == "print" else ""
            button.setIcon(icons.icon(icon, colour))
        self.keys.add(text, key, slot, button)
        return button

    @Slot()
    def turn(self) -> None:
        self._go(self.page + 1)

    @Slot()
    def turn_back(self) -> None:
        self._go(self.page - 1)

    def _go(self, page: int) -> None:
        self.page = min(max(page, 0), self.pages.count - 1)
        self.area.verticalScrollBar().setValue(0)
        self._show()

    @Slot()
    def show_larger(self) -> None:
        self.zoom.larger()
        self._show()

    @Slot()
    def show_smaller(self) -> None:
        self.zoom.smaller()
        self._show()

    @Slot()
    def show_fit(self) -> None:
        self.zoom.fit()
        self._show()

    def _fitting(self) -> float:
        width, height = self.pages.size(self.page)
        room = self.area.viewport().size()
        inch = self.logicalDpiX() / POINTS_PER_INCH
        return min((room.width() - 16) / width, (room.height() - 16) / height) / inch * 100

    def _dpi(self) -> int:
        return round(self.logicalDpiX() * self.devicePixelRatioF() * self.zoom.percent / 100)

    def _show(self) -> None:
        self.number.setText(f"{self.page + 1} / {self.pages.count} ページ")
        self.back.setEnabled(self.page > 0)
        self.forward.setEnabled(self.page < self.pages.count - 1)
        self._wanted = (self.page, self._dpi())
        self.pages.draw_later(*self._wanted)

    @Slot(int, int, QImage)
    def _drawn(self, page: int, dpi: int, picture: QImage) -> None:
        if (page, dpi) == self._wanted:
            picture.setDevicePixelRatio(self.devicePixelRatioF())
            self.sheet.setPixmap(QPixmap.fromImage(picture))

    @Slot()
    def save_file(self) -> None:
        """Write the PDF where the user wants it; a file is replaced only by a whole new one."""
        if not self._before():
            return
        target = self._dialogs.ask_save_path("PDFを保存", f"{self._name}.pdf", "PDF (*.pdf)")
        if target is None:
            return
        try:
            write_whole(target, self._pdf)
        except Refusal as refusal:
            self._dialogs.tell(refusal.text)
            return
        self.saved.emit(target)

    @Slot()
    def print_pages(self) -> None:
        """Print the pages the user chooses, at 300 dots per inch."""
        if not self._before():
            return
        printer = self._dialogs.ask_printer(self.pages.count)
        if printer is None:
            return
        first = max(printer.fromPage(), 1) - 1
        last = min(printer.toPage() or self.pages.count, self.pages.count)
        painter = QPainter()
        if not painter.begin(printer):
            self._dialogs.tell("印刷を始められませんでした。プリンターの状態を確かめてください。")
            return
        for page in range(first, last):
            if page > first:
                printer.newPage()
            self._paint(painter, printer, page)
        painter.end()
        self.printed.emit()

    def _paint(self, painter: QPainter, printer: QPrinter, page: int) -> None:
        """Paint a page in its own size, its corner in the corner of the paper."""
        picture = self.pages.draw(page, _PRINT_DPI)
        scale = printer.resolution() / _PRINT_DPI
        margins = printer.pageLayout().marginsPixels(printer.resolution())
        size = (round(picture.width() * scale), round(picture.height() * scale))
        painter.drawImage(QRect(-margins.left(), -margins.top(), *size), picture)

    @Slot()
    def _leave(self) -> None:
        self.closed.emit()

    @Slot()
    def _fit(self) -> None:
        if self.zoom.fitted:
            self._show()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        self.release()
        super().closeEvent(event)

    def release(self) -> None:
        """Let go of the document; call this before the widget is deleted."""
        self.pages.close()
