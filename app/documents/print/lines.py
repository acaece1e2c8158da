"""Text as glyphs on lines: measured, and broken where Japanese may be broken (禁則)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from app.documents.fonts import Glyph, chain
from app.documents.named_fonts import named_font
from app.documents.sheet.look import Font

NOT_FIRST = frozenset(
    "、。，．・：；？！゛゜ヽヾゝゞ々ー）］｝〕〉》」』】〙〗〟’”｠»‐゠–〜～‼⁇⁈⁉,.!?:;)]}%°′″℃％‰…‥"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ｡､｣･ｧｨｩｪｫｬｭｮｯｰﾞﾟ"
)
"""No line begins with these (JIS X 4051, 行頭禁則)."""

NOT_LAST = frozenset("（［｛〔〈《「『【〘〖〝‘“｟«([{｢￥＄£＃№")
"""No line ends with these (行末禁則)."""

_BLANKS = frozenset(" \u3000")
"""Blanks at the end of a line hang over it; forms push text to the next line with them."""

_RAISED = 0.62
_SLACK = 0.01
_FIRST_WIDE = 0x2E80
_WIDE_SIGNS = range(0x2010, 0x2E80)


class Atom(NamedTuple):
    """One glyph in its font; sizes and widths in points."""

    glyph: Glyph
    font: Font
    size: float
    width: float


class Run(NamedTuple):
    """Glyphs of a line that are drawn in one go, ``start`` from the line's beginning, in points.

    ``stretch`` squeezes them to ``width``.
    """

    first: Atom
    texts: Sequence[str]
    start: float
    width: float
    stretch: float


class Line:
    """The atoms of a line; ``last`` is set on the last line of a paragraph."""

    __slots__ = ("_runs", "atoms", "last", "width")

    def __init__(self, atoms: Sequence[Atom], *, last: bool) -> None:
        """Measure what is drawn: ``width`` in points."""
        self.atoms, self.last = atoms, last
        self.width = sum([atom.width for atom in atoms])
        self._runs: tuple[Run, ...] | None = None

    @property
    def runs(self) -> tuple[Run, ...]:
        """Return the line as runs, as long as can be."""
        if self._runs is None:
            self._runs = tuple(runs_of(self.atoms))
        return self._runs


def runs_of(atoms: Sequence[Atom]) -> Iterator[Run]:
    """Yield atoms that stand side by side as runs.

    Squeezed letters go apart from kanji; else runs are as long as can be: some readers take every
    piece of one glyph for a line.
    """
    start, begin = 0.0, 0
    for end in range(1, len(atoms) + 1):
        if end == len(atoms) or not _alike(atoms[end - 1], atoms[end]):
            part = atoms[begin:end]
            width = sum([atom.width for atom in part])
            natural = sum([atom.glyph.natural for atom in part]) * part[0].size
            stretch = min(width / natural, 1.0) if natural else 1.0
            yield Run(part[0], [atom.glyph.text for atom in part], start, width, stretch)
            start += width
            begin = end


def _alike(one: Atom, other: Atom) -> bool:
    first, second = one.glyph, other.glyph
    return (
        first.face is second.face
        and one.size == other.size
        and (one.font is other.font or one.font == other.font)
        and _squeezed(first) == _squeezed(second)
    )


def _squeezed(glyph: Glyph) -> bool | None:
    return None if glyph.advance == glyph.natural else is_wide(glyph.text[0])


@lru_cache(maxsize=4_000)
def atoms_of(text: str, font: Font, scale: float = 1.0) -> tuple[Atom, ...]:
    """Return the atoms of a text in one font, made smaller by ``scale``."""
    size = font.size * scale * (_RAISED if font.raised else 1)
    glyphs = chain(font.name, bold=font.bold).glyphs(text)
    return tuple([Atom(glyph, font, size, glyph.advance * size) for glyph in glyphs])


def paragraphs(runs: Iterable[tuple[str, Font]], scale: float = 1.0) -> list[list[Atom]]:
    """Return the atoms of runs, divided at line feeds."""
    found: list[list[Atom]] = [[]]
    for text, font in runs:
        for place, part in enumerate(text.split("\n")):
            if place:
                found.append([])
            found[-1] += atoms_of(part, font, scale)
    return found


def wrapped(parts: Sequence[Sequence[Atom]], width: float, *, kinsoku: bool) -> list[Line]:
    """Break paragraphs into lines no wider than ``width``; a lone wide glyph may stick out."""
    return [line for part in parts for line in _broken(part, width, kinsoku=kinsoku)]


def _broken(atoms: Sequence[Atom], width: float, *, kinsoku: bool) -> list[Line]:
    lines: list[Line] = []
    start = 0
    while True:
        end = _fitting(atoms, start, width)
        if end >= len(atoms):
            return [*lines, Line(atoms[start:], last=True)]
        if atoms[end].glyph.text not in _BLANKS:
            end = _break_before(atoms, start, end, kinsoku=kinsoku)
        stop = end
        while end < len(atoms) and atoms[end].glyph.text in _BLANKS:
            end += 1
        while stop > start and atoms[stop - 1].glyph.text in _BLANKS:
            stop -= 1
        lines.append(Line(atoms[start:stop], last=end >= len(atoms)))
        if end >= len(atoms):
            return lines
        start = end


def _fitting(atoms: Sequence[Atom], start: int, width: float) -> int:
    used, end = 0.0, start
    while end < len(atoms) and used + atoms[end].width <= width + _SLACK:
        used += atoms[end].width
        end += 1
    return max(end, start + 1)


def _break_before(atoms: Sequence[Atom], start: int, end: int, *, kinsoku: bool) -> int:
    place = end
    while place > start and not _may_break(atoms, place, kinsoku=kinsoku):
        place -= 1
    return place if place > start else end


def _may_break(atoms: Sequence[Atom], place: int, *, kinsoku: bool) -> bool:
    before, after = atoms[place - 1].glyph.text[0], atoms[place].glyph.text[0]
    if before in _BLANKS:
        return True
    if kinsoku and (after in NOT_FIRST or before in NOT_LAST):
        return False
    return is_wide(before) or is_wide(after) or before == "-"


def is_wide(character: str) -> bool:
    """Return whether a character is of Japanese text, between which lines may break anywhere."""
    code = ord(character)
    return code >= _FIRST_WIDE or code in _WIDE_SIGNS


def pitch(atoms: Sequence[Atom], font: Font, scale: float, *, named: bool) -> float:
    """Return the height of a line: the largest glyph's, as its named font spaces lines."""
    if not named:
        return max([atom.font.size for atom in atoms], default=font.size) * scale
    sizes = {(each.font.name, each.font.size) for each in atoms} or {(font.name, font.size)}
    return max(size * named_font(name).line for name, size in sizes) * scale
