"""Where the places of one sheet have gone in the next edition of the form."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.documents.form.alignment import Alignment
from app.documents.form.drawn import Drawn, Label, Surroundings, short

Cell = tuple[int, int]
_ALIKE = 0.5
"""The share of labels that two sheets of different names must have in common."""
_UNSURE = (
    "まわりの行や列の数が変わり、同じように描かれた欄がほかにもあるため、どの欄か決められません。"
)


@dataclass(frozen=True, slots=True)
class Traced:
    """Where a place has gone: surely, perhaps (``cell`` is then a guess), or nowhere."""

    cell: Cell | None
    sure: bool
    why: str = ""


class Trace:
    """One sheet beside the same sheet of the next edition."""

    def __init__(self, old: Drawn, new: Drawn) -> None:
        self.old, self.new = old, new
        self._rows = Alignment(
            _lines(old, by_row=True), _lines(new, by_row=True), (old.rows, new.rows)
        )
        self._columns = Alignment(
            _lines(old, by_row=False), _lines(new, by_row=False), (old.columns, new.columns)
        )
        self._known = {label.key for label in new.labels}

    def find(self, row: int, column: int) -> Traced:
        """Find a place again, by the lines it stands in or by the label it stands at.

        A label tells the line that place and label share; how far away the place is of it must
        be sure from the other lines.
        """
        around = self.old.around(row, column)
        to_row, to_column = self._rows.find(row), self._columns.find(column)
        aligned = to_row.number, to_column.number
        differences = around.differences(self.new.around(*aligned))
        if not differences and to_row.sure and to_column.sure:
            return Traced(aligned, sure=True)
        guess = Traced(aligned, sure=False, why=_why(differences))
        label = around.left or around.above
        if label is None:
            return guess
        beside = around.left is not None
        away, along = (to_column, to_row) if beside else (to_row, to_column)
        level = label.area.top == row if beside else label.area.left == column
        spots = list(_spots(self.new, label, (row, column), around))
        if away.sure and (along.sure or level):
            cell = self._only(around, spots, row, column)
            if cell is not None and cell[1 if beside else 0] == away.number:
                return Traced(cell, sure=True)
        if spots or label.key in self._known or (to_row.sure and to_column.sure):
            return self._guess(around, spots, guess)
        return Traced(None, sure=False, why=f"「{short(label.text)}」の欄がありません。")

    def aligned(self, row: int, column: int) -> Cell:
        """Return where a cell stands by its row and its column alone."""
        return self._rows.find(row).number, self._columns.find(column).number

    def label_changes(self) -> tuple[list[Label], list[Label]]:
        """Return the labels that are gone and those that are new."""
        here = {(one.area.top, one.area.left): one for one in self.new.labels}
        missing = []
        for label in self.old.labels:
            found = here.get(self.aligned(label.area.top, label.area.left))
            if found is not None and found.key == label.key:
                del here[found.area.top, found.area.left]
            else:
                missing.append(label)
        left = list(here.values())
        return _without(missing, left), _without(left, missing)

    def _only(
        self, around: Surroundings, spots: Sequence[Cell], row: int, column: int
    ) -> Cell | None:
        """Return the one spot that is surrounded as the place was, if the place was alone too."""
        label = around.left or around.above
        assert label is not None
        like = [spot for spot in spots if not around.differences(self.new.around(*spot))]
        before = _spots(self.old, label, (row, column), around)
        alike = [spot for spot in before if not around.differences(self.old.around(*spot))]
        return like[0] if len(like) == len(alike) == 1 else None

    def _guess(self, around: Surroundings, spots: Sequence[Cell], guess: Traced) -> Traced:
        """Return where a place may be: at a label like the one it stood at, the nearest."""
        if not spots or guess.cell in spots:
            return guess
        nearest = min(spots, key=lambda spot: _distance(spot, guess.cell or spot))
        why = around.differences(self.new.around(*nearest))
        return Traced(nearest, sure=False, why=_why(why))


def match_sheets(
    old: Sequence[Drawn], new: Sequence[Drawn]
) -> Iterator[tuple[Drawn | None, Drawn | None]]:
    """Yield the sheets of both editions in pairs: by name, else by what they say."""
    by_name = {sheet.name.casefold(): sheet for sheet in new}
    pairs = {sheet.name: by_name.pop(sheet.name.casefold(), None) for sheet in old}
    left = list(by_name.values())
    for sheet in old:
        if pairs[sheet.name] is None and left:
            likest = max(left, key=lambda one: _likeness(sheet, one))
            if _likeness(sheet, likest) >= _ALIKE:
                left.remove(likest)
                pairs[sheet.name] = likest
    yield from ((sheet, pairs[sheet.name]) for sheet in old)
    yield from ((None, sheet) for sheet in left)


def _likeness(one: Drawn, other: Drawn) -> float:
    """Return the share of labels that two sheets have in common, from 0 to 1."""
    first, second = ({label.key for label in sheet.labels} for sheet in (one, other))
    return len(first & second) / max(len(first | second), 1)


def _lines(sheet: Drawn, *, by_row: bool) -> Mapping[int, Sequence[str]]:
    lines: dict[int, list[str]] = defaultdict(list)
    for label in sheet.labels:
        lines[label.area.top if by_row else label.area.left].append(label.key)
    return lines


def _spots(sheet: Drawn, label: Label, place: Cell, around: Surroundings) -> Iterator[Cell]:
    """Yield where a place would stand at each label of a sheet that says the same."""
    beside = around.left is label
    rows = place[0] - (label.area.top if beside else label.area.bottom)
    columns = place[1] - (label.area.right if beside else label.area.left)
    for one in sheet.labels:
        if one.key == label.key:
            row = (one.area.top if beside else one.area.bottom) + rows
            column = (one.area.right if beside else one.area.left) + columns
            if row > 0 and column > 0:
                yield row, column


def _distance(one: Cell, other: Cell) -> int:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])


def _why(differences: Sequence[str]) -> str:
    return "".join(differences) or _UNSURE


def _without(labels: Sequence[Label], others: Sequence[Label]) -> list[Label]:
    """Return those labels that are not, as often, among the others."""
    among = Counter(label.key for label in others)
    left = []
    for label in labels:
        among[label.key] -= 1
        if among[label.key] < 0:
            left.append(label)
    return left
