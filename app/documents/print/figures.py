"""Outlines put on the paper: filled, shaded, outlined, with the tips of arrows."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians, sin
from typing import Any

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from app.documents.print.guides import Outline, Point, Segment
from app.documents.print.ink import Ink
from app.documents.print.tips import with_tips
from app.documents.sheet.drawing_colours import Paint, blend
from app.documents.sheet.paints import Fill, Gradient, Stroke
from app.documents.sheet.shapes import Placement

_THINNEST = 0.1
_CAPS = {"rnd": 1, "sq": 2}
_JOINS = {"round": 1, "bevel": 2}
_MITRE = 8
_BLACK, _WHITE = Paint("000000"), Paint("FFFFFF")
_SHADES = {
    "darken": (_BLACK, 0.6), "darkenLess": (_BLACK, 0.8),
    "lighten": (_WHITE, 0.6), "lightenLess": (_WHITE, 0.8),
}  # fmt: skip


def draw_outlines(
    ink: Ink, frame: Placement, outlines: Sequence[Outline], fill: Fill, stroke: Stroke | None
) -> None:
    """Draw a shape's paths in its frame, not yet turned; the ink's turn is the caller's."""
    for outline in outlines:
        segments = in_frame(outline.segments, frame)
        if fill is not None and outline.fill != "none":
            _fill(ink, segments, _shaded(fill, outline.fill), frame)
        if stroke is not None and outline.stroked:
            draw_stroke(ink, segments, stroke)


def in_frame(segments: Sequence[Segment], frame: Placement) -> list[Segment]:
    """Return a path moved to its frame, mirrored and flipped as the frame is."""

    def place(point: Point) -> Point:
        x = frame.width - point[0] if frame.mirrored else point[0]
        y = frame.height - point[1] if frame.flipped else point[1]
        return frame.x + x, frame.y + y

    return [(letter, tuple([place(point) for point in points])) for letter, points in segments]


def _shaded(fill: Paint | Gradient, shade: str) -> Paint | Gradient:
    if shade not in _SHADES:
        return fill
    other, share = _SHADES[shade]
    paint = fill.mean if isinstance(fill, Gradient) else fill
    return blend(paint, other._replace(alpha=paint.alpha), share)


def _fill(ink: Ink, segments: Sequence[Segment], fill: Paint | Gradient, frame: Placement) -> None:
    with ink.aside() as canvas:
        path = _path(ink, canvas, segments)
        if isinstance(fill, Gradient) and fill.angle is not None and frame.width and frame.height:
            canvas.clipPath(path, stroke=0, fill=0)
            _shade(ink, canvas, fill, fill.angle, frame)
            return
        paint = fill.mean if isinstance(fill, Gradient) else fill
        canvas.setFillColor(_colour(paint))
        canvas.drawPath(path, stroke=0, fill=1)


def _shade(ink: Ink, canvas: Canvas, fill: Gradient, angle: float, frame: Placement) -> None:
    """Fill with a gradient from one side of the frame to the other."""
    across, down = cos(radians(angle)), sin(radians(angle))
    reach = (abs(across) * frame.width + abs(down) * frame.height) / 2
    x, y = frame.x + frame.width / 2, frame.y + frame.height / 2
    stops = fill.stops if len(fill.stops) > 1 else (*fill.stops, (1.0, fill.stops[0][1]))
    canvas.linearGradient(
        *ink.at(x - across * reach, y - down * reach),
        *ink.at(x + across * reach, y + down * reach),
        [_colour(paint._replace(alpha=1)) for _, paint in stops],
        _rising([place for place, _ in stops]),
    )


def _rising(places: list[float]) -> list[float]:
    """Return places from 0 to 1 of which none equals the one before."""
    places[0], places[-1] = 0.0, 1.0
    for at in range(1, len(places) - 1):
        places[at] = min(max(places[at], places[at - 1] + 1e-4), 1 - 1e-4 * (len(places) - 1 - at))
    return places


def draw_stroke(ink: Ink, segments: Sequence[Segment], stroke: Stroke) -> None:
    """Draw a path as a line, with its tips."""
    line, tips = with_tips(segments, stroke)
    with ink.aside() as canvas:
        width = max(stroke.width, _THINNEST)
        colour = _colour(stroke.paint)
        canvas.setStrokeColor(colour)
        canvas.setFillColor(colour)
        canvas.setLineWidth(width * ink.scale)
        canvas.setLineCap(_CAPS.get(stroke.cap, 0))
        canvas.setLineJoin(_JOINS.get(stroke.join, 0))
        canvas.setMiterLimit(_MITRE)
        if stroke.dash:
            canvas.setDash([part * width * ink.scale for part in stroke.dash])
        canvas.drawPath(_path(ink, canvas, line), stroke=1, fill=0)
        if stroke.dash:
            canvas.setDash([])
        for tip in tips:
            path = _path(ink, canvas, tip.segments)
            canvas.drawPath(path, stroke=0 if tip.filled else 1, fill=1 if tip.filled else 0)


def _path(ink: Ink, canvas: Canvas, segments: Sequence[Segment]) -> Any:
    path = canvas.beginPath()
    for letter, points in segments:
        places = [number for point in points for number in ink.at(*point)]
        match letter:
            case "M":
                path.moveTo(*places)
            case "L":
                path.lineTo(*places)
            case "C":
                path.curveTo(*places)
            case _:
                path.close()
    return path


def _colour(paint: Paint) -> Color:
    red, green, blue = (int(paint.colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return Color(red, green, blue, alpha=paint.alpha)
