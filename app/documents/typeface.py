"""One TrueType file, read only as far as it is asked: glyphs, variants, advances, outlines.

A kept library parses the whole file (50 ms and more each); a sheet needs a few hundred glyphs of
it, so tables are looked up in place.  Only fonts of ours are read: they are sound.
"""

from __future__ import annotations

import mmap
from bisect import bisect_right
from pathlib import Path
from struct import calcsize, pack, unpack_from

_WINDOWS_FULL = (3, 10)
_UNICODE_VARIANTS = (0, 5)

_WORDS, _PLACED, _SCALED, _MORE, _SCALED_BOTH, _TWO_BY_TWO = 1, 2, 8, 0x20, 0x40, 0x80
"""Flags of a composite outline's parts."""

_FIRST_COMPOSED = 0x10000
_COMPOSED = {"☑": "□✓", "☒": "□×", "☐": "□", "✔": "✓", "✕": "×", "✖": "×", "❏": "□", "⭕": "○"}
"""Signs that forms tick with and that no bundled font has, laid together from those it has."""


class Typeface:
    """The glyphs of one bundled file.  Measures are in em unless said otherwise."""

    def __init__(self, path: Path) -> None:
        """Open ``path``; the file stays mapped as long as the typeface lives."""
        self.name = path.stem
        self.bold = path.stem.endswith("-Bold")
        with path.open("rb") as stream:
            self._data = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
        self._tables = self._directory()
        head, hhea = self._tables["head"][0], self._tables["hhea"][0]
        (self.units,) = self.unpack(">H", head + 18)
        self.box: tuple[int, ...] = self.unpack(">4h", head + 36)
        (long_places,) = self.unpack(">h", head + 50)
        self._place = (">2I", 4, 1) if long_places else (">2H", 2, 2)
        self.ascent, self.descent = self.unpack(">2h", hhea + 4)
        (self._metrics,) = self.unpack(">H", hhea + 34)
        self._starts, self._ends, self._firsts = self._groups()
        self._variants: dict[int, tuple[int, int]] | None = None
        self._composed: list[list[int]] = []

    def unpack(self, form: str, place: int) -> tuple[int, ...]:
        """Return numbers that stand at a place in the file."""
        return unpack_from(form, self._data, place)

    def _directory(self) -> dict[str, tuple[int, int]]:
        (count,) = self.unpack(">H", 4)
        tables = {}
        for at in range(12, 12 + 16 * count, 16):
            offset, length = self.unpack(">2I", at + 8)
            tables[self._data[at : at + 4].decode("ascii")] = (offset, length)
        return tables

    def table(self, tag: str) -> bytes:
        """Return a whole table; empty if the file has none."""
        offset, length = self._tables.get(tag, (0, 0))
        return self._data[offset : offset + length]

    def _cmap(self, wanted: tuple[int, int]) -> int:
        base = self._tables["cmap"][0]
        (count,) = self.unpack(">H", base + 2)
        for at in range(base + 4, base + 4 + 8 * count, 8):
            platform, encoding, offset = self.unpack(">2HI", at)
            if (platform, encoding) == wanted:
                return base + offset
        return 0

    def _groups(self) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
        at = self._cmap(_WINDOWS_FULL)
        (count,) = self.unpack(">I", at + 12)
        numbers = self.unpack(f">{3 * count}I", at + 16)
        return numbers[0::3], numbers[1::3], numbers[2::3]

    def glyph(self, code: int) -> int:
        """Return the glyph of a code point, composed if need be; 0 if there is none."""
        return self._own_glyph(code) or self._composed_glyph(chr(code))

    def _composed_glyph(self, character: str) -> int:
        parts = [self._own_glyph(ord(part)) for part in _COMPOSED.get(character, "")]
        if len(parts) < 2 or 0 in parts:  # a sign that one other stands in for, or none
            return parts[0] if parts else 0
        if parts not in self._composed:
            self._composed.append(parts)
        return _FIRST_COMPOSED + self._composed.index(parts)

    def _own_glyph(self, code: int) -> int:
        place = bisect_right(self._starts, code) - 1
        if place < 0 or code > self._ends[place]:
            return 0
        return self._firsts[place] + code - self._starts[place]

    def variant(self, code: int, selector: int) -> int:
        """Return the glyph of a variation sequence (葛󠄀); 0 if the font does not know it."""
        if self._variants is None:
            self._variants = self._selectors()
        default, other = self._variants.get(selector, (0, 0))
        if other and (found := self._other_variant(other, code)):
            return found
        return self.glyph(code) if default and self._is_default(default, code) else 0

    def _selectors(self) -> dict[int, tuple[int, int]]:
        base = self._cmap(_UNICODE_VARIANTS)
        if not base:
            return {}
        (count,) = self.unpack(">I", base + 6)
        found = {}
        for at in range(base + 10, base + 10 + 11 * count, 11):
            high, low, default, other = self.unpack(">BHII", at)
            found[high << 16 | low] = (default and base + default, other and base + other)
        return found

    def _search(self, base: int, step: int, code: int) -> int:
        (high,) = self.unpack(">I", base)
        low = 0
        while low < high:
            middle = (low + high) // 2
            first, rest = self.unpack(">BH", base + 4 + step * middle)
            if first << 16 | rest <= code:
                low = middle + 1
            else:
                high = middle
        return base + 4 + step * (low - 1) if low else 0

    def _other_variant(self, base: int, code: int) -> int:
        at = self._search(base, 5, code)
        if not at:
            return 0
        first, rest, glyph = self.unpack(">BHH", at)
        return glyph if first << 16 | rest == code else 0

    def _is_default(self, base: int, code: int) -> bool:
        at = self._search(base, 4, code)
        if not at:
            return False
        first, rest, more = self.unpack(">BHB", at)
        return code <= (first << 16 | rest) + more

    def advance(self, glyph: int) -> float:
        """Return how far a glyph moves the pen."""
        return self.advance_units(glyph)[0] / self.units

    def advance_units(self, glyph: int) -> tuple[int, int]:
        """Return a glyph's advance and left bearing in the font's units."""
        if glyph >= _FIRST_COMPOSED:
            glyph = self._composed[glyph - _FIRST_COMPOSED][0]
        base = self._tables["hmtx"][0]
        if glyph < self._metrics:
            advance, bearing = self.unpack(">Hh", base + 4 * glyph)
            return advance, bearing
        (advance,) = self.unpack(">H", base + 4 * (self._metrics - 1))
        (bearing,) = self.unpack(">h", base + 2 * (self._metrics + glyph))
        return advance, bearing

    def outline(self, glyph: int) -> bytes:
        """Return a glyph's outline as the file holds it, or made up of others."""
        if glyph >= _FIRST_COMPOSED:
            parts = self._composed[glyph - _FIRST_COMPOSED]
            box = self.outline(parts[0])[2:10]
            more = (_PLACED | _MORE, _PLACED)
            return (
                pack(">h", -1)
                + box
                + b"".join(
                    pack(">2H2b", flags, part, 0, 0)
                    for flags, part in zip(more, parts, strict=True)
                )
            )
        form, step, unit = self._place
        start, end = self.unpack(form, self._tables["loca"][0] + step * glyph)
        base = self._tables["glyf"][0]
        return self._data[base + start * unit : base + end * unit]


def parts_of(outline: bytes) -> list[tuple[int, int]]:
    """Return (place, glyph) of the glyphs a composite outline is made of; none for a plain one."""
    if len(outline) < 10 or unpack_from(">h", outline)[0] >= 0:
        return []
    found, at = [], 10
    while True:
        flags, glyph = unpack_from(">2H", outline, at)
        found.append((at + 2, glyph))
        at += 4 + calcsize(">2h" if flags & _WORDS else ">2b")
        at += 2 * _numbers_of_scale(flags)
        if not flags & _MORE:
            return found


def _numbers_of_scale(flags: int) -> int:
    if flags & _SCALED:
        return 1
    return 2 if flags & _SCALED_BOTH else 4 if flags & _TWO_BY_TWO else 0
