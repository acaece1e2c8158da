"""The area of the sample office: which town lies in which district, and a map of it.

The ten districts are real in name only here: the sample's towns are put into them roughly, and
boundaries and positions are invented, so that lists and maps by district have something to show.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin
from random import Random
from typing import Final

from sqlalchemy.orm import Session

from app.local_resources import commands as resources
from app.local_resources.map_area import AreaDraft, Position, TownPosition
from app.office import commands as office
from app.office.masters import TownDraft

_TOWNS: Final = {
    "西部": "弁天町 大町 末広町 元町 船見町 弥生町 入舟町 青柳町 谷地頭町 住吉町",
    "中央部第1": "大手町 若松町 松風町 東雲町 大森町 宝来町 栄町 豊川町 新川町 千歳町",
    "中央部第2": "万代町 海岸町 大縄町 中島町 堀川町 高盛町 宮前町 松川町 白鳥町 人見町",
    "東央部第1": "湯川町 湯浜町 駒場町 深堀町 日乃出町 柏木町 金堀町 広野町 花園町 川原町",
    "東央部第2": "上野町 高丘町 滝沢町 見晴町 上湯川町 旭岡町 鱒川町 榎本町 戸倉町 根崎町",
    "北東部第1": "本町 梁川町 五稜郭町 杉並町 時任町 松陰町 乃木町 田家町 八幡町 的場町",
    "北東部第2": "亀田本町 亀田町 富岡町 昭和 昭和町 美原 港町 追分町",
    "北東部第3": "神山 神山町 東山 東山町 山の手 本通 鍛治 中道 陣川 陣川町",
    "北部": "桔梗 桔梗町 西桔梗町 石川町 赤川 赤川町 北美原 北浜町 吉川町",
    "東部": "館町 小安町 釜谷町 汐首町 女那川町 日ノ浜町 恵山町 臼尻町 尾札部町 川汲町",
}
_MIDDLES: Final = {
    "西部": (140.714, 41.771),
    "中央部第1": (140.735, 41.764),
    "中央部第2": (140.735, 41.783),
    "東央部第1": (140.77, 41.774),
    "東央部第2": (140.8, 41.802),
    "北東部第1": (140.752, 41.792),
    "北東部第2": (140.735, 41.806),
    "北東部第3": (140.768, 41.815),
    "北部": (140.722, 41.842),
    "東部": (140.804, 41.776),
}
"""Longitude and latitude, somewhere within each district."""
_CENTRE: Final = (140.757, 41.802)
_REACH: Final = (0.071, 0.056)
_CORNERS: Final = 24
_SPREAD: Final = 0.0055


def settle_area(session: Session, random: Random) -> None:
    """Say in which district each town of the sample lies, and bring in a map of the area."""
    towns = [
        TownDraft(town, district=district)
        for district, names in _TOWNS.items()
        for town in names.split()
    ]
    office.assign_towns(session, towns)
    resources.import_areas(session, boundaries())
    positions = [_position(random, town) for town in towns]
    resources.import_points(session, positions)


def _position(random: Random, town: TownDraft) -> TownPosition:
    longitude, latitude = near(random, town.district)
    return TownPosition(town.name, latitude, longitude)


def towns_of_sample() -> list[str]:
    """Return the towns people and places of the sample lie in."""
    return [town for names in _TOWNS.values() for town in names.split()]


def district_of(town: str) -> str:
    """Return the district the sample puts a town in."""
    return next(district for district, names in _TOWNS.items() if town in names.split())


def near(random: Random, district: str) -> Position:
    """Return an invented position in a district: longitude and latitude."""
    x, y = _MIDDLES[district]
    return round(x + random.uniform(-_SPREAD, _SPREAD), 5), round(
        y + random.uniform(-_SPREAD, _SPREAD), 5
    )


def boundaries() -> list[AreaDraft]:
    """Return the districts as cells around their middles, within an invented shore."""
    shore: list[Position] = []
    for corner in range(_CORNERS):
        angle = 2 * pi * corner / _CORNERS
        wave = 1 + 0.06 * sin(3 * angle + 1)
        shore.append(
            (_CENTRE[0] + _REACH[0] * wave * cos(angle), _CENTRE[1] + _REACH[1] * wave * sin(angle))
        )
    drafts = []
    for name, middle in _MIDDLES.items():
        cell = shore
        for other in _MIDDLES.values():
            if other != middle:
                cell = _nearer(cell, middle, other)
        drafts.append(AreaDraft(name, ((*cell, cell[0]),)))
    return drafts


def _nearer(cell: Sequence[Position], middle: Position, other: Position) -> list[Position]:
    """Cut off what lies nearer to another middle."""

    def side(at: Position) -> float:
        return sum(
            (at[axis] - (middle[axis] + other[axis]) / 2) * (other[axis] - middle[axis])
            for axis in (0, 1)
        )

    kept: list[Position] = []
    for one, after in zip(cell, [*cell[1:], cell[0]], strict=True):
        here, there = side(one), side(after)
        if here <= 0:
            kept.append(one)
        if (here < 0) != (there < 0) and here != there:
            part = here / (here - there)
            kept.append((one[0] + part * (after[0] - one[0]), one[1] + part * (after[1] - one[1])))
    return kept
