"""How much room parts of a meeting take, in rows of a list, so that small screens hold them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.gui.framework import theme


def no_more_than(widget: QWidget, rows: float) -> None:
    """Let a widget be no higher than so many rows of a list."""
    widget.setMaximumHeight(round(theme.row_height() * rows))


def fit_rows(widget: QWidget, rows: int, most: int) -> None:
    """Let a list be as high as its rows, up to so many."""
    shown = min(max(rows, 2), most)
    widget.setFixedHeight(theme.row_height() * shown + theme.row_height() // 4)
