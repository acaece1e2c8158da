"""Colours of drawings: by number, by name or of the theme, then made lighter, darker, fainter."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from app.documents.form.markup import Element, local
from app.documents.sheet.attributes import number

_WHOLE = 100_000
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_ROLES = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
_NAMED = {
    "black": "000000", "white": "FFFFFF", "red": "FF0000", "green": "008000", "blue": "0000FF",
    "yellow": "FFFF00", "gray": "808080", "grey": "808080", "silver": "C0C0C0", "navy": "000080",
    "maroon": "800000", "olive": "808000", "lime": "00FF00", "aqua": "00FFFF", "cyan": "00FFFF",
    "teal": "008080", "fuchsia": "FF00FF", "magenta": "FF00FF", "purple": "800080",
    "orange": "FFA500", "pink": "FFC0CB", "brown": "A52A2A", "lightGray": "D3D3D3",
    "ltGray": "D3D3D3", "darkGray": "A9A9A9", "dkGray": "A9A9A9", "dkBlue": "00008B",
    "dkRed": "8B0000", "dkGreen": "006400", "ltBlue": "ADD8E6", "ltGreen": "90EE90",
}  # fmt: skip
"""The names (of CSS, shortened) that are met in files; others are black."""

_SYSTEM = {"windowText": "000000", "window": "FFFFFF", "btnFace": "F0F0F0", "grayText": "6D6D6D"}

Parts = tuple[float, float, float]


class Paint(NamedTuple):
    """A colour as RRGGBB, and how much of it covers what lies behind."""

    colour: str
    alpha: float = 1.0


class Colours:
    """Turns the colour elements of drawings into paints."""

    def __init__(self, theme: Mapping[str, str]) -> None:
        """Keep the theme's colours by their names (``dk1``, ``accent1`` …)."""
        self._theme = theme

    def inside(self, element: Element | None, placeholder: Paint | None = None) -> Paint | None:
        """Return the colour that an element holds as its child; ``None`` if it holds none."""
        for child in () if element is None else element.iterchildren("{*}*"):
            plain = self._plain(child, placeholder)
            if plain is not None:
                return _changed(child, plain)
        return None

    def _plain(self, entry: Element, placeholder: Paint | None) -> Paint | None:
        value = entry.get("val") or ""
        match local(entry):
            case "srgbClr":
                return Paint(value.upper() if _HEX.fullmatch(value) else "000000")
            case "schemeClr" if value == "phClr":
                return placeholder or Paint("000000")
            case "schemeClr":
                return Paint(self._theme.get(_ROLES.get(value, value), "000000"))
            case "sysClr":
                last = entry.get("lastClr") or ""
                return Paint(
                    _SYSTEM.get(value) or (last.upper() if _HEX.fullmatch(last) else "0" * 6)
                )
            case "prstClr":
                return Paint(_NAMED.get(value, "000000"))
            case "scrgbClr":
                parts = tuple(_gamma(number(entry, which) / _WHOLE) for which in "rgb")
                return Paint(_written((parts[0], parts[1], parts[2])))
            case "hslClr":
                hue, sat, lum = (number(entry, which) for which in ("hue", "sat", "lum"))
                turn = hue / 21_600_000 % 1
                return Paint(_written(colorsys.hls_to_rgb(turn, lum / _WHOLE, sat / _WHOLE)))
        return None


def _changed(entry: Element, paint: Paint) -> Paint:
    """Apply what stands inside a colour, in its order."""
    parts, alpha = _parts(paint.colour), paint.alpha
    for change in entry.iterchildren("{*}*"):
        name, share = local(change), number(change, "val") / _WHOLE
        if name.startswith("alpha"):
            alpha = {"alpha": share, "alphaMod": alpha * share}.get(name, alpha + share)
        else:
            parts = _shifted(name, share, parts)
    return Paint(_written(parts), min(max(alpha, 0.0), 1.0))


def _shifted(name: str, share: float, parts: Parts) -> Parts:
    """Change a colour; shades and tints are mixed as light is, the rest by hue and lightness."""
    match name:
        case "shade":
            return _each(parts, lambda part: _gamma(_linear(part) * share))
        case "tint":
            return _each(parts, lambda part: _gamma(_linear(part) * share + 1 - share))
        case "gray":
            grey = 0.3 * parts[0] + 0.59 * parts[1] + 0.11 * parts[2]
            return grey, grey, grey
        case "inv":
            return _each(parts, lambda part: 1 - part)
    if name[:3] not in {"lum", "sat", "hue"}:
        return parts
    hue, light, depth = colorsys.rgb_to_hls(*parts)
    values = {"hue": hue, "lum": light, "sat": depth}
    which, how = name[:3], name[3:]
    old = values[which]
    values[which] = {"Mod": old * share, "Off": old + share}.get(how, share)
    light, depth = (min(max(values[each], 0.0), 1.0) for each in ("lum", "sat"))
    return colorsys.hls_to_rgb(values["hue"] % 1, light, depth)


def _each(parts: Parts, change: Callable[[float], float]) -> Parts:
    return change(parts[0]), change(parts[1]), change(parts[2])


def blend(one: Paint, other: Paint, share: float) -> Paint:
    """Return what lies between two paints; ``share`` is the first one's."""
    pairs = zip(_parts(one.colour), _parts(other.colour), strict=True)
    red, green, blue = (a * share + b * (1 - share) for a, b in pairs)
    return Paint(_written((red, green, blue)), one.alpha * share + other.alpha * (1 - share))


def _parts(colour: str) -> Parts:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def _written(parts: Parts) -> str:
    return "".join(f"{round(min(max(part, 0), 1) * 255):02X}" for part in parts)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _gamma(part: float) -> float:
    part = min(max(part, 0.0), 1.0)
    return part * 12.92 if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055
