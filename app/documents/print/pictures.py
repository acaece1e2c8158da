"""Pictures of a workbook as reportlab draws them, each read once."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image, UnidentifiedImageError
from reportlab.lib.utils import ImageReader

from app.documents.form.package import Package
from app.documents.print.ink import Ink

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
            self._images[part] = _read(self._package.read(part)) if part else None
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


def draw_cropped(
    ink: Ink,
    image: Any,
    box: tuple[float, float, float, float],
    crop: tuple[float, float, float, float],
) -> None:
    """Draw a picture into a box (x, y, width, height) without what is cut off its sides."""
    x, y, width, height = box
    left, top, right, bottom = crop
    wide, high = width / max(1 - left - right, 0.01), height / max(1 - top - bottom, 0.01)
    if any(crop):
        ink.clip(x, y, width, height)
    ink.picture(image, x - wide * left, y - high * top, wide, high)
    if any(crop):
        ink.restore()
