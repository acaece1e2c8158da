"""Colours of a workbook: fixed, indexed, of the theme, and tinted."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Sequence

from app.documents.form.markup import Element, number
from app.documents.number.palette import INDEXED

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"

_RGB = re.compile(r"(?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{6})")
OFFICE_THEME = [
    "FFFFFF", "000000", "E7E6E6", "44546A", "5B9BD5", "ED7D31",
    "A5A5A5", "FFC000", "4472C4", "70AD47", "0563C1", "954F72",
]  # fmt: skip


class Palette:
    """Turns a colour element into RRGGBB."""

    def __init__(self, theme: Sequence[str] = (), indexed: Sequence[str] = ()) -> None:
        """Keep the theme's colours, in the order that cells count them, and the palette."""
        self._theme = theme or OFFICE_THEME
        self._indexed = indexed or INDEXED

    def colour(self, element: Element | None, default: str = "") -> str:
        """Return the colour an element names; ``default`` for none, automatic or unreadable."""
        if element is None:
            return default
        return _tinted(self._plain(element, default), element.get("tint"))

    def _plain(self, element: Element, default: str) -> str:
        found = _RGB.fullmatch(element.get("rgb") or "")
        if found:
            return found[1].upper()
        for name, colours in (("theme", self._theme), ("indexed", self._indexed)):
            place = number(element.get(name), len(colours))
            if place < len(colours):
                return colours[place]
        return default


def _tinted(colour: str, tint: str | None) -> str:
    try:
        amount = float(tint or 0)
    except ValueError:
        return colour
    if not amount or not colour:
        return colour
    hue, light, depth = colorsys.rgb_to_hls(
        *(int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    )
    light = light * (1 + amount) if amount < 0 else light * (1 - amount) + amount
    return _written(colorsys.hls_to_rgb(hue, min(max(light, 0), 1), depth))


def mixed(front: str, back: str, share: float) -> str:
    """Return a colour between two, as a pattern of dots looks from afar."""
    pairs = ((int(front[at : at + 2], 16), int(back[at : at + 2], 16)) for at in (0, 2, 4))
    return _written([(one * share + other * (1 - share)) / 255 for one, other in pairs])


def _written(parts: Sequence[float]) -> str:
    return "".join(f"{round(min(max(part, 0), 1) * 255):02X}" for part in parts)


def theme_colours(root: Element | None) -> list[str]:
    """Return a theme's twelve colours in the order that cells count them: light before dark."""
    scheme = None if root is None else root.find(f".//{{{DRAWING}}}clrScheme")
    if scheme is None:
        return []
    colours = []
    for entry in scheme.iterchildren("{*}*"):
        inner = entry[0] if len(entry) else entry
        found = _RGB.fullmatch(inner.get("lastClr") or inner.get("val") or "")
        colours.append(found[1].upper() if found else "000000")
    if len(colours) < 4:
        return []
    return [colours[1], colours[0], colours[3], colours[2], *colours[4:]]
