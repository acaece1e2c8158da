"""A file for the map, told apart by what it holds: boundaries (GeoJSON), or a table of towns."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from app.documents.table_file import read_table
from app.kernel.errors import Refusal
from app.local_resources.geo_json import read_geojson
from app.local_resources.geo_towns import town_positions
from app.local_resources.map_area import MapFile

_MOST_BYTES: Final = 60 * 1024 * 1024
_MARKUP: Final = (b"<kml", b"<gml", b"<gpx", b"<svg")
_SHAPEFILE: Final = b"\x00\x00\x27\x0a"
_ENDINGS: Final = {".shp", ".dbf", ".shx", ".kml", ".kmz", ".gpx", ".gml"}


def read_map_file(path: Path) -> MapFile:
    """Return the boundaries of a file, or the towns of a table (csv, xlsx and the like).

    Raises ``Refusal`` with what to do for anything that is neither.
    """
    beginning = _beginning(path)
    if beginning.lstrip(b"\xef\xbb\xbf\r\n\t ").startswith((b"{", b"[")):
        return read_geojson(path.read_bytes(), path.name)
    if (
        path.suffix.lower() in _ENDINGS
        or beginning.startswith(_SHAPEFILE)
        or any(sign in beginning.lower() for sign in _MARKUP)
    ):
        raise Refusal(
            f"「{path.name}」の形式の地図は取り込めません。"
            "地図のソフトで、緯度経度（世界測地系）のGeoJSONに書き出してください。"
        )
    table = read_table(path)
    return town_positions([[cell.text for cell in row] for row in table.rows], path.name)


def _beginning(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise Refusal(
                f"「{path.name}」というファイルがありません。場所と名前を確かめてください。"
            )
        if path.stat().st_size > _MOST_BYTES:
            raise Refusal(
                f"「{path.name}」は大きすぎます（上限60MB）。函館市の分だけにしてください。"
            )
        with path.open("rb") as stream:
            return stream.read(4096)
    except OSError as error:
        raise Refusal(
            f"「{path.name}」を開けません。ほかのプログラムで開いていれば閉じてください。"
        ) from error
