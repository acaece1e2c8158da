"""The tables of 分析: the issues of a year by district and kind, by stage, and at the city."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.kernel.figure import Figure
from app.kernel.figure_table import FigureTable
from app.local_issues.analysis import Analysis, AnalysisRow

_SUM = "計"


def tables_of(found: Analysis) -> tuple[FigureTable, ...]:
    """Return every table of a year, in the order they are offered."""
    stages = [one.label for one in found.stages]
    city = (
        ("この年度に把握した課題", found.found),
        ("市へ提案した課題", found.submitted),
        ("市の回答があった課題", found.answered),
        ("事業や予算に反映された課題", found.taken_up),
    )
    return (
        _table("圏域×区分", found, found.kinds, lambda row: row.by_kind),
        _table("圏域×段階", found, stages, lambda row: row.by_stage),
        FigureTable(
            "把握と市への提案",
            "",
            tuple(name for name, _ in city),
            ("件数",),
            tuple((figure,) for _, figure in city),
        ),
    )


def note_of(found: Analysis) -> str:
    """Return how the figures count."""
    text = (
        "年度のうちに取り組んでいた課題（前の年度から続くものも）を、年度末の段階で数えています。"
    )
    return text + "".join(found.notes)


def _table(
    title: str,
    found: Analysis,
    columns: Sequence[str],
    cells: Callable[[AnalysisRow], Sequence[Figure]],
) -> FigureTable:
    rows = (*found.rows, found.total)
    return FigureTable(
        title,
        "圏域",
        tuple(row.label for row in rows),
        (*columns, _SUM),
        tuple((*cells(row), row.all) for row in rows),
    )
