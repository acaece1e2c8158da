"""What the map of the area is drawn from: boundaries, and where towns lie."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

_NAMED: Final = 10
"""So many boundaries of no district are named."""

Position = tuple[float, float]
"""Longitude and latitude in degrees (WGS 84 or JGD 2011, which differ by less than a metre)."""

Ring = tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class AreaDraft:
    """A boundary as read from a file.

    A ring that begins where it ends encloses something, or is a hole in it; one that does not is
    a line, such as a shore.  ``words`` is everything the file says of it, to tell its district by.
    """

    name: str
    rings: tuple[Ring, ...]
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TownPosition:
    """Where a town lies; ``city`` is blank where the file does not say."""

    name: str
    latitude: float
    longitude: float
    city: str = ""


MapFile = tuple[AreaDraft, ...] | tuple[TownPosition, ...]
"""What a file for the map holds."""


@dataclass(frozen=True, slots=True)
class MapAreaRow:
    """A boundary the office imported."""

    id: int
    name: str
    district_id: int | None
    district: str
    rings: tuple[Ring, ...]


@dataclass(frozen=True, slots=True)
class MapImport:
    """What an import of boundaries (境界) or positions (町の位置) did."""

    what: str
    count: int
    """Of boundaries, or of towns."""
    points: int = 0
    """Corners that are stored, after straightening."""
    without_district: tuple[str, ...] = ()
    """The names of boundaries of no district we know."""
    other_city: int = 0
    """Positions left out because they lie in another city."""


@dataclass(frozen=True, slots=True)
class MapState:
    """What there is to draw a map from."""

    areas: int = 0
    districts: int = 0
    """How many districts have a boundary."""
    towns: int = 0


def remarks_on(done: MapImport) -> tuple[str, ...]:
    """Return what should be looked into after an import, in sentences."""
    remarks = []
    if unknown := done.without_district:
        more = " ほか" if len(unknown) > _NAMED else ""
        remarks.append(
            f"圏域の分からない境界が{len(unknown)}件あります: {'、'.join(unknown[:_NAMED])}{more}\n"
            "町名→圏域の表に加えてから、もう一度取り込んでください。"
        )
    if done.other_city:
        remarks.append(f"ほかの市町村の町{done.other_city}件は取り込んでいません。")
    return tuple(remarks)
