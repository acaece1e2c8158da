"""A resource as it stands on a map and in its key, and the sign of its kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from app.documents.figures import Sign
from app.kernel.labelled import Labelled
from app.local_resources.geo_projection import Point
from app.local_resources.map_area import Position

# Each of them is told from the others without colour: shape, width and height by its size.
_SHAPES: Final = (
    ("ellipse", 1.0, 1.0),
    ("rect", 0.94, 0.9),
    ("diamond", 1.28, 1.28),
    ("hexagon", 1.22, 1.0),
    ("triangle", 1.4, 1.2),
    ("homePlate", 1.2, 0.9),
)
_COLOURS: Final = ("1F4E8C", "A3211B", "1B6637", "6A3D8F", "7A4A12", "00606B")
_NO_KIND: Final = "4A4A4A"
_PALE: Final = "FFF3C4"
_WHITE: Final = "FFFFFF"


class Placing(Labelled):
    """How it is known where a resource lies."""

    EXACT = "exact", "登録した位置"
    TOWN = "town", "町のおおよその位置"
    OUTSIDE = "outside", "地図の外"
    UNKNOWN = "unknown", "位置未登録"


@dataclass(frozen=True, slots=True)
class Mark:
    """The sign of a kind: dark, white or pale; each in six shapes and colours."""

    preset: str
    wide: float
    high: float
    fill: str
    colour: str
    ink: str
    dashed: bool = False

    def sign(self, at: Point, size: float, text: str = "", letters: float = 0.0) -> Sign:
        """Return it drawn at a place, ``size`` mm large, with a number in it."""
        return Sign(
            at[0],
            at[1],
            self.wide * size,
            self.high * size,
            self.preset,
            self.fill,
            self.colour,
            text=text,
            size=letters,
            ink=self.ink,
            bold=True,
            dashed=self.dashed,
        )


def mark_of(place: int | None) -> Mark:
    """Return the sign of the kind at this place of the master, the same on every map."""
    if place is None:
        return Mark("ellipse", 1.0, 1.0, _NO_KIND, _NO_KIND, _WHITE)
    way, shape = divmod(place % (3 * len(_SHAPES)), len(_SHAPES))
    preset, wide, high = _SHAPES[shape]
    colour = _COLOURS[(shape + way) % len(_COLOURS)]
    fill = (colour, _WHITE, _PALE)[way]
    return Mark(preset, wide, high, fill, colour, _WHITE if way == 0 else "000000", way == 2)


@dataclass(frozen=True, slots=True)
class MapEntry:
    """One resource; its number is that of the list for the same readers."""

    number: int
    name: str
    kind: str
    town: str
    group: str
    district_id: int | None
    mark: Mark
    placing: Placing = Placing.UNKNOWN
    position: Position | None = None
