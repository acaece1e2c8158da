"""Workbooks with drawings written by hand: XlsxWriter's file, its drawing part replaced."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable

import xlsxwriter

_NAMESPACES = (
    'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main"'
)
EMU = 12_700
_DRAWING = "xl/drawings/drawing1.xml"


def shape(
    preset="rect", *, look="<a:noFill/>", text="", frame="", adjusts="", body="", more="",
    name="図形 1", style="", geometry="",
):  # fmt: skip
    """Return an xdr:sp; ``text`` is plain or the XML of paragraphs."""
    guides = "".join(
        f'<a:gd name="{key}" fmla="val {value}"/>'
        for key, value in (pair.split("=") for pair in adjusts.split())
    )
    outline = geometry or f'<a:prstGeom prst="{preset}"><a:avLst>{guides}</a:avLst></a:prstGeom>'
    paragraphs = text if text.startswith("<") else f"<a:p><a:r><a:t>{text}</a:t></a:r></a:p>"
    words = f"<xdr:txBody><a:bodyPr {body}/><a:lstStyle/>{paragraphs}</xdr:txBody>" if text else ""
    return (
        f'<xdr:sp {more}><xdr:nvSpPr><xdr:cNvPr id="2" name="{name}"/><xdr:cNvSpPr/></xdr:nvSpPr>'
        f"<xdr:spPr><a:xfrm {frame}><a:off x='0' y='0'/><a:ext cx='100' cy='100'/></a:xfrm>"
        f"{outline}{look}</xdr:spPr>{style}{words}</xdr:sp>"
    )


def line(colour="000000", width=1, more="", attributes=""):
    """Return an a:ln of ``width`` points."""
    return (
        f'<a:ln w="{round(width * EMU)}" {attributes}><a:solidFill><a:srgbClr val="{colour}"/>'
        f"</a:solidFill>{more}</a:ln>"
    )


def solid(colour, inside=""):
    """Return an a:solidFill."""
    return f'<a:solidFill><a:srgbClr val="{colour}">{inside}</a:srgbClr></a:solidFill>'


def at(x, y, width, height, content, client="<xdr:clientData/>"):
    """Return an absolute anchor; lengths in points."""
    return (
        f'<xdr:absoluteAnchor><xdr:pos x="{round(x * EMU)}" y="{round(y * EMU)}"/>'
        f'<xdr:ext cx="{round(width * EMU)}" cy="{round(height * EMU)}"/>{content}{client}'
        "</xdr:absoluteAnchor>"
    )


def between(start, end, content, client="<xdr:clientData/>", attributes=""):
    """Return an anchor from one (row, column) to another, counted from 0, offsets in points."""

    def corner(tag, row, column, down=0, across=0):
        return (
            f"<xdr:{tag}><xdr:col>{column}</xdr:col><xdr:colOff>{round(across * EMU)}</xdr:colOff>"
            f"<xdr:row>{row}</xdr:row><xdr:rowOff>{round(down * EMU)}</xdr:rowOff></xdr:{tag}>"
        )

    return (
        f"<xdr:twoCellAnchor {attributes}>{corner('from', *start)}{corner('to', *end)}"
        f"{content}{client}</xdr:twoCellAnchor>"
    )


def drawn_book(
    anchors: Iterable[str],
    build: Callable[[xlsxwriter.Workbook, xlsxwriter.Worksheet], None] | None = None,
    parts: dict[str, bytes] | None = None,
) -> bytes:
    """Return a workbook of one sheet whose drawing holds these anchors.

    The default font is BIZ UDゴシック 11, the margins are 36 points.  ``parts`` are put in or
    replaced.
    """
    stream = io.BytesIO()
    workbook = xlsxwriter.Workbook(stream)
    workbook.formats[0].set_font_name("BIZ UDゴシック")
    sheet = workbook.add_worksheet("用紙")
    sheet.set_margins(0.5, 0.5, 0.5, 0.5)
    sheet.set_paper(9)
    sheet.write(0, 0, "始")
    sheet.insert_textbox(0, 1, "仮")
    if build:
        build(workbook, sheet)
    workbook.close()
    body = f"<xdr:wsDr {_NAMESPACES}>{''.join(anchors)}</xdr:wsDr>".encode()
    return with_parts(stream.getvalue(), {_DRAWING: body} | (parts or {}))


def with_parts(book: bytes, parts: dict[str, bytes]) -> bytes:
    """Return a package with some parts put in or replaced."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(stream, "w") as new:
        for item in old.infolist():
            new.writestr(item.filename, parts.get(item.filename, old.read(item)))
        for name in parts.keys() - set(old.namelist()):
            new.writestr(name, parts[name])
    return stream.getvalue()
