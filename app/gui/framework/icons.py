"""Icons of one family, drawn in the colours of the theme.

The files in ``resources/icons`` are line drawings in ``currentColor``; here they are given the
colour of the text, so that they are as easy to see as words, light and dark.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.gui.framework import theme
from app.kernel.resources import resources

_SIZES = (16, 24, 32, 48)


def icon(name: str, colour: str = "") -> QIcon:
    """Return an icon in a colour (that of text if none is given).

    Raises ``FileNotFoundError`` where there is no such icon.
    """
    return _drawn(name, colour or theme.current().text)


@cache
def _drawn(name: str, colour: str) -> QIcon:
    source = (resources() / "icons" / f"{name}.svg").read_text("utf-8")
    renderer = QSvgRenderer(QByteArray(source.replace("currentColor", colour).encode()))
    made = QIcon()
    for size in _SIZES:
        made.addPixmap(_pixmap(renderer, size))
    return made


def _pixmap(renderer: QSvgRenderer, size: int) -> QPixmap:
    pixmap = QPixmap(QSize(size, size))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
