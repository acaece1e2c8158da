"""One map drawn: the land, its names, the pins with their numbers, scale and north."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from app.documents.figures import Figure, Outline, Sign
from app.documents.form.tags import literal
from app.local_resources.geo_clip import clipped
from app.local_resources.geo_projection import Bounds, Point, Scale, bounds_of, fitted, nice_length
from app.local_resources.geo_simplify import simplified
from app.reporting.map_entry import MapEntry
from app.reporting.map_ground import Ground, Rings, ring_middle, spread
from app.reporting.map_land import Land, Region

_EDGE: Final = 6.0
_STRIP: Final = 9.0
"""Below the land, for scale and north."""
_PIN, _SMALL_PIN = 5.0, 2.6
_APART: Final = 1.24
"""Of a pin's size: what keeps the widest signs apart."""
_ASIDE: Final = 0.3
"""Of a pin's size: from here on a line shows where it belongs."""
_FAR, _MOST_ASIDE = 1.3, 0.25
_BOLD: Final = 9.0
"""Names larger than this are those of districts."""
_FINE: Final = 0.12
_BORDER, _LINE, _INK, _FAINT = "6E6E6E", "555555", "333333", "808080"
_TINTS: Final = ("EAF1E1", "FBF2DD", "E4EEF6", "F6E7E4", "ECE8F3")
_OTHER, _NOWHERE = "F1F1F1", "F7F7F4"
_LETTER_MM: Final = 0.37
"""Of an em of one point, in mm, with a little room."""
_REACH: Final = 50.0
_TOWN_REACH: Final = 7.0
_CORNER: Final = 300.0
"""Square mm of a neighbour that are seen, for its name to be written there."""
_BAR: Final = 0.24


@dataclass(frozen=True, slots=True)
class MapView:
    """What one map shows; ``district`` is the one it is of, ``numbered`` whether pins say which."""

    land: Land
    entries: Sequence[MapEntry]
    district: int | None = None
    numbered: bool = True
    towns: bool = False


@dataclass(frozen=True, slots=True)
class Pin:
    """Where a resource is drawn, and where it is; both in mm of the paper."""

    entry: MapEntry
    at: Point
    true: Point


@dataclass(frozen=True, slots=True)
class DrawnMap:
    """A map as it is put on paper."""

    scale: Scale
    pins: tuple[Pin, ...]
    figures: tuple[Figure, ...]


def is_crowded(view: MapView, frame: Bounds, unit: float) -> bool:
    """Return whether so many pins would have to step far aside that the map misleads."""
    pins = _pins(view, scale_of(view, frame, unit), frame, unit)
    far = _FAR * _size(view, unit)
    return sum(math.dist(pin.at, pin.true) > far for pin in pins) > _MOST_ASIDE * len(pins)


def scale_of(view: MapView, frame: Bounds, unit: float) -> Scale:
    """Return the scale at which everything to be shown fits a frame."""
    positions = [one.position for one in view.entries if one.position is not None]
    bounds = view.land.bounds(positions, view.district)
    if bounds is None:
        bounds = bounds_of([town.at for town in view.land.towns]) or Bounds(0, 0, 0, 0)
    return fitted(bounds, _room(frame, unit))


def drawn_map(view: MapView, frame: Bounds, unit: float) -> DrawnMap:
    """Draw a map in a frame of paper; the same one every time."""
    scale = scale_of(view, frame, unit)
    pins = _pins(view, scale, frame, unit)
    ground = Ground(frame.grown(-1))
    size = _size(view, unit)
    for pin in pins:
        ground.take(Bounds(pin.at[0], pin.at[1], pin.at[0], pin.at[1]).grown(size * _APART / 2))
    ground.take(Bounds(frame.left, frame.high - _STRIP * unit, frame.right, frame.high))
    figures = [
        *_land(view, scale, frame),
        *_names(view, scale, frame, ground, unit),
        *_leaders(pins, size),
        *(_pin(pin, view, size, unit) for pin in reversed(pins)),
        *_scale_bar(scale, frame, unit),
        *_north(frame, unit),
    ]
    return DrawnMap(scale, tuple(pins), tuple(figures))


def _room(frame: Bounds, unit: float) -> Bounds:
    edge = _EDGE * unit
    return Bounds(
        frame.left + edge, frame.low + edge, frame.right - edge, frame.high - edge - _STRIP * unit
    )


def _size(view: MapView, unit: float) -> float:
    return (_PIN if view.numbered else _SMALL_PIN) * unit


def _pins(view: MapView, scale: Scale, frame: Bounds, unit: float) -> list[Pin]:
    metres = view.land.projection.metres
    placed = [one for one in view.entries if one.position is not None]
    points = [scale.place(metres(one.position)) for one in placed if one.position is not None]
    edge = _EDGE * unit / 2
    room = Bounds(
        frame.left + edge, frame.low + edge, frame.right - edge, frame.high - _STRIP * unit - edge
    )
    at = spread(points, _size(view, unit) * _APART, room)
    return [Pin(*one) for one in zip(placed, at, points, strict=True)]


def _pin(pin: Pin, view: MapView, size: float, unit: float) -> Figure:
    if not view.numbered:
        return pin.entry.mark.sign(pin.at, size)
    text = str(pin.entry.number)
    letters = (7.2, 7.2, 5.8, 4.6)[min(len(text), 4) - 1]
    if pin.entry.mark.preset == "triangle":
        letters -= 0.8
    return pin.entry.mark.sign(pin.at, size, text, letters * unit)


def _leaders(pins: Sequence[Pin], size: float) -> Iterator[Figure]:
    for pin in pins:
        if math.dist(pin.at, pin.true) > size * _ASIDE:
            yield Outline(((pin.true, pin.at),), colour=_LINE, width=0.6)
            yield Sign(*pin.true, 0.9, 0.9, "ellipse", _LINE, _LINE)


def _land(view: MapView, scale: Scale, frame: Bounds) -> Iterator[Figure]:
    districts = {region.district_id: None for region in view.land.regions}
    tints = {key: _TINTS[place % len(_TINTS)] for place, key in enumerate(districts)}
    own = [one for one in view.land.regions if one.district_id == view.district]
    others = [one for one in view.land.regions if one.district_id != view.district]
    for region in [*others, *own] if view.district is not None else view.land.regions:
        lines = _on_paper(region, scale, frame)
        if not lines:
            continue
        if view.district is not None and region.district_id != view.district:
            fill = _OTHER
        else:
            fill = _NOWHERE if region.district_id is None else tints[region.district_id]
        bold = view.district is not None and region.district_id == view.district
        yield Outline(lines, fill, _BORDER, 1.2 if bold and not region.is_town else 0.6)


def _on_paper(region: Region, scale: Scale, frame: Bounds) -> tuple[tuple[Point, ...], ...]:
    return tuple(
        tuple(piece)
        for ring in region.rings
        for piece in clipped(simplified([scale.place(one) for one in ring], _FINE), frame)
    )


def _names(
    view: MapView, scale: Scale, frame: Bounds, ground: Ground, unit: float
) -> Iterator[Figure]:
    rings = {
        key: [ring for region in view.land.regions if region.district_id == key
              for ring in _on_paper(region, scale, frame)]
        for _, key, _ in view.land.named(None)
    }  # fmt: skip
    size, ink = (9.5 * unit, _FAINT) if view.district is not None else (11 * unit, _INK)
    for name, key, at in _districts(view):
        own = rings.get(key, [])
        others = [of for other, of in rings.items() if other != key]
        point = _seen(scale.place(at), own, frame)
        if point is not None:
            yield from _name(name, point, size, ink, (ground, _REACH), own, others)
    if view.towns:
        for town in view.land.towns:
            point = scale.place(town.at)
            near = view.district is None or town.district_id == view.district
            if near and frame.holds(*point):
                yield from _name(town.name, point, 6.5 * unit, _FAINT, (ground, _TOWN_REACH * unit))


def _seen(at: Point, rings: Rings, frame: Bounds) -> Point | None:
    """Return the middle of a district, or of what is seen of it, if that is more than a corner."""
    if frame.holds(*at):
        return at
    parts = [ring_middle(ring) for ring in rings]
    middle, size = max(parts, key=lambda part: part[1], default=(at, 0.0))
    return middle if size > _CORNER else None


def _districts(view: MapView) -> list[tuple[str, int | None, Point]]:
    """Return the names of the districts, and where: without boundaries amid their pins."""
    if view.land.regions:
        return view.land.named(view.district)
    if view.district is not None:
        return []
    metres = view.land.projection.metres
    groups: dict[tuple[str, int | None], list[Point]] = {}
    for one in view.entries:
        if one.position is not None and one.district_id is not None:
            groups.setdefault((one.group, one.district_id), []).append(metres(one.position))
    return [(*key, _mean(points)) for key, points in groups.items()]


def _mean(points: Sequence[Point]) -> Point:
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)


def _name(
    text: str, at: Point, size: float, ink: str, room: tuple[Ground, float],
    own: Rings = (), others: Sequence[Rings] = (),
) -> Iterator[Figure]:  # fmt: skip
    """Write a name where there is room; from outside its district a line leads there."""
    wide = sum(1.0 if char > "\xff" else 0.6 for char in text) * size * _LETTER_MM + 1
    high = size * _LETTER_MM + 0.6
    ground, reach = room
    found = ground.name_place(at, (wide, high), reach, own, others)
    if found is None:
        return
    (x, y), is_inside = found
    if not is_inside:
        begin = (
            min(max(at[0], x - wide / 2), x + wide / 2),
            min(max(at[1], y - high / 2), y + high / 2),
        )
        yield Outline(((begin, at),), colour=ink, width=0.4)
    bold = size > _BOLD
    yield Sign(x, y, wide, high, text=literal(text), size=size, ink=ink, bold=bold)


def _scale_bar(scale: Scale, frame: Bounds, unit: float) -> Iterator[Figure]:
    metres = nice_length(frame.width * _BAR / scale.factor)
    half = metres * scale.factor / 2
    left, low = frame.left + 5 * unit, frame.high - 3.2 * unit
    for number, fill in enumerate(("333333", "FFFFFF")):
        yield Sign(
            left + (number + 0.5) * half,
            low,
            half,
            1.4 * unit,
            fill=fill,
            colour="333333",
            line=0.6,
        )
    for share, text in (
        (0, "0"),
        (2, f"{metres / 1000:g} km" if metres >= 1000 else f"{metres:g} m"),
    ):
        yield Sign(
            left + share * half, low - 2.6 * unit, 12, 3 * unit, text=text, size=7 * unit, ink=_INK
        )


def _north(frame: Bounds, unit: float) -> Iterator[Figure]:
    x, y = frame.right - 6 * unit, frame.high - 3.8 * unit
    yield Sign(x, y, 3 * unit, 5.5 * unit, "triangle", "333333", "333333")
    yield Sign(x - 4 * unit, y, 5 * unit, 5 * unit, text="北", size=9 * unit, ink=_INK, bold=True)
