"""町名 → 圏域: which town an address lies in.

An address is compared folded, without prefecture and city; the longest town wins, and what
follows it must not be part of a longer name (赤川町 is not 赤川).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from app.kernel.folding import fold

_PREFECTURE = re.compile(r"^(?:北海道|東京都|大阪府|京都府|..県|...県)")
_FOLLOWS = re.compile(r"(?:$|[0-9]|[〇一二三四五六七八九十]+(?:丁目|番|条)|番|字|無)")


@dataclass(frozen=True, slots=True)
class TownPlace:
    """A town, and the district it lies in."""

    name: str
    district_id: int | None


@dataclass(frozen=True)
class TownFinder:
    """Every town the office knows, ready to be looked up many times."""

    places: tuple[TownPlace, ...]
    city: str = "函館市"

    def find(self, address: str) -> TownPlace | None:
        """Return the town an address begins with, or nothing."""
        text = self._within_city(address)
        for length in range(len(text), 0, -1):
            place = self._by_key.get(text[:length])
            if place is not None and _FOLLOWS.match(text, length):
                return place
        return None

    def district(self, address: str) -> int | None:
        """Return the district of an address, if its town is known and has one."""
        place = self.find(address)
        return None if place is None else place.district_id

    def _within_city(self, address: str) -> str:
        text = fold(_PREFECTURE.sub("", address.strip()))
        return text.removeprefix(self._city_key)

    @cached_property
    def _city_key(self) -> str:
        return fold(self.city)

    @cached_property
    def _by_key(self) -> dict[str, TownPlace]:
        return {fold(place.name): place for place in self.places}
