"""The map of an office that has no boundaries and no positions yet: a tile for each district."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from app.documents.exact_form import Box
from app.documents.figures import Cluster
from app.documents.form.tags import literal
from app.local_resources.geo_projection import Bounds
from app.reporting.map_book import Words, bound, framed
from app.reporting.map_entry import MapEntry, Mark
from app.reporting.map_paper import MapPaper, papers
from app.reporting.resource_choice import ResourcePaper

_WIDE: Final = 53.0
_GAP: Final = 3.0
_HEAD: Final = 1.5
_FOOT: Final = 0.3
"""Of a line's height."""
_LEAST, _MOST = 3.9, 6.2
"""The height of a line, in mm on A4."""
_SIGN, _NUMBER = 0.12, 0.13
_LETTERS: Final = 1.7
"""Points of type for each mm of a line's height."""
_SIZE: Final = 0.58
"""Of a sign, in heights of a line."""
_NOBODY: Final = "社会資源"
_NAME: Final = 4.8
"""How wide a name of common length is, in mm for each point of type."""
_EDGE: Final = "#5A5A5A"
_PALE: Final = "#EDEDED"


@dataclass(frozen=True, slots=True)
class Tile:
    """A district, or a part of one that is too long for a page."""

    title: str
    entries: Sequence[MapEntry]


def tiles_drawn(
    entries: Sequence[MapEntry],
    districts: Sequence[str],
    words: Words,
    size: ResourcePaper,
    kinds: Sequence[tuple[str, Mark]],
) -> bytes:
    """Return the workbook of tiles, in the order of the districts; those without any are shown."""
    present = {one.mark for one in entries}
    kinds = [one for one in kinds if one[1] in present]
    paper = papers(size, len(kinds))[0]
    body = paper.body
    most = int(body.height / (_LEAST * paper.unit) - _HEAD - _FOOT)
    tiles = list(_tiles(entries, districts, most))
    widest = max(int((body.width + _GAP) / (_WIDE * paper.unit)), 1)
    across, pages = min(
        ((count, _pages(tiles, count, paper)) for count in range(min(widest, 3), widest + 1)),
        key=lambda found: (len(found[1]), -len(tiles) % found[0], -found[0]),
    )
    sheets = []
    for number, page in enumerate(pages, start=1):
        boxes, signs = _page(page, paper, across)
        name = "圏域別" if len(pages) == 1 else f"圏域別 {number}"
        sheets.append(framed(words, paper, name, boxes, signs, kinds))
    return bound(words.title, sheets)


def _tiles(entries: Sequence[MapEntry], districts: Sequence[str], most: int) -> Iterator[Tile]:
    by_group = {group: list(of) for group, of in groupby(entries, key=lambda one: one.group)}
    for group in dict.fromkeys([*districts, *by_group]) or (_NOBODY,):
        of = by_group.get(group, [])
        title = f"{group}（{len(of)}か所）"
        yield Tile(title, of[:most])
        for at in range(most, len(of), most):
            yield Tile(f"{group}（続き）", of[at : at + most])


def _pages(tiles: Sequence[Tile], across: int, paper: MapPaper) -> list[list[Sequence[Tile]]]:
    """Divide tiles into rows, and these into pages, as many as there is room for on each."""
    pages: list[list[Sequence[Tile]]] = [[]]
    for at in range(0, len(tiles), across):
        row = tiles[at : at + across]
        if pages[-1] and _least([*pages[-1], row], paper) > paper.body.height:
            pages.append([])
        pages[-1].append(row)
    return pages


def _lines(row: Sequence[Tile]) -> float:
    return _HEAD + max(1, *(len(tile.entries) for tile in row)) + _FOOT


def _least(rows: Sequence[Sequence[Tile]], paper: MapPaper) -> float:
    lines = sum(_lines(row) for row in rows)
    return lines * _LEAST * paper.unit + (len(rows) - 1) * _GAP


def _page(
    rows: Sequence[Sequence[Tile]], paper: MapPaper, across: int
) -> tuple[list[Box], list[Cluster]]:
    body = paper.body
    spare = body.height - (len(rows) - 1) * _GAP
    pitch = min(spare / sum(_lines(row) for row in rows), _MOST * paper.unit)
    left_over = (spare - pitch * sum(_lines(row) for row in rows)) / len(rows)
    wide = (body.width - (across - 1) * _GAP) / across
    boxes: list[Box] = []
    signs: list[Cluster] = []
    low = body.low
    for row in rows:
        high = low + _lines(row) * pitch + left_over
        for column, tile in enumerate(row):
            left = body.left + column * (wide + _GAP)
            area = Bounds(left, low, left + wide, high)
            for box, sign in _tile(tile, area, pitch):
                boxes.append(box)
                signs += [sign] if sign is not None else []
        low = high + _GAP
    return boxes, signs


def _tile(tile: Tile, area: Bounds, pitch: float) -> Iterator[tuple[Box, Cluster | None]]:
    wide = (1 - _SIGN - _NUMBER) * area.width
    size = math.floor(min(pitch * _LETTERS, wide / _NAME) * 2) / 2
    edge = {"border_color": _EDGE}
    head = {
        "font_size": size + 1, "bold": True, "bg_color": _PALE, "border": 1, "indent": 1, **edge,
    }  # fmt: skip
    low = area.low + _HEAD * pitch
    yield Box(area.left, area.low, area.right, low, literal(tile.title), head), None
    ends = [area.left, area.left + _SIGN * area.width]
    ends += [ends[1] + _NUMBER * area.width, area.right]
    for one in tile.entries:
        high = low + pitch
        look = {"font_size": size, **edge}
        middle = (ends[0] + ends[1]) / 2, (low + high) / 2
        sign = Cluster((ends[0], low), [one.mark.sign(middle, pitch * _SIZE)])
        yield Box(ends[0], low, ends[1], high, "", {"left": 1, **edge}), sign
        number = {**look, "align": "center"}
        yield Box(ends[1], low, ends[2], high, str(one.number), number), None
        yield Box(ends[2], low, ends[3], high, literal(one.name), {**look, "right": 1}), None
        low = high
    rest = {"left": 1, "right": 1, "bottom": 1, "font_size": size, "indent": 1, **edge}
    text = "" if tile.entries else "登録はありません"
    yield Box(area.left, low, area.right, area.high, text, {**rest, "valign": "top"}), None
