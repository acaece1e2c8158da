"""The fonts of one PDF: which glyphs each shows, and what text each stands for.

Every pair of a glyph and the text it is drawn for has its own code, so a text copied from the PDF
is the very text of the cell: 葛 with its selector, 𠮷, and a radical apart from the kanji that
looks the same.
"""

from __future__ import annotations

from app.documents.fonts import Glyph, missing_characters
from app.documents.print.pdf_file import PdfFile
from app.documents.print.subset import subset
from app.documents.typeface import Typeface

_BLOCK = 100


class _Used:
    def __init__(self, tag: str, face: Typeface) -> None:
        self.tag, self.face = tag, face
        self.codes: dict[tuple[int, str], int] = {}


class Fonts:
    """The bundled faces that a document uses, in the order of first use."""

    def __init__(self) -> None:
        """Begin with none."""
        self._used: dict[str, _Used] = {}
        self._codes: dict[Glyph, str] = {}

    def tag(self, face: Typeface) -> str:
        """Return the name by which a page's content picks the font."""
        return self._of(face).tag

    def code(self, glyph: Glyph) -> str:
        """Return the code of a glyph, four hexadecimal digits."""
        known = self._codes.get(glyph)
        if known is None:
            codes = self._of(glyph.face).codes
            code = codes.setdefault((glyph.id, glyph.text), len(codes) + 1)
            known = self._codes[glyph] = f"{code:04X}"
        return known

    def _of(self, face: Typeface) -> _Used:
        used = self._used.get(face.name)
        if used is None:
            used = self._used[face.name] = _Used(f"/F{len(self._used) + 1}", face)
        return used

    def missing(self) -> tuple[str, ...]:
        """Return what was drawn with a stand-in because no font has it."""
        texts = [text for used in self._used.values() for _, text in used.codes]
        return tuple(dict.fromkeys(bad for text in texts for bad in missing_characters(text)))

    def embed(self, pdf: PdfFile) -> None:
        """Write every font, cut down to the glyphs shown."""
        for used in self._used.values():
            pdf.fonts.append((used.tag, _font(pdf, used)))


def _font(pdf: PdfFile, used: _Used) -> int:
    face, codes = used.face, used.codes
    data, numbers = subset(face, {glyph for glyph, _ in codes})
    file = pdf.stream(data, f"/Length1 {len(data)}")
    name = f"{_prefix(used.tag)}+{face.name}"
    scale = 1000 / face.units
    box = " ".join(f"{edge * scale:.0f}" for edge in face.box)
    descriptor = pdf.add(
        f"<</Type/FontDescriptor/FontName/{name}/Flags 4/FontBBox[{box}]/ItalicAngle 0"
        f"/Ascent {face.ascent * scale:.0f}/Descent {face.descent * scale:.0f}"
        f"/CapHeight {face.ascent * scale:.0f}/StemV {120 if face.bold else 80}"
        f"/FontFile2 {file} 0 R>>"
    )
    glyphs = b"\0\0" + b"".join(numbers[glyph].to_bytes(2, "big") for glyph, _ in codes)
    widths = " ".join(f"{face.advance(glyph) * 1000:.4g}" for glyph, _ in codes)
    descendant = pdf.add(
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        f"/FontDescriptor {descriptor} 0 R/DW 1000/W[1[{widths}]]"
        f"/CIDToGIDMap {pdf.stream(glyphs)} 0 R>>"
    )
    texts = pdf.stream(_to_unicode([text for _, text in codes]))
    return pdf.add(
        f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H"
        f"/DescendantFonts[{descendant} 0 R]/ToUnicode {texts} 0 R>>"
    )


def _prefix(tag: str) -> str:
    number = int(tag[2:])
    return "KURA" + chr(65 + number // 26) + chr(65 + number % 26)


def _to_unicode(texts: list[str]) -> bytes:
    rows = [
        f"<{code:04X}><{text.encode('utf-16-be').hex().upper()}>"
        for code, text in enumerate(texts, 1)
    ]
    blocks = [rows[at : at + _BLOCK] for at in range(0, len(rows), _BLOCK)]
    body = "\n".join(
        f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks
    )
    return (
        "/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
        "/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n"
        "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n"
        f"{body}\nendcmap CMapName currentdict/CMap defineresource pop end end\n"
    ).encode("ascii")
