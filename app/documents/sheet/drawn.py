"""What is drawn on a sheet beside its cells; imported only where something is."""

from __future__ import annotations

from app.documents.form.markup import Element
from app.documents.form.package import Package
from app.documents.form.workbook import Sheet
from app.documents.sheet.controls import read_controls
from app.documents.sheet.drawing_theme import DrawingTheme
from app.documents.sheet.header_pictures import read_header_pictures
from app.documents.sheet.shapes import read_drawings
from app.documents.sheet.worksheet import Worksheet


def read_drawn(
    package: Package, sheet: Sheet, found: Worksheet, theme: Element | None, usual_font: str
) -> None:
    """Add the shapes, pictures and controls of a sheet, and the pictures of its headers."""
    if package.related(sheet.part, "drawing"):
        found.drawings = read_drawings(package, sheet.part, DrawingTheme(theme, usual_font))
    found.drawings += read_controls(package, sheet.part, sheet.root)
    found.header_pictures = read_header_pictures(package, sheet.part, sheet.root)
