"""Headers and footers: their codes, and their three parts on the page."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime

from app.documents.print.fitting import baseline
from app.documents.print.ink import Ink
from app.documents.print.lines import Line, paragraphs, pitch
from app.documents.print.rules import Rules
from app.documents.print.setting import set_line
from app.documents.sheet.look import Font
from app.documents.sheet.page_setup import PageSetup

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
    """What the codes of one page stand for; without a ``moment``, day and time stay empty."""

    page: int
    pages: int
    sheet: str
    file: str
    moment: datetime | None


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
        "A": facts.sheet, "F": facts.file, "&": "&",
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


def draw_headers(
    ink: Ink, setup: PageSetup, font: Font, facts: PageFacts, rules: Rules, *, first: bool
) -> None:
    """Draw header and footer; the ink's origin is the paper's corner, its scale 1."""
    for kind in ("Header", "Footer"):
        code = setup.header_footer.text(kind, first=first, even=facts.page % 2 == 0)
        for side, runs in read_codes(code, font, facts).items():
            if runs:
                _draw_part(ink, setup, (kind, side), runs, rules)


def _draw_part(
    ink: Ink, setup: PageSetup, where: tuple[str, str], runs: Runs, rules: Rules
) -> None:
    kind, side = where
    usual = runs[0][1]
    lines = [Line(atoms, last=True) for atoms in paragraphs(runs)]
    heights = [pitch(line.atoms, usual, 1, named=rules.named_line_height) for line in lines]
    top = setup.margins["header"]
    if kind == "Footer":
        top = setup.height - setup.margins["footer"] - sum(heights)
    for line, height in zip(lines, heights, strict=True):
        spare = setup.body_width - line.width
        x = setup.margins["left"] + {"L": 0.0, "C": spare / 2, "R": spare}[side]
        set_line(ink, line, x, top + baseline(line, height, usual, 1))
        top += height
