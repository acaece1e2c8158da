"""Everything about one supporter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.person import PersonId
from app.contacts.queries import person_card
from app.kernel.errors import Refusal
from app.office.tables import District
from app.supporters.card import (
    ConfirmationRow,
    InsuranceRow,
    LevelRow,
    QualificationRow,
    SkillRow,
    SupporterCard,
)
from app.supporters.insurance import InsuranceDraft
from app.supporters.lacking import lacks, warnings
from app.supporters.queries.holding import held
from app.supporters.registration import StateSince
from app.supporters.supporter import (
    CentreDraft,
    QualificationDraft,
    SupporterDraft,
    SupporterId,
    transports_of,
)
from app.supporters.tables import (
    ActivityLevel,
    CentreRegistration,
    Insurance,
    LevelChange,
    Qualification,
    Supporter,
    SupporterConfirmation,
    SupporterDistrict,
    SupporterSkill,
    SupporterStateChange,
    SupportKind,
)
from app.training.course import EnrollmentId

_FIELDS = tuple(field.name for field in fields(SupporterDraft) if field.name != "transport")


def supporter_card(session: Session, supporter: SupporterId, day: date) -> SupporterCard:
    """Return everything about one supporter as on a day."""
    row = _stored(session, supporter)
    known = held(session, supporter)[supporter]
    level = None if row.level_id is None else session.get(ActivityLevel, row.level_id)
    return SupporterCard(
        id=supporter,
        draft=_draft(row),
        person=person_card(session, PersonId(row.person_id), day),
        enrollment=None if row.enrollment_id is None else EnrollmentId(row.enrollment_id),
        state=row.state,
        level_id=row.level_id,
        level="" if level is None else level.name,
        states=states_of(session, supporter),
        levels=levels_of(session, supporter),
        skills=skills_of(session, supporter),
        districts=districts_of(session, supporter),
        centre=_centre(session, supporter),
        insurances=insurances(session, [supporter]),
        qualifications=_qualifications(session, supporter),
        confirmations=confirmations_of(session, supporter),
        lacks=lacks(known, day),
        warnings=warnings(known, day),
        deleted_at=row.deleted_at,
    )


def supporter_draft(session: Session, supporter: SupporterId) -> SupporterDraft:
    """Return what is written about a supporter."""
    return _draft(_stored(session, supporter))


def _draft(row: Supporter) -> SupporterDraft:
    values = {name: getattr(row, name) for name in _FIELDS}
    return SupporterDraft(**values, transport=transports_of(row.transport))


def states_of(session: Session, supporter: SupporterId) -> tuple[StateSince, ...]:
    """Return the history of a supporter's states, the oldest first."""
    query = (
        select(SupporterStateChange)
        .where(SupporterStateChange.supporter_id == supporter)
        .order_by(SupporterStateChange.starts_on, SupporterStateChange.id)
    )
    return tuple(
        StateSince(row.state, row.starts_on, row.reason, row.note) for row in session.scalars(query)
    )


def levels_of(session: Session, supporter: SupporterId) -> tuple[LevelRow, ...]:
    """Return the history of a supporter's levels, the newest first."""
    query = (
        select(LevelChange, ActivityLevel.name)
        .join(ActivityLevel, ActivityLevel.id == LevelChange.level_id)
        .where(LevelChange.supporter_id == supporter)
        .order_by(LevelChange.starts_on.desc(), LevelChange.id.desc())
    )
    return tuple(
        LevelRow(row.id, row.level_id, name, row.starts_on, row.decided_by, row.reason)
        for row, name in session.execute(query)
    )


def skills_of(session: Session, supporter: SupporterId) -> tuple[SkillRow, ...]:
    """Return what a supporter can do, in the order of the master."""
    query = (
        select(SupporterSkill, SupportKind.name, SupportKind.short_name)
        .join(SupportKind, SupportKind.id == SupporterSkill.kind_id)
        .where(SupporterSkill.supporter_id == supporter)
        .order_by(SupportKind.position, SupportKind.id)
    )
    return tuple(
        SkillRow(row.kind_id, name, short or name, row.skill, row.wished)
        for row, name, short in session.execute(query)
    )


def districts_of(session: Session, supporter: SupporterId) -> tuple[tuple[int, str], ...]:
    """Return the districts a supporter works in, in their order; none means anywhere."""
    query = (
        select(District.id, District.name)
        .join(SupporterDistrict, SupporterDistrict.district_id == District.id)
        .where(SupporterDistrict.supporter_id == supporter)
        .order_by(District.position, District.id)
    )
    return tuple((key, name) for key, name in session.execute(query))


def insurances(
    session: Session, supporters: Iterable[SupporterId], year: int | None = None
) -> tuple[InsuranceRow, ...]:
    """Return the covers of these supporters, of one fiscal year if given, the newest first."""
    query = select(Insurance).where(Insurance.supporter_id.in_(list(supporters)))
    if year is not None:
        query = query.where(Insurance.fiscal_year == year)
    query = query.order_by(Insurance.covers_from.desc(), Insurance.id.desc())
    return tuple(insurance_of(row) for row in session.scalars(query))


def insurance_of(row: Insurance) -> InsuranceRow:
    """Return one cover as it is shown."""
    draft = InsuranceDraft(
        row.fiscal_year, row.joined_on, row.plan, row.premium, row.joined_through, row.note
    )
    return InsuranceRow(
        row.id,
        SupporterId(row.supporter_id),
        draft,
        row.covers_from,
        row.covers_until,
        row.handed_in_on,
    )


def _stored(session: Session, supporter: SupporterId) -> Supporter:
    row = session.get(Supporter, supporter)
    if row is None:
        raise Refusal("このサポーターは削除されています。一覧から選び直してください。")
    return row


def _centre(session: Session, supporter: SupporterId) -> CentreDraft:
    query = select(CentreRegistration).where(CentreRegistration.supporter_id == supporter)
    row = session.scalars(query).one_or_none()
    if row is None:
        return CentreDraft()
    return CentreDraft(**{one.name: getattr(row, one.name) for one in fields(CentreDraft)})


def _qualifications(session: Session, supporter: SupporterId) -> tuple[QualificationRow, ...]:
    query = (
        select(Qualification)
        .where(Qualification.supporter_id == supporter)
        .order_by(Qualification.obtained_on.desc(), Qualification.id.desc())
    )
    names = [field.name for field in fields(QualificationDraft)]
    return tuple(
        QualificationRow(row.id, QualificationDraft(*(getattr(row, name) for name in names)))
        for row in session.scalars(query)
    )


def confirmations_of(session: Session, supporter: SupporterId) -> tuple[ConfirmationRow, ...]:
    """Return when a supporter said that they go on, the newest first."""
    query = (
        select(SupporterConfirmation)
        .where(SupporterConfirmation.supporter_id == supporter)
        .order_by(SupporterConfirmation.confirmed_on.desc(), SupporterConfirmation.id.desc())
    )
    return tuple(
        ConfirmationRow(row.id, row.confirmed_on, row.note) for row in session.scalars(query)
    )
