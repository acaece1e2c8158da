"""The drawings of a sheet on one page: moved to where their cells stand, cut at its edges."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from app.documents.print.cell_text import Box
from app.documents.print.frames import Leaf, leaves, placed, reach, recipe_of
from app.documents.print.geometry import Geometry
from app.documents.print.ink import Ink
from app.documents.print.pictures import Pictures
from app.documents.print.rules import Rules
from app.documents.print.shape_text import Setting
from app.documents.print.shapes import Artist, draw_leaf
from app.documents.sheet.page_setup import read_references
from app.documents.sheet.shapes import Drawing, Placement, Shape, Unknown
from app.documents.sheet.worksheet import Worksheet

_BEYOND = 30.0


class Pane(NamedTuple):
    """A piece of the page whose cells lie side by side on the sheet too.

    ``box`` is where it lies on the page, ``left`` and ``top`` where on the sheet.
    """

    box: Box
    left: float
    top: float


def panes(geometry: Geometry, rows: Sequence[int], columns: Sequence[int]) -> list[Pane]:
    """Divide a page at print titles and wherever else its cells are no neighbours."""
    down = list(_stretches(rows, geometry.top))
    across = list(_stretches(columns, geometry.left))
    return [
        Pane(Box(x, y, width, height), left, top)
        for y, top, height in down
        for x, left, width in across
    ]


def _stretches(
    numbers: Sequence[int], place: Callable[[int], float]
) -> Iterator[tuple[float, float, float]]:
    """Yield where a stretch of rows or columns begins on page and sheet, and its size."""
    on_page = 0.0
    start = 0
    for end in range(1, len(numbers) + 1):
        if end < len(numbers) and place(numbers[end]) == place(numbers[end - 1] + 1):
            continue
        begin = place(numbers[start])
        size = place(numbers[end - 1] + 1) - begin
        yield on_page, begin, size
        on_page += size
        start = end


def draw_drawings(
    setting: tuple[Ink, Rules, Pictures], sheet: Worksheet, geometry: Geometry,
    page: Sequence[Pane], text_of: Callable[[int, int], str],
) -> None:  # fmt: skip
    """Draw what lies on the page's cells, from back to front.

    ``text_of`` gives what a cell (row, column) shows: a shape may show it too.
    """
    ink, rules, pictures = setting

    def linked(link: str) -> str | None:
        cell = linked_cell(link, sheet.name)
        return text_of(*cell) if cell else None

    artist, drawings = Artist(Setting(ink, rules), pictures, linked), sheet.drawings
    for pane in page:
        shown = [
            (leaf, frame)
            for leaf, frame in _on_sheet(drawings, geometry, pane)
            if _reaches(leaf, frame, pane.box)
        ]
        if shown:
            ink.clip(*pane.box)
            for leaf, frame in shown:
                draw_leaf(artist, leaf, frame, pane.box)
            ink.restore()


def _on_sheet(
    drawings: Sequence[Drawing], geometry: Geometry, pane: Pane
) -> Iterator[tuple[Leaf, Placement]]:
    for drawing in drawings:
        frame = placed(drawing, geometry)
        if frame is not None:
            moved = replace(
                frame, x=frame.x - pane.left + pane.box.x, y=frame.y - pane.top + pane.box.y
            )
            yield from leaves(drawing.content, moved)


def _reaches(leaf: Leaf, frame: Placement, box: Box) -> bool:
    """Return whether a drawing may be seen in a box, with its line and its arrows' tips."""
    left, top, right, bottom = reach(leaf, frame)
    across = left < box.right + _BEYOND and right > box.x - _BEYOND
    return across and top < box.y + box.height + _BEYOND and bottom > box.y - _BEYOND


def linked_cell(link: str, sheet: str) -> tuple[int, int] | None:
    """Return row and column of the cell that a drawing shows, if it is one of this sheet's."""
    name, _, _ = link.lstrip("=").rpartition("!")
    areas = read_references(link.lstrip("="))
    own = name.strip("'").replace("''", "'") in {"", sheet}
    return (areas[0].top, areas[0].left) if own and len(areas) == 1 else None


def drawing_warnings(sheet: Worksheet) -> list[str]:
    """Name what cannot be printed as it was drawn, in sentences for the user."""
    found: dict[str, None] = {}
    for drawing in sheet.drawings:
        for leaf, _ in leaves(drawing.content, Placement()):
            if sentence := _warning(sheet.name, leaf):
                found[sentence] = None
    return list(found)


def _warning(sheet: str, leaf: Leaf) -> str:
    if isinstance(leaf, Unknown):
        return (
            f"シート「{sheet}」の{leaf.kind}「{leaf.name}」は印刷できず、枠だけになります。"
            "Excelで図としてコピーし、貼り付け直してください。"
        )
    if isinstance(leaf, Shape) and recipe_of(leaf) is None:
        return (
            f"シート「{sheet}」の図形「{leaf.name}」は、四角い枠で印刷されます。"
            "形が大切なら、Excelで図としてコピーし、貼り付け直してください。"
        )
    return ""
