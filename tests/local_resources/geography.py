"""An invented city of ten districts around 41.8 N, 140.7 E: every border is made up."""

from __future__ import annotations

import json
import math
import random
from pathlib import Path

DISTRICTS = (
    "西部", "中央部第1", "中央部第2", "東央部第1", "東央部第2",
    "北東部第1", "北東部第2", "北東部第3", "北部", "東部",
)  # fmt: skip
WEST, SOUTH = 140.68, 41.74
_COLUMNS, _ROWS, _WIDE, _HIGH = 5, 2, 0.03, 0.035
_STEPS = 30


def corners(column: int, row: int) -> tuple[float, float]:
    """Return a corner of the crooked grid."""
    shake = random.Random(f"{column}/{row}")
    return (
        WEST + column * _WIDE + shake.uniform(-0.008, 0.008),
        SOUTH + row * _HIGH + shake.uniform(-0.008, 0.008),
    )


def district_ring(place: int) -> list[list[float]]:
    """Return the closed border of a district, the same as its neighbours' where they meet."""
    row, column = divmod(place, _COLUMNS)
    round_it = [(column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1)]
    line: list[list[float]] = []
    for begin, end in zip(round_it, [*round_it[1:], round_it[0]], strict=True):
        line += _wavy(begin, end)
    return [*line, line[0]]


def _wavy(begin: tuple[int, int], end: tuple[int, int]) -> list[list[float]]:
    first, last = sorted((begin, end))
    shake = random.Random(f"{first}-{last}")
    phase, high = shake.uniform(0, 6), shake.uniform(0.001, 0.003)
    (x1, y1), (x2, y2) = corners(*first), corners(*last)
    line = []
    for step in range(_STEPS + 1):
        share = step / _STEPS
        off = math.sin(share * math.pi) * math.sin(share * 9 + phase) * high
        line.append([x1 + (x2 - x1) * share + off, y1 + (y2 - y1) * share + off])
    return (line if first == begin else line[::-1])[:-1]


def boundaries(folder: Path) -> Path:
    """Write the borders of the ten districts, and a shore line."""
    features = [
        {
            "type": "Feature",
            "properties": {"id": place, "圏域名": f"{name}圏域"},
            "geometry": {"type": "Polygon", "coordinates": [district_ring(place)]},
        }
        for place, name in enumerate(DISTRICTS)
    ]
    shore = [[WEST - 0.01 + step * 0.004, SOUTH - 0.013] for step in range(40)]
    features.append(
        {
            "type": "Feature",
            "properties": {"圏域名": "海岸線"},
            "geometry": {"type": "LineString", "coordinates": shore},
        }
    )
    target = folder / "圏域.geojson"
    whole = {"type": "FeatureCollection", "features": features}
    target.write_text(json.dumps(whole, ensure_ascii=False), "utf-8")
    return target


def middle(place: int) -> tuple[float, float]:
    """Return about where a district has its middle: latitude, longitude."""
    ring = district_ring(place)[:-1]
    return (
        sum(point[1] for point in ring) / len(ring),
        sum(point[0] for point in ring) / len(ring),
    )


def town_name(place: int) -> str:
    """Return the one town of a district."""
    return f"みほん{place + 1}町"


def towns(folder: Path) -> Path:
    """Write where the towns lie, as a city's table says it, in CP932."""
    lines = ["No,市区町村名,大字町丁目名,緯度（世界測地系）,経度（世界測地系）"]
    for place in range(len(DISTRICTS)):
        latitude, longitude = middle(place)
        lines.append(f"{place + 1},函館市,{town_name(place)},{latitude:.6f},{longitude:.6f}")
    lines.append("11,北斗市,よその町,41.824000,140.652000")
    target = folder / "町の位置.csv"
    target.write_bytes("\r\n".join(lines).encode("cp932"))
    return target
