"""Boundaries out of GeoJSON (RFC 7946), as cities and the state give them away.

Statistics of small areas and administrative boundaries name an area by properties of their own;
the commonest of them are known here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from app.kernel.errors import Refusal
from app.kernel.text import one_line, tidy
from app.local_resources.geo_positions import checked_positions
from app.local_resources.map_area import AreaDraft, Position, Ring

_MOST_POINTS: Final = 3_000_000
_LONGEST_NAME: Final = 60
_FEWEST_OF_A_RING: Final = 4
_NAMES: Final = (
    "圏域名", "圏域", "日常生活圏域", "町丁目名", "町丁名", "町名", "大字町丁目名", "名称",
    "地区名", "name", "Name", "NAME", "S_NAME", "A27_007", "N03_005", "N03_004", "CITY_NAME",
    "title",
)  # fmt: skip
_DEGREES: Final = ("CRS84", "4326", "4612", "6668", "6697", "4979")
_RINGS: Final = {"LineString": 0, "Polygon": 1, "MultiLineString": 1, "MultiPolygon": 2}
"""The geometries with lines, and how many lists there are around each of them."""


def read_geojson(data: bytes, name: str) -> tuple[AreaDraft, ...]:
    """Return the boundaries of a file, those of the same name in one.

    Raises ``Refusal`` in words for anything else: no GeoJSON, nothing but points, coordinates
    that are no degrees.
    """
    said = f"「{name}」"
    whole = _parsed(data, said)
    _check_system(whole, said)
    rings: dict[str, list[Ring]] = {}
    words: dict[str, dict[str, None]] = {}
    points = 0
    features = list(_features(whole))
    key = _naming_property(features)
    for properties, geometry in features:
        area = _text(properties.get(key, ""))
        for line in _lines(geometry):
            ring = _ring(line, said)
            points += len(ring)
            if points > _MOST_POINTS:
                raise Refusal(f"{said}の境界は細かすぎます。範囲を函館市だけにしてください。")
            rings.setdefault(area, []).append(ring)
        known = words.setdefault(area, {})
        known.update(dict.fromkeys(filter(None, map(_text, properties.values()))))
    if not rings:
        raise Refusal(f"{said}には境界（Polygon・LineString）がありません。")
    return tuple(AreaDraft(area, tuple(of), tuple(words[area])) for area, of in rings.items())


def _parsed(data: bytes, said: str) -> Mapping[str, Any]:
    try:
        whole = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Refusal(
            f"{said}の文字コードがUTF-8ではありません。書き出し直してください。"
        ) from error
    except (ValueError, RecursionError) as error:
        raise Refusal(f"{said}は途中で切れているか、壊れています（JSON）。") from error
    if isinstance(whole, dict) and whole.get("type") == "Topology":
        raise Refusal(f"{said}はTopoJSONです。GeoJSONで書き出し直してください。")
    if not isinstance(whole, dict) or not isinstance(whole.get("type"), str):
        raise Refusal(f"{said}はGeoJSONではありません。")
    return whole


def _check_system(whole: Mapping[str, Any], said: str) -> None:
    """Refuse a file that says itself that its coordinates are no degrees."""
    if whole.get("crs") is None:
        return
    system = json.dumps(whole["crs"], ensure_ascii=False)
    if not any(known in system for known in _DEGREES):
        named = system if len(system) < _LONGEST_NAME else system[:_LONGEST_NAME] + "…"
        raise Refusal(
            f"{said}の座標系は緯度経度ではありません（{named}）。"
            "緯度経度（世界測地系、EPSG:4326か6668）で書き出し直してください。"
        )


def _features(whole: Mapping[str, Any]) -> Iterator[tuple[Mapping[str, Any], Any]]:
    if whole["type"] == "FeatureCollection":
        found = whole.get("features")
        for one in found if isinstance(found, list) else ():
            if isinstance(one, dict):
                yield _mapping(one.get("properties")), one.get("geometry")
    elif whole["type"] == "Feature":
        yield _mapping(whole.get("properties")), whole.get("geometry")
    else:
        yield {}, whole


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _naming_property(features: Sequence[tuple[Mapping[str, Any], Any]]) -> str:
    """Return the property that names the areas: a known one, or the first with a text."""
    for name in _NAMES:
        if any(_text(properties.get(name)) for properties, _ in features):
            return name
    for properties, _ in features:
        for name, value in properties.items():
            if isinstance(value, str) and _text(value):
                return name
    return ""


def _text(value: object) -> str:
    return one_line(tidy(value).text)[:_LONGEST_NAME] if isinstance(value, str) else ""


def _lines(geometry: object) -> Iterator[Any]:
    """Yield every line or ring of a geometry."""
    waiting = [geometry]
    while waiting:
        one = _mapping(waiting.pop())
        inner = one.get("geometries")
        if one.get("type") == "GeometryCollection" and isinstance(inner, list):
            waiting += reversed(inner)
        elif one.get("type") in _RINGS:
            yield from _within(one.get("coordinates"), _RINGS[one["type"]])


def _within(lists: Any, depth: int) -> Iterator[Any]:
    if not depth:
        yield lists
    elif isinstance(lists, list):
        for one in lists:
            yield from _within(one, depth - 1)


def _ring(line: Any, said: str) -> Ring:
    positions = [_position(one, said) for one in line] if isinstance(line, list) else []
    ring = checked_positions(positions, said)
    closed = len(ring) > 1 and ring[0] == ring[-1]
    if len(ring) < (_FEWEST_OF_A_RING if closed else 2):
        raise Refusal(f"{said}に、点が足りない境界があります。元のデータを確かめてください。")
    return tuple(ring)


def _position(value: Any, said: str) -> Position:
    try:
        longitude, latitude = value[:2]
        return float(longitude + 0), float(latitude + 0)  # a text cannot be added to
    except (TypeError, ValueError, OverflowError) as error:
        raise Refusal(
            f"{said}に、数でない座標があります。元のデータを確かめてください。"
        ) from error
