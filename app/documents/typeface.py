"""One bundled TrueType file, parsed by reportlab: glyphs, variants and advances.

reportlab reads what it knows of 12,000 glyphs number by number, 0.1 s a file, and no variation
sequences.  Here both are looked up in the file's tables when they are asked for, and signs that no
bundled font has are laid together from those it has.  Only fonts of ours are read: they are sound.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from copy import copy
from functools import cached_property
from mmap import ACCESS_READ, mmap
from pathlib import Path
from struct import calcsize, iter_unpack, pack, unpack_from
from typing import BinaryIO

from reportlab.pdfbase.ttfonts import (
    GF_ARGS_ARE_XY_VALUES,
    GF_MORE_COMPONENTS,
    TTFontFace,
)

_WINDOWS_FULL = (3, 10)
_UNICODE_VARIANTS = (0, 5)

_STAND_INS = {"☐": "□", "❏": "□", "⭕": "○", "✔": "✓", "✕": "×", "✖": "×"}
_COMPOSED = {"☑": "□✓", "☒": "□×"}
_COMPOSED_SIZE = 24
"""Signs that forms tick with and that no bundled font has; the bytes of an outline of two."""


class Typeface(TTFontFace):  # type: ignore[misc]  # reportlab has no types
    """The glyphs of one bundled file; measures are in em."""

    def __init__(self, path: Path) -> None:
        """Open ``path``; the file stays mapped as long as the typeface lives."""
        with path.open("rb") as file:
            super().__init__(file)
        self.name: str = path.stem
        self.bold = path.stem.endswith("-Bold")
        self._stand_ins = {
            ord(sign): self._own_glyph(ord(like)) for sign, like in _STAND_INS.items()
        }
        self._parts = self._compose()

    def readFile(self, f: BinaryIO) -> None:  # noqa: N802 - reportlab's
        """Map the file: of its 5 MB a form needs a few hundred glyphs."""
        self.filename = f.name
        self._ttf_data: mmap | bytes = mmap(f.fileno(), 0, access=ACCESS_READ)
        self.seek(0)

    def extractInfo(self, charInfo: int = 1) -> None:  # noqa: ARG002, N802, N803 - reportlab's
        """Read names and measures as reportlab does, but not yet every glyph's."""
        super().extractInfo(0)
        self._starts, self._ends, self._firsts = _groups(self.get_table("cmap"))
        self._full_metrics = self.get_ushort(self.get_table_pos("hhea")[0] + 34)
        self._metrics_at = self.get_table_pos("hmtx")[0]
        self.defaultWidth = self._pdfScale(self.get_ushort(self._metrics_at))

    @cached_property
    def hmetrics(self) -> list[tuple[int, ...]]:
        """Advance and bearing of every glyph, in the file's units, as reportlab wants them."""
        table, full = self.get_table("hmtx"), self._full_metrics
        metrics = list(iter_unpack(">2H", table[: 4 * full]))
        bearings = unpack_from(f">{self.numGlyphs - full}H", table, 4 * full)
        metrics += [(metrics[-1][0], bearing) for bearing in bearings]
        for outer, _ in self._parts.values():
            metrics += [metrics[outer], metrics[outer]]
        return metrics

    @cached_property
    def glyphPos(self) -> list[int]:  # noqa: N802 - reportlab's
        """Where every outline begins and the last one ends, as reportlab wants it."""
        is_long = self.get_ushort(self.get_table_pos("head")[0] + 50)
        form, unit = ("I", 1) if is_long else ("H", 2)
        found = unpack_from(f">{self.numGlyphs + 1}{form}", self.get_table("loca"))
        places = [place * unit for place in found]
        end = len(self._ttf_data) - self.get_table_pos("glyf")[0]
        for at in range(end, end + len(self._parts) * _COMPOSED_SIZE, _COMPOSED_SIZE):
            places += [at, at + _COMPOSED_SIZE]
        return places

    def glyph(self, code: int) -> int:
        """Return the glyph of a code point, a stand-in if need be; 0 if there is none."""
        return self._own_glyph(code) or self._stand_ins.get(code, 0)

    def _own_glyph(self, code: int) -> int:
        place = bisect_right(self._starts, code) - 1
        if place < 0 or code > self._ends[place]:
            return 0
        return self._firsts[place] + code - self._starts[place]

    def variant(self, code: int, selector: int) -> int:
        """Return the glyph of a variation sequence (葛󠄀); 0 if the font does not know it."""
        return self._variants.get((code, selector), 0)

    @cached_property
    def _variants(self) -> dict[tuple[int, int], int]:
        return dict(self._sequences())

    def _sequences(self) -> Iterator[tuple[tuple[int, int], int]]:
        cmap = self.get_table("cmap")
        base = _subtable(cmap, _UNICODE_VARIANTS)
        (count,) = unpack_from(">I", cmap, base + 6) if base else (0,)
        for at in range(base + 10, base + 10 + 11 * count, 11):
            high, low, default, other = unpack_from(">BHII", cmap, at)
            selector = high << 16 | low
            for first, rest, more in _records(">BHB", cmap, default and base + default):
                start = first << 16 | rest
                for code in range(start, start + more + 1):
                    yield (code, selector), self.glyph(code)
            for first, rest, glyph in _records(">BHH", cmap, other and base + other):
                yield (first << 16 | rest, selector), glyph

    def advance(self, glyph: int) -> float:
        """Return how far a glyph moves the pen."""
        own, _ = self._parts.get(glyph, (glyph, 0))
        place = self._metrics_at + 4 * min(own, self._full_metrics - 1)
        return float(unpack_from(">H", self._ttf_data, place)[0] / self.unitsPerEm)

    def picking(self, glyphs: Iterable[int]) -> Typeface:
        """Return this face as one document embeds it: its codes 1, 2, 3 … mean these glyphs.

        It shares nothing that making a subset changes.
        """
        picked = copy(self)
        picked.hmetrics, picked.glyphPos = self.hmetrics, self.glyphPos
        picked.charToGlyph = dict(enumerate(glyphs, 1))
        if not self._parts.keys().isdisjoint(picked.charToGlyph.values()):
            outlines = b"".join([self._outline(*parts) for parts in self._parts.values()])
            picked._ttf_data = self._ttf_data[:] + outlines  # noqa: SLF001 - its own
            glyf = self.table["glyf"]
            length = len(picked._ttf_data) - glyf["offset"]  # noqa: SLF001
            picked.table = {**self.table, "glyf": {**glyf, "length": length}}
        return picked

    def _compose(self) -> dict[int, tuple[int, int]]:
        """Give numbers behind the file's own to signs of two parts; every other stays unused."""
        composed: dict[int, tuple[int, int]] = {}
        for sign, parts in _COMPOSED.items():
            outer, inner = (self._own_glyph(ord(part)) for part in parts)
            if outer and inner:
                glyph = self.numGlyphs + 1 + 2 * len(composed)
                composed[glyph] = (outer, inner)
                self._stand_ins[ord(sign)] = glyph
        return composed

    def _outline(self, outer: int, inner: int) -> bytes:
        box = self.get_chunk(self.get_table_pos("glyf")[0] + self.glyphPos[outer] + 2, 8)
        more = GF_ARGS_ARE_XY_VALUES | GF_MORE_COMPONENTS
        first, second = (more, outer, 0, 0), (GF_ARGS_ARE_XY_VALUES, inner, 0, 0)
        return pack(">h8s2H2b2H2bxx", -1, box, *first, *second)


def _subtable(cmap: bytes, wanted: tuple[int, int]) -> int:
    (count,) = unpack_from(">H", cmap, 2)
    for platform, encoding, offset in iter_unpack(">2HI", cmap[4 : 4 + 8 * count]):
        if (platform, encoding) == wanted:
            return int(offset)
    return 0


def _groups(cmap: bytes) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
    at = _subtable(cmap, _WINDOWS_FULL)
    (count,) = unpack_from(">I", cmap, at + 12)
    numbers = unpack_from(f">{3 * count}I", cmap, at + 16)
    return numbers[0::3], numbers[1::3], numbers[2::3]


def _records(form: str, table: bytes, at: int) -> Iterator[tuple[int, ...]]:
    """Return the records of a counted list; none at place 0."""
    (count,) = unpack_from(">I", table, at) if at else (0,)
    return iter_unpack(form, table[at + 4 : at + 4 + count * calcsize(form)])
