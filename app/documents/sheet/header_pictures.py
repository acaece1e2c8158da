"""Pictures in headers and footers (``&G``), kept in the older drawing language."""

from __future__ import annotations

from dataclasses import dataclass

from app.documents.form.markup import Element
from app.documents.form.package import Package
from app.documents.sheet.attributes import relation_named
from app.documents.sheet.vml import length, picture_of, read_vml, style_of


@dataclass(frozen=True, slots=True)
class HeaderPicture:
    """A picture by its part, its size in points, and what is cut off its sides."""

    part: str
    width: float
    height: float
    crop: tuple[float, float, float, float] = (0, 0, 0, 0)


def read_header_pictures(
    package: Package, sheet_part: str, root: Element
) -> dict[str, HeaderPicture]:
    """Return a sheet's pictures by their places: ``LH`` left in the header, ``CFEVEN``."""
    wanted = relation_named(root.find("{*}legacyDrawingHF"), "id")
    found: dict[str, HeaderPicture] = {}
    for relation in package.relations(sheet_part) if wanted else ():
        part = package.find(relation.target)
        if relation.id == wanted and part and not relation.external:
            found |= _pictures(package, part)
    return found


def _pictures(package: Package, part: str) -> dict[str, HeaderPicture]:
    tree = read_vml(package, part)
    targets = {each.id: package.find(each.target) or "" for each in package.relations(part)}
    found = {}
    for shape in () if tree is None else tree.iterchildren("{*}shape"):
        relation, crop = picture_of(shape)
        style = style_of(shape)
        width, height = length(style.get("width", "")), length(style.get("height", ""))
        if relation and width > 0 and height > 0:
            where = shape.get("id", "").upper()
            found[where] = HeaderPicture(targets.get(relation, ""), width, height, crop)
    return found
