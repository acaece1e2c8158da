"""What the fast reader leaves out of an xlsx sheet: furigana, and which cells are errors."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator

from lxml import etree

from app.documents.form.addresses import split_cell
from app.documents.form.markup import Element, local

_CELL = re.compile(rb'<(?:\w+:)?c\s[^>]*?r="([A-Z]{1,3})([0-9]{1,7})"[^>]*?[^/]>')

Place = tuple[int, int]


class SheetExtras:
    """Furigana and errors of one sheet, by place (row and column from 0)."""

    def __init__(self) -> None:
        self.readings: dict[Place, str] = {}
        self.errors: dict[Place, str] = {}


def read_extras(data: bytes, sheet: str) -> SheetExtras:
    """Read furigana and errors of a sheet; nothing at all where the file has a shape of its own."""
    extras = SheetExtras()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            part = _sheet_part(opened, sheet)
            names = {name.lower(): name for name in opened.namelist()}
            strings = names.get("xl/sharedstrings.xml")
            readings = _string_readings(opened.read(strings)) if strings else {}
            content = opened.read(part) if part else b""
            if readings or b't="e"' in content or b"<rPh" in content:
                _walk(content, readings, extras)
    except (KeyError, zipfile.BadZipFile, etree.XMLSyntaxError, ValueError):
        return SheetExtras()
    return extras


def extent(data: bytes) -> int:
    """Return how many cells the largest sheet's rectangle has, empty ones included."""
    largest = 0
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        for name in opened.namelist():
            if re.fullmatch(r"/?xl/worksheets/[^/]+\.xml", name, re.IGNORECASE):
                largest = max(largest, _rectangle(opened.read(name)))
    return largest


def _rectangle(content: bytes) -> int:
    rows, columns = 0, 0
    for letters, row in set(_CELL.findall(content)):
        place = split_cell((letters + row).decode())
        if place:
            rows, columns = max(rows, place[0]), max(columns, place[1])
    return rows * columns


def _sheet_part(opened: zipfile.ZipFile, sheet: str) -> str | None:
    parser = _parser()
    names = {name.lower(): name for name in opened.namelist()}
    book = etree.fromstring(opened.read(names["xl/workbook.xml"]), parser)
    links = etree.fromstring(opened.read(names["xl/_rels/workbook.xml.rels"]), parser)
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    for entry in book.iter("{*}sheet"):
        if entry.get("name") == sheet:
            link = next((str(v) for k, v in entry.attrib.items() if str(k).endswith("}id")), None)
            path = posixpath.normpath(posixpath.join("/xl", targets.get(link, "")))
            return names.get(path.lstrip("/").lower())
    return None


def _string_readings(data: bytes) -> dict[int, str]:
    if b"rPh" not in data:
        return {}
    found = {}
    for number, item in enumerate(etree.fromstring(data, _parser()).iterchildren("{*}si")):
        if reading := reading_of(item):
            found[number] = reading
    return found


def reading_of(item: Element) -> str:
    """Return the furigana of a string: readings where given, the text itself in between."""
    text = "".join(_texts(item))
    reading, at = "", 0
    for phonetic in item.iterchildren("{*}rPh"):
        start, end = int(phonetic.get("sb", "0")), int(phonetic.get("eb", "0"))
        reading += text[at:start] + "".join(node.text or "" for node in phonetic.iter("{*}t"))
        at = max(end, at)
    return reading + text[at:] if reading else ""


def _texts(item: Element) -> Iterator[str]:
    for child in item:
        if local(child) == "t":
            yield child.text or ""
        elif local(child) == "r":
            yield from (node.text or "" for node in child.iterchildren("{*}t"))


def _walk(content: bytes, readings: dict[int, str], extras: SheetExtras) -> None:
    for _, cell in etree.iterparse(
        io.BytesIO(content), tag="{*}c", resolve_entities=False, no_network=True
    ):
        place = split_cell(cell.get("r", ""))
        kind = cell.get("t")
        if place and kind == "s" and (text := cell.findtext("{*}v") or "").isdigit():
            if reading := readings.get(int(text)):
                extras.readings[place[0] - 1, place[1] - 1] = reading
        elif place and kind == "e":
            extras.errors[place[0] - 1, place[1] - 1] = cell.findtext("{*}v") or "#N/A"
        elif place and (inline := cell.find("{*}is")) is not None:
            extras.readings[place[0] - 1, place[1] - 1] = reading_of(inline)
        cell.clear()


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
