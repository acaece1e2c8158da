"""The key of a map: every number in order with its sign, name, kind and town."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice

from app.documents.exact_form import Box
from app.documents.figures import Cluster
from app.documents.form.tags import literal
from app.local_resources.geo_projection import Bounds
from app.reporting.map_entry import MapEntry, Mark, Placing
from app.reporting.map_paper import Line, MapPaper

NOT_SHOWN = {
    Placing.UNKNOWN: "位置未登録（地図に印はありません）",
    Placing.OUTSIDE: "地図の外（地図に印はありません）",
}
_ABOUT = "＊"


@dataclass(frozen=True, slots=True)
class KeyLine:
    """A line of a key, and the sign before it."""

    line: Line
    mark: Mark | None = None


def key_lines(entries: Sequence[MapEntry], *, groups: bool) -> list[KeyLine]:
    """Return the key of these: by district if asked for, and at last what the map cannot show."""
    found: list[KeyLine] = []
    shown = [one for one in entries if one.position is not None]
    for group, of in groupby(shown, key=lambda one: one.group):
        rows = list(of)
        if groups:
            found.append(_heading(f"{group}（{len(rows)}か所）"))
        found += [_row(one, group="") for one in rows]
    for placing, heading in NOT_SHOWN.items():
        rows = [one for one in entries if one.position is None and one.placing is placing]
        if rows:
            found.append(_heading(f"{heading}　{len(rows)}か所"))
            found += [_row(one, group=one.group if groups else "") for one in rows]
    return found


def group_lines(entries: Sequence[MapEntry]) -> list[KeyLine]:
    """Return how many there are in each district, and which numbers they have."""
    found = [_heading("圏域ごとの番号（くわしくは圏域ごとの地図へ）")]
    for group, of in groupby(entries, key=lambda one: one.group):
        numbers = [one.number for one in of]
        span = f"{numbers[0]}～{numbers[-1]}" if len(numbers) > 1 else str(numbers[0])
        cells = ("", literal(group), span, f"{len(numbers)}か所")
        found.append(KeyLine(Line(cells)))
    return found


def key_figures(
    paper: MapPaper, columns: Sequence[Bounds], lines: Sequence[KeyLine]
) -> tuple[list[Box], list[Cluster], list[KeyLine]]:
    """Return the cells and the signs of a key in columns, and the lines they have no room for."""
    boxes: list[Box] = []
    signs: list[Cluster] = []
    rest: Iterator[KeyLine] = iter(lines)
    waiting: list[KeyLine] = []
    for column in columns:
        rows = max(int((column.height + 0.01) / paper.pitch), 1)
        part = waiting + list(islice(rest, rows - len(waiting)))
        waiting = [part.pop()] if column is not columns[-1] and _is_lonely(part) else []
        placed = paper.key_boxes(column, [one.line for one in part])
        for one, (cells, sign) in zip(part, placed, strict=True):
            boxes += cells
            if one.mark is not None:
                signs.append(
                    Cluster((cells[0].left, cells[0].top), [one.mark.sign(sign, 2.7 * paper.unit)])
                )
    return boxes, signs, list(rest)


def _is_lonely(part: Sequence[KeyLine]) -> bool:
    """Return whether a column ends with a heading, which goes to the next with its rows."""
    return len(part) > 1 and part[-1].line.heading


def _heading(text: str) -> KeyLine:
    return KeyLine(Line((literal(text),), heading=True))


def _row(one: MapEntry, *, group: str) -> KeyLine:
    town = one.town + (_ABOUT if one.placing is Placing.TOWN else "")
    cells = (str(one.number), one.name, _short(one.kind), town or group)
    return KeyLine(Line(tuple(map(literal, cells))), one.mark)


def _short(kind: str) -> str:
    """Return a kind without what its name has in brackets; the kinds are explained in full."""
    return kind.partition("（")[0] or kind
