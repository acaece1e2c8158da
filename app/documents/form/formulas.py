"""References in formulas: found, moved, copied.  Text in quotes is never touched.

Simple A1 references are understood: cells, areas, whole rows, whole columns, with or without a
sheet.  References to other files, to several sheets at once, to table columns and R1C1 are left
as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from app.documents.form.addresses import (
    LAST_COLUMN,
    LAST_ROW,
    Area,
    column_letters,
    column_number,
)

_CELL = r"\$?[A-Z]{1,3}\$?[1-9][0-9]{0,6}"
_TOKEN = re.compile(
    r"""(?P<text>"(?:[^"]|"")*")
    |(?P<file>(?:'\[(?:[^']|'')*'|\[[0-9]+\][^!'"\s(),]*
        |'(?:[^':]|'')*:(?:[^']|'')*'|[^\W\d][\w.]*:[^\W\d][\w.]*)!\$?[A-Z0-9$:]+)
    |(?P<sheet>'(?:[^']|'')*'!|[^\W\d][\w.]*!)?
     (?P<first>CELL|\$?[A-Z]{1,3}(?=:\$?[A-Z]{1,3}(?![\w(!.]))|\$?[1-9][0-9]*(?=:\$?[1-9]))
     (?::(?P<last>CELL|\$?[A-Z]{1,3}|\$?[1-9][0-9]{0,6}))?(?![\w(!.\[])
    |(?P<word>[^\W\d][\w.]*(?:\[[^\]]*\])?|[0-9]+(?:\.[0-9]*)?(?:[Ee][+-]?[0-9]+)?)
    """.replace("CELL", _CELL),
    re.VERBOSE,
)
_POINT = re.compile(r"(\$?)([A-Z]{0,3})(\$?)([0-9]{0,7})")


@dataclass(frozen=True, slots=True)
class Point:
    """One corner: a column and a row, either may be absent (whole rows, whole columns)."""

    column: int | None
    row: int | None
    fixed_column: bool
    fixed_row: bool

    @classmethod
    def parse(cls, text: str) -> Point:
        """Read ``$A$1``, ``A``, ``$1``."""
        dollar, letters, second, digits = _POINT.fullmatch(text).groups()  # type: ignore[union-attr]
        column = column_number(letters) if letters else None
        fixed_row = bool(second) if letters else bool(dollar)
        return cls(column, int(digits) if digits else None, bool(letters and dollar), fixed_row)

    def __str__(self) -> str:
        column, row = "", ""
        if self.column is not None:
            column = "$" * self.fixed_column + column_letters(self.column)
        if self.row is not None:
            row = "$" * self.fixed_row + str(self.row)
        return column + row

    @property
    def inside(self) -> bool:
        """Return whether such a place exists on a sheet."""
        row_fits = self.row is None or 1 <= self.row <= LAST_ROW
        return row_fits and (self.column is None or 1 <= self.column <= LAST_COLUMN)


@dataclass(frozen=True, slots=True)
class Reference:
    """A cell (``last`` is absent) or an area, on the formula's own sheet or a named one."""

    sheet: str | None
    first: Point
    last: Point | None = None

    def area(self) -> Area:
        """Return the cells meant."""
        last = self.last or self.first
        rows = [point.row for point in (self.first, last)]
        columns = [point.column for point in (self.first, last)]
        return Area(
            min(row or 1 for row in rows),
            min(column or 1 for column in columns),
            max(row or LAST_ROW for row in rows),
            max(column or LAST_COLUMN for column in columns),
        )


Change = Callable[[Reference], Reference | None]
"""Returns what a reference becomes, or ``None`` when nothing is left of it."""


def references(formula: str) -> Iterator[Reference]:
    """Yield the references of a formula."""
    for found in _TOKEN.finditer(formula):
        if found["first"]:
            yield _reference(found)


def change(formula: str, how: Change) -> str:
    """Return a formula with its references changed; what vanished becomes ``#REF!``."""

    def put(found: re.Match[str]) -> str:
        if not found["first"]:
            return found[0]
        before = _reference(found)
        after = how(before)
        if after is before:
            return found[0]
        if after is None:
            return (found["sheet"] or "") + "#REF!"
        last = f":{after.last}" if after.last else ""
        return f"{found['sheet'] or ''}{after.first}{last}"

    return _TOKEN.sub(put, formula)


def shifted(formula: str, rows: int, columns: int) -> str:
    """Return a formula as it reads when copied some rows down and columns to the right."""

    def shift(point: Point) -> Point:
        row = point.row if point.row is None or point.fixed_row else point.row + rows
        column = point.column
        if column is not None and not point.fixed_column:
            column += columns
        return replace(point, row=row, column=column)

    def how(reference: Reference) -> Reference | None:
        first = shift(reference.first)
        last = shift(reference.last) if reference.last else None
        inside = first.inside and (last is None or last.inside)
        return replace(reference, first=first, last=last) if inside else None

    return change(formula, how)


def renamed(formula: str, old: str, new: str) -> str:
    """Return a formula whose references to one sheet name another (``new`` is quoted)."""

    def put(found: re.Match[str]) -> str:
        if not found["first"] or not found["sheet"]:
            return found[0]
        same = (_reference(found).sheet or "").casefold() == old.casefold()
        return f"{new}!{found[0][len(found['sheet']) :]}" if same else found[0]

    return _TOKEN.sub(put, formula)


def _reference(found: re.Match[str]) -> Reference:
    sheet = found["sheet"]
    if sheet is not None:
        sheet = sheet[:-1]
        sheet = sheet[1:-1].replace("''", "'") if sheet.startswith("'") else sheet
    last = Point.parse(found["last"]) if found["last"] else None
    return Reference(sheet, Point.parse(found["first"]), last)
