"""Vertical writing (縦書き): letter under letter, the first column at the right.

As in Excel every character stands upright in a square of its own, Latin letters too.  A column
ends with its paragraph, or when it is full, in cells that wrap.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from app.documents.fonts import ASCENT, chain
from app.documents.print.content import Content
from app.documents.print.fitting import SMALLEST, wraps
from app.documents.print.ink import Ink
from app.documents.print.lines import Atom, Line, runs_of_paragraphs, size_of, wrapped
from app.documents.print.rules import Rules
from app.documents.print.setting import set_line
from app.documents.sheet.look import Font, Look

STACKED = 255
_SPREAD = {"distributed", "justify"}


class Rectangle(Protocol):
    """Where the cell lies."""

    @property
    def x(self) -> float: ...
    @property
    def y(self) -> float: ...
    @property
    def width(self) -> float: ...
    @property
    def height(self) -> float: ...


def set_stacked(ink: Ink, rules: Rules, content: Content, look: Look, box: Rectangle) -> None:
    """Draw a cell's text letter under letter, aligned both ways and clipped to its cell."""
    columns = columns_of(content, look, box.height - 2 * rules.edge_padding, rules)
    ink.clip(box.x, box.y, box.width, box.height)
    for column, middle in zip(columns, _middles(columns, look, box, rules), strict=True):
        if middle + breadth(column, look.font) / 2 > box.x:
            _draw(ink, column, middle, look, box, rules.edge_padding)
    ink.restore()


def columns_of(content: Content, look: Look, height: float, rules: Rules) -> list[Line]:
    """Return the columns of a cell; the width of an atom and a line is its height here."""
    parts = [
        [atom for text, font in runs for atom in _squares(text, font)]
        for runs in runs_of_paragraphs(content.runs)
    ]
    if wraps(look):
        return wrapped(parts, height, kinsoku=rules.kinsoku)
    atoms = [atom for part in parts for atom in part]
    whole = sum(atom.width for atom in atoms)
    if look.shrink and whole > height > 0:
        scale = max(height / whole, SMALLEST)
        atoms = [atom._replace(size=atom.size * scale, width=atom.width * scale) for atom in atoms]
    return [Line(atoms, last=True)]


def _squares(text: str, font: Font) -> list[Atom]:
    size = size_of(font)
    glyphs = chain(font.name, bold=font.bold).upright(text)
    return [Atom(glyph, font, size, size) for glyph in glyphs]


def breadth(column: Line, font: Font) -> float:
    """Return how wide a column is: its largest letter."""
    return max((atom.size for atom in column.atoms), default=font.size)


def _middles(columns: Sequence[Line], look: Look, box: Rectangle, rules: Rules) -> list[float]:
    """Return the middle line of each column, from the right to the left."""
    wide = [breadth(column, look.font) for column in columns]
    spare = box.width - 2 * rules.side_padding - sum(wide)
    right, gap = box.x + box.width - rules.side_padding, 0.0
    if look.horizontal == "left":
        right -= spare
    elif look.horizontal in _SPREAD and len(columns) > 1:
        gap = max(spare, 0) / (len(columns) - 1)
    elif look.horizontal != "right":
        right -= spare / 2
    middles = []
    for own in wide:
        middles.append(right - own / 2)
        right -= own + gap
    return middles


def _draw(
    ink: Ink, column: Line, middle: float, look: Look, box: Rectangle, padding: float
) -> None:  # fmt: skip
    """Draw the letters of a column; those below the cell would be text that nobody sees."""
    atoms, top, gap = column.atoms, box.y + padding, 0.0
    spare = max(box.height - 2 * padding - column.width, 0)
    spread = look.vertical == "distributed" or (look.vertical == "justify" and not column.last)
    if spread and len(atoms) > 1:
        gap = spare / (len(atoms) - 1)
    elif look.vertical in {"center", "distributed"}:
        top += spare / 2
    elif look.vertical == "bottom":
        top += spare
    for atom in atoms:
        if top >= box.y + box.height:
            return
        width = atom.glyph.advance * atom.size
        own = Line([atom._replace(width=width)], last=True)
        set_line(ink, own, middle - width / 2, top + ASCENT * atom.size)
        top += atom.width + gap
