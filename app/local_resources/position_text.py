"""A position as it is typed or pasted: 41.7688, 140.7288, latitude first as maps write it."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from app.kernel.errors import Refusal
from app.kernel.text import quoted
from app.local_resources.geo_positions import checked_positions

_NUMBER: Final = r"\d{1,3}(?:\.\d+)?"
_PAIR: Final = re.compile(
    rf"(?:.*@)?\(?(?:北緯|緯度)?:?({_NUMBER})度?[,、\s]+(?:東経|経度)?:?({_NUMBER})度?\)?(?:,.*)?"
)


def read_position(text: str) -> tuple[float, float]:
    """Return latitude and longitude; the address of a map in a browser is understood as well.

    Raises ``Refusal`` for anything else, for exchanged numbers, and outside of Japan.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    found = _PAIR.fullmatch(plain)
    if found is None:
        raise Refusal(
            f"{quoted(text)}は位置として読み取れません。"
            "緯度、経度の順に「41.77, 140.73」のように入力してください。"
        )
    latitude, longitude = float(found[1]), float(found[2])
    ((longitude, latitude),) = checked_positions([(longitude, latitude)], "入力された位置")
    return latitude, longitude


def position_text(latitude: float, longitude: float) -> str:
    """Return a position as it can be read again."""
    return ", ".join(f"{one:.6f}".rstrip("0").rstrip(".") for one in (latitude, longitude))
