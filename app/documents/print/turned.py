"""Text turned in its cell by an angle, 1 to 90 degrees anticlockwise, 91 to 180 clockwise.

Upright text is aligned along the cell's height, and where nothing is said it stands on the side
that its letters' feet point to, as in LibreOffice.  Slanted text runs over its neighbours as in
Excel, and a cell with borders slants with it: its lower edge stays, its upper edge moves aside.
"""

from __future__ import annotations

from math import cos, radians, sin, tan
from typing import Protocol

from app.documents.print.content import Content
from app.documents.print.fitting import Block, baseline, block_of, wraps
from app.documents.print.ink import Ink
from app.documents.print.rules import Rules
from app.documents.print.setting import Turn, Window, set_line
from app.documents.print.spreading import place_down, place_line
from app.documents.sheet.look import Look

_UPRIGHT = 90
_LARGEST = 180
_ENDLESS = 100_000.0

_ALONG_UP = {"bottom": "left", "top": "right", "center": "center"}
_ALONG_DOWN = {"bottom": "right", "top": "left", "center": "center"}
_ACROSS_UP = {"left": "top", "right": "bottom", "center": "center"}
_ACROSS_DOWN = {"left": "bottom", "right": "top", "center": "center"}


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


def angle_of(look: Look) -> int:
    """Return a cell's angle in degrees anticlockwise, from -90 to 90; 0 for any other number."""
    if not 0 < look.rotation <= _LARGEST:
        return 0
    return look.rotation if look.rotation <= _UPRIGHT else _UPRIGHT - look.rotation


def slant_of(look: Look, height: float) -> float:
    """Return how far to the right the upper edge of a cell of this height is moved."""
    angle = angle_of(look)
    if not angle or abs(angle) == _UPRIGHT or not look.borders.around:
        return 0.0
    return height / tan(radians(angle))


def set_turned(ink: Ink, rules: Rules, content: Content, look: Look, box: Rectangle) -> None:
    """Draw a cell's text at its angle."""
    text = Content(content.runs, content.side)
    angle = angle_of(look)
    if abs(angle) == _UPRIGHT:
        ink.clip(box.x, box.y, box.width, box.height)
        _set_upright(ink, rules, text, look, box)
        ink.restore()
    else:
        _set_slanted(ink, rules, text, look, box)


def _set_upright(ink: Ink, rules: Rules, content: Content, look: Look, box: Rectangle) -> None:
    along = box.height - 2 * rules.edge_padding
    across = box.width - 2 * rules.side_padding
    block = block_of(content, look, along, across, rules)
    if rises := look.rotation == _UPRIGHT:
        turn = Turn(90, box.x + rules.side_padding, box.y + box.height - rules.edge_padding)
    else:
        turn = Turn(-90, box.x + box.width - rules.side_padding, box.y + rules.edge_padding)
    sides, edges = (_ALONG_UP, _ACROSS_UP) if rises else (_ALONG_DOWN, _ACROSS_DOWN)
    side = sides.get(look.vertical, look.vertical)
    where = look.horizontal
    if where == "general":
        where = "right" if rises else "left"
    spare = across - block.height
    ends = look.justify_last
    tops = place_down(block.pitches, edges.get(where, where), spare, ends=ends)
    for line, height, top in zip(block.lines, block.pitches, tops, strict=True):
        start, gaps = place_line(line, side, along, look)
        down = top + baseline(line, height, look.font, block.scale)
        seen = Window(-rules.edge_padding, along + rules.edge_padding)
        set_line(ink, line, start, down, gaps=gaps, window=seen, turn=turn)


def _set_slanted(ink: Ink, rules: Rules, content: Content, look: Look, box: Rectangle) -> None:
    angle = angle_of(look)
    block = block_of(content, look, _length(look, box, rules, angle), _ENDLESS, rules)
    reach = block.width + abs(slant_of(look, box.height))
    x, y = _centre(block, look, box, angle, rules, content.side)
    ink.clip(box.x - reach, box.y, box.width + 2 * reach, box.height)
    turn = Turn(angle, x, y)
    top = -block.height / 2
    for line, height in zip(block.lines, block.pitches, strict=True):
        down = top + baseline(line, height, look.font, block.scale)
        set_line(ink, line, -line.width / 2, down, turn=turn)
        top += height
    ink.restore()


def _length(look: Look, box: Rectangle, rules: Rules, angle: float) -> float:
    """Return how long a slanted line may be before its ends leave the row."""
    if not wraps(look):
        return _ENDLESS
    turn = radians(abs(angle))
    high = box.height - 2 * rules.edge_padding - look.font.size * cos(turn)
    return max(high / sin(turn), look.font.size)


def _centre(
    block: Block, look: Look, box: Rectangle, angle: float, rules: Rules, side: str
) -> tuple[float, float]:
    """Return the middle of the turned block, by the alignment of its bounding box."""
    turn = radians(angle)
    wide = abs(block.width * cos(turn)) + abs(block.height * sin(turn))
    high = abs(block.width * sin(turn)) + abs(block.height * cos(turn))
    y = box.y + box.height / 2
    if look.vertical == "top":
        y = box.y + rules.edge_padding + high / 2
    elif look.vertical == "bottom":
        y = box.y + box.height - rules.edge_padding - high / 2
    where = side if look.horizontal == "general" else look.horizontal
    slant = slant_of(look, box.height)
    if slant:
        return _in_slanted(box, where, slant, (block.height, turn), y), y
    if where == "left":
        return box.x + rules.side_padding + wide / 2, y
    if where == "right":
        return box.x + box.width - rules.side_padding - wide / 2, y
    return box.x + box.width / 2, y


def _in_slanted(
    box: Rectangle, where: str, slant: float, lines: tuple[float, float], y: float
) -> float:
    """Return the middle of text between the slanted sides of its cell, at the height ``y``."""
    shift = slant * (box.y + box.height - y) / box.height
    height, turn = lines
    room = abs(height / sin(turn))
    if where == "left":
        return box.x + shift + room / 2
    if where == "right":
        return box.x + box.width + shift - room / 2
    return box.x + box.width / 2 + shift
