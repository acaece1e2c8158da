"""Sizes of paper, by the numbers that Windows and the format give them.

B4 and B5 are the Japanese (JIS) ones.  A sheet that says nothing is printed on A4, as Excel does
with a printer in Japan.
"""

from __future__ import annotations

import re

from app.documents.form.markup import Element
from app.documents.sheet.attributes import whole

_MM = 72 / 25.4
_INCHES = {
    1: (8.5, 11), 2: (8.5, 11), 3: (11, 17), 4: (17, 11), 5: (8.5, 14), 6: (5.5, 8.5),
    7: (7.25, 10.5), 14: (8.5, 13), 16: (10, 14), 17: (11, 17), 18: (8.5, 11),
    19: (3.875, 8.875), 20: (4.125, 9.5), 21: (4.5, 10.375), 22: (4.75, 11), 23: (5, 11.5),
    24: (17, 22), 25: (22, 34), 26: (34, 44), 37: (3.875, 7.5), 38: (3.625, 6.5),
    39: (14.875, 11), 40: (8.5, 12), 41: (8.5, 13), 44: (9, 11), 45: (10, 11), 46: (15, 11),
    50: (9.5, 12), 51: (9.5, 15), 52: (11.69, 18), 54: (8.5, 11), 56: (9.5, 12), 59: (8.5, 12.69),
    75: (11, 8.5), 90: (12, 11),
}  # fmt: skip
_MILLIMETRES = {
    8: (297, 420), 9: (210, 297), 10: (210, 297), 11: (148, 210), 12: (257, 364), 13: (182, 257),
    15: (215, 275), 27: (110, 220), 28: (162, 229), 29: (324, 458), 30: (229, 324), 31: (114, 162),
    32: (114, 229), 33: (250, 353), 34: (176, 250), 35: (176, 125), 36: (110, 230), 42: (250, 353),
    43: (100, 148), 47: (220, 220), 53: (236, 322), 55: (210, 297), 57: (227, 356), 58: (305, 487),
    60: (210, 330), 61: (148, 210), 62: (182, 257), 63: (322, 445), 64: (174, 235), 65: (201, 276),
    66: (420, 594), 67: (297, 420), 68: (322, 445), 69: (200, 148), 70: (105, 148),
    71: (240, 332), 72: (216, 277), 73: (120, 235), 74: (90, 205),
    76: (420, 297), 77: (297, 210), 78: (210, 148), 79: (364, 257), 80: (257, 182), 81: (148, 100),
    82: (148, 200), 83: (148, 105), 84: (332, 240), 85: (277, 216), 86: (235, 120), 87: (205, 90),
    88: (128, 182), 89: (182, 128), 91: (105, 235), 92: (235, 105),
}  # fmt: skip
"""43 postcard (はがき), 69 its double, 71 and 72 the envelopes 角2 and 角3, 73 and 74 長3 and 長4,
91 洋4; from 75 the same papers lying on their side."""

A4 = (210 * _MM, 297 * _MM)
_UNITS = {"mm": _MM, "cm": 10 * _MM, "in": 72.0, "pt": 1.0, "pc": 12.0, "pi": 12.0}
_LENGTH = re.compile(r"\s*(\d{1,6}(?:\.\d{1,9})?)\s*(mm|cm|in|pt|pc|pi)\s*")
_LEAST, _MOST = 10 * _MM, 5_000 * _MM


def paper_size(setup: Element | None) -> tuple[float, float]:
    """Return width and height of the paper that a page setup asks for, in points.

    A size of its own (``paperWidth`` and ``paperHeight``) comes before the number.
    """
    own = tuple(_length(setup, side) for side in ("paperWidth", "paperHeight"))
    width, height = own if all(own) else _by_number(whole(setup, "paperSize", 9))
    if setup is not None and setup.get("orientation") == "landscape":
        return height, width
    return width, height


def _by_number(number: int) -> tuple[float, float]:
    if number in _INCHES:
        width, height = _INCHES[number]
        return width * 72, height * 72
    if number in _MILLIMETRES:
        across, down = _MILLIMETRES[number]
        return across * _MM, down * _MM
    return A4


def _length(setup: Element | None, name: str) -> float:
    match = _LENGTH.fullmatch("" if setup is None else setup.get(name, ""))
    points = float(match[1]) * _UNITS[match[2]] if match else 0.0
    return points if _LEAST <= points <= _MOST else 0.0
