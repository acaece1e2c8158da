"""A bundled face in reportlab's protocol of dynamic fonts, embedded as one subset a document.

reportlab's own ``TTFont`` cuts text into subsets of 256 characters, knows no variation sequences
and writes a wrong text for 𠮷.  Here every character as it is written, 葛 with its selector, 𠮷 and
a radical apart from the kanji that looks the same, has a code of two bytes, and the PDF says which
text each code stands for.  The codes belong to one document and end with it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any
from weakref import WeakKeyDictionary

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFArrayCompact,
    PDFDictionary,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import SUBSETN

from app.documents.fonts import clusters, drawn_glyph
from app.documents.typeface import Typeface

_MOST_ROWS = 100
"""A block of a ToUnicode map may have no more."""


@lru_cache(maxsize=20)
def embedded(face: Typeface) -> EmbeddedFont:
    """Return the font by which every document sets text in a face."""
    font = EmbeddedFont(face)
    registerFont(font)
    return font


class EmbeddedFont:
    """What reportlab asks of a dynamic font; the names are its own."""

    _dynamicFont = True  # noqa: N815
    _multiByte = True  # noqa: N815
    shapable = False

    def __init__(self, face: Typeface) -> None:
        """Stand for ``face`` in every document of the process."""
        self.face = face
        self.fontName = face.name
        self._widths = _Widths(face)
        self._codes: WeakKeyDictionary[Any, _Codes] = WeakKeyDictionary()

    def stringWidth(self, text: str, size: float, encoding: str = "utf-8") -> float:  # noqa: ARG002, N802
        """Return how wide a text is, in points."""
        widths = self._widths
        return size * sum([widths[part] for part in clusters(text)])

    def codes(self, doc: Any) -> dict[str, str]:
        """Return the codes of a document, in hexadecimal; what is asked for first gets the next."""
        return self._codes.setdefault(doc, _Codes())

    def splitString(self, text: str, doc: Any, encoding: str = "utf-8") -> list[tuple[int, bytes]]:  # noqa: ARG002, N802
        """Return the codes of a text; there is one subset only."""
        codes = self.codes(doc)
        return [(0, bytes.fromhex("".join([codes[part] for part in clusters(text)])))]

    def getSubsetInternalName(self, subset: int, doc: Any) -> str:  # noqa: ARG002, N802
        """Return the name by which pages pick the font, and have it embedded."""
        if self.fontName not in doc.fontMapping:
            doc.fontMapping[self.fontName] = f"/F{len(doc.fontMapping) + 1}"
            doc.delayedFonts.append(self)
        return str(doc.fontMapping[self.fontName])

    def addObjects(self, doc: Any) -> None:  # noqa: N802
        """Write the font, cut down to the glyphs shown."""
        texts = list(self._codes.pop(doc))
        glyphs = [drawn_glyph(self.face, text) for text in texts]
        name = f"{SUBSETN(0).decode('ascii')}+{self.fontName}"
        codes = range(1, len(glyphs) + 1)
        descriptor = self.face.picking(glyphs).addSubsetObjects(doc, name, codes)
        font = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type0"),
                "BaseFont": PDFName(name),
                "Encoding": PDFName("Identity-H"),
                "DescendantFonts": PDFArray([self._descendant(doc, name, descriptor, glyphs)]),
                "ToUnicode": _stream(doc, _to_unicode(texts)),
            }
        )
        tag = self.getSubsetInternalName(0, doc)[1:]
        doc.idToObject["BasicFonts"].dict[tag] = doc.Reference(font)

    def _descendant(self, doc: Any, name: str, descriptor: Any, glyphs: list[int]) -> Any:
        system = {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity")}
        widths = PDFArrayCompact([1000 * self.face.advance(glyph) for glyph in glyphs])
        font = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("CIDFontType2"),
                "BaseFont": PDFName(name),
                "CIDSystemInfo": PDFDictionary({**system, "Supplement": 0}),
                "FontDescriptor": descriptor,
                "W": PDFArrayCompact([1, widths]),
                "CIDToGIDMap": _stream(doc, _places(glyphs)),
            }
        )
        return doc.Reference(font)


class _Codes(dict[str, str]):
    """Codes of two bytes, counted from 1."""

    def __missing__(self, text: str) -> str:
        self[text] = code = f"{len(self) + 1:04x}"
        return code


class _Widths(dict[str, float]):
    """The advance of every text that is drawn as one glyph, in em, found once."""

    def __init__(self, face: Typeface) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, text: str) -> float:
        self[text] = self._face.advance(drawn_glyph(self._face, text))
        return self[text]


def _places(glyphs: list[int]) -> bytes:
    """Return for each code the glyph's number in the subset: reportlab keeps the order of codes."""
    places = {0: 0}
    for glyph in glyphs:
        places.setdefault(glyph, len(places))
    return b"".join([places[glyph].to_bytes(2, "big") for glyph in (0, *glyphs)])


def _stream(doc: Any, content: bytes) -> Any:
    return doc.Reference(PDFStream(content=content, filters=[PDFZCompress]))


def _to_unicode(texts: list[str]) -> bytes:
    rows = [
        f"<{code:04X}> <{text.encode('utf-16-be', 'replace').hex().upper()}>"
        for code, text in enumerate(texts, 1)
    ]
    blocks = [rows[at : at + _MOST_ROWS] for at in range(0, len(rows), _MOST_ROWS)]
    body = "\n".join(
        f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks
    )
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{body}\nendcmap CMapName currentdict /CMap defineresource pop end end\n"
    ).encode("ascii")
