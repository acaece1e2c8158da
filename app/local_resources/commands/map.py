"""Bringing in what the map is drawn from: boundaries, and where towns lie."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.errors import Refusal
from app.kernel.folding import fold
from app.local_resources.geo_simplify import simplified
from app.local_resources.map_area import AreaDraft, MapFile, MapImport, Position, Ring, TownPosition
from app.local_resources.tables import MapArea, MapPoint
from app.office import queries as office
from app.office.towns import TownFinder

_METRES: Final = 111_000.0
"""In a degree of latitude; enough to say how much a line may be straightened."""
_TOLERANCES: Final = (5.0, 10.0, 20.0, 40.0, 80.0, 160.0)
_MOST_POINTS: Final = 30_000
"""Corners the office file keeps: about 600 kB."""
_MOST_TOWNS: Final = 5_000
_MOST_AREAS: Final = 2_000


def import_map(session: Session, found: MapFile, *, add: bool = False) -> MapImport:
    """Bring in what a file for the map holds, boundaries or towns, as one step."""
    areas = [one for one in found if isinstance(one, AreaDraft)]
    if areas:
        return import_areas(session, areas, add=add)
    towns = [one for one in found if isinstance(one, TownPosition)]
    return import_points(session, towns, add=add)


def import_areas(session: Session, areas: Sequence[AreaDraft], *, add: bool = False) -> MapImport:
    """Replace the boundaries by these, or those of the same names only (``add``).

    Lines are straightened by a few metres, or as many as it takes to keep the file small.  The
    district of each is told by what the file says of it, and by its town.
    """
    if len(areas) > _MOST_AREAS:
        raise Refusal(
            f"境界が{len(areas):,}件あります（上限{_MOST_AREAS:,}件）。函館市の分だけにしてください。"
        )
    names = {area.name for area in areas}
    for row in session.scalars(select(MapArea)):
        if not add or row.name in names:
            session.delete(row)
    session.flush()
    rings = _straightened(areas)
    districts = {_plain(row.name): row.id for row in office.districts(session)}
    towns = office.town_finder(session)
    unknown = []
    for area, kept in zip(areas, rings, strict=True):
        district = _district(area, districts, towns)
        if district is None:
            unknown.append(area.name)
        stored = [[list(position) for position in ring] for ring in kept]
        session.add(MapArea(name=area.name, district_id=district, rings=stored))
    session.flush()
    points = sum(len(ring) for kept in rings for ring in kept)
    return MapImport("境界", len(areas), points, tuple(name for name in unknown if name))


def import_points(
    session: Session, towns: Sequence[TownPosition], *, add: bool = False
) -> MapImport:
    """Replace the positions of towns by these, or those of the same names only (``add``).

    Of a file of several cities only the towns of the office's own are taken.
    """
    city = fold(office.settings(session).city)
    own = [town for town in towns if not town.city or city in fold(town.city)]
    if not own:
        raise Refusal(
            "この事務所の市の町がありません。市の名前（設定）とファイルを確かめてください。"
        )
    if len(own) > _MOST_TOWNS:
        raise Refusal(
            f"町が{len(own):,}件あります（上限{_MOST_TOWNS:,}件）。函館市の分だけにしてください。"
        )
    by_name = {town.name: town for town in own}
    for row in session.scalars(select(MapPoint)):
        if not add or row.name in by_name:
            session.delete(row)
    session.flush()
    for town in by_name.values():
        session.add(MapPoint(name=town.name, latitude=town.latitude, longitude=town.longitude))
    session.flush()
    return MapImport("町の位置", len(by_name), len(by_name), other_city=len(towns) - len(own))


def remove_map(session: Session) -> None:
    """Remove every boundary and every position; the resources keep their own."""
    for kind in (MapArea, MapPoint):
        for row in session.scalars(select(kind)):
            session.delete(row)


def _district(area: AreaDraft, districts: Mapping[str, int], towns: TownFinder) -> int | None:
    for text in (area.name, *area.words):
        if (found := districts.get(_plain(text))) is not None:
            return found
    for text in (area.name, *area.words):
        if (found := towns.district(text)) is not None:
            return found
    return None


def _plain(text: str) -> str:
    return fold(text).removesuffix("圏域")


def _straightened(areas: Sequence[AreaDraft]) -> list[list[Ring]]:
    """Return the rings of each area, as exact as the room allows."""
    found: list[list[Ring]] = []
    for tolerance in _TOLERANCES:
        found = [[_ring(ring, tolerance / _METRES) for ring in area.rings] for area in areas]
        if sum(len(ring) for rings in found for ring in rings) <= _MOST_POINTS:
            break
    return found


def _ring(ring: Ring, tolerance: float) -> Ring:
    """Straighten a ring; a degree of longitude counts as much shorter as it is there."""
    narrow = math.cos(math.radians(ring[0][1]))
    kept = simplified([(x * narrow, y) for x, y in ring], tolerance)
    return tuple(_rounded(x / narrow, y) for x, y in kept)


def _rounded(x: float, y: float) -> Position:
    return round(x, 5), round(y, 5)
