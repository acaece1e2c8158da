"""The tables of 実績 as they are shown: by month, by district and kind of support, by level."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.kernel.figure import Figure
from app.kernel.figure_table import FigureTable
from app.kernel.wareki import format_day
from app.matching.figures import CrossTable, LevelFigures, PeriodFigures
from app.matching.queries import Results

_SUM = "合計"

_BY_MONTH: tuple[tuple[str, Callable[[PeriodFigures], Figure]], ...] = (
    ("希望票の受付", lambda one: one.received),
    ("打診", lambda one: one.asked),
    ("成立", lambda one: one.agreed),
    ("不成立", lambda one: one.failed),
    ("活動中（月末）", lambda one: one.active),
    ("終了", lambda one: one.ended),
    ("活動延べ回数", lambda one: one.occasions),
    ("活動延べ人数", lambda one: one.attendances),
    ("活動実人数", lambda one: one.people),
    ("活動時間", lambda one: one.minutes),
)
_BY_LEVEL: tuple[tuple[str, Callable[[LevelFigures], Figure]], ...] = (
    ("打診", lambda one: one.asked),
    ("成立", lambda one: one.agreed),
    ("活動中", lambda one: one.active),
    ("活動延べ人数", lambda one: one.attendances),
    ("活動実人数", lambda one: one.people),
    ("活動時間", lambda one: one.minutes),
)


def tables_of(results: Results) -> tuple[FigureTable, ...]:
    """Return every table of a year, in the order they are offered."""
    return (
        _by_month(results),
        _cross("圏域×内容：希望票の受付", results.received_by),
        _cross("圏域×内容：成立", results.agreed_by),
        _cross("圏域×内容：活動延べ人数", results.attended_by),
        _by_level(results.levels),
    )


def _by_month(results: Results) -> FigureTable:
    periods = (*results.months, results.total)
    return FigureTable(
        "月別",
        "",
        tuple(name for name, _ in _BY_MONTH),
        (*(format_day(one.first, "4月") for one in results.months), _SUM),
        tuple(tuple(take(one) for one in periods) for _, take in _BY_MONTH),
        frozenset({"活動時間"}),
    )


def _cross(title: str, table: CrossTable) -> FigureTable:
    cells = [(*row, total) for row, total in zip(table.cells, table.row_totals, strict=True)]
    last = (*table.column_totals, table.total)
    return FigureTable(title, "圏域", (*table.rows, _SUM), (*table.columns, _SUM), (*cells, last))


def _by_level(levels: Sequence[LevelFigures]) -> FigureTable:
    return FigureTable(
        "活動レベル別",
        "活動レベル",
        tuple(one.level for one in levels),
        tuple(name for name, _ in _BY_LEVEL),
        tuple(tuple(take(one) for _, take in _BY_LEVEL) for one in levels),
        frozenset({"活動時間"}),
    )
