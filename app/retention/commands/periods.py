"""Setting for how long data is kept."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.errors import Refusal
from app.retention.queries.periods import retention_years
from app.retention.rule import LONGEST, DataKind
from app.retention.tables import RetentionRule


def set_retention_years(session: Session, years: Mapping[DataKind, int]) -> None:
    """Set the periods of these kinds, in fiscal years; only those that differ are written."""
    wrong = {kind: count for kind, count in years.items() if not 1 <= count <= LONGEST}
    if wrong:
        fields = {kind.value: f"1～{LONGEST}で入力してください。" for kind in wrong}
        raise Refusal(f"保存期間は1年度から{LONGEST}年度までで決めてください。", fields=fields)
    before = retention_years(session)
    stored = {row.kind: row for row in session.scalars(select(RetentionRule))}
    for kind, count in years.items():
        if kind in stored:
            stored[kind].years = count
        elif before[kind] != count:
            session.add(RetentionRule(kind=kind, years=count))
