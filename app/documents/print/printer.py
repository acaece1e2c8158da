"""The pages of a workbook drawn on a reportlab canvas, one after another."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from app.documents.fonts import missing_characters, typeface
from app.documents.print.embedded_font import embedded
from app.documents.print.header_codes import PageFacts
from app.documents.print.headers import HeaderDrawing
from app.documents.print.ink import Ink
from app.documents.print.pictures import Pictures
from app.documents.print.plain_ink import PlainInk
from app.documents.print.plan import PlacedPage, PlannedSheet
from app.documents.print.result import PrintResult
from app.documents.print.warnings import sheet_warnings
from app.documents.sheet.book import Book
from app.kernel.progress import Progress

# Bytes stay bytes: as letters they are a quarter longer, and reportlab is slow at writing them.
rl_config.useA85 = 0

_PDF_VERSION = (1, 7)
_FIRST_FONT = "BIZUDGothic-Regular"
"""A canvas begins with a font; without one of ours it would name Helvetica in the file."""


class Printer:
    """Prints one workbook once."""

    def __init__(
        self, book: Book, title: str, moment: datetime | None, source: Path | None = None
    ) -> None:
        """Begin the document.

        ``title`` is shown in the reader's window; ``source`` is the file that headers name.
        """
        self._title, self._moment = title, moment
        self._file = source.name if source else title
        self._folder = f"{source.absolute().parent}{os.sep}" if source else ""
        self._canvas = _canvas(title, moment)
        self._pictures = Pictures(book.package)
        self._texts: dict[str, None] = {}

    def run(self, plan: Sequence[PlannedSheet], progress: Progress) -> tuple[bytes, PrintResult]:
        """Print what was planned; returns the PDF."""
        total, done, number = sum(len(planned.pages) for planned in plan), 0, 0
        for planned in plan:
            first = planned.sheet.setup.first_page
            number = number if first is None else first - 1
            for place, page in enumerate(planned.placed()):
                done, number = done + 1, number + 1
                facts = PageFacts(
                    number, total, planned.sheet.name, self._file, self._moment, self._folder
                )
                self._page(planned, page, facts, first=place == 0)
                progress.step(done, total)
        missing = dict.fromkeys(bad for text in self._texts for bad in missing_characters(text))
        result = PrintResult(total, tuple(missing), self._warnings(plan))
        return self._canvas.getpdfdata(), result

    def _page(
        self, planned: PlannedSheet, page: PlacedPage, facts: PageFacts, *, first: bool
    ) -> None:
        sheet, setup = planned.sheet, planned.sheet.setup
        self._canvas.setPageSize((setup.width, setup.height))
        ink = (PlainInk if setup.black_and_white else Ink)(self._canvas, setup.height)
        if sheet.header_pictures:
            # Few sheets need it.
            from app.documents.print.header_pictures import draw_header_pictures  # noqa: PLC0415

            draw_header_pictures(ink, self._pictures, sheet, facts, page.scale, first=first)
        ink.origin(page.x, page.y, page.scale)
        page.drawing.draw(ink, self._pictures)
        ink.origin(0, 0, 1)
        headers = HeaderDrawing(setup, sheet.styles.default_font, planned.rules, page.scale)
        headers.draw(ink, facts, first=first)
        ink.finish()
        self._texts |= ink.texts

    def _warnings(self, plan: Sequence[PlannedSheet]) -> tuple[str, ...]:
        sheets = [sentence for planned in plan for sentence in sheet_warnings(planned.sheet)]
        return (*sheets, *_picture_warnings(self._pictures))


def _canvas(title: str, moment: datetime | None) -> Canvas:
    """Return an empty document.  The same calls give the same bytes; reportlab dates it 2000."""
    canvas = Canvas(
        "", pageCompression=1, invariant=1, lang="ja-JP", pdfVersion=_PDF_VERSION,
        initialFontName=embedded(typeface(_FIRST_FONT)).fontName,
    )  # fmt: skip
    canvas.setTitle(title.encode("utf-8", "replace").decode("utf-8"))
    canvas.setProducer("kurashi")
    if moment:
        canvas.setDateFormatter(lambda *_: f"D:{moment:%Y%m%d%H%M%S}")
    for set_unknown in (canvas.setAuthor, canvas.setCreator, canvas.setSubject):
        set_unknown("")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.setViewerPreference("PrintScaling", "None")
    return canvas


def _picture_warnings(pictures: Pictures) -> list[str]:
    return [
        f"図「{name or '(ファイルなし)'}」は印刷できない形式か、壊れています。"
        "PNGかJPEGの図に置き換えてください。"
        for name in pictures.unreadable
    ]
