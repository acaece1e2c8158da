"""Cell styles: what number format one has, and variants of one for a value's sake.

A variant is a copy of the cell's own format with one thing changed, added at the end of the
list, so that no existing cell looks different.
"""

from __future__ import annotations

from copy import deepcopy
from functools import cached_property

from lxml import etree

from app.documents.form.markup import Element, number, q, real
from app.documents.form.package import Package
from app.documents.named_fonts import named_font

GENERAL = "General"
_TEXT_FORMAT = 49
_USUAL_SIZE = 11.0


class Styles:
    """The style part of a workbook; a workbook without one keeps plain cells plain."""

    def __init__(self, package: Package, part: str | None) -> None:
        self._package = package
        self._part = part
        self._formats: list[Element] = []
        self._variants: dict[tuple[int, str], int] = {}

    @cached_property
    def _root(self) -> Element | None:
        return self._package.tree(self._part) if self._part else None

    @property
    def digit(self) -> float:
        """Return the width of a digit of the workbook's default font, in points."""
        font = self._root.find(f"{q('fonts')}/{q('font')}") if self._root is not None else None
        name, size = (font.find(q(each)) if font is not None else None for each in ("name", "sz"))
        points = real(None if size is None else size.get("val"), _USUAL_SIZE)
        return named_font("" if name is None else name.get("val", "")).digit * points

    def number_format(self, cell: Element) -> str:
        """Return the format code of a cell: ``General``, ``@``, a custom code, or ``#14``."""
        entry = self._entry(_style(cell))
        place = number(entry.get("numFmtId")) if entry is not None else 0
        if place == 0:
            return GENERAL
        if place == _TEXT_FORMAT:
            return "@"
        return self._custom().get(place, f"#{place}")

    def set_number_format(self, cell: Element, code: str) -> bool:
        """Give a cell a number format; false when the workbook has no styles to copy."""
        return self._vary(cell, f"format {code}", lambda entry: self._apply_format(entry, code))

    def strike(self, cell: Element) -> bool:
        """Repeat what is written in a cell across it: a rule becomes a line through the cell."""
        return self._vary(cell, "strike", self._apply_line)

    def _vary(self, cell: Element, name: str, change: object) -> bool:
        base = _style(cell)
        entry = self._entry(base)
        if entry is None or self._root is None or self._part is None:
            return False
        if (base, name) not in self._variants:
            listing = entry.getparent()
            assert listing is not None
            made = deepcopy(entry)
            change(made)  # type: ignore[operator]
            listing.append(made)
            listing.set("count", str(len(listing)))
            self._formats.append(made)
            self._variants[base, name] = len(self._formats) - 1
            self._package.touch(self._part)
        cell.set("s", str(self._variants[base, name]))
        return True

    def _entry(self, index: int) -> Element | None:
        if not self._formats and self._root is not None:
            self._formats = self._root.findall(f"{q('cellXfs')}/{q('xf')}")
        return self._formats[index] if index < len(self._formats) else None

    def _custom(self) -> dict[int, str]:
        found = {}
        for entry in self._root.iter(q("numFmt")) if self._root is not None else ():
            if place := number(entry.get("numFmtId")):
                found[place] = entry.get("formatCode", "")
        return found

    def _apply_format(self, entry: Element, code: str) -> None:
        custom = self._custom()
        number = next((key for key, text in custom.items() if text == code), None)
        if number is None:
            number = max([163, *custom]) + 1
            listing = self._section("numFmts")
            etree.SubElement(listing, q("numFmt"), numFmtId=str(number), formatCode=code)
            listing.set("count", str(len(listing)))
        entry.set("numFmtId", str(number))
        entry.set("applyNumberFormat", "1")

    def _apply_line(self, entry: Element) -> None:
        alignment = entry.find(q("alignment"))
        if alignment is None:
            alignment = etree.Element(q("alignment"))
            entry.insert(0, alignment)
        for name in ("wrapText", "shrinkToFit", "indent", "textRotation"):
            alignment.attrib.pop(name, "")
        alignment.set("horizontal", "fill")
        alignment.set("vertical", "center")
        entry.set("applyAlignment", "1")

    def _section(self, name: str) -> Element:
        assert self._root is not None
        found = self._root.find(q(name))
        if found is None:
            found = etree.Element(q(name), count="0")
            self._root.insert(0, found)
        return found


def _style(cell: Element) -> int:
    return number(cell.get("s"))
