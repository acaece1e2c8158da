"""Characters of a PDF's pages with their places, and the words they make."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable
from math import hypot
from pathlib import Path
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

MM = 25.4 / 72
_SAME_LINE = 0.6
_JOINED = 0.35
_BLANK = frozenset(range(33)) | {0xA0, 0x3000, 0x200B, 0xFEFF, 0xFFFE, 0xFFFF}


class Char(NamedTuple):
    """A character; its origin from the page's top left corner, its width and size, in points."""

    text: str
    x: float
    y: float
    width: float
    size: float


class Word(NamedTuple):
    """Characters of one line with no gap between them; the place is that of the first."""

    text: str
    x: float
    y: float
    chars: tuple[Char, ...]


def pages_of(pdf: Path | bytes) -> list[list[Char]]:
    """Return every page's characters that can be seen."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_chars(page) for page in document]
    finally:
        document.close()


def _chars(page: pypdfium2.PdfPage) -> list[Char]:
    text = page.get_textpage()
    height = page.get_height()
    found = []
    x, y = ctypes.c_double(), ctypes.c_double()
    box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    for place in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text.raw, place)
        if code in _BLANK or raw.FPDFText_IsGenerated(text.raw, place) == 1:
            continue
        raw.FPDFText_GetCharOrigin(text.raw, place, x, y)
        raw.FPDFText_GetLooseCharBox(text.raw, place, box)
        raw.FPDFText_GetMatrix(text.raw, place, matrix)
        scale = hypot(matrix.c, matrix.d)
        size = raw.FPDFText_GetFontSize(text.raw, place) * scale
        found.append(Char(chr(code), x.value, height - y.value, box.right - box.left, size))
    text.close()
    page.close()
    return found


def words_of(chars: Iterable[Char]) -> list[Word]:
    """Join what stands on one baseline without a gap."""
    lines: list[list[Char]] = []
    for char in sorted(chars, key=lambda one: (one.y, one.x)):
        if lines and char.y - lines[-1][0].y < _SAME_LINE:
            lines[-1].append(char)
        else:
            lines.append([char])
    return [word for line in lines for word in _split(sorted(line, key=lambda one: one.x))]


def _split(line: list[Char]) -> list[Word]:
    groups = [[line[0]]]
    for char in line[1:]:
        last = groups[-1][-1]
        gap = char.x - last.x - last.width
        if gap < _JOINED * max(char.size, last.size) and char.x > last.x:
            groups[-1].append(char)
        else:
            groups.append([char])
    return [Word("".join(c.text for c in g), g[0].x, g[0].y, tuple(g)) for g in groups]
