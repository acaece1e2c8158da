"""Rows that are put into a sheet, as arithmetic: where rows, areas and references go.

The rows ``top`` to ``bottom`` are drawn for one item of a list; ``count`` rows are put in below
them for the further items.  A cell keeps its content wherever it goes, and an area that takes in
drawn rows stretches over the new ones, so that a total still counts the whole list.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.documents.form.addresses import LAST_ROW, Area
from app.documents.form.formulas import Point, Reference, change


@dataclass(frozen=True, slots=True)
class Insertion:
    """``count`` new rows on a sheet, below the drawn rows ``top`` to ``bottom``."""

    sheet: str
    top: int
    bottom: int
    count: int

    @property
    def height(self) -> int:
        """Return how many rows one item takes."""
        return self.bottom - self.top + 1

    def row(self, row: int) -> int:
        """Return where a row goes."""
        return row + self.count if row > self.bottom else row

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return where a run of rows goes; one that ends in the drawn rows stretches."""
        if first == 1 and last >= LAST_ROW:
            return first, last
        return self.row(first), min(last + self.count, LAST_ROW) if last >= self.top else last

    def area(self, area: Area) -> Area:
        """Return where an area goes."""
        top, bottom = self.span(area.top, area.bottom)
        return Area(top, area.left, bottom, area.right)

    def holds(self, area: Area) -> bool:
        """Return whether an area lies wholly in the drawn rows."""
        return self.top <= area.top and area.bottom <= self.bottom

    def one(self, text: str, *, of_an_item: bool) -> str:
        """Return an area as an attribute holds it, moved.

        ``of_an_item``: what lies in the drawn rows is one item's own and stays there.
        """
        area = Area.parse(text)
        if area is None or (of_an_item and self.holds(area)):
            return text
        return str(self.area(area))

    def several(self, text: str) -> str:
        """Return a list of areas moved; part of the drawn rows is repeated for every item."""
        return " ".join(str(area) for one in text.split() for area in self._pieces(one))

    def _pieces(self, text: str) -> Iterator[Area | str]:
        area = Area.parse(text)
        if area is None:
            yield text
        elif self.holds(area) and (area.top, area.bottom) != (self.top, self.bottom):
            yield from (area.moved(rows) for rows in range(0, self.count + 1, self.height))
        else:
            yield self.area(area)

    def formula(self, text: str, home: str, *, drawn: bool = False) -> str:
        """Return a formula that stands on the sheet ``home`` as it has to read now.

        ``drawn``: it belongs to the drawn rows, so a range that ends in them without ``$`` is
        about one item and does not stretch.
        """

        def how(reference: Reference) -> Reference | None:
            if (reference.sheet or home).casefold() != self.sheet.casefold():
                return reference
            return self._moved(reference, drawn=drawn)

        return change(text, how)

    def copied(self, text: str, home: str, rows: int) -> str:
        """Return a formula of the drawn rows as the item ``rows`` further down has it.

        References to the item's own rows and to the item just above (running totals) go with
        it; what stands further up or below the list is meant as it stands.
        """
        near = range(self.top - self.height, self.bottom + 1)

        def lower(point: Point) -> Point:
            if point.fixed_row or point.row is None or point.row not in near:
                return point
            return _at(point, point.row + rows)

        def how(reference: Reference) -> Reference | None:
            if (reference.sheet or home).casefold() != self.sheet.casefold():
                return reference
            last = lower(reference.last) if reference.last else None
            return replace(reference, first=lower(reference.first), last=last)

        return change(text, how)

    def _moved(self, reference: Reference, *, drawn: bool) -> Reference:
        first, last = reference.first, reference.last
        if first.row is None:
            return reference
        if last is None or last.row is None:
            row = self.row(first.row)
            return reference if row == first.row else replace(reference, first=_at(first, row))
        low, high = (first, last) if first.row <= last.row else (last, first)
        top, bottom = self.span(low.row or 0, high.row or 0)
        if drawn and not high.fixed_row and self.top <= (high.row or 0) <= self.bottom:
            bottom = high.row or 0
        if (top, bottom) == (first.row, last.row):
            return reference
        return replace(reference, first=_at(first, top), last=_at(last, bottom))


def _at(point: Point, row: int) -> Point:
    return replace(point, row=row)
