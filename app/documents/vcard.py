"""vCards in: the properties of every card of a file, of versions 2.1, 3.0 and 4.0.

After RFC 2425, 2426 and 6350, and the vCard 2.1 of versit; telephones and mail programs mix them.
Lines are joined as bytes, because folding may cut a character in two, and decoded one by one,
because 2.1 names the encoding on the line.
"""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from app.kernel.errors import Refusal

_MOST_BYTES = 100 * 1024 * 1024
_BINARY = frozenset({"PHOTO", "LOGO", "SOUND", "KEY"})
_READ_SOUND = "X-IRMC-N"
_BEGIN, _END = b"BEGIN:VCARD", b"END:VCARD"
_QUOTED = re.compile(r'"[^"]*"')
_HEAD = re.compile(rb'^(?:"[^"]*"|[^":])*:')
_ENCODINGS = frozenset({"QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT", "B"})
_ESCAPES = {"n": "\n", "N": "\n"}


@dataclass(frozen=True, slots=True)
class Property:
    """One line of a card: its name in capitals, its parameters, its value as it was written."""

    name: str
    value: str
    kinds: frozenset[str] = frozenset()
    """What TYPE says, in capitals: HOME, CELL, FAX."""
    sort_as: str = ""
    old: bool = False
    """Whether the card is of version 2.1, which escapes semicolons only."""

    def parts(self) -> list[str]:
        """Return the parts between semicolons, their escapes undone."""
        return [self._plain(part) for part in _cut(self.value, ";")]

    def items(self) -> list[str]:
        """Return the parts between commas, their escapes undone."""
        return [text for part in _cut(self.value, ",") if (text := self._plain(part))]

    @property
    def text(self) -> str:
        """The whole value as one text."""
        return self._plain(self.value)

    def _plain(self, text: str) -> str:
        escaped = r"\\([;,:])" if self.old else r"\\(.)"
        return re.sub(escaped, lambda found: _ESCAPES.get(found[1], found[1]), text).strip()


@dataclass(slots=True)
class Card:
    """The properties of one card, in their order."""

    properties: list[Property] = field(default_factory=list)
    whole: bool = True
    """Whether the card has its end."""

    def all(self, *names: str) -> list[Property]:
        """Return the properties of these names that say anything."""
        return [each for each in self.properties if each.name in names and each.value.strip(" ;")]

    def first(self, name: str) -> Property | None:
        """Return the first property of a name; the one marked as preferred comes before others."""
        found = sorted(self.all(name), key=lambda each: "PREF" not in each.kinds)
        return found[0] if found else None

    def text(self, name: str) -> str:
        """Return the text of the first property of a name, or nothing."""
        found = self.first(name)
        return "" if found is None else found.text


def is_vcard(path: Path) -> bool:
    """Return whether a file is one of cards, by what stands in it."""
    try:
        with path.open("rb") as opened:
            begin = opened.read(4096)
    except OSError:
        return False
    return re.match(rb"\s*BEGIN:VCARD", _utf8(begin), re.IGNORECASE) is not None


def read_cards(path: Path) -> list[Card]:
    """Return every card of a file.  Raises ``Refusal`` where it has none or cannot be read."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise Refusal(f"「{path.name}」は大きすぎます（上限100MB）。分けてください。")
        data = path.read_bytes()
    except OSError as error:
        raise Refusal(f"「{path.name}」を開けません。場所と名前を確かめてください。") from error
    cards = list(_cards(_utf8(data)))
    if not cards:
        raise Refusal(
            f"「{path.name}」には連絡先のカード（vCard）がありません。"
            "連絡先を .vcf の形で書き出し直してください。"
        )
    return cards


def _utf8(data: bytes) -> bytes:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace").encode()
    return data.removeprefix(b"\xef\xbb\xbf")


def _cards(data: bytes) -> Iterator[Card]:
    card: Card | None = None
    inner = 0
    for line in _lines(data):
        word = line.strip().upper()
        if inner or (word == _BEGIN and _is_agent(card)):
            inner += (word == _BEGIN) - (word == _END)
        elif word == _BEGIN:
            if card is not None:
                card.whole = False
                yield card
            card = Card()
        elif card is not None and word == _END:
            yield card
            card = None
        elif card is not None:
            _add(card, line)
    if card is not None:
        card.whole = False
        yield card


def _is_agent(card: Card | None) -> bool:
    """Return whether a card within the card follows (AGENT of version 2.1)."""
    return card is not None and bool(card.properties) and card.properties[-1].name == "AGENT"


def _lines(data: bytes) -> Iterator[bytes]:
    """Return the lines of a file with what was folded joined again."""
    lines = re.split(rb"\r\n|\n|\r", data)
    at = 0
    while at < len(lines):
        line = lines[at]
        at += 1
        if _is_quoted(line):
            while line.endswith(b"=") and at < len(lines):
                line = line[:-1] + lines[at]
                at += 1
        pieces = [line]
        while at < len(lines) and lines[at][:1] in (b" ", b"\t"):
            pieces.append(lines[at][1:])
            at += 1
        if whole := b"".join(pieces):
            yield whole


def _is_quoted(line: bytes) -> bool:
    head = _HEAD.match(line)
    return head is not None and b"QUOTED-PRINTABLE" in head[0].upper()


def _add(card: Card, line: bytes) -> None:
    head = _HEAD.match(line)
    if head is None:
        return
    name, kinds, told = _head(_decoded(head[0][:-1], ""))
    encoding = told.get("ENCODING", "").upper()
    if encoding in ("BASE64", "B") or (name in _BINARY and _READ_SOUND not in kinds):
        return
    value = line[head.end() :]
    if encoding == "QUOTED-PRINTABLE":
        value = quopri.decodestring(value)
    version = next((each.value for each in card.properties if each.name == "VERSION"), "")
    card.properties.append(
        Property(
            name,
            _decoded(value, told.get("CHARSET", "")),
            kinds,
            told.get("SORT-AS", ""),
            version.strip() == "2.1",
        )
    )


def _head(text: str) -> tuple[str, frozenset[str], dict[str, str]]:
    """Return the name, what TYPE says, and the other parameters of a line."""
    quoted: list[str] = []

    def hide(found: re.Match[str]) -> str:
        quoted.append(found[0].strip('"'))
        return f"\0{len(quoted) - 1}\0"

    name, *parameters = _QUOTED.sub(hide, text).split(";")
    kinds: set[str] = set()
    told: dict[str, str] = {}
    for parameter in parameters:
        key, equals, value = parameter.strip().partition("=")
        value = re.sub("\0(\\d+)\0", lambda found: quoted[int(found[1])], value)
        if not equals and key.upper() in _ENCODINGS:
            told["ENCODING"] = key
        elif not equals or key.upper() == "TYPE":
            kinds.update(each.strip().upper() for each in (value or key).split(","))
        elif key.upper() == "PREF":
            kinds.add("PREF")
        else:
            told[key.strip().upper()] = value
    return name.rpartition(".")[2].strip().upper(), frozenset(kinds), told


def _decoded(value: bytes, charset: str) -> str:
    named = "cp932" if "JIS" in charset.upper() else charset
    for encoding in (named,) if named else ("utf-8", "cp932"):
        try:
            return value.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            continue
    return value.decode("utf-8", "replace")


def _cut(text: str, mark: str) -> list[str]:
    """Cut a text at a mark that is not escaped."""
    return [found[0] for found in re.finditer(rf"(?<![^{mark}])(?:\\.|[^\\{mark}]|\\$)*", text)]
