"""Rows put into a sheet: everything below moves, and everything that points there follows.

The rows ``top`` to ``bottom`` are drawn for one item of a list; ``count`` rows are put in below
them for the further items.  A cell keeps its content wherever it goes, and an area that takes in
drawn rows stretches over the new ones, so that a total still counts the whole list.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.documents.form.addresses import LAST_ROW, Area, cell_name, split_cell
from app.documents.form.formulas import Point, Reference, change
from app.documents.form.markup import Element, local, q
from app.documents.form.workbook import Sheet, Workbook
from app.kernel.errors import Refusal


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

    def formula(self, text: str, home: str, *, drawn: bool = False) -> str:
        """Return a formula that stands on the sheet ``home`` as it has to read now.

        ``drawn``: it belongs to the drawn rows, so what it says about its own rows is about one
        item and does not stretch.
        """

        def how(reference: Reference) -> Reference | None:
            if (reference.sheet or home).casefold() != self.sheet.casefold():
                return reference
            if drawn and self.holds(reference.area()) and not reference.first.fixed_row:
                return reference
            return self._moved(reference)

        return change(text, how)

    def copied(self, text: str, home: str, rows: int) -> str:
        """Return a formula of the drawn rows as the item ``rows`` further down has it.

        References to the item's own rows and to the item just above (running totals) go with
        it; what stands further up or below the list is meant as it stands.
        """
        near = range(self.top - self.height, self.bottom + 1)

        def how(reference: Reference) -> Reference | None:
            area = reference.area()
            elsewhere = (reference.sheet or home).casefold() != self.sheet.casefold()
            if elsewhere or area.top not in near or area.bottom not in near:
                return reference
            last = reference.last
            return replace(
                reference,
                first=_lower(reference.first, rows),
                last=_lower(last, rows) if last else None,
            )

        return change(text, how)

    def _moved(self, reference: Reference) -> Reference:
        first, last = reference.first, reference.last
        if first.row is None:
            return reference
        if last is None or last.row is None:
            row = self.row(first.row)
            return reference if row == first.row else replace(reference, first=_at(first, row))
        top, bottom = self.span(min(first.row, last.row), max(first.row, last.row))
        if (top, bottom) == (first.row, last.row):
            return reference
        return replace(reference, first=_at(first, top), last=_at(last, bottom))


def _at(point: Point, row: int) -> Point:
    return replace(point, row=row)


def _lower(point: Point, rows: int) -> Point:
    return point if point.row is None or point.fixed_row else replace(point, row=point.row + rows)


def insert_rows(workbook: Workbook, sheet: Sheet, insertion: Insertion) -> None:
    """Move everything in the workbook as an insertion asks; the new rows themselves stay empty.

    Raises ``Refusal`` when the sheet would grow past its last row.
    """
    _move_rows(sheet.root, insertion)
    _move_areas(sheet.root, insertion)
    _move_breaks(sheet.root, insertion)
    _move_anchors(sheet.root, insertion)
    for other in workbook.sheets:
        if _change_formulas(other.root, insertion, other.name):
            other.touch()
    for entry in workbook.defined_names:
        if entry.text and (text := insertion.formula(entry.text, "")) != entry.text:
            entry.text = text
            workbook.touch()
    _move_parts(workbook, sheet, insertion)
    sheet.touch()


def _move_rows(root: Element, insertion: Insertion) -> None:
    data = root.find(q("sheetData"))
    for row in data.iterchildren(q("row")) if data is not None else ():
        number = int(row.get("r", "0"))
        if number > insertion.bottom:
            moved = number + insertion.count
            if moved > LAST_ROW:
                raise Refusal(
                    "一覧が長すぎて、シートの最後の行を越えます。件数を減らしてください。"
                )
            row.set("r", str(moved))
            for cell in row.iterchildren(q("c")):
                place = split_cell(cell.get("r", ""))
                if place:
                    cell.set("r", cell_name(moved, place[1]))


def _move_areas(root: Element, insertion: Insertion) -> None:
    for element in root.iter():
        name = local(element)
        if name in {"c", "row", "sheetData", "selection", "pane", ""}:
            continue
        for key in ("ref", "sqref"):
            if text := element.get(key):
                element.set(key, moved_list(text, insertion, name))
        if name == "sqref" and element.text:
            element.text = moved_list(element.text, insertion, name)


def moved_list(text: str, insertion: Insertion, name: str = "") -> str:
    """Return a list of areas moved; part of the drawn rows is repeated for every item."""
    return " ".join(str(area) for area in _moved_areas(text.split(), insertion, name))


def _moved_areas(areas: Iterable[str], insertion: Insertion, name: str) -> Iterable[Area | str]:
    for text in areas:
        area = Area.parse(text)
        if area is None:
            yield text
        elif not insertion.holds(area):
            yield insertion.area(area)
        elif name in {"mergeCell", "hyperlink", "f"}:
            yield area
        elif (area.top, area.bottom) == (insertion.top, insertion.bottom):
            yield insertion.area(area)
        else:
            yield from (
                area.moved(rows) for rows in range(0, insertion.count + 1, insertion.height)
            )


def _move_breaks(root: Element, insertion: Insertion) -> None:
    for entry in root.iterfind(f"{q('rowBreaks')}/{q('brk')}"):
        if (entry.get("id") or "").isdigit():
            row = int(entry.get("id", "0"))
            # A break stands below its row; one right below the drawn rows goes below the list.
            entry.set("id", str(row + insertion.count if row >= insertion.bottom else row))


def _move_anchors(root: Element, insertion: Insertion) -> None:
    """Move what is drawn below; anchors count rows from 0."""
    for element in root.iter("{*}row"):
        parent = element.getparent()
        inside_anchor = parent is not None and local(parent) in {"from", "to"}
        if inside_anchor and (element.text or "").strip().isdigit():
            row = int(element.text or "0")
            element.text = str(insertion.row(row + 1) - 1)


def _change_formulas(root: Element, insertion: Insertion, home: str) -> bool:
    changed = False
    for element in root.iter():
        if local(element) in {"f", "formula", "formula1", "formula2"} and element.text:
            drawn = home == insertion.sheet and _belongs_to_drawn_rows(element, insertion)
            text = insertion.formula(element.text, home, drawn=drawn)
            if text != element.text:
                element.text = text
                changed = True
    return changed


def _belongs_to_drawn_rows(element: Element, insertion: Insertion) -> bool:
    """Whether a formula is a drawn cell's, or a rule's (condition, validation) for such cells."""
    for parent in element.iterancestors():
        if local(parent) == "c":
            place = split_cell(parent.get("r", ""))
            return place is not None and insertion.top <= place[0] <= insertion.bottom
        areas = parent.get("sqref") or parent.findtext("{*}sqref")
        if areas:
            area = Area.parse(areas.split()[0])
            return area is not None and insertion.top <= area.top <= insertion.bottom
    return False


def _move_parts(workbook: Workbook, sheet: Sheet, insertion: Insertion) -> None:
    package = workbook.package
    for relation in package.relations(sheet.part):
        part = package.find(relation.target)
        if relation.external or part is None:
            continue
        if relation.kind == "drawing":
            _move_anchors(package.tree(part), insertion)
            package.touch(part)
        elif relation.kind in {"table", "comments"}:
            _move_areas(package.tree(part), insertion)
            package.touch(part)
    for part in package.parts:
        if part.lower().startswith("xl/charts/chart") and _change_formulas(
            package.tree(part), insertion, ""
        ):
            package.touch(part)
