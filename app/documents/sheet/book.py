"""A workbook opened to be looked at: its sheets in order, read one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from app.documents.form.markup import Element, q
from app.documents.form.package import Package
from app.documents.form.workbook import Sheet, Workbook
from app.documents.sheet.colours import Palette, theme_colours
from app.documents.sheet.page_setup import read_references
from app.documents.sheet.styles import Styles
from app.documents.sheet.texts import Texts
from app.documents.sheet.worksheet import Worksheet, read_worksheet
from app.kernel.errors import Refusal

_DRAWN = {"drawing", "vmlDrawing"}
"""Relations of a sheet on which something is drawn."""

_AREA, _TITLES = "_xlnm.Print_Area", "_xlnm.Print_Titles"


class Book:
    """A workbook; ``Refusal`` in words when the file is none, damaged, locked or too large."""

    def __init__(self, source: Path | bytes, moment: datetime | None = None) -> None:
        """Open the file and read what all its sheets share; ``moment`` is what TODAY gives."""
        self._moment = moment
        self.package = Package.open(source)
        self._workbook = Workbook(self.package)
        theme = theme_colours(self._shared("theme"))
        style_root = self._shared("styles")
        self.styles = Styles(style_root, Palette(theme, _own_palette(style_root)))
        self._texts = Texts(self._shared("sharedStrings"), self.styles)
        self._names = self._local_names()
        self.from_1904 = self._workbook.counts_from_1904

    def _shared(self, kind: str) -> Element | None:
        parts = self.package.related(self._workbook.part, kind)
        return self.package.tree(parts[0]) if parts else None

    def _local_names(self) -> dict[tuple[str, str], str]:
        return {
            (entry.get("name", ""), entry.get("localSheetId", "")): entry.text or ""
            for entry in self._workbook.defined_names
        }

    @property
    def visible(self) -> list[str]:
        """Return the names of the sheets that are not hidden."""
        return [sheet.name for sheet in self._workbook.sheets if sheet.state == "visible"]

    @property
    def charts(self) -> list[str]:
        """Return the names of the visible sheets that are no worksheets: charts, old dialogs."""
        known = {sheet.name for sheet in self._workbook.sheets}
        return [
            entry.get("name", "")
            for entry in self._workbook.sheet_entries
            if entry.get("state", "visible") == "visible" and entry.get("name") not in known
        ]

    def sheets(self, names: list[str]) -> Iterator[Worksheet]:
        """Read the sheets of these names, in this order, with the results of their formulas."""
        found = []
        for name in names:
            sheet = self._workbook.sheet(name)
            if sheet is None:
                raise Refusal(
                    f"ブックに「{name}」というシートがありません。名前を確かめてください。"
                )
            found.append(self._read(sheet))
        if any(sheet.has_conditions or sheet.has_formulas for sheet in found):
            from app.documents.sheet.results import add_results  # noqa: PLC0415 - not all need it

            add_results(
                self._workbook, found, self.styles, self._texts, self._cells_of, self._moment
            )
        yield from found

    def _cells_of(self, name: str) -> Worksheet | None:
        sheet = self._workbook.sheet(name)
        if sheet is None:
            return None
        return read_worksheet(sheet.root, sheet.name, self.styles, self._texts)

    def _read(self, sheet: Sheet) -> Worksheet:
        found = read_worksheet(sheet.root, sheet.name, self.styles, self._texts)
        place = str(self._workbook.position(sheet))
        found.print_areas = read_references(self._names.get((_AREA, place), ""))
        for area in read_references(self._names.get((_TITLES, place), "")):
            if area.left == 1 and area.right > area.bottom:
                found.title_rows = (area.top, area.bottom)
            else:
                found.title_columns = (area.left, area.right)
        commented = bool(self.package.related(sheet.part, "comments"))
        found.prints_comments = found.setup.comments and commented
        if any(relation.kind in _DRAWN for relation in self.package.relations(sheet.part)):
            from app.documents.sheet.drawn import read_drawn  # noqa: PLC0415 - few sheets need it

            usual = self.styles.default_font.name
            read_drawn(self.package, sheet, found, self._shared("theme"), usual)
        return found


def _own_palette(root: Element | None) -> list[str]:
    path = f"{q('colors')}/{q('indexedColors')}/{q('rgbColor')}"
    entries = [] if root is None else root.findall(path)
    return [entry.get("rgb", "FF000000")[-6:].upper() for entry in entries]
