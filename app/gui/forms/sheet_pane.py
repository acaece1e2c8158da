"""The picture of a sheet with what moves it: the sheets, the pages, the size."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from app.documents.form.addresses import cell_name
from app.gui.compiled.forms.ui_sheet_pane import Ui_SheetPane
from app.gui.forms.sheet_canvas import Chip, Place
from app.gui.forms.sheet_reading import SheetReading
from app.gui.forms.sheet_view import SheetView
from app.gui.framework import icons, view
from app.gui.framework.shortcuts import PageKeys
from app.gui.widgets.pdf_pages import POINTS_PER_INCH, PdfPages
from app.gui.widgets.zoom import Zoom

_ROOM = 24
"""What of the width is left for a scroll bar, in pixels."""


class SheetPane(QWidget):
    """Shows a ``SheetReading``; ``view`` is what is pointed at.

    ``sheet_wanted`` carries the name of a sheet that is to be read and shown.
    """

    sheet_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_SheetPane()
        self.ui.setupUi(self)
        self.view = SheetView()
        self.reading: SheetReading | None = None
        self.number = 0
        self._pages: PdfPages | None = None
        self.zoom = Zoom(self._fitting)
        self._wanted = (0, 0)
        self.ui.area.setWidget(self.view)
        self.ui.whereLabel.prepare(ems=30, quiet=True)
        self.setFocusProxy(self.view)
        self.keys = PageKeys(self, inside=True)
        self._add_keys()
        self.ui.sheetCombo.activated.connect(self._sheet_chosen)
        self.view.selected.connect(self._bring_into_view)
        view.current().changed.connect(self._draw)
        self._draw()
        self._allow()

    def _add_keys(self) -> None:
        ui, keys = self.ui, self.keys
        keys.add("前のページ", "PgUp", self.turn_back, ui.backButton)
        keys.add("次のページ", "PgDown", self.turn, ui.forwardButton)
        keys.add("小さく", "Ctrl+-", self.show_smaller, ui.smallerButton)
        keys.add("幅に合わせる", "Ctrl+0", self.show_fit, ui.fitButton)
        keys.add("大きく", "Ctrl++", self.show_larger, ui.largerButton)

    @Slot()
    def _draw(self) -> None:
        named: tuple[tuple[QPushButton, str], ...] = (
            (self.ui.backButton, "chevron-left"),
            (self.ui.forwardButton, "chevron-right"),
        )
        for button, name in named:
            button.setIcon(icons.icon(name))

    # What is shown

    @property
    def sheet(self) -> str:
        """The name of the sheet that is shown, or nothing."""
        return self.reading.sheet if self.reading else ""

    def show_reading(self, reading: SheetReading) -> None:
        """Show a sheet; the same sheet read again keeps its page and the chosen cell."""
        again = self.reading is not None and self.reading.sheet == reading.sheet
        self.release()
        self.reading = reading
        self._pages = PdfPages(reading.picture.pdf, self)
        self._pages.drawn.connect(self._drawn)
        self.number = min(self.number, len(reading.picture.pages) - 1) if again else 0
        if not again:
            self.view.select(None)
        self.ui.sheetCombo.clear()
        self.ui.sheetCombo.addItems(reading.sheets)
        self.ui.sheetCombo.setCurrentText(reading.sheet)
        self.ui.sheetCombo.setVisible(len(reading.sheets) > 1)
        self._show()

    def show_chips(self, chips: Mapping[Place, Chip]) -> None:
        """Show these fields over their cells."""
        self.view.show_chips(chips)

    def go_to(self, place: Place) -> bool:
        """Choose a cell and turn to its page; return whether the sheet's print shows it."""
        pages = self.reading.picture.pages if self.reading else ()
        for number, page in enumerate(pages):
            if any((box.row, box.column) == place for box in page.boxes):
                if number != self.number:
                    self._go(number)
                self.view.select(place)
                self._bring_into_view(place)
                return True
        return False

    def release(self) -> None:
        """Let go of what is shown; call this before the widget is deleted."""
        pages, self._pages = self._pages, None
        if pages is not None:
            pages.close()
            pages.deleteLater()

    # Pages and size

    @Slot()
    def turn(self) -> None:
        self._go(self.number + 1)

    @Slot()
    def turn_back(self) -> None:
        self._go(self.number - 1)

    def _go(self, number: int) -> None:
        count = len(self.reading.picture.pages) if self.reading else 1
        self.number = min(max(number, 0), count - 1)
        self.ui.area.verticalScrollBar().setValue(0)
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
        if self.reading is None:
            return 100
        room = self.ui.area.width() - _ROOM
        return room / self.reading.picture.pages[self.number].width / self._inch() * 100

    def _inch(self) -> float:
        """Return the pixels of a point at its size on paper."""
        return self.logicalDpiX() / POINTS_PER_INCH

    def _show(self) -> None:
        if self.reading is None or self._pages is None:
            return
        ratio = self.devicePixelRatioF()
        dpi = round(self.logicalDpiX() * ratio * self.zoom.percent / 100)
        # The scale is that of the picture, so that it is shown as it was drawn.
        scale = dpi / ratio / POINTS_PER_INCH
        self.view.show_page(self.reading.picture.pages[self.number], scale)
        if (self.number, dpi) != self._wanted or self.view.is_blank:
            self._wanted = (self.number, dpi)
            self._pages.draw_later(*self._wanted)
        self._allow()

    @Slot(int, int, QImage)
    def _drawn(self, page: int, dpi: int, picture: QImage) -> None:
        if (page, dpi) == self._wanted and self.sender() is self._pages:
            self.view.show_picture(picture)

    def _allow(self) -> None:
        count = len(self.reading.picture.pages) if self.reading else 1
        self.ui.pageLabel.setText(f"{self.number + 1} / {count} ページ")
        self.ui.backButton.setEnabled(self.number > 0)
        self.ui.forwardButton.setEnabled(self.number < count - 1)

    def choose_shown(self) -> None:
        """Let the choice of the sheet be the one that is shown, where another could not be."""
        self.ui.sheetCombo.setCurrentText(self.sheet)

    @Slot(int)
    def _sheet_chosen(self, _number: int) -> None:
        if self.ui.sheetCombo.currentText() != self.sheet:
            self.sheet_wanted.emit(self.ui.sheetCombo.currentText())

    @Slot(object)
    def _bring_into_view(self, place: Place | None) -> None:
        box = self.view.box_of(place)
        said = "" if place is None else f"{self.sheet}!{cell_name(*place)}"
        self.ui.whereLabel.setText(said)
        if box is not None:
            middle = self.view.rect_of(box)
            x, y = round(middle.center().x()), round(middle.center().y())
            across, down = round(middle.width() / 2) + 8, round(middle.height() / 2) + 8
            self.ui.area.ensureVisible(x, y, across, down)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        if self.zoom.fitted:
            self._show()
