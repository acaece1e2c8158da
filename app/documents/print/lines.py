"""Text as glyphs on lines: measured, and broken where Japanese may be broken (禁則).

A sign that may not begin a line takes the character before it along to the next one (追い出し).
Excel is known to keep the line rules in cells and to have no switch for them; whether it allows
small kana and ー at the beginning, and whether it ever hangs 。 and 、 over the edge, nobody has
written down: here neither is done.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from app.documents.fonts import Glyph, chain
from app.documents.named_fonts import named_font
from app.documents.print.office_breaks import spans_of
from app.documents.sheet.look import Font
from app.documents.typeface import Typeface

NOT_FIRST = frozenset(
    "、。，．・：；？！゛゜ヽヾゝゞ々ー）］｝〕〉》」』】〙〗〟’”｠»‐゠–〜～‼⁇⁈⁉,.!?:;)]}%°′″℃％‰…‥"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ｡､｣･ｧｨｩｪｫｬｭｮｯｰﾞﾟ"
)
"""No line begins with these (JIS X 4051, 行頭禁則)."""

NOT_LAST = frozenset("（［｛〔〈《「『【〘〖〝‘“｟«([{｢￥＄£＃№")
"""No line ends with these (行末禁則)."""

_BLANKS = frozenset(" \u3000")
"""Blanks at the end of a line hang over it; forms push text to the next line with them."""

_APOSTROPHE = "’"
_RAISED = 0.62
_SLACK = 0.01
_MOST_DRIFT, _LONG_WORD = 0.4, 4
_FIRST_WIDE = 0x2E80
_WIDE_SIGNS = range(0x2010, 0x2E80)


class Atom(NamedTuple):
    """One glyph in its font; sizes and widths in points."""

    glyph: Glyph
    font: Font
    size: float
    width: float


class Run(NamedTuple):
    """Glyphs of one face, by their texts, that are squeezed alike by ``stretch``, at most 1.

    ``gaps`` is the extra space after each, in points.
    """

    face: Typeface
    texts: Sequence[str]
    stretch: float
    gaps: Sequence[float] = ()


class Piece(NamedTuple):
    """A part of a line in one font: where it starts and how wide it is, in points."""

    first: Atom
    start: float
    width: float
    runs: Sequence[Run]


class Line:
    """The atoms of a line; ``last`` is set on the last line of a paragraph.

    ``start`` is the place of its first atom in the paragraph.
    """

    __slots__ = ("_pieces", "atoms", "last", "size", "start", "width")

    def __init__(self, atoms: Sequence[Atom], *, last: bool, start: int = 0) -> None:
        """Measure what is drawn: ``width``, and ``size`` of the largest font, in points."""
        self.atoms, self.last, self.start = atoms, last, start
        self.width = sum([atom.width for atom in atoms])
        self.size = max([atom.font.size for atom in atoms], default=0.0)
        self._pieces: Sequence[Piece] | None = None

    @property
    def pieces(self) -> Sequence[Piece]:
        """Return the line as it is drawn."""
        if self._pieces is None:
            self._pieces = pieces_of(self.atoms)
        return self._pieces


def pieces_of(atoms: Sequence[Atom], gaps: Sequence[float] = ()) -> list[Piece]:
    """Return atoms that stand side by side as pieces; ``gaps`` is the extra space after each."""
    pieces: list[Piece] = []
    start, begin = 0.0, 0
    for end in range(1, len(atoms) + 1):
        if end < len(atoms) and _same_font(atoms[end - 1], atoms[end]):
            continue
        part, spaces = atoms[begin:end], gaps[begin:end]
        width = sum([atom.width for atom in part]) + sum(spaces)
        pieces.append(Piece(part[0], start, width, list(_runs(part, spaces))))
        start += width
        begin = end
    return pieces


def _runs(atoms: Sequence[Atom], gaps: Sequence[float]) -> Iterator[Run]:
    """Yield the runs of a piece, as long as can be: squeezed letters go apart from kanji."""
    begin = 0
    for end in range(1, len(atoms) + 1):
        if end == len(atoms) or not _alike(atoms[end - 1].glyph, atoms[end].glyph):
            yield from _even_runs(atoms[begin:end], gaps[begin:end])
            begin = end


def _even_runs(atoms: Sequence[Atom], gaps: Sequence[float]) -> Iterator[Run]:
    """Yield one run, or parts of it, squeezed so that no letter is far off."""
    stretch = _stretch(atoms)
    cut = _cut(atoms) if stretch < 1 and _drift(atoms, stretch) > _MOST_DRIFT else 0
    if cut:
        yield from _even_runs(atoms[:cut], gaps[:cut])
        yield from _even_runs(atoms[cut:], gaps[cut:])
        return
    texts = [atom.glyph.text for atom in atoms]
    yield Run(atoms[0].glyph.face, texts, stretch or 1.0, gaps if any(gaps) else ())


def _stretch(atoms: Sequence[Atom]) -> float:
    width = sum([atom.width for atom in atoms])
    natural = sum([atom.glyph.natural * atom.size for atom in atoms])
    return min(width / natural, 1.0) if natural else 1.0


def _drift(atoms: Sequence[Atom], stretch: float) -> float:
    """Return how far a letter stands from where it should, all being squeezed alike; points."""
    off = farthest = 0.0
    for atom in atoms:
        off += atom.width - atom.glyph.natural * atom.size * stretch
        farthest = max(farthest, abs(off))
    return farthest


def _cut(atoms: Sequence[Atom]) -> int:
    """Return the middle, or near it where blanks begin or end; 0 where a word is too short."""
    blank = [atom.glyph.text == " " for atom in atoms]
    places = [place for place in range(1, len(atoms)) if blank[place - 1] != blank[place]]
    middle = len(atoms) // 2
    without = middle if len(atoms) >= _LONG_WORD else 0
    return min(places, key=lambda place: abs(place - middle), default=without)


def _same_font(one: Atom, other: Atom) -> bool:
    return one.size == other.size and (one.font is other.font or one.font == other.font)


def _alike(one: Glyph, other: Glyph) -> bool:
    return one.face is other.face and _squeezed(one) == _squeezed(other)


def _squeezed(glyph: Glyph) -> bool | None:
    return None if glyph.advance == glyph.natural else is_wide(glyph.text[0])


def size_of(font: Font) -> float:
    """Return the size of a font's letters, smaller where they are raised or lowered."""
    return font.size * _RAISED if font.raised else font.size


@lru_cache(maxsize=4_000)
def atoms_of(text: str, font: Font, scale: float = 1.0) -> tuple[Atom, ...]:
    """Return the atoms of a text in one font, made smaller by ``scale``."""
    size = size_of(font) * scale
    glyphs = chain(font.name, bold=font.bold).glyphs(text)
    return tuple([Atom(glyph, font, size, glyph.advance * size) for glyph in glyphs])


def paragraphs(runs: Iterable[tuple[str, Font]]) -> list[list[Atom]]:
    """Return the atoms of runs, divided at line feeds."""
    return [
        [atom for text, font in part for atom in atoms_of(text, font)]
        for part in runs_of_paragraphs(runs)
    ]


def runs_of_paragraphs(runs: Iterable[tuple[str, Font]]) -> list[list[tuple[str, Font]]]:
    """Return runs divided at line feeds."""
    found: list[list[tuple[str, Font]]] = [[]]
    for text, font in runs:
        first, *others = text.split("\n")
        found[-1].append((first, font))
        found += [[(other, font)] for other in others]
    return found


def wrapped(parts: Sequence[Sequence[Atom]], width: float, *, kinsoku: bool) -> list[Line]:
    """Break paragraphs into lines no wider than ``width``; a lone wide glyph may stick out.

    Without ``kinsoku`` lines end where LibreOffice ends them.
    """
    breaking = _broken if kinsoku else _broken_as_office
    return [line for part in parts for line in breaking(part, width)]


def _broken_as_office(atoms: Sequence[Atom], width: float) -> list[Line]:
    texts, widths = [atom.glyph.text for atom in atoms], [atom.width for atom in atoms]
    return [
        Line(atoms[span.start : span.stop], last=span.after >= len(atoms), start=span.start)
        for span in spans_of(texts, widths, width)
    ]


def _broken(atoms: Sequence[Atom], width: float) -> list[Line]:
    lines: list[Line] = []
    start = 0
    while True:
        end = _fitting(atoms, start, width)
        if end >= len(atoms):
            return [*lines, Line(atoms[start:], last=True, start=start)]
        if atoms[end].glyph.text not in _BLANKS:
            end = _break_before(atoms, start, end)
        stop = end
        while end < len(atoms) and atoms[end].glyph.text in _BLANKS:
            end += 1
        while stop > start and atoms[stop - 1].glyph.text in _BLANKS:
            stop -= 1
        lines.append(Line(atoms[start:stop], last=end >= len(atoms), start=start))
        if end >= len(atoms):
            return lines
        start = end


def _fitting(atoms: Sequence[Atom], start: int, width: float) -> int:
    used, end = 0.0, start
    while end < len(atoms) and used + atoms[end].width <= width + _SLACK:
        used += atoms[end].width
        end += 1
    return max(end, start + 1)


def _break_before(atoms: Sequence[Atom], start: int, end: int) -> int:
    place = end
    while place > start and not _may_break(atoms, place):
        place -= 1
    return place if place > start else end


def _may_break(atoms: Sequence[Atom], place: int) -> bool:
    before, after = atoms[place - 1].glyph.text[0], atoms[place].glyph.text[0]
    if before in _BLANKS:
        return True
    if before == _APOSTROPHE and not is_wide(after):
        return False
    if after in NOT_FIRST or before in NOT_LAST:
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
