"""A formula's text cut into tokens."""

from __future__ import annotations

import re
from typing import NamedTuple

from app.documents.formula.scalars import Uncomputable

NOT_UNDERSTOOD = "式の書き方を読み取れない"
OTHER_FILE = "ほかのファイルを参照している"
_LONGEST = 8_192

_CELL = r"\$?[A-Za-z]{1,3}\$?[1-9][0-9]{0,6}"
_END = r"(?![\w(!.\[?\\])"
_SHEET = r"[^\s'\"!(){},;:=<>&*/^%+\-#@\[\]$]+"
_TOKEN = re.compile(
    rf"""\s*(?:
    (?P<text>"(?:[^"]|"")*")
    | (?P<file>'?\[[^\]]*\](?:[^'!]|'')*'?!)
    | (?P<sheet>'(?:[^']|'')*'!|{_SHEET}(?::{_SHEET})?!)
    | (?P<error>\#(?:N/A|DIV/0!|VALUE!|REF!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA))
    | (?P<area>{_CELL}:{_CELL}{_END} | \$?[A-Za-z]{{1,3}}:\$?[A-Za-z]{{1,3}}{_END}
        | \$?[1-9][0-9]{{0,6}}:\$?[1-9][0-9]{{0,6}}{_END} | {_CELL}{_END})
    | (?P<number>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)
    | (?P<table>[^\W\d][\w.]*\[(?:[^\[\]]|\[[^\[\]]*\])*\])
    | (?P<name>[^\W\d][\w.\\?]*|\\[\w.\\?]*)
    | (?P<sign><=|>=|<>|[-+*/^&=<>(),%{{}};:@])
    )""",
    re.VERBOSE,
)


class Token(NamedTuple):
    """A piece of a formula: its kind (a group of the pattern) and its text."""

    kind: str
    text: str


def tokens(text: str) -> list[Token]:
    """Return the tokens of a formula; raises ``Uncomputable`` where it is none."""
    if len(text) > _LONGEST:
        raise Uncomputable(NOT_UNDERSTOOD)
    found, at, end = [], 0, len(text.rstrip())
    while at < end:
        match = _TOKEN.match(text, at, end)
        if match is None:
            raise Uncomputable(NOT_UNDERSTOOD)
        kind = match.lastgroup or ""
        if kind == "file":
            raise Uncomputable(OTHER_FILE)
        found.append(Token(kind, match[kind]))
        at = match.end()
    return found
