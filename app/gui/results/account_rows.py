"""The rows of the cash book behind a figure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from app.accounting.queries import EntryListing, EntryRow
from app.gui.framework.search import Target
from app.gui.results.figure_row import DAY, FigureRow
from app.kernel.wareki import format_day
from app.kernel.yen import yen_text

TABLES = EntryListing().tables


def entries(session: Session, keys: Sequence[int], _day: date) -> list[FigureRow]:
    """Return these entries, with what this work bears where others bear a part."""
    return [_row(row) for row in EntryListing().rows(session, keys).values()]


def _row(row: EntryRow) -> FigureRow:
    shared = row.own != row.amount
    own = f"うちこの業務 {yen_text(row.own)}円" if shared else ""
    receipt = f"領収書 {row.receipt_number}" if row.receipt_number else ""
    amount = f"{row.side.label} {yen_text(row.amount)}円"
    return FigureRow(
        row.id,
        format_day(row.on_day, DAY),
        "　".join(part for part in (row.item.full_name, row.description) if part),
        row.partner,
        "　".join(part for part in (amount, own, receipt) if part),
        Target("plan", "account_entry", row.id),
    )
