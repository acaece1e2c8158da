"""Everything about one meeting."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.person import PersonId
from app.contacts.tables import Person
from app.council.council import Office
from app.council.meeting import (
    AgendaItemDraft,
    AttendeeDraft,
    AttendeeId,
    MeetingDraft,
    MeetingId,
    ResolutionDraft,
    ResolutionId,
)
from app.council.queries.drafts import (
    agenda_item_draft,
    attendee_draft,
    meeting_draft,
    resolution_draft,
)
from app.council.queries.homework import HomeworkRow, homework_before
from app.council.queries.meetings import MeetingRow, meetings
from app.council.tables import AgendaItem, Attendee, Meeting, MeetingPaper, Resolution
from app.kernel.errors import Refusal
from app.matching.queries.names import whole_name

_ORDER = {office: place for place, office in enumerate(Office)}


@dataclass(frozen=True, slots=True)
class AttendeeRow:
    """Somebody asked to a meeting, with name and reading."""

    id: AttendeeId
    person_id: PersonId
    name: str
    kana: str
    draft: AttendeeDraft


@dataclass(frozen=True, slots=True)
class ResolutionRow:
    """A decision or homework; ``owner`` is the person's name, or what was typed."""

    id: ResolutionId
    agenda_item: str
    owner: str
    draft: ResolutionDraft


@dataclass(frozen=True, slots=True)
class MeetingCard:
    """One meeting; ``homework`` is what earlier meetings of its council left undone.

    ``agenda`` is in its order and can be changed and stored again, as can every ``draft``.
    """

    id: MeetingId
    row: MeetingRow
    draft: MeetingDraft
    agenda: tuple[AgendaItemDraft, ...]
    papers: tuple[str, ...]
    attendees: tuple[AttendeeRow, ...]
    resolutions: tuple[ResolutionRow, ...]
    homework: tuple[HomeworkRow, ...]

    @property
    def council(self) -> str:
        return self.row.council


def meeting_card(session: Session, meeting: MeetingId) -> MeetingCard:
    """Return everything about a meeting; refuse where there is none."""
    row = session.get(Meeting, meeting)
    if row is None:
        raise Refusal("この会議は削除されています。一覧から選び直してください。")
    items = session.scalars(
        select(AgendaItem)
        .where(AgendaItem.meeting_id == meeting)
        .order_by(AgendaItem.position, AgendaItem.id)
    )
    papers = session.scalars(
        select(MeetingPaper.name)
        .where(MeetingPaper.meeting_id == meeting)
        .order_by(MeetingPaper.position)
    )
    agenda = tuple(agenda_item_draft(item) for item in items)
    return MeetingCard(
        meeting,
        meetings(session, [meeting])[0],
        meeting_draft(row),
        agenda,
        tuple(papers),
        _attendees(session, meeting),
        _resolutions(session, meeting, agenda),
        homework_before(session, row.council_id, row.held_on),
    )


def _attendees(session: Session, meeting: MeetingId) -> tuple[AttendeeRow, ...]:
    query = (
        select(Attendee, Person)
        .join(Person, Person.id == Attendee.person_id)
        .where(Attendee.meeting_id == meeting)
        .order_by(Person.sort_key, Attendee.id)
    )
    rows = [
        AttendeeRow(
            AttendeeId(row.id),
            PersonId(row.person_id),
            whole_name(person.family_name, person.given_name),
            whole_name(person.family_kana, person.given_kana),
            attendee_draft(row),
        )
        for row, person in session.execute(query)
    ]
    return tuple(sorted(rows, key=lambda one: _ORDER[one.draft.office]))


def _resolutions(
    session: Session, meeting: MeetingId, agenda: tuple[AgendaItemDraft, ...]
) -> tuple[ResolutionRow, ...]:
    titles = {item.id: item.title for item in agenda}
    query = (
        select(Resolution, Person.family_name, Person.given_name)
        .outerjoin(Person, Person.id == Resolution.person_id)
        .where(Resolution.meeting_id == meeting)
        .order_by(Resolution.position, Resolution.id)
    )
    rows = []
    for row, family, given in session.execute(query):
        draft = resolution_draft(row)
        title = titles.get(draft.agenda_item_id, "") if draft.agenda_item_id else ""
        owner = row.owner or whole_name(family, given)
        rows.append(ResolutionRow(ResolutionId(row.id), title, owner, draft))
    return tuple(rows)
