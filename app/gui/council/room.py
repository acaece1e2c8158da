"""How much room parts of a meeting take, in rows of a list, so that small screens hold them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.gui.framework import theme


def no_more_than(widget: QWidget, rows: float) -> None:
    """Let a widget be no higher than so many rows of a list."""
    widget.setMaximumHeight(round(theme.row_height() * rows))


def fit_rows(widget: QWidget, rows: int, most: int) -> None:
    """Let a list be as high as its rows, up to so many."""
    shown = min(max(rows, 2), most)
    widget.setFixedHeight(theme.row_height() * shown + theme.row_height() // 4)


def scrolled(pane: QWidget) -> QScrollArea:
    """Let a pane keep the height it needs where letters are large and the screen is small."""
    area, inside = QScrollArea(), QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 4, 0)
    column.addWidget(pane)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    area.setFocusProxy(pane)
    return area


def no_less_than(widget: QWidget, rows: float) -> None:
    """Let a widget be no lower than so many rows of a list: what holds it scrolls instead."""
    widget.setMinimumHeight(round(theme.row_height() * rows))
