"""What would become of each row: add, change, same, doubtful or refused.  Nothing is written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy.orm import Session

from app.contacts.custom import Subject
from app.importing.drafts import Drafts
from app.importing.mapping import as_columns, guess
from app.importing.organisation_plan import plan_organisations
from app.importing.people_plan import plan_people
from app.importing.planned import Fate, Plan, PlannedRow

__all__ = ["Fate", "Plan", "PlannedRow", "plan"]


def plan(session: Session, drafts: Drafts, today: date) -> Plan:
    """Return what would become of every row, against the records known today."""
    table = drafts.table
    return Plan(
        table.sheet,
        table.header_row,
        table.other_sheets,
        drafts.mapping.unused(table),
        plan_people(session, drafts.rows, today)
        if table.subject is Subject.PERSON
        else plan_organisations(session, drafts.rows),
        drafts.left_out,
        table.subject,
        _worth_remembering(drafts),
    )


def _worth_remembering(drafts: Drafts) -> tuple[str, Mapping[str, str]] | None:
    table, mapping = drafts.table, drafts.mapping
    if mapping == guess(table):
        return None
    return table.fingerprint, as_columns(table, mapping)
