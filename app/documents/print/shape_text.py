"""The text of a shape set in the room it has: lines, bullets, spacing, and the way it runs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.documents.print.cell_text import Box
from app.documents.print.fitting import baseline
from app.documents.print.ink import Ink
from app.documents.print.lines import (
    Atom,
    Line,
    atoms_of,
    pitch,
    runs_of_paragraphs,
    wrapped,
)
from app.documents.print.rules import Rules
from app.documents.print.setting import set_line
from app.documents.print.shape_columns import COLUMNS, Column, column_atoms, draw_columns
from app.documents.print.spreading import place_down, place_line
from app.documents.sheet.look import Look
from app.documents.sheet.shape_text import Body, Paragraph, Spacing

SIDES = {"ctr": "center", "r": "right", "just": "justify", "justLow": "justify",
         "dist": "distributed"}  # fmt: skip
_DOWN = {"ctr": "center", "b": "bottom", "just": "justify", "dist": "distributed"}
_TURNS = {"vert": 90.0, "vert270": 270.0}
_ENDLESS = 100_000.0
_PLAIN = Look()


class Bullet(NamedTuple):
    """A bullet, and how far it stands out to the left of its line (below 0)."""

    line: Line
    out: float


@dataclass(frozen=True, slots=True)
class _Row:
    """A line with its height, its room from the left, and the space above it."""

    line: Line
    height: float
    rise: float
    left: float
    side: str
    above: float
    bullet: Bullet | None = None


class Setting(NamedTuple):
    """What the text of all shapes is set with."""

    ink: Ink
    rules: Rules


def draw_body(setting: Setting, body: Body, box: Box) -> None:
    """Draw a text inside a box in points; what is turned turns about the box's middle."""
    left, top, right, bottom = body.insets
    room = Box(
        box.x + left, box.y + top, max(box.width - left - right, 0),
        max(box.height - top - bottom, 0),
    )  # fmt: skip
    clipped = body.clips and setting.rules.shape_text_clips
    if clipped:
        setting.ink.clip(*box)
    if body.direction in COLUMNS:
        draw_columns(setting.ink, body, list(_columns(setting.rules, body, room)), room)
    elif body.direction in _TURNS:
        _draw_turned(setting, body, room, _TURNS[body.direction])
    else:
        _draw_level(setting, body, room)
    if clipped:
        setting.ink.restore()


def _draw_turned(setting: Setting, body: Body, room: Box, degrees: float) -> None:
    x, y = room.x + room.width / 2, room.y + room.height / 2
    level = Box(x - room.height / 2, y - room.width / 2, room.height, room.width)
    setting.ink.turn(x, y, degrees, mirrored=False, flipped=False)
    _draw_level(setting, body, level)
    setting.ink.restore()


def _draw_level(setting: Setting, body: Body, room: Box) -> None:
    rows = list(_rows(setting.rules, body, room.width))
    heights = [row.above + row.height for row in rows]
    spare = room.height - sum(heights)
    if body.clips and setting.rules.shape_text_clips:
        spare = max(spare, 0)
    tops = place_down(heights, _DOWN.get(body.anchor, "top"), spare, ends=False)
    shift = _shift(rows, body, room.width)
    for row, top in zip(rows, tops, strict=True):
        x, gaps = place_line(row.line, row.side, room.width - row.left, _PLAIN)
        y = room.y + top + row.above + row.rise
        left = room.x + row.left + x + shift
        set_line(setting.ink, row.line, left, y, gaps=gaps)
        if row.bullet:
            set_line(setting.ink, row.bullet.line, left + row.bullet.out, y)


def _shift(rows: Sequence[_Row], body: Body, width: float) -> float:
    """Return how far a text that is centred as a whole lies from its lines' own places."""
    if not body.centred:
        return 0.0
    widest = max((row.left + row.line.width for row in rows), default=0.0)
    sides = {row.side for row in rows}
    spare = (width - widest) / 2
    return spare if sides == {"left"} else -spare if sides == {"right"} else 0.0


def _rows(rules: Rules, body: Body, width: float) -> Iterator[_Row]:
    for place, part in enumerate(body.paragraphs):
        room = max(width - part.left, 1.0) if body.wraps else _ENDLESS
        lines = _lines(body, part, room)
        side = SIDES.get(part.side, "left")
        for at, line in enumerate(lines):
            height, rise = _height(rules, body, part, line)
            above = _distance(part.before, height) if place and not at else 0.0
            after = body.paragraphs[place - 1].after if place and not at else None
            bullet = _bullet(part, body.scale) if not at and line.atoms else None
            indent = 0.0 if at else _indent(part)
            yield _Row(
                line, height, rise, max(part.left + indent, 0), side,
                above + (_distance(after, height) if after else 0.0), bullet,
            )  # fmt: skip


def _lines(body: Body, part: Paragraph, room: float) -> list[Line]:
    """Break a paragraph; the first line's indent takes part in it as width of its first letter."""
    pieces, indent = _pieces(part, body.scale), _indent(part)
    if not indent or not pieces[0]:
        return wrapped(pieces, room, kinsoku=True)
    first = pieces[0][0]
    pieces[0][0] = first._replace(width=first.width + indent)
    lines = wrapped(pieces, room, kinsoku=True)
    return [Line([first, *lines[0].atoms[1:]], last=lines[0].last), *lines[1:]]


def _indent(part: Paragraph) -> float:
    """Return how far the first line is moved; a bullet takes the place that it leaves free."""
    return 0.0 if part.bullet and part.hanging < 0 else part.hanging


def _pieces(part: Paragraph, scale: float) -> list[list[Atom]]:
    return [
        [atom for text, font in runs for atom in atoms_of(text, font, scale)]
        for runs in runs_of_paragraphs(part.runs)
    ]


def _height(rules: Rules, body: Body, part: Paragraph, line: Line) -> tuple[float, float]:
    """Return a line's height and how far below its top the baseline lies."""
    usual = pitch(line.atoms, part.font, body.scale, named=rules.named_line_height)
    rise = baseline(line, usual, part.font, body.scale)
    height = part.line.amount
    if not part.line.exact:
        height = usual * max(part.line.amount - body.tighter, 0.1)
    return height, rise + height - usual


def _distance(spacing: Spacing, height: float) -> float:
    return spacing.amount if spacing.exact else spacing.amount * height


def _bullet(part: Paragraph, scale: float) -> Bullet | None:
    if part.bullet is None:
        return None
    text, font = part.bullet
    line = Line(atoms_of(text, font, scale), last=True)
    return Bullet(line, min(part.hanging, -line.width))


def _columns(rules: Rules, body: Body, room: Box) -> Iterator[Column]:
    for part in body.paragraphs:
        atoms = [
            [atom for text, font in runs for atom in column_atoms(body, text, font)]
            for runs in runs_of_paragraphs(part.runs)
        ]
        height = room.height if body.wraps else _ENDLESS
        for line in wrapped(atoms, height, kinsoku=True):
            usual = pitch(line.atoms, part.font, body.scale, named=rules.named_line_height)
            wide = part.line.amount if part.line.exact else usual * part.line.amount
            yield Column(line, wide, SIDES.get(part.side, "left"))
