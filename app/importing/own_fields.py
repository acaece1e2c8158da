"""The fields of the office's own that a list fills: those there are, and those that would be made.

What does not fit the kind of its field is kept in the note, like everything no field can hold.
A word that is no choice of its field yet becomes one: the plan says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from app.contacts import queries as contacts
from app.contacts.custom import (
    CustomFieldDraft,
    CustomFieldRow,
    FieldKind,
    Subject,
    checked_field,
    read_value,
    shown,
)
from app.importing.districts import with_line
from app.importing.drafts import DraftRow, Drafts
from app.importing.merged import FieldChange
from app.importing.own import MOST_CHOICES, OwnColumn, choices_of, guessed_kind
from app.importing.planned import Fate, PlannedOwn, PlannedRow
from app.kernel.errors import Refusal
from app.kernel.folding import fold

Row = DraftRow[Any]
_CHANGED = frozenset({Fate.SAME, Fate.CHANGE, Fate.DOUBTFUL})


@dataclass(frozen=True)
class OwnFields:
    """The fields by name, and how the values of a row are read into them."""

    subject: Subject
    fields: Mapping[str, PlannedOwn]
    today: date

    def taken(self, rows: Sequence[Row]) -> tuple[Row, ...]:
        """Return the rows with their values as they are stored, and the rest in their notes."""
        if not self.fields:
            return tuple(rows)
        return tuple(self._taken(row) if row.own and not row.refused else row for row in rows)

    def compared(
        self, session: Session, rows: Sequence[PlannedRow[Any]]
    ) -> tuple[PlannedRow[Any], ...]:
        """Say of every row that is, or may be, a known record what it changes in these fields."""
        keys = [row.record for row in rows if row.record is not None]
        if not self.fields or not keys:
            return tuple(rows)
        stored = contacts.custom_values_of(session, self.subject, keys)
        return tuple(
            self._compared(row, stored.get(row.record, {}))
            if row.record is not None and row.fate in _CHANGED
            else row
            for row in rows
        )

    def _taken(self, row: Row) -> Row:
        values: dict[str, str] = {}
        draft, mended = row.draft, row.mended
        for name, text in row.own.items():
            field = self.fields[name].draft
            try:
                values[name] = read_value(field, text, self.today)
            except Refusal:
                draft = replace(draft, note=with_line(draft.note, f"{name}（元の記載）: {text}"))
                said = f"「{name}」の「{text}」は{field.kind.label}でないため、備考に残します"
                mended = (*mended, said)
        return replace(row, draft=draft, own=values, mended=mended)

    def _compared(self, row: PlannedRow[Any], stored: Mapping[int, str]) -> PlannedRow[Any]:
        changes = tuple(self._changes(row, stored))
        if not changes:
            return row
        fate = Fate.CHANGE if row.fate is Fate.SAME else row.fate
        return replace(row, fate=fate, changes=(*row.changes, *changes))

    def _changes(self, row: PlannedRow[Any], stored: Mapping[int, str]) -> Iterator[FieldChange]:
        for name, value in row.source.own.items():
            field = self.fields[name]
            before = "" if field.key is None else stored.get(field.key, "")
            if before != value:
                yield FieldChange(name, shown(field.draft, before), shown(field.draft, value))


def own_fields(session: Session, drafts: Drafts, today: date) -> OwnFields:
    """Return the fields the columns of a list are mapped to.

    Raises ``Refusal`` for a new one whose name or choices cannot be.
    """
    subject = drafts.table.subject
    columns = tuple(drafts.mapping.own.values())
    known = {
        field.name: field
        for field in (contacts.custom_fields(session, subject, retired=True) if columns else ())
    }
    fields = {}
    for column in columns:
        texts = [row.own[column.name] for row in drafts.rows if column.name in row.own]
        there = known.get(column.name)
        fields[column.name] = (
            _new(column, subject, texts, today) if there is None else _there(there, texts)
        )
    return OwnFields(subject, fields, today)


def _new(column: OwnColumn, subject: Subject, texts: Sequence[str], today: date) -> PlannedOwn:
    kind = column.kind or guessed_kind(texts, today)
    choices = choices_of(texts) if kind is FieldKind.CHOICE else ()
    if len(choices) > MOST_CHOICES:
        raise Refusal(
            f"「{column.name}」の列には{len(choices)}とおりの値があり、選択肢にするには多すぎます。"
            "種類を「文字」にしてください。"
        )
    if kind is FieldKind.CHOICE and not choices:
        kind = FieldKind.TEXT
    return PlannedOwn(checked_field(CustomFieldDraft(column.name, subject, kind, choices)))


def _there(field: CustomFieldRow, texts: Sequence[str]) -> PlannedOwn:
    draft = field.draft
    if draft.kind is not FieldKind.CHOICE:
        return PlannedOwn(draft, field.id, field.retired)
    known = {*draft.choices, *map(fold, draft.choices)} - {""}
    more = tuple(one for one in choices_of(texts) if known.isdisjoint((one, fold(one))))
    whole = replace(draft, choices=(*draft.choices, *more))
    return PlannedOwn(whole, field.id, field.retired, more)
