"""A page of LibreOffice's and the same page of ours in one picture."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PIL import Image

_WIDTH = 620
_GAP = 12


def draw(theirs: Path, ours: Path, page: int, target: Path) -> None:
    """Write the picture; a page that one of them lacks stays white."""
    left, right = _page(theirs, page), _page(ours, page)
    sheet = Image.new("L", (2 * _WIDTH + _GAP, max(left.height, right.height)), 128)
    sheet.paste(left, (0, 0))
    sheet.paste(right, (_WIDTH + _GAP, 0))
    target.parent.mkdir(parents=True, exist_ok=True)
    sheet.quantize(16).save(target, optimize=True)


def _page(pdf: Path, page: int) -> Image.Image:
    document = pypdfium2.PdfDocument(pdf)
    try:
        if page > len(document):
            return Image.new("L", (_WIDTH, _WIDTH), 255)
        found = document[page - 1]
        picture = found.render(scale=_WIDTH / found.get_width(), grayscale=True).to_pil()
        return picture.convert("L").resize((_WIDTH, round(picture.height * _WIDTH / picture.width)))
    finally:
        document.close()
