"""A picture's file as a workbook may hold it: PNG or JPEG the right way up, and its size."""

from __future__ import annotations

import io
import warnings
from typing import NamedTuple

_MOST_PIXELS = 100_000_000
_ORIENTATION = 0x112
_KEPT = {"PNG": "png", "JPEG": "jpeg"}


class ImageFile(NamedTuple):
    """A file that Excel shows; width and height in pixels."""

    data: bytes
    ending: str
    width: int
    height: int


def image_file(data: bytes) -> ImageFile | None:
    """Return a picture as PNG or JPEG; other formats become PNG, ``None`` if it is no picture."""
    from PIL import Image, ImageOps  # noqa: PLC0415  only for those who use it

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            opened = Image.open(io.BytesIO(data))
            if opened.width * opened.height > _MOST_PIXELS:
                return None
            opened.load()
            turned = opened.getexif().get(_ORIENTATION, 1) != 1
            if opened.format in _KEPT and not turned:
                return ImageFile(data, _KEPT[opened.format], opened.width, opened.height)
            upright = ImageOps.exif_transpose(opened)
            return _written(upright, photo=opened.format == "JPEG")
    except (OSError, ValueError, SyntaxError, Warning, Image.DecompressionBombError):
        return None


def _written(image: object, *, photo: bool) -> ImageFile:
    from PIL import Image  # noqa: PLC0415  only for those who use it

    assert isinstance(image, Image.Image)
    stream = io.BytesIO()
    if photo:
        image.convert("RGB").save(stream, "JPEG", quality=92)
    else:
        kept = image.mode in {"1", "L", "P", "RGB", "RGBA"}
        (image if kept else image.convert("RGBA")).save(stream, "PNG")
    return ImageFile(stream.getvalue(), "jpeg" if photo else "png", image.width, image.height)
