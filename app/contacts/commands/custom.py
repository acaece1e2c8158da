"""Fields of the office's own (独自項目), and what is written in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.contacts.commands.rows import field_row, one_of, organisation_rows, person_rows
from app.contacts.custom import (
    CustomFieldDraft,
    Subject,
    checked_field,
    read_value,
    shown,
)
from app.contacts.derived import search_text
from app.contacts.organisation import OrganisationId
from app.contacts.organisation_derived import organisation_search_text
from app.contacts.person import PersonId
from app.contacts.queries.custom import field_draft, own_words, owner_column
from app.contacts.queries.keys import chunks
from app.contacts.queries.organisations import organisation_draft
from app.contacts.queries.people import draft_of
from app.contacts.tables import CustomField, CustomValue
from app.kernel.errors import Refusal
from app.kernel.text import quoted
from app.office.named_master import move_to, name_for
from app.storage.base import moment
from app.storage.bulk import add_rows

OwnerT = TypeVar("OwnerT", bound=int)
_NAMED = 3


def add_custom_field(session: Session, draft: CustomFieldDraft) -> int:
    """Add a field at the end of the list and return its key."""
    draft = checked_field(draft)
    name = _name(session, draft, None)
    last = session.scalars(
        select(func.max(CustomField.position)).where(CustomField.subject == draft.subject)
    ).one()
    row = CustomField(
        name=name,
        subject=draft.subject,
        kind=draft.kind,
        choices=list(draft.choices),
        position=(last or 0) + 1,
        retired=False,
    )
    session.add(row)
    session.flush()
    return row.id


def change_custom_field(session: Session, field: int, draft: CustomFieldDraft) -> None:
    """Change name, kind or choices of a field; what stands in it is written anew.

    Raises ``Refusal`` where a value does not fit the new kind or is no choice any more: nothing
    of what was written down is lost by a change of the field.
    """
    row = field_row(session, field)
    draft = checked_field(draft)
    if draft.subject is not row.subject:
        raise Refusal("独自項目の対象（人・団体）は変えられません。新しい項目を作ってください。")
    row.name = _name(session, draft, field)
    if (draft.kind, list(draft.choices)) != (row.kind, row.choices):
        _convert(session, row, draft)
    row.kind = draft.kind
    row.choices = list(draft.choices)
    session.flush()
    _refresh(session, row.subject, _owners(session, row))


def move_custom_field(session: Session, field: int, position: int) -> None:
    """Put a field at a place of the list of its subject, counted from 1."""
    row = field_row(session, field)
    order = (
        select(CustomField)
        .where(CustomField.subject == row.subject)
        .order_by(CustomField.position, CustomField.id)
    )
    move_to(session.scalars(order).all(), row, position)


def retire_custom_field(session: Session, field: int, *, retired: bool = True) -> None:
    """Offer a field no longer, or again; what stands in it stays."""
    field_row(session, field).retired = retired


def remove_custom_field(session: Session, field: int) -> None:
    """Delete a field in which nothing stands; one that is used can only be retired."""
    row = field_row(session, field)
    used = len(_owners(session, row))
    if used:
        raise Refusal(
            f"独自項目「{row.name}」は{used}件に入力されているため削除できません。"
            "これから使わないときは「使わない」にしてください。"
        )
    session.delete(row)


def set_custom(
    session: Session,
    field: int,
    value: str,
    *,
    person: PersonId | None = None,
    organisation: OrganisationId | None = None,
) -> None:
    """Write a value as somebody typed it in a field of one record; blank clears it."""
    one_of(person, organisation)
    subject = Subject.ORGANISATION if person is None else Subject.PERSON
    key = organisation if person is None else person
    set_customs(session, subject, {key or 0: {field: value}})


def set_customs(
    session: Session, subject: Subject, values: Mapping[OwnerT, Mapping[int, str]]
) -> int:
    """Write values, given by record and field, as typed; return how many changed.

    Raises ``Refusal`` for the first value that is not of its field's kind, and writes nothing.
    """
    today = moment(session).date()
    _check_owners(session, subject, list(values))
    wanted = sorted({field for texts in values.values() for field in texts})
    fields = {field: _field_of(session, field, subject) for field in wanted}
    stored = _stored(session, subject, list(values))
    column = owner_column(subject).key
    changed: list[int] = []
    new: list[dict[str, object]] = []
    for owner, texts in values.items():
        for field, text in texts.items():
            plain = read_value(fields[field], text, today)
            row = stored.get((owner, field))
            if plain == (row.value if row is not None else ""):
                continue
            changed.append(owner)
            if row is None:
                new.append({"field_id": field, "value": plain, column: owner})
            else:
                _put(session, row, plain)
    add_rows(session, CustomValue, new)
    _refresh(session, subject, set(changed))
    return len(changed)


def refresh_search(
    session: Session,
    *,
    people: Sequence[PersonId] = (),
    organisations: Sequence[OrganisationId] = (),
) -> None:
    """Derive the search texts anew after values came or went with a merge or a disposal."""
    session.flush()
    _refresh(session, Subject.PERSON, people)
    _refresh(session, Subject.ORGANISATION, organisations)


def _name(session: Session, draft: CustomFieldDraft, own: int | None) -> str:
    query = select(CustomField.id).where(
        CustomField.subject == draft.subject, CustomField.name == draft.name
    )
    found = session.scalars(query).one_or_none()
    return name_for(draft.name, "独自項目", taken=found is not None and found != own)


def _convert(session: Session, row: CustomField, draft: CustomFieldDraft) -> None:
    today = moment(session).date()
    before = field_draft(row)
    unfit = []
    for one in session.scalars(select(CustomValue).where(CustomValue.field_id == row.id)):
        try:
            one.value = read_value(draft, shown(before, one.value), today)
        except Refusal:
            unfit.append(shown(before, one.value))
    if unfit:
        named = "、".join(quoted(text) for text in list(dict.fromkeys(unfit))[:_NAMED])
        text = (
            f"「{row.name}」の{len(unfit)}件の値（{named}など）が「{draft.kind.label}」に"
            "合わないため、項目を変えられません。先に値を直してください。"
        )
        raise Refusal(text, fields={"kind": text})


def _owners(session: Session, row: CustomField) -> list[int]:
    owner = owner_column(row.subject)
    query = select(owner).where(CustomValue.field_id == row.id)
    return [key for key in session.scalars(query) if key is not None]


def _check_owners(session: Session, subject: Subject, keys: Iterable[int]) -> None:
    if subject is Subject.PERSON:
        person_rows(session, map(PersonId, keys))
    else:
        organisation_rows(session, map(OrganisationId, keys))


def _field_of(session: Session, field: int, subject: Subject) -> CustomFieldDraft:
    draft = field_draft(field_row(session, field))
    if draft.subject is not subject:
        raise Refusal(f"「{draft.name}」は{draft.subject.label}の独自項目です。")
    return draft


def _stored(
    session: Session, subject: Subject, keys: Sequence[int]
) -> dict[tuple[int, int], CustomValue]:
    owner = owner_column(subject)
    found: dict[tuple[int, int], CustomValue] = {}
    for chunk in chunks(keys):
        for row in session.scalars(select(CustomValue).where(owner.in_(chunk))):
            found[(getattr(row, owner.key), row.field_id)] = row
    return found


def _put(session: Session, row: CustomValue, value: str) -> None:
    if value:
        row.value = value
    else:
        session.delete(row)


def _refresh(session: Session, subject: Subject, keys: Iterable[int]) -> None:
    wanted = sorted(keys)
    words = own_words(session, subject, wanted)
    if subject is Subject.PERSON:
        for person, row in person_rows(session, map(PersonId, wanted)).items():
            row.search_text = search_text(draft_of(row), words.get(person, ()))
    else:
        for key, one in organisation_rows(session, map(OrganisationId, wanted)).items():
            one.search_text = organisation_search_text(organisation_draft(one), words.get(key, ()))
