"""Where drawings come to lie: from their anchors, and out of the groups that hold them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import cos, radians, sin

from app.documents.form.addresses import Area
from app.documents.print.geometry import Geometry
from app.documents.sheet.anchors import Anchor, Corner
from app.documents.sheet.shapes import Control, Drawing, Group, Picture, Placement, Shape, Unknown

Leaf = Shape | Picture | Control | Unknown
_MOST_ROWS = 100_000


def placed(drawing: Drawing, geometry: Geometry) -> Placement | None:
    """Return a drawing's frame in points of the sheet; ``None`` where hidden cells swallow it."""
    anchor = drawing.anchor
    own = drawing.content.placement
    if anchor.start is None:
        x, y, (width, height) = *anchor.place, anchor.size
    else:
        if anchor.end and _is_swallowed(anchor.start, anchor.end, geometry):
            return None
        x, y = _point(anchor.start, geometry)
        right, bottom = _point(anchor.end, geometry) if anchor.end else (0.0, 0.0)
        width, height = (right - x, bottom - y) if anchor.end else anchor.size
    if width < 0 or height < 0:
        return None
    frame = replace(own, x=x, y=y, width=width, height=height)
    return _across(frame) if _lies_down(own.turn) else frame


def _lies_down(turn: float) -> bool:
    """Return whether a shape is turned so far that its anchor counts its height as width."""
    return 45 <= turn % 180 < 135


def _across(frame: Placement) -> Placement:
    spare = (frame.width - frame.height) / 2
    return replace(
        frame, x=frame.x + spare, y=frame.y - spare, width=frame.height, height=frame.width
    )


def _point(corner: Corner, geometry: Geometry) -> tuple[float, float]:
    return (
        geometry.left(corner.column) + min(corner.across, geometry.width(corner.column)),
        geometry.top(corner.row) + min(corner.down, geometry.height(corner.row)),
    )


def _is_swallowed(start: Corner, end: Corner, geometry: Geometry) -> bool:
    rows = geometry.top(end.row + 1) - geometry.top(start.row)
    columns = geometry.left(end.column + 1) - geometry.left(start.column)
    return rows <= 0 or columns <= 0


def cells_under(anchor: Anchor, geometry: Geometry) -> Area:
    """Return the cells that a drawing lies on."""
    start = anchor.start
    if start is None:
        across, down = anchor.place
        start = _corner_at(Corner(1, 1, 0, 0), (max(across, 0), max(down, 0)), geometry)
    end = anchor.end or _corner_at(start, anchor.size, geometry)
    last = min(max(end.row, start.row), start.row + _MOST_ROWS)
    return Area(start.row, start.column, last, max(end.column, start.column))


def _corner_at(start: Corner, size: tuple[float, float], geometry: Geometry) -> Corner:
    row, column = start.row, start.column
    across, down = start.across + size[0], start.down + size[1]
    while across > geometry.width(column) and column < start.column + 500:
        across -= geometry.width(column)
        column += 1
    while down > geometry.height(row) and row < start.row + 5000:
        down -= geometry.height(row)
        row += 1
    return Corner(row, column, down, across)


def leaves(content: Leaf | Group, frame: Placement) -> Iterator[tuple[Leaf, Placement]]:
    """Yield what a drawing is made of, from back to front, each part with its frame."""
    if not isinstance(content, Group):
        yield content, frame
        return
    for member in content.members:
        yield from leaves(member, _in_group(member.placement, content.inner, frame))


def _in_group(
    own: Placement, inner: tuple[float, float, float, float], group: Placement
) -> Placement:
    left, top, wide, high = inner
    stretch_x = group.width / wide if wide else 1.0
    stretch_y = group.height / high if high else 1.0
    x = (own.x + own.width / 2 - left) * stretch_x - group.width / 2
    y = (own.y + own.height / 2 - top) * stretch_y - group.height / 2
    if _lies_down(own.turn):
        stretch_x, stretch_y = stretch_y, stretch_x
    width, height = own.width * stretch_x, own.height * stretch_y
    turn = own.turn
    if group.mirrored:
        x, turn = -x, -turn
    if group.flipped:
        y, turn = -y, -turn
    angle = radians(group.turn)
    across, down = x * cos(angle) - y * sin(angle), x * sin(angle) + y * cos(angle)
    return Placement(
        group.x + group.width / 2 + across - width / 2,
        group.y + group.height / 2 + down - height / 2,
        width,
        height,
        (turn + group.turn) % 360,
        own.mirrored != group.mirrored,
        own.flipped != group.flipped,
    )


def bounds(frame: Placement) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of a frame as it lies turned."""
    angle = radians(frame.turn)
    wide = abs(frame.width * cos(angle)) + abs(frame.height * sin(angle))
    high = abs(frame.width * sin(angle)) + abs(frame.height * cos(angle))
    x, y = frame.x + frame.width / 2, frame.y + frame.height / 2
    return x - wide / 2, y - high / 2, x + wide / 2, y + high / 2
