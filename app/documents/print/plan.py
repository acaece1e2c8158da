"""What will stand on which page of a print, before anything is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.documents.print.extent import Extent
from app.documents.print.geometry import Geometry
from app.documents.print.header_room import with_room
from app.documents.print.page_drawing import PageDrawing
from app.documents.print.pages import MOST_PAGES, Page, pages_of, too_many
from app.documents.print.print_quality import reduce_sheet
from app.documents.print.rules import Rules
from app.documents.sheet.book import Book
from app.documents.sheet.worksheet import Worksheet
from app.kernel.errors import Refusal


@dataclass(frozen=True, slots=True)
class PlacedPage:
    """One page, ready to be drawn: its place on the paper in points, and its scale."""

    drawing: PageDrawing
    x: float
    y: float
    scale: float


@dataclass(frozen=True, slots=True)
class PlannedSheet:
    """A sheet, measured and divided into pages."""

    sheet: Worksheet
    geometry: Geometry
    pages: Sequence[Page]
    rules: Rules
    from_1904: bool

    def placed(self) -> Iterator[PlacedPage]:
        """Yield the pages in the order they are printed."""
        setup = self.sheet.setup
        for page in self.pages:
            drawing = PageDrawing(
                self.sheet, self.geometry, page, self.rules, from_1904=self.from_1904
            )
            beside, above = (size * page.scale for size in self.geometry.headings)
            spare_x = setup.body_width - drawing.width * page.scale - beside
            spare_y = setup.body_height - drawing.height * page.scale - above
            yield PlacedPage(
                drawing,
                setup.margins["left"]
                + beside
                + (max(spare_x, 0) / 2 if setup.centred_across else 0),
                setup.margins["top"] + above + (max(spare_y, 0) / 2 if setup.centred_down else 0),
                page.scale,
            )


def plan(
    book: Book, names: list[str], rules: Rules, *, as_meant: bool = False
) -> list[PlannedSheet]:
    """Plan the sheets of these names; ``as_meant`` as for ``pages_of``.

    Raises ``Refusal`` where a sheet is not there, nothing is to print, or it would be too much.
    """
    planned, total = [], 0
    for sheet in book.sheets(names):
        reduce_sheet(sheet)
        sheet.setup = with_room(sheet.setup, sheet.styles.default_font, rules)
        geometry = Geometry(sheet, rules)
        extent = Extent(sheet, geometry, rules, from_1904=book.from_1904)
        pages = pages_of(sheet, geometry, extent, as_meant=as_meant)
        planned.append(PlannedSheet(sheet, geometry, pages, rules, book.from_1904))
        total += len(pages)
        if total > MOST_PAGES:
            raise Refusal(too_many(sheet.name, total))
    if not total:
        raise Refusal("印刷するものがありません。シートに何か書かれているか、確かめてください。")
    return planned
