"""Everything that happened with a contact, in one list, the newest first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy.orm import Session

from app.contacts.organisation import OrganisationId
from app.contacts.person import PersonId
from app.timeline.attachment import AttachmentRow
from app.timeline.event import Event, EventKind
from app.timeline.note import NoteRow
from app.timeline.owner import Owner
from app.timeline.queries.attachments import attachments
from app.timeline.queries.changes import change_events
from app.timeline.queries.contact_events import affiliation_events, consent_events, merge_events
from app.timeline.queries.council_events import council_events
from app.timeline.queries.log_events import log_events
from app.timeline.queries.matching_events import matching_events
from app.timeline.queries.notes import notes
from app.timeline.queries.supporter_events import supporter_events
from app.timeline.queries.training_events import document_events, training_events


def timeline(
    session: Session,
    *,
    person: PersonId | None = None,
    organisation: OrganisationId | None = None,
    limit: int = 200,
    kind: EventKind | None = None,
    until: date | None = None,
) -> tuple[Event, ...]:
    """Return the newest events of a person or an organisation, of one kind if one is given.

    What lies after ``until`` (a term that has not ended yet) is left out.
    """
    owner = Owner(person, organisation)
    found: list[Event] = []
    for one, source in _SOURCES.items():
        if kind in (None, one):
            found += source(session, owner, limit)
    if until is not None:
        found = [one for one in found if one.on <= until]
    found.sort(key=_moment, reverse=True)
    return tuple(found[:limit])


def _moment(event: Event) -> tuple[datetime, int]:
    return event.when, event.order


def _of_notes(session: Session, owner: Owner, limit: int) -> Iterable[Event]:
    return (note_event(row) for row in notes(session, owner, limit))


def note_event(row: NoteRow) -> Event:
    """Return the line of a note."""
    draft = row.draft
    said = {None: "", True: "（相手から）", False: "（こちらから）"}[draft.incoming]
    return Event(
        draft.happened_at.date(),
        EventKind.NOTE,
        draft.text,
        draft.happened_at.time(),
        word=draft.kind.label + said,
        note=row,
        order=row.id,
    )


def _of_attachments(session: Session, owner: Owner, limit: int) -> Iterable[Event]:
    return (_attachment_event(row) for row in attachments(session, owner, limit))


def _attachment_event(row: AttachmentRow) -> Event:
    return Event(
        row.added_on,
        EventKind.ATTACHMENT,
        row.name,
        detail=row.size_text,
        attachment=row,
        order=row.id,
    )


_SOURCES = {
    EventKind.NOTE: _of_notes,
    EventKind.TRAINING: training_events,
    EventKind.SUPPORTER: supporter_events,
    EventKind.MATCHING: matching_events,
    EventKind.COUNCIL: council_events,
    EventKind.LOG: log_events,
    EventKind.AFFILIATION: affiliation_events,
    EventKind.CONSENT: consent_events,
    EventKind.DOCUMENT: document_events,
    EventKind.ATTACHMENT: _of_attachments,
    EventKind.MERGE: merge_events,
    EventKind.CHANGE: change_events,
}
