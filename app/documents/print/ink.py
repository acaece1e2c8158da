"""The content of one PDF page: lines, areas, glyphs and pictures in the sheet's own measures.

Places are points of the sheet, down and to the right of the current origin; the ink turns and
scales them for a reportlab canvas, and tells the canvas only what changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby
from math import cos, radians, sin
from typing import Any, NamedTuple

from reportlab.pdfgen.canvas import Canvas

from app.documents.fonts import Glyph
from app.documents.print.embedded_font import font_name

_SLANT = 0.25
_SYNTHETIC_BOLD = 1 / 35
_HAIR = 0.0005
_FILLED, _FILLED_AND_STROKED = 0, 2
_SQUARE, _BUTT = 2, 0


class Pen(NamedTuple):
    """How glyphs are drawn; ``size`` in points, ``turn`` in degrees anticlockwise."""

    size: float
    colour: str
    bold: bool = False
    italic: bool = False
    turn: float = 0


class _Settings(NamedTuple):
    """What the canvas draws with at present."""

    fill: str = "000000"
    stroke: str = "000000"
    width: float = 1
    cap: int = _BUTT
    dash: tuple[float, ...] = ()


class Ink:
    """Draws one page."""

    def __init__(self, canvas: Canvas, height: float) -> None:
        """Begin a page of ``height`` points."""
        self._canvas, self._height = canvas, height
        self._x = self._y = 0.0
        self._scale = 1.0
        self._now = _Settings()
        self._kept: list[_Settings] = []
        self._text: Any = None
        self._font = ("", 0.0)
        self.texts: dict[str, None] = {}
        """Every text that was drawn, in the order of the first time."""

    def origin(self, x: float, y: float, scale: float) -> None:
        """Set where (0, 0) lies on the paper, from its top left corner, and the scale."""
        self._x, self._y, self._scale = x, y, scale

    def finish(self) -> None:
        """Hand the page to the document."""
        self._end_text()
        self._canvas.showPage()

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return (
            round(self._x + x * self._scale, 2),
            round(self._height - self._y - y * self._scale, 2),
        )

    def _box(
        self, x: float, y: float, width: float, height: float
    ) -> tuple[float, float, float, float]:
        wide, high = round(width * self._scale, 2), round(height * self._scale, 2)
        return (*self._at(x, y + height), wide, high)

    def area(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Fill a rectangle."""
        self._end_text()
        if colour != self._now.fill:
            self._canvas.setFillColorRGB(*_rgb(colour))
            self._now = self._now._replace(fill=colour)
        self._canvas.rect(*self._box(x, y, width, height), stroke=0, fill=1)

    def clip(self, x: float, y: float, width: float, height: float) -> None:
        """Keep what follows inside a rectangle, until ``restore``."""
        self._end_text()
        self._kept.append(self._now)
        self._canvas.saveState()
        path = self._canvas.beginPath()
        path.rect(*self._box(x, y, width, height))
        self._canvas.clipPath(path, stroke=0, fill=0)

    def restore(self) -> None:
        """End a clip."""
        self._end_text()
        self._now = self._kept.pop()
        self._canvas.restoreState()

    def line(
        self, x0: float, y0: float, x1: float, y1: float, *,
        width: float, colour: str, dash: Sequence[float] = (), square: bool = False,
    ) -> None:  # fmt: skip
        """Draw a line; ``square`` ends reach half the width further, so corners close."""
        self._end_text()
        pattern = tuple([part * self._scale for part in dash])
        self._stroke_with(colour, width * self._scale, _SQUARE if square else _BUTT, pattern)
        self._canvas.line(*self._at(x0, y0), *self._at(x1, y1))

    def _stroke_with(self, colour: str, width: float, cap: int, dash: tuple[float, ...]) -> None:
        wanted = _Settings(self._now.fill, colour, width, cap, dash)
        now, canvas = self._now, self._canvas
        if wanted == now:
            return
        if colour != now.stroke:
            canvas.setStrokeColorRGB(*_rgb(colour))
        if width != now.width:
            canvas.setLineWidth(width)
        if cap != now.cap:
            canvas.setLineCap(cap)
        if dash != now.dash:
            canvas.setDash(dash)
        self._now = wanted

    def picture(self, image: Any, x: float, y: float, width: float, height: float) -> None:
        """Draw a picture as reportlab reads it; the document keeps it once."""
        self._end_text()
        self._canvas.drawImage(image, *self._box(x, y, width, height), mask="auto")

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
        bold = pen.bold and not face.bold
        if bold:
            self._end_text()
            self._stroke_with(pen.colour, size * _SYNTHETIC_BOLD, _BUTT, ())
        text = self._begun_text(pen.colour, font_name(face), size)
        _place(text, pen, self._at(x, y), round(stretch, 4))
        if bold:
            text.setTextRenderMode(_FILLED_AND_STROKED)
        self._show(text, placed, self._scale / stretch)
        if bold:
            text.setTextRenderMode(_FILLED)

    def _begun_text(self, colour: str, font: str, size: float) -> Any:
        """Return the text object that is open, or a new one, set to a colour and a font."""
        if self._text is None:
            self._text, self._font = self._canvas.beginText(), ("", 0.0)
        if colour != self._now.fill:
            self._text.setFillColorRGB(*_rgb(colour))
            self._now = self._now._replace(fill=colour)
        if self._font != (font, size):
            self._font = (font, size)
            self._text.setFont(font, size)
        return self._text

    def _end_text(self) -> None:
        if self._text is not None:
            self._canvas.drawText(self._text)
            self._text = None

    def _show(self, text: Any, placed: Iterable[tuple[Glyph, float]], scale: float) -> None:
        shown = [
            (gap, "".join([glyph.text for glyph, _ in part]))
            for gap, part in groupby(placed, key=_gap)
        ]
        for gap, part in shown:
            if gap:
                text.setCharSpace(gap * scale)
            text.textOut(part)
            if gap:
                text.setCharSpace(0)
            self.texts[part] = None


def _place(text: Any, pen: Pen, place: tuple[float, float], stretch: float) -> None:
    slant = _SLANT if pen.italic else 0
    if pen.turn:
        across, up = cos(radians(pen.turn)), sin(radians(pen.turn))
        a, b = across * stretch, up * stretch
        text.setTextTransform(a, b, across * slant - up, up * slant + across, *place)
    elif stretch < 1 or slant:
        text.setTextTransform(stretch, 0, slant, 1, *place)
    else:
        text.setTextOrigin(*place)


def _gap(item: tuple[Glyph, float]) -> float:
    return item[1]


@lru_cache(maxsize=200)
def _rgb(colour: str) -> tuple[float, ...]:
    return tuple(round(int(colour[at : at + 2], 16) / 255, 3) for at in (0, 2, 4))
