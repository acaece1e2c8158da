"""What a conditional format changes of a cell's look (a ``dxf`` of the styles part)."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from functools import lru_cache

from app.documents.form.markup import Element, local, q
from app.documents.sheet.attributes import child_flag, flag
from app.documents.sheet.colours import Palette
from app.documents.sheet.look import Edge, Font, Look

_SIDES = {"left": "left", "start": "left", "right": "right", "end": "right", "top": "top",
          "bottom": "bottom"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FontChange:
    """What is said of the font; ``None`` leaves it as it is."""

    bold: bool | None = None
    italic: bool | None = None
    underline: str | None = None
    strike: bool | None = None
    colour: str | None = None


@dataclass(frozen=True, slots=True)
class LookChange:
    """What one rule changes; ``None`` leaves it as it is.  ``edges`` are by their sides."""

    font: FontChange = field(default_factory=FontChange)
    fill: str | None = None
    edges: tuple[tuple[str, Edge | None], ...] = ()
    format: str | None = None

    def over(self, other: LookChange) -> LookChange:
        """Return this change with another one below it, which shows where this says nothing."""
        mine, theirs = self.font, other.font
        pairs = {
            name.name: getattr(theirs if getattr(mine, name.name) is None else mine, name.name)
            for name in fields(FontChange)
        }
        return LookChange(
            FontChange(**pairs),
            other.fill if self.fill is None else self.fill,
            tuple((dict(other.edges) | dict(self.edges)).items()),
            other.format if self.format is None else self.format,
        )

    def applied(self, look: Look) -> Look:
        """Return a look as it is changed."""
        return _applied(self, look)


@lru_cache(maxsize=2_000)
def _applied(change: LookChange, look: Look) -> Look:
    font = {
        name.name: value
        for name in fields(FontChange)
        if (value := getattr(change.font, name.name)) is not None
    }
    return replace(
        look,
        font=replace(look.font, **font) if font else look.font,
        fill=look.fill if change.fill is None else change.fill,
        borders=replace(look.borders, **dict(change.edges)) if change.edges else look.borders,
        format=look.format if change.format is None else change.format,
    )


def read_change(entry: Element, palette: Palette) -> LookChange:
    """Read a ``dxf``, of the styles part or inside a newer rule."""
    code = entry.find(q("numFmt"))
    return LookChange(
        _font(entry.find(q("font")), palette),
        _fill(entry.find(f"{q('fill')}/{q('patternFill')}"), palette),
        _edges(entry.find(q("border")), palette),
        None if code is None else code.get("formatCode"),
    )


def _font(entry: Element | None, palette: Palette) -> FontChange:
    if entry is None:
        return FontChange()
    line, colour = entry.find(q("u")), entry.find(q("color"))
    underline = None if line is None else line.get("val", "single")
    return FontChange(
        bold=_switch(entry, "b"),
        italic=_switch(entry, "i"),
        underline="" if underline == "none" else underline,
        strike=_switch(entry, "strike"),
        colour=None if colour is None else palette.colour(colour, Font().colour),
    )


def _switch(entry: Element, name: str) -> bool | None:
    return child_flag(entry, name) if entry.find(q(name)) is not None else None


def _fill(pattern: Element | None, palette: Palette) -> str | None:
    """Return a fill's colour: of a plain one the background, unlike in a cell's own style."""
    if pattern is None:
        return None
    if pattern.get("patternType") == "none":
        return ""
    back, front = pattern.find(q("bgColor")), pattern.find(q("fgColor"))
    chosen = front if back is None else back
    if chosen is None or flag(chosen, "auto"):
        return None
    return palette.colour(chosen) or None


def _edges(border: Element | None, palette: Palette) -> tuple[tuple[str, Edge | None], ...]:
    found: dict[str, Edge | None] = {}
    for entry in () if border is None else border.iterchildren("{*}*"):
        side, style = _SIDES.get(local(entry)), entry.get("style")
        if side and style:
            colour = palette.colour(entry.find(q("color")), "000000")
            found[side] = None if style == "none" else Edge(style, colour)
    return tuple(found.items())
