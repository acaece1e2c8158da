"""One worksheet: its cells, sizes, merged areas, and how it goes onto paper."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from app.documents.form.addresses import LAST_COLUMN, Area
from app.documents.form.markup import Element, q
from app.documents.sheet.attributes import flag, number, whole
from app.documents.sheet.cells import Cell, Row, read_rows
from app.documents.sheet.look import Look
from app.documents.sheet.page_setup import PageSetup, read_page_setup
from app.documents.sheet.styles import Styles
from app.documents.sheet.texts import Texts

if TYPE_CHECKING:
    from app.documents.sheet.header_pictures import HeaderPicture
    from app.documents.sheet.shapes import Drawing

EMPTY = Cell(None, 0)
_ROW_HEIGHT = 15.0
_TALLEST = 409.5
_BASE_DIGITS = 8
_WIDEST = 255.0
_CONDITIONS = (
    q("conditionalFormatting"),
    f"{q('extLst')}/{q('ext')}/{{*}}conditionalFormattings",
)


@dataclass(frozen=True, slots=True)
class Columns:
    """A span of columns of one width, in digits; ``None`` for the sheet's own."""

    first: int
    last: int
    width: float | None
    hidden: bool
    style: int


class Conditions(Protocol):
    """The conditional formats of a sheet."""

    unshown: dict[str, None]

    def look(self, row: int, column: int, own: Look) -> Look:
        """Return how a cell looks whose own look is given."""


@dataclass(slots=True)
class Worksheet:
    """What one sheet holds.  Rows and columns count from 1.

    ``uncomputed`` are the cells whose formulas could not be computed, with the reasons, which
    complete 「…ため」.
    """

    name: str
    styles: Styles
    rows: dict[int, Row]
    columns: list[Columns]
    merges: list[Area]
    setup: PageSetup
    default_height: float
    default_width: float | None
    base_digits: int
    rows_hidden: bool
    shows_zeros: bool
    heights_fixed: bool = False
    print_areas: list[Area] = field(default_factory=list)
    title_rows: tuple[int, int] | None = None
    title_columns: tuple[int, int] | None = None
    drawings: list[Drawing] = field(default_factory=list)
    prints_comments: bool = False
    header_pictures: dict[str, HeaderPicture] = field(default_factory=dict)
    uncomputed: list[tuple[str, str]] = field(default_factory=list)
    has_conditions: bool = False
    conditions: Conditions | None = None

    @property
    def has_formulas(self) -> bool:
        """Return whether any cell has a formula."""
        return any(cell.formula for row in self.rows.values() for cell in row.cells.values())

    def cell(self, row: int, column: int) -> Cell:
        """Return a cell; an empty one where the file lists none."""
        line = self.rows.get(row)
        return line.cells.get(column, EMPTY) if line else EMPTY

    def look(self, row: int, column: int) -> Look:
        """Return how a cell looks, with its conditional formats."""
        own = self.own_look(row, column)
        return self.conditions.look(row, column, own) if self.conditions else own

    def own_look(self, row: int, column: int) -> Look:
        """Return how a cell looks: by its own style, its row's, or its column's."""
        line = self.rows.get(row)
        if line:
            cell = line.cells.get(column)
            if cell:
                return self.styles.look(cell.style)
            if line.style is not None:
                return self.styles.look(line.style)
        return self.styles.look(self.column_style(column))

    def column_style(self, column: int) -> int:
        """Return the style of a column's cells that have none of their own."""
        for span in self.columns:
            if span.first <= column <= span.last:
                return span.style
        return 0


def read_worksheet(root: Element, name: str, styles: Styles, texts: Texts) -> Worksheet:
    """Read a worksheet's part."""
    sizes = root.find(q("sheetFormatPr"))
    view = root.find(f"{q('sheetViews')}/{q('sheetView')}")
    width = number(sizes, "defaultColWidth", -1)
    return Worksheet(
        name=name,
        styles=styles,
        rows=read_rows(root.find(q("sheetData")), texts, styles),
        columns=[_columns(entry) for entry in root.findall(f"{q('cols')}/{q('col')}")],
        merges=_merges(root),
        setup=read_page_setup(root),
        default_height=_height(sizes),
        default_width=min(width, _WIDEST) if width >= 0 else None,
        base_digits=whole(sizes, "baseColWidth", _BASE_DIGITS),
        rows_hidden=flag(sizes, "zeroHeight"),
        heights_fixed=flag(sizes, "customHeight"),
        shows_zeros=flag(view, "showZeros", default=True),
        has_conditions=any(root.find(path) is not None for path in _CONDITIONS),
    )


def _height(sizes: Element | None) -> float:
    height = number(sizes, "defaultRowHeight", _ROW_HEIGHT)
    return height if 0 <= height <= _TALLEST else _ROW_HEIGHT


def _columns(entry: Element) -> Columns:
    width = number(entry, "width", -1)
    return Columns(
        max(whole(entry, "min", 1), 1),
        min(whole(entry, "max", 1), LAST_COLUMN),
        min(width, _WIDEST) if width >= 0 else None,
        flag(entry, "hidden"),
        whole(entry, "style"),
    )


def _merges(root: Element) -> list[Area]:
    entries = root.findall(f"{q('mergeCells')}/{q('mergeCell')}")
    areas = (Area.parse(entry.get("ref", "")) for entry in entries)
    return [area for area in areas if area and (area.top, area.left) != (area.bottom, area.right)]
