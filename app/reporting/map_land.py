"""The land of a map: boundaries and towns on a plane, and what of it a page shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from app.local_resources.geo_positions import is_in_japan
from app.local_resources.geo_projection import Bounds, Point, Projection, bounds_of
from app.local_resources.map_area import MapAreaRow, Position, TownPosition
from app.reporting.map_ground import ring_middle

_AROUND = 0.25
_NEAR = 3_000.0
"""Metres."""


@dataclass(frozen=True, slots=True)
class Region:
    """A boundary in metres."""

    name: str
    district_id: int | None
    district: str
    rings: tuple[tuple[Point, ...], ...]

    @property
    def is_town(self) -> bool:
        """Whether it is the boundary of a town, not of its whole district."""
        own = self.name.removesuffix("圏域")
        return bool(self.name and self.district and own != self.district)

    @property
    def middle(self) -> tuple[Point, float]:
        """The centre of its largest ring, and how large that is; of lines 0."""
        return max((ring_middle(ring) for ring in self.rings), key=lambda found: found[1])


@dataclass(frozen=True, slots=True)
class TownPlace:
    """Where a town lies, in metres, and in which district."""

    name: str
    district_id: int | None
    at: Point


@dataclass(frozen=True)
class Land:
    """Everything that does not change from page to page."""

    projection: Projection
    regions: tuple[Region, ...]
    towns: tuple[TownPlace, ...]

    def bounds(self, positions: Iterable[Position], district: int | None = None) -> Bounds | None:
        """Return the box around a district (or all of them) and around positions."""
        corners = [
            point
            for region in self.regions
            if district is None or region.district_id == district
            for ring in region.rings
            for point in ring
        ]
        return bounds_of([*corners, *(self.projection.metres(one) for one in positions)])

    def holds(self, position: Position) -> bool:
        """Return whether a position lies on the map, or near it.

        Without boundaries the towns say where the map is; without these it is all of Japan.
        """
        around = self._around
        if around is None:
            return is_in_japan(position)
        return around.holds(*self.projection.metres(position))

    @cached_property
    def _around(self) -> Bounds | None:
        found = self.bounds(()) or bounds_of([town.at for town in self.towns])
        return found and found.grown(_AROUND * max(found.width, found.height) + _NEAR)

    def named(self, district: int | None) -> list[tuple[str, int | None, Point]]:
        """Return every district with a boundary, and its middle; all but one, or all."""
        found: dict[int, list[Region]] = {}
        for region in self.regions:
            if region.district_id is not None and region.district_id != district:
                found.setdefault(region.district_id, []).append(region)
        return [(of[0].district, key, _middle(of)) for key, of in found.items()]


def _middle(regions: Sequence[Region]) -> Point:
    """Return the centre of several regions, the larger ones weighing more."""
    parts = [region.middle for region in regions]
    whole = sum(size for _, size in parts)
    weights = [size / whole if whole else 1 / len(parts) for _, size in parts]
    middles = [at for at, _ in parts]
    return (
        sum(at[0] * weight for at, weight in zip(middles, weights, strict=True)),
        sum(at[1] * weight for at, weight in zip(middles, weights, strict=True)),
    )


def land_of(
    areas: Sequence[MapAreaRow],
    towns: Sequence[tuple[TownPosition, int | None]],
    positions: Sequence[Position],
) -> Land:
    """Return the land of boundaries, of towns with their districts, and of resources."""
    corners = [position for area in areas for ring in area.rings for position in ring]
    around = bounds_of(
        corners or [*positions, *((one.longitude, one.latitude) for one, _ in towns)]
    )
    projection = Projection(*(around.middle if around else (0.0, 0.0)))
    regions = tuple(
        Region(
            area.name,
            area.district_id,
            area.district,
            tuple(tuple(map(projection.metres, ring)) for ring in area.rings),
        )
        for area in areas
        if area.rings
    )
    places = {
        one.name: TownPlace(one.name, district, projection.metres((one.longitude, one.latitude)))
        for one, district in towns
    }
    for region in regions:
        if region.is_town and region.name not in places:
            places[region.name] = TownPlace(region.name, region.district_id, region.middle[0])
    return Land(projection, regions, tuple(places.values()))
