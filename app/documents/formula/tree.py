"""A formula as a tree.  References are as written; where they stand makes out what they mean."""

from __future__ import annotations

from dataclasses import dataclass

from app.documents.formula.scalars import Scalar


@dataclass(frozen=True, slots=True)
class Constant:
    """A number, a text, a truth value, an error, or (``None``) an argument left out."""

    value: Scalar


@dataclass(frozen=True, slots=True)
class ArrayConstant:
    """Values in braces: ``{1,2;3,4}``."""

    rows: tuple[tuple[Scalar, ...], ...]


@dataclass(frozen=True, slots=True)
class Corner:
    """A row and a column, either absent in whole columns and rows; fixed ones have a ``$``."""

    row: int | None
    column: int | None
    fixed_row: bool
    fixed_column: bool


@dataclass(frozen=True, slots=True)
class Cells:
    """A cell or an area; ``sheets`` are the first and last sheet, or ``None`` for its own."""

    sheets: tuple[str, str] | None
    first: Corner
    last: Corner


@dataclass(frozen=True, slots=True)
class Name:
    """A defined name, perhaps of one sheet."""

    sheet: str | None
    text: str


@dataclass(frozen=True, slots=True)
class TablePart:
    """A structured reference: a table's name and what stands in the brackets."""

    table: str
    part: str


@dataclass(frozen=True, slots=True)
class Call:
    """A function with its arguments."""

    name: str
    arguments: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Operation:
    """Operators of one rank, applied from left to right."""

    first: Node
    rest: tuple[tuple[str, Node], ...]


@dataclass(frozen=True, slots=True)
class Negative:
    """A value with its sign changed."""

    value: Node


@dataclass(frozen=True, slots=True)
class Percent:
    """A value divided by a hundred, perhaps more than once."""

    value: Node
    times: int


@dataclass(frozen=True, slots=True)
class Several:
    """A list of references in parentheses."""

    parts: tuple[Node, ...]


Node = (
    Constant | ArrayConstant | Cells | Name | TablePart | Call | Operation | Negative | Percent
    | Several
)  # fmt: skip
