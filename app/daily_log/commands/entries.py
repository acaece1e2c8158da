"""Writing entries of the daily log, changing them and putting them away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.derived import joined
from app.council import commands as council
from app.council.meeting import MeetingId
from app.council.queries import care_meetings_among
from app.daily_log.checks import checked_entry
from app.daily_log.log_entry import Link, LinkKind, LogEntryDraft, LogEntryId, With
from app.daily_log.queries.card import draft_of
from app.daily_log.queries.links import link_of
from app.daily_log.tables import LogContact, LogEntry, LogLink
from app.duties import queries as duties
from app.kernel.errors import Refusal
from app.kernel.folding import fold
from app.storage.base import moment

_APART = frozenset({"contacts", "links", "care_district_id"})
_COLUMNS = tuple(field.name for field in fields(LogEntryDraft) if field.name not in _APART)


def add_entry(session: Session, draft: LogEntryDraft) -> LogEntryId:
    """Write an entry; raises ``Refusal`` with a sentence for each field.

    An entry of a 地域ケア会議 is linked to the meeting of that day in its district, which is
    written down where it is not known yet.
    """
    draft = _checked(session, draft)
    row = LogEntry(**_columns(draft), search_text="", deleted_at=None)
    session.add(row)
    session.flush()
    _keep_around(session, row, draft)
    return LogEntryId(row.id)


def add_entries(session: Session, drafts: Sequence[LogEntryDraft]) -> list[LogEntryId]:
    """Write several entries as one step: those the program offered."""
    return [add_entry(session, draft) for draft in drafts]


def change_entry(session: Session, entry: LogEntryId, draft: LogEntryDraft) -> None:
    """Replace what an entry says."""
    row = entry_row(session, entry)
    before = draft_of(session, row)
    draft = _checked(session, draft, own_duty=row.duty_id)
    if (before.care_district_id, before.on_day) != (draft.care_district_id, draft.on_day):
        draft = _without_care(session, row, before, draft)
    for name, value in _columns(draft).items():
        if getattr(row, name) != value:
            setattr(row, name, value)
    _keep_around(session, row, draft)


def finish_next(session: Session, entry: LogEntryId, on: date) -> None:
    """Say on which day the next step was taken."""
    row = entry_row(session, entry)
    if not row.next_step and row.next_on is None:
        raise Refusal("この記録に「次の対応」はありません。")
    if on < row.on_day:
        raise Refusal("対応を済ませた日が、この記録の日より前になっています。")
    row.next_done_on = on


def forget_link(session: Session, link: Link) -> None:
    """Say nowhere any more that an entry is about something that goes; the entries stay."""
    column = getattr(LogLink, f"{link.kind.value}_id")
    for row in session.scalars(select(LogLink).where(column == link.key)).all():
        session.delete(row)
    session.flush()


def bin_entries(session: Session, entries: Sequence[LogEntryId]) -> None:
    """Put entries into the bin; they count nowhere any more."""
    for key in entries:
        entry_row(session, key).deleted_at = moment(session)


def restore_entries(session: Session, entries: Sequence[LogEntryId]) -> None:
    """Take entries out of the bin."""
    for key in entries:
        _any_row(session, key).deleted_at = None


def entry_row(session: Session, entry: LogEntryId) -> LogEntry:
    """Return an entry that is not in the bin, or refuse."""
    row = _any_row(session, entry)
    if row.deleted_at is not None:
        raise Refusal("この記録はごみ箱にあります。先に「ごみ箱から戻す」を押してください。")
    return row


def _any_row(session: Session, entry: LogEntryId) -> LogEntry:
    row = session.get(LogEntry, entry)
    if row is None:
        raise Refusal("この日報は削除されています。一覧から選び直してください。")
    return row


def _checked(session: Session, draft: LogEntryDraft, own_duty: int | None = None) -> LogEntryDraft:
    draft = checked_entry(draft, moment(session).date())
    if draft.duty_id != own_duty and not duties.holds_on(session, draft.duty_id, draft.on_day):
        problem = (
            "この日の業務区分から選び直してください（区分は年度の途中で変わることがあります）。"
        )
        raise Refusal(problem, {"duty_id": problem})
    return draft


def _columns(draft: LogEntryDraft) -> dict[str, Any]:
    return {name: getattr(draft, name) for name in _COLUMNS}


def _keep_around(session: Session, row: LogEntry, draft: LogEntryDraft) -> None:
    links = draft.links
    if draft.care_district_id is not None:
        links = (*links, _care_meeting(session, draft, draft.care_district_id))
    _keep_contacts(session, row.id, draft.contacts)
    _keep_links(session, row.id, tuple(dict.fromkeys(links)))
    row.search_text = _search_text(row)


def _care_meeting(session: Session, draft: LogEntryDraft, district: int) -> Link:
    """Return the meeting of a 地域ケア会議, written down if nobody did so before."""
    meeting = council.write_down_care_meeting(
        session,
        district,
        draft.on_day,
        starts_at=draft.starts_at,
        ends_at=draft.ends_at,
        venue=draft.place,
    )
    return Link(LinkKind.MEETING, meeting)


def _without_care(
    session: Session, row: LogEntry, before: LogEntryDraft, draft: LogEntryDraft
) -> LogEntryDraft:
    """Take the 地域ケア会議 off an entry that was none, or was on another day; return the rest.

    A meeting nothing else tells of goes with it, or it would count as held for ever.
    """
    if before.care_district_id is None:
        return draft
    meetings = {link.key for link in before.links if link.kind is LinkKind.MEETING}
    left = {Link(LinkKind.MEETING, key) for key in care_meetings_among(session, meetings)}
    kept = tuple(link for link in draft.links if link not in left)
    _keep_links(session, row.id, kept)
    session.flush()
    for link in left:
        council.take_back_care_meeting(
            session,
            MeetingId(link.key),
            starts_at=before.starts_at,
            ends_at=before.ends_at,
            venue=before.place,
        )
    return replace(draft, links=kept)


def _keep_contacts(session: Session, entry: int, contacts: Sequence[With]) -> None:
    query = select(LogContact).where(LogContact.entry_id == entry).order_by(LogContact.id)
    stored = {(row.person_id, row.organisation_id): row for row in session.scalars(query)}
    wanted = [(one.person_id, one.organisation_id) for one in contacts]
    for pair, row in stored.items():
        if pair not in wanted:
            session.delete(row)
    for person, organisation in wanted:
        if (person, organisation) not in stored:
            session.add(LogContact(entry_id=entry, person_id=person, organisation_id=organisation))


def _keep_links(session: Session, entry: int, links: Sequence[Link]) -> None:
    rows = session.scalars(select(LogLink).where(LogLink.entry_id == entry)).all()
    stored = {link_of(row): row for row in rows}
    for link, row in stored.items():
        if link not in links:
            session.delete(row)
    for link in links:
        if link not in stored:
            session.add(LogLink(entry_id=entry, **{f"{link.kind.value}_id": link.key}))


def _search_text(row: LogEntry) -> str:
    """Return the entry's own words, folded; whom it was with is searched where they are kept."""
    texts = (row.title, row.content, row.result, row.place, row.next_step, row.internal_note)
    return joined(*(fold(text) for text in (*texts, row.report_text)))
