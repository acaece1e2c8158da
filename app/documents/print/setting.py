"""A line of atoms put on the paper: squeezed, underlined, and only where it can be seen."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians, sin
from typing import NamedTuple

from app.documents.print.ink import Ink, Pen
from app.documents.print.lines import Atom, Line, Run, runs_of

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
    if gaps:
        _set_spaced(ink, line.atoms, x, y, gaps, window, turn)
        return
    if x < window.left or x + line.width > window.right:
        x, line = _seen(line.atoms, x, window)
    for run in line.runs:
        _set_run(ink, run, (), x + run.start, y, turn)


def _seen(atoms: Sequence[Atom], x: float, window: Window) -> tuple[float, Line]:
    """Return the atoms of which something can be seen, and where they begin."""
    first, start, shown = 0, x, 0
    for place, atom in enumerate(atoms):
        if x + atom.width > window.left and x < window.right:
            if not shown:
                first, start = place, x
            shown += 1
        x += atom.width
    return start, Line(atoms[first : first + shown], last=True)


def _set_spaced(
    ink: Ink, atoms: Sequence[Atom], x: float, y: float, gaps: Sequence[float],
    window: Window, turn: Turn,
) -> None:  # fmt: skip
    start, first, shown = x, 0, 0
    for place, (atom, gap) in enumerate(zip(atoms, gaps, strict=True)):
        if x + atom.width > window.left and x < window.right:
            if not shown:
                first, start = place, x
            shown += 1
        x += atom.width + gap
    end = first
    for run in runs_of(atoms[first : first + shown]):
        spaces = gaps[end : end + len(run.texts)]
        before = sum(gaps[first:end])
        _set_run(ink, run, spaces, start + run.start + before, y, turn)
        end += len(run.texts)


def _set_run(ink: Ink, run: Run, gaps: Sequence[float], start: float, y: float, turn: Turn) -> None:
    first = run.first
    font, size = first.font, first.size
    baseline = y + font.size * _RAISE[font.raised] if font.raised else y
    pen = Pen(size, font.colour, font.bold, font.italic, turn.angle)
    x, down = turn.place(start, baseline) if turn.angle else (start + turn.x, baseline + turn.y)
    spaces = gaps if any(gaps) else ()
    ink.glyphs(pen, first.glyph.face, x, down, run.texts, run.stretch, spaces)
    if font.underline or font.strike:
        end = start + run.width + sum(gaps[:-1])
        for height in _rules(first):
            ends = (turn.place(place, baseline + height * size) for place in (start, end))
            (x0, y0), (x1, y1) = ends
            ink.line(x0, y0, x1, y1, width=size * _RULE, colour=font.colour)


def _rules(atom: Atom) -> list[float]:
    font = atom.font
    heights = [_UNDERLINE] if font.underline else []
    heights += [_SECOND] if font.underline.startswith("double") else []
    return heights + ([_STRIKE] if font.strike else [])
