"""Headers and footers on the page, each in three parts."""

from __future__ import annotations

from dataclasses import replace

from app.documents.print.fitting import baseline
from app.documents.print.header_codes import PageFacts, Runs, read_codes
from app.documents.print.header_room import height_of, room_of
from app.documents.print.ink import Ink
from app.documents.print.lines import Line, paragraphs, pitch
from app.documents.print.rules import Rules
from app.documents.print.setting import set_line
from app.documents.sheet.look import Font
from app.documents.sheet.page_setup import PageSetup

_FREE_MARGIN = 0.7 * 72
"""At the sides of headers that are not aligned with the page's margins."""


class HeaderDrawing:
    """Draws the headers and footers of one sheet's pages."""

    def __init__(self, setup: PageSetup, font: Font, rules: Rules, scale: float) -> None:
        """Take the sheet's setup, the workbook's default font, and the scale of its pages."""
        self._setup, self._font, self._rules = setup, font, rules
        scaled = setup.header_footer.scales and rules.headers_scale
        self._scale = scale if scaled else 1.0
        aligned = setup.header_footer.aligned or not rules.headers_scale
        sides = ("left", "right")
        self._left, self._right = (
            setup.margins[side] if aligned else _FREE_MARGIN for side in sides
        )

    def draw(self, ink: Ink, facts: PageFacts, *, first: bool) -> None:
        """Draw one page's; the ink's origin is the paper's corner, its scale 1."""
        for kind in ("Header", "Footer"):
            code = self._setup.header_footer.text(kind, first=first, even=facts.page % 2 == 0)
            for side, runs in read_codes(code, self._font, facts).items():
                if runs:
                    self._draw_part(ink, kind, side, self._sized(runs))

    def _sized(self, runs: Runs) -> Runs:
        if self._scale == 1:
            return runs
        return [(text, replace(font, size=font.size * self._scale)) for text, font in runs]

    def _draw_part(self, ink: Ink, kind: str, side: str, runs: Runs) -> None:
        usual, named = runs[0][1], self._rules.named_line_height
        lines = [Line(atoms, last=True) for atoms in paragraphs(runs)]
        heights = [pitch(line.atoms, usual, 1, named=named) for line in lines]
        top = self._top(kind, runs, sum(heights))
        for line, height in zip(lines, heights, strict=True):
            spare = self._setup.width - self._left - self._right - line.width
            x = self._left + {"L": 0.0, "C": spare / 2, "R": spare}[side]
            set_line(ink, line, x, top + baseline(line, height, usual, 1))
            top += height

    def _top(self, kind: str, runs: Runs, height: float) -> float:
        setup = self._setup
        room = room_of(setup, kind, self._font, self._rules)
        inside = max(room - height_of(runs), 0) / 2 if room else 0.0
        if kind == "Header":
            return setup.margins["header"] + inside
        return setup.height - setup.margins["footer"] - inside - height
