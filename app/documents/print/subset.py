"""A font file with only the glyphs that a document shows, for embedding."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable
from struct import pack, pack_into

from app.documents.typeface import Typeface, parts_of

_HINTS = ("cvt ", "fpgm", "prep")
_CHECKSUM_TOTAL = 0xB1B0AFBA


def subset(face: Typeface, glyphs: Iterable[int]) -> tuple[bytes, dict[int, int]]:
    """Return a TrueType file of these glyphs, and each old glyph's number in it.

    Number 0 stays the glyph for what is missing.  Hinting programs are kept: an office's screen
    shows 10-point print at 96 dpi.
    """
    order = _with_parts(face, glyphs)
    numbers = {old: new for new, old in enumerate(order)}
    outlines = [_renumbered(face.outline(old), numbers) for old in order]
    places, end = [0], 0
    for outline in outlines:
        end += len(outline)
        places.append(end)
    metrics = b"".join(pack(">Hh", *face.advance_units(old)) for old in order)
    tables = {tag: data for tag in _HINTS if (data := face.table(tag))}
    tables["glyf"] = b"".join(outlines)
    tables["loca"] = pack(f">{len(places)}I", *places)
    tables["hmtx"] = metrics
    tables["head"] = _patched(face.table("head"), (8, ">I", 0), (50, ">h", 1))
    tables["hhea"] = _patched(face.table("hhea"), (34, ">H", len(order)))
    tables["maxp"] = _patched(face.table("maxp"), (4, ">H", len(order)))
    return _assembled(tables), numbers


def _with_parts(face: Typeface, glyphs: Iterable[int]) -> list[int]:
    order = dict.fromkeys([0, *sorted(glyphs)])
    waiting = list(order)
    while waiting:
        for _, part in parts_of(face.outline(waiting.pop())):
            if part not in order:
                order[part] = None
                waiting.append(part)
    return list(order)


def _renumbered(outline: bytes, numbers: dict[int, int]) -> bytes:
    parts = parts_of(outline)
    if not parts:
        return outline + bytes(-len(outline) % 4)
    changed = bytearray(outline)
    for place, glyph in parts:
        pack_into(">H", changed, place, numbers[glyph])
    return bytes(changed) + bytes(-len(changed) % 4)


def _patched(table: bytes, *changes: tuple[int, str, int]) -> bytes:
    changed = bytearray(table)
    for place, form, value in changes:
        pack_into(form, changed, place, value)
    return bytes(changed)


def _assembled(tables: dict[str, bytes]) -> bytes:
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    head = pack(">I4H", 0x10000, count, power * 16, power.bit_length() - 1, (count - power) * 16)
    entries, bodies, at, head_at = [], [], 12 + 16 * count, 0
    for tag in sorted(tables):
        body = tables[tag]
        padded = body + bytes(-len(body) % 4)
        entries.append(tag.encode("ascii") + pack(">3I", _checksum(padded), at, len(body)))
        bodies.append(padded)
        head_at = at if tag == "head" else head_at
        at += len(padded)
    whole = bytearray(head + b"".join(entries) + b"".join(bodies))
    pack_into(">I", whole, head_at + 8, (_CHECKSUM_TOTAL - _checksum(bytes(whole))) & 0xFFFFFFFF)
    return bytes(whole)


def _checksum(data: bytes) -> int:
    words = array("I", data)
    if sys.byteorder == "little":
        words.byteswap()
    return sum(words) & 0xFFFFFFFF
