"""How shapes are filled and outlined: their own properties before those of the theme's styles."""

from __future__ import annotations

from typing import NamedTuple

from app.documents.form.markup import Element, local
from app.documents.sheet.anchors import points
from app.documents.sheet.attributes import number, whole
from app.documents.sheet.drawing_colours import Paint, blend
from app.documents.sheet.drawing_theme import DrawingTheme

_WHOLE = 100_000
_ANGLE = 60_000
_USUAL_WIDTH, _WIDEST = 9_525, 1_584.0
_DASHES = {
    "dot": (1, 3), "sysDot": (1, 1), "dash": (4, 3), "sysDash": (3, 1), "lgDash": (8, 3),
    "dashDot": (4, 3, 1, 3), "sysDashDot": (3, 1, 1, 1), "lgDashDot": (8, 3, 1, 3),
    "sysDashDotDot": (3, 1, 1, 1, 1, 1), "lgDashDotDot": (8, 3, 1, 3, 1, 3),
}  # fmt: skip
"""Strokes and gaps in widths of the line (ECMA-376 part 1, 20.1.10.48)."""

_PATTERNS = {
    "ltHorz": 0.25, "ltVert": 0.25, "ltUpDiag": 0.25, "ltDnDiag": 0.25, "dkHorz": 0.75,
    "dkVert": 0.75, "dkUpDiag": 0.75, "dkDnDiag": 0.75, "wdUpDiag": 0.4, "wdDnDiag": 0.4,
    "smCheck": 0.5, "lgCheck": 0.5, "trellis": 0.7, "smGrid": 0.45, "lgGrid": 0.25, "dotGrid": 0.1,
    "horz": 0.5, "vert": 0.5, "cross": 0.35, "diagCross": 0.35,
}  # fmt: skip
_OTHER_PATTERN = 0.3
_FILLS = {"noFill", "solidFill", "gradFill", "pattFill", "blipFill", "grpFill"}
_TIP_SIZES = {"sm": 2.0, "med": 3.0, "lg": 5.0}


class Gradient(NamedTuple):
    """Paints from one side to the other; ``angle`` in degrees clockwise, ``None`` from the middle.

    ``stops`` are shares of the way with their paints.
    """

    stops: tuple[tuple[float, Paint], ...]
    angle: float | None

    @property
    def mean(self) -> Paint:
        """Return the one paint that comes nearest to it."""
        return blend(self.stops[0][1], self.stops[-1][1], 0.5)


Fill = Paint | Gradient | None


class Tip(NamedTuple):
    """An arrow's head or tail; ``wide`` and ``long`` in widths of the line."""

    kind: str
    wide: float
    long: float


class Stroke(NamedTuple):
    """A line; ``width`` in points, ``dash`` in widths.  ``head`` is the tip at its start."""

    width: float
    paint: Paint
    dash: tuple[float, ...] = ()
    cap: str = "flat"
    join: str = "round"
    head: Tip | None = None
    tail: Tip | None = None


class Paints:
    """Reads the fills and lines of one workbook's drawings."""

    def __init__(self, theme: DrawingTheme) -> None:
        """Keep the theme that colours and styles come from."""
        self._theme = theme

    def colour(self, element: Element | None) -> Paint | None:
        """Return the colour that an element holds."""
        return self._theme.colours.inside(element)

    def fill(self, properties: Element | None, style: Element | None, group: Fill = None) -> Fill:
        """Return a shape's fill: its own, its group's where it says so, or its style's."""
        own = _fill_element(properties)
        if own is not None:
            return group if local(own) == "grpFill" else self._filled(own, None)
        reference = None if style is None else style.find("{*}fillRef")
        theirs = self._theme.fill(whole(reference, "idx"))
        return None if theirs is None else self._filled(theirs, self.colour(reference))

    def _filled(self, element: Element, placeholder: Paint | None) -> Fill:
        inside = self._theme.colours.inside
        match local(element):
            case "solidFill":
                return inside(element, placeholder)
            case "gradFill":
                return self._gradient(element, placeholder)
            case "pattFill":
                front = inside(element.find("{*}fgClr"), placeholder) or Paint("000000")
                back = inside(element.find("{*}bgClr"), placeholder) or Paint("FFFFFF")
                return blend(front, back, _pattern_share(element.get("prst", "")))
        return None

    def _gradient(self, element: Element, placeholder: Paint | None) -> Fill:
        inside = self._theme.colours.inside
        stops = [
            (min(max(number(entry, "pos") / _WHOLE, 0), 1), paint)
            for entry in element.findall("{*}gsLst/{*}gs")
            if (paint := inside(entry, placeholder))
        ]
        if not stops:
            return None
        stops.sort(key=lambda stop: stop[0])
        line = element.find("{*}lin")
        central = element.find("{*}path") is not None
        return Gradient(tuple(stops), None if central else number(line, "ang") / _ANGLE)

    def stroke(self, properties: Element | None, style: Element | None) -> Stroke | None:
        """Return a shape's outline; ``None`` where it has none."""
        own = None if properties is None else properties.find("{*}ln")
        reference = None if style is None else style.find("{*}lnRef")
        theirs = self._theme.line(whole(reference, "idx"))
        paint = self._line_paint(own, None)
        if paint is None and _fill_element(own) is None:
            paint = self._line_paint(theirs, self.colour(reference))
        if paint is None:
            return None
        lines = [line for line in (own, theirs) if line is not None]
        width = next((line for line in lines if line.get("w")), None)
        return Stroke(
            min(max(points(width, "w", _USUAL_WIDTH), 0), _WIDEST),
            paint,
            next((dash for line in lines if (dash := _dash(line))), ()),
            next((line.get("cap", "") for line in lines if line.get("cap")), "flat"),
            next((join for line in lines if (join := _join(line))), "round"),
            next((_tip(line, "headEnd") for line in lines if _has(line, "headEnd")), None),
            next((_tip(line, "tailEnd") for line in lines if _has(line, "tailEnd")), None),
        )

    def _line_paint(self, line: Element | None, placeholder: Paint | None) -> Paint | None:
        element = _fill_element(line)
        fill = None if element is None else self._filled(element, placeholder)
        return fill.mean if isinstance(fill, Gradient) else fill


def _fill_element(properties: Element | None) -> Element | None:
    children = () if properties is None else properties.iterchildren("{*}*")
    return next((child for child in children if local(child) in _FILLS), None)


def _pattern_share(name: str) -> float:
    if name.startswith("pct") and name[3:].isdecimal():
        return min(int(name[3:]) / 100, 1)
    return _PATTERNS.get(name, _OTHER_PATTERN)


def _dash(line: Element) -> tuple[float, ...]:
    preset, own = line.find("{*}prstDash"), line.findall("{*}custDash/{*}ds")
    if preset is not None:
        return _DASHES.get(preset.get("val", ""), ())
    parts = [max(number(entry, which) / _WHOLE, 0.1) for entry in own for which in ("d", "sp")]
    return tuple(parts)


def _join(line: Element) -> str:
    names = {local(child) for child in line.iterchildren("{*}*")}
    return next((name for name in ("miter", "bevel", "round") if name in names), "")


def _has(line: Element, which: str) -> bool:
    return line.find(f"{{*}}{which}") is not None


def _tip(line: Element, which: str) -> Tip | None:
    entry = line.find(f"{{*}}{which}")
    kind = "none" if entry is None else entry.get("type", "none")
    if entry is None or kind == "none":
        return None
    wide, long = (_TIP_SIZES.get(entry.get(side, "med"), 3.0) for side in ("w", "len"))
    return Tip(kind, wide, long)
