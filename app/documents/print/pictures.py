"""Pictures of a workbook as reportlab draws them, each read once."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image, UnidentifiedImageError
from reportlab.lib.utils import ImageReader

from app.documents.form.package import Package
from app.documents.print.geometry import Geometry
from app.documents.print.ink import Ink
from app.documents.sheet.pictures import Corner, Picture

_AS_THEY_ARE = {"L", "RGB"}
"""The modes in which a JPEG goes into the document unchanged."""

_MOST_PIXELS = 100_000_000


class Pictures:
    """Reads picture parts; one that cannot be read is named."""

    def __init__(self, package: Package) -> None:
        """Begin with none."""
        self._package = package
        self._images: dict[str, Any] = {}
        self.unreadable: list[str] = []

    def image(self, part: str) -> Any:
        """Return a picture for the canvas; None if it cannot be drawn."""
        if part not in self._images:
            self._images[part] = _read(self._package.read(part))
            if self._images[part] is None:
                self.unreadable.append(part.rpartition("/")[2])
        return self._images[part]


def _read(data: bytes) -> Any:
    try:
        with Image.open(io.BytesIO(data)) as opened:
            if opened.width * opened.height > _MOST_PIXELS:
                return None
            opened.load()
            if opened.format == "JPEG" and opened.mode in _AS_THEY_ARE:
                return ImageReader(io.BytesIO(data))
            image = opened.convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    opaque = image.getchannel("A").getextrema() == (255, 255)
    return ImageReader(image.convert("RGB") if opaque else image)


def draw_picture(
    ink: Ink, pictures: Pictures, picture: Picture, geometry: Geometry, shift: tuple[float, float]
) -> None:
    """Draw a picture at its anchor; ``shift`` is where the sheet's corner lies on the page."""
    x, y = _point(picture.start, geometry)
    if picture.end:
        right, bottom = _point(picture.end, geometry)
        width, height = right - x, bottom - y
    else:
        width, height = picture.size
    image = pictures.image(picture.part) if width > 0 and height > 0 else None
    if image is None:
        return
    x, y = x + shift[0], y + shift[1]
    left, top, right, bottom = picture.crop
    wide, high = width / max(1 - left - right, 0.01), height / max(1 - top - bottom, 0.01)
    ink.clip(x, y, width, height)
    ink.picture(image, x - wide * left, y - high * top, wide, high)
    ink.restore()


def _point(corner: Corner, geometry: Geometry) -> tuple[float, float]:
    return (
        geometry.left(corner.column) + min(corner.across, geometry.width(corner.column)),
        geometry.top(corner.row) + min(corner.down, geometry.height(corner.row)),
    )
