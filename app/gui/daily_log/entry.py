"""An entry of the daily log as the form has it, and how that is written down."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date, datetime, time, timedelta

from sqlalchemy.orm import Session

from app.contacts import commands as contacts
from app.contacts.organisation import OrganisationDraft
from app.daily_log import commands
from app.daily_log.log_entry import LogEntryDraft, LogEntryId, With
from app.gui.daily_log.contacts_found import Contact
from app.kernel.errors import Refusal

_NO_DAY = "いつの記録か、日付を入れてください。"
_NO_DUTY = "業務区分を数字（1～8）で選んでください。"
_STEP = 5
"""Minutes that a time which is filled in is rounded to."""


@dataclass(frozen=True, slots=True)
class LogFormEntry(LogEntryDraft):
    """A ``LogEntryDraft`` in which the duty may be missing, and an organisation be new."""

    duty: int | None = None
    with_whom: tuple[Contact, ...] = ()


def entry_of(draft: LogEntryDraft, *, duty_known: bool = True) -> LogFormEntry:
    """Return an entry as the form shows it."""
    values = {field.name: getattr(draft, field.name) for field in fields(LogEntryDraft)}
    duty = draft.duty_id if duty_known else None
    return LogFormEntry(**values, duty=duty, with_whom=draft.contacts)


def draft_of(session: Session, entry: LogFormEntry) -> LogEntryDraft:
    """Return what is written down, with organisations that are new added.

    Refuses an entry without a day or a duty.
    """
    if not entry.on_day:
        raise Refusal(_NO_DAY, {"on_day": _NO_DAY})
    if entry.duty is None:
        raise Refusal(_NO_DUTY, {"duty": _NO_DUTY})
    known = tuple(_known(session, one) for one in entry.with_whom)
    values = {field.name: getattr(entry, field.name) for field in fields(LogEntryDraft)}
    return replace(LogEntryDraft(**values), duty_id=entry.duty, contacts=known)


def _known(session: Session, contact: Contact) -> With:
    if isinstance(contact, With):
        return contact
    return With(organisation_id=contacts.add_organisation(session, OrganisationDraft(name=contact)))


def enter_entry(session: Session, key: LogEntryId | None, entry: LogFormEntry) -> LogEntryId:
    """Write an entry down, new or known; return its key."""
    draft = draft_of(session, entry)
    if key is None:
        return commands.add_entry(session, draft)
    commands.change_entry(session, key, draft)
    return key


def rounded(moment: datetime) -> time:
    """Return the time of a moment, rounded to five minutes; within its day."""
    near = moment + timedelta(minutes=_STEP / 2)
    if near.date() != moment.date():
        return time(23, 60 - _STEP)
    return time(near.hour, near.minute - near.minute % _STEP)


def times_of(now: datetime, last_end: time | None) -> tuple[time, time | None]:
    """Return when an entry that is begun now began and ended: since the last one, until now.

    Where there is none before it, it begins now.
    """
    end = rounded(now)
    if last_end is None or last_end >= end:
        return end, None
    return last_end, end


def like(draft: LogEntryDraft, on: date, starts: time, ends: time | None) -> LogEntryDraft:
    """Return a new entry that says what another one said, without what came of that one."""
    return replace(
        draft,
        on_day=on,
        starts_at=starts,
        ends_at=ends,
        minutes=None,
        result="",
        next_step="",
        next_on=None,
        next_done_on=None,
        internal_note="",
        report_text="",
        links=(),
    )
