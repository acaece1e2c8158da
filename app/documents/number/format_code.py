"""Number formats: what a cell shows of its value.

The language of ECMA-376 part 1, 18.8.31, as the Japanese Excel reads it: sections with conditions
and colours, eras, days of the week, elapsed hours, fractions, padding.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from operator import eq, ge, gt, le, lt, ne
from typing import NamedTuple

from app.documents.number.palette import INDEXED

_YEN = '"¥"#,##0'
_ACCOUNT = '_ {c}* #,##0{p}_ ;_ {c}* \\-#,##0{p}_ ;_ {c}* "-"{q}_ ;_ @_ '
_ERA_SHORT, _ERA_LONG = "[$-411]ge.m.d", '[$-411]ggge"年"m"月"d"日"'
BUILT_IN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00",
    5: f'{_YEN};"¥"\\-#,##0', 6: f'{_YEN};[Red]"¥"\\-#,##0',
    7: f'{_YEN}.00;"¥"\\-#,##0.00', 8: f'{_YEN}.00;[Red]"¥"\\-#,##0.00',
    9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm",
    27: _ERA_SHORT, 28: _ERA_LONG, 29: _ERA_LONG, 30: "m/d/yy", 31: 'yyyy"年"m"月"d"日"',
    32: 'h"時"mm"分"', 33: 'h"時"mm"分"ss"秒"', 34: 'yyyy"年"m"月"', 35: 'm"月"d"日"',
    36: _ERA_SHORT, 37: "#,##0;\\-#,##0", 38: "#,##0;[Red]\\-#,##0",
    39: "#,##0.00;\\-#,##0.00", 40: "#,##0.00;[Red]\\-#,##0.00",
    41: _ACCOUNT.format(c="", p="", q=""), 42: _ACCOUNT.format(c='"¥"', p="", q=""),
    43: _ACCOUNT.format(c="", p=".00", q="??"), 44: _ACCOUNT.format(c='"¥"', p=".00", q="??"),
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
    50: _ERA_SHORT, 51: _ERA_LONG, 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"', 54: _ERA_LONG,
    55: 'yyyy"年"m"月"', 56: 'm"月"d"日"', 57: _ERA_SHORT, 58: _ERA_LONG,
}  # fmt: skip
"""The formats that Excel knows by number, as its Japanese edition shows them."""

_COLOURS = {
    "black": "000000", "黒": "000000", "red": "FF0000", "赤": "FF0000", "blue": "0000FF",
    "青": "0000FF", "green": "00FF00", "緑": "00FF00", "white": "FFFFFF", "白": "FFFFFF",
    "yellow": "FFFF00", "黄": "FFFF00", "magenta": "FF00FF", "紫": "FF00FF", "cyan": "00FFFF",
    "水": "00FFFF",
}  # fmt: skip
_COMPARE: dict[str, Callable[[float, float], bool]] = {
    "<=": le, ">=": ge, "<>": ne, "<": lt, ">": gt, "=": eq,
}  # fmt: skip
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?[\d.]+)")
_ELAPSED = re.compile(r"h+|m+|s+", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:color|色) *([0-9]{1,2})")
_BEFORE_NUMBERED = 7
_LONGEST = 500

_TOKEN = re.compile(
    r"""
    "(?P<quoted>[^"]*)"? | [\\!](?P<escaped>.) | _(?P<blank>.) | \*(?P<fill>.)
    | \[(?P<bracket>[^\]]*)\]
    | (?P<general>General|G/標準) | (?P<noon>AM/PM|A/P|上午/下午)
    | (?P<power>E[+-]) | (?P<date>y+|m+|d+|h+|s+|g+|e+|a{3,4}|b+)
    | (?P<digit>[0#?]) | (?P<point>\.) | (?P<comma>,) | (?P<percent>%) | (?P<slash>/)
    | (?P<text>@) | (?P<next>;) | (?P<plain>.)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)


class Shown(NamedTuple):
    """What stands in the cell; ``fill`` is (place, character) that pads to the cell's width."""

    text: str
    colour: str = ""
    fill: tuple[int, str] | None = None


class Token(NamedTuple):
    """One piece of a section."""

    kind: str
    text: str


class Section(NamedTuple):
    """One of a format's sections, divided by semicolons."""

    tokens: tuple[Token, ...]
    colour: str
    condition: tuple[str, float] | None
    locale: str

    @property
    def is_date(self) -> bool:
        """Return whether the section shows a day or a time."""
        return any(token.kind in {"date", "elapsed", "noon"} for token in self.tokens)

    @property
    def is_text(self) -> bool:
        """Return whether the section shows the cell's text."""
        return any(token.kind == "text" for token in self.tokens)


@lru_cache(maxsize=2_000)
def sections(code: str) -> tuple[Section, ...]:
    """Read a format; anything can be read, as Excel's own files hold only sound ones."""
    found: list[Section] = []
    tokens: list[Token] = []
    for match in _TOKEN.finditer(code[:_LONGEST]):
        kind = match.lastgroup or "plain"
        if kind == "next":
            found.append(_section(tokens))
            tokens = []
        else:
            tokens.append(Token(kind, match[kind]))
    return (*found, _section(tokens))


def _section(tokens: list[Token]) -> Section:
    colour, condition, locale = "", None, ""
    kept: list[Token] = []
    for kind, text in tokens:
        if kind != "bracket":
            kept.append(
                Token("quoted", text) if kind in {"escaped", "plain"} else Token(kind, text)
            )
        elif text.startswith("$"):
            sign, _, place = text[1:].partition("-")
            locale += place
            kept.append(Token("quoted", sign))
        elif text.lower().startswith("dbnum"):
            locale += text.lower()
        elif _ELAPSED.fullmatch(text):
            kept.append(Token("elapsed", text.lower()))
        elif found := _CONDITION.fullmatch(text):
            condition = (found[1], float(found[2].strip(".") or 0))
        else:
            colour = _colour(text.lower()) or colour
    return Section(tuple(kept), colour, condition, locale)


def _colour(name: str) -> str:
    """Return a colour by its name or its number; empty for anything else."""
    found = _NUMBERED.fullmatch(name)
    place = int(found[1]) + _BEFORE_NUMBERED if found else 0
    if found and _BEFORE_NUMBERED < place < len(INDEXED):
        return INDEXED[place]
    return _COLOURS.get(name, "")


def section_for(code: str, value: float) -> tuple[Section, float]:
    """Return the section that shows a number, and the number it shows (its sign gone or kept)."""
    parts = sections(code)[:3]
    if any(part.condition for part in parts):
        return _by_condition(parts, value)
    if len(parts) == 1:
        return parts[0], value
    if value < 0:
        return parts[1], -value
    return (parts[2] if value == 0 and len(parts) > 2 else parts[0]), value


def _by_condition(parts: tuple[Section, ...], value: float) -> tuple[Section, float]:
    for part in parts:
        if part.condition is None or _COMPARE[part.condition[0]](value, part.condition[1]):
            signless = part.condition is not None and part.condition[0].startswith("<")
            return part, abs(value) if signless else value
    return parts[-1], value


def show_text(text: str, code: str) -> Shown:
    """Return a text under a format: the fourth section, or one with ``@``."""
    parts = sections(code)
    chosen = parts[3] if len(parts) > 3 else parts[-1]
    if not chosen.is_text:
        hidden = len(parts) > 3
        return Shown("" if hidden and not chosen.tokens else text)
    shown = {"text": text, "general": text, "blank": " "}
    pieces = [
        shown.get(kind, piece if kind in {"quoted", "slash", "comma", "point"} else "")
        for kind, piece in chosen.tokens
    ]
    return Shown("".join(pieces), chosen.colour)
