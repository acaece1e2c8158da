"""What an import writes besides the records of its rows; each is a part of one step of undo."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from app.contacts import commands as contacts
from app.contacts.custom import Subject, shown
from app.importing.planned import HeldRecord, PlannedEdition, PlannedOwn, Status
from app.importing.records import RECORDS
from app.importing.tables import ImportedList, ImportedRecord
from app.storage.base import moment
from app.storage.bulk import add_rows

_COLUMNS = {
    Subject.PERSON: "person_id",
    Subject.ORGANISATION: "organisation_id",
    Subject.RESOURCE: "local_resource_id",
}


def record_edition(
    session: Session, subject: Subject, edition: PlannedEdition, held: Mapping[int, int]
) -> int | None:
    """Keep which record stood in which row of an edition; return the key of the edition.

    The same file with the same records again is no new edition.
    """
    again = edition.previous_file == edition.file_name
    if not held or (again and edition.held == set(held.values())):
        return None
    row = ImportedList(
        name=edition.name,
        subject=subject,
        file_name=edition.file_name,
        imported_on=moment(session).date(),
        rows=len(held),
    )
    session.add(row)
    session.flush()
    column = _COLUMNS[subject]
    rows = [{"list_id": row.id, "row": number, column: key} for number, key in held.items()]
    add_rows(session, ImportedRecord, rows)
    return row.id


def end_gone(session: Session, subject: Subject, gone: Sequence[HeldRecord], status: Status) -> int:
    """Give a status to what a list does not hold any more; return for how many it is another."""
    keys = [record.key for record in gone if record.status is not status]
    drafts = RECORDS[subject].drafts(session, keys)
    ended = {key: replace(draft, status=status) for key, draft in drafts.items()}
    RECORDS[subject].change(session, ended)
    return len(ended)


def write_own(
    session: Session,
    subject: Subject,
    fields: Sequence[PlannedOwn],
    values: Mapping[int, Mapping[str, str]],
) -> int:
    """Make the fields there are not yet and write values, given by record and name of field.

    Returns how many values are others now.
    """
    if not fields:
        return 0
    keys = {field.draft.name: _field(session, field) for field in fields}
    drafts = {field.draft.name: field.draft for field in fields}
    return contacts.set_customs(
        session,
        subject,
        {
            record: {keys[name]: shown(drafts[name], value) for name, value in own.items()}
            for record, own in values.items()
            if own
        },
    )


def bring_back(session: Session, subject: Subject, keys: Sequence[int]) -> None:
    """Take records out of the bin that a list holds again."""
    for key in keys:
        RECORDS[subject].restore(session, key)


def _field(session: Session, field: PlannedOwn) -> int:
    if field.key is None:
        return contacts.add_custom_field(session, field.draft)
    if field.retired:
        contacts.retire_custom_field(session, field.key, retired=False)
    if field.more_choices:
        contacts.change_custom_field(session, field.key, field.draft)
    return field.key
