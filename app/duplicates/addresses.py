"""Addresses, compared however their numbers and their city are written."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from app.duplicates.reason import Reason
from app.duplicates.slips import slips
from app.kernel.folding import fold

SAME_HOUSE = Reason("住所が番地まで同じです", 25)
NEAR_HOUSE = Reason("住所がほとんど同じです（書き誤りと思われる違いがあります）", 18)
SAME_STREET = Reason("住所が途中まで同じで、番地が違うかありません", 8)
SAME_TOWN = Reason("町名が同じです", 6)
OTHER_PLACE = Reason("住所が違います", -5)
SAME_BUILDING = Reason("建物名が同じです", 8)
SAME_POSTAL = Reason("郵便番号が同じです", 8)

ONE_HOUSE = (SAME_HOUSE, NEAR_HOUSE)
MOST = SAME_HOUSE.points + SAME_POSTAL.points + SAME_BUILDING.points
"""What two addresses can say at most."""

_PREFECTURE = re.compile(r"^(?:北海道|東京都|大阪府|京都府|..県|...県)")
_CITY = re.compile(r"^.{1,7}?市(?=.)")
_COUNTED = re.compile(r"([一二三四五六七八九])(?=丁目)")
_NUMBER_WORDS = re.compile(r"丁目|番地|番|号|(?<=[0-9地])ノ(?=[0-9])")
_DIGITS = str.maketrans("一二三四五六七八九", "123456789")
_NUMBER = re.compile(r"[0-9]+")


class Place(NamedTuple):
    """Where somebody lives, folded; blank texts where it is not known."""

    postal: str = ""
    town: str = ""
    letters: str = ""
    """Town and street without any digit."""
    digits: str = ""
    """The digits of 丁目, 番地 and 号, one after the other: 5丁目3-2 and 5-3-2 are the same."""
    building: str = ""


@lru_cache(maxsize=4096)
def _town(text: str) -> str:
    return _CITY.sub("", _PREFECTURE.sub("", fold(text)))


def place(postal: str, town: str, number: str, building: str) -> Place:
    """Return an address as it is compared."""
    whole = _town(town) + fold(number)
    if "丁目" in whole:
        whole = _COUNTED.sub(lambda found: found[1].translate(_DIGITS), whole)
    whole = _NUMBER_WORDS.sub("", whole)
    digits = "".join(_NUMBER.findall(whole))
    return Place(
        postal.replace("-", ""),
        _town(town),
        _NUMBER.sub("", whole),
        digits,
        fold(building) if building else "",
    )


def compared(a: Place, b: Place) -> list[Reason]:
    """Return what two addresses say, the houses first; nothing where one is blank."""
    found: list[Reason] = []
    building = _in_one_building(a, b)
    postal = bool(a.postal) and a.postal == b.postal
    if a.letters and b.letters:
        house = _houses(a, b, building, postal)
        if house is not OTHER_PLACE or not postal:
            found.append(house)
    if postal:
        found.append(SAME_POSTAL)
    if building:
        found.append(SAME_BUILDING)
    return found


def _houses(a: Place, b: Place, building: bool, postal: bool) -> Reason:
    same = a.letters == b.letters
    town = bool(a.town) and a.town == b.town
    if same and a.digits and a.digits == b.digits:
        return SAME_HOUSE
    street = same or _alike(a.letters, b.letters)
    if building and (street or town or postal):
        return NEAR_HOUSE
    if street:
        return NEAR_HOUSE if _near(a.digits, b.digits) else SAME_STREET
    return SAME_TOWN if town else OTHER_PLACE


def _in_one_building(a: Place, b: Place) -> bool:
    """Return whether both name one building, in its own field or within the address."""
    if a.building and b.building and _alike(a.building, b.building):
        return len(a.building) > 3
    return _names_it(a, b) or _names_it(b, a)


def _names_it(a: Place, b: Place) -> bool:
    building = _NUMBER.sub("", a.building)
    return len(building) > 3 and building in b.letters


def _near(a: str, b: str) -> bool:
    """Return whether two house numbers are one, or one with a slip in it.

    Short ones with a slip are the neighbours: 12 and 13.
    """
    if not a or not b:
        return False
    return a == b or (min(len(a), len(b)) > 2 and slips(a, b, 1) is not None)


def _alike(a: str, b: str) -> bool:
    """Return whether texts differ by slips only, or by what one of them leaves out."""
    if a == b:
        return True
    shorter, longer = sorted((a, b), key=len)
    if len(shorter) >= 4 and (longer.startswith(shorter) or longer.endswith(shorter)):
        return True
    most = min(4, len(shorter) // 5)
    return most > 0 and slips(a, b, most) is not None
