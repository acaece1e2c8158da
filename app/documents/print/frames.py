"""Where drawings come to lie: from their anchors, and out of the groups that hold them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from math import cos, radians, sin

from app.documents.form.addresses import Area
from app.documents.print.geometry import Geometry
from app.documents.print.guides import work_out
from app.documents.print.preset_shapes import preset
from app.documents.sheet.anchors import Corner
from app.documents.sheet.outlines import Recipe
from app.documents.sheet.shapes import Control, Drawing, Group, Picture, Placement, Shape, Unknown

Leaf = Shape | Picture | Control | Unknown
Box = tuple[float, float, float, float]
_FURTHEST = 100_000
_SLACK = 0.1
_FARTHEST_TIP = 2_000.0


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


def cells_under(drawing: Drawing, geometry: Geometry) -> Area | None:
    """Return the cells that a drawing lies on; ``None`` where it is not to be seen."""
    frame, start = placed(drawing, geometry), drawing.anchor.start
    boxes = [reach(*part) for part in leaves(drawing.content, frame)] if frame else []
    if not boxes:
        return None
    left, top, right, bottom = _around(boxes)
    if start is None:
        start = Corner(_at(max(top, 0), geometry.top, 1), _at(max(left, 0), geometry.left, 1), 0, 0)
    row, column = _at(bottom, geometry.top, start.row), _at(right, geometry.left, start.column)
    return Area(start.row, start.column, row, column)


def _at(place: float, begins: Callable[[int], float], first: int) -> int:
    """Return the row or column at a place, not before the first."""
    number = first
    while begins(number + 1) < place - _SLACK and number < first + _FURTHEST:
        number += 1
    return number


def _around(boxes: Iterable[Box]) -> Box:
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(bottom)


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


def reach(leaf: Leaf, frame: Placement) -> Box:
    """Return left, top, right and bottom of all that is drawn; call-outs point out of frames."""
    recipe = recipe_of(leaf) if isinstance(leaf, Shape) else None
    if recipe is None or not isinstance(leaf, Shape):
        return bounds(frame)
    figure = work_out(recipe, leaf.adjusts, frame.width, frame.height)
    points = [point for path in figure.outlines for _, places in path.segments for point in places]
    points = points or [(0.0, 0.0), (frame.width, frame.height)]
    left, right = _limited([x for x, _ in points], frame.width)
    top, bottom = _limited([y for _, y in points], frame.height)
    if frame.mirrored:
        left, right = frame.width - right, frame.width - left
    if frame.flipped:
        top, bottom = frame.height - bottom, frame.height - top
    return _turned((frame.x + left, frame.y + top, frame.x + right, frame.y + bottom), frame)


def _limited(places: list[float], size: float) -> tuple[float, float]:
    """Return the first and last of places; nothing sensible points further out than this."""
    return max(min(places), -_FARTHEST_TIP), min(max(places), size + _FARTHEST_TIP)


def recipe_of(shape: Shape) -> Recipe | None:
    """Return how a shape is drawn; ``None`` for a preset that we do not know."""
    return shape.outline or preset(shape.preset)


def bounds(frame: Placement) -> Box:
    """Return left, top, right and bottom of a frame as it lies turned."""
    return _turned((frame.x, frame.y, frame.x + frame.width, frame.y + frame.height), frame)


def _turned(box: Box, frame: Placement) -> Box:
    """Return the box round a box that is turned with its frame."""
    if not frame.turn:
        return box
    angle = radians(frame.turn)
    x, y = frame.x + frame.width / 2, frame.y + frame.height / 2
    corners = [
        (
            x + (across - x) * cos(angle) - (down - y) * sin(angle),
            y + (across - x) * sin(angle) + (down - y) * cos(angle),
        )
        for across in (box[0], box[2])
        for down in (box[1], box[3])
    ]
    xs, ys = [across for across, _ in corners], [down for _, down in corners]
    return min(xs), min(ys), max(xs), max(ys)
