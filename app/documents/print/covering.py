"""Which merged area a cell belongs to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from operator import attrgetter

from app.documents.form.addresses import Area
from app.kernel.errors import Refusal

_TALL = 200
_MOST_ENTRIES = 400_000
_MOST_TALL = 2_000
_left = attrgetter("left")


class Covering:
    """The merged areas of a sheet, found by row.

    An area over many rows is kept once, any other in the list of each of its rows: a form asks for
    every cell it shows, and a hostile file merges whole columns, or a million pairs of cells.
    """

    def __init__(self, areas: Iterable[Area], sheet: str) -> None:
        """Sort the areas by row; raises ``Refusal`` where they are too many to be a form."""
        self._tall: list[Area] = []
        self._rows: dict[int, list[Area]] = {}
        entries = 0
        for area in areas:
            if area.bottom - area.top >= _TALL:
                self._tall.append(area)
                continue
            entries += area.bottom - area.top + 1
            if entries > _MOST_ENTRIES:
                raise Refusal(_too_many(sheet))
            for row in range(area.top, area.bottom + 1):
                self._rows.setdefault(row, []).append(area)
        if len(self._tall) > _MOST_TALL:
            raise Refusal(_too_many(sheet))
        for found in self._rows.values():
            found.sort(key=_left)

    def at(self, row: int, column: int) -> Area | None:
        """Return the area that covers a cell."""
        found = self._rows.get(row)
        if found:
            place = bisect_right(found, column, key=_left) - 1
            if place >= 0 and column <= found[place].right:
                return found[place]
        for area in self._tall:
            if (row, column) in area:
                return area
        return None


def _too_many(sheet: str) -> str:
    return (
        f"シート「{sheet}」のセルの結合が多すぎて印刷できません。"
        "使っていない行や列の結合を解除してください。"
    )
