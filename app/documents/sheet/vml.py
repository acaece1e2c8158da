"""The older drawing language that Excel still writes for controls and pictures in headers.

Such parts are often no well-formed XML (``<br>`` left open), so they are read with forgiveness.
"""

from __future__ import annotations

import re

from lxml import etree

from app.documents.form.markup import Element
from app.documents.form.package import Package
from app.documents.sheet.attributes import relation_named

_UNITS = {"pt": 1.0, "px": 0.75, "in": 72.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "": 0.75}
_LENGTH = re.compile(r"\s*(-?\d*\.?\d+)\s*([a-z]*)\s*", re.IGNORECASE)
_COLOUR = re.compile(r"#([0-9A-Fa-f]{6})")
_SHORT_COLOUR = re.compile(r"#([0-9A-Fa-f]{3})(?![0-9A-Fa-f])")
_OPEN_BREAK = re.compile(rb"<br\s*>", re.IGNORECASE)
_LONGEST = 30_000.0


def read_vml(package: Package, part: str) -> Element | None:
    """Return a part's tree; ``None`` where nothing of it can be read."""
    data = package.read(part)
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    try:
        return etree.fromstring(_OPEN_BREAK.sub(b"<br/>", data), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def style_of(shape: Element) -> dict[str, str]:
    """Return the entries of a shape's style."""
    pairs = (entry.partition(":") for entry in shape.get("style", "").split(";"))
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def length(text: str) -> float:
    """Return a length such as ``12pt`` in points; 0 for nonsense."""
    found = _LENGTH.fullmatch(text)
    if found is None:
        return 0.0
    return min(max(float(found[1]) * _UNITS.get(found[2].lower(), 0.75), -_LONGEST), _LONGEST)


def share(text: str) -> float:
    """Return a share such as ``13107f`` (of 65536) or ``0.2``; 0 for nonsense."""
    try:
        return float(text[:-1]) / 65_536 if text.endswith("f") else float(text or 0)
    except ValueError:
        return 0.0


def colour(text: str, default: str) -> str:
    """Return a colour as RRGGBB (``#ffffff``, ``#fff``, ``white [65]``)."""
    if found := _COLOUR.match(text):
        return found[1].upper()
    if found := _SHORT_COLOUR.match(text):
        return "".join(letter * 2 for letter in found[1]).upper()
    word = text.partition(" ")[0].lower()
    names = {"window": "FFFFFF", "white": "FFFFFF", "windowtext": "000000", "black": "000000"}
    return names.get(word, default)


def picture_of(shape: Element) -> tuple[str, tuple[float, float, float, float]]:
    """Return the relation of a shape's picture ("" for none) and what is cut off its sides."""
    entry = shape.find("{*}imagedata")
    if entry is None:
        return "", (0, 0, 0, 0)
    left, top, right, bottom = (
        min(max(share(entry.get(f"crop{side}", "")), 0), 0.99)
        for side in ("left", "top", "right", "bottom")
    )
    return relation_named(entry, "relid"), (left, top, right, bottom)
