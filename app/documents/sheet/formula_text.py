"""A formula's text as a tree, by the precedence of ECMA-376 part 1, 18.17."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.documents.form.addresses import Area
from app.documents.sheet.look import Value

_TOKEN = re.compile(
    r"""\s*(?:
    (?P<number>\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+)
    | "(?P<text>(?:[^"]|"")*)"
    | (?P<area>\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?)(?![\w!(.])
    | (?P<name>[A-Za-z][A-Za-z0-9._]*)
    | (?P<sign><=|>=|<>|[-+*/^&=<>(),%])
    )""",
    re.VERBOSE,
)
_LONGEST, _DEEPEST = 4_000, 60
_LEVELS = [("=", "<>", "<", ">", "<=", ">="), ("&",), ("+", "-"), ("*", "/"), ("^",)]


class Uncomputable(Exception):
    """The formula uses something that is not computed here; nothing is shown to the user."""


@dataclass(frozen=True, slots=True)
class Constant:
    """A number, a text or a truth value."""

    value: Value


@dataclass(frozen=True, slots=True)
class Reference:
    """A cell or a rectangle of cells of the same sheet."""

    area: Area


@dataclass(frozen=True, slots=True)
class Call:
    """A function, or an operator by its sign, with its arguments; ``None`` for an empty one."""

    name: str
    arguments: tuple[Node | None, ...]


Node = Constant | Reference | Call


def parse_formula(text: str) -> Node:
    """Return a formula's tree; raises ``Uncomputable`` for what is not understood."""
    if len(text) > _LONGEST:
        raise Uncomputable(text[:40])
    parser = _Parser(text)
    tree = parser.level(0, 0)
    if parser.at < len(parser.tokens):
        raise Uncomputable(text)
    return tree


def _tokens(text: str) -> list[tuple[str, str]]:
    found, at, stripped = [], 0, text.rstrip()
    while at < len(stripped):
        match = _TOKEN.match(stripped, at)
        if match is None:
            raise Uncomputable(text)
        kind = match.lastgroup or ""
        found.append((kind, match[kind]))
        at = match.end()
    return found


class _Parser:
    def __init__(self, text: str) -> None:
        self.tokens = _tokens(text)
        self.at = 0

    def peek(self) -> str:
        """Return the sign that comes next; empty when something else does."""
        if self.at >= len(self.tokens) or self.tokens[self.at][0] != "sign":
            return ""
        return self.tokens[self.at][1]

    def take(self, sign: str) -> None:
        if self.peek() != sign:
            raise Uncomputable(sign)
        self.at += 1

    def level(self, level: int, depth: int) -> Node:
        if depth > _DEEPEST:
            raise Uncomputable("deep")
        if level == len(_LEVELS):
            return self.signed(depth)
        left = self.level(level + 1, depth)
        while self.peek() in _LEVELS[level]:
            sign = self.peek()
            self.at += 1
            left = Call(sign, (left, self.level(level + 1, depth)))
        return left

    def signed(self, depth: int) -> Node:
        sign = self.peek()
        if sign in {"-", "+"}:
            self.at += 1
            inner = self.signed(depth + 1) if depth < _DEEPEST else self.level(0, depth + 1)
            return Call("-", (Constant(0.0), inner)) if sign == "-" else inner
        node = self.single(depth)
        while self.peek() == "%":
            self.at += 1
            node = Call("/", (node, Constant(100.0)))
        return node

    def single(self, depth: int) -> Node:
        if self.peek() == "(":
            self.at += 1
            node = self.level(0, depth + 1)
            self.take(")")
            return node
        if self.at >= len(self.tokens):
            raise Uncomputable("end")
        kind, text = self.tokens[self.at]
        self.at += 1
        match kind:
            case "number":
                return Constant(float(text))
            case "text":
                return Constant(text.replace('""', '"'))
            case "area":
                return _reference(text)
            case "name":
                return self.named(text.upper().removeprefix("_XLFN."), depth)
        raise Uncomputable(text)

    def named(self, name: str, depth: int) -> Node:
        if self.peek() != "(":
            if name in {"TRUE", "FALSE"}:
                return Constant(name == "TRUE")
            raise Uncomputable(name)
        self.at += 1
        arguments: list[Node | None] = []
        while self.peek() != ")":
            arguments.append(None if self.peek() == "," else self.level(0, depth + 1))
            if self.peek() != ")":
                self.take(",")
        self.take(")")
        return Call(name, tuple(arguments))


def _reference(text: str) -> Reference:
    area = Area.parse(text)
    if area is None:
        raise Uncomputable(text)
    return Reference(area)
