"""Text turned in its cell by an angle."""

from __future__ import annotations

from math import cos, radians, sin
from typing import Protocol

from app.documents.print.content import Content
from app.documents.print.fitting import Block, baseline, block_of
from app.documents.print.ink import Ink
from app.documents.print.rules import Rules
from app.documents.print.setting import Turn, set_line
from app.documents.sheet.look import Look

_UPRIGHT = 90
_ENDLESS = 100_000.0


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


def set_turned(ink: Ink, rules: Rules, content: Content, look: Look, box: Rectangle) -> None:
    """Draw text turned: 1 to 90 degrees anticlockwise, 91 to 180 clockwise by what is over 90."""
    angle = look.rotation if look.rotation <= _UPRIGHT else _UPRIGHT - look.rotation
    upright = abs(angle) == _UPRIGHT
    along = box.height - 2 * rules.edge_padding if upright else _ENDLESS
    across = box.width - 2 * rules.side_padding if upright else _ENDLESS
    block = block_of(_as_text(content), look, along, across, rules)
    x, y = _centre(block, look, box, angle, rules, content.side)
    ink.clip(box.x, box.y, box.width, box.height)
    _draw(ink, block, look, (x, y), angle)
    ink.restore()


def _as_text(content: Content) -> Content:
    return Content(content.runs, content.side)


def _centre(
    block: Block, look: Look, box: Rectangle, angle: float, rules: Rules, side: str
) -> tuple[float, float]:
    """Return the middle of the turned block, by the alignment of its bounding box."""
    turn = radians(angle)
    wide = abs(block.width * cos(turn)) + abs(block.height * sin(turn))
    high = abs(block.width * sin(turn)) + abs(block.height * cos(turn))
    where = look.horizontal
    if where == "general":
        where = "center" if abs(angle) == _UPRIGHT and side != "left" else side
    x = box.x + box.width / 2
    if where == "left":
        x = box.x + rules.side_padding + wide / 2
    elif where == "right":
        x = box.x + box.width - rules.side_padding - wide / 2
    y = box.y + box.height / 2
    if look.vertical == "top":
        y = box.y + rules.edge_padding + high / 2
    elif look.vertical == "bottom":
        y = box.y + box.height - rules.edge_padding - high / 2
    return x, y


def _draw(ink: Ink, block: Block, look: Look, centre: tuple[float, float], angle: float) -> None:
    turn = Turn(angle, *centre)
    top = -block.height / 2
    for line, height in zip(block.lines, block.pitches, strict=True):
        down = top + baseline(line, height, look.font, block.scale)
        set_line(ink, line, -line.width / 2, down, turn=turn)
        top += height
