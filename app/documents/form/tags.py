"""Tags in a cell's text: ``{{講座名}}`` ``{{受講者.氏名}}`` ``{{回#2.月日|4/1(水)}}``.

A tag with an asterisk says something about a list: ``{{*受講者 頁20 埋める}}``.

Typed with an input method the signs come out wide (｛｛…｝｝ ｜ ． ＃ ＊); both are understood.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

_TAG = re.compile(r"(?:\{\{|｛｛)([^{}｛｝]+)(?:\}\}|｝｝)")
_WIDE = str.maketrans("｜．＃＊", "|.#*")
_OPTION = re.compile(r"(頁|段|枠)([0-9]+)")
_ANNEX = re.compile(r"別紙\s*[=＝]\s*('[^']*'|「[^」]*」|\S+)")
_OPENING = ("{{", "｛｛")
NONE_SAID = "該当なし"
_WORDS = {"埋める": "fill", "続き": "go_on", "シート": "sheet", NONE_SAID: "none_said"}


@dataclass(frozen=True, slots=True)
class Step:
    """One name of a path; ``slot`` is the drawn place of a list it stands for, from 1."""

    name: str
    slot: int | None = None


@dataclass(frozen=True, slots=True)
class Tag:
    """A field in a text: where it stands, what it names, how it is to be written."""

    start: int
    end: int
    path: tuple[Step, ...]
    formats: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Return the path without drawn places."""
        return tuple(step.name for step in self.path)

    @property
    def label(self) -> str:
        """Return the tag's name as people write it."""
        return ".".join(self.names)


@dataclass(frozen=True, slots=True)
class Control:
    """What a form says about one of its lists (or of the sheet)."""

    start: int
    end: int
    list_name: str
    page: int = 0
    """Items a printed page; a page break follows each page."""
    height: int = 0
    """Rows an item takes, where the tags alone do not show it."""
    frames: int = 0
    """Drawn places; the list goes on in a copy of the sheet."""
    fill: bool = False
    """Empty drawn rows fill the last page."""
    annex: str = ""
    """The sheet on which the list goes on (別紙)."""
    go_on: bool = False
    """Numbered places that are used up go on in a copy of the sheet."""
    sheet: bool = False
    """One copy of the sheet for each item."""
    none_said: bool = False
    """The cell says so when the list is empty."""
    unknown: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Marks:
    """Every tag and control of one text, in order."""

    tags: tuple[Tag, ...] = ()
    controls: tuple[Control, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.tags or self.controls)


def may_hold_tags(text: str) -> bool:
    """Return quickly whether it is worth reading a text for tags."""
    return any(opening in text for opening in _OPENING)


def literal(text: str) -> str:
    """Return a text that reads the same and in which nothing is a tag, for forms that are drawn.

    Between two braces comes a word joiner, which nobody sees.
    """
    for opening in _OPENING:
        text = text.replace(opening, "\u2060".join(opening))
    return text


def read_tags(text: str) -> Marks:
    """Return what stands between double braces in a text."""
    tags: list[Tag] = []
    controls: list[Control] = []
    for found in _TAG.finditer(text):
        inner = found[1].translate(_WIDE).strip()
        if inner.startswith("*"):
            controls.append(_control(found.start(), found.end(), inner[1:]))
        elif tag := _tag(found.start(), found.end(), inner):
            tags.append(tag)
    return Marks(tuple(tags), tuple(controls))


def _tag(start: int, end: int, inner: str) -> Tag | None:
    name, *formats = (piece.strip() for piece in inner.split("|"))
    steps = tuple(_step(piece.strip()) for piece in name.split("."))
    if not all(step.name for step in steps):
        return None
    return Tag(start, end, steps, tuple(piece for piece in formats if piece))


def _step(text: str) -> Step:
    name, sign, number = text.rpartition("#")
    number = unicodedata.normalize("NFKC", number).strip()
    if sign and number.isascii() and number.isdigit() and int(number) > 0:
        return Step(name.strip(), int(number))
    return Step(text)


def _control(start: int, end: int, inner: str) -> Control:
    named = _ANNEX.search(inner)
    inner = _ANNEX.sub(" ", inner)
    name, *words = unicodedata.normalize("NFKC", inner).split() or [""]
    numbers = {"頁": 0, "段": 0, "枠": 0}
    switches: set[str] = set()
    unknown = []
    for word in words:
        if number := _OPTION.fullmatch(word):
            numbers[number[1]] = int(number[2])
        elif word in _WORDS:
            switches.add(_WORDS[word])
        else:
            unknown.append(word)
    return Control(
        start,
        end,
        name,
        page=numbers["頁"],
        height=numbers["段"],
        frames=numbers["枠"],
        annex=named[1].strip("'「」") if named else "",
        fill="fill" in switches,
        go_on="go_on" in switches,
        sheet="sheet" in switches,
        none_said="none_said" in switches,
        unknown=tuple(unknown),
    )
