"""The text of one cell put in its place: alignment both ways, clipped to what may be seen."""

from __future__ import annotations

from typing import NamedTuple

from app.documents.print.content import Content
from app.documents.print.fitting import Block, baseline, block_of, indent_width, wraps
from app.documents.print.furigana import PlacedLine, set_furigana
from app.documents.print.ink import Ink
from app.documents.print.lines import Line
from app.documents.print.rules import Rules
from app.documents.print.setting import ACCOUNTING, Window, rule_off, set_line
from app.documents.print.spreading import place_down, place_line
from app.documents.print.stacked import STACKED, set_stacked
from app.documents.print.turned import angle_of, set_turned
from app.documents.sheet.look import Font, Look

_SLACK = 0.01


class Box(NamedTuple):
    """A rectangle of the sheet, in points."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Return the right edge."""
        return self.x + self.width


class Typist(NamedTuple):
    """What is the same for all cells of a page."""

    ink: Ink
    rules: Rules
    default_font: Font
    page_height: float


def side_of(content: Content, look: Look) -> str:
    """Return the horizontal alignment; the general one by the kind of value."""
    return content.side if look.horizontal == "general" else look.horizontal


def draw_cell(typist: Typist, content: Content, look: Look, box: Box, window: Window) -> None:
    """Draw a cell's text; ``window`` is as far as it may run over its neighbours."""
    if not content.text or box.width <= 0 or box.height <= 0:
        return
    if look.rotation == STACKED:
        set_stacked(typist.ink, typist.rules, content, look, box)
    elif look.rotation and angle_of(look):
        set_turned(typist.ink, typist.rules, content, look, box)
    else:
        _level(typist, content, look, box, window)


def level_room(content: Content, look: Look, width: float, rules: Rules, default: Font) -> float:
    """Return how wide a line may be in a cell of this width; an indent may be on both sides."""
    indent = _indent(content, look, rules, default)
    both = indent * (2 if side_of(content, look) == "distributed" else 1)
    return max(width - 2 * rules.side_padding - both, 0.1)


def _indent(content: Content, look: Look, rules: Rules, default: Font) -> float:
    if side_of(content, look) == "distributed" and not rules.spread_indents:
        return 0.0
    return indent_width(look, default)


def _level(typist: Typist, content: Content, look: Look, box: Box, window: Window) -> None:
    rules = typist.rules
    inner = level_room(content, look, box.width, rules, typist.default_font)
    block = block_of(content, look, inner, box.height - 2 * rules.edge_padding, rules)
    if look.horizontal == "fill":
        block = _repeated(block, inner)
    clipped = _needs_clip(block, box, window)
    if clipped:
        typist.ink.clip(window.left, box.y, window.right - window.left, box.height)
    _set_lines(typist, content, look, block, (box, inner, window))
    if clipped:
        typist.ink.restore()


def _set_lines(
    typist: Typist, content: Content, look: Look, block: Block, room: tuple[Box, float, Window]
) -> None:
    (box, inner, window), rules = room, typist.rules
    side, above = side_of(content, look), block.above
    left = box.x + rules.side_padding
    left += 0 if side == "right" else _indent(content, look, rules, typist.default_font)
    spare = box.height - 2 * rules.edge_padding - block.height
    tops = place_down(block.pitches, look.vertical, spare, ends=look.justify_last)
    placed = []
    for line, height, down in zip(block.lines, block.pitches, tops, strict=True):
        top = box.y + rules.edge_padding + down
        x, gaps = place_line(line, side, inner, look)
        y = top + above + baseline(line, height - above, look.font, block.scale)
        if top + height > max(box.y, 0) and top < min(box.y + box.height, typist.page_height):
            set_line(typist.ink, line, left + x, y, gaps=gaps, window=window)
            if look.font.underline.endswith(ACCOUNTING) and not content.whole:
                rule_off(typist.ink, line, (left, box.right - rules.side_padding), y)
        if content.furigana:
            placed.append(PlacedLine(line, left + x, gaps, y))
    if content.furigana:
        set_furigana(typist.ink, content, placed, block.scale, window)


def _needs_clip(block: Block, box: Box, window: Window) -> bool:
    room = min(window.right - window.left, box.width) - 1
    return block.width > room or block.height > box.height + _SLACK


def _repeated(block: Block, inner: float) -> Block:
    line = block.lines[0]
    times = max(int(inner / line.width), 1) if line.width else 1
    return Block([Line([*line.atoms] * times, last=True)], block.pitches[:1], block.scale)


def overflow(content: Content, look: Look, box: Box, rules: Rules, default: Font) -> Window:
    """Return how far a text reaches if nothing is in its way; its own cell if it may not."""
    own = Window(box.x, box.right)
    if content.whole or wraps(look) or look.shrink or look.rotation:
        return own
    # No glyph is wider than its font is high: most texts need no measuring.
    most = sum(len(text) * font.size for text, font in content.runs)
    if most + 2 * rules.side_padding + indent_width(look, default) <= box.width:
        return own
    block = block_of(content, look, box.width, box.height, rules)
    wide = block.width + 2 * rules.side_padding + indent_width(look, default)
    beyond = wide - box.width
    match side_of(content, look):
        case _ if beyond <= 0:
            return own
        case "left":
            return Window(box.x, box.right + beyond)
        case "right":
            return Window(box.x - beyond, box.right)
        case "center":
            return Window(box.x - beyond / 2, box.right + beyond / 2)
        case _:
            return own
