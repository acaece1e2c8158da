"""The glyphs of vertical writing in a bundled font: 、 at the upper right, ー turned.

They are the substitutions of the feature ``vert`` in the table GSUB (OpenType 1.9), single ones in
all our fonts.  A face of them draws the same characters, so the text of a print stays plain.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from struct import iter_unpack, unpack_from

from app.documents.typeface import Typeface

_FEATURE = b"vert"
_SINGLE, _EXTENSION = 1, 7
_BY_DIFFERENCE, _LIST = 1, 1


class UprightTypeface(Typeface):
    """A bundled file with its glyphs of vertical writing in place of the level ones."""

    def __init__(self, path: Path) -> None:
        """Open ``path``."""
        super().__init__(path)
        self.name = f"{path.stem}-Vertical"

    def _own_glyph(self, code: int) -> int:
        return self.vertical_form(super()._own_glyph(code))

    def vertical_form(self, glyph: int) -> int:
        """Return the glyph that stands for a level one; the same where there is no other."""
        return self._forms.get(glyph, glyph)

    def differs(self, code: int) -> bool:
        """Return whether a character is drawn otherwise than in level text."""
        return super()._own_glyph(code) in self._forms

    @cached_property
    def _forms(self) -> dict[int, int]:
        return substitutions(self.get_table("GSUB"))


def substitutions(table: bytes) -> dict[int, int]:
    """Return the single substitutions of the feature ``vert``, glyph by glyph."""
    features, lookups = unpack_from(">2H", table, 6)
    wanted: set[int] = set()
    for place in range(_count(table, features)):
        tag, at = unpack_from(">4sH", table, features + 2 + 6 * place)
        if tag == _FEATURE:
            wanted.update(_numbers(table, features + at + 2))
    found: dict[int, int] = {}
    for lookup in sorted(wanted):
        (at,) = unpack_from(">H", table, lookups + 2 + 2 * lookup)
        for old, new in _lookup(table, lookups + at):
            found.setdefault(old, new)
    return found


def _lookup(table: bytes, at: int) -> Iterator[tuple[int, int]]:
    (kind,) = unpack_from(">H", table, at)
    for offset in _numbers(table, at + 4):
        own, place = kind, at + offset
        if own == _EXTENSION:
            own, further = unpack_from(">HI", table, place + 2)
            place += further
        if own == _SINGLE:
            yield from _single(table, place)


def _single(table: bytes, at: int) -> Iterator[tuple[int, int]]:
    form, coverage = unpack_from(">2H", table, at)
    covered = _covered(table, at + coverage)
    if form == _BY_DIFFERENCE:
        (difference,) = unpack_from(">h", table, at + 4)
        return ((glyph, (glyph + difference) & 0xFFFF) for glyph in covered)
    return zip(covered, _numbers(table, at + 4), strict=False)


def _covered(table: bytes, at: int) -> list[int]:
    (form,) = unpack_from(">H", table, at)
    if form == _LIST:
        return list(_numbers(table, at + 2))
    ranges = table[at + 4 : at + 4 + 6 * _count(table, at + 2)]
    return [
        glyph for first, last, _ in iter_unpack(">3H", ranges) for glyph in range(first, last + 1)
    ]


def _count(table: bytes, at: int) -> int:
    return int(unpack_from(">H", table, at)[0])


def _numbers(table: bytes, at: int) -> tuple[int, ...]:
    """Return a counted list of numbers."""
    return unpack_from(f">{_count(table, at)}H", table, at + 2)
