"""The content of one PDF page: lines, areas, glyphs and pictures in the sheet's own measures.

Places are points of the sheet, down and to the right of the current origin; the ink turns and
scales them for a reportlab canvas, and tells the canvas only what changes.  A page of a list has
a thousand pieces of text: their operators are written here, where the canvas would take ten times
as long for each (docs/performance.md).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from math import cos, radians, sin
from typing import Any, NamedTuple

from reportlab.pdfgen.canvas import Canvas

from app.documents.print.embedded_font import embedded
from app.documents.print.lines import Run
from app.documents.typeface import Typeface

_SLANT = 0.25
_SYNTHETIC_BOLD = 1 / 35
_HAIR = 0.0005
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
        self._text: list[str] = []
        self._font: tuple[Typeface | None, float] = (None, 0.0)
        self._stretch = 1.0
        self._codes: dict[Typeface, tuple[str, dict[str, str]]] = {}
        self.texts: dict[str, None] = {}
        """Every character that was drawn, with its selector, in the order of the first time."""

    def origin(self, x: float, y: float, scale: float) -> None:
        """Set where (0, 0) lies on the paper, from its top left corner, and the scale."""
        self._x, self._y, self._scale = x, y, scale

    def finish(self) -> None:
        """Hand the page to the document."""
        self._end_text()
        self._canvas.showPage()

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Return where a place of the sheet lies on the canvas."""
        return (
            round(self._x + x * self._scale, 2),
            round(self._height - self._y - y * self._scale, 2),
        )

    def _box(
        self, x: float, y: float, width: float, height: float
    ) -> tuple[float, float, float, float]:
        wide, high = round(width * self._scale, 2), round(height * self._scale, 2)
        return (*self.at(x, y + height), wide, high)

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

    def turn(self, x: float, y: float, degrees: float, *, mirrored: bool, flipped: bool) -> None:
        """Turn what follows clockwise about a point, until ``restore``.

        Before it is turned it is ``mirrored`` from left to right and ``flipped`` upside down.
        """
        self._end_text()
        self._kept.append(self._now)
        self._canvas.saveState()
        across, up = self.at(x, y)
        self._canvas.translate(across, up)
        self._canvas.rotate(-degrees)
        self._canvas.scale(-1 if mirrored else 1, -1 if flipped else 1)
        self._canvas.translate(-across, -up)

    def fade(self, alpha: float) -> None:
        """Let what lies behind shine through what follows, until ``restore``."""
        self._end_text()
        self._kept.append(self._now)
        self._canvas.saveState()
        if alpha < 1:
            self._canvas.setFillAlpha(alpha)

    @contextmanager
    def aside(self) -> Iterator[Canvas]:
        """Lend the canvas; what is set on it, holds no longer than the loan."""
        self._end_text()
        self._canvas.saveState()
        yield self._canvas
        self._canvas.restoreState()

    @property
    def scale(self) -> float:
        """Return how large a point of the sheet is on the paper."""
        return self._scale

    def restore(self) -> None:
        """End a clip, a turn or a fading."""
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
        self._canvas.line(*self.at(x0, y0), *self.at(x1, y1))

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

    def glyphs(self, pen: Pen, x: float, y: float, runs: Sequence[Run]) -> None:
        """Draw runs of one font, one after another from a baseline's start."""
        size = pen.size * self._scale
        if size < _HAIR:
            return
        for_bold = pen.bold and not all(run.face.bold for run in runs)
        if for_bold:
            self._embolden(pen.colour, size)
        scale = self._scale
        at = _matrix(pen, self._x + x * scale, self._height - self._y - y * scale)
        for run in runs:
            codes = self._begun_text(pen.colour, run.face, size)
            if at:
                self._text.append(at)
                at = ""
            self.texts.update(dict.fromkeys(run.texts))
            bold = for_bold and not run.face.bold
            self._show(run, [codes[text] for text in run.texts], bold=bold)

    def _show(self, run: Run, codes: list[str], *, bold: bool) -> None:
        written = self._text
        if run.stretch != self._stretch:
            self._stretch = run.stretch
            written.append(f"{100 * run.stretch:.2f} Tz")
        if bold:
            written.append("2 Tr")
        if run.gaps:
            written += _spaced(codes, run.gaps, self._scale / run.stretch)
        else:
            written.append(f"<{''.join(codes)}> Tj")
        if bold:
            written.append("0 Tr")

    def _embolden(self, colour: str, size: float) -> None:
        """Set the line that makes glyphs bold where the font has no bold face."""
        width = round(size * _SYNTHETIC_BOLD, 3)
        if self._now[1:] != (colour, width, _BUTT, ()):
            self._end_text()
            self._stroke_with(colour, width, _BUTT, ())

    def _begun_text(self, colour: str, face: Typeface, size: float) -> dict[str, str]:
        """Begin a text if none is open, set colour and font, and return the font's codes."""
        if not self._text:
            self._text.append("BT")
            self._font = (None, 0.0)
        if colour != self._now.fill:
            self._text.append(_FILL.format(*_rgb(colour)))
            self._now = self._now._replace(fill=colour)
        if face not in self._codes:
            self._codes[face] = self._embed(face)
        name, codes = self._codes[face]
        if self._font != (face, size):
            self._font = (face, size)
            self._text.append(f"{name} {size:.4g} Tf")
        return codes

    def _embed(self, face: Typeface) -> tuple[str, dict[str, str]]:
        """Have a face embedded; its name on pages, and its codes."""
        document = self._canvas._doc  # noqa: SLF001 - what reportlab's own text objects do
        font = embedded(face)
        return font.getSubsetInternalName(0, document), font.codes(document)

    def _end_text(self) -> None:
        if self._text:
            self._text.append("ET" if self._stretch == 1 else "100 Tz ET")
            self._stretch = 1.0
            self._canvas._code.append("\n".join(self._text))  # noqa: SLF001 - as above
            self._text = []


_FILL = "{:.4g} {:.4g} {:.4g} rg"


def _matrix(pen: Pen, x: float, y: float) -> str:
    """Return the operator that puts, slants and turns what is shown next."""
    if pen.turn:
        slant = _SLANT if pen.italic else 0
        a, b = cos(radians(pen.turn)), sin(radians(pen.turn))
        return f"{a:.5f} {b:.5f} {a * slant - b:.5f} {b * slant + a:.5f} {x:.2f} {y:.2f} Tm"
    return f"1 0 {_SLANT if pen.italic else 0} 1 {x:.2f} {y:.2f} Tm"


def _spaced(show: Sequence[str], gaps: Sequence[float], scale: float) -> list[str]:
    """Return the operators for codes with space between them; equal gaps go together."""
    written: list[str] = []
    start = 0
    for end in range(1, len(show) + 1):
        if end == len(show) or gaps[end] != gaps[start]:
            written.append(f"{gaps[start] * scale:.3f} Tc <{''.join(show[start:end])}> Tj")
            start = end
    return [*written, "0 Tc"]


@lru_cache(maxsize=200)
def _rgb(colour: str) -> tuple[float, ...]:
    return tuple(round(int(colour[at : at + 2], 16) / 255, 3) for at in (0, 2, 4))
