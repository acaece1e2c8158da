"""A workbook file as a package of parts that refer to each other.

Only parts that were touched are written anew; every other part keeps its bytes, and the parts
keep their order.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote
from zipfile import ZipInfo

from lxml import etree

from app.documents.form.archive import (
    BROKEN,
    SAVE_AGAIN,
    Entry,
    key_of,
    open_archive,
    packed_entry,
    plain_name,
    same_entry,
    too_large_part,
    write_archive,
)
from app.documents.form.foreign import refuse_other_documents
from app.documents.form.markup import (
    CONTENT_TYPES,
    PACKAGE_RELATIONS,
    Element,
    parse,
    serialise,
)
from app.kernel.errors import Refusal

MOST_BYTES_FILE = 100 * 1024 * 1024
MOST_TREE = 160 * 1024 * 1024
"""Bytes of memory that all trees of one package may take, by ``_weight``."""

_PIECE = 1 << 20
_ELEMENT, _ATTRIBUTE = 120, 200
"""Bytes that lxml takes for each, measured."""


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
        self._zip = open_archive(data, name)
        self._items = {plain_name(item.filename): item for item in self._zip.infolist()}
        self._order = list(self._items)
        self._names = {key_of(part): part for part in self._order}
        self._trees: dict[str, Element] = {}
        self._weight = 0
        self._touched: set[str] = set()
        self._fresh: dict[str, bytes] = {}
        self._check_types()

    def _check_types(self) -> None:
        refuse_other_documents(self._order, self.name)
        if self.tree(self.content_types).tag != f"{{{CONTENT_TYPES}}}Types":
            raise Refusal(f"「{self.name}」は壊れています。{SAVE_AGAIN}")

    @classmethod
    def open(cls, source: Path | bytes) -> Package:
        """Read a file (or its bytes)."""
        if isinstance(source, bytes):
            return cls(source)
        return cls(_read_file(source), source.name)

    @property
    def parts(self) -> list[str]:
        """Return every part's name, in the order of the file."""
        return [part for part in self._order if not part.endswith("/")]

    def find(self, part: str) -> str | None:
        """Return the name as the file spells it; case and %-escapes do not count."""
        return self._names.get(key_of(part))

    def read(self, part: str) -> bytes:
        """Return a part's bytes as they stood in the file or were added."""
        if part in self._fresh:
            return self._fresh[part]
        try:
            return self._zip.read(self._items[part])
        except BROKEN as error:
            raise Refusal(f"「{self.name}」は壊れています。{SAVE_AGAIN}") from error

    def tree(self, part: str) -> Element:
        """Return a part as a tree, the same one every time.

        Raises ``Refusal`` when it is broken, or would with the others take too much memory.
        """
        if part not in self._trees:
            self._trees[part] = parse(self._weighed(part), part)
        return self._trees[part]

    def _weighed(self, part: str) -> bytes:
        data = self.read(part)
        self._weight += _weight(data)
        if self._weight <= MOST_TREE:
            return data
        raise Refusal(too_large_part(self.name, part))

    def parsed(self, part: str) -> bool:
        """Return whether a part's tree has been read already."""
        return part in self._trees

    def touch(self, part: str) -> None:
        """Say that a part's tree was changed and has to be written."""
        self._touched.add(part)

    @property
    def touched(self) -> bool:
        """Return whether anything differs from the file that was opened."""
        return bool(self._touched or self._fresh) or len(self._order) != len(self._items)

    def add(self, part: str, data: bytes, content_type: str) -> None:
        """Put in a new part; its type is entered in the list of content types."""
        self._order.append(part)
        self._names[key_of(part)] = part
        self._fresh[part] = data
        if content_type:
            types = self.tree(self.content_types)
            made = etree.SubElement(types, f"{{{CONTENT_TYPES}}}Override")
            made.set("PartName", f"/{part}")
            made.set("ContentType", content_type)
            self.touch(self.content_types)

    def replace(self, part: str, data: bytes) -> None:
        """Give a part other bytes; for parts that are no sound XML."""
        self._fresh[part] = data

    def add_tree(self, part: str, root: Element, content_type: str) -> None:
        """Put in a new part that may still be changed."""
        self.add(part, b"", content_type)
        self._trees[part] = root
        self.touch(part)

    def remove(self, part: str) -> None:
        """Take a part out, and its type with it.  Relations to it are the caller's."""
        self._order.remove(part)
        del self._names[key_of(part)]
        self._touched.discard(part)
        types = self.tree(self.content_types)
        for entry in types.findall(f"{{{CONTENT_TYPES}}}Override"):
            if entry.get("PartName", "").lower() == f"/{part}".lower():
                types.remove(entry)
                self.touch(self.content_types)

    @property
    def content_types(self) -> str:
        """Return the name of the list of content types."""
        return self._names[key_of("[Content_Types].xml")]

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
        return write_archive(self._entry(part) for part in self._order)

    def _entry(self, part: str) -> Entry:
        item = self._items.get(part)
        if part in self._touched:
            return packed_entry(part, serialise(self._trees[part], self.read(part)), item)
        if item is None or part in self._fresh:
            return packed_entry(part, self._fresh[part], item)
        self._prove(item)
        return same_entry(self.original, item)

    def _prove(self, item: ZipInfo) -> None:
        """Read a part for its check sum only: a damaged one does not go into a new file."""
        try:
            with self._zip.open(item) as stream:
                while stream.read(_PIECE):
                    pass
        except BROKEN as error:
            raise Refusal(f"「{self.name}」は壊れています。{SAVE_AGAIN}") from error


def _read_file(source: Path) -> bytes:
    try:
        if source.is_dir():
            raise Refusal(f"「{source.name}」はフォルダーです。Excelのファイルを選んでください。")
        if source.exists() and not source.is_file():
            raise Refusal(f"「{source.name}」はファイルではありません。選び直してください。")
        if source.stat().st_size > MOST_BYTES_FILE:
            raise Refusal(
                f"「{source.name}」は大きすぎます(上限100MB)。不要なシートや図を減らしてください。"
            )
        return source.read_bytes()
    except FileNotFoundError as error:
        raise Refusal(
            f"「{source.name}」を開けません。その場所にファイルがありません。"
            "場所と名前を確かめてください。"
        ) from error
    except (OSError, ValueError) as error:
        raise Refusal(
            f"「{source.name}」を開けません。ほかのプログラムで開いていれば閉じ、"
            "読めるファイルかどうかを確かめてください。"
        ) from error


def _weight(data: bytes) -> int:
    """Return about how much memory the tree of a part takes."""
    return 2 * len(data) + _ELEMENT * data.count(b"<") + _ATTRIBUTE * data.count(b"=")


def relations_part(part: str) -> str:
    """Return the name of the part that lists another part's relations."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _relation(part: str, entry: Element) -> Relation:
    target = unquote(entry.get("Target", ""))
    external = entry.get("TargetMode") == "External"
    if not external:
        target = plain_name(target)
        base = "/" if target.startswith("/") else f"/{posixpath.dirname(part)}"
        target = posixpath.normpath(posixpath.join(base, target)).lstrip("/")
    return Relation(entry.get("Id", ""), entry.get("Type", ""), target, external)
