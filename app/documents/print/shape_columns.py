"""The text of a shape in columns (縦書き): from the right, Japanese upright, Latin turned."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple, Protocol

from app.documents.fonts import ASCENT, DESCENT, chain
from app.documents.print.ink import Ink
from app.documents.print.lines import Atom, Line, atoms_of, is_wide, size_of
from app.documents.print.setting import Turn, set_line
from app.documents.print.spreading import place_line
from app.documents.sheet.look import Font, Look
from app.documents.sheet.shape_text import Body

TURNED, UPRIGHT = {"eaVert", "mongolianVert"}, {"wordArtVert", "wordArtVertRtl"}
COLUMNS = TURNED | UPRIGHT
_FROM_LEFT = {"wordArtVert", "mongolianVert"}
_CLOCKWISE = -90.0
_PLAIN = Look()


class Rectangle(Protocol):
    """The room of the text."""

    @property
    def x(self) -> float: ...
    @property
    def y(self) -> float: ...
    @property
    def width(self) -> float: ...
    @property
    def height(self) -> float: ...


class Column(NamedTuple):
    """A column: the width of its line and atoms is their height here."""

    line: Line
    breadth: float
    side: str


def column_atoms(body: Body, text: str, font: Font) -> list[Atom]:
    """Return the atoms of a text that runs down; Latin ones as wide as they are level."""
    found: list[Atom] = []
    size = size_of(font) * body.scale
    for wide, part in groupby(text, key=is_wide):
        letters = "".join(part)
        if wide or body.direction in UPRIGHT:
            glyphs = chain(font.name, bold=font.bold).upright(letters)
            found += [Atom(glyph, font, size, size) for glyph in glyphs]
        else:
            found += atoms_of(letters, font, body.scale)
    return found


def draw_columns(ink: Ink, body: Body, columns: Sequence[Column], room: Rectangle) -> None:
    """Draw columns side by side; the body's anchor says to which side they go."""
    spare = room.width - sum(column.breadth for column in columns)
    start = {"ctr": spare / 2, "b": spare}.get(body.anchor, 0.0)
    for column in columns:
        middle = start + column.breadth / 2
        x = room.x + middle if body.direction in _FROM_LEFT else room.x + room.width - middle
        _draw(ink, body, column, x, room)
        start += column.breadth


def _draw(ink: Ink, body: Body, column: Column, middle: float, room: Rectangle) -> None:
    down, gaps = place_line(column.line, column.side, room.height, _PLAIN)
    y, place = room.y + down, 0
    for upright, group in groupby(column.line.atoms, key=lambda atom: _stands(body, atom)):
        atoms = list(group)
        spaces = list(gaps[place : place + len(atoms)]) or [0.0] * len(atoms)
        if upright:
            _draw_upright(ink, atoms, spaces, middle, y)
        else:
            x = middle - (ASCENT - DESCENT) / 2 * atoms[0].size
            turn = Turn(_CLOCKWISE, x, y)
            set_line(ink, Line(atoms, last=True), 0, 0, gaps=spaces, turn=turn)
        y += sum(atom.width for atom in atoms) + sum(spaces)
        place += len(atoms)


def _stands(body: Body, atom: Atom) -> bool:
    return body.direction in UPRIGHT or is_wide(atom.glyph.text[0])


def _draw_upright(
    ink: Ink, atoms: Sequence[Atom], spaces: Sequence[float], middle: float, y: float
) -> None:
    for atom, space in zip(atoms, spaces, strict=True):
        wide = atom.glyph.advance * atom.size
        line = Line([atom._replace(width=wide)], last=True)
        set_line(ink, line, middle - wide / 2, y + ASCENT * atom.size)
        y += atom.width + space
