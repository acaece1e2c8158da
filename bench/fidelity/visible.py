"""Whether a character of a PDF can be seen on its page, or was cut away by the cell.

LibreOffice writes the whole of a text that its cell cuts off, above, below or at the side.  Such
letters can be found in the file and are nowhere on the paper; ours are not written at all.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pypdfium2

from bench.fidelity.pdf_text import Char

_DOTS = 2.0
"""Pixels a point."""
_ASCENT, _DESCENT = 0.8, 0.1
_CONTRAST = 24


class Sight:
    """The pages of a PDF as they are seen, drawn as they are asked for."""

    def __init__(self, pdf: Path) -> None:
        self._pdf = pdf
        self._page = lru_cache(maxsize=2)(self._drawn)

    def sees(self, page: int, char: Char) -> bool:
        """Return whether anything of a character is on the page (from 1)."""
        width, height, stride, dots = self._page(page)
        left, right = int(char.x * _DOTS), int((char.x + char.width) * _DOTS) + 1
        top, bottom = (
            int((char.y - _ASCENT * char.size) * _DOTS),
            int((char.y + _DESCENT * char.size) * _DOTS + 1),
        )
        left, right = max(left, 0), min(right, width)
        rows = range(max(top, 0), min(bottom, height))
        parts = [dots[row * stride + left : row * stride + right] for row in rows]
        parts = [part for part in parts if part]
        return bool(parts) and max(map(max, parts)) - min(map(min, parts)) > _CONTRAST

    def _drawn(self, number: int) -> tuple[int, int, int, bytes]:
        document = pypdfium2.PdfDocument(self._pdf)
        try:
            bitmap = document[number - 1].render(scale=_DOTS, grayscale=True)
            return bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer)
        finally:
            document.close()
