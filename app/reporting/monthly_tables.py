"""The figures of a month as tables: each of them opens the rows it counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.kernel.figure import Figure
from app.kernel.figure_table import FigureTable
from app.reporting.log_figures import MEANS_COLUMNS, DutyFigures
from app.reporting.monthly import Monthly
from app.reporting.monthly_fields import PAIR_GROUPS
from app.reporting.spans import Pair, Spans

_BOTH = ("当月", "年度累計")


def monthly_tables(found: Monthly) -> tuple[FigureTable, ...]:
    """Return every figure of the report, in the order of its parts."""
    return (
        _duties(found),
        *_others(found),
        _registered(found),
        _districts(found),
        *_schemes(found),
    )


def _duties(found: Monthly) -> FigureTable:
    lines = [*found.log.month.duties, found.log.month.total]
    whole = [*found.log.year.duties, found.log.year.total]
    return FigureTable(
        "業務区分別",
        "業務区分",
        tuple(f"{one.sign}{one.label}" for one in lines),
        (*MEANS_COLUMNS, "当月計", "年度累計", "対象者延べ", "延べ累計", "対象者実", "実累計"),
        tuple(_duty(one, other) for one, other in zip(lines, whole, strict=True)),
    )


def _duty(one: DutyFigures, whole: DutyFigures) -> tuple[Figure, ...]:
    reached = (one.reached, whole.reached, one.people, whole.people)
    return (*one.means, one.entries, whole.entries, *reached)


def _others(found: Monthly) -> Iterable[FigureTable]:
    for title, group in PAIR_GROUPS.items():
        yield _paired(title, [(name, take(found)) for name, take in group.items()])


def _paired(title: str, pairs: Sequence[tuple[str, Pair]]) -> FigureTable:
    return FigureTable(
        title,
        "",
        tuple(name for name, _ in pairs),
        _BOTH,
        tuple((pair.month, pair.year) for _, pair in pairs),
        frozenset({"活動分数"}),
    )


def _registered(found: Monthly) -> FigureTable:
    month = found.supporters.month
    rows = (
        ("前月末登録者数", month.before), ("新規", month.new), ("取消", month.cancelled),
        ("満了", month.expired), ("当月末登録者数", month.after), ("うち休止", month.paused),
        ("うち活動中", month.helping), ("ボラセン登録（月末）", month.centre),
    )  # fmt: skip
    names = tuple(name for name, _ in rows)
    return FigureTable("登録者数", "", names, ("人",), tuple((figure,) for _, figure in rows))


def _districts(found: Monthly) -> FigureTable:
    groups = Spans(found.log.month.districts, found.log.year.districts)
    return _paired(
        "圏域別の活動件数",
        [
            (one.label, Spans(one.figure, other.figure))
            for one, other in zip(groups.month, groups.year, strict=True)
        ],
    )


def _schemes(found: Monthly) -> Iterable[FigureTable]:
    for scheme, whole in zip(found.log.month.schemes, found.log.year.schemes, strict=True):
        parts = zip(scheme.categories, whole.categories, strict=True)
        yield _paired(
            scheme.name,
            [(f"{one.sign} {one.name}", Spans(one.figure, other.figure)) for one, other in parts],
        )
