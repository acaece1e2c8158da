"""The tables of 集計: the same entries in every classification there is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.daily_log.log_entry import Means
from app.daily_log.tallies import Tallied, Tallies, Tally
from app.kernel.figure import Figure
from app.kernel.figure_table import FigureTable

_SUM = "合計"
_TIME = "時間"
_COLUMNS = ("件数", "対象者 延べ", "対象者 実", _TIME)


def tables_of(
    found: Tallies, kinds: Mapping[int, str], districts: Mapping[int, str]
) -> tuple[FigureTable, ...]:
    """Return every table of a period, in the order they are offered."""
    schemes = (
        _table(
            one.scheme.name,
            "分類",
            [(f"{each.of.sign} {each.of.name}", each.tally) for each in one.categories],
            found.total,
        )
        for one in found.schemes
    )
    return (
        _by_duty(found),
        *schemes,
        _table("活動種別別", "活動種別", _named(found.by_kind, kinds), found.total),
        _table("圏域別", "圏域", _named(found.by_district, districts), found.total),
        _table(
            "個別支援・地域支援",
            "支援の別",
            [(one.of.label, one.tally) for one in found.by_support],
            found.total,
        ),
    )


def note_of(found: Tallies) -> str:
    """Return how the figures count."""
    return (
        f"どの分類でも、同じ{found.total.entries.count:,}件を1件ずつ1か所に数えています"
        "（業務区分と活動種別から、「設定」の「業務の読み替え」のとおりに振り分けます）。"
        "対象者の延べは記録のたびに数えた人数、実は名前のある方を1人ずつ数えた人数です。"
    )


def _by_duty(found: Tallies) -> FigureTable:
    rows = [(one.duty.label, (*one.by_means, *_figures(one.tally))) for one in found.by_duty]
    means = {one.of: one.tally.entries for one in found.by_means}
    last = (*(means[one] for one in Means), *_figures(found.total))
    return FigureTable(
        "業務区分×手段",
        "業務区分",
        (*(name for name, _ in rows), _SUM),
        (*(one.label for one in Means), *_COLUMNS),
        (*(cells for _, cells in rows), last),
        frozenset({_TIME}),
    )


def _table(title: str, corner: str, rows: Sequence[tuple[str, Tally]], total: Tally) -> FigureTable:
    return FigureTable(
        title,
        corner,
        (*(name for name, _ in rows), _SUM),
        _COLUMNS,
        (*(_figures(tally) for _, tally in rows), _figures(total)),
        frozenset({_TIME}),
    )


def _figures(tally: Tally) -> tuple[Figure, ...]:
    return tally.entries, tally.attendances, tally.people, tally.minutes


def _named(
    found: Sequence[Tallied[int | None]], names: Mapping[int, str]
) -> list[tuple[str, Tally]]:
    return [
        ("（書いていない）" if one.of is None else names.get(one.of, ""), one.tally)
        for one in found
    ]
