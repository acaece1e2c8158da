"""Homework that meetings left (宿題): who does what until when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.person import PersonId
from app.contacts.tables import Person
from app.council.council import CouncilId
from app.council.meeting import MeetingId, MeetingState, ResolutionId, ResolutionKind
from app.council.tables import Council, Meeting, Resolution
from app.kernel.fiscal_year import FiscalYear
from app.kernel.wareki import format_day
from app.matching.queries.names import whole_name


@dataclass(frozen=True, slots=True)
class HomeworkRow:
    """One thing somebody is to do; ``owner`` is the person's name, or what was typed."""

    id: ResolutionId
    meeting_id: MeetingId
    council_id: CouncilId
    council: str
    year: FiscalYear
    number: int
    held_on: date
    text: str
    person_id: PersonId | None
    owner: str
    due_on: date | None
    done_on: date | None
    result: str


def homework(
    session: Session,
    until: date | None = None,
    *,
    council: CouncilId | None = None,
    undone_only: bool = True,
) -> tuple[HomeworkRow, ...]:
    """Return the homework of all councils or one, the most urgent first.

    ``until`` leaves what is due by a day.  Homework of a meeting called off is none.
    """
    conditions: list[Any] = [Council.deleted_at.is_(None)]
    if undone_only:
        conditions.append(Resolution.done_on.is_(None))
    if until is not None:
        conditions.append(Resolution.due_on <= until)
    if council is not None:
        conditions.append(Meeting.council_id == council)
    return _found(session, conditions)


def homework_before(session: Session, council: int, day: date) -> tuple[HomeworkRow, ...]:
    """Return the undone homework of the meetings a council had before a day."""
    return _found(
        session,
        [Meeting.council_id == council, Meeting.held_on < day, Resolution.done_on.is_(None)],
    )


def homework_line(row: HomeworkRow) -> str:
    """Write homework on one line, as agendas and notices show it."""
    until = f"{format_day(row.due_on, '4月1日')}まで" if row.due_on else ""
    said = "，".join(part for part in (row.owner, until) if part)
    return f"・{row.text}（{said}）" if said else f"・{row.text}"


def _found(session: Session, conditions: Sequence[Any]) -> tuple[HomeworkRow, ...]:
    query = (
        select(Resolution, Meeting, Council.name, Person.family_name, Person.given_name)
        .join(Meeting, Meeting.id == Resolution.meeting_id)
        .join(Council, Council.id == Meeting.council_id)
        .outerjoin(Person, Person.id == Resolution.person_id)
        .where(
            Resolution.kind == ResolutionKind.HOMEWORK,
            Meeting.state != MeetingState.CANCELLED,
            *conditions,
        )
        .order_by(Resolution.due_on.is_(None), Resolution.due_on, Meeting.held_on, Resolution.id)
    )
    return tuple(
        HomeworkRow(
            ResolutionId(row.id),
            MeetingId(meeting.id),
            CouncilId(meeting.council_id),
            council,
            FiscalYear(meeting.fiscal_year),
            meeting.number,
            meeting.held_on,
            row.text,
            None if row.person_id is None else PersonId(row.person_id),
            row.owner or whole_name(family, given),
            row.due_on,
            row.done_on,
            row.result,
        )
        for row, meeting, council, family, given in session.execute(query)
    )
