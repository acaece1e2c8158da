"""Registering people as supporters, changing what is written about them, and the bin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.person import PersonId
from app.contacts.tables import Person
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.kernel.running_number import next_numbers
from app.kernel.text import quoted
from app.office import queries as office
from app.storage.base import moment
from app.supporters.checks import checked_supporter
from app.supporters.commands.levels import set_level
from app.supporters.commands.rows import name_of, person_row, supporter_row
from app.supporters.supporter import (
    Basis,
    Registered,
    SupporterDraft,
    SupporterId,
    SupporterState,
)
from app.supporters.tables import Supporter, SupporterStateChange
from app.supporters.validity import valid_until
from app.training.course import EnrollmentId, EnrollmentStatus
from app.training.tables import Course, Enrollment

_FIELDS = tuple(field.name for field in fields(SupporterDraft))


def register(
    session: Session,
    person: PersonId,
    draft: SupporterDraft,
    *,
    on: date,
    state: SupporterState = SupporterState.REGISTERED,
    enrollment: EnrollmentId | None = None,
    level: int | None = None,
    reason: str = "",
) -> SupporterId:
    """Register a person and return the key; ``reason`` says why they are given the level.

    Number, day and validity are filled in where the draft leaves them empty; somebody who is
    only to be registered (登録予定) gets them once they are.  Raises ``Refusal`` for somebody
    who is registered already, in whatever state.
    """
    somebody = person_row(session, person)
    _refuse_registered(session, somebody)
    _refuse_beginning(state)
    if state is SupporterState.REGISTERED:
        on = draft.registered_on or on
        draft = settled(session, draft, on)
        refuse_later(session, on)
    draft = checked_supporter(draft)
    _refuse_number(session, draft.number, None)
    row = _begin(session, draft, person_id=person, enrollment_id=enrollment, state=state, on=on)
    if level is not None:
        set_level(session, row, level, on=on, decided_by="", reason=reason)
    session.flush()
    return SupporterId(row.id)


def register_completed(
    session: Session, enrollments: Sequence[EnrollmentId], *, on: date
) -> Registered:
    """Register who completed a course, in 五十音 order, without typing them again.

    Who is registered already is left alone and named in the result.  Raises ``Refusal`` where
    one of them has not completed.
    """
    query = (
        select(Enrollment, Course.requires_kind_id, Person)
        .join(Course, Course.id == Enrollment.course_id)
        .join(Person, Person.id == Enrollment.person_id)
        .where(Enrollment.id.in_(enrollments))
        .order_by(Person.sort_key == "", Person.sort_key, Person.id, Enrollment.id)
    )
    found = session.execute(query).all()
    _refuse_uncompleted(found, len(set(enrollments)))
    known = set(session.scalars(select(Supporter.person_id)))
    made: dict[int, SupporterId] = {}
    skipped = []
    for row, requires, person in found:
        if person.id in known:
            skipped.append(name_of(person))
        elif person.id not in made:
            basis = Basis.TRAINING if requires is None else Basis.STEP_UP
            made[person.id] = register(
                session,
                PersonId(person.id),
                SupporterDraft(basis=basis, motive=row.motive),
                on=on,
                enrollment=EnrollmentId(row.id),
            )
    return Registered(tuple(made.values()), tuple(dict.fromkeys(skipped)))


def change_supporter(session: Session, supporter: SupporterId, draft: SupporterDraft) -> None:
    """Replace what is written about a supporter; an empty number keeps the one there is.

    The day of registration moves in the history of states too.
    """
    row = supporter_row(session, supporter)
    draft = checked_supporter(replace(draft, number=draft.number.strip() or row.number))
    _refuse_number(session, draft.number, row.id)
    if draft.registered_on != row.registered_on:
        if draft.registered_on is not None:
            refuse_later(session, draft.registered_on)
        _move_registration(session, row, draft.registered_on)
    for name, value in _columns(draft).items():
        if getattr(row, name) != value:
            setattr(row, name, value)


def bin_supporter(session: Session, supporter: SupporterId) -> None:
    """Move a registration to the bin: one that was made by mistake, for who leaves is cancelled."""
    row = supporter_row(session, supporter)
    row.deleted_at = moment(session)


def restore_supporter(session: Session, supporter: SupporterId) -> None:
    """Take a registration out of the bin."""
    row = session.get(Supporter, supporter)
    if row is None:
        raise Refusal("このサポーターは削除されています。")
    row.deleted_at = None


def refuse_later(session: Session, on: date) -> None:
    """Refuse a registration on a day that is still to come."""
    if on > moment(session).date():
        text = (
            "登録日が今日より後になっています。"
            "これから登録する方は、登録するまで「登録予定」にしておいてください。"
        )
        raise Refusal(text, {"registered_on": text, "on": text})


def settled(session: Session, draft: SupporterDraft, on: date) -> SupporterDraft:
    """Return a draft with the number, day and validity of somebody registered on a day."""
    settings = office.settings(session)
    number = draft.number.strip()
    if not number:
        year = FiscalYear.of(on)
        known = select(Supporter.number).where(Supporter.number.startswith(year.short))
        number = next_numbers(year, session.scalars(known))[0]
    return replace(
        draft,
        number=number,
        registered_on=on,
        valid_until=draft.valid_until or valid_until(on, settings.registration_years),
    )


def _begin(
    session: Session, draft: SupporterDraft, *, on: date, state: SupporterState, **keys: int | None
) -> Supporter:
    """Store a registration and the first state of its history."""
    row = Supporter(state=state, level_id=None, deleted_at=None, **keys, **_columns(draft))
    session.add(row)
    session.flush()
    session.add(
        SupporterStateChange(supporter_id=row.id, state=state, starts_on=on, reason=None, note="")
    )
    return row


def _columns(draft: SupporterDraft) -> Mapping[str, Any]:
    values = {name: getattr(draft, name) for name in _FIELDS}
    return values | {"transport": [one.value for one in draft.transport]}


def _refuse_beginning(state: SupporterState) -> None:
    if state not in (SupporterState.PLANNED, SupporterState.REGISTERED):
        raise Refusal(f"はじめの状態を「{state.label}」にはできません。「登録」にしてください。")


def _refuse_registered(session: Session, person: Person) -> None:
    row = session.scalars(select(Supporter).where(Supporter.person_id == person.id)).first()
    if row is None:
        return
    if row.deleted_at is not None:
        raise Refusal(
            f"{name_of(person)}さんの登録はごみ箱にあります。"
            "新しく登録せずに、「ごみ箱から戻す」を押してください。"
        )
    number = f"登録番号 {row.number}、" if row.number else ""
    raise Refusal(
        f"{name_of(person)}さんはすでにサポーターの一覧にあります（{number}{row.state.label}）。"
    )


def _refuse_uncompleted(found: Sequence[Any], wanted: int) -> None:
    if len(found) < wanted:
        raise Refusal("選んだ申込の中に、削除されたものがあります。一覧から選び直してください。")
    others = [
        name_of(person) for row, _, person in found if row.status is not EnrollmentStatus.COMPLETED
    ]
    if others:
        names = "、".join(f"{name}さん" for name in others)
        raise Refusal(f"{names}は講座を修了していません。先に「研修」で修了を確定してください。")


def _refuse_number(session: Session, number: str, own: int | None) -> None:
    if not number:
        return
    query = select(Supporter.id).where(Supporter.number == number, Supporter.id != (own or 0))
    if session.scalars(query).first() is not None:
        text = f"登録番号{quoted(number)}はほかのサポーターが使っています。"
        raise Refusal(text, fields={"number": text})


def _move_registration(session: Session, row: Supporter, on: date | None) -> None:
    """Let the history begin on another day of registration."""
    query = select(SupporterStateChange).where(SupporterStateChange.supporter_id == row.id)
    order = (SupporterStateChange.starts_on, SupporterStateChange.id)
    history = session.scalars(query.order_by(*order)).all()
    place = next(
        (at for at, one in enumerate(history) if one.state is SupporterState.REGISTERED), None
    )
    if place is None:
        return
    before = [one.starts_on for one in history[:place]]
    after = [one.starts_on for one in history[place + 1 :]]
    if on is None or any(day > on for day in before) or any(day < on for day in after):
        text = "登録日は、状態の記録の順番と合う日にしてください。"
        raise Refusal(text, fields={"registered_on": text})
    history[place].starts_on = on
