"""Pictures in headers and footers (&G), behind the sheet, as watermarks and marks of an office."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.documents.print.header_codes import PageFacts
from app.documents.print.ink import Ink
from app.documents.print.pictures import Pictures, draw_cropped
from app.documents.sheet.page_setup import PageSetup
from app.documents.sheet.worksheet import Worksheet

_CODE = re.compile(r'&"[^"]*"|&K(?:[0-9A-Fa-f]{6}|\d\d[+-]\d{3})|&(.)', re.DOTALL)


def draw_header_pictures(
    ink: Ink, pictures: Pictures, sheet: Worksheet, facts: PageFacts, scale: float, *, first: bool
) -> None:
    """Draw one page's; the ink's origin is the paper's corner, its scale 1."""
    setup, even = sheet.setup, facts.page % 2 == 0
    kind_of_page = _kind_of_page(setup, first=first, even=even)
    factor = scale if setup.header_footer.scales else 1.0
    for kind in ("Header", "Footer"):
        for side in _sides(setup.header_footer.text(kind, first=first, even=even)):
            found = sheet.header_pictures.get(f"{side}{kind[0]}{kind_of_page}")
            image = pictures.image(found.part) if found else None
            if found and image is not None:
                size = (found.width * factor, found.height * factor)
                box = (*_place(setup, kind, side, size), *size)
                draw_cropped(ink, image, box, found.crop)


def _kind_of_page(setup: PageSetup, *, first: bool, even: bool) -> str:
    if first and setup.header_footer.first_differs:
        return "FIRST"
    return "EVEN" if even and setup.header_footer.even_differs else ""


def _sides(code: str) -> Iterator[str]:
    """Yield the parts (L, C, R) of a header that hold a picture."""
    side = "C"
    for match in _CODE.finditer(code):
        letter = (match[1] or "").upper()
        if letter in {"L", "C", "R"}:
            side = letter
        elif letter == "G":
            yield side


def _place(
    setup: PageSetup, kind: str, side: str, size: tuple[float, float]
) -> tuple[float, float]:
    spare = setup.body_width - size[0]
    x = setup.margins["left"] + {"L": 0.0, "C": spare / 2, "R": spare}[side]
    if kind == "Header":
        return x, setup.margins["header"]
    return x, setup.height - setup.margins["footer"] - size[1]
