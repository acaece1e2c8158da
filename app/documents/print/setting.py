"""A line of atoms put on the paper: squeezed, underlined, and only where it can be seen."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from math import cos, radians, sin
from typing import NamedTuple

from app.documents.print.ink import Ink, Pen
from app.documents.print.lines import Atom, is_wide

_UNDERLINE, _SECOND, _STRIKE = 0.1, 0.19, -0.3
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
    atoms: Sequence[Atom],
    x: float,
    y: float,
    *,
    gaps: Sequence[float] = (),
    window: Window = EVERYWHERE,
    turn: Turn = LEVEL,
) -> None:
    """Draw atoms from ``x`` on the baseline ``y``; ``gaps`` is the extra space after each.

    What lies wholly outside the window is not written: it could not be seen, and yet be copied.
    """
    placed = []
    for atom, gap in zip(atoms, gaps or [0.0] * len(atoms), strict=True):
        if x + atom.width > window.left and x < window.right:
            placed.append((x, atom, gap))
        x += atom.width + gap
    for _, group in groupby(placed, key=_alike):
        _set_run(ink, list(group), y, turn)


def _alike(item: tuple[float, Atom, float]) -> tuple[object, ...]:
    """Return what the glyphs of a run share; squeezed letters apart from kanji.

    Runs are as long as can be: some readers take every piece of one glyph for a line.
    """
    _, atom, _ = item
    glyph = atom.glyph
    squeezed = None if glyph.advance == glyph.natural else is_wide(glyph.text[0])
    return glyph.face.name, squeezed, atom.size, atom.font


def _set_run(ink: Ink, run: list[tuple[float, Atom, float]], y: float, turn: Turn) -> None:
    start, first, _ = run[0]
    font, size = first.font, first.size
    width = sum(atom.width for _, atom, _ in run)
    natural = sum(atom.glyph.natural for _, atom, _ in run) * size
    stretch = min(width / natural, 1.0) if natural else 1.0
    baseline = y + font.size * _RAISE.get(font.raised, 0)
    pen = Pen(size, font.colour, font.bold, font.italic, turn.angle)
    glyphs = [(atom.glyph, gap) for _, atom, gap in run]
    ink.glyphs(pen, *turn.place(start, baseline), glyphs, stretch)
    if font.underline or font.strike:
        end = start + width + sum(gap for _, _, gap in run[:-1])
        for height in _rules(first):
            ends = (turn.place(place, baseline + height * size) for place in (start, end))
            (x0, y0), (x1, y1) = ends
            ink.line(x0, y0, x1, y1, width=size * _RULE, colour=font.colour)


def _rules(atom: Atom) -> list[float]:
    font = atom.font
    heights = [_UNDERLINE] if font.underline else []
    heights += [_SECOND] if font.underline.startswith("double") else []
    return heights + ([_STRIKE] if font.strike else [])
