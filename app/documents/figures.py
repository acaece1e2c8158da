"""Figures drawn on the sheets of a workbook: outlines, signs with a text, and lines.

They are shapes of the workbook: they print as sharp as letters, and can be moved in Excel.
Lengths are mm from the top left corner of the paper, sizes of type and widths of lines points.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Final
from xml.sax.saxutils import quoteattr

from lxml import etree

from app.documents.exact_form import GOTHIC, Corners
from app.documents.form.markup import R_ID, section, writable
from app.documents.form.package import Package
from app.documents.form.relating import free_part, relate

_XDR: Final = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
_A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.drawing+xml"
_MM: Final = 36_000
_PT: Final = 12_700

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Outline:
    """Lines through points; those that end where they begin are filled, with holes in them."""

    lines: tuple[tuple[Point, ...], ...]
    fill: str = ""
    colour: str = "000000"
    width: float = 0.5
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Sign:
    """A preset shape around a middle, with a text in it; without colours only the text."""

    x: float
    y: float
    width: float
    height: float
    preset: str = "rect"
    fill: str = ""
    colour: str = ""
    line: float = 0.75
    text: str = ""
    size: float = 7.0
    ink: str = "000000"
    bold: bool = False
    dashed: bool = False
    align: str = "ctr"


Figure = Outline | Sign
_Shape = tuple[tuple[int, int], str, str]
"""Where a shape lies from its corner, its size as attributes, and how it is written (EMU)."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Figures held together, and the corner of the cell on which they lie (mm of the paper).

    They keep to their cells, should a program set columns or rows otherwise.
    """

    corner: Point
    figures: Sequence[Figure]
    size: Point = (0.0, 0.0)
    """How wide and high the cells are that several figures fill; a single one knows itself."""


def with_figures(book: bytes, sheets: Sequence[tuple[Corners, Sequence[Cluster]]]) -> bytes:
    """Return a workbook with figures on its sheets, in the sheets' order, from back to front."""
    package = Package(book)
    for number, (corners, clusters) in enumerate(sheets, start=1):
        if not clusters:
            continue
        part = f"xl/worksheets/sheet{number}.xml"
        drawing = free_part(package, "xl/drawings/drawing1.xml")
        package.add_tree(drawing, etree.fromstring(_drawing(clusters, corners)), _TYPE)
        root = package.tree(part)
        section(root, "drawing").set(R_ID, relate(package, part, drawing, "drawing"))
        package.touch(part)
    return package.to_bytes()


def _drawing(clusters: Iterable[Cluster], corners: Corners) -> bytes:
    numbers = count(2)
    shapes = "".join(_cluster(one, corners, numbers) for one in clusters)
    return f'<xdr:wsDr xmlns:xdr="{_XDR}" xmlns:a="{_A}">{shapes}</xdr:wsDr>'.encode()


def _cluster(one: Cluster, corners: Corners, numbers: Iterator[int]) -> str:
    shapes = [
        _outline(figure, next(numbers), one.corner)
        if isinstance(figure, Outline)
        else _sign(figure, next(numbers), one.corner)
        for figure in one.figures
    ]
    begin = corners.cell(*one.corner)
    if len(shapes) == 1:
        place, extent, drawn = shapes[0]
        return (
            f"<xdr:oneCellAnchor>{_corner('from', begin, place)}<xdr:ext {extent}/>{drawn}"
            "<xdr:clientData/></xdr:oneCellAnchor>"
        )
    wide, high = one.size
    end = corners.cell(one.corner[0] + wide, one.corner[1] + high)
    group = _group(next(numbers), _extent(_emu(wide), _emu(high)), [shape[2] for shape in shapes])
    return (
        f"<xdr:twoCellAnchor>{_corner('from', begin)}{_corner('to', end)}{group}"
        "<xdr:clientData/></xdr:twoCellAnchor>"
    )


def _corner(name: str, cell: tuple[int, int], place: tuple[int, int] = (0, 0)) -> str:
    return (
        f"<xdr:{name}><xdr:col>{cell[0]}</xdr:col><xdr:colOff>{place[0]}</xdr:colOff>"
        f"<xdr:row>{cell[1]}</xdr:row><xdr:rowOff>{place[1]}</xdr:rowOff></xdr:{name}>"
    )


def _group(number: int, extent: str, shapes: Sequence[str]) -> str:
    return (
        f'<xdr:grpSp><xdr:nvGrpSpPr><xdr:cNvPr id="{number}" name="図{number}"/>'
        '<xdr:cNvGrpSpPr/></xdr:nvGrpSpPr><xdr:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext {extent}/><a:chOff x="0" y="0"/><a:chExt {extent}/></a:xfrm></xdr:grpSpPr>'
        f"{''.join(shapes)}</xdr:grpSp>"
    )


def _outline(one: Outline, number: int, corner: Point) -> _Shape:
    across = [x for line in one.lines for x, _ in line]
    down = [y for line in one.lines for _, y in line]
    left, top = min(across), min(down)
    wide, high = _emu(max(across) - left), _emu(max(down) - top)
    paths = "".join(_path(line, (left, top)) for line in one.lines)
    geometry = (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{max(wide, 1)}" h="{max(high, 1)}">{paths}</a:path></a:pathLst>'
        "</a:custGeom>"
    )
    look = geometry + _fill(one.fill) + _line(one.colour, one.width, dashed=one.dashed)
    return _shape(number, (left - corner[0], top - corner[1]), (wide, high), look, "")


def _path(line: Sequence[Point], corner: Point) -> str:
    points = [f'<a:pt x="{_emu(x - corner[0])}" y="{_emu(y - corner[1])}"/>' for x, y in line]
    closed = len(line) > 2 and line[0] == line[-1]
    if closed:
        points.pop()
    steps = "".join(f"<a:lnTo>{point}</a:lnTo>" for point in points[1:])
    return f"<a:moveTo>{points[0]}</a:moveTo>{steps}{'<a:close/>' if closed else ''}"


def _sign(one: Sign, number: int, corner: Point) -> _Shape:
    left, top = one.x - one.width / 2 - corner[0], one.y - one.height / 2 - corner[1]
    look = f'<a:prstGeom prst="{one.preset}"><a:avLst/></a:prstGeom>'
    look += _fill(one.fill) + _line(one.colour, one.line, dashed=one.dashed)
    size = (_emu(one.width), _emu(one.height))
    return _shape(number, (left, top), size, look, _body(one) if one.text else "")


def _body(one: Sign) -> str:
    font = f"typeface={quoteattr(GOTHIC)}"
    look = (
        f'lang="ja-JP" sz="{round(one.size * 100)}" b="{int(one.bold)}"'
        f'><a:solidFill><a:srgbClr val="{one.ink}"/></a:solidFill>'
        f"<a:latin {font}/><a:ea {font}/>"
    )
    text = etree.Element("t")
    text.text = writable(one.text)
    escaped = etree.tostring(text, encoding="unicode")[3:-4] if one.text else ""
    return (
        '<xdr:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"'
        ' horzOverflow="overflow" vertOverflow="overflow"><a:noAutofit/></a:bodyPr><a:lstStyle/>'
        f'<a:p><a:pPr algn="{one.align}"/><a:r><a:rPr {look}</a:rPr>'
        f"<a:t>{escaped}</a:t></a:r></a:p></xdr:txBody>"
    )


def _fill(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>' if colour else "<a:noFill/>"


def _line(colour: str, width: float, *, dashed: bool) -> str:
    if not colour:
        return "<a:ln><a:noFill/></a:ln>"
    dash = '<a:prstDash val="sysDash"/>' if dashed else ""
    return f'<a:ln w="{round(width * _PT)}">{_fill(colour)}{dash}<a:round/></a:ln>'


def _shape(number: int, place: Point, size: tuple[int, int], look: str, body: str) -> _Shape:
    x, y, extent = _emu(place[0]), _emu(place[1]), _extent(*size)
    drawn = (
        f'<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="{number}" name="図{number}"/>'
        "<xdr:cNvSpPr/></xdr:nvSpPr>"
        f'<xdr:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext {extent}/></a:xfrm>{look}</xdr:spPr>'
        f"{body}</xdr:sp>"
    )
    return (x, y), extent, drawn


def _extent(wide: int, high: int) -> str:
    return f'cx="{wide}" cy="{high}"'


def _emu(length: float) -> int:
    return round(length * _MM)
