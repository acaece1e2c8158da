"""How far one place is from another, as the crow flies."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt
from typing import Final, NamedTuple

_EARTH: Final = 6371.0
"""Its mean radius in kilometres."""


class Point(NamedTuple):
    """A place by its latitude and longitude in degrees (WGS 84)."""

    latitude: float
    longitude: float


def kilometres(one: Point, other: Point) -> float:
    """Return the distance to one decimal (haversine formula)."""
    north = sin(radians(other.latitude - one.latitude) / 2) ** 2
    east = sin(radians(other.longitude - one.longitude) / 2) ** 2
    scale = cos(radians(one.latitude)) * cos(radians(other.latitude))
    return round(2 * _EARTH * asin(sqrt(min(1.0, north + scale * east))), 1)
