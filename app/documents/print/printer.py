"""The pages of a workbook drawn on a reportlab canvas, one after another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from app.documents.fonts import missing_characters, typeface
from app.documents.print.embedded_font import font_name
from app.documents.print.extent import Extent
from app.documents.print.geometry import Geometry
from app.documents.print.headers import PageFacts, draw_headers
from app.documents.print.ink import Ink
from app.documents.print.page_drawing import PageDrawing
from app.documents.print.pages import MOST_PAGES, Page, pages_of, too_many
from app.documents.print.pictures import Pictures
from app.documents.print.result import PrintResult
from app.documents.print.rules import Rules
from app.documents.sheet.book import Book
from app.documents.sheet.worksheet import Worksheet
from app.kernel.errors import Refusal
from app.kernel.progress import Progress

# Bytes stay bytes: as letters they are a quarter longer, and reportlab is slow at writing them.
rl_config.useA85 = 0

_PDF_VERSION = (1, 7)
_FIRST_FONT = "BIZUDGothic-Regular"
"""A canvas begins with a font; without one of ours it would name Helvetica in the file."""


@dataclass(frozen=True, slots=True)
class _Planned:
    sheet: Worksheet
    geometry: Geometry
    pages: list[Page]


def _plan(book: Book, names: list[str], rules: Rules) -> list[_Planned]:
    plan, total = [], 0
    for sheet in book.sheets(names):
        geometry = Geometry(sheet, rules)
        extent = Extent(sheet, geometry, rules, from_1904=book.from_1904)
        pages = pages_of(sheet, geometry, extent)
        plan.append(_Planned(sheet, geometry, pages))
        total += len(pages)
        if total > MOST_PAGES:
            raise Refusal(too_many(sheet.name))
    if not total:
        raise Refusal("印刷するものがありません。シートに何か書かれているか、確かめてください。")
    return plan


class Printer:
    """Prints one workbook once."""

    def __init__(self, book: Book, rules: Rules, title: str, moment: datetime | None) -> None:
        """Begin the document; ``title`` is shown in the reader's window."""
        self._book, self._rules, self._title, self._moment = book, rules, title, moment
        self._canvas = _canvas(title, moment)
        self._pictures = Pictures(book.package)
        self._texts: dict[str, None] = {}

    def run(self, names: list[str], progress: Progress) -> tuple[bytes, PrintResult]:
        """Print the sheets of these names; returns the PDF.  Raises as ``print_book`` does."""
        plan = _plan(self._book, names, self._rules)
        total, done = sum(len(planned.pages) for planned in plan), 0
        for planned in plan:
            first = planned.sheet.setup.first_page
            for place, page in enumerate(planned.pages):
                number = done + 1 if first is None else first + place
                facts = PageFacts(number, total, planned.sheet.name, self._title, self._moment)
                self._page(planned, page, facts, first=place == 0)
                done += 1
                progress.step(done, total)
        missing = dict.fromkeys(bad for text in self._texts for bad in missing_characters(text))
        result = PrintResult(total, tuple(missing), self._warnings(plan))
        return self._canvas.getpdfdata(), result

    def _page(self, planned: _Planned, page: Page, facts: PageFacts, *, first: bool) -> None:
        sheet, setup = planned.sheet, planned.sheet.setup
        self._canvas.setPageSize((setup.width, setup.height))
        ink = Ink(self._canvas, setup.height)
        drawing = PageDrawing(
            sheet, planned.geometry, page, self._rules, from_1904=self._book.from_1904
        )
        spare_x = setup.body_width - drawing.width * page.scale
        spare_y = setup.body_height - drawing.height * page.scale
        ink.origin(
            setup.margins["left"] + (max(spare_x, 0) / 2 if setup.centred_across else 0),
            setup.margins["top"] + (max(spare_y, 0) / 2 if setup.centred_down else 0),
            page.scale,
        )
        drawing.draw(ink, self._pictures)
        ink.origin(0, 0, 1)
        draw_headers(ink, setup, sheet.styles.default_font, facts, self._rules, first=first)
        ink.finish()
        self._texts |= ink.texts

    def _warnings(self, plan: list[_Planned]) -> tuple[str, ...]:
        return (*_formula_warnings(plan), *_picture_warnings(self._pictures))


def _canvas(title: str, moment: datetime | None) -> Canvas:
    """Return an empty document.  The same calls give the same bytes; reportlab dates it 2000."""
    canvas = Canvas(
        "", pageCompression=1, invariant=1, lang="ja-JP", pdfVersion=_PDF_VERSION,
        initialFontName=font_name(typeface(_FIRST_FONT)),
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


def _formula_warnings(plan: list[_Planned]) -> list[str]:
    """Name the formulas that have no result in the file: their cells are empty on the page."""
    found = []
    for planned in plan:
        count = sum(
            1
            for row in planned.sheet.rows.values()
            for cell in row.cells.values()
            if cell.formula and cell.value is None
        )
        if count:
            found.append(
                f"シート「{planned.sheet.name}」の計算式のうち{count}か所は、計算の結果が"
                "ファイルにないため空欄で印刷されます。Excelで開いて保存してから印刷してください。"
            )
    return found


def _picture_warnings(pictures: Pictures) -> list[str]:
    return [
        f"図「{name}」は印刷できない形式です。PNGかJPEGの図に置き換えてください。"
        for name in pictures.unreadable
    ]
