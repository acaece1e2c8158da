"""The figures of registrations, each with the supporters behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from app.supporters.supporter import SupporterId

MemberT = TypeVar("MemberT")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and whom it counts; who left twice in a period is in it twice."""

    label: str
    who: tuple[SupporterId, ...]

    @property
    def count(self) -> int:
        return len(self.who)


@dataclass(frozen=True, slots=True)
class CrossRow:
    """One line of a cross table; ``cells`` are in the order of its columns."""

    label: str
    cells: tuple[Figure, ...]
    total: Figure


@dataclass(frozen=True, slots=True)
class Cross:
    """A cross table: every member is in exactly one cell; the last line is the total (計)."""

    columns: tuple[str, ...]
    rows: tuple[CrossRow, ...]
    total: CrossRow


@dataclass(frozen=True, slots=True)
class Counts:
    """How registrations moved in a period, and who is registered on its last day.

    ``before`` + ``new`` - ``cancelled`` - ``expired`` = ``after``; ``paused`` are among ``after``.
    """

    first: date
    last: date
    before: Figure
    new: Figure
    cancelled: Figure
    expired: Figure
    after: Figure
    paused: Figure
    by_level: Cross
    """圏域×活動レベル."""
    by_age: Cross
    """年代×性別."""


def cross(
    members: Sequence[MemberT],
    key: Callable[[MemberT], SupporterId],
    row: tuple[Sequence[str], Callable[[MemberT], str]],
    column: tuple[Sequence[str], Callable[[MemberT], str]],
) -> Cross:
    """Count members by two properties, each given with its values in order.

    A value nobody named comes last in its order, so that nobody is left out.
    """
    rows = _values(members, *row)
    columns = _values(members, *column)
    placed: dict[tuple[str, str], list[SupporterId]] = {}
    for one in members:
        placed.setdefault((row[1](one), column[1](one)), []).append(key(one))
    lines = tuple(_line(label, columns, placed, (label,)) for label in rows)
    return Cross(columns, lines, _line("計", columns, placed, rows))


def _line(
    label: str,
    columns: tuple[str, ...],
    placed: dict[tuple[str, str], list[SupporterId]],
    rows: tuple[str, ...],
) -> CrossRow:
    cells = tuple(
        Figure(column, tuple(key for row in rows for key in placed.get((row, column), ())))
        for column in columns
    )
    return CrossRow(label, cells, Figure(label, tuple(key for one in cells for key in one.who)))


def _values(
    members: Sequence[MemberT], order: Sequence[str], of: Callable[[MemberT], str]
) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*order, *(of(one) for one in members))))
