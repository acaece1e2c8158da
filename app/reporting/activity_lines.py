"""主な活動内容: the activities of a month in few lines, those of the same words in one of them.

Nothing is left out: such a line names its days and, where they differ, which place or partner
belongs to which day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from app.kernel.wareki import format_day

_SAME = ("区分", "業務", "内容", "結果対応")
_PLACE = "場所相手方"
Row = Mapping[str, Any]


def activity_lines(rows: Iterable[Row]) -> list[dict[str, Any]]:
    """Return the lines for activities in the order of their days."""
    alike: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in rows:
        alike[tuple(row[name] for name in _SAME)].append(row)
    return [
        {
            "月日": _days(group),
            **dict(zip(_SAME, words, strict=True)),
            _PLACE: _places(group),
            "件数": len(group),
        }
        for words, group in alike.items()
    ]


def _days(group: Sequence[Row]) -> str:
    """Return 10月5日(月), or 10月5・7日 for more than one day; how many, if days do not tell."""
    first, *others = dict.fromkeys(row["月日"] for row in group)
    count = f"（{len(group)}件）" if len(group) > len(others) + 1 else ""
    if not others:
        return format_day(first, "4月1日(水)") + count
    return f"{first.month}月{_short((first, *others))}{count}"


def _places(group: Sequence[Row]) -> str:
    days: dict[str, dict[date, None]] = defaultdict(dict)
    for row in group:
        days[row[_PLACE]][row["月日"]] = None
    if len(days) == 1:
        return next(iter(days))
    return "\n".join(
        f"{place.replace(chr(10), '　')}（{_short(on)}）" for place, on in days.items() if place
    )


def _short(days: Iterable[date]) -> str:
    return f"{'・'.join(str(day.day) for day in days)}日"
