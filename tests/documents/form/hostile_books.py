"""Workbooks that somebody's program choked on, made from a sound one: what each is, in a name."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping

import xlsxwriter

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SHEET, BOOK, STYLES = "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"
STRINGS, TYPES, RELATIONS = "xl/sharedStrings.xml", "[Content_Types].xml", "_rels/.rels"
BOOK_RELATIONS = "xl/_rels/workbook.xml.rels"
LAUGHS = (
    b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(10))
    + b"]>"
)
OUTSIDE = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


def sound() -> bytes:
    """Return a workbook nothing is wrong with, of two sheets, with a tag, a formula and a merge."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet("様式")
        sheet.write("A1", "{{講座名}}")
        sheet.write("B2", 12)
        sheet.write_formula("B3", "=B2*2", None, 24)
        sheet.merge_range("D4:E5", "結合")
        sheet.write("A6", "{{受講者.氏名}}")
        book.add_worksheet("別紙").write("A1", "写し")
    return stream.getvalue()


def parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        return {name: source.read(name) for name in source.namelist()}


def packed(content: Mapping[str, bytes]) -> bytes:
    """Return a package of these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in content.items():
            out.writestr(name, data)
    return stream.getvalue()


def changed(part: str, old: bytes, new: bytes) -> bytes:
    """Return the sound workbook with one thing replaced in one part."""
    content = parts(sound())
    assert old in content[part], (part, old)
    return packed({**content, part: content[part].replace(old, new, 1)})


def replaced(part: str, data: bytes) -> bytes:
    """Return the sound workbook with one part of other bytes."""
    return packed({**parts(sound()), part: data})


def without(*names: str) -> bytes:
    """Return the sound workbook without some parts."""
    return packed({name: data for name, data in parts(sound()).items() if name not in names})


def also(extra: Mapping[str, bytes]) -> bytes:
    """Return the sound workbook with further parts."""
    return packed({**parts(sound()), **extra})


def in_sheet(xml: bytes) -> bytes:
    """Return the sound workbook with XML put behind the cells of its first sheet."""
    return changed(SHEET, b"</sheetData>", b"</sheetData>" + xml)


def in_book(xml: bytes) -> bytes:
    """Return the sound workbook with XML put behind its list of sheets."""
    return changed(BOOK, b"</sheets>", b"</sheets>" + xml)


def with_rows(rows: bytes) -> bytes:
    """Return the sound workbook with further rows at the end of its first sheet."""
    return changed(SHEET, b"</sheetData>", rows + b"</sheetData>")


_DIFFERENT = 10_000


def swelling(name: str, megabytes: int) -> bytes:
    """Return the sound workbook with one part of so many blanks."""
    content = parts(sound())
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as out:
        with out.open(name, "w") as part:
            for _ in range(megabytes):
                part.write(b" " * (1 << 20))
        for other, data in content.items():
            if other != name:
                out.writestr(other, data)
    return stream.getvalue()


def with_merges(count: int) -> bytes:
    """Return a workbook with as many merged areas."""
    few = range(10, 10 + min(count, _DIFFERENT))
    areas = b"".join(b'<mergeCell ref="B%d:C%d"/>' % (n, n) for n in few) * (count // len(few))
    content = parts(sound())
    head, _, tail = content[SHEET].partition(b"<mergeCells")
    tail = tail.partition(b"</mergeCells>")[2]
    sheet = head + b"<mergeCells>" + areas + b"</mergeCells>" + tail
    return packed({**content, SHEET: sheet})


def with_conditions(count: int) -> bytes:
    """Return a workbook with as many conditional formats."""
    few = range(1, 1 + min(count, _DIFFERENT))
    rules = b"".join(
        b'<conditionalFormatting sqref="A%d"><cfRule type="expression" priority="%d" dxfId="0">'
        b"<formula>$A$1=1</formula></cfRule></conditionalFormatting>" % (n, n)
        for n in few
    )
    return in_sheet(rules * (count // len(few)))


def with_names(count: int) -> bytes:
    """Return a workbook with as many defined names."""
    names = "".join(
        f'<definedName name="名{n}">様式!$B${n}</definedName>' for n in range(1, count + 1)
    )
    return in_book(f"<definedNames>{names}</definedNames>".encode())


def with_raw_name(name: str) -> bytes:
    """Return a workbook with a part of a name that a zip library would tidy up."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as out:
        for part, data in parts(sound()).items():
            out.writestr(part, data)
        entry = zipfile.ZipInfo("x")
        entry.filename = name
        out.writestr(entry, b"<x/>")
    return stream.getvalue()


def doubled() -> bytes:
    """Return a package that has its sheet twice."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as out:
        for part, data in parts(sound()).items():
            out.writestr(part, data)
            if part == SHEET:
                entry = zipfile.ZipInfo("x")
                entry.filename = part
                out.writestr(entry, b"<other/>")
    return stream.getvalue()


def with_link() -> bytes:
    """Return a package in which the sheet is a symbolic link to a file of the machine."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as out:
        for part, data in parts(sound()).items():
            entry = zipfile.ZipInfo(part)
            if part == SHEET:
                entry.create_system, entry.external_attr = 3, 0o120777 << 16
            out.writestr(entry, b"/etc/hostname" if part == SHEET else data)
    return stream.getvalue()


class _Pipe(io.RawIOBase):
    """A stream that cannot go back, so that sizes follow the data they belong to."""

    def __init__(self) -> None:
        self.data = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        self.data += bytes(data)  # type: ignore[call-overload]
        return len(bytes(data))  # type: ignore[call-overload]


def streamed(*, zip64: bool) -> bytes:
    """Return the sound workbook with its sizes behind the data (data descriptors, zip64)."""
    pipe = _Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in parts(sound()).items():
            with out.open(name, "w", force_zip64=zip64) as stream:
                stream.write(data)
    return bytes(pipe.data)


def with_method(method: int) -> bytes:
    """Return the sound workbook packed with another method of compression."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as out:
        for name, data in parts(sound()).items():
            out.writestr(name, data)
    return stream.getvalue()


def with_size_lie() -> bytes:
    """Return a package whose directory says that a huge sheet is small."""
    huge = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = b"".join(huge.compress(bytes(1 << 20)) for _ in range(8)) + huge.flush()
    content = {**parts(sound()), SHEET: b"\0" * len(body)}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as out:
        for name, inner in content.items():
            out.writestr(name, inner)
    data = bytearray(stream.getvalue().replace(b"\0" * len(body), body))
    for head, at in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        start = -1
        while (start := data.find(head, start + 1)) >= 0:
            name_at = start + (30 if at == 8 else 46)
            if data[name_at : name_at + len(SHEET)] == SHEET.encode():
                struct.pack_into("<H", data, start + at, zipfile.ZIP_DEFLATED)
                struct.pack_into("<I", data, start + at + 14, 3_000)
    return bytes(data)


def with_drawing(xml: bytes, relations: bytes) -> bytes:
    """Return the sound workbook with a drawing on its first sheet."""
    main = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    content = parts(in_sheet(b'<drawing xmlns:r="%s" r:id="rId9"/>' % main))
    lines = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>'
    to_drawing = (
        b'<Relationship Id="rId9" Type="%s/drawing" Target="../drawings/drawing1.xml"/>' % main
    )
    return packed(
        {
            **content,
            "xl/worksheets/_rels/sheet1.xml.rels": lines % to_drawing,
            "xl/drawings/drawing1.xml": xml,
            "xl/drawings/_rels/drawing1.xml.rels": lines % relations,
        }
    )


def self_drawing() -> bytes:
    """Return a workbook whose drawing holds itself as its picture."""
    main = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    draw, art = (
        b"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
        b"http://schemas.openxmlformats.org/drawingml/2006/main",
    )
    corner = b"<xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff>"  # noqa: E501
    xml = (
        b'<xdr:wsDr xmlns:xdr="%s" xmlns:a="%s" xmlns:r="%s"><xdr:twoCellAnchor><xdr:from>%s'
        b"</xdr:from><xdr:to>%s</xdr:to><xdr:pic><xdr:blipFill>"
        b'<a:blip r:embed="rId1"/></xdr:blipFill></xdr:pic><xdr:clientData/></xdr:twoCellAnchor>'
        b"</xdr:wsDr>" % (draw, art, main, corner, corner.replace(b">1<", b">3<"))
    )
    return with_drawing(
        xml,
        b'<Relationship Id="rId1" Type="%s/image" Target="drawing1.xml"/>'
        b'<Relationship Id="rId2" Type="%s/drawing" Target="drawing1.xml"/>' % (main, main),
    )


def word_document() -> bytes:
    """Return a docx that was given the name of a workbook."""
    types = (
        b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        b'<Override PartName="/word/document.xml" ContentType="application/'
        b'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    line = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    return packed({TYPES: types, RELATIONS: line, "word/document.xml": b"<document/>"})


def open_document() -> bytes:
    """Return an ods that was given the name of a workbook."""
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    return packed({"mimetype": kind, "content.xml": b"<x/>", "META-INF/manifest.xml": b"<x/>"})


def strict() -> bytes:
    """Return a workbook in the strict form of the format."""
    content = parts(sound())
    for name in (BOOK, SHEET):
        content[name] = content[name].replace(
            b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        )
    for name in (RELATIONS, BOOK_RELATIONS):
        content[name] = content[name].replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
    return packed(content)


def deep(depth: int) -> bytes:
    """Return a workbook with elements inside elements."""
    return in_sheet(b"<extLst>" + b"<x>" * depth + b"</x>" * depth + b"</extLst>")


def wrong_case() -> bytes:
    """Return a workbook whose parts are spelled otherwise than they are referred to."""
    content = parts(sound())
    return packed({name.upper() if name == SHEET else name: d for name, d in content.items()})


def with_escapes() -> bytes:
    """Return a workbook whose references to parts carry %-escapes."""
    content = parts(
        changed(BOOK_RELATIONS, b"worksheets/sheet1.xml", b"worksheets/sheet%20%31.xml")
    )
    content["xl/worksheets/sheet%201.xml"] = content.pop(SHEET)
    content[TYPES] = content[TYPES].replace(b"sheet1.xml", b"sheet%201.xml")
    return packed(content)


def nested_bomb() -> bytes:
    """Return a bomb in a workbook in a zip."""
    inner = packed({f"{n}.xml": bytes(8 << 20) for n in range(4)})
    return also({f"xl/media/{n}.zip": inner * 8 for n in range(3)})


def cut(data: bytes) -> bytes:
    """Return the first half."""
    return data[: len(data) // 2]


def damaged_in(part: str) -> bytes:
    """Return the sound workbook with one part's XML broken in its middle."""
    data = parts(sound())[part]
    return replaced(part, data[: len(data) // 2] + b"<<&" + data[len(data) // 2 :])


def hidden(*states: str) -> bytes:
    """Return the sound workbook with its sheets hidden in these ways."""
    data = parts(sound())[BOOK]
    for state in states:
        data = data.replace(b"<sheet ", b'<sheet_ state="%s" ' % state.encode(), 1)
    return replaced(BOOK, data.replace(b"<sheet_", b"<sheet"))


_CELL = b'<row r="%d"><c r="%s" %s><v>%s</v></c></row>'
_NUMBERS = (
    b"-1", b"NaN", b"INF", b"1e400", b"99999999999999999999", b"", b"\xd9\xa3", b"\xc2\xb2", b"1_0",
)  # fmt: skip


def odd_numbers(number: bytes) -> bytes:
    """Return a workbook in which numbers everywhere are not what they should be."""
    xml = (
        b'<sheetFormatPr defaultRowHeight="%s" defaultColWidth="%s" baseColWidth="%s"/>'
        b'<cols><col min="%s" max="%s" width="%s" style="%s"/></cols>'
    ).replace(b"%s", number)
    content = parts(sound())
    sheet = content[SHEET].replace(b'<sheetFormatPr defaultRowHeight="15"/>', xml, 1)
    rows = (
        b'<row r="20" ht="%s" s="%s" customFormat="1" customHeight="1" spans="%s">'
        b'<c r="A20" s="%s"><v>%s</v></c><c r="B20" t="s"><v>%s</v></c></row>'
        b'<row r="%s"><c r="A%s" t="s"><v>0</v></c></row>'
    ).replace(b"%s", number)
    page = (
        b'<pageMargins left="%s" right="%s" top="%s" bottom="%s" header="%s" footer="%s"/>'
        b'<pageSetup paperSize="%s" scale="%s" fitToWidth="%s" fitToHeight="%s"'
        b' firstPageNumber="%s" useFirstPageNumber="1"/>'
        b'<rowBreaks count="%s"><brk id="%s" max="%s" man="1"/></rowBreaks>'
    ).replace(b"%s", number)
    head, _, tail = sheet.partition(b"<pageMargins")
    sheet = head + page + tail.partition(b"/>")[2]
    return packed({**content, SHEET: sheet.replace(b"</sheetData>", rows + b"</sheetData>")})


Made = Callable[[], bytes]

REFUSED: dict[str, tuple[Made, str]] = {
    "zero bytes": (lambda: b"", "空"),
    "csv": (lambda: "氏名,住所\r\n函館,亀田\r\n".encode("cp932"), "テキスト|CSV"),
    "pdf": (lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(99), "PDF"),
    "docx": (word_document, "Word"),
    "ods": (open_document, "ods"),
    "xls": (lambda: OLE + bytes(600), "古い形式"),
    "encrypted": (lambda: OLE + "EncryptedPackage".encode("utf-16-le") * 9, "パスワード"),
    "zip of other things": (lambda: packed({"写真.jpg": b"x"}), "Excelブック"),
    "cut": (lambda: cut(sound()), "壊れて"),
    "cut near the end": (lambda: sound()[:-30], "壊れて"),
    "no directory": (lambda: b"PK\x03\x04" + bytes(50), "壊れて"),
    "no workbook": (lambda: without(BOOK), "壊れて|Excelブック"),
    "no sheet": (lambda: without(SHEET, "xl/worksheets/sheet2.xml"), "シート"),
    "no types": (lambda: without(TYPES), "Excelブック"),
    "no relations": (lambda: without(RELATIONS), "Excelブック"),
    "no relations of the workbook": (lambda: without(BOOK_RELATIONS), "シート"),
    "doubled part": (doubled, "二つ"),
    "doubled by case": (lambda: also({"XL/WORKBOOK.XML": b"<x/>"}), "二つ"),
    "strict": (strict, "Strict"),
    "link": (with_link, "リンク"),
    "bomb": (lambda: swelling("xl/big.xml", 250), "大きく"),
    "bomb within limits": (lambda: swelling(SHEET, 150), "大きすぎて"),
    "many entries": (lambda: also({f"xl/{n}.xml": b"" for n in range(20_000)}), "大きく"),
    "size that lies": (with_size_lie, "壊れて"),
    "bzip2": (lambda: with_method(zipfile.ZIP_BZIP2), "圧縮"),
    "lzma": (lambda: with_method(zipfile.ZIP_LZMA), "圧縮"),
    "deep": (lambda: deep(100_000), "深|壊れて"),
    "a million merges": (lambda: with_merges(1_000_000), "大きすぎて"),
    "a million conditions": (lambda: with_conditions(1_000_000), "大きすぎて"),
    "damaged workbook": (lambda: damaged_in(BOOK), "壊れて"),
    "damaged sheet": (lambda: damaged_in(SHEET), "壊れて"),
    "damaged styles": (lambda: damaged_in(STYLES), "壊れて"),
    "damaged strings": (lambda: damaged_in(STRINGS), "壊れて"),
    "damaged relations": (lambda: damaged_in(BOOK_RELATIONS), "壊れて"),
    "damaged root relations": (lambda: damaged_in(RELATIONS), "壊れて"),
    "sheet that is no sheet": (lambda: replaced(SHEET, b"<x/>"), "シート|壊れて"),
    **{
        f"outside: {name}": (lambda name=name: with_raw_name(name), "安全のため")
        for name in ("../a.xml", "/a.xml", "xl/../../a.xml", "C:/a.xml", "xl\\..\\..\\a.xml")
    },
    **{
        f"{what} in {part}": (
            lambda part=part, head=head: replaced(part, head + b"<x>&a;</x>"),
            "宣言",
        )
        for part in (BOOK, SHEET, STYLES, STRINGS, BOOK_RELATIONS)
        for what, head in (("laughs", LAUGHS), ("outside entity", OUTSIDE))
    },
}  # fmt: skip
"""What has to be refused, with a word of the sentence."""

WORKING: dict[str, Made] = {
    "sound": sound,
    "streamed": lambda: streamed(zip64=False),
    "zip64": lambda: streamed(zip64=True),
    "wrong case": wrong_case,
    "escapes": with_escapes,
    "no styles": lambda: without(STYLES),
    "no strings": lambda: without(STRINGS),
    "no types of parts": lambda: replaced(
        TYPES, b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    ),
    "nested bomb": nested_bomb,
    "1904": lambda: replaced(
        BOOK, parts(sound())[BOOK].replace(b"<workbookPr", b'<workbookPr date1904="1"')
    ),
    "one hidden": lambda: hidden("hidden"),
    "one very hidden": lambda: hidden("veryHidden"),
    "5,000 merges": lambda: with_merges(5_000),
    "5,000 conditions": lambda: with_conditions(5_000),
    "10,000 names": lambda: with_names(10_000),
    "circular": lambda: with_rows(
        b'<row r="30"><c r="A30"><f>B30+1</f></c><c r="B30"><f>A30+1</f></c>'
        b'<c r="C30"><f>C30</f></c></row>'
    ),
    "far corner": lambda: with_rows(_CELL % (1_048_576, b"XFD1048576", b"", b"1")),
    "far column": lambda: with_rows(_CELL % (30, b"XFD30", b"", b"1")),
    "far row": lambda: with_rows(_CELL % (1_048_576, b"A1048576", b"", b"1")),
    "beyond the sheet": lambda: with_rows(_CELL % (9_999_999, b"ZZZZ9999999", b"", b"1")),
    "2 MB of text": lambda: with_rows(
        b'<row r="30"><c r="A30" t="inlineStr"><is><t>' + b"a " * 1_000_000 + b"</t></is></c></row>"
    ),
    "string out of range": lambda: with_rows(_CELL % (30, b"A30", b't="s"', b"99999")),
    "string of no number": lambda: with_rows(_CELL % (30, b"A30", b't="s"', b"-1x")),
    "style out of range": lambda: with_rows(_CELL % (30, b"A30", b's="99999"', b"1")),
    "drawing of itself": self_drawing,
    "whole sheet merged": lambda: in_sheet(
        b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    ),
    **{f"numbers {number!r}": lambda number=number: odd_numbers(number) for number in _NUMBERS},
}  # fmt: skip
"""What has to be read: odd, large or seldom, but a workbook."""
