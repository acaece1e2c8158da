"""Positions as files give them: in degrees, in Japan, and the right way round."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Final

from app.kernel.errors import Refusal
from app.local_resources.map_area import Position

_LATITUDES: Final = (20.0, 46.0)
_LONGITUDES: Final = (122.0, 154.5)
_FURTHEST: Final = 180.0
_DIGITS: Final = 6
"""Behind the point: a tenth of a metre."""


def checked_positions(positions: Iterable[Position], where: str) -> list[Position]:
    """Return positions as they are stored.

    ``where`` names the file, or its line.  Raises ``Refusal`` for what is no number, in metres
    instead of degrees, with latitude and longitude exchanged, or not in Japan.
    """
    found = []
    for longitude, latitude in positions:
        if not (math.isfinite(longitude) and math.isfinite(latitude)):
            raise Refusal(f"{where}に、数でない座標があります。元のデータを確かめてください。")
        if not is_in_japan((longitude, latitude)):
            raise Refusal(_reason(longitude, latitude, where))
        found.append((round(longitude, _DIGITS), round(latitude, _DIGITS)))
    return found


def is_in_japan(position: Position) -> bool:
    """Return whether a position can be one of ours at all."""
    return _within(position[0], _LONGITUDES) and _within(position[1], _LATITUDES)


def _within(value: float, limits: tuple[float, float]) -> bool:
    return limits[0] <= value <= limits[1]


def _reason(longitude: float, latitude: float, where: str) -> str:
    if _within(longitude, _LATITUDES) and _within(latitude, _LONGITUDES):
        return (
            f"{where}は、緯度と経度が逆になっています（緯度は41、経度は140くらいの数です）。"
            "入れ替えてから取り込んでください。"
        )
    if max(abs(longitude), abs(latitude)) > _FURTHEST:
        return (
            f"{where}の座標は、緯度と経度の度ではありません（{longitude:g}, {latitude:g}）。"
            "平面直角座標などメートルの座標は使えません。"
            "緯度経度（世界測地系）で書き出し直してください。"
        )
    return (
        f"{where}に、日本の外の座標があります（緯度{latitude:g}、経度{longitude:g}）。"
        "元のデータを確かめてください。"
    )
