"""Tags said from outside: a mapping of cells to the text that is to count as theirs.

The form itself stays as it is.  A mapped text takes part in everything a tag in the form can do.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.documents.form.places import place_of
from app.documents.form.workbook import Workbook

Cell = tuple[int, int]


@dataclass(slots=True)
class Overlay:
    """Texts by (row, column) that count in place of what the cells of one sheet hold."""

    texts: dict[Cell, str] = field(default_factory=dict)
    made: set[Cell] = field(default_factory=set)
    """Cells that the file did not have: they go again when nothing was written into them."""


def overlays(
    workbook: Workbook, marks: Mapping[str, str]
) -> tuple[dict[str, Overlay], tuple[str, ...]]:
    """Return the mapped texts of every sheet by its name, and the keys that lead nowhere.

    Keys are cells (``シート名!C5``) or defined names; inside a merge its first cell is meant.
    """
    found: dict[str, Overlay] = {}
    lost = []
    for key, text in marks.items():
        place = place_of(workbook, key)
        if place is None:
            lost.append(key)
        else:
            overlay = found.setdefault(place.sheet.name, Overlay())
            overlay.texts[place.row, place.column] = text
    return found, tuple(lost)
