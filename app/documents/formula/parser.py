"""A formula's text as a tree, by the ranks of ECMA-376 part 1, 18.17.

As in Excel a sign binds closer than a power: ``-2^2`` is 4.
"""

from __future__ import annotations

import re
from functools import lru_cache

from app.documents.form.addresses import LAST_COLUMN, LAST_ROW, column_number
from app.documents.formula.scalars import CellError, Scalar, Uncomputable
from app.documents.formula.tokens import NOT_UNDERSTOOD, OTHER_FILE, Token, tokens
from app.documents.formula.tree import (
    ArrayConstant,
    Call,
    Cells,
    Constant,
    Corner,
    Name,
    Negative,
    Node,
    Operation,
    Percent,
    Several,
    TablePart,
)

_RANKS = {
    "=": 0, "<>": 0, "<": 0, ">": 0, "<=": 0, ">=": 0, "&": 1, "+": 2, "-": 2, "*": 3, "/": 3,
    "^": 4,
}  # fmt: skip
_DEEPEST = 64
_CORNER = re.compile(r"(\$?)([A-Za-z]{0,3})(\$?)([0-9]{0,7})")
_PREFIXES = ("_XLFN.", "_XLWS.", "_XLPM.")


@lru_cache(maxsize=500)
def parse(text: str) -> Node:
    """Return a formula's tree; raises ``Uncomputable`` for what is not understood."""
    parser = _Parser(text.removeprefix("="))
    tree = parser.ranked(0, 0)
    if parser.at < len(parser.tokens):
        raise Uncomputable(NOT_UNDERSTOOD)
    return tree


class _Parser:
    def __init__(self, text: str) -> None:
        self.tokens = tokens(text)
        self.signs = [token.text if token.kind == "sign" else "" for token in self.tokens] + [""]
        self.at = 0

    def peek(self) -> str:
        """Return the sign that comes next; empty when something else does."""
        return self.signs[self.at]

    def next(self) -> Token:
        if self.at >= len(self.tokens):
            raise Uncomputable(NOT_UNDERSTOOD)
        self.at += 1
        return self.tokens[self.at - 1]

    def take(self, sign: str) -> None:
        if self.peek() != sign:
            raise Uncomputable(NOT_UNDERSTOOD)
        self.at += 1

    def ranked(self, least: int, depth: int) -> Node:
        """Read as far as operators of this rank or a higher one go."""
        if depth > _DEEPEST:
            raise Uncomputable("式の入れ子が深すぎる")
        left = self.signed(depth)
        while (rank := _RANKS.get(self.peek(), -1)) >= least:
            rest = []
            while _RANKS.get(sign := self.peek()) == rank:
                self.at += 1
                rest.append((sign, self.ranked(rank + 1, depth)))
            left = Operation(left, tuple(rest))
        return left

    def signed(self, depth: int) -> Node:
        negative = signed = False
        while (sign := self.peek()) in {"-", "+", "@"} and sign:
            negative, signed = negative is not (sign == "-"), signed or sign == "-"
            self.at += 1
        node = self.joined(depth)
        times = 0
        while self.peek() == "%":
            self.at += 1
            times += 1
        node = Percent(node, times) if times else node
        if signed:
            node = Negative(node if negative else Negative(node))
        return node

    def joined(self, depth: int) -> Node:
        """Read what a colon joins (``A1:INDEX(…)``) and what a space cuts (``A1:C1 B1:B9``)."""
        node = self.single(depth)
        while True:
            if self.peek() == ":":
                self.at += 1
                node = Call(":", (node, self.single(depth)))
            elif self.at < len(self.tokens) and self.tokens[self.at].kind in {"area", "sheet"}:
                node = Call(" ", (node, self.single(depth)))
            else:
                return node

    def single(self, depth: int) -> Node:
        kind, text = self.next()
        match kind:
            case "number":
                return Constant(float(text))
            case "text":
                return Constant(text[1:-1].replace('""', '"'))
            case "error":
                return Constant(CellError(text))
            case "area":
                return _cells(None, text)
            case "sheet":
                return self.on_sheet(text)
            case "table":
                table, _, part = text.partition("[")
                return TablePart(table, part[:-1])
            case "name":
                return self.named(text, depth)
        return self.enclosed(text, depth)

    def enclosed(self, sign: str, depth: int) -> Node:
        if sign == "{":
            return self.array()
        if sign != "(":
            raise Uncomputable(NOT_UNDERSTOOD)
        parts = [self.ranked(0, depth + 1)]
        while self.peek() == ",":
            self.at += 1
            parts.append(self.ranked(0, depth + 1))
        self.take(")")
        return parts[0] if len(parts) == 1 else Several(tuple(parts))

    def on_sheet(self, text: str) -> Node:
        name = text[:-1]
        if name.startswith("'"):
            name = name[1:-1].replace("''", "'")
        if "[" in name:
            raise Uncomputable(OTHER_FILE)
        kind, rest = self.next()
        if kind == "error":
            return Constant(CellError(rest))
        if kind == "name":
            return Name(name, rest)
        if kind != "area":
            raise Uncomputable(NOT_UNDERSTOOD)
        first, _, last = name.partition(":")
        return _cells((first, last or first), rest)

    def named(self, text: str, depth: int) -> Node:
        if self.peek() != "(":
            upper = text.upper()
            return Constant(upper == "TRUE") if upper in {"TRUE", "FALSE"} else Name(None, text)
        self.at += 1
        arguments: list[Node] = []
        while self.peek() != ")" or arguments:
            empty = self.peek() in {",", ")"}
            arguments.append(Constant(None) if empty else self.ranked(0, depth + 1))
            if self.peek() == ")":
                break
            self.take(",")
        self.take(")")
        return Call(_plain(text), tuple(arguments))

    def array(self) -> Node:
        rows: list[list[Scalar]] = [[]]
        while True:
            rows[-1].append(self.constant())
            sign = self.next().text
            if sign == "}":
                break
            if sign == ";":
                rows.append([])
            elif sign != ",":
                raise Uncomputable(NOT_UNDERSTOOD)
        if len({len(row) for row in rows}) != 1:
            raise Uncomputable(NOT_UNDERSTOOD)
        return ArrayConstant(tuple(tuple(row) for row in rows))

    def constant(self) -> Scalar:
        node = self.signed(_DEEPEST)
        if isinstance(node, Negative) and isinstance(node.value, Constant):
            value = node.value.value
            if isinstance(value, float):
                return -value
        if not isinstance(node, Constant):
            raise Uncomputable(NOT_UNDERSTOOD)
        return node.value


def _plain(name: str) -> str:
    """Return a function's name without the marks of newer versions."""
    upper = name.upper()
    for prefix in _PREFIXES:
        upper = upper.removeprefix(prefix)
    return upper


def _cells(sheets: tuple[str, str] | None, text: str) -> Node:
    first, _, last = text.partition(":")
    start = _corner(first)
    end = _corner(last) if last else start
    if start is None or end is None:
        raise Uncomputable(NOT_UNDERSTOOD)
    return Cells(sheets, start, end)


def _corner(text: str) -> Corner | None:
    found = _CORNER.fullmatch(text)
    if found is None:
        return None
    dollar, letters, second, digits = found.groups()
    row = int(digits) if digits else None
    column = column_number(letters) if letters else None
    if (row or 1) > LAST_ROW or (column or 1) > LAST_COLUMN:
        return None
    fixed_row = bool(second or (dollar and not letters))
    return Corner(row, column, fixed_row, bool(dollar and letters))
