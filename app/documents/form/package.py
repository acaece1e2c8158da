"""A workbook file as a package of parts: opened with suspicion, written back unchanged.

Only parts that were touched are written anew; every other part keeps its bytes, and the parts
keep their order.  Times inside the file are fixed, so the same content gives the same file.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from app.documents.form.markup import (
    CONTENT_TYPES,
    PACKAGE_RELATIONS,
    Element,
    parse,
    serialise,
)
from app.kernel.errors import Refusal

MOST_PARTS = 10_000
MOST_BYTES = 200 * 1024 * 1024
MOST_BYTES_FILE = 100 * 1024 * 1024

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FIXED_TIME = (1980, 1, 1, 0, 0, 0)
_SAVE_AGAIN = "元のファイルをExcelで開き、名前を付けて保存し直してから、もう一度お試しください。"


@dataclass(frozen=True, slots=True)
class Relation:
    """One line of a part's relations; ``target`` is a part's name, or an address if external."""

    id: str
    type: str
    target: str
    external: bool

    @property
    def kind(self) -> str:
        """Return the last word of the type: ``worksheet``, ``styles``, ``drawing``."""
        return self.type.rpartition("/")[2]


class Package:
    """The parts of one workbook file."""

    def __init__(self, data: bytes, name: str = "ファイル") -> None:
        """Open a package held in memory; raises ``Refusal`` in words if it is not a sound one."""
        self.original = data
        self.name = name
        self._zip = _open_zip(data, name)
        items = {_plain_name(item.filename): item for item in self._zip.infolist()}
        self._items = {part: item for part, item in items.items() if not part.endswith("/")}
        self._order = list(self._items)
        self._names = {part.lower(): part for part in self._order}
        self._trees: dict[str, Element] = {}
        self._touched: set[str] = set()
        self._fresh: dict[str, bytes] = {}

    @classmethod
    def open(cls, source: Path | bytes) -> Package:
        """Read a file (or its bytes)."""
        if isinstance(source, bytes):
            return cls(source)
        try:
            if source.stat().st_size > MOST_BYTES_FILE:
                raise Refusal(f"「{source.name}」は大きすぎます(上限100MB)。")
            return cls(source.read_bytes(), source.name)
        except OSError as error:
            raise Refusal(
                f"「{source.name}」を開けません。場所と名前を確かめ、"
                "ほかのプログラムで開いていれば閉じてください。"
            ) from error

    @property
    def parts(self) -> list[str]:
        """Return every part's name, in the order of the file."""
        return list(self._order)

    def find(self, part: str) -> str | None:
        """Return the name as the file spells it; parts' names know no upper and lower case."""
        return self._names.get(part.lower())

    def read(self, part: str) -> bytes:
        """Return a part's bytes as they stood in the file or were added."""
        if part in self._fresh:
            return self._fresh[part]
        try:
            return self._zip.read(self._items[part])
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
            raise Refusal(f"「{self.name}」は壊れています。{_SAVE_AGAIN}") from error

    def tree(self, part: str) -> Element:
        """Return a part as a tree, the same one every time."""
        if part not in self._trees:
            self._trees[part] = parse(self.read(part), part)
        return self._trees[part]

    def parsed(self, part: str) -> bool:
        """Return whether a part's tree has been read already."""
        return part in self._trees

    def touch(self, part: str) -> None:
        """Say that a part's tree was changed and has to be written."""
        self._touched.add(part)

    @property
    def touched(self) -> bool:
        """Return whether anything differs from the file that was opened."""
        return bool(self._touched or self._fresh) or len(self._order) != len(self._zip.namelist())

    def add(self, part: str, data: bytes, content_type: str) -> None:
        """Put in a new part; its type is entered in the list of content types."""
        self._order.append(part)
        self._names[part.lower()] = part
        self._fresh[part] = data
        if content_type:
            types = self.tree(self.content_types)
            made = etree.SubElement(types, f"{{{CONTENT_TYPES}}}Override")
            made.set("PartName", f"/{part}")
            made.set("ContentType", content_type)
            self.touch(self.content_types)

    def add_tree(self, part: str, root: Element, content_type: str) -> None:
        """Put in a new part that may still be changed."""
        self.add(part, b"", content_type)
        self._trees[part] = root
        self.touch(part)

    def remove(self, part: str) -> None:
        """Take a part out, and its type with it.  Relations to it are the caller's."""
        self._order.remove(part)
        del self._names[part.lower()]
        self._touched.discard(part)
        types = self.tree(self.content_types)
        for entry in types.findall(f"{{{CONTENT_TYPES}}}Override"):
            if entry.get("PartName", "").lower() == f"/{part}".lower():
                types.remove(entry)
                self.touch(self.content_types)

    @property
    def content_types(self) -> str:
        """Return the name of the list of content types."""
        return self._names["[content_types].xml"]

    def content_type(self, part: str) -> str:
        """Return the type a part is listed with; empty when only its ending says it."""
        for entry in self.tree(self.content_types).findall(f"{{{CONTENT_TYPES}}}Override"):
            if entry.get("PartName", "").lower() == f"/{part}".lower():
                return entry.get("ContentType", "")
        return ""

    def relations(self, part: str) -> list[Relation]:
        """Return the relations of a part ("" for the package's own)."""
        listing = self.find(relations_part(part))
        if listing is None:
            return []
        return [
            _relation(part, entry)
            for entry in self.tree(listing).findall(f"{{{PACKAGE_RELATIONS}}}Relationship")
        ]

    def related(self, part: str, kind: str) -> list[str]:
        """Return the parts of one kind that a part refers to and that are there."""
        found = [
            self.find(relation.target)
            for relation in self.relations(part)
            if relation.kind == kind and not relation.external
        ]
        return [name for name in found if name]

    def to_bytes(self) -> bytes:
        """Return the file.  Untouched, it is the very bytes that were opened."""
        if not self.touched:
            return self.original
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as out:
            for part in self._order:
                entry = zipfile.ZipInfo(part, _FIXED_TIME)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.create_system = 0
                changed = part in self._touched
                out.writestr(entry, serialise(self._trees[part]) if changed else self.read(part))
        return stream.getvalue()


def relations_part(part: str) -> str:
    """Return the name of the part that lists another part's relations."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _plain_name(name: str) -> str:
    """Return a part's name with the slashes of the format; some programs write Windows's."""
    return name.replace("\\", "/")


def _relation(part: str, entry: Element) -> Relation:
    target = unquote(entry.get("Target", ""))
    external = entry.get("TargetMode") == "External"
    if not external:
        target = _plain_name(target)
        base = "/" if target.startswith("/") else f"/{posixpath.dirname(part)}"
        target = posixpath.normpath(posixpath.join(base, target)).lstrip("/")
    return Relation(entry.get("Id", ""), entry.get("Type", ""), target, external)


def _open_zip(data: bytes, name: str) -> zipfile.ZipFile:
    if data.startswith(_OLE):
        raise Refusal(_old_or_locked(data, name))
    if not data:
        raise Refusal(f"「{name}」は空のファイルです。")
    try:
        opened = zipfile.ZipFile(io.BytesIO(data))
        names = [_plain_name(item.filename) for item in opened.infolist()]
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
        raise Refusal(
            f"「{name}」はExcelブック(.xlsx)ではないか、壊れています。{_SAVE_AGAIN}"
        ) from error
    _check_names(names, name)
    _check_sizes(opened.infolist(), name)
    if "[content_types].xml" not in {part.lower() for part in names}:
        raise Refusal(f"「{name}」はExcelブック(.xlsx)ではありません。")
    return opened


def _old_or_locked(data: bytes, name: str) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return (
            f"「{name}」にはパスワードがかかっています。Excelで開き、"
            "［ファイル］→［情報］→［ブックの保護］→［パスワードを使用して暗号化］で"
            "パスワードを消して保存してから、もう一度お試しください。"
        )
    return (
        f"「{name}」は古い形式(.xls など)です。Excelで開き、"
        "「Excelブック(.xlsx)」として保存し直してから、もう一度お試しください。"
    )


def _check_names(names: list[str], name: str) -> None:
    seen = set()
    for part in names:
        outside = part.startswith("/") or ":" in part
        if outside or ".." in part.split("/"):
            raise Refusal(
                f"「{name}」の中に、ファイルの外を指す名前「{part[:60]}」があります。"
                "安全のため開きません。送り主に確かめてください。"
            )
        if part.lower() in seen:
            raise Refusal(f"「{name}」の中に同じ名前の部品が二つあり、読めません。{_SAVE_AGAIN}")
        seen.add(part.lower())


def _check_sizes(items: list[zipfile.ZipInfo], name: str) -> None:
    if len(items) > MOST_PARTS or sum(item.file_size for item in items) > MOST_BYTES:
        raise Refusal(
            f"「{name}」は展開すると大きくなりすぎるため開きません(上限200MB)。"
            "不要なシートや図を減らしてください。"
        )
    if any(item.flag_bits & 1 for item in items):
        raise Refusal(f"「{name}」はパスワード付きの圧縮ファイルです。パスワードを外してください。")
