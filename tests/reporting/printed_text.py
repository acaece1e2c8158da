"""What a reader sees on the pages of a print."""

from __future__ import annotations

import io

import pypdfium2


def texts(pdf: bytes) -> list[str]:
    """Return what a reader sees on each page."""
    book = pypdfium2.PdfDocument(io.BytesIO(pdf))
    try:
        return [page.get_textpage().get_text_range() for page in book]
    finally:
        book.close()
