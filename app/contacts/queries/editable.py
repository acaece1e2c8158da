"""What can be changed of many at once in this office, and to what."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlalchemy.orm import Session

from app.contacts.bulk_edit import (
    TYPED,
    Choices,
    Edit,
    EditableField,
    EditField,
    edit_fields,
    labels_of,
)
from app.contacts.custom import OWN, CustomFieldRow, FieldKind, Subject
from app.contacts.queries.custom import custom_fields
from app.contacts.queries.kinds import organisation_kinds
from app.contacts.queries.tags import tags
from app.kernel.errors import Refusal
from app.kernel.text import quoted
from app.office import queries as office

_CLEAR = ("空にする", "")
_FROM_ADDRESS = ("住所から決める", "")


def editable_fields(session: Session, subject: Subject) -> tuple[EditableField, ...]:
    """Return everything that can be changed of many people or organisations at once."""
    listed = tuple(
        EditableField(field.value, field.label, _choices(session, subject, field))
        for field in edit_fields(subject)
    )
    own = (
        EditableField(f"{OWN}{row.id}", row.name, _own_choices(row))
        for row in custom_fields(session, subject)
    )
    return (*listed, *own)


def read_edit(session: Session, subject: Subject, name: str, words: str) -> Edit:
    """Return the edit that names a field and a value as people do (圏域, 北部).

    Raises ``Refusal`` with what there is.
    """
    fields = {field.label: field for field in editable_fields(session, subject)}
    field = fields.get(name.strip())
    if field is None:
        known = "、".join(fields)
        raise Refusal(f"{quoted(name)}は、まとめて変えられません。変えられるのは {known} です。")
    if field.choices is None:
        return Edit(subject, field.field, words)
    values = dict(field.choices) | {"": ""}
    plain = words.strip()
    if plain not in values:
        raise Refusal(f"「{field.label}」に{quoted(plain)}はありません。{_offer(field)}")
    return Edit(subject, field.field, values[plain])


def editable_field(session: Session, edit: Edit) -> EditableField:
    """Return the field of an edit; raises ``Refusal`` for a value that it cannot take."""
    fields = {field.field: field for field in editable_fields(session, edit.subject)}
    field = fields.get(edit.field)
    if field is None:
        raise Refusal("変える項目が削除されています。選び直してください。")
    if edit.known is EditField.NOTE and not edit.value:
        raise Refusal("備考に書き足す文を入力してください。")
    offered = [value for _, value in field.choices or ()]
    if edit.known is not None and edit.known not in TYPED and edit.value not in offered:
        raise Refusal(f"「{field.label}」で選べる値がありません。{_offer(field)}")
    return field


def _offer(field: EditableField) -> str:
    offered = "、".join(label for label, _ in field.choices or ())
    if not offered:
        return "先に「設定」で作ってください。"
    return f"選べるのは {offered} です。"


def _choices(session: Session, subject: Subject, field: EditField) -> Choices | None:
    if field in TYPED:
        return None
    offered = _MASTERS[field](session) if field in _MASTERS else labels_of(subject, field)
    return tuple(offered)


def _kinds(session: Session) -> Choices:
    rows = (row for row in organisation_kinds(session) if not row.retired)
    return (*((row.name, str(row.id)) for row in rows), _CLEAR)


def _districts(session: Session) -> Choices:
    return (*((row.name, str(row.id)) for row in office.districts(session)), _FROM_ADDRESS)


def _tags(session: Session) -> Choices:
    return tuple((row.name, str(row.id)) for row in tags(session))


_MASTERS: Mapping[EditField, Callable[[Session], Choices]] = {
    EditField.DISTRICT: _districts,
    EditField.KIND: _kinds,
    EditField.TAG_ON: _tags,
    EditField.TAG_OFF: _tags,
}


def _own_choices(row: CustomFieldRow) -> Choices | None:
    if row.draft.kind is FieldKind.CHOICE:
        return (*((one, one) for one in row.draft.choices), _CLEAR)
    if row.draft.kind is FieldKind.YES_NO:
        return (("はい", "はい"), ("いいえ", "いいえ"), _CLEAR)
    return None


def words_of(session: Session, edit: Edit) -> Choices:
    """Return the words for every value a record may have, also for one that is not offered."""
    if edit.known is EditField.KIND:
        return tuple((row.name, str(row.id)) for row in organisation_kinds(session))
    return (_choices(session, edit.subject, edit.known) if edit.known else None) or ()
