"""The text of one cell brought to the room it has: numbers shortened, text shrunk, lines broken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from app.documents.fonts import ASCENT
from app.documents.number.number_text import general
from app.documents.print.content import Content
from app.documents.print.lines import Atom, Line, atoms_of, paragraphs, pitch, wrapped
from app.documents.print.rules import Rules
from app.documents.print.spreading import SPREAD
from app.documents.sheet.look import Font, Look

_INDENTED = frozenset({"general", "left", "right", "distributed"})
_SLACK = 0.05
_INDENT_SPACES = 3
_MOST_DIGITS = 11
SMALLEST = 0.1


class Block:
    """Lines with their heights; ``scale`` is below 1 where the text was shrunk.

    ``above`` is the part of each height that furigana take.
    """

    __slots__ = ("above", "height", "lines", "pitches", "scale", "width")

    def __init__(
        self, lines: Sequence[Line], pitches: Sequence[float], scale: float, above: float = 0.0
    ) -> None:
        """Measure the whole: ``height`` of all lines, ``width`` of the widest, in points."""
        self.lines, self.pitches, self.scale, self.above = lines, pitches, scale, above
        self.height = sum(pitches)
        self.width = max([line.width for line in lines], default=0.0)


def baseline(line: Line, height: float, font: Font, scale: float) -> float:
    """Return how far below its top the baseline of a line lies; spare height goes both ways."""
    size = (line.size or font.size) * scale
    return (height - size) / 2 + ASCENT * size


def wraps(look: Look) -> bool:
    """Return whether a cell's text goes over several lines."""
    return look.wrap or look.horizontal in SPREAD or look.vertical in SPREAD


def indent_width(look: Look, default: Font) -> float:
    """Return an indent in points: three spaces of the default font a step.

    Text that is centred, filled or justified has none.
    """
    if not look.indent or look.horizontal not in _INDENTED:
        return 0.0
    space = sum(atom.width for atom in atoms_of(" ", default))
    return look.indent * _INDENT_SPACES * space


def block_of(content: Content, look: Look, width: float, height: float, rules: Rules) -> Block:
    """Return the lines of a cell whose text may be ``width`` wide and ``height`` high."""
    if len(content.runs) == 1 and not (
        content.fill or look.shrink or wraps(look) or content.furigana
    ):
        block = _one_line(*content.runs[0])
        if not content.whole or block.width <= width + _SLACK:
            return block
    if content.whole and not look.shrink:
        content = _number_that_fits(content, look, width)
    elif content.fill:
        content = _padded(content, width)
    scale = 1.0
    parts = paragraphs(content.runs)
    if wraps(look) and not content.whole:
        lines = wrapped(parts, width, kinsoku=rules.kinsoku)
    else:
        atoms = [atom for part in parts for atom in part]
        whole = sum(atom.width for atom in atoms)
        if look.shrink and whole > width > 0:
            scale = max(width / whole, SMALLEST)
            atoms = [_smaller(atom, scale) for atom in atoms]
        lines = [Line(atoms, last=True)]
    above = content.furigana.font.size * scale if content.furigana else 0.0
    pitches = _pitches(lines, look.font, scale, height - above * len(lines), rules)
    return Block(lines, [above + own for own in pitches], scale, above)


@lru_cache(maxsize=4_000)
def _one_line(text: str, font: Font) -> Block:
    """Return what most cells hold: one text that neither wraps nor shrinks."""
    return Block([Line(atoms_of(text, font), last=True)], [font.size], 1.0)


def _smaller(atom: Atom, scale: float) -> Atom:
    return atom._replace(size=atom.size * scale, width=atom.width * scale)


def _pitches(
    lines: Sequence[Line], font: Font, scale: float, height: float, rules: Rules
) -> list[float]:
    """Space lines as the named font does, but no wider than the cell lets them."""
    close = [pitch(line.atoms, font, scale, named=False) for line in lines]
    if len(lines) == 1 or not rules.named_line_height:
        return close
    wide = [pitch(line.atoms, font, scale, named=True) for line in lines]
    spare, wished = height - sum(close), sum(wide) - sum(close)
    share = min(max(spare / wished, 0), 1) if wished > 0 else 0
    return [near + (far - near) * share for near, far in zip(close, wide, strict=True)]


def _width(text: str, font: Font) -> float:
    return sum(atom.width for atom in atoms_of(text, font))


def _number_that_fits(content: Content, look: Look, width: float) -> Content:
    """Shorten a number in General format to its room; what else does not fit becomes ####."""
    if not content.runs:
        return content
    text, font = content.runs[0]
    if _width(text, font) <= width + _SLACK:
        return _padded(content, width) if content.fill else content
    if content.number is not None and look.format.lower() in {"general", "g/標準"}:
        for digits in range(_MOST_DIGITS, 0, -1):
            shorter = general(content.number, digits)
            if _width(shorter, font) <= width + _SLACK:
                return replace(content, runs=[(shorter, font)])
    sign = _width("#", font)
    return replace(content, runs=[("#" * max(int((width + _SLACK) / sign), 1), font)], side="left")


def _padded(content: Content, width: float) -> Content:
    """Repeat the format's fill character until the text is as wide as the cell."""
    (text, font), (place, sign) = content.runs[0], content.fill or (0, " ")
    step = _width(sign, font)
    count = int(max(width - _width(text, font), 0) / step) if step else 0
    return replace(content, runs=[(text[:place] + sign * count + text[place:], font)])
