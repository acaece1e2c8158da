"""Conditions on what hangs on a record: tags, courses, consents, places held, promises, own fields.

Each gives a condition on the key of the person or organisation.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, false, not_, or_, select
from sqlalchemy.orm import Session

from app.contacts.custom import OWN, FieldKind, read_value, shown
from app.contacts.person import ConsentItem
from app.contacts.queries.custom import field_draft
from app.contacts.tables import (
    Affiliation,
    Consent,
    CustomField,
    CustomValue,
    Organisation,
    Person,
    Tagging,
)
from app.kernel.errors import Refusal
from app.searching.condition import Comparison, Condition, SearchField
from app.searching.queries.texts import Table, among, compares
from app.timeline.tables import ContactNote
from app.training.completion import Mark
from app.training.course import EnrollmentStatus
from app.training.tables import Attendance, Course, Enrollment

_TAKEN = (Mark.PRESENT, Mark.LATE, Mark.LEFT_EARLY, Mark.MADE_UP)
_NOT = (Comparison.EMPTY, Comparison.LACKS, Comparison.IS_NOT)
"""Comparisons that everybody meets who does not meet the opposite, blank ones too."""
_SIDES: dict[Comparison, Callable[[float | str, float | str], bool]] = {
    Comparison.AT_LEAST: lambda value, than: value >= than,  # type: ignore[operator]
    Comparison.AT_MOST: lambda value, than: value <= than,  # type: ignore[operator]
}


def tagged(table: Table, tag: int) -> ColumnElement[bool]:
    """Return the condition to bear a tag."""
    return table.id.in_(_owners(table, Tagging).where(Tagging.tag_id == tag))


def follow_up(table: Table) -> ColumnElement[bool]:
    """Return the condition that a promise of a note is still open."""
    open_ones = ContactNote.follow_up_on.is_not(None), ContactNote.followed_up_on.is_(None)
    return table.id.in_(_owners(table, ContactNote).where(*open_ones))


def consented(item: str) -> ColumnElement[bool]:
    """Return the condition that somebody consented to an item and has not withdrawn it."""
    wanted = ConsentItem.of_value(item)
    if wanted is None:
        return false()
    given = select(Consent.person_id).where(Consent.item == wanted, Consent.withdrawn_on.is_(None))
    return Person.id.in_(given)


def took_course(one: Condition, kind: int) -> ColumnElement[bool]:
    """Return the condition to have attended once, or to have completed, a course of a kind."""
    query = (
        select(Enrollment.person_id)
        .join(Course, Course.id == Enrollment.course_id)
        .where(Course.kind_id == kind, Course.deleted_at.is_(None))
    )
    if one.known is SearchField.COMPLETED:
        query = query.where(Enrollment.status == EnrollmentStatus.COMPLETED)
    else:
        query = query.join(Attendance, Attendance.enrollment_id == Enrollment.id)
        query = query.where(Attendance.mark.in_(_TAKEN), ~Attendance.planned)
    first, last = one.years or (None, None)
    if first is not None:
        query = query.where(Course.fiscal_year >= first)
    if last is not None:
        query = query.where(Course.fiscal_year <= last)
    return Person.id.in_(query)


def member_kind(kind: int, day: date) -> ColumnElement[bool]:
    """Return the condition to belong, on a day, to an organisation of a kind."""
    query = (
        _current(day)
        .join(Organisation, Organisation.id == Affiliation.organisation_id)
        .where(Organisation.kind_id == kind, Organisation.deleted_at.is_(None))
    )
    return Person.id.in_(query)


def role(session: Session, one: Condition, day: date) -> ColumnElement[bool]:
    """Return the condition to hold, on a day, an office whose name compares so with the value."""
    filled = _current(day).where(Affiliation.role != "")
    if one.comparison in (Comparison.FILLED, Comparison.EMPTY):
        held: ColumnElement[bool] = Person.id.in_(filled)
    else:
        roles = session.execute(filled.add_columns(Affiliation.role))
        held = among(Person, {key for key, name in roles if compares(name, one)})
    return not_(held) if one.comparison in (Comparison.EMPTY, Comparison.LACKS) else held


def own_field(session: Session, table: Table, one: Condition, day: date) -> ColumnElement[bool]:
    """Return the condition on an own field: numbers and days are compared as such."""
    row = session.get(CustomField, int(one.field.removeprefix(OWN)))
    if row is None:
        raise Refusal("条件に使われている独自項目は削除されています。条件を選び直してください。")
    query = _owners(table, CustomValue).where(CustomValue.field_id == row.id)
    if one.comparison in (Comparison.FILLED, Comparison.EMPTY):
        held: ColumnElement[bool] = table.id.in_(query)
    else:
        meets = _own_meets(row, one, day)
        values = session.execute(query.add_columns(CustomValue.value))
        held = among(table, {key for key, value in values if meets(value)})
    return not_(held) if one.comparison in _NOT else held


def _own_meets(row: CustomField, one: Condition, day: date) -> Callable[[str], bool]:
    draft = field_draft(row)
    if one.comparison is Comparison.CONTAINS or one.comparison is Comparison.LACKS:
        return lambda value: compares(shown(draft, value), one)
    than = read_value(draft, one.value, day)
    side = _SIDES.get(one.comparison)
    if side is None:
        return lambda value: value == than
    if draft.kind is FieldKind.NUMBER:
        return lambda value: side(float(value), float(than))
    return lambda value: side(value, than)


def _owners(table: Table, hanging: Any) -> Select[int]:
    owner = hanging.person_id if table is Person else hanging.organisation_id
    return select(owner).where(owner.is_not(None))


def _current(day: date) -> Select[int]:
    return select(Affiliation.person_id).where(
        or_(Affiliation.starts_on.is_(None), Affiliation.starts_on <= day),
        or_(Affiliation.ends_on.is_(None), Affiliation.ends_on >= day),
    )
