"""A line of atoms put on the paper: squeezed, underlined, and only where it can be seen."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians, sin
from typing import NamedTuple

from app.documents.print.ink import Ink, Pen
from app.documents.print.lines import Atom, Line, Piece, pieces_of
from app.documents.sheet.look import Font

_UNDERLINE, _SECOND, _STRIKE = 0.1, 0.19, -0.3
_LOWER = 0.07
ACCOUNTING = "Accounting"
"""The end of the names of underlines that stand a little lower and go from side to side."""

_RULE = 1 / 18
_RAISE = {"superscript": -0.33, "subscript": 0.14}


class Window(NamedTuple):
    """The stretch, from left to right, outside of which nothing is seen."""

    left: float
    right: float


class Turn(NamedTuple):
    """A line turned about a point: degrees anticlockwise, and where the line's (0, 0) lies."""

    angle: float
    x: float
    y: float

    def place(self, along: float, down: float) -> tuple[float, float]:
        """Return where a point of the line lies on the sheet."""
        if not self.angle:
            return self.x + along, self.y + down
        across, up = cos(radians(self.angle)), sin(radians(self.angle))
        return self.x + along * across + down * up, self.y - along * up + down * across


EVERYWHERE = Window(float("-inf"), float("inf"))
LEVEL = Turn(0, 0, 0)


def set_line(
    ink: Ink,
    line: Line,
    x: float,
    y: float,
    *,
    gaps: Sequence[float] = (),
    window: Window = EVERYWHERE,
    turn: Turn = LEVEL,
) -> None:
    """Draw a line from ``x`` on the baseline ``y``; ``gaps`` is the extra space after each atom.

    What lies wholly outside the window is not written: it could not be seen, and yet be copied.
    """
    pieces = line.pieces if not gaps else pieces_of(line.atoms, gaps)
    end = x + line.width + sum(gaps)
    if x < window.left or end > window.right:
        x, pieces = _seen(line.atoms, gaps, x, window)
    for piece in pieces:
        _set_piece(ink, piece, x + piece.start, y, turn)


def _seen(
    atoms: Sequence[Atom], gaps: Sequence[float], x: float, window: Window
) -> tuple[float, Sequence[Piece]]:
    """Return the pieces of which something can be seen, and where they begin."""
    first, start, shown = 0, x, 0
    for place, atom in enumerate(atoms):
        if x + atom.width > window.left and x < window.right:
            if not shown:
                first, start = place, x
            shown += 1
        x += atom.width + (gaps[place] if gaps else 0)
    end = first + shown
    return start, pieces_of(atoms[first:end], gaps[first:end])


def _set_piece(ink: Ink, piece: Piece, start: float, y: float, turn: Turn) -> None:
    font, size = piece.first.font, piece.first.size
    baseline = y + font.size * _RAISE[font.raised] if font.raised else y
    pen = Pen(size, font.colour, font.bold, font.italic, turn.angle)
    ink.glyphs(pen, *turn.place(start, baseline), piece.runs)
    if font.underline or font.strike:
        ends = (start, start + piece.width)
        _rule(ink, (*_underlines(font), *_strikes(font)), piece.first, ends, baseline, turn)


def rule_off(ink: Ink, line: Line, ends: tuple[float, float], y: float) -> None:
    """Underline a line of text on the baseline ``y`` from side to side of its cell (会計)."""
    if line.atoms:
        first = line.atoms[0]
        _rule(ink, _underlines(first.font), first, ends, y, LEVEL)


def _rule(
    ink: Ink, heights: Sequence[float], atom: Atom, ends: tuple[float, float], y: float, turn: Turn
) -> None:  # fmt: skip
    size = atom.size
    for height in heights:
        (x0, y0), (x1, y1) = (turn.place(end, y + height * size) for end in ends)
        ink.line(x0, y0, x1, y1, width=size * _RULE, colour=atom.font.colour)


def _underlines(font: Font) -> tuple[float, ...]:
    lower = _LOWER if font.underline.endswith(ACCOUNTING) else 0.0
    count = 2 if font.underline.startswith("double") else min(len(font.underline), 1)
    return tuple(lower + height for height in (_UNDERLINE, _SECOND)[:count])


def _strikes(font: Font) -> tuple[float, ...]:
    return (_STRIKE,) if font.strike else ()
