"""A line of atoms put on the paper: squeezed, underlined, and only where it can be seen."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians, sin
from typing import NamedTuple

from app.documents.fonts import Glyph
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
    left, right = window
    run: list[Atom] = []
    spaces: list[float] = []
    start = x
    for place, atom in enumerate(atoms):
        gap = gaps[place] if gaps else 0.0
        if x + atom.width > left and x < right:
            if run and not _alike(run[-1], atom):
                _set_run(ink, run, spaces, start, y, turn)
                run, spaces = [], []
            if not run:
                start = x
            run.append(atom)
            spaces.append(gap)
        x += atom.width + gap
    if run:
        _set_run(ink, run, spaces, start, y, turn)


def _alike(one: Atom, other: Atom) -> bool:
    """Return whether glyphs may share a run; squeezed letters go apart from kanji.

    Runs are as long as can be: some readers take every piece of one glyph for a line.
    """
    first, second = one.glyph, other.glyph
    return (
        first.face is second.face
        and one.size == other.size
        and (one.font is other.font or one.font == other.font)
        and _squeezed(first) == _squeezed(second)
    )


def _squeezed(glyph: Glyph) -> bool | None:
    return None if glyph.advance == glyph.natural else is_wide(glyph.text[0])


def _set_run(
    ink: Ink, run: list[Atom], gaps: list[float], start: float, y: float, turn: Turn
) -> None:
    first = run[0]
    font, size = first.font, first.size
    width = sum([atom.width for atom in run])
    natural = sum([atom.glyph.natural for atom in run]) * size
    stretch = min(width / natural, 1.0) if natural else 1.0
    baseline = y + font.size * _RAISE[font.raised] if font.raised else y
    pen = Pen(size, font.colour, font.bold, font.italic, turn.angle)
    x, down = turn.place(start, baseline) if turn.angle else (start + turn.x, baseline + turn.y)
    spaces = gaps if any(gaps) else ()
    ink.glyphs(pen, first.glyph.face, x, down, [atom.glyph.text for atom in run], stretch, spaces)
    if font.underline or font.strike:
        end = start + width + sum(gaps[:-1])
        for height in _rules(first):
            ends = (turn.place(place, baseline + height * size) for place in (start, end))
            (x0, y0), (x1, y1) = ends
            ink.line(x0, y0, x1, y1, width=size * _RULE, colour=font.colour)


def _rules(atom: Atom) -> list[float]:
    font = atom.font
    heights = [_UNDERLINE] if font.underline else []
    heights += [_SECOND] if font.underline.startswith("double") else []
    return heights + ([_STRIKE] if font.strike else [])
