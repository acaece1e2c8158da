"""Fields of the office's own, and what stands in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.contacts.custom import (
    CustomFieldDraft,
    CustomFieldRow,
    CustomValueRow,
    Subject,
    search_word,
    typed,
)
from app.contacts.organisation import OrganisationId
from app.contacts.person import PersonId
from app.contacts.queries.keys import chunks
from app.contacts.queries.tags import tag_names
from app.contacts.tables import CustomField, CustomValue


def custom_fields(
    session: Session, subject: Subject, *, retired: bool = False
) -> tuple[CustomFieldRow, ...]:
    """Return the fields of people or organisations in their order, retired ones if asked for."""
    used = (
        select(func.count(CustomValue.id))
        .where(CustomValue.field_id == CustomField.id)
        .scalar_subquery()
    )
    query = (
        select(CustomField, used)
        .where(CustomField.subject == subject)
        .order_by(CustomField.position, CustomField.id)
    )
    if not retired:
        query = query.where(~CustomField.retired)
    return tuple(_row(row, count) for row, count in session.execute(query))


def custom_values(
    session: Session,
    *,
    person: PersonId | None = None,
    organisation: OrganisationId | None = None,
) -> tuple[CustomValueRow, ...]:
    """Return every field of a record with what stands in it, in the order of the fields.

    Blank ones are among them; a retired field only where something stands in it.
    """
    subject = Subject.ORGANISATION if person is None else Subject.PERSON
    key = organisation if person is None else person
    if key is None:
        raise TypeError("name a person or an organisation")
    values = custom_values_of(session, subject, [key]).get(key, {})
    fields = custom_fields(session, subject, retired=True)
    return tuple(
        CustomValueRow(field, values.get(field.id, ""))
        for field in fields
        if not field.retired or field.id in values
    )


def custom_values_of(
    session: Session, subject: Subject, keys: Sequence[int]
) -> dict[int, dict[int, str]]:
    """Return, by record and field, what is stored for many records; blank ones are missing."""
    owner = owner_column(subject)
    found: dict[int, dict[int, str]] = {}
    for chunk in chunks(keys):
        query = select(owner, CustomValue.field_id, CustomValue.value).where(owner.in_(chunk))
        for key, field, value in session.execute(query):
            if key is not None:
                found.setdefault(key, {})[field] = value
    return found


def custom_columns(
    session: Session, subject: Subject, keys: Sequence[int]
) -> tuple[tuple[str, ...], Mapping[int, tuple[str | int | float | date, ...]]]:
    """Return the names of the fields in use, and by record what stands in each of them.

    For lists and forms: days are days and numbers are numbers, blank is an empty text.
    """
    fields = custom_fields(session, subject)
    values = custom_values_of(session, subject, keys) if fields else {}
    rows = {
        key: tuple(typed(field.draft, values.get(key, {}).get(field.id, "")) for field in fields)
        for key in keys
    }
    return tuple(field.name for field in fields), rows


def own_words(
    session: Session, subject: Subject, keys: Sequence[int]
) -> Mapping[int, tuple[str, ...]]:
    """Return what a search finds these records by besides their own columns: own fields, tags."""
    words = tag_names(session, subject, keys)
    fields = {field.id: field.draft for field in custom_fields(session, subject, retired=True)}
    written = custom_values_of(session, subject, keys) if fields else {}
    for key, values in written.items():
        found = (search_word(fields[field], value) for field, value in sorted(values.items()))
        words.setdefault(key, []).extend(word for word in found if word)
    return {key: tuple(found) for key, found in words.items()}


def owner_column(subject: Subject) -> InstrumentedAttribute[int | None]:
    """Return the column that says whose value it is."""
    return CustomValue.person_id if subject is Subject.PERSON else CustomValue.organisation_id


def field_draft(row: CustomField) -> CustomFieldDraft:
    """Return a stored field as it can be changed."""
    return CustomFieldDraft(row.name, row.subject, row.kind, tuple(row.choices))


def _row(row: CustomField, used: int) -> CustomFieldRow:
    return CustomFieldRow(row.id, field_draft(row), row.position, row.retired, used)
