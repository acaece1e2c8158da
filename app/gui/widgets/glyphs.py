"""Which characters the bundled fonts of the screen can draw."""

from __future__ import annotations

import unicodedata
from functools import cache

from PySide6.QtGui import QRawFont

from app.gui.framework.theme import FONT_FILES
from app.kernel.resources import resources

_SIZE = 12.0


@cache
def _fonts() -> tuple[QRawFont, ...]:
    folder = resources() / "fonts"
    return tuple(QRawFont(str(folder / name), _SIZE) for name in FONT_FILES)


def unshowable(text: str) -> tuple[str, ...]:
    """Return the characters of a text that would be drawn as an empty box, each once.

    Variation selectors are not among them: a variant no font has is drawn as its base.
    """
    return tuple(char for char in dict.fromkeys(text) if not _drawable(char))


@cache
def _drawable(char: str) -> bool:
    if unicodedata.category(char) in ("Mn", "Cc", "Cf", "Zs", "Zl", "Zp"):
        return True
    code = ord(char)
    return any(font.supportsCharacter(code) for font in _fonts())
