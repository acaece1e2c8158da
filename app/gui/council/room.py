"""How much room the parts of a meeting take: each grows into what there is, and can be low."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from app.gui.framework import theme


def at_least(widget: QWidget, rows: float) -> None:
    """Let a widget take the room there is, but no less than so many rows of a list."""
    policy = widget.sizePolicy()
    policy.setVerticalPolicy(QSizePolicy.Policy.Ignored)
    widget.setSizePolicy(policy)
    widget.setMinimumHeight(round(theme.row_height() * rows))


def fit_rows(widget: QWidget, rows: int, most: int) -> None:
    """Let a list be as high as its rows, up to so many."""
    shown = min(max(rows, 2), most)
    widget.setFixedHeight(theme.row_height() * shown + theme.row_height() // 4)
