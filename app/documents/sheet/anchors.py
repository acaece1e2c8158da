"""Where a drawing lies on its sheet: between two cells, from one cell, or at a fixed place."""

from __future__ import annotations

from dataclasses import dataclass

from app.documents.form.addresses import LAST_COLUMN, LAST_ROW
from app.documents.form.markup import Element
from app.documents.sheet.attributes import whole

SHEET_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
STRICT_DRAWING = "{http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing}"
EMU = 12_700
"""English metric units in a point."""

_LONGEST = 30_000.0
_ANCHORS = {"twoCellAnchor", "oneCellAnchor", "absoluteAnchor"}


@dataclass(frozen=True, slots=True)
class Corner:
    """A point inside a cell; rows and columns count from 1, offsets are points."""

    row: int
    column: int
    down: float
    across: float


@dataclass(frozen=True, slots=True)
class Anchor:
    """A drawing's place.

    It reaches from ``start`` to ``end``, or is ``size`` (width, height) large; without a ``start``
    its corner lies at ``place`` (across, down) on the sheet.  All in points.
    """

    start: Corner | None
    end: Corner | None = None
    size: tuple[float, float] = (0.0, 0.0)
    place: tuple[float, float] = (0.0, 0.0)


def is_anchor(element: Element) -> bool:
    """Return whether a child of a drawing part holds a drawing."""
    tag = element.tag
    return isinstance(tag, str) and tag.rpartition("}")[2] in _ANCHORS


def read_anchor(element: Element) -> Anchor | None:
    """Read an anchor; ``None`` where it names no place."""
    start, end = element.find("{*}from"), element.find("{*}to")
    extent, place = element.find("{*}ext"), element.find("{*}pos")
    size = (points(extent, "cx"), points(extent, "cy"))
    if start is not None:
        return Anchor(_corner(start), None if end is None else _corner(end), size)
    if place is not None and extent is not None:
        return Anchor(None, None, size, (points(place, "x"), points(place, "y")))
    return None


def points(element: Element | None, name: str, default: int = 0) -> float:
    """Return a length given in EMU as points, kept within what a sheet can measure."""
    return min(max(whole(element, name, default) / EMU, -_LONGEST), _LONGEST)


def _corner(entry: Element) -> Corner:
    def value(name: str) -> int:
        text = (entry.findtext("{*}" + name) or "0").strip()
        return int(text) if text.isdecimal() and len(text) < 12 else 0

    return Corner(
        min(value("row") + 1, LAST_ROW),
        min(value("col") + 1, LAST_COLUMN),
        value("rowOff") / EMU,
        value("colOff") / EMU,
    )
