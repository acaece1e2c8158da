"""The yearly list of what is due for disposal, which waits in April."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from sqlalchemy.orm import Session

from app.kernel.fiscal_year import FiscalYear
from app.reporting.today_line import Line, Matter
from app.retention import queries as retention
from app.retention.rule import DataKind


def disposal(session: Session, today: date) -> Iterator[Line]:
    """In the first month of the fiscal year: how much is due, by kind, where there is any."""
    if today.month != FiscalYear.of(today).first_day.month:
        return
    counts = Counter(row.kind for row in retention.due(session, today))
    if counts:
        yield Line(
            Matter.RETENTION,
            f"保存期間を過ぎたものが{counts.total():,}件あります。年に一度の確認をしてください",
            "、".join(f"{kind.label} {counts[kind]:,}件" for kind in DataKind if counts[kind]),
            "settings",
            "section",
            "retention",
        )
