"""Furigana above the text of a cell: each reading over the characters it belongs to.

As in Excel the text itself stays where it is: a reading wider than its characters pushes the next
one to the right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, groupby
from typing import NamedTuple

from app.documents.fonts import ASCENT, DESCENT, chain, clusters
from app.documents.print.content import Content
from app.documents.print.ink import Ink
from app.documents.print.lines import Line, atoms_of
from app.documents.print.setting import Window, set_line
from app.documents.print.spreading import spread
from app.documents.sheet.look import Font


class PlacedLine(NamedTuple):
    """A line as it was drawn: where it begins, the space after its atoms, its baseline."""

    line: Line
    x: float
    gaps: Sequence[float]
    y: float


class _Piece(NamedTuple):
    """A reading, or the part of one that belongs to one line, over atoms ``first`` to ``last``."""

    line: int
    first: int
    last: int
    text: str


def set_furigana(
    ink: Ink, content: Content, lines: Sequence[PlacedLine], scale: float, window: Window
) -> None:
    """Draw the readings of a text over its lines, in their order."""
    furigana = content.furigana
    if furigana is None:
        return
    font = replace(furigana.font, size=furigana.font.size * scale, underline="", strike=False)
    places = list(_units(content.runs, lines))
    pieces = [piece for reading in furigana.readings for piece in _pieces(*reading, places)]
    for at, group in groupby(sorted(pieces), key=lambda piece: piece.line):
        _set_over(ink, lines[at], list(group), (font, furigana.side), window)


def _units(runs: Sequence[tuple[str, Font]], lines: Sequence[PlacedLine]) -> Iterator[list[int]]:
    """Yield for each line which UTF-16 unit of the text each of its atoms begins at."""
    parts: list[list[int]] = [[]]
    unit = 0
    for text, font in runs:
        glyph_of = chain(font.name, bold=font.bold).glyph
        for cluster in clusters(text):
            if cluster == "\n" and any(each.line.last for each in lines[:-1]):
                parts.append([])
            elif glyph_of(cluster):
                parts[-1].append(unit)
            unit += len(cluster.encode("utf-16-le", "surrogatepass")) // 2
    part = 0
    for each in lines:
        line = each.line
        yield parts[min(part, len(parts) - 1)][line.start : line.start + len(line.atoms)]
        part += line.last


def _pieces(start: int, end: int, text: str, places: Sequence[Sequence[int]]) -> Iterator[_Piece]:
    """Yield a reading line by line; over a break its text is divided as its characters are."""
    under = [
        (line, [at for at, unit in enumerate(units) if start <= unit < end])
        for line, units in enumerate(places)
    ]
    under = [(line, atoms) for line, atoms in under if atoms]
    counts = [len(atoms) for _, atoms in under]
    ends = [round(len(text) * done / sum(counts)) for done in accumulate(counts)]
    for (line, atoms), begin, stop in zip(under, [0, *ends], ends, strict=False):
        if text[begin:stop]:
            yield _Piece(line, atoms[0], atoms[-1], text[begin:stop])


def _set_over(
    ink: Ink, base: PlacedLine, pieces: Sequence[_Piece], how: tuple[Font, str], window: Window
) -> None:
    font, side = how
    high = max(atom.size for atom in base.line.atoms)
    y = base.y - ASCENT * high - DESCENT * font.size
    edges = _edges(base)
    free = base.x
    for piece in pieces:
        line = Line(atoms_of(piece.text, font), last=True)
        left, right = edges[piece.first][0], edges[piece.last][1]
        spare = right - left - line.width
        start, gaps = {
            "center": (left + spare / 2, ()),
            "noControl": (free, ()),
            "distributed": _shifted(left, spread(line, spare, ends=False)),
        }.get(side, (left, ()))
        start = max(start, free)
        set_line(ink, line, start, y, gaps=gaps, window=window)
        free = start + line.width + sum(gaps)


def _shifted(left: float, placed: tuple[float, Sequence[float]]) -> tuple[float, Sequence[float]]:
    return left + placed[0], placed[1]


def _edges(base: PlacedLine) -> list[tuple[float, float]]:
    """Return where each atom of a line begins and ends."""
    found = []
    x = base.x
    for place, atom in enumerate(base.line.atoms):
        found.append((x, x + atom.width))
        x += atom.width + (base.gaps[place] if base.gaps else 0.0)
    return found
