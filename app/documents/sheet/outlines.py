"""The recipe of a shape's outline: guides that are computed, and the traces drawn with them.

Preset shapes and those drawn by hand (``custGeom``) have the same kind of recipe.  Lengths are EMU,
angles sixty thousandths of a degree, as everywhere in DrawingML.
"""

from __future__ import annotations

from typing import NamedTuple

from app.documents.form.markup import Element, local
from app.documents.sheet.attributes import flag, number

_MOST_STEPS = 20_000
_LETTERS = {"moveTo": "M", "lnTo": "L", "cubicBezTo": "C", "quadBezTo": "Q", "close": "Z"}
_EVERYWHERE = ("l", "t", "r", "b")

Step = tuple[str, tuple[str, ...]]
"""A letter (M L A C Q Z) and the names or numbers it goes by."""


class Trace(NamedTuple):
    """One path; ``fill`` says how its inside is shaded, ``none`` for not at all.

    ``size`` is the grid its numbers count on, 0 for the shape's own size.
    """

    steps: tuple[Step, ...]
    fill: str = "norm"
    stroked: bool = True
    size: tuple[float, float] = (0.0, 0.0)


class Recipe(NamedTuple):
    """Guides in the order they are computed, the box for the text, and the traces."""

    guides: tuple[tuple[str, str], ...]
    text_box: tuple[str, str, str, str]
    traces: tuple[Trace, ...]


def read_guides(entry: Element | None) -> tuple[tuple[str, str], ...]:
    """Return the names and formulas of a list of guides or of adjust values."""
    children = () if entry is None else entry.findall("{*}gd")
    return tuple((child.get("name", ""), child.get("fmla", "")) for child in children)


def read_outline(entry: Element) -> Recipe:
    """Read an outline drawn by hand."""
    box = entry.find("{*}rect")
    sides = _EVERYWHERE if box is None else [box.get(side, side) for side in _EVERYWHERE]
    return Recipe(
        read_guides(entry.find("{*}avLst")) + read_guides(entry.find("{*}gdLst")),
        (sides[0], sides[1], sides[2], sides[3]),
        tuple(_trace(path) for path in entry.findall("{*}pathLst/{*}path")),
    )


def _trace(path: Element) -> Trace:
    children = list(path.iterchildren("{*}*"))[:_MOST_STEPS]
    return Trace(
        tuple(step for child in children if (step := _step(child))),
        path.get("fill", "norm"),
        flag(path, "stroke", default=True),
        (max(number(path, "w"), 0), max(number(path, "h"), 0)),
    )


def _step(child: Element) -> Step | None:
    name = local(child)
    if name == "arcTo":
        return "A", tuple(child.get(part, "0") for part in ("wR", "hR", "stAng", "swAng"))
    if name not in _LETTERS:
        return None
    places = child.findall("{*}pt")
    values = tuple(point.get(axis, "0") for point in places for axis in ("x", "y"))
    wanted = {"M": 2, "L": 2, "C": 6, "Q": 4, "Z": 0}[_LETTERS[name]]
    return (_LETTERS[name], values) if len(values) == wanted else None
