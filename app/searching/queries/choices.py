"""What the conditions on fields with fixed values may be compared with."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts import queries as contacts
from app.contacts.custom import CustomFieldDraft, FieldKind, Subject
from app.contacts.organisation import OrganisationStatus
from app.contacts.person import ConsentItem, PersonStatus, Sex
from app.kernel.labelled import Labelled
from app.office import queries as office
from app.searching.condition import SearchField
from app.training import queries as training
from app.training.tables import Course

Choices = tuple[tuple[str, str], ...]
"""Words and value of each."""


def choices(session: Session, subject: Subject, field: SearchField) -> Choices:
    """Return the words and the stored value of everything a field may be compared with."""
    if field is SearchField.STATUS:
        return _labels(PersonStatus if subject is Subject.PERSON else OrganisationStatus)
    return _CHOICES[field](session) if field in _CHOICES else ()


def own_choices(field: CustomFieldDraft) -> Choices:
    """Return what an own field may be compared with, nothing where any words may be typed."""
    words = ("はい", "いいえ") if field.kind is FieldKind.YES_NO else field.choices
    return tuple((word, word) for word in words)


def course_years(session: Session) -> tuple[int, ...]:
    """Return the fiscal years there are courses of, the latest first."""
    query = select(Course.fiscal_year).where(Course.deleted_at.is_(None)).distinct()
    return tuple(sorted(session.scalars(query), reverse=True))


def _labels(kind: type[Labelled]) -> Choices:
    return tuple((one.label, one.value) for one in kind)


def _kinds(session: Session) -> Choices:
    return tuple((row.name, str(row.id)) for row in contacts.organisation_kinds(session))


def _courses(session: Session) -> Choices:
    return tuple((row.draft.name, str(row.id)) for row in training.kinds(session))


_CHOICES: dict[SearchField, Callable[[Session], Choices]] = {
    SearchField.DISTRICT: lambda session: tuple(
        (row.name, str(row.id)) for row in office.districts(session)
    ),
    SearchField.TAG: lambda session: tuple(
        (row.name, str(row.id)) for row in contacts.tags(session)
    ),
    SearchField.SEX: lambda _session: _labels(Sex),
    SearchField.CONSENT: lambda _session: _labels(ConsentItem),
    SearchField.MEMBER_KIND: _kinds,
    SearchField.KIND: _kinds,
    SearchField.ATTENDED: _courses,
    SearchField.COMPLETED: _courses,
}
