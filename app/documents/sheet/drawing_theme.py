"""What a theme holds for drawings: colours by name, fonts, and the styles of fills and lines."""

from __future__ import annotations

from app.documents.form.markup import Element, local
from app.documents.sheet.colours import OFFICE_THEME
from app.documents.sheet.drawing_colours import Colours

_NAMES = (
    "lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6",
    "hlink", "folHlink",
)  # fmt: skip
_FONT = "游ゴシック"


class DrawingTheme:
    """A workbook's theme as its drawings use it; Office's own colours where there is none."""

    def __init__(self, root: Element | None, default_font: str = _FONT) -> None:
        """Read the theme's part; ``default_font`` stands for fonts that it does not name."""
        self.colours = Colours(_colours(root))
        self._fonts = _fonts(root, default_font)
        self._fills = _styles(root, "fillStyleLst")
        self._lines = _styles(root, "lnStyleLst")

    def font(self, typeface: str) -> str:
        """Return a font's name; ``+mn-ea`` and the like are the theme's."""
        return self._fonts.get(typeface, typeface)

    def fill(self, place: int) -> Element | None:
        """Return the fill of a style by its number from 1; ``None`` for 0."""
        return _nth(self._fills, place)

    def line(self, place: int) -> Element | None:
        """Return the line of a style by its number from 1; ``None`` for 0."""
        return _nth(self._lines, place)


def _nth(styles: list[Element], place: int) -> Element | None:
    if place <= 0 or not styles:
        return None
    return styles[min(place, len(styles)) - 1]


def _colours(root: Element | None) -> dict[str, str]:
    found = dict(zip(_NAMES, OFFICE_THEME, strict=True))
    scheme = None if root is None else root.find(".//{*}clrScheme")
    reader = Colours({})
    for entry in () if scheme is None else scheme.iterchildren("{*}*"):
        if paint := reader.inside(entry):
            found[local(entry)] = paint.colour
    return found


def _fonts(root: Element | None, default: str) -> dict[str, str]:
    found = {}
    for group, sign in (("majorFont", "mj"), ("minorFont", "mn")):
        fonts = None if root is None else root.find(f".//{{*}}fontScheme/{{*}}{group}")
        latin, asian = _typeface(fonts, "latin"), _typeface(fonts, "ea")
        found[f"+{sign}-lt"] = found[f"+{sign}-cs"] = latin or default
        found[f"+{sign}-ea"] = asian or _for_japanese(fonts) or default
    return found


def _typeface(fonts: Element | None, which: str) -> str:
    entry = None if fonts is None else fonts.find(f"{{*}}{which}")
    return "" if entry is None else entry.get("typeface", "")


def _for_japanese(fonts: Element | None) -> str:
    entries = [] if fonts is None else fonts.findall("{*}font")
    return next((e.get("typeface", "") for e in entries if e.get("script") == "Jpan"), "")


def _styles(root: Element | None, group: str) -> list[Element]:
    found = None if root is None else root.find(f".//{{*}}fmtScheme/{{*}}{group}")
    return [] if found is None else list(found.iterchildren("{*}*"))
