"""The members of a council as a list, and the words of their terms."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from sqlalchemy.orm import Session

from app.council import queries
from app.council.council import CouncilId
from app.council.queries import MemberRow
from app.gui.framework.window_model import Column
from app.gui.settings.whole_listing import WholeListing
from app.kernel.wareki import format_day

_TABLES = frozenset({"council_member", "person", "organisation"})
_DAY = "R8.4.1"


def term_text(row: MemberRow) -> str:
    """Return the term of a seat: R8.4.1～R10.3.31."""
    days = (row.draft.starts_on, row.draft.ends_on)
    first, last = ("" if day is None else format_day(day, _DAY) for day in days)
    return f"{first}～{last}" if first or last else ""


def _standing(row: MemberRow) -> str:
    return row.draft.standing.label


COLUMNS: tuple[Column[MemberRow], ...] = (
    Column("役", lambda row: row.draft.office.label, width=4),
    Column("氏名", lambda row: row.name, width=6, tip=lambda row: row.kana),
    Column("所属・職", lambda row: row.seat, width=10, tip=lambda row: row.seat),
    Column("任期", term_text, width=9, tip=term_text),
    Column("選出区分", _standing, width=10, tip=_standing),
    Column("委嘱状", lambda row: row.draft.appointment_number, width=5),
)


def members_of(council: CouncilId | None, day: date | None) -> WholeListing[MemberRow]:
    """List who sits on a council on a day; without a day everybody who ever did or will."""
    return WholeListing(partial(_members, council, day), _TABLES)


def _members(council: CouncilId | None, day: date | None, session: Session) -> Sequence[MemberRow]:
    return () if council is None else queries.members(session, council, day)
