"""A text as a QR code."""

from __future__ import annotations

import io

from app.documents.form.values import Picture

_LONGEST = 1_000
"""Bytes; more makes cells of a code that no paper copy can be read from."""
_DOT, _QUIET = 8, 4
"""Pixels a module, and modules left white around it, as the standard asks."""


def qr_picture(text: str) -> Picture | None:
    """Return the code of a text as PNG; ``None`` when the text is too long for one."""
    data = text.encode("utf-8", "ignore")
    if len(data) > _LONGEST:
        return None
    modules = _modules(text, data)
    return Picture(_png(modules), "QR.png")


def _modules(text: str, data: bytes) -> list[list[bool]]:
    from reportlab.graphics.barcode import qrencoder  # noqa: PLC0415  only for those who use it

    code = qrencoder.QRCode(None, qrencoder.QRErrorCorrectLevel.M)
    code.addData(text if text.isascii() else qrencoder.QR8bitByte(data))
    code.make()
    size = code.getModuleCount()
    return [[bool(code.isDark(row, column)) for column in range(size)] for row in range(size)]


def _png(modules: list[list[bool]]) -> bytes:
    from PIL import Image  # noqa: PLC0415  only for those who use it

    size = len(modules) + 2 * _QUIET
    image = Image.new("1", (size, size), 1)
    for row, line in enumerate(modules, start=_QUIET):
        for column, dark in enumerate(line, start=_QUIET):
            if dark:
                image.putpixel((column, row), 0)
    stream = io.BytesIO()
    image.resize((size * _DOT, size * _DOT), Image.Resampling.NEAREST).save(stream, "PNG")
    return stream.getvalue()
