"""The content of one PDF page: lines, areas, glyphs and pictures in the sheet's own measures.

Places are points of the sheet, down and to the right of the current origin; the ink turns and
scales them.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians, sin
from typing import NamedTuple

from app.documents.fonts import Glyph
from app.documents.print.embedding import Fonts

_SLANT = 0.25
_SYNTHETIC_BOLD = 1 / 35
_HAIR = 0.0005


class Pen(NamedTuple):
    """How glyphs are drawn; ``size`` in points, ``turn`` in degrees anticlockwise."""

    size: float
    colour: str
    bold: bool = False
    italic: bool = False
    turn: float = 0


class Ink:
    """Collects the operators of one page."""

    def __init__(self, height: float, fonts: Fonts) -> None:
        """Begin a page of ``height`` points."""
        self._height, self._fonts = height, fonts
        self._x = self._y = 0.0
        self._scale = 1.0
        self._parts: list[str] = []
        self._fill = self._stroke = "000000"
        self._kept: list[tuple[str, str]] = []

    def origin(self, x: float, y: float, scale: float) -> None:
        """Set where (0, 0) lies on the paper, from its top left corner, and the scale."""
        self._x, self._y, self._scale = x, y, scale

    def content(self) -> bytes:
        """Return the page's content."""
        return "\n".join(self._parts).encode("ascii")

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return self._x + x * self._scale, self._height - self._y - y * self._scale

    def _box(self, x: float, y: float, width: float, height: float) -> str:
        left, bottom = self._at(x, y + height)
        return f"{left:.2f} {bottom:.2f} {width * self._scale:.2f} {height * self._scale:.2f} re"

    def area(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Fill a rectangle."""
        self._fill_with(colour)
        self._parts.append(f"{self._box(x, y, width, height)} f")

    def clip(self, x: float, y: float, width: float, height: float) -> None:
        """Keep what follows inside a rectangle, until ``restore``."""
        self._kept.append((self._fill, self._stroke))
        self._parts.append(f"q {self._box(x, y, width, height)} W n")

    def restore(self) -> None:
        """End a clip."""
        self._fill, self._stroke = self._kept.pop()
        self._parts.append("Q")

    def line(
        self, x0: float, y0: float, x1: float, y1: float, *,
        width: float, colour: str, dash: Sequence[float] = (), square: bool = False,
    ) -> None:  # fmt: skip
        """Draw a line; ``square`` ends reach half the width further, so corners close."""
        self._stroke_with(colour)
        from_x, from_y = self._at(x0, y0)
        to_x, to_y = self._at(x1, y1)
        pattern = " ".join(f"{part * self._scale:.2f}" for part in dash)
        self._parts.append(
            f"{width * self._scale:.3f} w {2 if square else 0} J [{pattern}] 0 d "
            f"{from_x:.2f} {from_y:.2f} m {to_x:.2f} {to_y:.2f} l S"
        )

    def picture(self, name: str, x: float, y: float, width: float, height: float) -> None:
        """Draw an image object of the document."""
        left, bottom = self._at(x, y + height)
        across, down = width * self._scale, height * self._scale
        self._parts.append(f"q {across:.2f} 0 0 {down:.2f} {left:.2f} {bottom:.2f} cm {name} Do Q")

    def glyphs(
        self, pen: Pen, x: float, y: float, placed: Sequence[tuple[Glyph, float]], stretch: float
    ) -> None:
        """Draw glyphs of one face from a baseline's start.

        Each comes with the extra space after it, in points; ``stretch`` squeezes them all (at
        most 1).
        """
        face = placed[0][0].face
        size = pen.size * self._scale
        if size < _HAIR or stretch < _HAIR:
            return
        self._fill_with(pen.colour)
        bold = pen.bold and not face.bold
        begin = "BT"
        if bold:
            self._stroke_with(pen.colour)
            begin = f"{size * _SYNTHETIC_BOLD:.3f} w [] 0 d BT 2 Tr"
        end = "0 Tr ET" if bold else "ET"
        shown = self._shown(placed, pen.size * stretch)
        self._parts.append(
            f"{begin} {self._fonts.tag(face)} {size:.3f} Tf {self._matrix(pen, x, y, stretch)} Tm "
            f"{shown} {end}"
        )

    def _matrix(self, pen: Pen, x: float, y: float, stretch: float) -> str:
        left, base = self._at(x, y)
        slant = _SLANT if pen.italic else 0
        if not pen.turn:
            return f"{stretch:.4g} 0 {slant:g} 1 {left:.2f} {base:.2f}"
        across, up = cos(radians(pen.turn)), sin(radians(pen.turn))
        a, b = across * stretch, up * stretch
        c, d = across * slant - up, up * slant + across
        return f"{a:.5f} {b:.5f} {c:.5f} {d:.5f} {left:.2f} {base:.2f}"

    def _shown(self, placed: Sequence[tuple[Glyph, float]], width: float) -> str:
        code = self._fonts.code
        if not any(gap for _, gap in placed):
            return f"<{''.join(code(glyph) for glyph, _ in placed)}> Tj"
        parts = []
        for glyph, gap in placed:
            parts.append(f"<{code(glyph)}>")
            if gap:
                parts.append(f"{-1000 * gap / width:.2f}")
        return f"[{''.join(parts)}] TJ"

    def _fill_with(self, colour: str) -> None:
        if colour != self._fill:
            self._fill = colour
            self._parts.append(f"{_rgb(colour)} rg")

    def _stroke_with(self, colour: str) -> None:
        if colour != self._stroke:
            self._stroke = colour
            self._parts.append(f"{_rgb(colour)} RG")


def _rgb(colour: str) -> str:
    return " ".join(f"{int(colour[at : at + 2], 16) / 255:.3g}" for at in (0, 2, 4))
