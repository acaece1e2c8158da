"""Heights of rows for which the file gives none: Excel fits them to their text when it opens it.

A row that Excel has saved at the usual height has no height in the file either; there the text
fits, and the usual height comes out again.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from math import ceil

from app.documents.named_fonts import named_font
from app.documents.print.content import content_of
from app.documents.print.fitting import wraps
from app.documents.print.lines import Line, paragraphs, wrapped
from app.documents.print.rules import Rules
from app.documents.sheet.cells import Row
from app.documents.sheet.look import Font, Look, Value
from app.documents.sheet.worksheet import Worksheet

_PIXEL = 0.75
TALLEST = 409.5
_BITMAPS = frozenset({"ms", "fixed"})


def line_height(font: Font) -> float:
    """Return the height of a row that holds one line of a font."""
    height = font.size * named_font(font.name).line
    return ceil(height / _PIXEL - 0.01) * _PIXEL


def printed_share(font: Font) -> float:
    """Return how much of its height a row has in print, by the workbook's default font.

    Excel scales rows by the ratio of that font's height in print to its height on the screen
    (Microsoft's article 214278).  On the screen the MS fonts are bitmaps, at 11 points as large as
    at 12: the ratio is taken to be that of their digits, half as wide as high in print and whole
    pixels on the screen.  At 11 points it agrees with the scale that Excel stored in a form fitted
    to one page; other sizes, and fonts that the screen does not draw larger, nobody has measured.
    """
    if named_font(font.name).kind not in _BITMAPS or not _is_ms(font.name):
        return 1.0
    digit = font.size / _PIXEL / 2
    return digit / ceil(round(font.size / _PIXEL) / 2) if digit else 1.0


def _is_ms(name: str) -> bool:
    return unicodedata.normalize("NFKC", name).replace(" ", "").lower().startswith("ms")


def fitted_height(
    sheet: Worksheet, row: Row, is_merged: Callable[[int], bool],
    width: Callable[[int], float], rules: Rules,
) -> float:  # fmt: skip
    """Return the height of a row that fits its text, the usual height at least.

    As in Excel, merged cells do not count.
    """
    height = sheet.default_height
    for column, cell in row.cells.items():
        if cell.value is None or is_merged(column):
            continue
        look = sheet.styles.look(cell.style)
        if isinstance(cell.value, tuple) or (isinstance(cell.value, str) and wraps(look)):
            height = max(height, text_height(cell.value, look, width(column), rules))
        else:
            height = max(height, line_height(look.font))
    return min(height, TALLEST)


def text_height(value: Value, look: Look, width: float, rules: Rules) -> float:
    """Return the height of all lines of a text, each as high as its highest font, with furigana."""
    content = content_of(value, look)
    above = line_height(content.furigana.font) if content.furigana else 0.0
    if not wraps(look) or width <= 0 or look.rotation:
        return above + max(line_height(font) for _, font in content.runs)
    inner = max(width - 2 * rules.side_padding, 1)
    lines = wrapped(paragraphs(content.runs), inner, kinsoku=rules.kinsoku)
    return sum(above + _line(line, look.font) for line in lines)


def _line(line: Line, usual: Font) -> float:
    fonts = {id(atom.font): atom.font for atom in line.atoms}.values()
    return max((line_height(font) for font in fonts), default=line_height(usual))
