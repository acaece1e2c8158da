"""The text inside a shape, as its part of the drawing says it: paragraphs, fonts, room."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import NamedTuple

from app.documents.form.markup import Element, local
from app.documents.sheet.anchors import points
from app.documents.sheet.attributes import flag, number, whole
from app.documents.sheet.drawing_theme import DrawingTheme
from app.documents.sheet.look import Font

_WHOLE = 100_000
_ANGLE = 60_000
_SIDE, _EDGE = 91_440, 45_720
_USUAL_SIZE = 1_100
_FIRST_WIDE = 0x2E80
_WIDE_SIGNS = range(0x2010, 0x2E80)
_CIRCLED = 0x2460
_MOST_NUMBERED = 20

Runs = tuple[tuple[str, Font], ...]


class Spacing(NamedTuple):
    """A distance: a share of the line's height, or points where ``exact``."""

    amount: float
    exact: bool = False


_SINGLE, _NOTHING = Spacing(1.0), Spacing(0.0, exact=True)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; lengths in points.  ``font`` is that of its end, for an empty one."""

    runs: Runs
    font: Font
    side: str = "l"
    left: float = 0.0
    hanging: float = 0.0
    bullet: tuple[str, Font] | None = None
    line: Spacing = _SINGLE
    before: Spacing = _NOTHING
    after: Spacing = _NOTHING


@dataclass(frozen=True, slots=True)
class Body:
    """A shape's text and the room it has.

    ``insets`` are left, top, right and bottom in points; ``direction`` is the format's own word
    (horz, vert, vert270, eaVert …); ``turn`` degrees clockwise; ``scale`` below 1 where Excel made
    the text smaller to fit, ``tighter`` what it took from the line's spacing.
    """

    paragraphs: tuple[Paragraph, ...]
    insets: tuple[float, float, float, float]
    anchor: str = "t"
    centred: bool = False
    wraps: bool = True
    direction: str = "horz"
    turn: float = 0.0
    upright: bool = False
    scale: float = 1.0
    tighter: float = 0.0
    clips: bool = False

    @property
    def text(self) -> str:
        """Return all the text, without its fonts."""
        return "\n".join("".join(text for text, _ in part.runs) for part in self.paragraphs)


class TextReader:
    """Reads the texts of one workbook's drawings."""

    def __init__(self, theme: DrawingTheme) -> None:
        """Keep the theme that fonts and colours come from."""
        self._theme = theme

    def body(self, entry: Element | None, style: Element | None) -> Body | None:
        """Read a shape's text; ``None`` where it has none."""
        if entry is None:
            return None
        properties = entry.find("{*}bodyPr")
        levels = entry.find("{*}lstStyle")
        numbers: dict[int, int] = {}
        found = tuple(
            self._paragraph(part, levels, style, numbers) for part in entry.findall("{*}p")
        )
        fitted = None if properties is None else properties.find("{*}normAutofit")
        return Body(
            found,
            insets=(
                points(properties, "lIns", _SIDE), points(properties, "tIns", _EDGE),
                points(properties, "rIns", _SIDE), points(properties, "bIns", _EDGE),
            ),
            anchor="t" if properties is None else properties.get("anchor", "t"),
            centred=flag(properties, "anchorCtr"),
            wraps=properties is None or properties.get("wrap", "square") != "none",
            direction="horz" if properties is None else properties.get("vert", "horz"),
            turn=number(properties, "rot") / _ANGLE,
            upright=flag(properties, "upright"),
            scale=min(max(number(fitted, "fontScale", _WHOLE) / _WHOLE, 0.05), 1),
            tighter=min(max(number(fitted, "lnSpcReduction") / _WHOLE, 0), 0.9),
            clips=properties is not None and properties.get("vertOverflow") == "clip",
        )  # fmt: skip

    def _paragraph(
        self,
        entry: Element,
        levels: Element | None,
        style: Element | None,
        numbers: dict[int, int],
    ) -> Paragraph:
        own = entry.find("{*}pPr")
        level = min(max(whole(own, "lvl"), 0), 8)
        theirs = None if levels is None else levels.find(f"{{*}}lvl{level + 1}pPr")
        sources = [source for source in (own, theirs) if source is not None]
        usual = None if theirs is None else theirs.find("{*}defRPr")
        runs: list[tuple[str, Font]] = []
        for child in entry.iterchildren("{*}*"):
            runs += self._run(child, usual, style)
        end = self._fonts(entry.find("{*}endParaRPr"), usual, style)
        first = runs[0][1] if runs else end[1]
        return Paragraph(
            tuple(runs),
            first if runs else end[1],
            side=_first(sources, "algn", "l"),
            left=max(points(_holding(sources, "marL"), "marL"), 0),
            hanging=points(_holding(sources, "indent"), "indent"),
            bullet=self._bullet(sources, first, level, numbers),
            line=_spacing(sources, "lnSpc", _SINGLE),
            before=_spacing(sources, "spcBef", _NOTHING),
            after=_spacing(sources, "spcAft", _NOTHING),
        )

    def _run(
        self, child: Element, usual: Element | None, style: Element | None
    ) -> list[tuple[str, Font]]:
        name = local(child)
        if name not in {"r", "fld", "br"}:
            return []
        latin, asian = self._fonts(child.find("{*}rPr"), usual, style)
        text = "\n" if name == "br" else (child.findtext("{*}t") or "").replace("\t", "    ")
        return [
            ("".join(part), asian if wide else latin) for wide, part in groupby(text, key=_is_wide)
        ]

    def _fonts(
        self, own: Element | None, usual: Element | None, style: Element | None
    ) -> tuple[Font, Font]:
        """Return the font of Latin letters and that of Japanese ones."""
        sources = [source for source in (own, usual) if source is not None]
        reference = None if style is None else style.find("{*}fontRef")
        theirs = "mj" if reference is not None and reference.get("idx") == "major" else "mn"
        colours = self._theme.colours
        paints = (colours.inside(source.find("{*}solidFill")) for source in sources)
        paint = next((paint for paint in paints if paint), None) or colours.inside(reference)
        latin, asian = (
            self._theme.font(_typeface(sources, which) or f"+{theirs}-{script}")
            for which, script in (("latin", "lt"), ("ea", "ea"))
        )
        raised = whole(_holding(sources, "baseline"), "baseline")
        font = Font(
            name=latin,
            size=min(max(_size(sources) / 100, 1), 409),
            bold=flag(_holding(sources, "b"), "b"),
            italic=flag(_holding(sources, "i"), "i"),
            underline=_underline(_first(sources, "u", "none")),
            strike=_first(sources, "strike", "noStrike") != "noStrike",
            raised="superscript" if raised > 0 else "subscript" if raised < 0 else "",
            colour=paint.colour if paint else "000000",
        )
        return font, font if asian == latin else replace(font, name=asian)

    def _bullet(
        self, sources: list[Element], font: Font, level: int, numbers: dict[int, int]
    ) -> tuple[str, Font] | None:
        for source in sources:
            for child in source.iterchildren("{*}*"):
                match local(child):
                    case "buNone":
                        return None
                    case "buChar":
                        return child.get("char", "•"), font
                    case "buAutoNum":
                        place = numbers.get(level, whole(child, "startAt", 1) - 1) + 1
                        numbers[level] = place
                        return _numbered(child.get("type", ""), place), font
        return None


def _is_wide(character: str) -> bool:
    code = ord(character)
    return code >= _FIRST_WIDE or code in _WIDE_SIGNS


def _holding(sources: list[Element], name: str) -> Element | None:
    return next((source for source in sources if source.get(name) is not None), None)


def _first(sources: list[Element], name: str, default: str) -> str:
    holder = _holding(sources, name)
    return default if holder is None else holder.get(name, default)


def _size(sources: list[Element]) -> float:
    return number(_holding(sources, "sz"), "sz", _USUAL_SIZE)


def _typeface(sources: list[Element], which: str) -> str:
    for source in sources:
        entry = source.find(f"{{*}}{which}")
        if entry is not None and entry.get("typeface"):
            return entry.get("typeface", "")
    return ""


def _underline(kind: str) -> str:
    if kind == "none":
        return ""
    return "double" if kind in {"dbl", "wavyDbl"} else "single"


def _spacing(sources: list[Element], which: str, default: Spacing) -> Spacing:
    for source in sources:
        entry = source.find(f"{{*}}{which}")
        if entry is None:
            continue
        exact, share = entry.find("{*}spcPts"), entry.find("{*}spcPct")
        if exact is not None:
            return Spacing(min(max(number(exact, "val") / 100, 0), 1584), exact=True)
        if share is not None:
            return Spacing(min(max(number(share, "val", _WHOLE) / _WHOLE, 0), 10))
    return default


def _numbered(kind: str, place: int) -> str:
    if kind.startswith("circle") and 1 <= place <= _MOST_NUMBERED:
        return chr(_CIRCLED + place - 1)
    text = str(place)
    if kind.startswith("alpha"):
        text = chr(ord("a") + (place - 1) % 26)
        text = text.upper() if kind.startswith("alphaUc") else text
    if kind.endswith("ParenBoth"):
        return f"({text})"
    if kind.endswith("ParenR"):
        return f"{text})"
    return text if kind.endswith("Plain") else f"{text}."
