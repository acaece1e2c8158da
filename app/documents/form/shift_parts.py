"""The parts that hang on a sheet whose rows move: tables, comments, drawings, old drawings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.documents.form.insertion import Insertion
from app.documents.form.workbook import Sheet, Workbook

_WITH_AREAS = {"table", "comments", "threadedComment"}
_ANCHOR = re.compile(rb"(<(?:\w+:)?Anchor>)([^<]*)(</)")
_ROW = re.compile(rb"(<(?:\w+:)?Row>)\s*(\d+)\s*(</)")
_FORMULA = re.compile(rb"(<(?:\w+:)?Fmla(?:Link|Range|Txbx)>)([^<]*)(</)")
_TOP, _BOTTOM = 2, 6
"""Which of an anchor's eight numbers are rows, counted from 0."""


def move_parts(workbook: Workbook, sheet: Sheet, insertion: Insertion) -> Iterator[tuple[str, str]]:
    """Move what old drawings say; yield the other parts that name rows, each with its kind."""
    package = workbook.package
    for relation in package.relations(sheet.part):
        part = package.find(relation.target)
        if relation.external or part is None:
            continue
        if relation.kind == "vmlDrawing":
            old = package.read(part)
            new = moved_vml(old, insertion)
            if new != old:
                package.replace(part, new)
        elif relation.kind == "drawing" or relation.kind in _WITH_AREAS:
            yield part, relation.kind


def moved_vml(data: bytes, insertion: Insertion) -> bytes:
    """Return a drawing of comments and controls moved; it is often no sound XML."""

    def anchor(found: re.Match[bytes]) -> bytes:
        numbers = found[2].split(b",")
        for place in (_TOP, _BOTTOM) if len(numbers) == 8 else ():
            if numbers[place].strip().isdigit():
                row = insertion.row(int(numbers[place]) + 1) - 1
                numbers[place] = b" %d" % row
        return found[1] + b",".join(numbers) + found[3]

    def row(found: re.Match[bytes]) -> bytes:
        return found[1] + b"%d" % (insertion.row(int(found[2]) + 1) - 1) + found[3]

    def formula(found: re.Match[bytes]) -> bytes:
        text = insertion.formula(found[2].decode("utf-8", "replace"), insertion.sheet)
        return found[1] + text.encode() + found[3]

    data = _FORMULA.sub(formula, data)
    return _ROW.sub(row, _ANCHOR.sub(anchor, data))
