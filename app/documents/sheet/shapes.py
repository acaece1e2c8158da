"""What is drawn on a sheet: shapes, pictures and groups of them, each with its anchor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from app.documents.form.markup import Element, local
from app.documents.form.package import Package
from app.documents.sheet.anchors import Anchor, is_anchor, points, read_anchor
from app.documents.sheet.attributes import flag, number, relation_named, whole
from app.documents.sheet.drawing_theme import DrawingTheme
from app.documents.sheet.outlines import Recipe, read_guides, read_outline
from app.documents.sheet.paints import Fill, Paints, Stroke
from app.documents.sheet.shape_text import Body, TextReader

_ANGLE = 60_000
_WHOLE = 100_000
_DEEPEST = 30
_UNDERSTOOD = {"a14", "a15", "a16", "x14", "x15", "cx1", "cx2", "cx4"}
"""What alternatives may ask for.  Ink and solid models are not here: they bring a picture."""

_KINDS = {
    "chart": "グラフ", "chartex": "グラフ", "diagram": "SmartArt", "slicer": "スライサー",
    "timeslicer": "タイムライン", "ole": "埋め込まれた書類",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Placement:
    """A box in its group's measure (points), how it is mirrored, and turned clockwise."""

    x: float = 0.0
    y: float = 0.0
    width: float = 0.0
    height: float = 0.0
    turn: float = 0.0
    mirrored: bool = False
    flipped: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """A preset shape by its name with its adjust values, or an outline drawn by hand.

    ``link`` is the cell whose text it shows, where it shows one.
    """

    name: str
    placement: Placement
    preset: str = "rect"
    adjusts: tuple[tuple[str, str], ...] = ()
    outline: Recipe | None = None
    fill: Fill = None
    stroke: Stroke | None = None
    body: Body | None = None
    link: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture; ``part`` is empty where its file is not in the book.

    ``crop`` is the share cut off at the left, top, right and bottom.
    """

    name: str
    placement: Placement
    part: str
    crop: tuple[float, float, float, float] = (0, 0, 0, 0)
    alpha: float = 1.0
    fill: Fill = None
    stroke: Stroke | None = None


@dataclass(frozen=True, slots=True)
class Control:
    """A control of a form (``checkbox``, ``radio``, ``label``, ``group``, ``button``).

    ``state`` is ``on``, ``off`` or ``mixed``, unless the ``link``ed cell says otherwise.
    """

    name: str
    placement: Placement
    kind: str
    body: Body
    state: str = "off"
    link: str = ""
    fill: Fill = None
    stroke: Stroke | None = None


@dataclass(frozen=True, slots=True)
class Unknown:
    """What cannot be printed; ``kind`` in the user's words."""

    name: str
    placement: Placement
    kind: str


@dataclass(frozen=True, slots=True)
class Group:
    """Drawings held together; ``inner`` is the box, in their own measure, that they fill."""

    placement: Placement
    inner: tuple[float, float, float, float]
    members: tuple[Shape | Picture | Control | Unknown | Group, ...] = field(default=())


Drawn = Shape | Picture | Control | Unknown | Group


@dataclass(frozen=True, slots=True)
class Drawing:
    """One drawing at its place on the sheet."""

    anchor: Anchor
    content: Drawn


def read_drawings(package: Package, sheet_part: str, theme: DrawingTheme) -> list[Drawing]:
    """Return what is drawn on a sheet and printed with it, from back to front."""
    found: list[Drawing] = []
    for part in package.related(sheet_part, "drawing"):
        reader = _Reader(package, part, theme)
        for anchor in _chosen(package.tree(part)):
            if is_anchor(anchor):
                found += reader.drawings(anchor)
    return found


class _Reader:
    """Reads one drawing part."""

    def __init__(self, package: Package, part: str, theme: DrawingTheme) -> None:
        self._paints, self._texts = Paints(theme), TextReader(theme)
        self._targets: Mapping[str, str] = {
            relation.id: package.find(relation.target) or ""
            for relation in package.relations(part)
            if not relation.external
        }

    def drawings(self, entry: Element) -> Iterator[Drawing]:
        printed = flag(entry.find("{*}clientData"), "fPrintsWithSheet", default=True)
        anchor = read_anchor(entry)
        if anchor is None or not printed:
            return
        for child in _chosen(entry):
            content = self._drawn(child, None, 0)
            if content is not None:
                yield Drawing(anchor, content)

    def _drawn(self, entry: Element, fill: Fill, depth: int) -> Drawn | None:
        properties = entry.find("./*/{*}cNvPr")
        if flag(properties, "hidden") or depth > _DEEPEST:
            return None
        name = "" if properties is None else properties.get("name", "")
        match local(entry):
            case "sp" | "cxnSp":
                return self._shape(entry, name, fill)
            case "pic":
                return self._picture(entry, name)
            case "grpSp":
                return self._group(entry, fill, depth)
            case "graphicFrame" | "contentPart":
                return _unknown(entry, name)
        return None

    def _shape(self, entry: Element, name: str, group: Fill) -> Shape:
        look, style = entry.find("{*}spPr"), entry.find("{*}style")
        preset = None if look is None else look.find("{*}prstGeom")
        custom = None if look is None else look.find("{*}custGeom")
        return Shape(
            name,
            _placement(look),
            "rect" if preset is None else preset.get("prst", "rect"),
            read_guides(None if preset is None else preset.find("{*}avLst")),
            None if custom is None else read_outline(custom),
            self._paints.fill(look, style, group),
            self._paints.stroke(look, style),
            self._texts.body(entry.find("{*}txBody"), style),
            entry.get("textlink", ""),
        )

    def _picture(self, entry: Element, name: str) -> Picture:
        blip = entry.find("{*}blipFill/{*}blip")
        cut = entry.find("{*}blipFill/{*}srcRect")
        crop = [min(max(number(cut, side) / _WHOLE, -10), 0.99) for side in "ltrb"]
        look, style = entry.find("{*}spPr"), entry.find("{*}style")
        faint = None if blip is None else blip.find("{*}alphaModFix")
        return Picture(
            name,
            _placement(look),
            self._targets.get(relation_named(blip, "embed"), ""),
            (crop[0], crop[1], crop[2], crop[3]),
            min(max(number(faint, "amt", _WHOLE) / _WHOLE, 0), 1),
            self._paints.fill(look, style),
            self._paints.stroke(look, style),
        )

    def _group(self, entry: Element, fill: Fill, depth: int) -> Group:
        look = entry.find("{*}grpSpPr")
        frame = None if look is None else look.find("{*}xfrm")
        offset = None if frame is None else frame.find("{*}chOff")
        size = None if frame is None else frame.find("{*}chExt")
        own = self._paints.fill(look, None, fill)
        members = (self._drawn(child, own, depth + 1) for child in _chosen(entry))
        return Group(
            _placement(look),
            (points(offset, "x"), points(offset, "y"), points(size, "cx"), points(size, "cy")),
            tuple(member for member in members if member is not None),
        )


def _chosen(parent: Element) -> Iterator[Element]:
    """Yield the children; of alternatives the one that Excel takes."""
    for child in parent.iterchildren("{*}*"):
        if local(child) != "AlternateContent":
            yield child
            continue
        branches = list(child.iterchildren("{*}Choice", "{*}Fallback"))
        taken = next((branch for branch in branches if _is_understood(branch)), None)
        yield from () if taken is None else taken.iterchildren("{*}*")


def _is_understood(branch: Element) -> bool:
    return local(branch) == "Fallback" or _UNDERSTOOD.issuperset(branch.get("Requires", "").split())


def _placement(look: Element | None) -> Placement:
    frame = None if look is None else look.find("{*}xfrm")
    if frame is None:
        return Placement()
    offset, size = frame.find("{*}off"), frame.find("{*}ext")
    return Placement(
        points(offset, "x"),
        points(offset, "y"),
        max(points(size, "cx"), 0),
        max(points(size, "cy"), 0),
        whole(frame, "rot") / _ANGLE % 360,
        flag(frame, "flipH"),
        flag(frame, "flipV"),
    )


def _unknown(entry: Element, name: str) -> Unknown:
    frame = entry.find("{*}graphic/{*}graphicData")
    words = "" if frame is None else frame.get("uri", "").lower()
    kind = next((kind for sign, kind in _KINDS.items() if f"/{sign}" in words), "図")
    return Unknown(name, _placement(entry), kind)
