"""Every text of a form that a check looks at: its cells, its mapped cells, where its tags stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.documents.form.cells import Grid, Strings, text_of
from app.documents.form.mapping import Overlay, overlays
from app.documents.form.markup import local, q
from app.documents.form.scan import Marked, marked_cells
from app.documents.form.shapes import shape_marks
from app.documents.form.tags import Tag, read_tags
from app.documents.form.workbook import Sheet, Workbook

_SIDES = {"odd": "", "even": "偶数ページの", "first": "先頭ページの"}
_MARGINS = {"Header": "ヘッダー", "Footer": "フッター"}


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

    @property
    def outside(self) -> Iterator[tuple[Sheet, str, Tag]]:
        """Yield the tags that are filled outside the cells, each with the name of its place."""
        for each in self.sheets:
            for where, text in margins(each.sheet):
                yield from ((each.sheet, where, tag) for tag in read_tags(text).tags)
            for marks in shape_marks(each.sheet):
                yield from ((each.sheet, "図形の文字", tag) for tag in marks.tags)


def margins(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Yield the texts of headers and footers, each with its name."""
    for entry in sheet.root.iterfind(f"{q('headerFooter')}/*"):
        side, kind = re.sub("(Header|Footer)$", "", local(entry)), local(entry)[-6:]
        yield f"{_SIDES.get(side, '')}{_MARGINS.get(kind, '')}", entry.text or ""


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
