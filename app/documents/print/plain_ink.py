"""Ink for sheets that are printed in black and white (単色印刷)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from app.documents.print.ink import Ink, Pen
from app.documents.print.lines import Run

_BLACK = "000000"


class PlainInk(Ink):
    """Draws letters and lines black and leaves fills out; pictures and shapes keep their colours.

    White letters on a dark fill are thereby black on white, as Excel prints them.
    """

    def area(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Fill nothing."""

    def line(self, x0: float, y0: float, x1: float, y1: float, **how: Any) -> None:
        """Draw a black line."""
        super().line(x0, y0, x1, y1, **{**how, "colour": _BLACK})

    def glyphs(self, pen: Pen, x: float, y: float, runs: Sequence[Run]) -> None:
        """Draw black letters."""
        super().glyphs(pen._replace(colour=_BLACK), x, y, runs)
