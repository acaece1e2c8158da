"""What a registration as a supporter says of a person's timeline: states, levels, insurance."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy.orm import Session

from app.kernel.fiscal_year import FiscalYear
from app.kernel.wareki import format_day
from app.supporters import queries as supporters
from app.supporters.supporter import SupporterId, SupporterState
from app.timeline.event import Event, EventKind
from app.timeline.owner import Owner


def supporter_events(session: Session, owner: Owner, _limit: int) -> Iterator[Event]:
    """Give states and levels, insurance, interviews and yearly confirmations."""
    if owner.person is None:
        return
    key = supporters.supporter_of(session, owner.person)
    if key is None:
        return
    yield from _states(session, key)
    yield from _levels(session, key)
    yield from _insurances(session, key)
    yield from _told(session, key)


def _states(session: Session, key: SupporterId) -> Iterator[Event]:
    number = supporters.supporter_draft(session, key).number
    for order, one in enumerate(supporters.states_of(session, key)):
        registered = one.state is SupporterState.REGISTERED
        text = f"登録番号 {number}" if registered else one.reason.label if one.reason else ""
        yield _event(key, one.starts_on, f"サポーター{one.state.label}", text, one.note, order)


def _levels(session: Session, key: SupporterId) -> Iterator[Event]:
    for one in supporters.levels_of(session, key):
        why = "　".join(part for part in (one.decided_by, one.reason) if part)
        yield _event(key, one.starts_on, "活動レベル", one.level, why, one.id)


def _insurances(session: Session, key: SupporterId) -> Iterator[Event]:
    for one in supporters.insurances(session, [key]):
        text = f"{FiscalYear(one.draft.fiscal_year)}　{one.draft.plan.label}"
        until = f"{format_day(one.covers_from)}から{format_day(one.covers_until)}まで"
        yield _event(key, one.draft.joined_on, "保険に加入", text, until, one.id)


def _told(session: Session, key: SupporterId) -> Iterator[Event]:
    draft = supporters.supporter_draft(session, key)
    if draft.interviewed_on is not None:
        yield _event(key, draft.interviewed_on, "面談", draft.interview, draft.interviewer)
    for one in supporters.confirmations_of(session, key):
        yield _event(key, one.confirmed_on, "意向の確認", one.note, "", one.id)


def _event(key: SupporterId, on: date, word: str, text: str, detail: str, order: int = 0) -> Event:
    return Event(
        on,
        EventKind.SUPPORTER,
        text,
        detail=detail,
        word=word,
        place="supporters",
        target="supporter",
        key=int(key),
        order=order,
    )
