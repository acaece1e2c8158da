"""Whether a text fits the room it has, measured as it will be printed.

For whoever must know before anything is drawn: the check of a filled form, drawn shapes.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.documents.print.cell_text import Box, level_room, overflow
from app.documents.print.content import Content, content_of
from app.documents.print.fitting import Block, block_of, wraps
from app.documents.print.geometry import Geometry
from app.documents.print.neighbours import Span, free_window
from app.documents.print.rules import RULES, Rules
from app.documents.print.stacked import STACKED, breadth, columns_of
from app.documents.sheet.look import Font, Look
from app.documents.sheet.worksheet import Worksheet

_SLACK = 0.5
"""Points by which a text may be too large before it counts: nobody sees less."""

_UPRIGHT = 90


@dataclass(frozen=True, slots=True)
class Fit:
    """A text in its room.  Lengths in points.

    ``width`` and ``height`` are what the text takes, ``scale`` is below 1 where the cell shrinks
    it, and ``cut`` is the part that is not seen: all of it for a number that becomes ####.
    """

    lines: tuple[str, ...]
    width: float
    height: float
    scale: float
    fits: bool
    cut: str


def fits(
    content: Content,
    look: Look,
    width: float,
    height: float,
    rules: Rules = RULES["excel"],
    default: Font | None = None,
) -> Fit:
    """Measure what a cell of this size shows; padding and indent are taken off here.

    ``default`` is the workbook's default font, which an indent is counted in.
    """
    if look.rotation:
        return _standing(content, look, (width, height), rules)
    room = level_room(content, look, width, rules, default or look.font)
    high = height - 2 * rules.edge_padding
    return _fit(content, block_of(content, look, room, high, rules), room, height)


def cell_fits(
    sheet: Worksheet, geometry: Geometry, row: int, column: int, *, from_1904: bool = False
) -> Fit:
    """Measure the text of a cell of a sheet, with its merged area or its empty neighbours."""
    area = geometry.merged(row, column)
    bottom, right = (area.bottom, area.right) if area else (row, column)
    box = Box(
        0, 0,
        geometry.left(right + 1) - geometry.left(column),
        geometry.top(bottom + 1) - geometry.top(row),
    )  # fmt: skip
    look, default, rules = sheet.look(row, column), sheet.styles.default_font, geometry.rules
    value = sheet.cell(row, column).value
    content = content_of(value, look, from_1904=from_1904, shows_zeros=sheet.shows_zeros)
    found = fits(content, look, box.width, box.height, rules, default)
    if found.fits or area or wraps(look) or look.rotation:
        return found
    wanted = overflow(content, look, box, rules, default)
    free = free_window(sheet, geometry, (row, column), Span(0, box.width), wanted)
    return fits(content, look, free.right - free.left, box.height, rules, default)


def _standing(content: Content, look: Look, size: tuple[float, float], rules: Rules) -> Fit:
    """Measure turned or stacked text along its cell's height; other angles always fit."""
    width, height = size
    along = height - 2 * rules.edge_padding
    text = Content(content.runs, content.side)
    if look.rotation == STACKED:
        columns = columns_of(text, look, along, rules)
        block = Block(columns, [breadth(column, look.font) for column in columns], 1.0)
        return _fit(text, block, along, width)
    block = block_of(text, look, along, width - 2 * rules.side_padding, rules)
    if look.rotation not in {_UPRIGHT, 2 * _UPRIGHT}:
        return Fit(_texts(block), block.width, block.height, block.scale, fits=True, cut="")
    return _fit(text, block, along, width)


def _fit(content: Content, block: Block, width: float, height: float) -> Fit:
    lines = _texts(block)
    cut = content.text if _is_lost(content, lines) else _cut(block, lines, width, height)
    whole = block.width <= width + _SLACK and block.height <= height + _SLACK
    whole = whole or not content.text
    return Fit(lines, block.width, block.height, block.scale, whole and not cut, cut)


def _texts(block: Block) -> tuple[str, ...]:
    return tuple("".join(atom.glyph.text for atom in line.atoms) for line in block.lines)


def _is_lost(content: Content, lines: tuple[str, ...]) -> bool:
    return content.whole and set(lines[0]) == {"#"} and "#" not in content.text


def _cut(block: Block, lines: tuple[str, ...], width: float, height: float) -> str:
    """Return the lines below the room and the ends of lines beyond it."""
    lost, used = [], 0.0
    for line, text, pitch in zip(block.lines, lines, block.pitches, strict=True):
        used += pitch
        if used > height + _SLACK:
            lost.append(text)
            continue
        reach = 0.0
        for place, atom in enumerate(line.atoms):
            reach += atom.width
            if reach > width + _SLACK:
                lost.append("".join(each.glyph.text for each in line.atoms[place:]))
                break
    return "\n".join(lost)
