"""What the data validations of a workbook let one choose for a cell, in both of their forms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.documents.form.addresses import Area
from app.documents.form.cells import Grid, Strings
from app.documents.form.markup import Element, local, q
from app.documents.form.workbook import Sheet, Workbook

_MOST_OPTIONS = 2_000
_REFERENCE = re.compile(r"(?:(?P<sheet>'(?:[^']|'')+'|[^!'\"(]+)!)?(?P<area>[$A-Za-z0-9:]+)")


class Options:
    """The lists of choices of a workbook's cells, read when they are asked for."""

    def __init__(self, workbook: Workbook, strings: Strings) -> None:
        self._workbook, self._strings = workbook, strings
        self._rules: dict[str, list[tuple[list[Area], str]]] = {}

    def of(self, sheet: Sheet, row: int, column: int) -> tuple[str, ...] | None:
        """Return what may be chosen; ``None`` where nothing is said or it has to be computed."""
        if sheet.part not in self._rules:
            self._rules[sheet.part] = list(_rules(sheet.root))
        for areas, formula in self._rules[sheet.part]:
            if any((row, column) in area for area in areas):
                return self._choices(sheet, formula)
        return None

    def _choices(self, sheet: Sheet, formula: str) -> tuple[str, ...] | None:
        text = formula.strip()
        if text.startswith('"') and text.endswith('"'):
            return tuple(one.strip() for one in text[1:-1].split(","))
        names = {name.get("name", "").casefold(): name for name in self._workbook.defined_names}
        defined = names.get(text.casefold())
        found = _REFERENCE.fullmatch(text if defined is None else (defined.text or "").strip())
        area = Area.parse(found["area"].replace("$", "")) if found else None
        if found is None or area is None:
            return None
        name = (found["sheet"] or sheet.name).strip("'").replace("''", "'")
        return self._texts(self._workbook.sheet(name) or sheet, area)

    def _texts(self, sheet: Sheet, area: Area) -> tuple[str, ...] | None:
        if (area.bottom - area.top + 1) * (area.right - area.left + 1) > _MOST_OPTIONS:
            return None
        grid = Grid(sheet.root)
        cells = (
            cell
            for row in range(area.top, area.bottom + 1)
            for column, cell in grid.cells(row)
            if area.left <= column <= area.right
        )
        texts = (self._strings.text(cell) or cell.findtext(q("v")) or "" for cell in cells)
        return tuple(text for text in texts if text)


def _rules(root: Element) -> Iterator[tuple[list[Area], str]]:
    for rule in root.iter("{*}dataValidation"):
        if rule.get("type") != "list":
            continue
        words = {local(child): "".join(map(str, child.itertext())) for child in rule}
        ranges = (rule.get("sqref") or words.get("sqref", "")).split()
        areas = [area for text in ranges if (area := Area.parse(text))]
        if areas and words.get("formula1"):
            yield areas, words["formula1"]
