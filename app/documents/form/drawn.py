"""What is drawn on a sheet, to find a place again in another edition: labels and merged cells.

A label is a text that the form itself says.  Tags do not count, nor do spaces and the year of
an era, which is another one in every edition.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from app.documents.form.addresses import Area, cell_name
from app.documents.form.cells import Grid, Strings
from app.documents.form.markup import Element, q
from app.documents.form.package import Package
from app.documents.form.places import merges
from app.documents.form.tags import Control, Tag, may_hold_tags, read_tags
from app.documents.form.workbook import Sheet, Workbook

MOST_LABELS = 20_000
"""Of a larger sheet only the first labels count: forms have hundreds."""

_SHORT = 30
_WIDEST = 500
_SPACE = re.compile(r"\s+")
_YEAR = re.compile(r"(?:令和|平成|昭和|西暦)(?:元|[0-9]+)(?=年)|[0-9]{4}(?=年)")
_VALUE, _FORMULA = q("v"), q("f")

Distance = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Label:
    """A text that is drawn: where, how it is compared, and how it reads."""

    area: Area
    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What tells a place from others: its own text and size, and the labels around it."""

    own: str
    height: int
    width: int
    left: Label | None
    above: Label | None
    right: Label | None

    def differences(self, other: Surroundings) -> tuple[str, ...]:
        """Say what is not as it was; nothing where all is."""
        found = []
        if self.own != other.own:
            found.append(f"セルの文が{_told(self.own)}から{_told(other.own)}に変わりました。")
        if (self.height, self.width) != (other.height, other.width):
            found.append(
                f"セルの大きさが{self.height}行×{self.width}列から"
                f"{other.height}行×{other.width}列に変わりました。"
            )
        for side, was, now in (
            ("左", self.left, other.left),
            ("上", self.above, other.above),
            ("右", self.right, other.right),
        ):
            before, after = was.key if was else "", now.key if now else ""
            if before != after:
                found.append(f"{side}の見出しが{_told(before)}から{_told(after)}に変わりました。")
        return tuple(found)


@dataclass(slots=True)
class Drawn:
    """One sheet as drawn."""

    name: str
    labels: list[Label] = field(default_factory=list)
    texts: dict[tuple[int, int], str] = field(default_factory=dict)
    """Every text by (row, column), with its tags."""
    merged: dict[tuple[int, int], Area] = field(default_factory=dict)
    """Merged areas by their first cell."""
    rows: int = 0
    """The last row that anything stands in, were it only a border."""
    columns: int = 0
    in_row: dict[int, list[Label]] = field(default_factory=lambda: defaultdict(list))
    in_column: dict[int, list[Label]] = field(default_factory=lambda: defaultdict(list))

    def add(self, label: Label) -> None:
        """Take in a label, and remember the rows and columns it reaches over."""
        self.labels.append(label)
        for row in _reach(label.area.top, label.area.bottom):
            self.in_row[row].append(label)
        for column in _reach(label.area.left, label.area.right):
            self.in_column[column].append(label)

    def area(self, row: int, column: int) -> Area:
        """Return the cell at a place, or the merged cells it lies in."""
        if area := self.merged.get((row, column)):
            return area
        within = (each for each in self.merged.values() if (row, column) in each)
        return next(within, Area(row, column, row, column))

    def address(self, row: int, column: int) -> str:
        """Return ``シート!C5``."""
        return place_key(self.name, row, column)

    def around(self, row: int, column: int) -> Surroundings:
        """Return what surrounds a place; of the labels on its right only one that touches it."""
        area = self.area(row, column)
        level = [one for each in _reach(area.top, area.bottom) for one in self.in_row.get(each, ())]
        across = _reach(area.left, area.right)
        upright = [one for each in across for one in self.in_column.get(each, ())]
        return Surroundings(
            drawn_key(self.texts.get((row, column), "")),
            area.bottom - area.top + 1,
            area.right - area.left + 1,
            _nearest(area, level, _left_of),
            _nearest(area, upright, _above),
            _nearest(area, level, _right_of),
        )

    def tagged(self) -> Iterator[tuple[int, int, str]]:
        """Yield (row, column, text) of every cell with a tag."""
        for (row, column), text in self.texts.items():
            if has_tags(text):
                yield row, column, text


@dataclass(frozen=True, slots=True)
class DrawnBook:
    """A form, and its sheets as drawn."""

    workbook: Workbook
    sheets: tuple[Drawn, ...]


def read_drawn(form: bytes) -> DrawnBook:
    """Return every sheet of a form as drawn.  Raises ``Refusal`` where it cannot be read."""
    workbook = Workbook(Package.open(form))
    package = workbook.package
    strings = next(iter(package.related(workbook.part, "sharedStrings")), None)
    shared = Strings(package.tree(strings) if strings else None)
    return DrawnBook(workbook, tuple(_sheet(sheet, shared) for sheet in workbook.sheets))


def place_key(sheet: str, row: int, column: int) -> str:
    """Return ``シート!C5``, as ``fill`` takes the key of a mark."""
    name = f"'{sheet}'" if "!" in sheet else sheet
    return f"{name}!{cell_name(row, column)}"


def drawn_key(text: str) -> str:
    """Return a text as labels are compared: without tags, spaces and the year of an era."""
    for tag in reversed(_spans(text)):
        text = text[: tag[0]] + text[tag[1] :]
    return _YEAR.sub("#", _SPACE.sub("", unicodedata.normalize("NFKC", text)))


def short(text: str) -> str:
    """Return a label in one short line, as it is told."""
    line = _SPACE.sub(" ", text).strip()
    return line if len(line) <= _SHORT else f"{line[: _SHORT - 1]}…"


def has_tags(text: str) -> bool:
    """Return whether a text holds a tag."""
    return may_hold_tags(text) and bool(read_tags(text))


def _told(key: str) -> str:
    return f"「{short(key)}」" if key else "空欄"


def _spans(text: str) -> list[tuple[int, int]]:
    if not may_hold_tags(text):
        return []
    marks = read_tags(text)
    found: tuple[Tag | Control, ...] = (*marks.tags, *marks.controls)
    return sorted((one.start, one.end) for one in found)


def _sheet(sheet: Sheet, shared: Strings) -> Drawn:
    drawn = Drawn(sheet.name)
    drawn.merged = {(area.top, area.left): area for area in merges(sheet.root)}
    grid = Grid(sheet.root)
    for row in sorted(grid.rows):
        for column, cell in grid.cells(row):
            drawn.columns = max(drawn.columns, column)
            if text := _text(cell, shared):
                drawn.texts[row, column] = text
    areas = drawn.merged.values()
    drawn.rows = max((*grid.rows, *(area.bottom for area in areas)), default=0)
    drawn.columns = max((drawn.columns, *(area.right for area in areas)))
    for (row, column), text in drawn.texts.items():
        key = drawn_key(text)
        if key and len(drawn.labels) < MOST_LABELS:
            area = drawn.merged.get((row, column)) or Area(row, column, row, column)
            drawn.add(Label(area, key, text))
    return drawn


def _text(cell: Element, shared: Strings) -> str:
    """Return what is drawn in a cell; what a formula gives is not drawn."""
    if cell.find(_FORMULA) is not None:
        return ""
    if cell.get("t") in {"s", "inlineStr"}:
        return shared.text(cell)
    return cell.findtext(_VALUE) or ""


def _reach(first: int, last: int) -> range:
    """Return the lines from first to last, as far as a form reaches."""
    return range(first, min(last, first + _WIDEST) + 1)


def _nearest(
    area: Area, labels: Iterable[Label], distance: Callable[[Area, Area], Distance | None]
) -> Label | None:
    nearest: tuple[Distance, Label] | None = None
    for label in labels:
        away = distance(area, label.area)
        if away is not None and (nearest is None or away < nearest[0]):
            nearest = away, label
    return nearest[1] if nearest else None


def _left_of(place: Area, label: Area) -> Distance | None:
    if label.right >= place.left or label.bottom < place.top or label.top > place.bottom:
        return None
    return place.left - label.right, abs(label.top - place.top)


def _right_of(place: Area, label: Area) -> Distance | None:
    if label.left != place.right + 1 or label.bottom < place.top or label.top > place.bottom:
        return None
    return 1, abs(label.top - place.top)


def _above(place: Area, label: Area) -> Distance | None:
    if label.bottom >= place.top or label.right < place.left or label.left > place.right:
        return None
    return place.top - label.bottom, abs(label.left - place.left)
