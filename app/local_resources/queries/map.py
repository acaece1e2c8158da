"""What the map of the area is drawn from."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.local_resources.map_area import MapAreaRow, MapState, TownPosition
from app.local_resources.tables import MapArea, MapPoint
from app.office.tables import District


def map_areas(session: Session) -> tuple[MapAreaRow, ...]:
    """Return the boundaries, by district in the office's order, those of none after them."""
    query = (
        select(MapArea, District.name)
        .outerjoin(District, District.id == MapArea.district_id)
        .order_by(District.position.is_(None), District.position, MapArea.id)
    )
    return tuple(
        MapAreaRow(
            area.id,
            area.name,
            area.district_id,
            district or "",
            tuple(tuple((x, y) for x, y in ring) for ring in area.rings),
        )
        for area, district in session.execute(query)
    )


def map_points(session: Session) -> tuple[TownPosition, ...]:
    """Return where towns lie, by name."""
    query = select(MapPoint.name, MapPoint.latitude, MapPoint.longitude).order_by(MapPoint.name)
    return tuple(TownPosition(*row) for row in session.execute(query))


def map_state(session: Session) -> MapState:
    """Return how much there is to draw a map from."""
    districts = session.scalars(select(MapArea.district_id)).all()
    towns = session.scalars(select(MapPoint.id)).all()
    return MapState(len(districts), len({one for one in districts if one is not None}), len(towns))
