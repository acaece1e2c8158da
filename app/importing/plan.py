"""What would become of each row: add, change, same, doubtful or refused.  Nothing is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from app.contacts.custom import Subject
from app.importing.drafts import DraftRow, Drafts
from app.importing.editions import planned_edition
from app.importing.mapping import as_columns, guess
from app.importing.organisation_plan import plan_organisations
from app.importing.own_fields import own_fields
from app.importing.people_plan import plan_people
from app.importing.planned import Fate, Plan, PlannedRow
from app.importing.resource_plan import plan_resources

__all__ = ["Fate", "ListEdition", "Plan", "PlannedRow", "plan"]


@dataclass(frozen=True, slots=True)
class ListEdition:
    """What a list is known by over its editions, and the file of this one."""

    name: str
    file_name: str


def plan(session: Session, drafts: Drafts, today: date, edition: ListEdition | None = None) -> Plan:
    """Return what would become of every row, against the records known today.

    With an edition also what came and went since the one before.  Raises ``Refusal`` for a new
    field of the office's own that cannot be.
    """
    table = drafts.table
    own = own_fields(session, drafts, today)
    rows = own.taken(drafts.rows)
    planned = own.compared(
        session,
        _planned(session, table.subject, rows, today),
    )
    return Plan(
        table.sheet,
        table.header_row,
        table.other_sheets,
        drafts.mapping.unused(table),
        planned,
        drafts.left_out,
        table.subject,
        _worth_remembering(drafts),
        tuple(own.fields.values()),
        None
        if edition is None
        else planned_edition(session, table.subject, edition.name, edition.file_name, planned),
    )


def _planned(
    session: Session, subject: Subject, rows: Sequence[DraftRow[Any]], today: date
) -> tuple[PlannedRow[Any], ...]:
    if subject is Subject.PERSON:
        return plan_people(session, rows, today)
    if subject is Subject.ORGANISATION:
        return plan_organisations(session, rows)
    return plan_resources(session, rows)


def _worth_remembering(drafts: Drafts) -> tuple[str, Mapping[str, str]] | None:
    table, mapping = drafts.table, drafts.mapping
    if mapping == guess(table):
        return None
    return table.fingerprint, as_columns(table, mapping)
