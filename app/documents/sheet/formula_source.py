"""A workbook as formulas see it: all sheets, the hidden ones too, names and tables."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime

from app.documents.form.addresses import Area
from app.documents.form.markup import Element, q
from app.documents.form.package import Package
from app.documents.form.workbook import Workbook
from app.documents.formula.grid import Budget, Grid
from app.documents.formula.tables import Table
from app.documents.formula.workbook import Sheets
from app.documents.sheet.attributes import flag, whole
from app.documents.sheet.cells import Cell
from app.documents.sheet.formula_cells import grid_of
from app.documents.sheet.readings import readings_of
from app.documents.sheet.texts import Texts
from app.documents.sheet.worksheet import Worksheet

# A formula that is followed by no result: the cell ends, or an empty result stands in it.
_OPEN = re.compile(rb"(?:</(?:\w+:)?f>|<(?:\w+:)?f\b[^>]*/>)\s*(?:<(?:\w+:)?v\s*/>|</(?:\w+:)?c>)")
_EMPTY = re.compile(rb"</(?:\w+:)?f>\s*<(?:\w+:)?v>(?:0?)</")
_MOMENT = re.compile(rb"\b(?:TODAY|NOW)\(", re.IGNORECASE)


class FormulaSource:
    """Reads what formulas need; every sheet is read once."""

    def __init__(
        self, workbook: Workbook, texts: Texts, read: Callable[[str], Worksheet | None],
        moment: datetime | None,
    ) -> None:  # fmt: skip
        """Take the workbook; ``read`` reads a sheet, ``moment`` is what TODAY and NOW give."""
        self._texts = texts
        self._workbook, self._package = workbook, workbook.package
        self._read = read
        self._kept: dict[str, Worksheet | None] = {}
        self._budget = Budget()
        self._shared: Sheets | None = None
        self.moment = moment

    @property
    def names(self) -> list[str]:
        """Return the names of all sheets in order."""
        return [sheet.name for sheet in self._workbook.sheets]

    @property
    def recalculates(self) -> bool:
        """Return whether the file asks to be calculated when it is opened."""
        return flag(self._workbook.root.find(q("calcPr")), "fullCalcOnLoad")

    @property
    def has_names(self) -> bool:
        """Return whether the workbook defines names of its own, which may lead anywhere."""
        return any(not name.startswith("_xlnm.") for name, _ in defined_names(self._workbook))

    @property
    def names_show_the_day(self) -> bool:
        """Return whether a defined name asks for today."""
        texts = defined_names(self._workbook).values()
        return any(_MOMENT.search(text.encode()) for text in texts)

    def keep(self, sheet: Worksheet) -> None:
        """Take a sheet that was read already."""
        self._kept[sheet.name.casefold()] = sheet

    def read(self, name: str) -> Worksheet | None:
        """Return a sheet, the same one every time."""
        folded = name.casefold()
        if folded not in self._kept:
            self._kept[folded] = self._read(name)
        return self._kept[folded]

    def may_be_open(self, name: str, *, moment: bool) -> bool:
        """Return whether a sheet may hold formulas without a result, or that show the day."""
        sheet = self._workbook.sheet(name)
        if sheet is None:
            return False
        raw = self._package.read(sheet.part)
        found = _OPEN.search(raw) or _EMPTY.search(raw) or (moment and _MOMENT.search(raw))
        return bool(found)

    def shared(self) -> Sheets:
        """Return the sheets with names, tables and settings, the same every time."""
        if self._shared is None:
            self._shared = Sheets(
                self.names, self._grid, defined_names(self._workbook),
                tables_of(self._workbook, self._package), self._workbook.counts_from_1904,
                self.moment, lambda: readings_of(self._texts),
            )  # fmt: skip
        return self._shared

    def _grid(self, name: str) -> Grid | None:
        found, sheet = self._workbook.sheet(name), self.read(name)
        if found is None or sheet is None:
            return None
        grid = grid_of(sheet, found.root, self._budget)
        for place, written in grid.formulas.items():
            cell = sheet.cell(*(place if written.spread is None else written.home))
            if is_open(cell, recalculates=self.recalculates):
                grid.open(place)
        return grid


def is_open(cell: Cell, *, recalculates: bool) -> bool:
    """Return whether a formula's result is missing.

    Programs that do not calculate write 0 for every result and ask to be calculated on opening.
    """
    if not cell.formula:
        return False
    return cell.value is None or (recalculates and type(cell.value) is float and not cell.value)


def defined_names(workbook: Workbook) -> dict[tuple[str, str], str]:
    """Return the defined names, folded, with the folded sheet they belong to ("" for all)."""
    sheets = [(entry.get("name") or "").casefold() for entry in workbook.sheet_entries]
    found = {}
    for entry in workbook.defined_names:
        place = whole(entry, "localSheetId", -1)
        home = sheets[place] if 0 <= place < len(sheets) else ""
        found[(entry.get("name") or "").casefold(), home] = entry.text or ""
    return found


def tables_of(workbook: Workbook, package: Package) -> dict[str, Table]:
    """Return the tables of all sheets by their folded names."""
    found = {}
    for sheet in workbook.sheets:
        for part in package.related(sheet.part, "table"):
            root = package.tree(part)
            area = Area.parse(root.get("ref", ""))
            if area:
                name = root.get("displayName") or root.get("name") or ""
                found[name.casefold()] = _table(root, sheet.name, area)
    return found


def _table(root: Element, sheet: str, area: Area) -> Table:
    columns = root.findall(f"{q('tableColumns')}/{q('tableColumn')}")
    return Table(
        sheet, area, tuple(entry.get("name", "") for entry in columns),
        whole(root, "headerRowCount", 1), whole(root, "totalsRowCount"),
    )  # fmt: skip
