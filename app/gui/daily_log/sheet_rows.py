"""The rows of the sheet of a day or a week, in the order in which things were done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.daily_log.queries import LogListing, LogRow
from app.gui.daily_log.log_words import hours_of, length_text, title_of
from app.gui.framework.search import Target
from app.gui.framework.window_model import Column
from app.gui.planner.occasions import Occasion, OccasionKind
from app.kernel.wareki import format_day

_DAY = "4/1(水)"


@dataclass(frozen=True, slots=True)
class SheetListing:
    """The entries of some days, the first one first."""

    first: date
    last: date

    @property
    def tables(self) -> frozenset[str]:
        return LogListing().tables

    def keys(self, session: Session) -> Sequence[int]:
        return [*reversed(LogListing(first=self.first, last=self.last).keys(session))]

    def rows(self, session: Session, keys: Sequence[int]) -> Mapping[int, LogRow]:
        return LogListing().rows(session, keys)


def _where(row: LogRow) -> str:
    return "・".join(part for part in (row.place, row.with_whom) if part)


def _next(row: LogRow) -> str:
    due = f"（{format_day(row.next_on, '4/1')}まで）" if row.next_on else ""
    return row.next_step + due


def _what(row: LogRow) -> str:
    return "　".join(part for part in (row.title, row.content) if part)


COLUMNS: tuple[Column[LogRow], ...] = (
    Column("日", lambda row: format_day(row.on_day, _DAY), width=5),
    Column("時間", hours_of, width=6),
    Column("業務区分", lambda row: row.duty.label, width=7, tip=lambda row: row.duty.name),
    Column("活動種別", lambda row: row.kind, width=6, tip=lambda row: row.kind),
    Column("場所・相手", _where, width=9, tip=_where),
    Column("内容", _what, width=13, tip=_what),
    Column("結果・気づき", lambda row: row.result, width=9, tip=lambda row: row.result),
    Column("次の対応", _next, width=8, tip=_next),
)


def sum_of(rows: Sequence[LogRow]) -> str:
    """Return what stands below a sheet: how many entries of which duty, how long, how many."""
    if not rows:
        return "記録はありません"
    signs = [row.duty.sign for row in rows]
    duties = "　".join(f"{sign}{signs.count(sign)}件" for sign in sorted(set(signs)))
    minutes = sum(row.minutes or 0 for row in rows)
    people = sum(row.people for row in rows)
    parts = (f"{len(rows)}件", length_text(minutes) if minutes else "", duties, f"延べ{people}人")
    return "　".join(part for part in parts if part)


def occasion_of(row: LogRow) -> Occasion:
    """Return an entry as it stands in the calendar."""
    return Occasion(
        row.on_day,
        OccasionKind.LOG,
        title_of(row),
        Target("log", "log_entry", row.id),
        row.starts_at,
        row.ends_at,
        "　".join(part for part in (row.duty.label, row.kind, _where(row)) if part),
        mark=row.duty.sign,
    )
