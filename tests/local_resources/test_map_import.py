"""Boundaries and positions of towns: read from files of others, kept small, refused in words."""

from __future__ import annotations

import json
import math
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.errors import Refusal
from app.local_resources import commands, queries
from app.local_resources.geo_file import read_map_file
from app.local_resources.geo_simplify import Point, simplified
from app.local_resources.map_area import MapState
from app.office import commands as office
from app.office.masters import DistrictDraft, TownDraft
from app.storage.store import Store
from tests.local_resources.geography import DISTRICTS, boundaries, town_name, towns


def _city(store: Store) -> None:
    for place, name in enumerate(DISTRICTS):
        store.do("圏域", office.add_district, DistrictDraft(name))
        store.do("町名", office.assign_towns, [TownDraft(town_name(place), "", name)])


def _shape(coordinates: object, kind: str = "Polygon", **more: object) -> bytes:
    geometry = {"type": kind, "coordinates": coordinates}
    feature = {"type": "Feature", "properties": {"name": "北部"}, "geometry": geometry}
    return json.dumps({**feature, **more}).encode()


def _square(x: float, y: float, size: float = 0.1) -> list[list[list[float]]]:
    return [[[x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]]]


def test_that_boundaries_find_their_districts_and_an_import_replaces_them(
    store: Store, tmp_path: Path
) -> None:
    _city(store)
    read = read_map_file(boundaries(tmp_path))
    done = store.do("境界", commands.import_map, read).result
    assert (done.what, done.count, done.without_district) == ("境界", 11, ("海岸線",))
    areas = store.ask(queries.map_areas)
    assert [area.district for area in areas] == [*DISTRICTS, ""]
    assert all(area.rings[0][0] == area.rings[0][-1] for area in areas[:-1])
    assert areas[-1].rings[0][0] != areas[-1].rings[0][-1]
    assert done.points < sum(len(ring) for one in read for ring in one.rings)  # type: ignore[union-attr]

    store.do("境界", commands.import_map, read[:1])
    assert store.ask(queries.map_state).areas == 1
    store.undo()
    store.do("境界", commands.import_map, read[:1], add=True)
    assert store.ask(queries.map_state) == MapState(11, 10, 0)
    store.do("取り除く", commands.remove_map)
    assert store.ask(queries.map_state) == MapState()


def test_that_towns_come_from_any_table_and_only_those_of_the_city(
    store: Store, tmp_path: Path
) -> None:
    done = store.do("町", commands.import_map, read_map_file(towns(tmp_path))).result
    assert (done.what, done.count, done.other_city) == ("町の位置", 10, 1)
    other = tmp_path / "b.csv"
    other.write_text(
        "town,Lng,Lat\nみほん1町,東経140°42′36″,北緯41°46′12″\nみほん1町,140.72,41.79", "utf-8"
    )
    store.do("町", commands.import_map, read_map_file(other), add=True)
    found = {town.name: town for town in store.ask(queries.map_points)}
    assert len(found) == 10
    assert (found["みほん1町"].latitude, found["みほん1町"].longitude) == (41.78, 140.715)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"{", "壊れています"),
        (b"[1, 2]", "GeoJSONではありません"),
        (b'{"type": "Topology"}', "TopoJSON"),
        (b'{"type": "FeatureCollection", "features": 3}', "境界（Polygon"),
        (b"[" * 100_000, "壊れています"),
        (_shape([141, 41], "Point"), "境界（Polygon"),
        (_shape([[[141, 41], [math.nan, 41], [141, 42], [141, 41]]]), "数でない"),
        (_shape([[["141", 41], [141, 41], [141, 42], ["141", 41]]]), "数でない"),
        (_shape([[[10**400, 41], [141, 41], [141, 42], [141, 41]]]), "数でない"),
        (_shape([[[141, 41], [141, 42], [141, 41]]]), "点が足りない"),
        (_shape(_square(41.8, 140.7)), "逆"),
        (_shape(_square(45210.5, -243010.2)), "平面直角座標"),
        (_shape(_square(0, 0)), "日本の外"),
        (_shape(_square(140.7, 41.8), crs={"properties": {"name": "EPSG:6679"}}), "EPSG:6679"),
        ("町名,緯度\n松川町,41".encode(), "列が見つかりません"),
        ("町名,緯度,経度\n松川町,140.7,41.8".encode(), "2行目（松川町）は、緯度と経度が逆"),
        ("町名,緯度,経度\n松川町,不明,140.7".encode(), "読めません"),
        ("町名,緯度,経度\n松川町,nan,140.7".encode(), "数でない"),
        ("町名,緯度,経度\n松川町,,\n".encode(), "行がありません"),
        (b"<?xml version='1.0'?><kml></kml>", "GeoJSONに書き出して"),
        (b"\x00\x00\x27\x0a" + b"\x00" * 40, "GeoJSONに書き出して"),
    ],
)
def test_that_what_is_no_map_is_refused_in_words(tmp_path: Path, data: bytes, said: str) -> None:
    file = tmp_path / "地図"
    file.write_bytes(data)
    with pytest.raises(Refusal, match=said):
        read_map_file(file)


_COORDINATE = st.floats(-50, 50, allow_nan=False)
_LINES = st.lists(st.tuples(_COORDINATE, _COORDINATE), min_size=2, max_size=40)


@given(_LINES, st.floats(0.01, 20), st.booleans())
def test_that_a_straightened_line_keeps_its_ends_and_its_corners(
    line: list[tuple[float, float]], tolerance: float, closed: bool
) -> None:
    if closed:
        line = [*line, line[0]]
    kept = simplified(line, tolerance)
    assert (kept[0], kept[-1]) == (line[0], line[-1])
    assert set(kept) <= set(line)
    assert len(kept) <= len(line)
    if closed and len(line) > 3 and len(set(line)) > 1:
        assert len(kept) >= 3
    assert all(
        min(_distance(point, *stretch) for stretch in pairwise(kept)) <= 2 * tolerance + 1e-9
        for point in line
    )


def _distance(point: Point, begin: Point, end: Point) -> float:
    across, up = end[0] - begin[0], end[1] - begin[1]
    length = across**2 + up**2
    share = ((point[0] - begin[0]) * across + (point[1] - begin[1]) * up) / (length or 1)
    share = min(max(share, 0), 1)
    return math.dist(point, (begin[0] + share * across, begin[1] + share * up))
