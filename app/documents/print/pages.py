"""Which rows and columns stand on which page, and at what scale."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from math import ceil

from app.documents.form.addresses import LAST_COLUMN, LAST_ROW, Area
from app.documents.print.extent import Extent
from app.documents.print.geometry import Geometry
from app.documents.sheet.worksheet import Worksheet
from app.kernel.errors import Refusal

_SLACK = 0.05
_SMALLEST_SCALE, _LARGEST_FIT = 10, 100
MOST_PAGES = 2_000
_MOST_LOOKED_AT = 100_000
_LEAST_MEANT = 0.85
_UNBOUNDED = 1e-6


@dataclass(frozen=True, slots=True)
class Page:
    """The rows and columns of one page, print titles first; ``scale`` is a factor."""

    rows: list[int]
    columns: list[int]
    scale: float


@dataclass(frozen=True, slots=True)
class _Split:
    rows: list[range]
    columns: list[range]


def pages_of(
    sheet: Worksheet, geometry: Geometry, extent: Extent, *, as_meant: bool = False
) -> list[Page]:
    """Divide a sheet into pages, in the order they are printed; pages with nothing are left out.

    ``as_meant`` makes a sheet a little smaller where only that keeps every part between its
    breaks, and every print area, on one page.  Raises ``Refusal`` where it would be more than
    ``MOST_PAGES``.
    """
    areas = _areas(sheet, extent)
    scale, splits = _fitted(sheet, geometry, areas)
    if as_meant and sheet.setup.fit_across is None:
        scale, splits = _meant(sheet, geometry, areas, (scale, splits))
    whole = sum(len(split.rows) * len(split.columns) for split in splits)
    if whole > _MOST_LOOKED_AT:
        raise Refusal(too_many(sheet.name, whole))
    over_first = sheet.setup.over_then_down
    found = [
        (rows, columns)
        for split in splits
        for rows, columns in _ordered(split, over_first=over_first)
        if extent.shows(rows, columns)
    ]
    if len(found) > MOST_PAGES:
        raise Refusal(too_many(sheet.name, len(found)))
    return [_with_titles(sheet, rows, columns, scale) for rows, columns in found]


def too_many(sheet: str, pages: int) -> str:
    """Return the sentence for a print of too many pages."""
    return (
        f"シート「{sheet}」の印刷は{pages:,}ページになり、上限の{MOST_PAGES:,}ページを超えます。"
        "印刷範囲と、使っていない行や列の罫線を確かめてください。"
    )


def _areas(sheet: Worksheet, extent: Extent) -> list[Area]:
    """Return what is printed: the print areas (open-ended ones to the last used cell) or all."""
    used = extent.used
    if not sheet.print_areas:
        return [used] if used else []
    bottom, right = (used.bottom, used.right) if used else (1, 1)
    return [
        Area(
            area.top,
            area.left,
            max(bottom, area.top) if area.bottom == LAST_ROW else area.bottom,
            max(right, area.left) if area.right == LAST_COLUMN else area.right,
        )
        for area in sheet.print_areas
    ]


def _fitted(sheet: Worksheet, geometry: Geometry, areas: list[Area]) -> tuple[float, list[_Split]]:
    setup = sheet.setup
    across, down = setup.fit_across, setup.fit_down
    if not across and not down:
        return setup.scale / 100, _splits(sheet, geometry, areas, setup.scale / 100, manual=True)
    low, high = _SMALLEST_SCALE, _LARGEST_FIT
    while low < high:
        middle = (low + high + 1) // 2
        if _fits(_splits(sheet, geometry, areas, middle / 100, manual=False), across, down):
            low = middle
        else:
            high = middle - 1
    manual = not (across and down)
    return low / 100, _splits(sheet, geometry, areas, low / 100, manual=manual)


def _fits(splits: list[_Split], across: int | None, down: int | None) -> bool:
    wide = not across or all(len(split.columns) <= across for split in splits)
    return wide and (not down or all(len(split.rows) <= down for split in splits))


def _meant(
    sheet: Worksheet, geometry: Geometry, areas: list[Area], usual: tuple[float, list[_Split]]
) -> tuple[float, list[_Split]]:
    wanted = _counts(_splits(sheet, geometry, areas, _UNBOUNDED, manual=True))
    largest = round(usual[0] * 100)
    for percent in range(largest, ceil(largest * _LEAST_MEANT) - 1, -1):
        splits = _splits(sheet, geometry, areas, percent / 100, manual=True)
        if _counts(splits) == wanted:
            return percent / 100, splits
    return usual


def _counts(splits: list[_Split]) -> list[tuple[int, int]]:
    return [(len(split.rows), len(split.columns)) for split in splits]


def _splits(
    sheet: Worksheet, geometry: Geometry, areas: list[Area], scale: float, *, manual: bool
) -> list[_Split]:
    setup, (beside, above) = sheet.setup, geometry.headings
    high, wide = setup.body_height / scale - above, setup.body_width / scale - beside
    row_breaks = sorted(setup.row_breaks) if manual else []
    column_breaks = sorted(setup.column_breaks) if manual else []
    return [
        _Split(
            _broken(
                range(area.top, area.bottom + 1), geometry.tops(area.bottom), high,
                row_breaks, sheet.title_rows,
            ),
            _broken(
                range(area.left, area.right + 1), geometry.lefts(area.right), wide,
                column_breaks, sheet.title_columns,
            ),
        )
        for area in areas
    ]  # fmt: skip


def _broken(
    numbers: range,
    edges: list[float],
    room: float,
    breaks: list[int],
    title: tuple[int, int] | None,
) -> list[range]:
    """Divide rows or columns; a break stands after its number, titles count on later pages.

    ``edges`` says where each of them begins; a page holds one at least.
    """
    parts: list[range] = []
    first, stop = numbers.start, numbers.stop
    while first < stop:
        above = _size(edges, title) if title and first > title[1] else 0.0
        limit = edges[first] + room - above + _SLACK
        end = max(bisect_right(edges, limit, first + 1, stop + 1) - 1, first + 1)
        place = bisect_left(breaks, first)
        if place < len(breaks):
            end = min(end, breaks[place] + 1)
        parts.append(range(first, end))
        first = end
    return parts


def _size(edges: list[float], numbers: tuple[int, int]) -> float:
    first, last = (min(number, len(edges) - 2) for number in numbers)
    return edges[last + 1] - edges[first]


def _ordered(split: _Split, *, over_first: bool) -> list[tuple[range, range]]:
    if over_first:
        return [(rows, columns) for rows in split.rows for columns in split.columns]
    return [(rows, columns) for columns in split.columns for rows in split.rows]


def _with_titles(sheet: Worksheet, rows: range, columns: range, scale: float) -> Page:
    return Page(_titled(rows, sheet.title_rows), _titled(columns, sheet.title_columns), scale)


def _titled(numbers: range, title: tuple[int, int] | None) -> list[int]:
    if title is None or numbers[0] <= title[1]:
        return list(numbers)
    return [*range(title[0], title[1] + 1), *numbers]
