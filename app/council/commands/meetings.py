"""Meetings: planning, holding, calling off; their agenda, papers and minutes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from datetime import date, time
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.council.checks import check_running, checked_agenda_item, checked_meeting
from app.council.commands.rows import (
    check_open,
    council_row,
    meeting_row,
    not_later_than_today,
)
from app.council.meeting import (
    AgendaItemDraft,
    AgendaItemId,
    MeetingDraft,
    MeetingId,
    MeetingState,
    Presence,
    Reply,
)
from app.council.queries.drafts import council_draft, meeting_draft, stage_bits
from app.council.queries.meetings import minutes_begun
from app.council.tables import AgendaItem, Attendee, Meeting, MeetingPaper, Resolution
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.kernel.text import tidy
from app.storage.base import moment
from app.storage.rows import write

_FIELDS = tuple(field.name for field in fields(MeetingDraft))
_ANSWERED = {
    Reply.COMES: Presence.PRESENT,
    Reply.PROXY: Presence.PROXY,
    Reply.ABSENT: Presence.ABSENT,
}


def add_meeting(session: Session, draft: MeetingDraft) -> MeetingId:
    """Write down a meeting; its number is the next of its council's fiscal year where none is."""
    check_running(council_draft(council_row(session, draft.council_id)), draft.held_on)
    row = Meeting(**_columns(session, draft, None))
    session.add(row)
    session.flush()
    return MeetingId(row.id)


def change_meeting(session: Session, meeting: MeetingId, draft: MeetingDraft) -> None:
    """Replace what is written about a meeting; in another year it gets a number of that one."""
    row = meeting_row(session, meeting)
    council = council_row(session, draft.council_id)
    if (draft.council_id, draft.held_on) != (row.council_id, row.held_on):
        check_running(council_draft(council), draft.held_on)
    write(row, _columns(session, draft, row))


def hold_meeting(
    session: Session,
    meeting: MeetingId,
    *,
    starts_at: time | None = None,
    ends_at: time | None = None,
    attended: bool = True,
) -> None:
    """Write down that a meeting took place; who replied is marked as they said they would be."""
    row = meeting_row(session, meeting)
    not_later_than_today(session, row.held_on, "held_on")
    held = replace(
        meeting_draft(row),
        state=MeetingState.HELD,
        starts_at=starts_at or row.starts_at,
        ends_at=ends_at or row.ends_at,
        attended=attended,
    )
    write(row, _columns(session, held, row))
    for attendee in session.scalars(select(Attendee).where(Attendee.meeting_id == meeting)):
        if attendee.presence is None and attendee.reply is not None:
            attendee.presence = _ANSWERED[attendee.reply]


def cancel_meeting(session: Session, meeting: MeetingId, *, note: str = "") -> None:
    """Call a meeting off (中止); it keeps its number."""
    row = meeting_row(session, meeting)
    row.state = MeetingState.CANCELLED
    said = tidy(note).text
    if said:
        row.note = "\n".join(part for part in (row.note, f"中止：{said}") if part)


def remove_meeting(session: Session, meeting: MeetingId) -> None:
    """Delete a meeting written down by mistake, with all that belongs to it.

    Raises ``Refusal`` where something else refers to it, as the log does.
    """
    row = meeting_row(session, meeting)
    for kind in (Resolution, AgendaItem, MeetingPaper, Attendee):
        for part in session.scalars(select(kind).where(kind.meeting_id == meeting)):
            session.delete(part)
        session.flush()
    session.delete(row)
    try:
        session.flush()
    except IntegrityError:
        raise Refusal(
            "この会議を書いた日報などがあるため削除できません。"
            "取りやめた会議は「中止」にしてください。"
        ) from None


def set_agenda(
    session: Session, meeting: MeetingId, items: Sequence[AgendaItemDraft]
) -> tuple[AgendaItemId, ...]:
    """Replace the agenda; decisions stay with the items whose ``id`` says which they are.

    Once the minutes are final, nothing but the issues the items are about can change.
    """
    held = meeting_row(session, meeting)
    checked = [checked_agenda_item(item) for item in items]
    known = {row.id: row for row in session.scalars(_of_meeting(meeting))}
    if [(item.id, item.title, item.opinions) for item in checked] != [
        (row.id, row.title, row.opinions) for row in known.values()
    ]:
        check_open(held)
    keep = {item.id for item in checked if item.id is not None}
    if not keep <= known.keys() or len(keep) < sum(item.id is not None for item in checked):
        raise Refusal("議題がほかで変わりました。開き直してから、もう一度変えてください。")
    _drop_items(session, [row for key, row in known.items() if key not in keep])
    keys = []
    for position, item in enumerate(checked, start=1):
        values = {"title": item.title, "issue_id": item.issue_id, "opinions": item.opinions}
        row = known.get(item.id or 0)
        if row is None:
            row = AgendaItem(meeting_id=meeting, position=position, **values)
            session.add(row)
        else:
            write(row, {**values, "position": position})
        session.flush()
        keys.append(AgendaItemId(row.id))
    return tuple(keys)


def set_papers(session: Session, meeting: MeetingId, names: Sequence[str]) -> None:
    """Replace the list of papers; blank ones are left out."""
    meeting_row(session, meeting)
    wanted = [name for name in (tidy(name).text for name in names) if name]
    query = select(MeetingPaper).where(MeetingPaper.meeting_id == meeting)
    rows = list(session.scalars(query.order_by(MeetingPaper.position)))
    for row in rows[len(wanted) :]:
        session.delete(row)
    for position, name in enumerate(wanted, start=1):
        if position <= len(rows):
            write(rows[position - 1], {"name": name, "position": position})
        else:
            session.add(MeetingPaper(meeting_id=meeting, position=position, name=name))


def set_minutes(
    session: Session, meeting: MeetingId, *, summary: str | None = None, full: str | None = None
) -> None:
    """Write the minutes, as a summary or in full; what is not given stays.

    Minutes that were confirmed are no longer changed.
    """
    row = meeting_row(session, meeting)
    check_open(row)
    if summary is not None:
        row.summary = tidy(summary).text
    if full is not None:
        row.full_minutes = tidy(full).text


def send_minutes(session: Session, meeting: MeetingId, on: date) -> None:
    """Write down that the minutes went to the members to be looked through (委員照会)."""
    _write_minutes_day(session, meeting, on, "minutes_sent_on")


def confirm_minutes(session: Session, meeting: MeetingId, on: date) -> None:
    """Write down that the minutes are final (確定)."""
    _write_minutes_day(session, meeting, on, "minutes_confirmed_on")


def _write_minutes_day(session: Session, meeting: MeetingId, on: date, name: str) -> None:
    row = meeting_row(session, meeting)
    if meeting not in minutes_begun(session, [meeting]):
        raise Refusal(
            "会議録がまだ書かれていません。"
            "議題ごとの意見、決定事項、会議録の文のどれかを先に書いてください。"
        )
    not_later_than_today(session, on)
    changed: dict[str, Any] = {name: on}
    write(row, _columns(session, replace(meeting_draft(row), **changed), row))


def _drop_items(session: Session, rows: Sequence[AgendaItem]) -> None:
    """Delete items of an agenda; what was decided under them stays with the meeting."""
    for row in rows:
        under = select(Resolution).where(Resolution.agenda_item_id == row.id)
        for resolution in session.scalars(under):
            resolution.agenda_item_id = None
        session.flush()
        session.delete(row)
    session.flush()


def _of_meeting(meeting: MeetingId) -> Any:
    return select(AgendaItem).where(AgendaItem.meeting_id == meeting).order_by(AgendaItem.position)


def _columns(session: Session, draft: MeetingDraft, row: Meeting | None) -> dict[str, Any]:
    draft = checked_meeting(draft, moment(session).date())
    values: Mapping[str, Any] = {name: getattr(draft, name) for name in _FIELDS}
    year = FiscalYear.of(draft.held_on)
    return {
        **values,
        "stages": stage_bits(draft.stages),
        "fiscal_year": year.start,
        "number": _number(session, draft, year, row),
    }


def _number(session: Session, draft: MeetingDraft, year: FiscalYear, row: Meeting | None) -> int:
    """Return the number asked for, or the next; refuse one that another meeting has."""
    here = select(Meeting.number).where(
        Meeting.council_id == draft.council_id,
        Meeting.fiscal_year == year.start,
        Meeting.id != (0 if row is None else row.id),
    )
    taken = set(session.scalars(here))
    if draft.number and not _moved(row, draft, year):
        if draft.number in taken:
            text = f"{year}の第{draft.number}回はすでにあります。"
            raise Refusal(text, {"number": text})
        return draft.number
    return max(taken, default=0) + 1


def _moved(row: Meeting | None, draft: MeetingDraft, year: FiscalYear) -> bool:
    """Return whether a meeting goes to another year or council with the number it had there."""
    if row is None or row.number != draft.number:
        return False
    return (row.council_id, row.fiscal_year) != (draft.council_id, year.start)
