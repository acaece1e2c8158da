"""SpreadsheetML as lxml sees it: names, safe parsing, the order of a sheet's children."""

from __future__ import annotations

import re
from typing import TypeAlias
from xml.parsers import expat

from lxml import etree

from app.kernel.errors import Refusal

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml has no public name for it

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
OFFICE_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
R_ID = f"{{{OFFICE_RELATIONS}}}id"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

SHEET_ORDER = [
    "sheetPr",
    "dimension",
    "sheetViews",
    "sheetFormatPr",
    "cols",
    "sheetData",
    "sheetCalcPr",
    "sheetProtection",
    "protectedRanges",
    "scenarios",
    "autoFilter",
    "sortState",
    "dataConsolidate",
    "customSheetViews",
    "mergeCells",
    "phoneticPr",
    "conditionalFormatting",
    "dataValidations",
    "hyperlinks",
    "printOptions",
    "pageMargins",
    "pageSetup",
    "headerFooter",
    "rowBreaks",
    "colBreaks",
    "customProperties",
    "cellWatches",
    "ignoredErrors",
    "smartTags",
    "drawing",
    "legacyDrawing",
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
]

_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
_HEAD = re.compile(
    rb"""(?:\xef\xbb\xbf)?(?:<\?xml\b(?:[^>]*?encoding\s*=\s*["']([^"']+)["'])?[^>]*\?>)?\s*(?=<)"""
)
_FIRST_TAG = re.compile(rb"<[^!?<>/][^<>]*(?<!/)>")
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LARGEST = 1e9
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def q(name: str) -> str:
    """Return a SpreadsheetML name with its namespace."""
    return f"{{{MAIN}}}{name}"


def local(element: Element) -> str:
    """Return an element's name without its namespace; empty for comments."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def parse(data: bytes, part: str) -> Element:
    """Read a part.  Document types and entities are refused, and nothing is fetched."""
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        _refuse_declaration(part)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise Refusal(_damaged(part, "中身が途中で壊れています")) from error
    if root.getroottree().docinfo.internalDTD is not None:
        _refuse_declaration(part)
    return root


def check_sound(data: bytes, part: str) -> None:
    """Raise ``Refusal`` when a part is broken; much quicker than to read it."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = lambda *_: _refuse_declaration(part)
    try:
        parser.Parse(data, True)  # noqa: FBT003 - the library takes it by place
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise Refusal(_damaged(part, "中身が途中で壊れています")) from error


def _refuse_declaration(part: str) -> None:
    raise Refusal(_damaged(part, "使えない宣言(DOCTYPE)が入っています"))


def serialise(root: Element, like: bytes = b"") -> bytes:
    """Write a part in UTF-8 with the declaration of ``like``, the part as it was, else Excel's."""
    body = etree.tostring(root.getroottree(), encoding="UTF-8", xml_declaration=False)
    if not like:
        return _DECLARATION + body
    head = _HEAD.match(like)
    if head is None or (head[1] is not None and head[1].lower() != b"utf-8"):
        return _DECLARATION + body
    return head[0] + _opened_alike(body, like)


def _opened_alike(body: bytes, like: bytes) -> bytes:
    """Return a part with its first tag as it was; Excel mixes names of spaces and attributes."""
    new, old = _FIRST_TAG.search(body), _FIRST_TAG.search(like)
    if new is None or old is None or new[0] == old[0]:
        return body
    try:
        first, second = (etree.fromstring(b"%s/>" % found[0][:-1]) for found in (new, old))
    except etree.XMLSyntaxError:
        return body
    same = (first.tag, first.nsmap, first.attrib) == (second.tag, second.nsmap, second.attrib)
    return body[: new.start()] + old[0] + body[new.end() :] if same else body


def section(root: Element, name: str) -> Element:
    """Return a child of a worksheet, made at its due place when it is not there."""
    found = root.find(q(name))
    if found is not None:
        return found
    made = etree.Element(q(name))
    later = set(SHEET_ORDER[SHEET_ORDER.index(name) + 1 :])
    for place, child in enumerate(root):
        if local(child) in later or local(child) == "AlternateContent":
            root.insert(place, made)
            return made
    root.append(made)
    return made


def writable(text: str) -> str:
    """Return text as XML can hold it: control characters out, ``_x0041_`` shielded."""
    if "_x" in text:
        text = re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", text)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNWRITABLE.sub("", text)


def readable(text: str) -> str:
    """Undo the ``_x000D_`` escapes that Excel writes."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def number(text: str | None, otherwise: int = 0) -> int:
    """Read a whole number from 0 up as an attribute holds it."""
    found = (text or "").strip()
    return int(found) if found.isascii() and found.isdigit() and len(found) < 16 else otherwise


def real(text: str | None, otherwise: float) -> float:
    """Read a number as an attribute holds it; nonsense and what no sheet has count as not given."""
    try:
        found = float(text or "")
    except ValueError:
        return otherwise
    return found if abs(found) < _LARGEST else otherwise


def _damaged(part: str, why: str) -> str:
    return (
        f"ファイルの中の「{part}」が読めません({why})。"
        "元のファイルをExcelで開き、名前を付けて保存し直してから、もう一度お試しください。"
    )
