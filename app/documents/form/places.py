"""Values that go to a place by its address: a defined name or ``シート名!C5``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.documents.form.addresses import Area
from app.documents.form.markup import Element, q
from app.documents.form.workbook import Sheet, Workbook

_REFERENCE = re.compile(r"(?P<sheet>'(?:[^']|'')+'|[^!']+)!(?P<area>[$A-Za-z0-9:]+)")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a key leads; ``asked`` is the address as given, before merges."""

    sheet: Sheet
    row: int
    column: int
    asked: tuple[int, int]

    @property
    def moved(self) -> bool:
        """Return whether the address lies inside a merge and its first cell is meant."""
        return (self.row, self.column) != self.asked


def is_address(key: str) -> bool:
    """Return whether a key is written as a cell of a sheet; there may be no such cell."""
    return bool(_REFERENCE.fullmatch(key))


def place_of(workbook: Workbook, key: str) -> Place | None:
    """Return the cell a key leads to; ``None`` if it is neither a cell's address nor a name."""
    reference = key if is_address(key) else _defined(workbook, key)
    found = _REFERENCE.fullmatch(reference or "")
    if not found:
        return None
    sheet = workbook.sheet(found["sheet"].strip("'").replace("''", "'"))
    area = Area.parse(found["area"].replace("$", ""))
    if sheet is None or area is None:
        return None
    asked = (area.top, area.left)
    merge = next((each for each in merges(sheet.root) if asked in each), None)
    row, column = (merge.top, merge.left) if merge else asked
    return Place(sheet, row, column, asked)


def merges(root: Element) -> Iterator[Area]:
    """Yield the merged areas of a sheet."""
    for entry in root.iterfind(f"{q('mergeCells')}/{q('mergeCell')}"):
        area = Area.parse(entry.get("ref", ""))
        if area:
            yield area


def _defined(workbook: Workbook, key: str) -> str | None:
    folded = key.casefold()
    for entry in workbook.defined_names:
        if (entry.get("name") or "").casefold() == folded:
            return entry.text
    return None
