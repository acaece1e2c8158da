"""The results of a survey as tables of figures with the share of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from app.kernel.figure import Figure
from app.kernel.figure_table import FigureTable
from app.surveys.tabulation import NO_ANSWER, CrossTable, QuestionResult, Results

Line = tuple[str, tuple[Figure, ...], tuple[Fraction | None, ...]]
_COUNT = "回答（割合）"
_N = "回答数（n）"
_ALL = "計"


@dataclass(frozen=True, slots=True)
class ShareTable(FigureTable):
    """A table whose figures stand with their share, where there is one."""

    shares: tuple[tuple[Fraction | None, ...], ...] = ()

    def text(self, row: int, column: int) -> str:
        """Return a figure as it is shown: 3（60.0%）."""
        share = self.shares[row][column]
        count = f"{self.cells[row][column].count:,}"
        return count if share is None else f"{count}（{float(share):.1%}）"


def all_table(results: Results) -> ShareTable:
    """Return every question, one below the other."""
    lines = [
        (f"{one.question.label}　{name}", cells, shares)
        for one in results.questions
        for name, cells, shares in _lines(one)
    ]
    return _table("すべての設問", (_COUNT,), lines)


def question_table(result: QuestionResult) -> ShareTable:
    """Return one question."""
    return _table(f"{result.question.label}　{result.question.text}", (_COUNT,), _lines(result))


def cross_table(cross: CrossTable) -> ShareTable:
    """Return one question across something else; shares are of the n of each column."""
    places = range(len(cross.columns))
    lines: list[Line] = [
        (
            row.label,
            (*row.cells, row.total),
            (*(cross.share(row, place) for place in places), cross.share(row)),
        )
        for row in cross.rows
    ]
    for name, row in ((_N, cross.answered), (NO_ANSWER, cross.blank)):
        cells = (*row.cells, row.total)
        lines.append((name, cells, (None,) * len(cells)))
    title = f"{cross.question.label}　×　{cross.by}"
    return _table(title, (*cross.columns, _ALL), lines)


def note_of(result: QuestionResult) -> str:
    """Say what a table does not: mean, middle and sum, and how it counts."""
    parts = []
    if result.mean is not None:
        parts.append(f"平均 {float(result.mean):.2f}")
    if result.middle is not None:
        parts.append(f"中央値 {float(result.middle):g}")
    if result.total is not None:
        parts.append(f"合計 {result.total:,}")
    return "　".join([*parts, "割合は回答数（n）に対するもので、無回答を除きます。", result.note])


def _lines(result: QuestionResult) -> list[Line]:
    lines: list[Line] = [(one.label, (one.figure,), (one.share,)) for one in result.tallies]
    return [*lines, (_N, (result.answered,), (None,)), (NO_ANSWER, (result.blank,), (None,))]


def _table(title: str, columns: tuple[str, ...], lines: Sequence[Line]) -> ShareTable:
    return ShareTable(
        title,
        "",
        tuple(name for name, _, _ in lines),
        columns,
        tuple(cells for _, cells, _ in lines),
        frozenset(),
        tuple(shares for _, _, shares in lines),
    )
