"""A PDF file, written object by object; the same calls give the same bytes.

reportlab would do this too, but importing it takes longer than a whole form may: with it, a
one-page form from a cold start misses the goal of a quarter of LibreOffice's time
(design/performance.md), and its fonts split every text over subsets of 256 characters and write
wrong text for 𠮷.  What a sheet needs of the format is small and stands here.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence

_HEADER = b"%PDF-1.7\n%\xe3\x81\x82\xe3\n"
_LEVEL = 6


def text_string(text: str) -> str:
    """Return a text for the document's properties, as UTF-16."""
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"


class PdfFile:
    """Objects by number, and the tree of pages."""

    def __init__(self, title: str) -> None:
        """Begin an empty document; ``title`` is shown in the reader's window."""
        self._objects: list[bytes] = []
        self._pages: list[int] = []
        self._images: list[tuple[str, int]] = []
        self.fonts: list[tuple[str, int]] = []
        self._catalog, self._tree, self._resources = (self.reserve() for _ in range(3))
        self._info = self.add(f"<</Title {text_string(title)}/Producer(kurashi)>>")

    def reserve(self) -> int:
        """Return the number of an object that is written later."""
        self._objects.append(b"")
        return len(self._objects)

    def put(self, number: int, body: str) -> None:
        """Write a reserved object."""
        self._objects[number - 1] = body.encode("latin-1")

    def add(self, body: str) -> int:
        """Write a new object and return its number."""
        number = self.reserve()
        self.put(number, body)
        return number

    def stream(self, data: bytes, entries: str = "", *, packed: bool = False) -> int:
        """Write a stream and return its number; ``packed`` data are stored as they are."""
        if not packed:
            data = zlib.compress(data, _LEVEL)
            entries += "/Filter/FlateDecode"
        number = self.reserve()
        head = f"<<{entries}/Length {len(data)}>>stream\n".encode("latin-1")
        self._objects[number - 1] = head + data + b"\nendstream"
        return number

    def image(self, number: int) -> str:
        """Return the name by which pages draw an image object."""
        name = f"/I{number}"
        if (name, number) not in self._images:
            self._images.append((name, number))
        return name

    def page(self, width: float, height: float, content: bytes) -> None:
        """Append a page; sizes in points."""
        stream = self.stream(content)
        self._pages.append(
            self.add(
                f"<</Type/Page/Parent {self._tree} 0 R/MediaBox[0 0 {width:.6g} {height:.6g}]"
                f"/Resources {self._resources} 0 R/Contents {stream} 0 R>>"
            )
        )

    def to_bytes(self) -> bytes:
        """Return the finished file."""
        kids = " ".join(f"{page} 0 R" for page in self._pages)
        self.put(self._tree, f"<</Type/Pages/Count {len(self._pages)}/Kids[{kids}]>>")
        self.put(
            self._resources,
            f"<</Font<<{_listed(self.fonts)}>>/XObject<<{_listed(self._images)}>>>>",
        )
        self.put(
            self._catalog,
            f"<</Type/Catalog/Pages {self._tree} 0 R/Lang(ja-JP)"
            "/ViewerPreferences<</DisplayDocTitle true/PrintScaling/None>>>>",
        )
        return self._joined()

    def _joined(self) -> bytes:
        parts, places, at = [_HEADER], [], len(_HEADER)
        for number, body in enumerate(self._objects, 1):
            whole = b"%d 0 obj\n%b\nendobj\n" % (number, body)
            places.append(at)
            parts.append(whole)
            at += len(whole)
        parts.append(b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1))
        parts.extend(b"%010d 00000 n \n" % place for place in places)
        trailer = f"<</Size {len(places) + 1}/Root {self._catalog} 0 R/Info {self._info} 0 R>>"
        parts.append(f"trailer\n{trailer}\nstartxref\n{at}\n%%EOF\n".encode("latin-1"))
        return b"".join(parts)


def _listed(names: Sequence[tuple[str, int]]) -> str:
    return "".join(f"{name} {number} 0 R" for name, number in names)
