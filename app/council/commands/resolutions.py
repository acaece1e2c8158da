"""Decisions and homework of a meeting, and homework that returns in the next agenda."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.council.checks import checked_resolution
from app.council.commands.rows import (
    check_open,
    meeting_row,
    not_later_than_today,
    person_row,
    resolution_row,
)
from app.council.meeting import (
    CARRIED,
    MeetingId,
    ResolutionDraft,
    ResolutionId,
    ResolutionKind,
)
from app.council.queries.homework import homework_before, homework_line
from app.council.tables import AgendaItem, Meeting, Resolution
from app.kernel.errors import Refusal
from app.kernel.text import tidy
from app.storage.rows import any_row, write

_IN_MINUTES = ("kind", "text", "agenda_item_id")


def add_resolution(session: Session, meeting: MeetingId, draft: ResolutionDraft) -> ResolutionId:
    """Write down what a meeting decided, or left somebody to do."""
    row = meeting_row(session, meeting)
    check_open(row)
    draft = _checked(session, row, draft)
    last = session.scalars(
        select(func.max(Resolution.position)).where(Resolution.meeting_id == meeting)
    ).one()
    added = Resolution(meeting_id=meeting, position=(last or 0) + 1, **asdict(draft))
    session.add(added)
    session.flush()
    return ResolutionId(added.id)


def change_resolution(session: Session, resolution: ResolutionId, draft: ResolutionDraft) -> None:
    """Replace what is written about a decision or homework.

    Once the minutes are final, only when homework is due and what came of it can change.
    """
    row = resolution_row(session, resolution)
    meeting = meeting_row(session, MeetingId(row.meeting_id))
    draft = _checked(session, meeting, draft)
    if any(getattr(row, name) != getattr(draft, name) for name in _IN_MINUTES):
        check_open(meeting)
    write(row, asdict(draft))


def finish_resolution(
    session: Session, resolution: ResolutionId, on: date | None, result: str = ""
) -> None:
    """Write down that homework is done and what came of it; no day takes that back."""
    row = resolution_row(session, resolution)
    if row.kind is not ResolutionKind.HOMEWORK:
        raise Refusal("決定事項には「済み」がありません。")
    if on is not None:
        not_later_than_today(session, on)
        if on < meeting_row(session, MeetingId(row.meeting_id)).held_on:
            text = "済んだ日が会議の日より前です。"
            raise Refusal(text, {"on": text})
    row.done_on = on
    said = tidy(result).text
    if said:
        row.result = said


def remove_resolution(session: Session, resolution: ResolutionId) -> None:
    """Delete a decision or homework written down by mistake."""
    row = resolution_row(session, resolution)
    check_open(meeting_row(session, MeetingId(row.meeting_id)))
    session.delete(row)


def carry_over(session: Session, meeting: MeetingId) -> int:
    """Put the undone homework of earlier meetings into the agenda, and return how much was put.

    It is one item with a line for each; lines that stand there already are not repeated.
    """
    row = meeting_row(session, meeting)
    lines = [homework_line(one) for one in homework_before(session, row.council_id, row.held_on)]
    query = select(AgendaItem).where(AgendaItem.meeting_id == meeting, AgendaItem.title == CARRIED)
    item = session.scalars(query).first()
    standing = "" if item is None else item.opinions
    new = [line for line in lines if line not in standing]
    if not new:
        return 0
    if item is None:
        _shift(session, meeting)
        item = AgendaItem(meeting_id=meeting, position=1, title=CARRIED, issue_id=None, opinions="")
        session.add(item)
    item.opinions = "\n".join([*standing.splitlines(), *new])
    session.flush()
    return len(new)


def _shift(session: Session, meeting: MeetingId) -> None:
    for row in session.scalars(select(AgendaItem).where(AgendaItem.meeting_id == meeting)):
        row.position += 1


def _checked(session: Session, meeting: Meeting, draft: ResolutionDraft) -> ResolutionDraft:
    draft = checked_resolution(draft, meeting.held_on)
    if draft.person_id is not None:
        person_row(session, draft.person_id)
    if draft.agenda_item_id is not None:
        gone = "この議題は削除されています。選び直してください。"
        item = any_row(session, AgendaItem, draft.agenda_item_id, gone)
        if item.meeting_id != meeting.id:
            raise Refusal(gone)
    return draft
