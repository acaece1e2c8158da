"""Every text of a form that a check looks at: its cells, its mapped cells, where its tags stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.documents.form.cells import Grid, Strings, text_of
from app.documents.form.mapping import Overlay, overlays
from app.documents.form.scan import Marked, marked_cells
from app.documents.form.tags import Tag
from app.documents.form.workbook import Sheet, Workbook


@dataclass(frozen=True, slots=True)
class SheetSurvey:
    """One sheet: the cells with tags, and the text of all the others by their address."""

    sheet: Sheet
    marked: list[Marked]
    texts: dict[str, str]

    @property
    def tags(self) -> Iterator[tuple[Marked, Tag]]:
        """Yield every tag with its cell."""
        return ((each, tag) for each in self.marked for tag in each.marks.tags)


@dataclass(frozen=True, slots=True)
class Survey:
    """A workbook and what is written in it; ``lost`` are mapped places that are not there."""

    workbook: Workbook
    strings: Strings
    sheets: list[SheetSurvey]
    lost: tuple[str, ...]

    @property
    def tags(self) -> Iterator[tuple[Sheet, Marked, Tag]]:
        """Yield every tag of the workbook with its place."""
        return ((each.sheet, *found) for each in self.sheets for found in each.tags)


def survey(workbook: Workbook, marks: Mapping[str, str]) -> Survey:
    """Look through a workbook; ``marks`` as ``fill`` takes them."""
    package = workbook.package
    strings = next(iter(package.related(workbook.part, "sharedStrings")), None)
    shared = Strings(package.tree(strings) if strings else None)
    mapped, lost = overlays(workbook, marks)
    sheets = [_sheet(sheet, shared, mapped.get(sheet.name)) for sheet in workbook.sheets]
    return Survey(workbook, shared, sheets, lost)


def _sheet(sheet: Sheet, strings: Strings, overlay: Overlay | None) -> SheetSurvey:
    grid = Grid(sheet.root)
    marked = marked_cells(grid, strings, overlay)
    texts = {
        cell.get("r", ""): text
        for row in grid.rows
        for _, cell in grid.cells(row)
        if (text := strings.text(cell)) and not text.isspace()
    }
    texts.update((each.address, text_of(each.item)) for each in marked if each.mapped)
    return SheetSurvey(sheet, marked, texts)
