"""A copy of a workbook that says Excel wrote it, and says what Excel would not leave out.

LibreOffice keeps the results and the row heights of Excel's files; those of other programs it
computes and measures anew, with its stand-in fonts, which says nothing about Excel's print.  A
sheet that gives no usual row height, no margins or no paper has LibreOffice's own, and so has a
book that names no font.
"""

from __future__ import annotations

import re
import shutil
import zipfile
from pathlib import Path

_PART, _RELATIONS, _TYPES = "docProps/app.xml", "_rels/.rels", "[Content_Types].xml"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties"
_TYPE = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
_SAID = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.'
    b'openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Excel'
    b"</Application><AppVersion>16.0300</AppVersion></Properties>"
)
_EXCELS = re.compile(rb"<Application>Microsoft Excel")
_BODY = re.compile(rb"<((?:\w+:)?)(?:cols|sheetData)\b")
_STYLES = re.compile(rb"<styleSheet\b[^>]*[^>/]>")
_FONTS = b'<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
_SHEET = re.compile(rb"<(\w+:)?worksheet\b")
_HEIGHT = rb'<\1sheetFormatPr defaultRowHeight="15" customHeight="1"/>\g<0>'
_MARGINS = (
    rb'<\1pageMargins left="0.75" right="0.75" top="1" bottom="1" header="0.5" footer="0.5"/>\g<0>'
)
_SHEET_END = re.compile(rb"</((?:\w+:)?)worksheet>")
_END = re.compile(rb"</(\w+:)?(Relationships|Types)>\s*$")


def copy_as_excels(source: Path, target: Path) -> None:
    """Copy a workbook; what is no package is copied as it is."""
    if not zipfile.is_zipfile(source):
        shutil.copyfile(source, target)
        return
    with zipfile.ZipFile(source) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    if _RELATIONS in parts and not _EXCELS.search(parts.get(_PART, b"")):
        if _KIND.encode() not in parts.get(_RELATIONS, b""):
            relation = f'Relationship Id="rIdApplication" Type="{_KIND}" Target="{_PART}"/'
            _append(parts, _RELATIONS, relation)
            _append(parts, _TYPES, f'Override PartName="/{_PART}" ContentType="{_TYPE}"/')
        parts[_PART] = _SAID
    parts = {name: _completed(data) for name, data in parts.items()}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data)


def _completed(sheet: bytes) -> bytes:
    if b"<fonts" not in sheet:
        sheet = _STYLES.sub(rb"\g<0>" + _FONTS, sheet, count=1)
    if not _SHEET.search(sheet[:2000]):
        return sheet
    if b"sheetFormatPr" not in sheet:
        sheet = _BODY.sub(_HEIGHT, sheet, count=1)
    if b"pageMargins" not in sheet:
        sheet = _SHEET_END.sub(_MARGINS, sheet)
    if b"paperSize" not in sheet:
        sheet = sheet.replace(b"pageSetup ", b'pageSetup paperSize="9" ', 1)
    return sheet


def _append(parts: dict[str, bytes], name: str, element: str) -> None:
    def ending(match: re.Match[bytes]) -> bytes:
        return b"<" + (match[1] or b"") + element.encode() + b">" + match[0]

    parts[name] = _END.sub(ending, parts[name])
