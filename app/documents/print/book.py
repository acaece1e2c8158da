"""A workbook's sheets printed to one PDF, without Excel and without LibreOffice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.documents.print.embedding import Fonts
from app.documents.print.extent import Extent
from app.documents.print.geometry import Geometry
from app.documents.print.headers import PageFacts, draw_headers
from app.documents.print.ink import Ink
from app.documents.print.page_drawing import PageDrawing
from app.documents.print.pages import MOST_PAGES, Page, pages_of, too_many
from app.documents.print.pdf_file import PdfFile
from app.documents.print.pictures import Pictures
from app.documents.print.rules import RULES, Rules
from app.documents.sheet.book import Book
from app.documents.sheet.worksheet import Worksheet
from app.documents.whole_file import write_whole
from app.kernel.errors import Refusal
from app.kernel.progress import Progress, Silent


@dataclass(frozen=True, slots=True)
class PrintResult:
    """What was printed.

    ``missing`` are the characters, with their selectors, that no font has as they are written;
    ``warnings`` are sentences for the user.
    """

    pages: int
    missing: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Planned:
    sheet: Worksheet
    geometry: Geometry
    pages: list[Page]


def print_book(
    book: Path,
    target: Path,
    *,
    sheets: Sequence[str] | None = None,
    rules: str = "excel",
    moment: datetime | None = None,
    progress: Progress | None = None,
) -> PrintResult:
    """Print the visible sheets, or those named, into a new PDF at ``target``.

    ``moment`` is what &D and &T in headers show.  The same workbook gives the same bytes.  Raises
    ``Refusal`` when the file is no sound workbook, a sheet is not there, nothing is to print, or
    the target cannot be written; then nothing is written.
    """
    data, result = print_bytes(
        book, sheets=sheets, rules=rules, moment=moment, progress=progress or Silent()
    )
    write_whole(target, data)
    return result


def print_bytes(
    book: Path | bytes,
    *,
    name: str = "",
    sheets: Sequence[str] | None = None,
    rules: str = "excel",
    moment: datetime | None = None,
    progress: Progress | None = None,
) -> tuple[bytes, PrintResult]:
    """Print as ``print_book`` does and return the PDF itself, for a preview."""
    opened = Book(book)
    title = name or (book.stem if isinstance(book, Path) else "")
    plan = _planned(opened, sheets, RULES[rules])
    printer = _Printer(opened, RULES[rules], title, moment)
    return printer.run(plan, progress or Silent())


def _planned(book: Book, sheets: Sequence[str] | None, rules: Rules) -> list[_Planned]:
    names = list(book.visible if sheets is None else sheets)
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


class _Printer:
    def __init__(self, book: Book, rules: Rules, title: str, moment: datetime | None) -> None:
        self._book, self._rules, self._title, self._moment = book, rules, title, moment
        self._pdf, self._fonts = PdfFile(title), Fonts()
        self._pictures = Pictures(book.package, self._pdf)

    def run(self, plan: list[_Planned], progress: Progress) -> tuple[bytes, PrintResult]:
        total, done = sum(len(planned.pages) for planned in plan), 0
        for planned in plan:
            first = planned.sheet.setup.first_page
            for place, page in enumerate(planned.pages):
                number = done + 1 if first is None else first + place
                facts = PageFacts(number, total, planned.sheet.name, self._title, self._moment)
                self._page(planned, page, facts, first=place == 0)
                done += 1
                progress.step(done, total)
        self._fonts.embed(self._pdf)
        return self._pdf.to_bytes(), PrintResult(total, self._fonts.missing(), self._warnings(plan))

    def _page(self, planned: _Planned, page: Page, facts: PageFacts, *, first: bool) -> None:
        sheet, setup = planned.sheet, planned.sheet.setup
        ink = Ink(setup.height, self._fonts)
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
        self._pdf.page(setup.width, setup.height, ink.content())

    def _warnings(self, plan: list[_Planned]) -> tuple[str, ...]:
        return (*_formula_warnings(plan), *_picture_warnings(self._pictures))


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
