"""A sheet as a picture one can point at: its printed pages, and where each cell lies on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.documents.print.plan import PlacedPage, plan
from app.documents.print.printer import Printer
from app.documents.print.rules import RULES
from app.documents.sheet.book import Book
from app.kernel.progress import Silent


@dataclass(frozen=True, slots=True, order=True)
class CellBox:
    """A cell on a page, in points from the page's top left corner.

    A merged area is one box, with the row and column of its first cell.
    """

    row: int
    column: int
    x: float
    y: float
    width: float
    height: float

    def holds(self, x: float, y: float) -> bool:
        """Return whether a point of the page lies in the box."""
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height


@dataclass(frozen=True, slots=True)
class SheetPage:
    """One page, its size in points, and the cells on it from the top and the left."""

    width: float
    height: float
    boxes: tuple[CellBox, ...]

    def at(self, x: float, y: float) -> CellBox | None:
        """Return the cell at a point of the page; ``None`` beside the cells."""
        return next((box for box in self.boxes if box.holds(x, y)), None)


@dataclass(frozen=True, slots=True)
class SheetPicture:
    """The pages of one sheet as a PDF, with the cells on each."""

    pdf: bytes
    pages: tuple[SheetPage, ...]


def sheet_picture(book: Path | bytes, sheet: str) -> SheetPicture:
    """Print one sheet to be pointed at; raises ``Refusal`` as ``print_bytes`` does."""
    opened = Book(book)
    planned = plan(opened, [sheet], RULES["excel"])
    pdf, _ = Printer(opened, sheet, None).run(planned, Silent())
    pages = tuple(
        SheetPage(one.sheet.setup.width, one.sheet.setup.height, tuple(sorted(_boxes(page))))
        for one in planned
        for page in one.placed()
    )
    return SheetPicture(pdf, pages)


def sheet_names(book: Path | bytes) -> tuple[str, ...]:
    """Return the names of the sheets that are not hidden; raises ``Refusal`` as ``Book`` does."""
    return tuple(Book(book).visible)


def _boxes(page: PlacedPage) -> Iterator[CellBox]:
    for row, column, box in page.drawing.boxes():
        x, y = page.x + box.x * page.scale, page.y + box.y * page.scale
        yield CellBox(row, column, x, y, box.width * page.scale, box.height * page.scale)
