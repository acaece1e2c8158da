"""Pictures of a workbook as image objects of the PDF, each stored once."""

from __future__ import annotations

import io
import struct

from app.documents.form.package import Package
from app.documents.print.geometry import Geometry
from app.documents.print.ink import Ink
from app.documents.print.pdf_file import PdfFile
from app.documents.sheet.pictures import Corner, Picture

_JPEG = b"\xff\xd8\xff"
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_SPACES = {1: "/DeviceGray", 3: "/DeviceRGB"}
_MOST_PIXELS = 100_000_000


class Pictures:
    """Turns picture parts into image objects; one that cannot be read is named."""

    def __init__(self, package: Package, pdf: PdfFile) -> None:
        """Begin with none."""
        self._package, self._pdf = package, pdf
        self._names: dict[str, str] = {}
        self.unreadable: list[str] = []

    def name(self, part: str) -> str:
        """Return the name of a picture's image object; empty if it cannot be drawn."""
        if part not in self._names:
            data = self._package.read(part)
            number = _jpeg(self._pdf, data) or _other(self._pdf, data)
            self._names[part] = self._pdf.image(number) if number else ""
            if not number:
                self.unreadable.append(part.rpartition("/")[2])
        return self._names[part]


def _jpeg(pdf: PdfFile, data: bytes) -> int:
    """Store a JPEG as it is; 0 if it is none, or of a kind that has to be converted."""
    at = 2
    try:
        while data.startswith(_JPEG):
            mark, length = struct.unpack_from(">xBH", data, at)
            if mark in _FRAMES:
                high, wide, parts = struct.unpack_from(">HHB", data, at + 5)
                if parts not in _SPACES:
                    return 0
                entries = _entries(wide, high, _SPACES[parts])
                return pdf.stream(data, f"{entries}/Filter/DCTDecode", packed=True)
            at += 2 + length
    except struct.error:
        return 0
    return 0


def _other(pdf: PdfFile, data: bytes) -> int:
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - few sheets have pictures

    try:
        with Image.open(io.BytesIO(data)) as opened:
            if opened.width * opened.height > _MOST_PIXELS:
                return 0
            image = opened.convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return 0
    wide, high = image.size
    alpha = image.getchannel("A")
    entries = _entries(wide, high, "/DeviceRGB")
    if alpha.getextrema() != (255, 255):
        mask = pdf.stream(alpha.tobytes(), _entries(wide, high, "/DeviceGray"))
        entries += f"/SMask {mask} 0 R"
    return pdf.stream(image.convert("RGB").tobytes(), entries)


def _entries(wide: int, high: int, space: str) -> str:
    return (
        f"/Type/XObject/Subtype/Image/Width {wide}/Height {high}"
        f"/ColorSpace{space}/BitsPerComponent 8"
    )


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
    name = pictures.name(picture.part) if width > 0 and height > 0 else ""
    if not name:
        return
    x, y = x + shift[0], y + shift[1]
    left, top, right, bottom = picture.crop
    wide, high = width / max(1 - left - right, 0.01), height / max(1 - top - bottom, 0.01)
    ink.clip(x, y, width, height)
    ink.picture(name, x - wide * left, y - high * top, wide, high)
    ink.restore()


def _point(corner: Corner, geometry: Geometry) -> tuple[float, float]:
    return (
        geometry.left(corner.column) + min(corner.across, geometry.width(corner.column)),
        geometry.top(corner.row) + min(corner.down, geometry.height(corner.row)),
    )
