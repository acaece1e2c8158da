"""Where towns lie, out of a table somebody else made: which column is which, and what rows say."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from app.kernel.errors import Refusal
from app.kernel.text import one_line, tidy
from app.local_resources.geo_positions import checked_positions
from app.local_resources.map_area import Position, TownPosition

_LOOKED_AT: Final = 30
_LONGEST_HEADING: Final = 20
_MOST_ROWS: Final = 200_000
_HEADINGS: Final = {
    "latitude": re.compile(r"緯|\b(?:lat|latitude|y)\b", re.IGNORECASE),
    "longitude": re.compile(r"経|\b(?:lon|lng|long|longitude|x)\b", re.IGNORECASE),
    "city": re.compile(r"市区町村名|市町村名|^市名$"),
    "name": re.compile(
        r"町丁|町名|町字|大字|地区名|地名|住所|名称|\b(?:name|town)\b", re.IGNORECASE
    ),
}
_DEGREES: Final = re.compile(
    r"(?:北緯|東経|[NE])?\s*([0-9]+)\s*[度°]\s*([0-9]+)\s*[分′']\s*([0-9.]+)\s*[秒″\"]?"
)
_MARKS: Final = re.compile(r"北緯|東経|[NE]\s*|[度°]$")


def town_positions(rows: Sequence[Sequence[str]], name: str) -> tuple[TownPosition, ...]:
    """Return the towns of a table with headings; of a town in several rows their middle.

    Raises ``Refusal`` where no such columns can be found, or a row has no sound position.
    """
    if len(rows) > _MOST_ROWS:
        raise Refusal(f"「{name}」は大きすぎます。函館市の分だけにして取り込んでください。")
    start, columns = _headings(rows, name)
    found: dict[tuple[str, str], list[Position]] = {}
    for number, row in enumerate(rows[start:], start=start + 1):
        town = one_line(tidy(_cell(row, columns["name"])).text)
        texts = [_cell(row, columns[key]) for key in ("longitude", "latitude")]
        if not town or not any(texts):
            continue
        where = f"「{name}」の{number}行目（{town}）"
        longitude, latitude = (_degrees(text, where) for text in texts)
        position = checked_positions([(longitude, latitude)], where)[0]
        city = _cell(row, columns.get("city", -1))
        found.setdefault((town, city), []).append(position)
    if not found:
        raise Refusal(f"「{name}」に、位置のある町名の行がありません。")
    return tuple(_middle(town, city, at) for (town, city), at in found.items())


def _headings(rows: Sequence[Sequence[str]], name: str) -> tuple[int, dict[str, int]]:
    for number, row in enumerate(rows[:_LOOKED_AT]):
        columns: dict[str, int] = {}
        for column, cell in enumerate(row):
            text = unicodedata.normalize("NFKC", cell).strip()
            if len(text) > _LONGEST_HEADING:
                continue
            for key, pattern in _HEADINGS.items():
                if key not in columns and pattern.search(text):
                    columns[key] = column
                    break
        if {"name", "latitude", "longitude"} <= columns.keys():
            return number + 1, columns
    raise Refusal(
        f"「{name}」に、町名・緯度・経度の列が見つかりません。"
        "1行目に「町名」「緯度」「経度」の見出しを付けて、もう一度取り込んでください。"
    )


def _cell(row: Sequence[str], column: int) -> str:
    return row[column].strip() if 0 <= column < len(row) else ""


def _degrees(text: str, where: str) -> float:
    """Read degrees as a decimal number (41.7688), or in 度分秒."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if parts := _DEGREES.fullmatch(plain.replace("′′", "″")):
        plain = str(int(parts[1]) + int(parts[2]) / 60 + float(parts[3]) / 3600)
    try:
        return float(_MARKS.sub("", plain))
    except ValueError as error:
        raise Refusal(
            f"{where}の「{text[:_LONGEST_HEADING]}」は、緯度・経度として読めません。"
            "41.7688のような数にしてください。"
        ) from error


def _middle(town: str, city: str, at: Sequence[Position]) -> TownPosition:
    longitude = sum(one[0] for one in at) / len(at)
    latitude = sum(one[1] for one in at) / len(at)
    return TownPosition(town, round(latitude, 6), round(longitude, 6), city)
