"""The figures of a year as tables: each of them opens the rows it counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.kernel.figure import Figure
from app.kernel.figure_table import FigureTable
from app.kernel.wareki import format_day
from app.reporting.annual import Annual, MonthLine
from app.reporting.log_figures import MEANS_COLUMNS, DutyFigures
from app.reporting.meeting_figures import HeldAndAttended

_MINUTES = "延べ時間"
_MONTHLY = (
    "日報", "希望票", "打診", "成立", "不成立", "活動中（月末）", "終了", "活動回数",
    "延べ人数", "実人数", _MINUTES,
)  # fmt: skip


def year_tables(found: Annual) -> tuple[FigureTable, ...]:
    """Return every figure of the report, in the order of its parts."""
    return (
        _indicators(found),
        _duties(found),
        _months(found.months),
        _meetings(found),
        *_groups(found),
        _supporters(found),
        _resources(found),
        _issues(found),
    )


def _indicators(found: Annual) -> FigureTable:
    """Return this year beside the last; what is counted by hand has no rows to open."""
    lines = [
        (one.name, (one.actual, one.before))
        for one in found.indicators
        if isinstance(one.actual, Figure) and isinstance(one.before, Figure)
    ]
    cells = tuple((this, last) for _, (this, last) in lines)
    names = tuple(name for name, _ in lines)
    return FigureTable("数値で見る一年", "指標", names, ("本年度", "前年度"), cells)


def _duties(found: Annual) -> FigureTable:
    lines = [*found.log.duties, found.log.total]
    return FigureTable(
        "業務区分別",
        "業務区分",
        tuple(f"{one.sign}{one.label}" for one in lines),
        (*MEANS_COLUMNS, "計", "対象者延べ", "対象者実"),
        tuple(_duty(one) for one in lines),
    )


def _duty(one: DutyFigures) -> tuple[Figure, ...]:
    return (*one.means, one.entries, one.reached, one.people)


def _months(months: Sequence[MonthLine]) -> FigureTable:
    return FigureTable(
        "月別の活動",
        "月",
        tuple(format_day(one.first, "令和8年4月") for one in months),
        _MONTHLY,
        tuple(_month(one) for one in months),
        frozenset({_MINUTES}),
    )


def _month(one: MonthLine) -> tuple[Figure, ...]:
    of = one.matching
    return (
        one.entries, of.received, of.asked, of.agreed, of.failed, of.active, of.ended,
        of.occasions, of.attendances, of.people, of.minutes,
    )  # fmt: skip


def _meetings(found: Annual) -> FigureTable:
    held = found.meetings
    lines: tuple[HeldAndAttended, ...] = (
        held.first, *held.districts, held.second, held.care, held.other, held.total
    )  # fmt: skip
    return FigureTable(
        "会議",
        "会議・圏域",
        tuple(one.label for one in lines),
        ("開催", "参加"),
        tuple((one.held, one.attended) for one in lines),
    )


def _groups(found: Annual) -> Iterable[FigureTable]:
    log = found.log
    groups = [("圏域別の活動件数", log.districts), ("活動種別別の件数", log.kinds)]
    named = [(title, [(one.label, one.figure) for one in group]) for title, group in groups]
    named += [
        (one.name, [(f"{each.sign} {each.name}", each.figure) for each in one.categories])
        for one in log.schemes
    ]
    for title, lines in named:
        yield _single(title, lines)


def _supporters(found: Annual) -> FigureTable:
    of, taught = found.supporters, found.training
    return _single(
        "サポーターと養成",
        (
            ("年度当初の登録者", of.before), ("新規登録", of.new), ("取消", of.cancelled),
            ("満了", of.expired), ("現在の登録者", of.after), ("うち休止", of.paused),
            ("うち活動中", of.helping), ("研修の回数", taught.held),
            ("出席延べ", taught.attendances), ("出席実人数", taught.people),
        ),
    )  # fmt: skip


def _resources(found: Annual) -> FigureTable:
    lines = (found.resources.all, *found.resources.by_district)
    return FigureTable(
        "社会資源",
        "圏域",
        tuple(one.label for one in lines),
        ("年度当初", "新規", "更新", "終了", "現在"),
        tuple((one.before, one.new, one.updated, one.ended, one.total) for one in lines),
    )


def _issues(found: Annual) -> FigureTable:
    of = found.analysis
    lines = (*of.rows, of.total)
    return FigureTable(
        "地域課題",
        "圏域",
        tuple(one.label for one in lines),
        ("課題", *of.kinds, *(one.label for one in of.stages)),
        tuple((one.all, *one.by_kind, *one.by_stage) for one in lines),
    )


def _single(title: str, lines: Sequence[tuple[str, Figure]]) -> FigureTable:
    cells = tuple((figure,) for _, figure in lines)
    return FigureTable(title, "", tuple(name for name, _ in lines), ("件数",), cells)
