"""The pages of a PDF as pictures, drawn one after another on a thread of their own."""

from __future__ import annotations

import logging
import threading
from typing import Any

import pypdfium2
from PySide6.QtCore import QObject, QThreadPool, Signal
from PySide6.QtGui import QImage

from app.kernel.traces import trace

logger = logging.getLogger(__name__)

POINTS_PER_INCH = 72


class PdfPages(QObject):
    """A PDF held in memory, so that its file is free at once.

    pdfium knows one thread at a time: a lock sees to that.  Close it before it goes.
    ``drawn`` carries the page, the resolution and the picture.
    Raises ``pypdfium2.PdfiumError`` for what is no PDF.
    """

    drawn = Signal(int, int, QImage)

    def __init__(self, pdf: bytes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._document: Any = pypdfium2.PdfDocument(pdf)
        self.count = len(self._document)
        self._sizes = [self._document.get_page_size(page) for page in range(self.count)]
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    def size(self, page: int) -> tuple[float, float]:
        """Return the width and height of a page in points."""
        width, height = self._sizes[page]
        return float(width), float(height)

    def draw(self, page: int, dpi: int) -> QImage:
        """Draw a page now, at a resolution in dots per inch."""
        with self._lock:
            bitmap = self._document[page].render(scale=dpi / POINTS_PER_INCH, rev_byteorder=True)
            data = bytes(bitmap.buffer)
            form = (
                QImage.Format.Format_RGB888
                if bitmap.n_channels == _RGB
                else _GREY_OR_RGBA[bitmap.n_channels]
            )
            return QImage(data, bitmap.width, bitmap.height, bitmap.stride, form).copy()

    def draw_later(self, page: int, dpi: int) -> None:
        """Draw a page on the other thread; what was waiting is forgotten."""
        if self._document is None:
            return
        self._pool.clear()
        self._pool.start(_Drawing(self, page, dpi).run)

    def close(self) -> None:
        """Let go of the document; nothing can be drawn afterwards."""
        self._pool.clear()
        self._pool.waitForDone()
        with self._lock:
            if self._document is not None:
                self._document.close()
                self._document = None


_RGB = 3
_GREY_OR_RGBA = {1: QImage.Format.Format_Grayscale8, 4: QImage.Format.Format_RGBX8888}


class _Drawing:
    """One page to draw."""

    def __init__(self, pages: PdfPages, page: int, dpi: int) -> None:
        self._pages, self._page, self._dpi = pages, page, dpi

    def run(self) -> None:
        try:
            picture = self._pages.draw(self._page, self._dpi)
        except Exception as error:
            logger.error("page not drawn: %s", trace(error))  # noqa: TRY400
        else:
            self._pages.drawn.emit(self._page, self._dpi, picture)
