"""Taking registrations through their states, and confirming each year that people go on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.person import PersonId
from app.contacts.tables import Person
from app.kernel.errors import Refusal
from app.kernel.text import tidy
from app.kernel.wareki import format_day
from app.office import queries as office
from app.supporters.commands.levels import derive_level
from app.supporters.commands.registration import refuse_later, settled
from app.supporters.commands.rows import names_of, supporter_row, supporter_rows
from app.supporters.registration import STANDING, STEPS
from app.supporters.supporter import EndReason, SupporterDraft, SupporterId, SupporterState
from app.supporters.tables import Supporter, SupporterConfirmation, SupporterStateChange
from app.supporters.validity import valid_until

_WITH_REASON = frozenset({SupporterState.PAUSED, SupporterState.CANCELLED})


def change_state(
    session: Session,
    supporter: SupporterId,
    state: SupporterState,
    *,
    on: date,
    reason: EndReason | None = None,
    note: str = "",
) -> None:
    """Take a registration to another state from a day on.

    Whoever is registered now, for the first time or again, gets what a registration needs: a
    number, a day, a validity that is not over.  Raises ``Refusal`` for a step that is not
    allowed, and for a day before the last one of the history.
    """
    row = supporter_row(session, supporter)
    _enter(session, row, state, on, reason, note)


def remove_state(session: Session, supporter: SupporterId) -> None:
    """Take the newest state out of the history: it was entered by mistake."""
    row = supporter_row(session, supporter)
    history = _history(session, row)
    if len(history) == 1:
        raise Refusal("はじめの状態は消せません。登録が誤りのときは「ごみ箱へ」を押してください。")
    session.delete(history[-1])
    row.state = history[-2].state


def confirm(
    session: Session, supporters: Sequence[SupporterId], *, on: date, note: str = ""
) -> None:
    """Record that these supporters go on (年1回の意向確認); their validity counts from that day.

    Raises ``Refusal`` for somebody who is not registered.
    """
    rows = supporter_rows(session, supporters)
    others = [row for row in rows if row.state not in STANDING]
    if others:
        raise Refusal(
            f"{names_of(session, others)}は「{others[0].state.label}」です。"
            "意向を確認する前に、状態を「登録」にしてください。"
        )
    years = office.settings(session).registration_years
    for row in rows:
        session.add(
            SupporterConfirmation(supporter_id=row.id, confirmed_on=on, note=tidy(note).text)
        )
        _renew(row, on, years)


def remove_confirmation(session: Session, confirmation: int) -> None:
    """Take a confirmation away that was entered by mistake; the validity stays as it is."""
    row = session.get(SupporterConfirmation, confirmation)
    if row is None:
        raise Refusal("この意向確認の記録は削除されています。")
    session.delete(row)


def expire(session: Session, day: date) -> tuple[SupporterId, ...]:
    """End (満了) every registration whose validity is over on a day; return which they were."""
    query = (
        select(Supporter)
        .join(Person, Person.id == Supporter.person_id)
        .where(
            Supporter.state.in_(STANDING),
            Supporter.valid_until < day,
            Supporter.deleted_at.is_(None),
            Person.deleted_at.is_(None),
        )
        .order_by(Supporter.id)
    )
    ended = []
    for row in session.scalars(query).all():
        assert row.valid_until is not None  # asked for
        last = _history(session, row)[-1].starts_on
        after = max(row.valid_until + timedelta(days=1), last)
        _enter(session, row, SupporterState.EXPIRED, after, None, "")
        ended.append(SupporterId(row.id))
    return tuple(ended)


def derive(session: Session, people: Sequence[PersonId]) -> None:
    """Let state and level of these people's registrations be the last of their histories.

    For whoever moves entries from one registration to another: merging, and taking that back.
    """
    session.flush()
    for row in session.scalars(select(Supporter).where(Supporter.person_id.in_(people))).all():
        history = _history(session, row)
        if history and row.state is not history[-1].state:
            row.state = history[-1].state
        derive_level(session, row)


def _enter(
    session: Session,
    row: Supporter,
    state: SupporterState,
    on: date,
    reason: EndReason | None,
    note: str,
) -> None:
    _check_step(session, row, state, on)
    if state is SupporterState.REGISTERED:
        refuse_later(session, on)
    session.add(
        SupporterStateChange(
            supporter_id=row.id,
            state=state,
            starts_on=on,
            reason=reason if state in _WITH_REASON else None,
            note=tidy(note).text,
        )
    )
    if state is SupporterState.REGISTERED:
        if row.state is SupporterState.PLANNED:
            _settle(session, row, on)
        elif row.valid_until is not None and row.valid_until < on:
            _renew(row, on, office.settings(session).registration_years)
    row.state = state
    session.flush()


def _check_step(session: Session, row: Supporter, state: SupporterState, on: date) -> None:
    if state is row.state:
        text = f"{names_of(session, [row])}の状態はすでに「{state.label}」です。"
        raise Refusal(text, fields={"state": text})
    if state not in STEPS[row.state]:
        text = f"「{row.state.label}」から「{state.label}」へは変えられません。"
        raise Refusal(text, fields={"state": text})
    last = _history(session, row)[-1].starts_on
    if on < last:
        text = (
            f"今の状態は{format_day(last)}からです。それより前の日には変えられません。"
            "日付を確かめてください。"
        )
        raise Refusal(text, fields={"on": text})


def _settle(session: Session, row: Supporter, on: date) -> None:
    known = SupporterDraft(number=row.number, valid_until=row.valid_until)
    draft = settled(session, known, on)
    row.number = draft.number
    row.registered_on = draft.registered_on
    row.valid_until = draft.valid_until


def _renew(row: Supporter, on: date, years: int) -> None:
    until = valid_until(on, years)
    if until is not None and (row.valid_until is None or row.valid_until < until):
        row.valid_until = until


def _history(session: Session, row: Supporter) -> list[SupporterStateChange]:
    query = select(SupporterStateChange).where(SupporterStateChange.supporter_id == row.id)
    order = (SupporterStateChange.starts_on, SupporterStateChange.id)
    return list(session.scalars(query.order_by(*order)))
