"""Where drawn things hang, when rows are put into their sheet.

Anchors count rows from 0.  As in Excel, a thing between the rows stretches, one that only moves
with its cells keeps its size, and one that does neither keeps its place on the sheet.
"""

from __future__ import annotations

from copy import deepcopy

from app.documents.form.insertion import Insertion
from app.documents.form.markup import Element, local, number
from app.documents.form.sizes import Sizes

_PICTURED = {"sp", "pic", "grpSp", "cxnSp"}
"""What can be repeated with a row; charts and controls have parts of their own."""


def move_anchors(root: Element, insertion: Insertion, sizes: Sizes) -> None:
    """Move everything anchored in a part; ``sizes`` are the sheet's before the rows were put in."""
    after = sizes.grown(insertion)
    for start in root.iter("{*}from"):
        holder = start.getparent()
        if holder is None or start.find("{*}row") is None:
            continue
        end, kind = holder.find("{*}to"), holder.get("editAs", "twoCell")
        if end is not None and kind != "twoCell" and local(holder) == "twoCellAnchor":
            _keep(start, end, insertion, sizes, after, moves=kind == "oneCell")
        else:
            for corner in (start, end):
                if corner is not None:
                    _put(corner, insertion.row(_row(corner)))


def _keep(
    start: Element, end: Element, insertion: Insertion, sizes: Sizes, after: Sizes, *, moves: bool
) -> None:
    """Move a thing without changing its size; without ``moves``, nor its place."""
    first, last = _row(start), _row(end)
    if last <= insertion.bottom:
        return
    top = sizes.top(first) + _offset(start)
    height = sizes.top(last) + _offset(end) - top
    if moves:
        _put(start, insertion.row(first))
        top = after.top(_row(start)) + _offset(start)
    else:
        _put(start, *after.row_at(top))
    _put(end, *after.row_at(top + height))


def repeat_anchors(root: Element, insertion: Insertion) -> bool:
    """Repeat what is drawn in the drawn rows for every further item; false if nothing is."""
    drawn = [anchor for anchor in root if _lies_in(anchor, insertion)]
    last = max((number(entry.get("id")) for entry in root.iter("{*}cNvPr")), default=0)
    for rows in range(insertion.height, insertion.count + 1, insertion.height):
        for anchor in drawn:
            copy = deepcopy(anchor)
            for name in ("{*}from", "{*}to"):
                corner = copy.find(name)
                if corner is not None:
                    _put(corner, _row(corner) + rows)
            for entry in copy.iter("{*}cNvPr"):
                last += 1
                entry.set("id", str(last))
            root.append(copy)
    return bool(drawn and insertion.count)


def _lies_in(anchor: Element, insertion: Insertion) -> bool:
    start, end = anchor.find("{*}from"), anchor.find("{*}to")
    if start is None or end is None or anchor.get("editAs") == "absolute":
        return False
    if not any(local(child) in _PICTURED for child in anchor):
        return False
    last = _row(end) - (1 if _offset(end) == 0 else 0)
    return insertion.top <= _row(start) and last <= insertion.bottom


def _row(corner: Element) -> int:
    return number(corner.findtext("{*}row")) + 1


def _offset(corner: Element) -> int:
    return number(corner.findtext("{*}rowOff"))


def _put(corner: Element, row: int, offset: int | None = None) -> None:
    for name, value in (("{*}row", row - 1), ("{*}rowOff", offset)):
        entry = corner.find(name)
        if entry is not None and value is not None:
            entry.text = str(value)
