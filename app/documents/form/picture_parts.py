"""Pictures put into cells: the file, the drawing, and the relations between them.

What the package holds already stays: a drawing that is there gets one anchor more.
"""

from __future__ import annotations

import hashlib

from lxml import etree

from app.documents.form.addresses import Area, split_cell
from app.documents.form.image_file import ImageFile, image_file
from app.documents.form.markup import (
    CONTENT_TYPES,
    OFFICE_RELATIONS,
    R_ID,
    Element,
    number,
    section,
)
from app.documents.form.package import Package
from app.documents.form.places import merges
from app.documents.form.relating import free_part, relate
from app.documents.form.sizes import EMU, Sizes
from app.documents.form.styles import Styles
from app.documents.form.values import Picture
from app.documents.form.workbook import Sheet

_XDR = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml"
_EDGE = 2 * EMU
"""What is left free on each side, so that the cell's lines stay to be seen."""
_ANCHOR = f"""<xdr:oneCellAnchor xmlns:xdr="{_XDR}" xmlns:a="{_A}" xmlns:r="{OFFICE_RELATIONS}">
<xdr:from><xdr:col>%d</xdr:col><xdr:colOff>%d</xdr:colOff><xdr:row>%d</xdr:row>
<xdr:rowOff>%d</xdr:rowOff></xdr:from><xdr:ext cx="%d" cy="%d"/><xdr:pic><xdr:nvPicPr>
<xdr:cNvPr id="%d" name="Picture %d"/><xdr:cNvPicPr><a:picLocks noChangeAspect="1"/>
</xdr:cNvPicPr></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="%s"/><a:stretch><a:fillRect/>
</a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%d" cy="%d"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/>
</xdr:oneCellAnchor>""".replace("\n", "")


class PictureParts:
    """Puts pictures into one package; the same picture is kept once."""

    def __init__(self, package: Package, styles: Styles) -> None:
        self._package = package
        self._styles = styles
        self._media: dict[bytes, str] = {}

    def place(self, sheet: Sheet, cell: Element, picture: Picture) -> str:
        """Put a picture into a cell or its merged area; returns a sentence when that fails."""
        image = image_file(picture.data)
        if image is None:
            name = picture.name or "画像"
            return f"「{name}」は画像として読めません。PNGかJPEGの画像を使ってください。"
        row, column = split_cell(cell.get("r", "")) or (1, 1)
        area = next(
            (each for each in merges(sheet.root) if (row, column) in each),
            Area(row, column, row, column),
        )
        drawing = self._drawing(sheet)
        relation = relate(self._package, drawing, self._part_of(image), "image")
        root = self._package.tree(drawing)
        root.append(_anchor(root, Sizes(sheet.root, self._styles.digit), area, image, relation))
        self._package.touch(drawing)
        return ""

    def _part_of(self, image: ImageFile) -> str:
        digest = hashlib.sha256(image.data).digest()
        if digest not in self._media:
            package = self._package
            part = free_part(package, f"xl/media/image1.{image.ending}")
            kind = f"image/{image.ending}"
            package.add(part, image.data, "" if _is_default(package, image.ending, kind) else kind)
            self._media[digest] = part
        return self._media[digest]

    def _drawing(self, sheet: Sheet) -> str:
        package = self._package
        found = package.related(sheet.part, "drawing")
        if found:
            return found[0]
        part = free_part(package, "xl/drawings/drawing1.xml")
        root = etree.Element(f"{{{_XDR}}}wsDr", nsmap={"xdr": _XDR, "a": _A})
        package.add_tree(part, root, _DRAWING_TYPE)
        section(sheet.root, "drawing").set(R_ID, relate(package, sheet.part, part, "drawing"))
        sheet.touch()
        return part


def _is_default(package: Package, ending: str, kind: str) -> bool:
    entries = package.tree(package.content_types).iterfind(f"{{{CONTENT_TYPES}}}Default")
    return any(
        entry.get("Extension", "").lower() == ending and entry.get("ContentType") == kind
        for entry in entries
    )


def _anchor(root: Element, sizes: Sizes, area: Area, image: ImageFile, relation: str) -> Element:
    width, height = sizes.box(area)
    room = (max(width - 2 * _EDGE, EMU), max(height - 2 * _EDGE, EMU))
    scale = min(room[0] / image.width, room[1] / image.height)
    wide, high = round(image.width * scale), round(image.height * scale)
    column, across, row, down = sizes.within(area, (width - wide) // 2, (height - high) // 2)
    known = (number(entry.get("id")) for entry in root.iter(f"{{{_XDR}}}cNvPr"))
    made = max(known, default=1) + 1
    text = _ANCHOR % (
        column - 1, max(across, 0), row - 1, max(down, 0), wide, high, made, made, relation, wide,
        high,
    )  # fmt: skip
    return etree.fromstring(text)
