"""Pictures that lie on a sheet: where they are anchored, and the file that holds them."""

from __future__ import annotations

from dataclasses import dataclass

from app.documents.form.markup import OFFICE_RELATIONS, Element
from app.documents.form.package import Package
from app.documents.sheet.attributes import flag, whole
from app.documents.sheet.colours import DRAWING

_SHEET_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_EMBED = f"{{{OFFICE_RELATIONS}}}embed"
_EMU = 12_700
_WHOLE = 100_000
_ANCHORS = ("twoCellAnchor", "oneCellAnchor")


@dataclass(frozen=True, slots=True)
class Corner:
    """A point inside a cell; rows and columns count from 1, offsets are points."""

    row: int
    column: int
    down: float
    across: float


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture; ``end`` or ``size`` (width, height in points) says how far it reaches.

    ``crop`` is the share cut off at the left, top, right and bottom.
    """

    part: str
    start: Corner
    end: Corner | None
    size: tuple[float, float]
    crop: tuple[float, float, float, float] = (0, 0, 0, 0)


def read_pictures(package: Package, sheet_part: str) -> list[Picture]:
    """Return the pictures of a sheet that are printed; linked ones are not in the file."""
    found = []
    for drawing in package.related(sheet_part, "drawing"):
        targets = {
            relation.id: relation.target
            for relation in package.relations(drawing)
            if not relation.external
        }
        for anchor in package.tree(drawing).iterchildren(*(_SHEET_DRAWING + a for a in _ANCHORS)):
            picture = _picture(anchor, targets, package)
            if picture:
                found.append(picture)
    return found


def _picture(anchor: Element, targets: dict[str, str], package: Package) -> Picture | None:
    start, shape = anchor.find(f"{_SHEET_DRAWING}from"), anchor.find(f"{_SHEET_DRAWING}pic")
    blip = None if shape is None else shape.find(f".//{{{DRAWING}}}blip")
    printed = flag(anchor.find(f"{_SHEET_DRAWING}clientData"), "fPrintsWithSheet", default=True)
    if start is None or shape is None or blip is None or not printed:
        return None
    part = package.find(targets.get(blip.get(_EMBED, ""), ""))
    if part is None:
        return None
    end, size = anchor.find(f"{_SHEET_DRAWING}to"), anchor.find(f"{_SHEET_DRAWING}ext")
    cut = shape.find(f".//{{{DRAWING}}}srcRect")
    crop = [min(max(whole(cut, side) / _WHOLE, 0), 0.99) for side in ("l", "t", "r", "b")]
    return Picture(
        part,
        _corner(start),
        None if end is None else _corner(end),
        (whole(size, "cx") / _EMU, whole(size, "cy") / _EMU),
        (crop[0], crop[1], crop[2], crop[3]),
    )


def _corner(entry: Element) -> Corner:
    def value(name: str) -> int:
        text = (entry.findtext(_SHEET_DRAWING + name) or "0").strip()
        return int(text) if text.isdecimal() else 0

    return Corner(
        value("row") + 1, value("col") + 1, value("rowOff") / _EMU, value("colOff") / _EMU
    )
