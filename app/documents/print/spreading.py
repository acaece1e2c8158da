"""Lines spread over the width of their cell: 両端揃え, 均等割り付け and centring.

Space goes between Japanese characters, and between words; a Latin word stays together.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.documents.print.lines import Atom, Line, is_wide
from app.documents.sheet.look import Look

SPREAD = frozenset({"justify", "distributed"})

Placed = tuple[float, Sequence[float]]
"""Where a line begins in its room, and the extra space after each of its atoms."""


def place_line(line: Line, side: str, room: float, look: Look) -> Placed:
    """Return where a line goes in a room that is ``room`` points wide."""
    spare = room - line.width
    match side:
        case "center" | "centerContinuous":
            return spare / 2, ()
        case "right":
            return spare, ()
        case "distributed":
            return spread(line, spare, ends=look.justify_last and not look.indent)
        case "justify" if not line.last or look.justify_last:
            return spread(line, spare, ends=False)
        case _:
            return 0.0, ()


def spread(line: Line, spare: float, *, ends: bool) -> Placed:
    """Put the same part of ``spare`` into all places of a line, and with ``ends`` around it."""
    atoms = line.atoms
    places = [place for place in range(len(atoms) - 1) if _parts(atoms[place], atoms[place + 1])]
    if spare <= 0:
        return 0.0, ()
    if not places:
        return spare / 2, ()
    gap = spare / (len(places) + 2 * ends)
    gaps = [0.0] * len(atoms)
    for place in places:
        gaps[place] = gap
    return gap * ends, gaps


def _parts(before: Atom, after: Atom) -> bool:
    one, other = before.glyph.text[0], after.glyph.text[0]
    return is_wide(one) or is_wide(other) or one == " "


def place_down(heights: Sequence[float], where: str, spare: float, *, ends: bool) -> list[float]:
    """Return where each of several lines begins, from the top; a single one may be centred."""
    top, gap = 0.0, 0.0
    if where == "bottom":
        top = spare
    elif where == "center" or (where == "distributed" and len(heights) == 1):
        top = spare / 2
    elif where in SPREAD and len(heights) > 1:
        both = ends and where == "distributed"
        gap = max(spare, 0) / (len(heights) - 1 + 2 * both)
        top = gap * both
    tops = []
    for height in heights:
        tops.append(top)
        top += height + gap
    return tops
