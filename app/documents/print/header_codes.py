"""The codes in which headers and footers are written (&P, &D, &"font,style" …)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime

from app.documents.sheet.look import Font

_CODE = re.compile(
    r'&"(?P<font>[^"]*)"|&K(?P<colour>[0-9A-Fa-f]{6}|\d\d[+-]\d{3})|&(?P<size>\d{1,3})'
    r"|&(?P<count>[PN])(?P<shift>[+-]\d+)?|&(?P<letter>.)|(?P<text>[^&]+)",
    re.DOTALL,
)
_BOLD, _ITALIC = ("bold", "太字"), ("italic", "斜体")
_RAISED = {"X": "superscript", "Y": "subscript"}
_LARGEST = 409

Runs = list[tuple[str, Font]]


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the codes of one page stand for; what is not known stays empty.

    ``folder`` ends with its separator, as &Z shows it.
    """

    page: int
    pages: int
    sheet: str
    file: str = ""
    moment: datetime | None = None
    folder: str = ""


def read_codes(code: str, font: Font, facts: PageFacts) -> dict[str, Runs]:
    """Return the runs of the left, centre and right part (``L``, ``C``, ``R``)."""
    base = Font(name=font.name, size=font.size)
    parts: dict[str, Runs] = {"L": [], "C": [], "R": []}
    place, now = "C", base
    for match in _CODE.finditer(code):
        letter = match["letter"]
        if letter and letter.upper() in parts:
            place, now = letter.upper(), base
        elif text := _text(match, facts):
            parts[place].append((text, now))
        else:
            now = _font(match, now)
    return parts


def _text(match: re.Match[str], facts: PageFacts) -> str:
    if match["text"]:
        return match["text"].replace("\r\n", "\n").replace("\r", "\n")
    if match["count"]:
        count = facts.page if match["count"] == "P" else facts.pages
        return str(count + int(match["shift"] or 0))
    moment = facts.moment
    known = {
        "A": facts.sheet, "F": facts.file, "Z": facts.folder, "&": "&",
        "D": f"{moment.year}/{moment.month}/{moment.day}" if moment else "",
        "T": f"{moment.hour}:{moment.minute:02}" if moment else "",
    }  # fmt: skip
    return known.get((match["letter"] or "").upper(), "")


def _font(match: re.Match[str], now: Font) -> Font:
    if match["font"] is not None:
        name, _, style = match["font"].partition(",")
        return replace(
            now,
            name=now.name if name == "-" else name,
            bold=any(sign in style.lower() for sign in _BOLD),
            italic=any(sign in style.lower() for sign in _ITALIC),
        )
    if match["size"]:
        return replace(now, size=float(min(max(int(match["size"]), 1), _LARGEST)))
    if match["colour"]:
        return replace(now, colour=match["colour"].upper()) if match["colour"].isalnum() else now
    return _switched((match["letter"] or "").upper(), now)


def _switched(letter: str, now: Font) -> Font:
    match letter:
        case "B":
            return replace(now, bold=not now.bold)
        case "I":
            return replace(now, italic=not now.italic)
        case "S":
            return replace(now, strike=not now.strike)
        case "U" | "E":
            line = "single" if letter == "U" else "double"
            return replace(now, underline="" if now.underline else line)
        case "X" | "Y":
            return replace(now, raised="" if now.raised else _RAISED[letter])
        case _:
            return now
