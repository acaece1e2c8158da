"""The zip file around a workbook's parts: opened with suspicion, written part by part.

A part that was not changed is written as it stood there, packed and all: that is faster than to
pack it anew, and cannot alter it.  Parts keep their times and new ones have a fixed one, so the
same form with the same values gives the same file.
"""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import unquote

from app.documents.form.foreign import refusal_of_no_zip, refusal_of_other_package
from app.kernel.errors import Refusal

MOST_PARTS = 10_000
MOST_BYTES = 200 * 1024 * 1024
MOST_XML = 64 * 1024 * 1024
"""Bytes of one part that is read as a tree."""
SAVE_AGAIN = "元のファイルをExcelで開き、名前を付けて保存し直してから、もう一度お試しください。"
BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, RuntimeError,
    OverflowError,
)  # fmt: skip
"""What the library raises over damaged archives."""

_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_IN_DIRECTORY = b"PK\x01\x02"
_UNIX = 3
_XML = (".xml", ".rels", ".vml")
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION, _UTF8 = 20, 0x800
_NO_TIME = (0, 33)
_RAW_DEFLATE = -15


class Entry(NamedTuple):
    """A part as it stands in the file."""

    name: str
    method: int
    crc: int
    size: int
    packed: bytes
    when: tuple[int, int] = _NO_TIME
    """Time and day as the format packs them."""


def open_archive(data: bytes, name: str) -> zipfile.ZipFile:
    """Open an archive held in memory; raises ``Refusal`` in words unless it may be a workbook."""
    if not data.startswith(b"PK"):
        raise refusal_of_no_zip(data, name)
    if data.count(_IN_DIRECTORY) > 2 * MOST_PARTS:
        raise Refusal(_too_large(name))
    try:
        opened = zipfile.ZipFile(io.BytesIO(data))
        parts = [plain_name(item.filename) for item in opened.infolist()]
    except BROKEN as error:
        raise Refusal(f"「{name}」は壊れていて読めません。{SAVE_AGAIN}") from error
    _check_names(parts, name)
    _check_items(opened.infolist(), name)
    if "[content_types].xml" not in {part.lower() for part in parts}:
        raise refusal_of_other_package(parts, opened, name)
    return opened


def plain_name(name: str) -> str:
    """Return a part's name with the slashes of the format; some programs write Windows's."""
    return name.replace("\\", "/")


def key_of(name: str) -> str:
    """Return what two spellings of one part's name share: case and %-escapes do not count."""
    return unquote(name).lower()


def packed_entry(name: str, data: bytes, was: zipfile.ZipInfo | None = None) -> Entry:
    """Pack a part; ``was`` is its entry in the archive it comes from."""
    press = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION, zlib.DEFLATED, _RAW_DEFLATE)
    body = press.compress(data) + press.flush()
    return Entry(name, zipfile.ZIP_DEFLATED, zlib.crc32(data), len(data), body, _when(was))


def same_entry(archive: bytes, item: zipfile.ZipInfo) -> Entry:
    """Return a part of an archive as it is packed there."""
    head = _LOCAL.unpack_from(archive, item.header_offset)
    start = item.header_offset + _LOCAL.size + head[-2] + head[-1]
    body = archive[start : start + item.compress_size]
    name = plain_name(item.filename)
    return Entry(name, item.compress_type, item.CRC, item.file_size, body, _when(item))


def _when(item: zipfile.ZipInfo | None) -> tuple[int, int]:
    if item is None:
        return _NO_TIME
    year, month, day, hour, minute, second = item.date_time
    return hour << 11 | minute << 5 | second >> 1, (year - 1980) << 9 | month << 5 | day


def write_archive(entries: Iterable[Entry]) -> bytes:
    """Return the file that holds these parts, in this order."""
    out, listing, count = io.BytesIO(), io.BytesIO(), 0
    for count, entry in enumerate(entries, start=1):  # noqa: B007 - the last is how many
        name = entry.name.encode()
        flags = 0 if name.isascii() else _UTF8
        sizes = (entry.crc, len(entry.packed), entry.size, len(name), 0)
        common = (flags, entry.method, *entry.when, *sizes)
        place = out.tell()
        listing.write(
            _CENTRAL.pack(_IN_DIRECTORY, _VERSION, _VERSION, *common, 0, 0, 0, 0, place) + name
        )
        out.write(_LOCAL.pack(b"PK\x03\x04", _VERSION, *common) + name + entry.packed)
    start, directory = out.tell(), listing.getvalue()
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(directory), start, 0)
    out.write(directory + end)
    return out.getvalue()


def _check_names(names: list[str], name: str) -> None:
    seen = set()
    for part in names:
        plain = unquote(part)
        if plain.startswith("/") or ":" in plain or ".." in plain.split("/"):
            raise Refusal(
                f"「{name}」の中に、ファイルの外を指す名前「{part[:60]}」があります。"
                "安全のため開きません。送り主に確かめてください。"
            )
        if key_of(part) in seen:
            raise Refusal(f"「{name}」の中に同じ名前の部品が二つあり、読めません。{SAVE_AGAIN}")
        seen.add(key_of(part))


def _check_items(items: list[zipfile.ZipInfo], name: str) -> None:
    if len(items) > MOST_PARTS or sum(item.file_size for item in items) > MOST_BYTES:
        raise Refusal(_too_large(name))
    for item in items:
        if item.file_size > MOST_XML and item.filename.lower().endswith(_XML):
            raise Refusal(too_large_part(name, item.filename))
        if item.flag_bits & 1:
            raise Refusal(
                f"「{name}」はパスワード付きの圧縮ファイルです。パスワードを外してください。"
            )
        if item.compress_type not in _METHODS:
            raise Refusal(f"「{name}」はExcelが使わない方法で圧縮されています。{SAVE_AGAIN}")
        if item.create_system == _UNIX and stat.S_ISLNK(item.external_attr >> 16):
            raise Refusal(
                f"「{name}」の中に、ほかのファイルへのリンクがあります。"
                "安全のため開きません。送り主に確かめてください。"
            )


def too_large_part(name: str, part: str) -> str:
    """Return the sentence on a part that would take too much memory."""
    return (
        f"「{name}」は大きすぎて読めません(「{part}」)。使っていない行や列の書式、"
        "セルの結合、条件付き書式、名前の定義を減らしてから、もう一度お試しください。"
    )


def _too_large(name: str) -> str:
    return (
        f"「{name}」は展開すると大きくなりすぎるため開きません(上限200MB、1万部品)。"
        "不要なシートや図を減らしてください。"
    )
