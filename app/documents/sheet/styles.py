"""The styles part: every cell style as a ``Look``, with fonts, fills and borders made out."""

from __future__ import annotations

from typing import TypeVar

from app.documents.form.markup import Element, q
from app.documents.number.format_code import BUILT_IN
from app.documents.sheet.attributes import child_flag, child_value, flag, whole
from app.documents.sheet.colours import Palette, mixed
from app.documents.sheet.look import Borders, Edge, Font, Look

_PATTERNS = {"gray125": 0.125, "gray0625": 0.0625, "lightGray": 0.25, "mediumGray": 0.5,
             "darkGray": 0.75}  # fmt: skip
_OTHER_PATTERN = 0.25
_TICKED = "{*}extLst/{*}ext/{*}xfComplement"
"""What marks the boxes to tick that cells have had since 2024; there is no other complement."""

_T = TypeVar("_T")
_LARGEST, _SMALLEST = 409.0, 1.0


class Styles:
    """The looks of a workbook by their numbers, and its default font."""

    def __init__(self, root: Element | None, palette: Palette) -> None:
        """Read the part; without one, everything has the default look."""
        self.palette, self.root = palette, root
        fonts = [self.font(entry) for entry in self._all("fonts", "font")]
        self.default_font = fonts[0] if fonts else Font()
        self._fonts = fonts or [Font()]
        self._fills = [self._fill(entry) for entry in self._all("fills", "fill")]
        self._borders = [self._border(entry) for entry in self._all("borders", "border")]
        self._formats = dict(BUILT_IN)
        for entry in self._all("numFmts", "numFmt"):
            self._formats[whole(entry, "numFmtId")] = entry.get("formatCode", "General")
        self._looks = [self._look(entry) for entry in self._all("cellXfs", "xf")] or [Look()]

    def look(self, place: int) -> Look:
        """Return a style by its number; the first one for a number that is not there."""
        return self._looks[place] if 0 <= place < len(self._looks) else self._looks[0]

    def font_at(self, place: int) -> Font:
        """Return a font by its number; the first one for a number that is not there."""
        return _item(self._fonts, place, self._fonts[0])

    def _all(self, group: str, entry: str) -> list[Element]:
        return [] if self.root is None else self.root.findall(f"{q(group)}/{q(entry)}")

    def font(self, entry: Element) -> Font:
        """Read a font, of a style or of a run in a rich text."""
        try:
            size = float(child_value(entry, "sz", "11"))
        except ValueError:
            size = 11.0
        line = entry.find(q("u"))
        underline = "" if line is None else line.get("val", "single")
        return Font(
            name=child_value(entry, "name") or child_value(entry, "rFont") or Font().name,
            size=min(max(size, _SMALLEST), _LARGEST),
            bold=child_flag(entry, "b"),
            italic=child_flag(entry, "i"),
            underline="" if underline == "none" else underline,
            strike=child_flag(entry, "strike"),
            raised=child_value(entry, "vertAlign").replace("baseline", ""),
            colour=self.palette.colour(entry.find(q("color")), "000000"),
        )

    def _fill(self, entry: Element) -> str:
        pattern = entry.find(q("patternFill"))
        if pattern is None:
            stop = entry.find(f"{q('gradientFill')}/{q('stop')}/{q('color')}")
            return self.palette.colour(stop)
        kind = pattern.get("patternType", "none")
        if kind == "none":
            return ""
        front = self.palette.colour(pattern.find(q("fgColor")), "000000")
        if kind == "solid":
            return front
        back = self.palette.colour(pattern.find(q("bgColor")), "FFFFFF")
        return mixed(front, back, _PATTERNS.get(kind, _OTHER_PATTERN))

    def _border(self, entry: Element) -> Borders:
        diagonal = self._edge(entry, "diagonal")
        return Borders(
            left=self._edge(entry, "left") or self._edge(entry, "start"),
            right=self._edge(entry, "right") or self._edge(entry, "end"),
            top=self._edge(entry, "top"),
            bottom=self._edge(entry, "bottom"),
            falling=diagonal if flag(entry, "diagonalDown") else None,
            rising=diagonal if flag(entry, "diagonalUp") else None,
        )

    def _edge(self, entry: Element, side: str) -> Edge | None:
        line = entry.find(q(side))
        style = "none" if line is None else line.get("style", "none")
        if line is None or style == "none":
            return None
        return Edge(style, self.palette.colour(line.find(q("color")), "000000"))

    def _look(self, entry: Element) -> Look:
        alignment = entry.find(q("alignment"))
        return Look(
            font=_item(self._fonts, whole(entry, "fontId"), self._fonts[0]),
            fill=_item(self._fills, whole(entry, "fillId"), ""),
            borders=_item(self._borders, whole(entry, "borderId"), Borders()),
            format=self._formats.get(whole(entry, "numFmtId"), "General"),
            horizontal=_named(alignment, "horizontal", "general"),
            vertical=_named(alignment, "vertical", "bottom"),
            wrap=flag(alignment, "wrapText"),
            shrink=flag(alignment, "shrinkToFit"),
            indent=max(whole(alignment, "indent"), 0),
            rotation=whole(alignment, "textRotation"),
            ticked=entry.find(_TICKED) is not None,
            justify_last=flag(alignment, "justifyLastLine"),
        )


def _item(items: list[_T], place: int, default: _T) -> _T:
    return items[place] if 0 <= place < len(items) else default


def _named(alignment: Element | None, which: str, default: str) -> str:
    return default if alignment is None else alignment.get(which, default)
