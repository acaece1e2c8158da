"""Which rows and columns stand on which page, and at what scale."""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass

from app.documents.form.addresses import LAST_COLUMN, LAST_ROW, Area
from app.documents.print.extent import Extent
from app.documents.print.geometry import Geometry
from app.documents.sheet.worksheet import Worksheet
from app.kernel.errors import Refusal

_SLACK = 0.05
_SMALLEST_SCALE, _LARGEST_FIT = 10, 100
MOST_PAGES = 2_000


@dataclass(frozen=True, slots=True)
class Page:
    """The rows and columns of one page, print titles first; ``scale`` is a factor."""

    rows: list[int]
    columns: list[int]
    scale: float


@dataclass(frozen=True, slots=True)
class _Split:
    rows: list[list[int]]
    columns: list[list[int]]


def pages_of(sheet: Worksheet, geometry: Geometry, extent: Extent) -> list[Page]:
    """Divide a sheet into pages, in the order they are printed; pages with nothing are left out."""
    areas = _areas(sheet, extent)
    scale, splits = _fitted(sheet, geometry, areas)
    pages = []
    for split in splits:
        for rows, columns in _ordered(split, over_first=sheet.setup.over_then_down):
            if extent.shows(rows, columns):
                pages.append(_with_titles(sheet, rows, columns, scale))
                if len(pages) > MOST_PAGES:
                    raise Refusal(too_many(sheet.name))
    return pages


def too_many(sheet: str) -> str:
    """Return the sentence for a print of too many pages."""
    return (
        f"シート「{sheet}」の印刷が{MOST_PAGES:,}ページを超えます。"
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


def _splits(
    sheet: Worksheet, geometry: Geometry, areas: list[Area], scale: float, *, manual: bool
) -> list[_Split]:
    setup, (beside, above) = sheet.setup, geometry.headings
    high, wide = setup.body_height / scale - above, setup.body_width / scale - beside
    found = []
    for area in areas:
        if area.bottom - area.top > LAST_ROW // 4 or area.right - area.left > LAST_COLUMN // 2:
            raise Refusal(too_many(sheet.name))
        found.append(
            _Split(
                _broken(
                    range(area.top, area.bottom + 1), geometry.height, high,
                    setup.row_breaks if manual else (), sheet.title_rows,
                ),
                _broken(
                    range(area.left, area.right + 1), geometry.width, wide,
                    setup.column_breaks if manual else (), sheet.title_columns,
                ),
            )
        )  # fmt: skip
    return found


def _broken(
    numbers: range,
    size: Callable[[int], float],
    room: float,
    breaks: Container[int],
    title: tuple[int, int] | None,
) -> list[list[int]]:
    """Divide rows or columns; a break stands after its number, titles count on later pages."""
    repeated = sum(size(n) for n in range(title[0], title[1] + 1)) if title else 0.0
    parts: list[list[int]] = [[]]
    used = 0.0
    for n in numbers:
        part, own = parts[-1], size(n)
        above = repeated if title and part and part[0] > title[1] else 0.0
        if part and (n - 1 in breaks or used + own + above > room + _SLACK):
            parts.append([])
            used = 0.0
        parts[-1].append(n)
        used += own
    return parts


def _ordered(split: _Split, *, over_first: bool) -> list[tuple[list[int], list[int]]]:
    if over_first:
        return [(rows, columns) for rows in split.rows for columns in split.columns]
    return [(rows, columns) for columns in split.columns for rows in split.rows]


def _with_titles(sheet: Worksheet, rows: list[int], columns: list[int], scale: float) -> Page:
    return Page(_titled(rows, sheet.title_rows), _titled(columns, sheet.title_columns), scale)


def _titled(numbers: list[int], title: tuple[int, int] | None) -> list[int]:
    if title is None or numbers[0] <= title[1]:
        return numbers
    return [*range(title[0], title[1] + 1), *numbers]
